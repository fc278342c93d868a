"""Text as a reader sees it, every character still tied to its place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rnk_gloss.model.traced import TracedText

# Control characters, soft hyphens, zero-width spaces, direction marks: nothing that is seen. Joiners and variation
# selectors stay, they change the letter.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff]+")


def as_read(content: TracedText) -> TracedText:
    """The text in NFC, without invisible characters and without white space at its ends."""
    return _composed(_without_invisible(content)).stripped()


def _without_invisible(content: TracedText) -> TracedText:
    if not _INVISIBLE.search(content.text):
        return content
    pieces, kept_from = [], 0
    for match in _INVISIBLE.finditer(content.text):
        pieces.append(content[kept_from : match.start()])
        kept_from = match.end()
    pieces.append(content[kept_from:])
    return TracedText.joined(pieces)


def _composed(content: TracedText) -> TracedText:
    """NFC; a letter that was composed stands for all the characters it was composed of (Unicode, UAX #15)."""
    if unicodedata.is_normalized("NFC", content.text):
        return content
    pieces, kept_from = [], 0
    for start, end in _clusters(content.text):
        cluster = content.text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            pieces.append(content[kept_from:start])
            pieces.append(TracedText.standing_for(composed, content.original_span(start, end)))
            kept_from = end
    pieces.append(content[kept_from:])
    return TracedText.joined(pieces)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Runs of characters that composition cannot cross: a letter with the marks that follow it."""
    start = 0
    for at in range(1, len(text)):
        if not _continues_cluster(text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _continues_cluster(character: str) -> bool:
    # Vowels and finals of Hangul compose with the letter before them although they are no marks.
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"
