"""Evidence in words: in full, and as short as a line allows."""

from __future__ import annotations

import re
from pathlib import PurePath

from rnk_gloss.model.entry import Entry, Evidence, Origin, Target
from rnk_gloss.model.evidence_details import TargetReason, TermReason
from rnk_gloss.model.template import Understood, understood
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.tui.source_words import parts_in_short, source_in_words, sources_in_words, without_numbers
from rnk_gloss.tui.wording import noted, say

_KINDS = {
    "FLR": noted("frequency"),
    "start": noted("start"),
    "scale": noted("scale"),
    "shape": noted("form"),
    "loose end": noted("loose end"),
    "whole": noted("whole"),
    "nested": noted("part"),
    "general word": noted("general word"),
    "subject field": noted("subject field"),
    "proper noun": noted("proper noun"),
    "dictionary": noted("dictionary"),
    "quotation": noted("quotation"),
    "person": noted("person"),
    "gloss": noted("given in the text"),
    "glossary": noted("your glossary"),
    "house list": noted("house list"),
    "title": noted("house list"),
    "parallel text": noted("parallel text"),
    "composition": noted("from its parts"),
    "countries": noted("countries"),
    "name": noted("name"),
    "name by sound": noted("by sound"),
    "sound": noted("by sound"),
    "initials": noted("initials"),
    "as written": noted("as written"),
    "import": noted("imported"),
    "analyser": noted("analyser"),
}
_BY_A_LIST = frozenset({"house list", "name"})
# As the dictionary's evidence names the word that it has: JMdict: 湿度 [しつど]
_LISTED = re.compile(r"(?P<source>JMdict|JMnedict): (?P<term>.+) \[(?P<reading>[^\[\]]*)\]")
_COUNTED = (TermReason.ONE_OCCURRENCE, TermReason.OCCURRENCES)
_ALIGNED = (TargetReason.OF_ONE_ALIGNED, TargetReason.OF_ALIGNED)
_ALSO_ALIGNED = (TargetReason.ALSO_OF_ONE_ALIGNED, TargetReason.ALSO_OF_ALIGNED)


def evidence_in_words(item: Evidence) -> str:
    """One reason in full, with the document and the place in it where there is one."""
    said = _said(item.kind, item.detail)
    return f"{said} ({_place(item, item.document)})" if item.document else said


def kind_in_words(kind: str) -> str:
    """The name of a kind of evidence, or of the origin of a target; as it is stored where it is not known."""
    return say(_KINDS[kind]) if kind in _KINDS else kind


def _said(kind: str, detail: str) -> str:
    """The detail, behind its kind where it does not say by itself what it is."""
    known = understood(TargetReason, detail)
    if known is not None:
        return _filled(known)
    kind = kind_in_words(kind)
    said = _reason_in_words(detail) or sources_in_words(detail)
    return f"{kind}: {said}" if kind and said and not said.startswith(kind) else said or kind


def origin_in_words(origin: Origin) -> str:
    """Where a target comes from, for one of which nothing else is known."""
    return say("written by hand") if origin is Origin.PERSON else kind_in_words(origin.value)


def _reason_in_words(detail: str) -> str:
    known = understood(TermReason, detail)
    return "" if known is None else _filled(known)


def _filled(known: Understood) -> str:
    values = {name: sources_in_words(say(text)) for name, text in known.values.items()}
    return say(known.template.value, **values)


def term_reason(item: Evidence) -> str:
    """One reason for or against a term, as short as it can be understood."""
    known = understood(TermReason, item.detail)
    if known is None or known.template in _COUNTED:
        return kind_in_words(item.kind)
    if known.template is TermReason.IN_DICTIONARY:
        return say("in the dictionary")
    return _filled(known)


def short_evidence(target: Target, entry: Entry) -> list[str]:
    """The reasons for a target of an entry, each once and short: what the texts say comes before what a dictionary
    says, and what the card says above is not said again."""
    reasons: dict[str, str] = {}
    for item in sorted(target.evidence, key=_rank):
        said = _short(item, entry)
        # A name of the house list is evidence by the list and by the name: the list's own words are the same.
        reasons.setdefault(said.rpartition(": ")[2] if item.kind in _BY_A_LIST else said, said)
    origin = origin_in_words(target.origin)
    return list(reasons.values()) or ([origin] if origin else [])


def _rank(item: Evidence) -> int:
    return 0 if item.kind == Origin.PARALLEL.value else 2 if item.kind == Origin.DICTIONARY.value else 1


def _short(item: Evidence, entry: Entry) -> str:
    known = understood(TargetReason, item.detail)
    if known is not None and known.template in (*_ALIGNED, *_ALSO_ALIGNED):
        said = say("aligned in {count} of {all}", count=known.values["count"], all=known.values.get("all", "1"))
        rivals = known.values.get("rivals")
        return said + (", " + say("also: {words}", words=rivals) if rivals else "")
    if known is not None and known.template is TargetReason.COUNTRY:
        return source_in_words(item.detail.partition(":")[0])
    detail = without_numbers(item.detail).removeprefix(f"{entry.source}: ")
    if item.kind == Origin.DICTIONARY.value:
        found = _LISTED.fullmatch(detail)
        if found and (found["term"], to_hiragana(found["reading"])) == (entry.source, entry.reading):
            detail = found["source"]
        return sources_in_words(detail) or kind_in_words(item.kind)
    if item.kind == Origin.COMPOSITION.value:
        parts = parts_in_short(item.detail)
        return say("from its parts: {parts}", parts=parts) if parts else sources_in_words(detail)
    said = _said(item.kind, detail)
    return f"{said} ({_place(item, PurePath(item.document).name)})" if item.document and item.span else said


def _place(item: Evidence, document: str | None) -> str:
    return f"{document} {item.span.start}–{item.span.end}" if item.span else f"{document}"
