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
    yield from _windows(points.astype(np.uint64), places, len(texts))


def _windows(points: npt.NDArray[np.uint64], places: npt.NDArray[np.uint32], texts: int) -> Iterator[tuple[int, bytes]]:
    """The windows of texts, which stand one behind the other, with their slices."""
    import numpy as np

    bits = np.uint64(_CHARACTER_BITS)
    pairs = points[:-1] << bits | points[1:]
    is_ascii = points < _ASCII
    whole = places[:-1] == places[1:]
    both = is_ascii[:-1] & is_ascii[1:] & whole
    other = whole & ~both
    three = both[:-1] & both[1:]
    windows = np.concatenate((pairs[other], pairs[:-1][three] << bits | points[2:][three]))
    slots = (windows * np.uint64(_FACTOR) >> np.uint64(_HASH_SHIFT) & np.uint64(_SLOTS - 1)).astype(np.uint32)
    yield from _grouped(
        slots, np.concatenate((places[:-1][other], places[:-2][three])), FIRST_SLOT + np.arange(_SLOTS), texts
    )
    numbers = (points[:-1][both] << np.uint64(_ASCII_BITS) | points[1:][both]).astype(np.uint32)
    names = FIRST_PAIR + np.arange(_ASCII << _ASCII_BITS)
    yield from _grouped(numbers, places[:-1][both], names, texts, most=texts // _MANY)


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
    at_once = 1 << 32 - _PLACE_BITS
    for first in range(0, len(names), at_once):
        inside = (ranks >= first) & (ranks < first + at_once)
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
