"""Evidence in words: in full, and as short as a line allows."""

from __future__ import annotations

import re
from pathlib import PurePath

from rnk_gloss.model.entry import Evidence, Origin, Target
from rnk_gloss.tui.wording import say

# As the aligner's evidence says it: in 2 of 3 aligned segments; also: UN 1×
_ALIGNED = re.compile(r"in (\d+) of (\d+) aligned segments?(?:; (.*))?")
_DICTIONARY_NUMBER = re.compile(r"\b(JMdict|JMnedict) \d+:?")


def evidence_in_words(item: Evidence) -> str:
    """One reason in full, with the document and the place in it where there is one."""
    said = f"{item.kind}: {item.detail}" if item.detail and item.kind else item.detail or item.kind
    return f"{said} ({_place(item, item.document)})" if item.document else said


def short_evidence(target: Target) -> list[str]:
    """The reasons for a target, each once and short: what the texts say comes before what a dictionary says."""
    reasons = [_short(item) for item in sorted(target.evidence, key=_rank)]
    origin = target.origin.value
    if origin and not reasons:
        reasons = [origin]
    return list(dict.fromkeys(reasons))


def _rank(item: Evidence) -> int:
    return 0 if item.kind == Origin.PARALLEL.value else 2 if item.kind == Origin.DICTIONARY.value else 1


def _short(item: Evidence) -> str:
    aligned = _ALIGNED.match(item.detail)
    if item.kind == Origin.PARALLEL.value and aligned:
        said = say("aligned in {count} of {all}", count=aligned[1], all=aligned[2])
        return f"{said}, {aligned[3]}" if aligned[3] else said
    detail = _DICTIONARY_NUMBER.sub(r"\1", item.detail)
    if item.kind == Origin.DICTIONARY.value:
        return detail or item.kind
    said = f"{item.kind}: {detail}" if detail and not detail.startswith(item.kind) else detail or item.kind
    return f"{said} ({_place(item, PurePath(item.document).name)})" if item.document and item.span else said


def _place(item: Evidence, document: str | None) -> str:
    return f"{document} {item.span.start}–{item.span.end}" if item.span else f"{document}"
