"""What an index of parts of texts knows of them: their characters, and their windows of two or three characters.

Single characters are kept as they are. Windows are hashed into slots: of two characters, and of three where all are
Latin, since there are few letters and every long English text has most pairs of them (n-gram index: Zobel, Moffat and
Sacks-Davis 1993).
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
# Code points stand below the first slot.
FIRST_SLOT = 1 << 21
GRAM_BITS = 22

_SLOTS = 2048
_LATIN = 0x250
_CHARACTER_BITS = 21
_PLACE_BITS = 17
# Multiplicative hashing (Knuth, The Art of Computer Programming 3, section 6.4).
_FACTOR, _HASH_SHIFT, _MASK = 0x9E3779B97F4A7C15, 40, (1 << 64) - 1

assert TEXTS_OF_BLOCK == 1 << _PLACE_BITS


def grams(text: str) -> set[int]:
    """The numbers of the characters and windows of a text: each text that holds this one has all of them."""
    points = [ord(character) for character in text]
    found = set(points)
    for first, second, third in zip(points, points[1:], [*points[2:], _LATIN], strict=False):
        if first >= _LATIN or second >= _LATIN:
            found.add(_slot(first << _CHARACTER_BITS | second))
        elif third < _LATIN:
            found.add(_slot((first << _CHARACTER_BITS | second) << _CHARACTER_BITS | third))
    return found


def _slot(window: int) -> int:
    return FIRST_SLOT + ((window * _FACTOR & _MASK) >> _HASH_SHIFT & _SLOTS - 1)


def postings(texts: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Each gram of at most `TEXTS_OF_BLOCK` texts, rising, with its slice as it is stored."""
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.repeat(np.arange(len(texts), dtype=np.uint32), lengths)
    characters = np.flatnonzero(np.bincount(points, minlength=1))
    rank = np.zeros(FIRST_SLOT, np.uint32)
    rank[characters] = np.arange(len(characters), dtype=np.uint32)
    yield from _grouped(rank[points], places, characters, len(texts))
    slots, places = _slots(points.astype(np.uint64), places)
    yield from _grouped(slots, places, np.arange(FIRST_SLOT, FIRST_SLOT + _SLOTS), len(texts))


def _slots(
    points: npt.NDArray[np.uint64], places: npt.NDArray[np.uint32]
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """The slots of the windows of texts, which stand one behind the other, each with the place of its text."""
    import numpy as np

    bits = np.uint64(_CHARACTER_BITS)
    pairs = points[:-1] << bits | points[1:]
    is_latin = points < _LATIN
    both_latin = is_latin[:-1] & is_latin[1:]
    whole = (places[:-1] == places[1:]) & ~both_latin
    whole_of_three = (places[:-2] == places[2:]) & both_latin[:-1] & is_latin[2:]
    windows = np.concatenate((pairs[whole], pairs[:-1][whole_of_three] << bits | points[2:][whole_of_three]))
    slots = windows * np.uint64(_FACTOR) >> np.uint64(_HASH_SHIFT) & np.uint64(_SLOTS - 1)
    return slots.astype(np.uint32), np.concatenate((places[:-1][whole], places[:-2][whole_of_three]))


def _grouped(
    ranks: npt.NDArray[np.uint32], places: npt.NDArray[np.uint32], names: npt.NDArray[np.int64], texts: int
) -> Iterator[tuple[int, bytes]]:
    """The name of each rank that is there, with the slice of its places."""
    import numpy as np

    # Rank and place are sorted as one number of 32 bits, which is fast; no Japanese has 32,768 different characters.
    most = 1 << 32 - _PLACE_BITS
    for first in range(0, len(names), most):
        inside = (ranks >= first) & (ranks < first + most)
        together = np.sort((ranks[inside] - np.uint32(first)) << np.uint32(_PLACE_BITS) | places[inside])
        ranked = together >> np.uint32(_PLACE_BITS)
        place = together & np.uint32((1 << _PLACE_BITS) - 1)
        starts = np.flatnonzero(np.diff(ranked, prepend=~ranked[:1])).tolist()
        for start, end in pairwise([*starts, len(ranked)]):
            bits = np.zeros(texts, np.bool_)
            bits[place[start:end]] = True
            yield int(names[first + int(ranked[start])]), packed(np.packbits(bits, bitorder="little").tobytes())
