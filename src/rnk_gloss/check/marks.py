"""Marks of a translation: at its end, in pairs, and Japanese ones where others belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rnk_gloss.check.codes import without_codes
from rnk_gloss.check.leftovers import leftovers
from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.span import Span

_PAIRS = {"(": ")", "[": "]", "（": "）", "［": "］", "“": "”", "「": "」", "『": "』", "【": "】", "〔": "〕"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_QUOTES = '「」『』“”"'
# 1) and a) number the points of a list; :) and ;-) smile.
_LONE_CLOSING = re.compile(r"(?:(?:^|\s)(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})|[:;]-?)\Z")
_INCHES = re.compile(r'\d"')

_BEHIND_END = " \t\r\n\u3000)）」』】〕]］\"”'’*`_"
_ENDS = {
    "。": ".",
    "．": ".",
    ".": ".",
    "？": "?",
    "?": "?",
    "！": "!",
    "!": "!",
    "…": "…",
    "：": ":",
    ":": ":",
    "；": ";",
    ";": ";",
}
_SENTENCE_ENDS = frozenset(".?!…:;")

_WIDE = re.compile("[、。「」『』【】〈〉《》〔〕・〜\u3000\uff01-\uff5e]+")


def check_closing_mark(source: str, target: str) -> Iterator[Finding]:
    """A sentence without its mark at the end, and a question or an exclamation that is none in the translation."""
    mark, place = _end(source)
    other, other_place = _end(target)
    if mark == "?" != other or (mark == "." and other not in _SENTENCE_ENDS):
        yield Finding(
            FindingKind.CLOSING_MARK,
            source_span=Span(place, place + 1),
            target_span=Span(other_place, other_place + 1),
            wanted=(source[place],),
            found=(target[other_place],) if other else (),
        )


def check_pairs(source: str, target: str) -> Iterator[Finding]:
    """The first bracket or quotation mark of the translation that has no partner, unless the source has such a one.

    A quotation can go on over several sentences: its mark at either end is right where the source has none at all.
    """
    place = _unpaired(target)
    if place is None or _unpaired(source) is not None:
        return
    at_end = not target[:place].strip() or not target[place + 1 :].strip()
    if not (target[place] in _QUOTES and at_end and not any(mark in source for mark in _QUOTES)):
        yield Finding(FindingKind.UNPAIRED, target_span=Span(place, place + 1), found=(target[place],))


def check_width(target: str) -> Iterator[Finding]:
    """Full-width signs and Japanese marks in a language that has its own; what stands in a Japanese quotation may."""
    taken = leftovers(target)
    for match in _WIDE.finditer(without_codes(target)):
        span = Span(*match.span())
        if not any(one.start <= span.end and span.start <= one.end for one in taken):
            yield Finding(FindingKind.FULL_WIDTH, target_span=span, found=(match.group(),))


def _end(text: str) -> tuple[str, int]:
    """The mark that ends a text, in its plain form or "", and the place of its last character of weight."""
    place = len(text.rstrip(_BEHIND_END)) - 1
    return (_ENDS.get(text[place], ""), place) if place >= 0 else ("", 0)


def _unpaired(text: str) -> int | None:
    text = without_codes(text)
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in _PAIRS and text[place - 1 : place] not in {":", ";"}:
            waiting.append(place)
        elif character in _CLOSING:
            if waiting and text[waiting[-1]] == _CLOSING[character]:
                waiting.pop()
            elif not _LONE_CLOSING.search(text, max(0, place - 6), place):
                return place
    if waiting:
        return waiting[-1]
    quotes = _INCHES.sub("  ", text)
    return quotes.rindex('"') if quotes.count('"') % 2 else None
