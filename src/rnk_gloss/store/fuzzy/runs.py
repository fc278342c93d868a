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

BLOCKS_OF_RUN = 65_536
# A slice of so many units is 32 KB: a few pages of the file.
UNITS_OF_RUN = 262_144
_BLOCKS_OF_STATEMENT = 64
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


class Column(NamedTuple):
    """What is kept of each unit of a run in a table of its own: 64 bits (`kind`: as `array` names them), of so many
    neighbouring units in one row."""

    table: str
    name: str
    kind: str
    units: int


# A query in a large memory asks for some hundred ids of units far from each other; of marks it asks for very many.
IDS, MARKS = Column("fuzzy_units", "units", "q", 256), Column("fuzzy_marks", "marks", "Q", 2048)
# In a memory of up to two million units (17 MB) it pays to read the ids of neighbours, too.
_NEIGHBOURS, _MOST_UNITS_FOR_NEIGHBOURS = 16, 2_097_152
# Of sixteen million units, 135 MB each: where a query looks at some hundred blocks, reading them takes the most time.
_MOST_UNITS_REMEMBERED = 16_777_216


@dataclass
class Blocks:
    """Blocks of the ids or marks of the units of runs, read when they are asked for and remembered, as long as they are
    not very many."""

    column: Column
    # How many neighbouring blocks are read when one is asked for.
    _at_once: int = 1
    _blocks: dict[int, array[int]] = field(default_factory=dict)

    @classmethod
    def of_ids(cls, runs: Iterable[Run]) -> Blocks:
        """Those of the ids. Where there are few, neighbours are read with a block: a later query will ask for them."""
        return cls(IDS, _NEIGHBOURS if sum(run.units for run in runs) <= _MOST_UNITS_FOR_NEIGHBOURS else 1)

    def of(self, connection: sqlite3.Connection, run: Run, places: Sequence[int]) -> list[int]:
        """The id, or the marks, of each of the units at these places of a run."""
        first, units = run.id * BLOCKS_OF_RUN, self.column.units
        blocks = self.read(connection, {first + place // units for place in places})
        return [blocks[first + place // units][place % units] for place in places]

    def read(self, connection: sqlite3.Connection, numbers: Collection[int]) -> Mapping[int, array[int]]:
        """Blocks by their numbers, these among them; those of a run are numbered from its own times `BLOCKS_OF_RUN`."""
        missing = {number // self._at_once for number in numbers if number not in self._blocks}
        if missing and len(self._blocks) + len(missing) * self._at_once > _MOST_UNITS_REMEMBERED // self.column.units:
            self._blocks.clear()
            missing = {number // self._at_once for number in numbers}
        wanted = [group * self._at_once + place for group in missing for place in range(self._at_once)]
        for start in range(0, len(wanted), _BLOCKS_OF_STATEMENT):
            batch = wanted[start : start + _BLOCKS_OF_STATEMENT]
            rows = _plain(connection).execute(
                f"SELECT id, {self.column.name} FROM {self.column.table} WHERE id IN ({', '.join('?' * len(batch))})",
                batch,
            )
            for number, packed in rows:
                self._blocks[number] = _numbers(self.column.kind, packed)
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
