"""The same counting as `counting`, by numpy: several times as fast on large slices, once numpy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_Words = npt.NDArray[np.uint64]

# What is worked on at a time stays in the cache of one core.
_BYTES_AT_ONCE = 1024 * 1024


def texts_with(contents: Sequence[bytes], minimum: int) -> list[tuple[int, int]]:
    """As `counting.texts_with`, for slices of whole words of 64 bits."""
    slices = [np.frombuffer(content, "<u8") for content in contents]
    words, count = len(slices[0]), len(slices)
    width = min(words, max(1, _BYTES_AT_ONCE // (8 * count)))
    level, other = np.empty(count * width, np.uint64), np.empty(count * width, np.uint64)
    found: list[tuple[int, int]] = []
    for start in range(0, words, width):
        size = min(width, words - start)
        part = level[: count * size]
        np.concatenate([one[start : start + size] for one in slices], out=part)
        shape = (count, size)
        found += _texts(_planes(part.reshape(shape), other[: count * size].reshape(shape)), minimum, 64 * start)
    return found


def _texts(counts: Sequence[_Words], minimum: int, first: int) -> list[tuple[int, int]]:
    passed = _at_least(counts, minimum)
    words = np.flatnonzero(passed)
    if not len(words):
        return []
    bits = np.unpackbits(passed[words].astype("<u8").view(np.uint8), bitorder="little").reshape(-1, 64)
    row, bit = np.nonzero(bits)
    word, shift = words[row], bit.astype(np.uint64)
    count = np.zeros(len(word), np.int64)
    for power, plane in enumerate(counts):
        count += (plane[word] >> shift & np.uint64(1)).astype(np.int64) << power
    return list(zip((first + word * 64 + bit).tolist(), count.tolist(), strict=True))


def _planes(level: _Words, other: _Words) -> list[_Words]:
    """The counts of the slices as planes, the lowest first. Whole groups of slices are added at once, in place; both
    arrays are written over."""
    found: list[_Words] = []
    left = len(level)
    while left:
        carries = 0
        while left > 1:
            group = max(1, left // 3)
            first, second = level[:group], level[group : 2 * group]
            carry = other[carries : carries + group]
            np.bitwise_and(first, second, out=carry)
            first ^= second
            if left > 2:
                third = level[2 * group : 3 * group]
                np.bitwise_and(first, third, out=second)
                carry |= second
                first ^= third
            carries += group
            rest = left - min(3, left) * group
            level[group : group + rest] = level[left - rest : left]
            left = group + rest
        found.append(level[0].copy())
        level, other, left = other, level, carries
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
