"""Keeping the index: new units are taken into blocks when many of them wait, and blocks with many changes are renewed.

Units that wait are read one by one by each search. As in the index of likenesses, a new block takes in those before it
that are small beside it (a log-structured merge: O'Neil, Cheng, Gawlick and O'Neil 1996), so there are few blocks.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator

from rnk_gloss.store.connection import write_transaction
from rnk_gloss.store.substrings.blocks import SIDES, present_version, slice_id
from rnk_gloss.store.substrings.postings import TEXTS_OF_BLOCK, postings
from rnk_gloss.text.search_form import search_form

# So many units are read in a few milliseconds.
MOST_WAITING = 4_096
# Bounds what is held in memory while a block of very long texts is made.
_CHARACTERS_OF_BLOCK = 10_000_000

# How much is done, and how much there is.
Report = Callable[[int, int], None]


def has_enough_waiting(connection: sqlite3.Connection) -> bool:
    """Whether so many units wait, new or changed, that they should be taken in."""
    after = _last(connection)
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()
    # Ids are only counted where there can be enough of them: this is asked after every change.
    if newest - after > MOST_WAITING and _counted(connection, "unit WHERE id > ?", after) > MOST_WAITING:
        return True
    return _counted(connection, "substring_changed WHERE ?", 1) > MOST_WAITING


def _counted(connection: sqlite3.Connection, rows: str, parameter: int) -> int:
    found = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {MOST_WAITING + 1})", (parameter,))
    return int(found.fetchone()[0])


def _last(connection: sqlite3.Connection) -> int:
    row = connection.execute(
        "SELECT coalesce(max(last), 0) FROM substring_block WHERE version = ?", (present_version(),)
    ).fetchone()
    return int(row[0])


def take_in(connection: sqlite3.Connection, report: Report | None = None) -> int:
    """How many units were read: new ones are taken into blocks, blocks with changes are made anew, in a transaction."""
    with write_transaction(connection):
        for (block,) in connection.execute(
            "SELECT id FROM substring_block WHERE version <> ?", (present_version(),)
        ).fetchall():
            _remove(connection, block)
        read = 0
        if _counted(connection, "substring_changed WHERE ?", 1) > MOST_WAITING:
            read = _renew_changed(connection)
        start = _start_of_new_block(connection)
        total = connection.execute("SELECT count(*) FROM unit WHERE id >= ?", (start,)).fetchone()[0]
        done = 0
        for units, sides in _parts(connection, start, None):
            _write(connection, units, sides)
            done += len(units)
            if report is not None:
                report(done, total)
        return read + done


def rebuild(connection: sqlite3.Connection, report: Report | None = None) -> int:
    """How many units stand in the index after it was built anew; few units need none, and none is made for them."""
    with write_transaction(connection):
        for table in ("substring_block", "substring_slice", "substring_changed"):
            connection.execute(f"DELETE FROM {table}")
    return take_in(connection, report) if has_enough_waiting(connection) else 0


def _start_of_new_block(connection: sqlite3.Connection) -> int:
    """The least id that the new blocks take in, once blocks that are small beside them are removed."""
    start = _last(connection) + 1
    (units,) = connection.execute("SELECT count(*) FROM unit WHERE id >= ?", (start,)).fetchone()
    if not units:
        return start
    blocks = connection.execute("SELECT id, first, count FROM substring_block ORDER BY first DESC").fetchall()
    for block, first, count in blocks:
        if count > 2 * units or count + units > TEXTS_OF_BLOCK:
            break
        _remove(connection, block)
        start, units = first, units + count
    if not blocks:
        # Ids below 1, which only another program can give.
        start = connection.execute("SELECT coalesce(min(id), 1) FROM unit").fetchone()[0]
    return int(start)


def _renew_changed(connection: sqlite3.Connection) -> int:
    """How many units stand in the blocks that were made anew, because units in them had changed."""
    rows = connection.execute(
        "SELECT DISTINCT b.id, b.first, b.last FROM substring_changed c CROSS JOIN substring_block b"
        " ON b.id = (SELECT id FROM substring_block WHERE last >= c.unit ORDER BY last LIMIT 1) ORDER BY b.id"
    ).fetchall()
    read = 0
    for block, first, last in rows:
        _remove(connection, block)
        for units, sides in _parts(connection, first, last):
            _write(connection, units, sides)
            read += len(units)
    connection.execute("DELETE FROM substring_changed")
    return read


def _parts(
    connection: sqlite3.Connection, first: int, last: int | None
) -> Iterator[tuple[array[int], tuple[list[str], list[str]]]]:
    """The ids of units from one id to another, and the forms of their two sides, in parts that make a block each."""
    cursor = connection.execute(
        "SELECT id, source, target FROM unit WHERE id >= ? AND id <= coalesce(?, 9223372036854775807) ORDER BY id",
        (first, last),
    )
    units = array("q")
    sides: tuple[list[str], list[str]] = ([], [])
    characters = 0
    for unit, source, target in cursor:
        if len(units) == TEXTS_OF_BLOCK or characters > _CHARACTERS_OF_BLOCK:
            yield units, sides
            units, sides, characters = array("q"), ([], []), 0
        units.append(unit)
        for forms, text in zip(sides, (source, target), strict=True):
            forms.append(search_form(text))
            characters += len(forms[-1])
    if units:
        yield units, sides


def _write(connection: sqlite3.Connection, units: array[int], sides: tuple[list[str], list[str]]) -> None:
    is_gapless = units[-1] - units[0] == len(units) - 1
    cursor = connection.execute(
        "INSERT INTO substring_block (first, last, count, units, version) VALUES (?, ?, ?, ?, ?)",
        (units[0], units[-1], len(units), None if is_gapless else units.tobytes(), present_version()),
    )
    block = cursor.lastrowid
    assert block is not None
    for side, texts in zip(SIDES, sides, strict=True):
        connection.executemany(
            "INSERT INTO substring_slice VALUES (?, ?)",
            ((slice_id(block, side, gram), stored) for gram, stored in postings(texts)),
        )
    connection.execute("DELETE FROM substring_changed WHERE unit BETWEEN ? AND ?", (units[0], units[-1]))


def _remove(connection: sqlite3.Connection, block: int) -> None:
    connection.execute("DELETE FROM substring_block WHERE id = ?", (block,))
    connection.execute(
        "DELETE FROM substring_slice WHERE id >= ? AND id < ?",
        (slice_id(block, SIDES[0], 0), slice_id(block + 1, SIDES[0], 0)),
    )
