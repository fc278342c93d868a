"""The same counting as `counting`, by numpy: several times as fast on large slices, once numpy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnk_gloss.store.fuzzy.counting import Stretch

_Words = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

# What is worked on at a time, some rows of so many words, stays in the cache of one core.
_WORDS_AT_ONCE = 4096


def texts_with(contents: Sequence[bytes], stretches: Sequence[Stretch]) -> tuple[Numbers, Numbers]:
    """As `counting.texts_with`, for slices of one size, in whole words of 64 bits: the texts, and the count of each."""
    slices: list[_Words] = [np.frombuffer(content, "<u8") for content in contents]
    words, minimum = len(slices[0]), min(stretch.least for stretch in stretches)
    stops, least = np.array(stretches, np.int64).T
    found: list[tuple[Numbers, Numbers]] = []
    for start in range(0, words, _WORDS_AT_ONCE):
        part = slices if words <= _WORDS_AT_ONCE else [one[start : start + _WORDS_AT_ONCE] for one in slices]
        counts = _planes(part)
        text, count = _counted(_at_least(counts, minimum), counts)
        text += 64 * start
        enough = count >= least[np.searchsorted(stops, text, "right")]
        found.append((text[enough], count[enough]))
    together = zip(*found, strict=True)
    return np.concatenate(next(together)), np.concatenate(next(together))


def lengths_at(places: Numbers, stretches: Sequence[tuple[int, range]]) -> Numbers:
    """The length that belongs to each of the places, of stretches of places with one length each."""
    lengths = np.array([length for length, _ in stretches], np.int64)
    return lengths[np.searchsorted([stretch.stop for _, stretch in stretches], places, "right")]


def _counted(passed: _Words, counts: Sequence[_Words]) -> tuple[Numbers, Numbers]:
    """The numbers of the texts whose bit is set in `passed`, and their counts."""
    words = np.flatnonzero(passed)
    bits = np.unpackbits(passed[words].astype("<u8").view(np.uint8), bitorder="little").reshape(-1, 64)
    row, bit = np.nonzero(bits)
    word = words[row]
    columns = np.array([plane[word] for plane in counts])
    worth = 1 << np.arange(len(counts))
    return word * 64 + bit, worth @ (columns >> bit.astype(np.uint64) & np.uint64(1)).astype(np.int64)


def _planes(slices: Sequence[_Words]) -> list[_Words]:
    """The counts of the slices as planes, the lowest first."""
    found: list[_Words] = []
    spare = np.empty_like(slices[0])
    level = slices
    while level:
        total, carried = level[0], []
        for place in range(1, len(level) - 1, 2):
            second, third = level[place], level[place + 1]
            either = total ^ second
            # The first sum is a slice, which is not ours to write over.
            carry = total & second if place == 1 else np.bitwise_and(total, second, out=total)
            np.bitwise_and(either, third, out=spare)
            carried.append(np.bitwise_or(carry, spare, out=carry))
            total = np.bitwise_xor(either, third, out=either)
        if len(level) % 2 == 0:
            carried.append(total & level[-1])
            total = total ^ level[-1]
        found.append(total)
        level = carried
    return found


def _at_least(counts: Sequence[_Words], minimum: int) -> _Words:
    above = np.zeros_like(counts[0])
    equal = ~above
    for power in range(max(len(counts), minimum.bit_length()) - 1, -1, -1):
        plane = counts[power] if power < len(counts) else np.zeros_like(above)
        if minimum >> power & 1:
            equal &= plane
        else:
            above |= equal & plane
            equal &= ~plane
    return above | equal
