"""The marks of a text: a number of 64 bits with one bit for each of its different characters.

Many short texts share most of their pairs of characters with a query and are not like it. An edit takes one character
away at most and brings one in at most, so marks that differ too much show it before a key is read.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache

from rnk_gloss.store.fuzzy.signatures import HASHED_BITS, PAIR_FACTOR

# Longer texts have so many characters that most bits are set, and pairs enough to tell them apart.
_MOST_MARKED_SLOTS = 1024
_SHIFT = 58


def has_marks(slots: int) -> bool:
    """Whether texts with so many slots have marks."""
    return slots <= _MOST_MARKED_SLOTS


def marks(text: str) -> int:
    """The marks of a text."""
    found = 0
    for character in text:
        found |= _mark(character)
    return found


def marks_of(texts: Sequence[str]) -> array[int]:
    """The marks of each of the texts, none of which is empty."""
    return _marks_by_numpy(texts) if "numpy" in sys.modules else array("Q", map(marks, texts))


def _marks_by_numpy(texts: Sequence[str]) -> array[int]:
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    bits = np.uint64(1) << (characters * np.uint64(PAIR_FACTOR) >> np.uint64(_SHIFT))
    return array("Q", np.bitwise_or.reduceat(bits, np.cumsum(lengths) - lengths).tobytes())


@lru_cache(maxsize=16_384)
def _mark(character: str) -> int:
    return 1 << ((ord(character) * PAIR_FACTOR & HASHED_BITS) >> _SHIFT)


def most_apart(longer: int, edits: int) -> tuple[int, int]:
    """How many marks a text at most that many edits away, `longer` by so much or shorter, lacks at most of a query's,
    and how many it has beyond them."""
    # A character of the one that the other has not is exchanged or taken away; so many are put in beside it.
    return edits - max(longer, 0), edits - max(-longer, 0)
