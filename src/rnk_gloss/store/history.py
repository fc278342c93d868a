"""Undo, redo and history: what was done, by whom, and how to take it back."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from rnk_gloss.errors import ConflictError, NotFoundError
from rnk_gloss.model.operation import Deed, Operation
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.store.door import Value, Writer, write

_OPERATIONS = """
SELECT o.id, o.kind, o.name, o.at, o.author, o.reversed_by,
       (SELECT coalesce(sum(coalesce(c.last - c.key + 1, 1)), 0) FROM change c WHERE c.operation = o.id) AS changes
FROM operation o
"""


# A match key is made anew where another program wrote it, or by a newer version: that is no change that a person made.
_MADE = frozenset({"match_key"})


def operations(connection: sqlite3.Connection, *, limit: int = 50) -> list[Operation]:
    """The newest operations first."""
    return [_operation(row) for row in connection.execute(f"{_OPERATIONS} ORDER BY o.id DESC LIMIT ?", (limit,))]


def newest_operation(connection: sqlite3.Connection) -> int:
    """The id of the newest operation, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0])


def operations_on(
    connection: sqlite3.Connection, table: str, key: int, *, children: tuple[str, ...] = ()
) -> list[Operation]:
    """The operations that touched one row, or rows of the `children` tables that belong to it, newest first."""
    touching, parameters = _touching(table, key, children)
    query = f"{_OPERATIONS} WHERE o.id IN ({touching}) ORDER BY o.id DESC"
    return [_operation(row) for row in connection.execute(query, parameters)]


def deeds_on(
    connection: sqlite3.Connection, table: str, key: int, *, children: tuple[str, ...] = (), limit: int
) -> list[Deed]:
    """The last things that were done to one row, or to rows of `children` that belong to it, newest first: no undo, and
    nothing that was undone. What else an operation changed is not counted, for that may be much."""
    touching, parameters = _touching(table, key, children)
    query = (
        f"SELECT name, at, author FROM operation WHERE id IN ({touching})"
        " AND reversed_by IS NULL AND kind <> 'undo' ORDER BY id DESC LIMIT ?"
    )
    return [Deed(*row) for row in connection.execute(query, [*parameters, limit])]


def _touching(table: str, key: int, children: tuple[str, ...]) -> tuple[str, list[Value]]:
    """A query for the ids of operations that touched a row or its children, and what is bound to its numbers."""
    touched = [
        "SELECT operation FROM change WHERE table_name = ?1 AND key = ?2",
        "SELECT operation FROM change WHERE table_name = ?1 AND key <= ?2 AND last >= ?2",
    ]
    parameters: list[Value] = [table, key]
    for number, child in enumerate(children, start=3):
        belonging = f"FROM {child} b CROSS JOIN change c ON c.table_name = ?{number}"
        touched += [
            f"SELECT c.operation {belonging} AND c.key = b.id WHERE b.{table} = ?2",
            f"SELECT c.operation {belonging} AND c.key <= b.id AND c.last >= b.id WHERE b.{table} = ?2",
        ]
        parameters.append(child)
    return " UNION ".join(touched), parameters


def removal_of(connection: sqlite3.Connection, table: str, key: int) -> Operation | None:
    """The operation that removed a row last, None where none did."""
    row = connection.execute(
        f"{_OPERATIONS} WHERE o.id = (SELECT operation FROM change WHERE table_name = ? AND key = ?"
        " AND before IS NOT NULL AND after IS NULL ORDER BY id DESC LIMIT 1)",
        (table, key),
    ).fetchone()
    return None if row is None else _operation(row)


def operation_details(connection: sqlite3.Connection, key: int) -> dict[str, Any] | None:
    """What an operation noted of itself, None if it noted nothing. Raises `NotFoundError`."""
    row = connection.execute("SELECT details FROM operation WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no operation {key}", hint="see: rnk-gloss history")
    details: dict[str, Any] | None = json.loads(row[0]) if row[0] else None
    return details


