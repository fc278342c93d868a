"""What an index of parts of texts knows of them: their characters, and their windows of two or three characters.

Windows are hashed into slots: of two characters, and of three where all are ASCII, since there are few letters and
every long English text has most pairs of them (n-gram index: Zobel, Moffat and Sacks-Davis 1993). Single characters
and pairs of ASCII have a number of their own. Of such a pair that many texts have, only that is kept: it tells nothing,
but one that no text has tells all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rnk_gloss.store.substrings.slices import packed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Raised whenever the same text gets other grams: blocks of another version are not read any more.
POSTINGS_VERSION = 1
TEXTS_OF_BLOCK = 131_072
# Code points stand below the first slot, pairs of ASCII behind the last.
FIRST_SLOT = 1 << 21
GRAM_BITS = 22

_SLOTS = 4096
_ASCII, _ASCII_BITS = 0x80, 7
FIRST_PAIR = FIRST_SLOT + _SLOTS
_MANY = 32
# So many characters, or places of a few grams, are sorted at once: the copies that this takes stay small.
_POINTS_AT_ONCE = 1 << 20
_CHARACTER_BITS = 21
_PLACE_BITS = 17
# Multiplicative hashing (Knuth, The Art of Computer Programming 3, section 6.4).
_FACTOR, _HASH_SHIFT, _MASK = 0x9E3779B97F4A7C15, 40, (1 << 64) - 1

assert TEXTS_OF_BLOCK == 1 << _PLACE_BITS


def grams(text: str) -> set[int]:
    """The numbers of the characters and windows of a text: each text that holds this one has all of them."""
    points = [ord(character) for character in text]
    found = set(points)
    for first, second, third in zip(points, points[1:], [*points[2:], _ASCII], strict=False):
        if first >= _ASCII or second >= _ASCII:
            found.add(_slot(first << _CHARACTER_BITS | second))
            continue
        found.add(FIRST_PAIR + (first << _ASCII_BITS | second))
        if third < _ASCII:
            found.add(_slot((first << _CHARACTER_BITS | second) << _CHARACTER_BITS | third))
    return found


def _slot(window: int) -> int:
    return FIRST_SLOT + ((window * _FACTOR & _MASK) >> _HASH_SHIFT & _SLOTS - 1)


def postings(texts: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Each gram of at most `TEXTS_OF_BLOCK` texts with its slice as it is stored, which is empty for common pairs."""
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.repeat(np.arange(len(texts), dtype=np.uint32), lengths)
    characters = np.flatnonzero(np.bincount(points, minlength=1))
    rank = np.zeros(FIRST_SLOT, np.uint32)
    rank[characters] = np.arange(len(characters), dtype=np.uint32)
    yield from _grouped(rank[points], places, characters, len(texts))
    yield from _windows(points, places, len(texts))


def _windows(points: npt.NDArray[np.uint32], places: npt.NDArray[np.uint32], texts: int) -> Iterator[tuple[int, bytes]]:
    """The windows of texts, which stand one behind the other, with their slices."""
    import numpy as np

    bits = np.uint64(_CHARACTER_BITS)
    slots, at = _Collected(len(points)), _Collected(len(points))
    for part, place, both, other in _pairs(points, places):
        three = both[:-1] & both[1:]
        pairs = part[:-1] << bits | part[1:]
        windows = np.concatenate((pairs[other], pairs[:-1][three] << bits | part[2:][three]))
        slots.add((windows * np.uint64(_FACTOR) >> np.uint64(_HASH_SHIFT) & np.uint64(_SLOTS - 1)).astype(np.uint32))
        at.add(np.concatenate((place[:-1][other], place[:-2][three])))
    yield from _grouped(slots.values, at.values, FIRST_SLOT + np.arange(_SLOTS), texts)
    numbers, at = _Collected(len(points)), _Collected(len(points))
    for part, place, both, _ in _pairs(points, places):
        both[_POINTS_AT_ONCE:] = False
        numbers.add((part[:-1][both] << np.uint64(_ASCII_BITS) | part[1:][both]).astype(np.uint32))
        at.add(place[:-1][both])
    names = FIRST_PAIR + np.arange(_ASCII << _ASCII_BITS)
    yield from _grouped(numbers.values, at.values, names, texts, most=texts // _MANY)


class _Collected:
    """Numbers that come in parts; there are at most as many as there is room for."""

    def __init__(self, room: int) -> None:
        import numpy as np

        self._room = np.empty(room, np.uint32)
        self._count = 0

    def add(self, part: npt.NDArray[np.uint32]) -> None:
        self._room[self._count : self._count + len(part)] = part
        self._count += len(part)

    @property
    def values(self) -> npt.NDArray[np.uint32]:
        return self._room[: self._count]


def _pairs(
    points: npt.NDArray[np.uint32], places: npt.NDArray[np.uint32]
) -> Iterator[tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint32], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]]:
    """Parts of the texts with their places, and which pairs of neighbours within a text are both ASCII, and which not.

    A window belongs to the part in which it begins, so two characters of the next part stand at the end of each.
    """
    import numpy as np

    for start in range(0, len(points), _POINTS_AT_ONCE):
        part = points[start : start + _POINTS_AT_ONCE + 2].astype(np.uint64)
        place = places[start : start + _POINTS_AT_ONCE + 2]
        whole = place[:-1] == place[1:]
        is_ascii = part < _ASCII
        both = is_ascii[:-1] & is_ascii[1:] & whole
        other = whole & ~both
        other[_POINTS_AT_ONCE:] = False
        yield part, place, both, other


def _grouped(
    ranks: npt.NDArray[np.uint32],
    places: npt.NDArray[np.uint32],
    names: npt.NDArray[np.int64],
    texts: int,
    *,
    most: int | None = None,
) -> Iterator[tuple[int, bytes]]:
    """The name of each rank that is there, with the slice of its places; where it has more than `most`, with none."""
    import numpy as np

    # Rank and place are sorted as one number of 32 bits, which is fast; no Japanese has 32,768 different characters.
    counts = np.zeros(len(names), np.int64)
    for start in range(0, len(ranks), _POINTS_AT_ONCE):
        counts += np.bincount(ranks[start : start + _POINTS_AT_ONCE], minlength=len(names))
    ends = np.cumsum(counts)
    first, last, before = 0, 0, 0
    while last < len(names):
        first, last = last, int(np.searchsorted(ends, before + _POINTS_AT_ONCE, side="right"))
        last = min(max(last, first + 1), first + (1 << 32 - _PLACE_BITS), len(names))
        before = int(ends[last - 1])
        inside = (ranks >= first) & (ranks < last)
        together = np.sort((ranks[inside] - np.uint32(first)) << np.uint32(_PLACE_BITS) | places[inside])
        ranked = together >> np.uint32(_PLACE_BITS)
        place = together & np.uint32((1 << _PLACE_BITS) - 1)
        starts = np.flatnonzero(np.diff(ranked, prepend=~ranked[:1])).tolist()
        for start, end in pairwise([*starts, len(ranked)]):
            bits = np.zeros(texts, np.bool_)
            bits[place[start:end]] = True
            is_common = most is not None and np.count_nonzero(bits) > most
            stored = b"" if is_common else packed(np.packbits(bits, bitorder="little").tobytes())
            yield int(names[first + int(ranked[start])]), stored
