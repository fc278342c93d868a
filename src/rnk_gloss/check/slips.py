"""Slips of the fingers in a translation: words that stand twice, and spaces too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.span import Span

_TWICE = re.compile(r"(?<![\w'’-])([A-Za-z]+)\s+(\1)(?![\w'’-])", re.IGNORECASE)
# Words that are rightly said twice: what he had had, that that is so; very very; bye bye.
_RIGHTLY_TWICE = re.compile(
    "(?i:had|that|very|so|bye|no|ha|blah|really|many|much|far|long|more|again|never|now|there|well|oh|hey|knock|hear"
    "|please|wait|come|go|yes|is|was|do|her|you)"
)
_DOUBLE = re.compile(r"(?<=[^\s.!?:])[ \u00a0]{2,}(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]”]) +([,.;:!?])(?=\s|$)")


def check_repeated_words(target: str) -> Iterator[Finding]:
    """Words that stand twice in a row, other than names (Duran Duran) and words that are rightly said twice."""
    for match in _TWICE.finditer(target):
        if not _RIGHTLY_TWICE.fullmatch(match[1]) and not match[2][:1].isupper():
            yield Finding(FindingKind.REPEATED_WORD, target_span=Span(*match.span()), found=(match.group(),))


def check_spaces(source: str, target: str) -> Iterator[Finding]:
    """Spaces at the ends, in a row, and before a mark, where the source has none like them."""
    if target != target.strip() and source == source.strip():
        start = len(target) - len(target.lstrip())
        span = Span(0, start) if start else Span(len(target.rstrip()), len(target))
        yield Finding(FindingKind.OUTER_SPACE, target_span=span)
    if not _DOUBLE.search(source):
        for match in _DOUBLE.finditer(target):
            yield Finding(FindingKind.DOUBLE_SPACE, target_span=Span(*match.span()))
    if not _BEFORE_MARK.search(source):
        for match in _BEFORE_MARK.finditer(target):
            span = Span(*match.span())
            yield Finding(FindingKind.SPACE_BEFORE_MARK, target_span=span, found=(match[1],))
