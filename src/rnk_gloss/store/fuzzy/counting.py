"""Counting, for very many texts at once, in how many of some slices each has its bit set.

A slice is one big number with a bit for each text. Counts are kept as planes: the bits of plane k together are the
numbers' bits of worth 2^k. Three planes become two by a carry-save adder, which works on all texts at the same time
(bit-slicing: Biham 1997; carry-save adders: Warren, Hacker's Delight, section 5-1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_NOT_ZERO = re.compile(rb"[^\0]")
_BITS_OF_BYTE = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


class Stretch(NamedTuple):
    """Neighbouring texts: those from where the stretch before ends up to `stop`, with the least count asked of them."""

    stop: int
    least: int


def texts_with(slices: Sequence[int], size: int, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The number of each text whose bit is set in as many of the slices as its stretch asks (over 0), rising, with its
    count.

    The lowest bit of a slice belongs to text 0; what is above `size` bytes is left out. The stretches hold all texts.
    """
    counts = planes(slices)
    every = (1 << 8 * size) - 1
    passed = at_least(counts, min(stretch.least for stretch in stretches), every)
    if not passed:
        return []
    found = []
    following = iter(stretches)
    stop, least = next(following)
    for text, count in counted(passed, [plane & every for plane in counts], size):
        while text >= stop:
            stop, least = next(following)
        if count >= least:
            found.append((text, count))
    return found


def planes(slices: Sequence[int]) -> list[int]:
    """The counts of the slices as planes, the lowest first."""
    found = []
    level = slices
    while level:
        total, carried = level[0], []
        for second, third in zip(level[1::2], level[2::2], strict=False):
            either = total ^ second
            carried.append(total & second | either & third)
            total = either ^ third
        if len(level) % 2 == 0:
            carried.append(total & level[-1])
            total ^= level[-1]
        found.append(total)
        level = carried
    return found


def at_least(counts: Sequence[int], minimum: int, every: int) -> int:
    """The texts whose count is at least `minimum`, which is over 0, as bits; `every` has the bit of each text set."""
    above, equal = 0, every
    for power in range(max(len(counts), minimum.bit_length()) - 1, -1, -1):
        plane = counts[power] if power < len(counts) else 0
        if minimum >> power & 1:
            equal &= plane
        else:
            above |= equal & plane
            equal &= ~plane
    return above | equal


def counted(texts: int, counts: Sequence[int], width: int) -> list[tuple[int, int]]:
    """The number of each text whose bit is set in `texts`, rising, with its count; `width` is the bytes of a plane."""
    content = texts.to_bytes(width, "little")
    contents = [plane.to_bytes(width, "little") for plane in counts]
    found = []
    for match in _NOT_ZERO.finditer(content):
        byte = match.start()
        column = [plane[byte] for plane in contents]
        for bit in _BITS_OF_BYTE[content[byte]]:
            count, worth = 0, 1
            for plane in column:
                if plane >> bit & 1:
                    count += worth
                worth += worth
            found.append((byte * 8 + bit, count))
    return found
