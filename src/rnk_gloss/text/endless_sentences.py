"""Where a text without stops is cut for an aligner, which can join pieces but not cut them.

Transcripts and chats, and files whose stops were lost, run on for pages. As one sentence such a page could only be
paired with a whole page, and mostly with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Hardly a sentence is longer than `longest` characters; pieces of it have `shortest` or more.

    A piece ends where the first of the `ends` is found that is found at all within `overdue` characters: a stop, which
    a long quotation has inside, a pause, or at last whatever else may be the end of a clause, however far.
    """

    longest: int
    shortest: int
    overdue: int
    ends: tuple[re.Pattern[str], ...]


def _pieces(longest: int, shortest: int, overdue: int, *ends: str) -> _Pieces:
    patterns = (*ends[:-1], "|".join(ends))
    return _Pieces(longest, shortest, overdue, tuple(re.compile(pattern) for pattern in patterns))


_JAPANESE = _pieces(
    600,
    40,
    200,
    r"[。！？!?]+[」』”）)]*",
    r"[、，,;；:：\s]+",
    r"(?:ます|です|でした|ました|ません|である|であった|だった|った|いる|いた|する|した|ない)(?=[^ぁ-ゖー、。])",
)
_OTHER = _pieces(1_800, 100, 500, r"[.!?]['\"’”)]*\s+", r"[,;:–—]\s+", r"\s+")


def ends_in_endless_sentences(line: str, ends: Sequence[int], *, japanese: bool) -> list[int]:
    """The ends of a line's sentences, which are given, with those of the pieces of sentences that never end."""
    pieces = _JAPANESE if japanese else _OTHER
    found: list[int] = []
    for start, stop in pairwise([0, *ends, len(line)]):
        if stop - start > pieces.longest:
            found += _piece_ends(line, start, stop, pieces)
        if stop < len(line):
            found.append(stop)
    return found


def _piece_ends(line: str, start: int, stop: int, pieces: _Pieces) -> Iterator[int]:
    *usual, any_end = pieces.ends
    while True:
        first, last = start + pieces.shortest, min(stop, start + pieces.overdue)
        found = next(filter(None, (end.search(line, first, last) for end in usual)), any_end.search(line, first, stop))
        if found is None or found.end() > stop - pieces.shortest:
            return
        start = found.end()
        yield start
