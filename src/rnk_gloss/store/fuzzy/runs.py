"""Runs of the index: what is known of each, and reading its slices and units."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from rnk_gloss.model.side import Side
from rnk_gloss.store.fuzzy.signatures import MOST_SLOTS

# Few, for a query in a large memory looks at some hundred units far from each other.
UNITS_OF_BLOCK = 256
BLOCKS_OF_RUN = 65_536
# A slice of so many units is 32 KB: a few pages of the file.
UNITS_OF_RUN = 262_144
_BLOCKS_OF_STATEMENT = 64
# In a memory of up to two million units (34 MB) it pays to read neighbours, too.
_NEIGHBOURS, _MOST_BLOCKS_FOR_NEIGHBOURS = 16, 8_192
# Sixteen million units, with 270 MB: where a query looks into some hundred blocks, reading each takes the most time.
_MOST_KEPT_BLOCKS = 65_536
# Small runs can be kept in memory, as long as all together are no larger than this.
_MOST_UNITS_OF_KEPT, _MOST_KEPT_BYTES = 65_536, 24 * 1024 * 1024


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
    kept: list[int] | None = field(default=None, repr=False)

    @cached_property
    def frequencies(self) -> array[int]:
        """How many units have each slot."""
        return _numbers("I", self.packed_frequencies)

    def places(self, shortest: int, longest: int) -> range:
        """The places of the units whose keys have such a length."""
        first, last = bisect_left(self.lengths, shortest), bisect_right(self.lengths, longest)
        return range(self._start(first), self._start(last))

    def stretches(self, places: range) -> Iterator[tuple[int, range]]:
        """The different lengths of the keys of the units at these places, each with the places that have it."""
        first, last = bisect_right(self.starts, places.start) - 1, bisect_right(self.starts, places.stop - 1)
        starts = self.starts[first:last].tolist()
        stops = [*starts[1:], places.stop]
        starts[0] = places.start
        return zip(self.lengths[first:last], map(range, starts, stops), strict=True)

    def _start(self, number: int) -> int:
        return self.starts[number] if number < len(self.starts) else self.units

    def slices(self, connection: sqlite3.Connection, slots: Sequence[int], first: int, size: int) -> list[bytes]:
        """`size` bytes of the slices of these slots, from byte `first` on, in order."""
        if self.kept is not None:
            shift, every = 8 * first, (1 << 8 * size) - 1
            return [(self.kept[slot] >> shift & every).to_bytes(size, "little") for slot in slots]
        found = []
        for slot in slots:
            # Not by a query, which copies every byte of a slice three times.
            with connection.blobopen("fuzzy_slice", "bits", self.id * MOST_SLOTS + slot, readonly=True) as bits:
                bits.seek(first)
                found.append(bits.read(size))
        return found

    def numbers(self, connection: sqlite3.Connection, slots: Sequence[int], first: int, size: int) -> list[int]:
        """The same as numbers, the first byte lowest; above it there may be what follows in a slice."""
        if self.kept is not None:
            shift = 8 * first
            return [self.kept[slot] >> shift for slot in slots]
        return [int.from_bytes(content, "little") for content in self.slices(connection, slots, first, size)]

    @property
    def size(self) -> int:
        """The bytes of all its slices."""
        return self.slots * -(-self.units // 8)

    def keep(self, connection: sqlite3.Connection) -> None:
        """Keep all slices in memory: whoever asks much of a small run has them several times as fast."""
        start = self.id * MOST_SLOTS
        rows = _plain(connection).execute(
            "SELECT bits FROM fuzzy_slice WHERE id BETWEEN ? AND ? ORDER BY id", (start, start + self.slots - 1)
        )
        self.kept = [int.from_bytes(row[0], "little") for row in rows]


def keep_small(connection: sqlite3.Connection, runs: Iterable[Run]) -> None:
    """Keep the slices of those of the runs that are small, as many as there is room for."""
    room = _MOST_KEPT_BYTES
    for run in runs:
        if run.units <= _MOST_UNITS_OF_KEPT and run.size <= room:
            room -= run.size
            run.keep(connection)


def _plain(connection: sqlite3.Connection) -> sqlite3.Cursor:
    # Rows that know the names of their columns take twice as long to make.
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor


class Block(NamedTuple):
    """Neighbouring units of a run: their ids and, where their texts are short, the marks of these."""

    units: array[int]
    marks: array[int]


@dataclass
class RunUnits:
    """The units of runs, read block by block and kept, as long as they are not very many."""

    # How many neighbouring blocks are read when one is asked for.
    _at_once: int
    _blocks: dict[int, Block] = field(default_factory=dict)

    @classmethod
    def of(cls, runs: Iterable[Run]) -> RunUnits:
        """Where there are few, neighbours are read with a block, for a later query will ask for them."""
        count = sum(-(-run.units // UNITS_OF_BLOCK) for run in runs)
        return cls(_NEIGHBOURS if count <= _MOST_BLOCKS_FOR_NEIGHBOURS else 1)

    def blocks(self, connection: sqlite3.Connection, numbers: Collection[int]) -> Mapping[int, Block]:
        """Blocks by their numbers, these among them; those of a run are numbered from its own times `BLOCKS_OF_RUN`."""
        missing = {number // self._at_once for number in numbers if number not in self._blocks}
        if missing and len(self._blocks) + len(missing) * self._at_once > _MOST_KEPT_BLOCKS:
            self._blocks.clear()
            missing = {number // self._at_once for number in numbers}
        wanted = [group * self._at_once + place for group in missing for place in range(self._at_once)]
        for start in range(0, len(wanted), _BLOCKS_OF_STATEMENT):
            batch = wanted[start : start + _BLOCKS_OF_STATEMENT]
            places = ", ".join("?" * len(batch))
            rows = _plain(connection).execute(f"SELECT id, units, marks FROM fuzzy_units WHERE id IN ({places})", batch)
            for number, units, marks in rows:
                self._blocks[number] = Block(_numbers("q", units), _numbers("Q", marks))
        return self._blocks


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