def imported_from(connection: sqlite3.Connection, unit: int) -> str:
    """The name of the file from which a unit was imported; empty for a unit that came otherwise."""
    # A number is given again after an undo, so the newest addition counts; what an undo brings back was added before.
    row = connection.execute(
        "SELECT o.name FROM (SELECT id, operation FROM change"
        " WHERE table_name = 'unit' AND key = ?1 AND before IS NULL AND after IS NULL"
        " UNION SELECT id, operation FROM change WHERE table_name = 'unit' AND key <= ?1 AND last >= ?1) c"
        " JOIN operation o ON o.id = c.operation WHERE o.kind <> 'undo' ORDER BY c.id DESC LIMIT 1",
        (unit,),
    ).fetchone()
    named = OperationName.IMPORT.values_in(row[0]) if row is not None else None
    return named["path"] if named else ""


def undo(connection: sqlite3.Connection, *, at: str, author: str) -> Operation:
    """Take back the last operation that still stands, and return it.

    Raises `NotFoundError` when there is none, and `ConflictError` when a later change made it impossible.
    """
    row = connection.execute(
        f"{_OPERATIONS} WHERE o.reversed_by IS NULL AND o.kind <> 'undo' ORDER BY o.id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NotFoundError("there is nothing to undo")
    return _take_back(connection, row, "undo", at=at, author=author)[0]


def redo(connection: sqlite3.Connection, *, at: str, author: str) -> Operation:
    """Do again what was undone last, and return the operation that is taken back by it.

    Raises `NotFoundError` when nothing was undone, or something new was done since.
    """
    row = connection.execute(
        f"{_OPERATIONS} WHERE o.reversed_by IS NULL AND o.kind = 'undo' "
        "AND o.id > (SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'do') ORDER BY o.id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NotFoundError("there is nothing to redo")
    return _take_back(connection, row, "redo", at=at, author=author)[0]


def take_back(connection: sqlite3.Connection, key: int, *, at: str, author: str) -> tuple[Operation, int]:
    """One operation, which is taken back whatever was done after it, and the id of the operation that did so; of an
    undo that is a redo.

    Raises `NotFoundError` for an id that is not there, and `ConflictError` where it was taken back already or what it
    touched was changed since.
    """
    row = connection.execute(f"{_OPERATIONS} WHERE o.id = ?", (key,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no operation {key}", hint="see: rnk-gloss history")
    if row["reversed_by"] is not None:
        raise ConflictError(Refusal.TAKEN_BACK.of(name=repr(row["name"])), hint="see: rnk-gloss history")
    return _take_back(connection, row, "redo" if row["kind"] == "undo" else "undo", at=at, author=author)


def _take_back(
    connection: sqlite3.Connection, row: sqlite3.Row, kind: str, *, at: str, author: str
) -> tuple[Operation, int]:
    try:
        with write(connection, row["name"], at=at, author=author, kind=kind) as writer:
            changes = connection.execute(
                "SELECT table_name, key, last, before, after FROM change WHERE operation = ? ORDER BY id DESC",
                (row["id"],),
            ).fetchall()
            for change in changes:
                _reverse(writer, change, row["name"])
            connection.execute("UPDATE operation SET reverses = ? WHERE id = ?", (row["id"], writer.operation))
            connection.execute("UPDATE operation SET reversed_by = ? WHERE id = ?", (writer.operation, row["id"]))
    except sqlite3.IntegrityError as error:
        said = Refusal.REDO_STOOD_UPON if kind == "redo" else Refusal.UNDO_STOOD_UPON
        raise ConflictError(said.of(name=repr(row["name"])), hint=Refusal.UNDO_LATER_FIRST.of()) from error
    return _operation(row), writer.operation


def _reverse(writer: Writer, change: sqlite3.Row, name: str) -> None:
    table, key = change["table_name"], change["key"]
    if change["before"] is None:
        last = key if change["last"] is None else change["last"]
        for added in range(last, key - 1, -1):
            writer.delete(table, added)
        return
    before: dict[str, Value] = json.loads(change["before"])
    if change["after"] is None:
        writer.insert(table, before)
        return
    after: dict[str, Value] = json.loads(change["after"])
    row = writer.connection.execute(f"SELECT * FROM {table} WHERE id = ?", (key,)).fetchone()
    if row is None or any(row[column] != value for column, value in after.items() if column not in _MADE):
        raise ConflictError(
            Refusal.CHANGED_SINCE.of(name=repr(name), table=table, number=key), hint=Refusal.UNDO_LATER_FIRST.of()
        )
    writer.update(table, key, before)


def _operation(row: sqlite3.Row) -> Operation:
    return Operation(row["id"], row["name"], row["at"], row["author"], row["changes"], row["reversed_by"] is not None)
