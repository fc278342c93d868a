"""Blocks of the index: which of their units can hold a string."""

from __future__ import annotations

import sqlite3
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.model.side import Side
from rnk_gloss.store.substrings.postings import FIRST_PAIR, GRAM_BITS, POSTINGS_VERSION
from rnk_gloss.store.substrings.slices import places, unpacked

# Reading more slices costs more than looking at what is left.
_MOST_SLICES = 8
_FEW = 24
# The grams of a long text that are asked for, windows before characters: one that is rare is among them.
_MOST_GRAMS = 256


SIDES: tuple[Side, ...] = ("source", "target")
"""Both sides, in the order that they have within the ids of slices."""


def present_version() -> str:
    """What the blocks depend on besides the units: the rules and the tables of Unicode that they were made by."""
    return f"{POSTINGS_VERSION}, Unicode {unicodedata.unidata_version}"


def slice_id(block: int, side: Side, gram: int) -> int:
    """The id of the slice of a gram: those of one block stand together."""
    return (block * len(SIDES) + SIDES.index(side)) << GRAM_BITS | gram


@dataclass(frozen=True, slots=True)
class Block:
    """Units from the id `first` to `last`; none between them stands in another block."""

    id: int
    first: int
    last: int
    is_gapless: bool

    def candidates(self, connection: sqlite3.Connection, side: Side, grams: Collection[int]) -> Iterator[int]:
        """The ids of its units, falling, that can have all these grams; but see `changed_units`."""
        telling = sorted(grams, key=lambda gram: (gram >= FIRST_PAIR, -gram))[:_MOST_GRAMS]
        wanted = [slice_id(self.id, side, gram) for gram in telling]
        # The shorter a slice is, the fewer units it marks. Its length is known without reading it.
        lengths = connection.execute(
            f"SELECT length(bits), id FROM substring_slice WHERE id IN ({','.join(map(str, wanted))})"
        ).fetchall()
        if len(lengths) < len(wanted):
            return
        marked: int | None = None
        for _, key in sorted((length, key) for length, key in lengths if length)[:_MOST_SLICES]:
            (stored,) = connection.execute("SELECT bits FROM substring_slice WHERE id = ?", (key,)).fetchone()
            marked = unpacked(stored) if marked is None else marked & unpacked(stored)
            if marked.bit_count() <= _FEW:
                break
        units: Sequence[int] = ()
        for place in places(marked or 0):
            units = units or self._units(connection)
            yield units[place]

    def _units(self, connection: sqlite3.Connection) -> Sequence[int]:
        if self.is_gapless:
            return range(self.first, self.last + 1)
        row = connection.execute("SELECT units FROM substring_block WHERE id = ?", (self.id,)).fetchone()
        return array("q", row[0])


def read_blocks(connection: sqlite3.Connection) -> list[Block]:
    """The blocks that can be read, the newest first."""
    rows = connection.execute(
        "SELECT id, first, last, units IS NULL FROM substring_block WHERE version = ? ORDER BY first DESC",
        (present_version(),),
    )
    return [Block(row[0], row[1], row[2], bool(row[3])) for row in rows]


def changed_units(connection: sqlite3.Connection) -> list[int]:
    """The ids, falling, of units within blocks that were changed or put there since: they may hold anything."""
    return [row[0] for row in connection.execute("SELECT unit FROM substring_changed ORDER BY unit DESC")]
