"""Runs of the index: what is known of each, and reading its slices and units."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rnk_gloss.model.side import Side
from rnk_gloss.store.fuzzy.signatures import MOST_SLOTS

UNITS_OF_BLOCK = 4_096
BLOCKS_OF_RUN = 65_536
# A slice of so many units is 32 KB: a few pages of the file.
UNITS_OF_RUN = 262_144
_SLOTS_OF_STATEMENT = 16


@dataclass
class Run:
    """One run of the index; it never changes as long as it is there."""

    id: int
    language: str
    units: int
    slots: int
    lengths: array[int]
    starts: array[int]
    packed_frequencies: bytes = field(repr=False)

    @cached_property
    def frequencies(self) -> array[int]:
        """How many units have each slot."""
        return _numbers("I", self.packed_frequencies)

    def places(self, shortest: int, longest: int) -> range:
        """The places of the units whose keys have such a length."""
        first, last = bisect_left(self.lengths, shortest), bisect_right(self.lengths, longest)
        return range(self._start(first), self._start(last))

    def length_at(self, place: int) -> int:
        """The length of the key of the unit at a place."""
        return self.lengths[bisect_right(self.starts, place) - 1]

    def lengths_at(self, places: range) -> array[int]:
        """The different lengths of the keys of the units at these places, of which there is one at least."""
        first, last = bisect_right(self.starts, places[0]) - 1, bisect_right(self.starts, places[-1])
        return self.lengths[first:last]

    def _start(self, number: int) -> int:
        return self.starts[number] if number < len(self.starts) else self.units

    def slices(self, connection: sqlite3.Connection, slots: Sequence[int], first: int, size: int) -> list[bytes]:
        """`size` bytes of the slices of these slots, from byte `first` on."""
        # The last one again and again, so that there are few different statements and SQLite has each ready.
        padded = [*slots, *[slots[-1]] * (-len(slots) % _SLOTS_OF_STATEMENT)]
        places = ", ".join("?" * len(padded))
        start = self.id * MOST_SLOTS
        rows = connection.execute(
            f"SELECT substr(bits, ?, ?) FROM fuzzy_slice WHERE id IN ({places})",
            (first + 1, size, *[start + slot for slot in padded]),
        )
        return [row[0] for row in rows]


@dataclass
class RunUnits:
    """The ids of the units of runs, read block by block and kept."""

    blocks: dict[int, array[int]] = field(default_factory=dict)

    def of(self, connection: sqlite3.Connection, run: Run, places: Sequence[int]) -> list[int]:
        """The ids of the units at these places of a run."""
        first = run.id * BLOCKS_OF_RUN
        return [self._block(connection, first + place // UNITS_OF_BLOCK)[place % UNITS_OF_BLOCK] for place in places]

    def _block(self, connection: sqlite3.Connection, number: int) -> array[int]:
        block = self.blocks.get(number)
        if block is None:
            row = connection.execute("SELECT units FROM fuzzy_units WHERE id = ?", (number,)).fetchone()
            block = self.blocks[number] = _numbers("q", row[0])
        return block


def read_runs(connection: sqlite3.Connection, side: Side) -> list[Run]:
    """All runs of one side of the index."""
    rows = connection.execute(
        "SELECT id, language, units, slots, lengths, starts, frequencies FROM fuzzy_run WHERE side = ? ORDER BY id",
        (side,),
    )
    return [Run(row[0], row[1], row[2], row[3], _numbers("I", row[4]), _numbers("I", row[5]), row[6]) for row in rows]


def _numbers(kind: str, packed: bytes) -> array[int]:
    numbers = array(kind)
    numbers.frombytes(packed)
    return numbers
