"""The edits (Levenshtein) between two texts: counted by rapidfuzz, or in Python as long as few were asked for.

A command that looks one text up has less for rapidfuzz to do than it takes to load. Both ways count alike and, of
several ways with the fewest edits, take the same. Texts are strings or lists of words. In Python one number has a bit
for each place of the text (Myers 1999, as Hyyrö 2003 has it).
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import ClassVar, Protocol

Text = Sequence[Hashable]
Block = tuple[int, int, int]


class Distance(Protocol):
    """Counts the edits to another text: one more than `score_cutoff` where there are more than that."""

    def __call__(self, other: Text, /, *, score_cutoff: int) -> int: ...


def distance_from(text: Text) -> Distance:
    """What counts the edits between a text and others."""
    if "rapidfuzz" not in sys.modules:
        return _DistanceInPython(text)
    from rapidfuzz.distance import Levenshtein

    return partial(Levenshtein.distance, text)


def kept_blocks(text: Text, other: Text) -> list[Block]:
    """Where two texts agree when one is made the other by the fewest edits, from left to right.

    Each block is its start in both and its length; the last one is empty, at the ends of both.
    """
    if InPython.is_enough(text, other):
        return _kept_blocks(text, other)
    from rapidfuzz.distance import Levenshtein

    return [(block.a, block.b, block.size) for block in Levenshtein.editops(text, other).as_matching_blocks()]


class InPython:
    """Whether to count in Python."""

    # To read so many characters takes as long as to load rapidfuzz.
    characters_left: ClassVar[int] = 10_000
    # For longer texts rapidfuzz cuts its work in two, and may take another of several ways.
    _most_places: ClassVar[int] = 65_536

    @classmethod
    def is_enough(cls, text: Text, other: Text) -> bool:
        """Whether rapidfuzz is not there, nor worth loading for these texts."""
        if "rapidfuzz" in sys.modules or len(text) * len(other) > cls._most_places:
            return False
        cls.characters_left -= len(other)
        return cls.characters_left >= 0


class _DistanceInPython:
    __slots__ = ("_bits", "_text")

    def __init__(self, text: Text) -> None:
        self._text = text
        self._bits = _bits(text)

    def __call__(self, other: Text, /, *, score_cutoff: int) -> int:
        if InPython.is_enough(self._text, other):
            return min(score_cutoff + 1, _distance(self._bits, len(self._text), other))
        from rapidfuzz.distance import Levenshtein

        return Levenshtein.distance(self._text, other, score_cutoff=score_cutoff)


def _bits(text: Text) -> dict[Hashable, int]:
    """For each character of the text its places, as bits."""
    bits: dict[Hashable, int] = {}
    place = 1
    for character in text:
        bits[character] = bits.get(character, 0) | place
        place <<= 1
    return bits


def _columns(bits: dict[Hashable, int], length: int, other: Text) -> Iterator[tuple[int, int, int]]:
    """The table of distances between a text of `length` with these places and another one, column by column.

    Only steps between neighbours are kept: where the distance is one more, as bits, and where one less, than at the
    place before; and by how much it changes at the last place.
    """
    every = (1 << length) - 1
    last = 1 << length >> 1
    rises, falls = every, 0
    for character in other:
        alike = bits.get(character, 0) | falls
        even = ((alike & rises) + rises ^ rises | alike) & every
        up, down = falls | every ^ (even | rises), even & rises
        change = bool(up & last) - bool(down & last)
        up = up << 1 | 1
        rises, falls = (down << 1 | every ^ (even | up) & every) & every, up & even
        yield rises, falls, change


def _distance(bits: dict[Hashable, int], length: int, other: Text) -> int:
    return length + sum(change for _, _, change in _columns(bits, length, other)) if length else len(other)


def _kept_blocks(text: Text, other: Text) -> list[Block]:
    # What both begin and end with is kept in any case, and rapidfuzz leaves it out of the table.
    first, last, last_of_other = 0, len(text), len(other)
    while first < min(last, last_of_other) and text[first] == other[first]:
        first += 1
    while first < min(last, last_of_other) and text[last - 1] == other[last_of_other - 1]:
        last, last_of_other = last - 1, last_of_other - 1
    kept = _kept_pairs(text[first:last], other[first:last_of_other])
    blocks = [(0, 0, first)] if first else []
    for place, place_of_other in [(first + here, first + there) for here, there in kept] + [(last, last_of_other)]:
        ends = blocks and (blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]) == (place, place_of_other)
        length = 1 if place < last else len(text) - last
        if ends:
            start, start_of_other, before = blocks.pop()
            blocks.append((start, start_of_other, before + length))
        elif length:
            blocks.append((place, place_of_other, length))
    return [*blocks, (len(text), len(other), 0)]


def _kept_pairs(text: Text, other: Text) -> list[tuple[int, int]]:
    """The places of the characters kept, in the text and in the other one."""
    columns = list(_columns(_bits(text), len(text), other))
    kept = []
    place, place_of_other = len(text), len(other)
    while place and place_of_other:
        if columns[place_of_other - 1][0] >> place - 1 & 1:
            place -= 1
            continue
        place_of_other -= 1
        if place_of_other and columns[place_of_other - 1][1] >> place - 1 & 1:
            continue
        place -= 1
        if text[place] == other[place_of_other]:
            kept.append((place, place_of_other))
    return kept[::-1]
