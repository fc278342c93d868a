"""The write door: every change of the store passes here, as one undoable operation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from rnk_gloss.errors import ConflictError
from rnk_gloss.model.refusals import Refusal

Value = str | int | float | None
Row = Mapping[str, Value]

TABLES = (
    "document", "sentence", "entry", "likeness", "variant", "target", "evidence", "occurrence", "unit", "unit_property",
)  # fmt: skip


class _Rows(NamedTuple):
    """The change that notes added rows, and the id of the last of them."""

    change: int
    last: int


@dataclass(slots=True)
class Writer:
    """Changes rows within one operation and notes each change, so that the operation can be undone."""

    connection: sqlite3.Connection
    operation: int
    at: str
    author: str
    changes: int = 0
    abandoned: bool = False
    _rows_noted: dict[str, _Rows] = field(default_factory=dict)

    def abandon(self) -> None:
        """Let nothing of this operation be kept: a dry run."""
        self.abandoned = True

    def describe(self, details: Mapping[str, object]) -> None:
        """Keep with the operation what it did, as its caller was told."""
        text = json.dumps(dict(details), ensure_ascii=False, separators=(",", ":"))
        self.connection.execute("UPDATE operation SET details = ? WHERE id = ?", (text, self.operation))

    def insert(self, table: str, row: Row) -> int:
        """The id of the new row."""
        columns = _quoted(row)
        places = ", ".join("?" for _ in row)
        cursor = self.connection.execute(
            f"INSERT INTO {_checked(table)} ({columns}) VALUES ({places})", tuple(row.values())
        )
        assert cursor.lastrowid is not None
        self._note(table, cursor.lastrowid, None, None)
        return cursor.lastrowid

    def insert_many(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """How many rows were added; as `insert`, but fast."""
        names = _quoted(columns)
        places = ", ".join("?" for _ in columns)
        last = self.last_id(table)
        added = self.connection.executemany(f"INSERT INTO {_checked(table)} ({names}) VALUES ({places})", rows)
        count = max(0, added.rowcount)
        if self.last_id(table) - last == count:
            self._note_rows(table, last + 1, last + count)
        else:
            self.connection.execute(
                "INSERT INTO change (operation, table_name, key) "
                f"SELECT ?, ?, id FROM {_checked(table)} WHERE id > ? ORDER BY id",
                (self.operation, table, last),
            )
        self.changes += count
        return count

    def update(self, table: str, key: int, values: Row) -> bool:
        """Whether anything changed: columns that hold the value already are left out."""
        before = self._row(table, key)
        changed = {column: value for column, value in values.items() if before[column] != value}
        if not changed:
            return False
        settings = ", ".join(f"{_quoted([column])} = ?" for column in changed)
        self.connection.execute(f"UPDATE {_checked(table)} SET {settings} WHERE id = ?", (*changed.values(), key))
        self._note(table, key, {column: before[column] for column in changed}, changed)
        return True

    def delete(self, table: str, key: int) -> None:
        """Remove one row; the whole of it is kept for undo."""
        before = self._row(table, key)
        self.connection.execute(f"DELETE FROM {_checked(table)} WHERE id = ?", (key,))
        self._note(table, key, before, None)

    def delete_where(self, table: str, column: str, value: Value) -> int:
        """How many rows were removed: all whose `column` holds `value`."""
        rows = self.connection.execute(
            f'SELECT id FROM {_checked(table)} WHERE "{column}" IS ? ORDER BY id', (value,)
        ).fetchall()
        for row in rows:
            self.delete(table, row[0])
        return len(rows)

    def _row(self, table: str, key: int) -> dict[str, Value]:
        row = self.connection.execute(f"SELECT * FROM {_checked(table)} WHERE id = ?", (key,)).fetchone()
        if row is None:
            raise ConflictError(Refusal.ROW_GONE.of(table=table, number=key))
        return dict(row)

    def last_id(self, table: str) -> int:
        """The highest id in the table, 0 if it is empty: what comes next has the one above."""
        return int(self.connection.execute(f"SELECT coalesce(max(id), 0) FROM {_checked(table)}").fetchone()[0])

    def _note_rows(self, table: str, first: int, last: int) -> None:
        """Notes that the rows with these ids were added: they go on where those of the last call ended, as a rule."""
        before = self._rows_noted.get(table)
        if before is not None and before.last + 1 == first:
            self.connection.execute("UPDATE change SET last = ? WHERE id = ?", (last, before.change))
            self._rows_noted[table] = _Rows(before.change, last)
        elif last >= first:
            cursor = self.connection.execute(
                "INSERT INTO change (operation, table_name, key) VALUES (?, ?, ?)", (self.operation, table, first)
            )
            if last > first:
                self.connection.execute("UPDATE change SET last = ? WHERE id = ?", (last, cursor.lastrowid))
            assert cursor.lastrowid is not None
            self._rows_noted[table] = _Rows(cursor.lastrowid, last)

    def _note(self, table: str, key: int, before: Row | None, after: Row | None) -> None:
        self.connection.execute(
            "INSERT INTO change (operation, table_name, key, before, after) VALUES (?, ?, ?, ?, ?)",
            (self.operation, table, key, _packed(before), _packed(after)),
        )
        self.changes += 1


def _packed(row: Row | None) -> str | None:
    return None if row is None else json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"))


def _checked(table: str) -> str:
    # Names of tables cannot be parameters of a statement; only our own pass.
    if table not in TABLES:
        raise ValueError(f"{table!r} is no table of the store")
    return table


def _quoted(columns: Iterable[str]) -> str:
    # Undo reads names of columns back from the file, which may come from a stranger.
    names = list(columns)
    if not all(name.isidentifier() for name in names):
        raise ValueError(f"{names!r} are no names of columns")
    return ", ".join(f'"{name}"' for name in names)


@contextmanager
def write(connection: sqlite3.Connection, name: str, *, at: str, author: str, kind: str = "do") -> Iterator[Writer]:
    """One operation in one transaction: all of it is done, or nothing. An operation without changes leaves no trace."""
    # IMMEDIATE: a transaction that begins as a reader and then writes dies at once when another writer came between.
    connection.execute("BEGIN IMMEDIATE")
    try:
        cursor = connection.execute(
            "INSERT INTO operation (kind, name, at, author) VALUES (?, ?, ?, ?)", (kind, name, at, author)
        )
        assert cursor.lastrowid is not None
        writer = Writer(connection, cursor.lastrowid, at, author)
        # What is taken back may bring keys of an earlier version back.
        if kind == "do":
            connection.execute("INSERT INTO fuzzy_state VALUES ('own keys', 'while this is written')")
        yield writer
        if writer.changes and not writer.abandoned:
            connection.execute("DELETE FROM fuzzy_state WHERE key = 'own keys'")
            connection.execute("COMMIT")
        else:
            connection.execute("ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
