"""Keeping the index: units that were added or changed go from the tail into runs, and small runs into larger ones.

A log-structured merge (O'Neil, Cheng, Gawlick and O'Neil 1996): a run is merged with new units when it is at most twice
as large as they are, so each unit is written a few times at most, and there are few runs.

The index has two sides. That of the sources is always kept. That of the targets is built when it is first asked for,
and kept from then on: whoever never looks up a translation does not pay for it.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.store.connection import write_transaction
from rnk_gloss.store.fuzzy.marks import has_marks, marks_of
from rnk_gloss.store.fuzzy.runs import BLOCKS_OF_RUN, IDS, MARKS, UNITS_OF_RUN, Column
from rnk_gloss.store.fuzzy.signatures import MOST_SLOTS, SIGNATURE_VERSION, slices, slot_count
from rnk_gloss.text.match_key import MATCH_KEY_VERSION
from rnk_gloss.text.match_words import WORDS_VERSION, code, counts_words, fenced

# A look-up compares so many units of the tail one by one, in a millisecond.
LONGEST_TAIL = 1_000
_BATCH = 500
_TARGET_SIDE = "target side"
_TAKEN_IN = "taken in"
_KEYS_AT_ONCE = 2_000

# The match keys of texts in one language.
KeysOf = Callable[[Sequence[str], str], Sequence[str]]
# How much is done, and how much there is.
Report = Callable[[int, int], None]
# The id of a unit and its match key, or the code of it.
Keyed = tuple[int, str]


def present_versions() -> dict[str, str]:
    """What the index depends on besides the units: it is built anew when one of these is another one."""
    return {
        "signature": str(SIGNATURE_VERSION),
        "match key": str(MATCH_KEY_VERSION),
        "words": str(WORDS_VERSION),
        "Unicode": unicodedata.unidata_version,
    }


def outdated(connection: sqlite3.Connection) -> list[str]:
    """In what the index was built otherwise than it would be now, in words; empty when it is as it should be."""
    built = dict(connection.execute("SELECT key, value FROM fuzzy_state"))
    return [
        f"{name} {built[name]} (now {version})"
        for name, version in present_versions().items()
        if built.get(name, version) != version
    ]


def sides(connection: sqlite3.Connection) -> tuple[Side, ...]:
    """The sides of the index that are kept."""
    kept = connection.execute("SELECT 1 FROM fuzzy_state WHERE key = ?", (_TARGET_SIDE,)).fetchone()
    return ("source", "target") if kept else ("source",)


def tail_length(connection: sqlite3.Connection) -> int:
    """How many units wait to be taken into a run, at most, on the side where most do."""
    taken_in = _taken_in(connection)
    rows = connection.execute("SELECT count(*) FROM fuzzy_tail WHERE unit <= ? GROUP BY side", (taken_in,)).fetchall()
    # Not counted: this is asked after every change, and of those that came since few are gone again.
    since = _last_id(connection) - taken_in
    return max((int(row[0]) for row in rows), default=0) + max(0, since)


def _taken_in(connection: sqlite3.Connection) -> int:
    """The id up to which units that wait stand in the tail; those above it all wait, in the tail or not."""
    return int(connection.execute("SELECT value FROM fuzzy_state WHERE key = ?", (_TAKEN_IN,)).fetchone()[0])


def _last_id(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()[0])


def unit_count(connection: sqlite3.Connection) -> int:
    """How many units there are."""
    return int(connection.execute("SELECT count(*) FROM unit").fetchone()[0])


def reindex(
    connection: sqlite3.Connection, keys_of: KeysOf, report: Report | None = None, *, side: Side | None = None
) -> int:
    """How many units stand in the index, after it was built anew with new match keys, in one transaction.

    Without a `side` all that are kept are built, and the units of each are counted. That of the targets is kept from
    when it is first asked for.
    """
    with write_transaction(connection):
        anew = sides(connection) if side is None or outdated(connection) else (side,)
        if side == "target":
            anew = (*(one for one in anew if one != side), side)
            connection.execute("INSERT OR IGNORE INTO fuzzy_state VALUES (?, 'kept')", (_TARGET_SIDE,))
        if set(anew) >= set(sides(connection)):
            for table in ("fuzzy_run", "fuzzy_slice", IDS.table, MARKS.table):
                connection.execute(f"DELETE FROM {table}")
        for one in anew:
            for (run,) in connection.execute("SELECT id FROM fuzzy_run WHERE side = ?", (one,)).fetchall():
                _remove_run(connection, run)
        connection.execute("DELETE FROM fuzzy_state WHERE key NOT IN (?, ?)", (_TARGET_SIDE, _TAKEN_IN))
        return _take_in(connection, keys_of, report, anew=anew)


def take_in_tail(connection: sqlite3.Connection, keys_of: KeysOf, report: Report | None = None) -> int:
    """How many units of the tails were taken into runs, in a transaction of its own."""
    with write_transaction(connection):
        return _take_in(connection, keys_of, report)


def _take_in(
    connection: sqlite3.Connection, keys_of: KeysOf, report: Report | None, *, anew: Sequence[Side] = ()
) -> int:
    """How many units were taken in: of the sides that are built `anew` all, of the others, which are not counted where
    there are such sides, those that wait."""
    _renew_keys(connection, keys_of, of_all="source" in anew)
    total, done = _total(connection, anew), 0
    for side in sides(connection):
        for language in _languages(connection, side, of_all=side in anew):
            shelf = Shelf(side, language)
            _teach(connection, language, keys_of)
            for part in _of_one_class(_sorted(connection, shelf, of_all=side in anew)):
                done += len(part) if side in anew or not anew else 0
                if len(part) < UNITS_OF_RUN:
                    part = _with_small_runs(connection, shelf, part)
                for start in range(0, len(part), UNITS_OF_RUN):
                    _write_run(connection, shelf, part[start : start + UNITS_OF_RUN])
                if report is not None:
                    report(done, total)
    connection.execute("DELETE FROM fuzzy_tail")
    connection.execute("UPDATE fuzzy_state SET value = ? WHERE key = ?", (str(_last_id(connection)), _TAKEN_IN))
    # Versions that are there already are those of older runs, which stay as they are until all is built anew.
    connection.executemany("INSERT OR IGNORE INTO fuzzy_state VALUES (?, ?)", present_versions().items())
    return done


def _total(connection: sqlite3.Connection, anew: Sequence[Side]) -> int:
    if anew:
        return len(anew) * unit_count(connection)
    return int(connection.execute("SELECT count(*) FROM fuzzy_waiting").fetchone()[0])


def _languages(connection: sqlite3.Connection, side: Side, *, of_all: bool) -> list[str]:
    rows = connection.execute(
        f"SELECT DISTINCT u.{side}_language FROM {_those(of_all=of_all)} ORDER BY 1", {"side": side}
    )
    return [row[0] for row in rows]


def _those(*, of_all: bool) -> str:
    """All units as `u`, or those that wait on a `:side`, as a part of an SQL statement that conditions may follow."""
    if of_all:
        return "unit u WHERE TRUE"
    return "fuzzy_waiting t CROSS JOIN unit u ON u.id = t.unit WHERE t.side = :side"


def _teach(connection: sqlite3.Connection, language: str, keys_of: KeysOf) -> None:
    """Lets SQLite make keys in a language, so that it sorts them, and not all of them need be in memory at once."""
    connection.create_function("key_of_target", 1, lambda text: keys_of([text], language)[0], deterministic=True)
    connection.create_function("words_of_key", 1, lambda key: code(key, language), deterministic=True)
    connection.create_function("characters_of", 1, len, deterministic=True)


def _renew_keys(connection: sqlite3.Connection, keys_of: KeysOf, *, of_all: bool) -> None:
    """Gives units that another program wrote, or all, the match keys of their sources."""
    stale = "" if of_all else " AND t.stale"
    found = connection.execute(f"SELECT u.id FROM {_those(of_all=of_all)}{stale} ORDER BY u.id", {"side": "source"})
    units = array("q", (row[0] for row in found))
    for start in range(0, len(units), _KEYS_AT_ONCE):
        batch = units[start : start + _KEYS_AT_ONCE].tolist()
        rows = connection.execute(
            f"SELECT id, source, source_language, match_key FROM unit WHERE id IN ({', '.join('?' for _ in batch)})",
            batch,
        ).fetchall()
        for language in {row[2] for row in rows}:
            written = [row for row in rows if row[2] == language]
            keys = keys_of([row[1] for row in written], language)
            changed = [(key, row[0]) for key, row in zip(keys, written, strict=True) if key != row[3]]
            connection.executemany("UPDATE unit SET match_key = ? WHERE id = ?", changed)


def _key(shelf: Shelf) -> str:
    """The key of a unit `u`, or its code where words are counted, as an expression of SQL."""
    key = "u.match_key" if shelf.side == "source" else "key_of_target(u.target)"
    return f"words_of_key({key})" if counts_words(shelf.language) else key


def _sorted(connection: sqlite3.Connection, shelf: Shelf, *, of_all: bool) -> Iterator[Keyed]:
    # MATERIALIZED, or each key would be made once to be sorted by and once to be read. SQLite's own length() ends at a
    # NUL; where there is none it is faster.
    yield from connection.execute(
        f"WITH keyed AS MATERIALIZED (SELECT u.id AS id, {_key(shelf)} AS key FROM {_those(of_all=of_all)}"
        f" AND u.{shelf.side}_language = :language) SELECT id, key FROM keyed WHERE key <> ''"
        " ORDER BY iif(instr(key, char(0)), characters_of(key), length(key)), id",
        {"side": shelf.side, "language": shelf.language},
    )


def _of_one_class(rows: Iterator[Keyed]) -> Iterator[list[Keyed]]:
    """The rows, whose keys get longer, cut so that the keys of a part have equally many slots; a run at most."""
    part: list[Keyed] = []
    length = slots = 0
    for row in rows:
        if len(row[1]) != length or len(part) == UNITS_OF_RUN:
            length = len(row[1])
            if slots != slot_count(length) or len(part) == UNITS_OF_RUN:
                slots = slot_count(length)
                if part:
                    yield part
                part = []
        part.append(row)
    if part:
        yield part


def _with_small_runs(connection: sqlite3.Connection, shelf: Shelf, part: list[Keyed]) -> list[Keyed]:
    """The rows with those of runs of their class that are small beside them; these runs are removed."""
    slots = slot_count(len(part[0][1]))
    runs = connection.execute(
        "SELECT id, units FROM fuzzy_run WHERE side = ? AND language = ? AND slots = ? ORDER BY units, id",
        (shelf.side, shelf.language, slots),
    ).fetchall()
    rows = dict(part)
    for run, units in runs:
        if units > 2 * len(rows):
            break
        rows.update(row for row in _rows_of(connection, run, shelf) if slot_count(len(row[1])) == slots)
        _remove_run(connection, run)
    return sorted(rows.items(), key=lambda row: (len(row[1]), row[0]))


def _rows_of(connection: sqlite3.Connection, run: int, shelf: Shelf) -> Iterator[Keyed]:
    blocks = connection.execute(
        f"SELECT {IDS.name} FROM {IDS.table} WHERE id BETWEEN ? AND ? ORDER BY id",
        (run * BLOCKS_OF_RUN, (run + 1) * BLOCKS_OF_RUN - 1),
    ).fetchall()
    for (packed,) in blocks:
        ids = array("q", packed)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH].tolist()
            rows = connection.execute(
                f"SELECT u.id, {_key(shelf)} FROM unit u WHERE u.id IN ({', '.join('?' for _ in batch)})"
                f" AND u.{shelf.side}_language = ?",
                (*batch, shelf.language),
            )
            yield from ((row[0], row[1]) for row in rows if row[1])


def _remove_run(connection: sqlite3.Connection, run: int) -> None:
    connection.execute("DELETE FROM fuzzy_run WHERE id = ?", (run,))
    for table, size in (("fuzzy_slice", MOST_SLOTS), (IDS.table, BLOCKS_OF_RUN), (MARKS.table, BLOCKS_OF_RUN)):
        connection.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (run * size, (run + 1) * size - 1))


def _write_run(connection: sqlite3.Connection, shelf: Shelf, rows: Sequence[Keyed]) -> None:
    keys = [key for _, key in rows]
    count = slot_count(len(keys[0]))
    bits, frequencies = slices([fenced(key, shelf.language) for key in keys], count)
    lengths, starts = _lengths(list(map(len, keys)))
    cursor = connection.execute(
        "INSERT INTO fuzzy_run (side, language, units, slots, lengths, starts, frequencies)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (shelf.side, shelf.language, len(rows), count, lengths.tobytes(), starts.tobytes(), frequencies.tobytes()),
    )
    run = cursor.lastrowid
    assert run is not None
    _write_blocks(connection, IDS, run, array("q", (unit for unit, _ in rows)))
    if has_marks(count):
        _write_blocks(connection, MARKS, run, marks_of(keys))
    connection.executemany(
        "INSERT INTO fuzzy_slice VALUES (?, ?)", ((run * MOST_SLOTS + slot, row) for slot, row in enumerate(bits))
    )


def _write_blocks(connection: sqlite3.Connection, column: Column, run: int, numbers: array[int]) -> None:
    starts = range(0, len(numbers), column.units)
    connection.executemany(
        f"INSERT INTO {column.table} VALUES (?, ?)",
        (
            (run * BLOCKS_OF_RUN + block, numbers[start : start + column.units].tobytes())
            for block, start in enumerate(starts)
        ),
    )


def _lengths(rising: list[int]) -> tuple[array[int], array[int]]:
    """The different lengths, and where each begins."""
    lengths, starts = array("I"), array("I")
    place = 0
    while place < len(rising):
        lengths.append(rising[place])
        starts.append(place)
        place = bisect_right(rising, rising[place], place)
    return lengths, starts
