"""Many rows that one operation adds are one note in the history, and everything that reads the history sees each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.errors import ConflictError
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.store import history, migrations
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import TABLES, Writer, write
from rnk_gloss.store.health import faults
from rnk_gloss.store.units import add_units
from tests.store.test_fuzzy_index import as_it_is, by_index

AT = "2026-01-01T00:00:00Z"
MANY = 4_500


def units(count: int) -> Iterator[Unit]:
    for number in range(count):
        yield Unit(f"第{number}条", f"Article {number}", properties=(Property("unit", "x-part", str(number % 7)),))


def add(connection: sqlite3.Connection, count: int, name: str = "import 条約.tmx") -> None:
    with write(connection, name, at=AT, author="人") as writer:
        assert add_units(writer, units(count), as_it_is) == count


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")] for table in TABLES}


def notes(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    query = "SELECT operation, table_name, key, last FROM change ORDER BY id"
    return [tuple(row) for row in connection.execute(query)]


def test_units_that_come_at_once_are_noted_once_and_counted_each(connection: sqlite3.Connection) -> None:
    add(connection, MANY)
    assert notes(connection) == [(1, "unit", 1, MANY), (1, "unit_property", 1, MANY)]
    (operation,) = history.operations(connection)
    assert operation.changes == 2 * MANY


def test_they_are_undone_and_done_again_exactly(connection: sqlite3.Connection) -> None:
    add(connection, 3)
    before = content(connection)
    add(connection, MANY)
    after = content(connection)
    assert history.undo(connection, at=AT, author="人").changes == 2 * MANY
    assert content(connection) == before
    assert history.redo(connection, at=AT, author="人").name == "import 条約.tmx"
    assert content(connection) == after
    history.undo(connection, at=AT, author="人")
    assert content(connection) == before
    history.undo(connection, at=AT, author="人")
    assert not any(content(connection).values())


def test_the_history_of_each_of_them_is_known(connection: sqlite3.Connection) -> None:
    add(connection, 40)
    add(connection, 10, "add units")
    with write(connection, "edit", at=AT, author="人") as writer:
        writer.update("unit", 20, {"note": "注"})
        writer.update("unit_property", 30, {"value": "別"})
    for unit, names in ((1, ["import 条約.tmx"]), (20, ["edit", "import 条約.tmx"]), (41, ["add units"])):
        assert [one.name for one in history.operations_on(connection, "unit", unit)] == names
    of_parts = history.operations_on(connection, "unit", 30, children=("unit_property",))
    assert [one.name for one in of_parts] == ["edit", "import 条約.tmx"]
    assert [history.imported_from(connection, unit) for unit in (1, 40, 41, 50, 51)] == [
        "条約.tmx",
        "条約.tmx",
        "",
        "",
        "",
    ]


def test_the_newest_addition_of_a_number_counts(connection: sqlite3.Connection) -> None:
    add(connection, 5, "import 旧.tmx")
    history.undo(connection, at=AT, author="人")
    add(connection, 4, "import 新.tmx")
    add(connection, 1, "add units")
    assert [history.imported_from(connection, unit) for unit in (1, 4, 5)] == ["新.tmx", "新.tmx", ""]


def test_rows_that_are_added_changed_and_removed_in_turn_are_undone(connection: sqlite3.Connection) -> None:
    add(connection, 2)
    before = content(connection)
    with write(connection, "all at once", at=AT, author="人") as writer:
        add_units(writer, units(3), as_it_is)
        writer.update("unit", 4, {"target": "changed"})
        add_units(writer, units(2), as_it_is)
        _remove(writer, 7)
        add_units(writer, units(2), as_it_is)
        _remove(writer, 1)
    after = content(connection)
    for _ in range(2):
        history.undo(connection, at=AT, author="人")
        assert content(connection) == before
        history.redo(connection, at=AT, author="人")
        assert content(connection) == after


def _remove(writer: Writer, unit: int) -> None:
    writer.delete_where("unit_property", "unit", unit)
    writer.delete("unit", unit)


def test_what_another_program_removed_stops_the_undo(connection: sqlite3.Connection) -> None:
    add(connection, 30)
    connection.execute("DELETE FROM unit_property WHERE unit = 17")
    connection.execute("DELETE FROM unit WHERE id = 17")
    before = content(connection)
    with pytest.raises(ConflictError, match="is gone"):
        history.undo(connection, at=AT, author="人")
    assert content(connection) == before


def test_a_large_first_import_leaves_the_index_of_sources_as_it_was(connection: sqlite3.Connection) -> None:
    made = "SELECT sql FROM sqlite_master WHERE name = 'unit_source'"
    before = connection.execute(made).fetchone()[0]
    add(connection, 3)
    add(connection, MANY)
    assert connection.execute(made).fetchone()[0] == before
    assert faults(connection) == []

    def interrupted() -> Iterator[Unit]:
        yield from units(MANY)
        raise KeyboardInterrupt

    history.undo(connection, at=AT, author="人")
    with pytest.raises(KeyboardInterrupt), write(connection, "import", at=AT, author="人") as writer:
        add_units(writer, interrupted(), as_it_is)
    assert connection.execute(made).fetchone()[0] == before
    assert connection.execute("SELECT count(*) FROM unit").fetchone()[0] == 3


def test_units_may_come_from_a_statement_that_is_being_read(connection: sqlite3.Connection) -> None:
    add(connection, 3)
    reading = connection.execute("SELECT source FROM unit")
    next(reading)
    add(connection, MANY)
    assert len(reading.fetchall()) >= 2
    assert by_index(connection, "第4000条", 100).keys() == {4004}


def test_a_store_from_before_keeps_its_history_in_less_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = migrations.STEPS[: migrations.STEPS.index("0008_operation_details") + 1]
    monkeypatch.setattr("rnk_gloss.store.migrations.STEPS", before)
    monkeypatch.setattr("rnk_gloss.store.connection.STEPS", before)
    old = open_database(path)
    for operation, name in enumerate(("import 旧.tmx", "add units", "edit"), start=1):
        old.execute("INSERT INTO operation (name, at, author) VALUES (?, ?, '人')", (name, f"2025-01-0{operation}"))
    _put(old, range(1, 6))
    _note(old, 1, "unit", [1, 2, 3, 4, 5])
    _note(old, 1, "unit_property", [1, 2])
    # As rows that are added one by one are noted; their numbers happen to rise as those of the notes do.
    _put(old, range(6, 9))
    for table, key in (("unit", 6), ("unit_property", 3), ("unit", 8), ("unit_property", 4), ("unit", 7)):
        _note(old, 2, table, [key])
    old.execute("""INSERT INTO change (operation, table_name, key, before, after)
        VALUES (3, 'unit', 2, '{"target":"2"}', '{"target":"二"}')""")
    old.execute("UPDATE unit SET target = '二' WHERE id = 2")
    was = content(old)
    old.close()
    monkeypatch.undo()
    new = open_database(path)
    assert notes(new)[:2] == [(1, "unit", 1, 5), (1, "unit_property", 1, 2)]
    assert len(notes(new)) == 2 + 5 + 1
    assert [one.changes for one in history.operations(new)] == [1, 5, 7]
    assert [one.name for one in history.operations_on(new, "unit", 2)] == ["edit", "import 旧.tmx"]
    assert [history.imported_from(new, unit) for unit in (5, 6)] == ["旧.tmx", ""]
    assert by_index(new, "第8条", 100).keys() == {8}
    assert content(new) == was
    for left in ([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5], []):
        history.undo(new, at=AT, author="人")
        assert [row[0] for row in new.execute("SELECT id FROM unit ORDER BY id")] == left
    for _ in range(3):
        history.redo(new, at=AT, author="人")
    assert content(new) == was
    assert faults(new) == []
    new.close()


def _put(connection: sqlite3.Connection, keys: range) -> None:
    connection.executemany(
        "INSERT INTO unit (id, source, target, match_key, source_language, target_language, created_at, created_by,"
        " changed_at, changed_by) VALUES (?1, ?2, ?1, ?2, 'ja', 'en', '', '', '', '')",
        [(key, f"第{key}条") for key in keys],
    )
    connection.executemany(
        "INSERT INTO unit_property (unit, position, level, name, value) VALUES (?, 0, 'unit', 'x', '')",
        [(key,) for key in list(keys)[:2]],
    )


def _note(connection: sqlite3.Connection, operation: int, table: str, keys: list[int]) -> None:
    connection.executemany(
        "INSERT INTO change (operation, table_name, key) VALUES (?, ?, ?)", [(operation, table, key) for key in keys]
    )
