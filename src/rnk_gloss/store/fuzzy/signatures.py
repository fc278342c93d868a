"""The signature of a text: which of a fixed number of slots its pairs of neighbouring characters fall into.

A pair that occurs several times counts as so many different ones (the first 、「, the second 、「 …): otherwise texts
full of markup would all look alike.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Raised whenever the same text gets another signature, or runs are kept otherwise: an index of another version is built
# anew.
SIGNATURE_VERSION = 5
MOST_SLOTS = 8192
# Longer texts have more pairs and get more slots, so that by chance few of them share many with a query.
_CLASSES = ((16, 512), (64, 1024), (128, 2048), (256, 4096))

_CHARACTER_BITS = 21
HASHED_BITS = (1 << 64) - 1
# Odd numbers whose high bits mix well: multiplicative hashing (Knuth, The Art of Computer Programming 3, section 6.4).
PAIR_FACTOR, _REPETITION_STEP = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
_HASH_SHIFT = 40
_TEXTS_AT_ONCE = 16_384


def slot_count(length: int) -> int:
    """How many slots texts of this length are given: a power of two."""
    return next((slots for longest, slots in _CLASSES if length <= longest), MOST_SLOTS)


def slots(text: str, count: int) -> set[int]:
    """The slots, out of `count`, into which the pairs of a text fall."""
    return slots_of_hashes(pair_hashes(text), count)


def slots_of_hashes(hashes: Iterable[int], count: int) -> set[int]:
    """The slots, out of `count`, of pairs with these hashes."""
    last = count - 1
    return {value & last for value in hashes}


def pair_hashes(text: str) -> list[int]:
    """A number for each pair of the text, of which the lowest bits are its slot."""
    repetitions: dict[int, int] = {}
    found = []
    for first, second in pairwise(map(ord, text)):
        pair = first << _CHARACTER_BITS | second
        repetition = repetitions.get(pair, 0)
        repetitions[pair] = repetition + 1
        found.append(((pair + repetition * _REPETITION_STEP) * PAIR_FACTOR & HASHED_BITS) >> _HASH_SHIFT)
    return found


def slices(texts: Sequence[str], count: int) -> tuple[list[bytes], array[int]]:
    """For each slot one bit for each text, in order from the lowest bit, and how many texts have the slot."""
    by_numpy = len(texts) > (_FEW_FOR_NUMPY if "numpy" in sys.modules else _FEW)
    return _slices_by_numpy(texts, count) if by_numpy else _slices_by_hand(texts, count)


# numpy takes longer to load than so many texts take without it; once it is loaded, fewer pay.
_FEW, _FEW_FOR_NUMPY = 4_000, 100


def _width(texts: int) -> int:
    """The bytes of a slice: whole words of 64 bits."""
    return -(-texts // 64) * 8


def _slices_by_hand(texts: Sequence[str], count: int) -> tuple[list[bytes], array[int]]:
    rows: dict[int, bytearray] = {}
    frequencies = array("I", bytes(4 * count))
    for place, text in enumerate(texts):
        byte, bit = place >> 3, 1 << (place & 7)
        for slot in slots(text, count):
            row = rows.get(slot)
            if row is None:
                row = rows[slot] = bytearray(_width(len(texts)))
            row[byte] |= bit
            frequencies[slot] += 1
    empty = bytes(_width(len(texts)))
    return [bytes(rows.get(slot, empty)) for slot in range(count)], frequencies


def _slices_by_numpy(texts: Sequence[str], count: int) -> tuple[list[bytes], array[int]]:
    import numpy as np

    table = np.zeros((count, _width(len(texts))), np.uint8)
    frequencies = np.zeros(count, np.int64)
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        part = texts[start : start + _TEXTS_AT_ONCE]
        text_of_slot, slot = _slots_by_numpy(part, count)
        width = _width(len(part)) * 8
        bits = np.zeros(count * width, np.uint8)
        bits[slot * width + text_of_slot] = 1
        marked = bits.reshape(count, width)
        frequencies += marked.sum(axis=1, dtype=np.int64)
        table[:, start // 8 : start // 8 + width // 8] = np.packbits(marked, axis=1, bitorder="little")
    return [row.tobytes() for row in table], array("I", frequencies.tolist())


def _slots_by_numpy(texts: Sequence[str], count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The same slots as `slots` gives: the place of a text in `texts`, and a slot of it."""
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    text = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    inside = text[:-1] == text[1:]
    pairs = ((characters[:-1] << np.uint64(_CHARACTER_BITS)) | characters[1:])[inside]
    # A text number of 14 bits and a pair of 42 fit into one word, which one sort brings together.
    bits = np.uint64(2 * _CHARACTER_BITS)
    together = np.sort(text[:-1][inside] << bits | pairs)
    places = np.arange(len(together))
    is_first = np.ones(len(together), np.bool_)
    is_first[1:] = together[1:] != together[:-1]
    repetition = (places - np.maximum.accumulate(np.where(is_first, places, 0))).astype(np.uint64)
    pairs = together & np.uint64((1 << 2 * _CHARACTER_BITS) - 1)
    hashed = (pairs + repetition * np.uint64(_REPETITION_STEP)) * np.uint64(PAIR_FACTOR)
    slot = (hashed >> np.uint64(_HASH_SHIFT)) & np.uint64(count - 1)
    return (together >> bits).astype(np.int64), slot.astype(np.int64)
