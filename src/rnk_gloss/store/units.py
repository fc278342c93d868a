"""Units of the memory: adding them, reading them, finding those that may be like a query."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.store.unit_rows import (
    ALIGNMENT_COLUMNS,
    COLUMNS,
    alignment_values,
    for_many,
    read_units,
    values,
)

if TYPE_CHECKING:
    from rnk_gloss.model.selection import UnitSelection
    from rnk_gloss.model.unit import Unit
    from rnk_gloss.store.door import Value, Writer

_BATCH = 500
_KEYS_AT_ONCE = 2_000
_FEW = 2_000
_OFFERED = "status <> 'rejected' AND source <> '' AND target <> ''"


def add_units(
    writer: Writer,
    units: Iterable[Unit],
    keys_of: Callable[[Sequence[str], str], Sequence[str]],
    documents: Mapping[tuple[str, str], int] | None = None,
) -> int:
    """How many units were added; `keys_of(texts, language)` gives match keys. Works through them in batches.

    Units with a place in one of `documents`, by path and language, are segments of it.
    """
    places = documents if documents is not None else {}
    iterator = iter(units)
    added, index = 0, ""
    while batch := list(islice(iterator, _KEYS_AT_ONCE)):
        if not added and len(batch) == _KEYS_AT_ONCE:
            index = _put_off_source_index(writer)
        # The writer is alone in the store, so the ids that come next are known before the rows are there.
        numbered = list(enumerate(batch, start=writer.last_id("unit") + 1))
        columns: tuple[str, ...] = ("id", *COLUMNS)
        keys = _match_keys(batch, keys_of)
        rows: list[tuple[Value, ...]] = [
            (number, *values(one, writer, key)) for (number, one), key in zip(numbered, keys, strict=True)
        ]
        # Most files know of no alignments, and a third of the columns need not be written then.
        if any(unit.alignment is not None for unit in batch):
            columns += ALIGNMENT_COLUMNS
            rows = [(*row, *alignment_values(unit, places)) for row, unit in zip(rows, batch, strict=True)]
        writer.insert_many("unit", columns, rows)
        properties = [
            (key, place, one.level, one.name, one.value)
            for key, unit in numbered
            for place, one in enumerate(unit.properties)
        ]
        if properties:
            writer.insert_many("unit_property", ("unit", "position", "level", "name", "value"), properties)
        added += len(batch)
    if index:
        writer.connection.execute(index)
    return added


def _put_off_source_index(writer: Writer) -> str:
    """The statement that makes the index of sources, which is gone until then; empty where it stays.

    Sorting all sources at once takes a third of the time that it takes to find the place of each. So few units as there
    are before are found without it meanwhile.
    """
    if writer.last_id("unit") > _FEW:
        return ""
    made = writer.connection.execute("SELECT sql FROM sqlite_master WHERE name = 'unit_source'").fetchone()
    try:
        writer.connection.execute("DROP INDEX unit_source")
    except sqlite3.OperationalError as error:
        # The units come from a statement on this connection that is being read; no index can go meanwhile.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_LOCKED:
            raise
        return ""
    return str(made[0])


def _match_keys(units: Sequence[Unit], keys_of: Callable[[Sequence[str], str], Sequence[str]]) -> list[str]:
    keys = [""] * len(units)
    for language in {unit.source_language for unit in units}:
        places = [place for place, unit in enumerate(units) if unit.source_language == language]
        made = keys_of([units[place].source for place in places], language)
        for place, key in zip(places, made, strict=True):
            keys[place] = key
    return keys


def approved_pairs(connection: sqlite3.Connection, sources: Collection[str]) -> list[tuple[str, str]]:
    """The approved units with one of these sources, as pairs of source and target."""
    wanted = sorted(sources)
    found: dict[tuple[str, str], None] = {}
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        rows = connection.execute(
            f"SELECT source, target FROM unit WHERE source IN ({', '.join('?' for _ in batch)})"
            " AND status = 'approved' AND target <> '' ORDER BY id",
            batch,
        )
        found.update(((row["source"], row["target"]), None) for row in rows)
    return list(found)


def approved_targets(connection: sqlite3.Connection, source: str, languages: tuple[str, str], limit: int) -> list[str]:
    """The translations of approved units with this very source in these languages, the newest first, at most `limit`
    different ones."""
    rows = connection.execute(
        "SELECT target FROM unit WHERE source = ? AND source_language = ? AND target_language = ?"
        " AND status = 'approved' AND target <> '' GROUP BY target ORDER BY max(changed_at) DESC, max(id) DESC LIMIT ?",
        (source, *languages, limit),
    )
    return [row[0] for row in rows]


def unit(connection: sqlite3.Connection, key: int) -> Unit:
    """One unit. Raises `NotFoundError`."""
    found = units(connection, [key])
    if not found:
        raise NotFoundError(f"there is no unit {key}", hint="see: rnk-gloss segments list")
    return found[0]


def units(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Unit]:
    """The units of these ids, in the order asked for; ids that are gone are left out."""
    found: dict[int, Unit] = {}
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        found.update((unit.id, unit) for unit in read_units(connection, batch) if unit.id is not None)
    return [found[key] for key in keys if key in found]


def selected_units(connection: sqlite3.Connection, selection: UnitSelection) -> Iterator[Unit]:
    """All units of the selection: by document and place, then in the order they came."""
    conditions = [] if selection.one_sided else ["source <> ''", "target <> ''"]
    parameters: list[str] = []
    if selection.statuses:
        conditions.append(f"status IN ({', '.join('?' for _ in selection.statuses)})")
        parameters += [status.value for status in selection.statuses]
    for column, value in (
        ("source_language", selection.source_language),
        ("target_language", selection.target_language),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            parameters.append(value)
    if selection.document:
        conditions.append("instr(document_name, ?)")
        parameters.append(selection.document)
    where = " AND ".join(conditions) or "TRUE"
    # Ids alone are sorted, for whole rows would fill a temporary file.
    rows = connection.execute(
        f"SELECT id FROM unit WHERE {where} ORDER BY document_name, number IS NULL, number, id", parameters
    )
    keys = array("q", (row[0] for row in rows))
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        found = {unit.id: unit for unit in read_units(connection, batch, for_many())}
        yield from map(found.__getitem__, batch)


def count_beside(connection: sqlite3.Connection, selection: UnitSelection) -> tuple[int, int]:
    """How many units with one of the statuses a selection leaves out: those between other languages, and those of its
    languages that have one side only."""
    here, parameters = "TRUE", [status.value for status in selection.statuses]
    chosen = f"status IN ({', '.join('?' for _ in parameters)})" if parameters else "TRUE"
    if selection.source_language is not None and selection.target_language is not None:
        here = "source_language = ? AND target_language = ?"
        parameters = [selection.source_language, selection.target_language] * 2 + parameters
    row = connection.execute(
        f"SELECT coalesce(sum(NOT ({here})), 0), coalesce(sum({here} AND (source = '' OR target = '')), 0)"
        f" FROM unit WHERE {chosen}",
        parameters,
    ).fetchone()
    return row[0], 0 if selection.one_sided else row[1]


def offered_keys(
    connection: sqlite3.Connection, keys: Sequence[int], shelf: Shelf, key_of: Callable[[str, str], str]
) -> list[tuple[int, str]]:
    """Ids and match keys of those of these units that a lookup may offer: of that shelf, with two sides, not
    rejected. `key_of(text, language)` makes the keys of targets; those of sources are kept."""
    side, language = shelf
    cursor = connection.cursor()
    # Rows that know the names of their columns take twice as long to make, and a lookup may read thousands.
    cursor.row_factory = None
    rows = cursor.execute(
        f"SELECT id, {_KEPT_KEY[side]} FROM unit WHERE id IN ({', '.join('?' for _ in keys)})"
        f" AND {side}_language = ? AND {_OFFERED}",
        (*keys, language),
    ).fetchall()
    if side == "source":
        return rows
    return [(row[0], key_of(row[1], language)) for row in rows]


_KEPT_KEY: Mapping[Side, str] = {"source": "match_key", "target": "target"}


def offered_keys_of_all(
    connection: sqlite3.Connection, shelf: Shelf, key_of: Callable[[str, str], str]
) -> list[tuple[int, str]]:
    """The same for all units, with the keys of their texts as they are now."""
    side, language = shelf
    rows = connection.execute(
        f"SELECT id, {side} FROM unit WHERE {side}_language = ? AND {_OFFERED} ORDER BY id", (language,)
    )
    return [(row[0], key_of(row[1], language)) for row in rows]


def tail_keys(
    connection: sqlite3.Connection, shelf: Shelf, keys_of: Callable[[Sequence[str], str], Sequence[str]]
) -> list[tuple[int, str]]:
    """The same for all units that wait to be taken into that side of the index. `keys_of(texts, language)` makes the
    keys of targets, and of sources that another program wrote: a kept key may be that of another text there."""
    side, language = shelf
    kept = "CASE WHEN t.stale THEN NULL ELSE u.match_key END" if side == "source" else "NULL"
    # CROSS JOIN: left alone, SQLite walks all units instead of the few that wait.
    rows = connection.execute(
        f"SELECT u.id, u.{side}, {kept} FROM fuzzy_waiting t CROSS JOIN unit u ON u.id = t.unit"
        f" WHERE t.side = ? AND {side}_language = ? AND {_OFFERED} ORDER BY u.id",
        (side, language),
    ).fetchall()
    texts = [row[1] for row in rows if row[2] is None]
    # In parts, for another program may have added very many.
    starts = range(0, len(texts), _KEYS_AT_ONCE)
    made = chain.from_iterable(keys_of(texts[start : start + _KEYS_AT_ONCE], language) for start in starts)
    return [(row[0], next(made) if row[2] is None else row[2]) for row in rows]


def languages_of(connection: sqlite3.Connection, side: Side) -> list[str]:
    """The languages of one side of the units, as the index knows them: no unit is read that stands in a run."""
    rows = connection.execute(
        f"SELECT language FROM fuzzy_run WHERE side = :side UNION SELECT u.{side}_language"
        " FROM fuzzy_waiting t CROSS JOIN unit u ON u.id = t.unit WHERE t.side = :side ORDER BY 1",
        {"side": side},
    )
    return [row[0] for row in rows]


def sample_of_texts(
    connection: sqlite3.Connection, side: Side, count: int, below: Callable[[int], int], longest: int
) -> list[tuple[str, str]]:
    """Texts of one side with their languages, of units chosen by `below(n)`, which gives a number from 0 to n - 1: each
    once, at most `count`, and none longer than `longest` characters. All ids are read for that."""
    # By their ids, and no numbers below the highest: a unit behind a gap would be chosen again and again.
    fit = f"{side} <> '' AND length({side}) <= ?"
    keys = array("q", (row[0] for row in connection.execute(f"SELECT id FROM unit WHERE {fit}", (longest,))))
    for place in range(min(count, len(keys))):
        other = place + below(len(keys) - place)
        keys[place], keys[other] = keys[other], keys[place]
    query = f"SELECT {side}, {side}_language FROM unit WHERE id = ?"
    return [tuple(connection.execute(query, (key,)).fetchone()) for key in keys[:count]]


def state_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """A value that changes whenever this or another process changes the database: what was read before may be old."""
    return connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes
