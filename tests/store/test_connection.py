"""Opening a database: what is made, what is refused, and what is left untouched."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from rnk_gloss.errors import DatabaseError
from rnk_gloss.store import migrations
from rnk_gloss.store.connection import back_up, open_database, read_in_passing, reported
from rnk_gloss.store.door import write
from rnk_gloss.store.health import faults


def test_a_new_file_is_made_with_the_present_schema(path: Path) -> None:
    connection = open_database(path)
    assert migrations.applied_steps(connection) == migrations.STEPS
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert faults(connection) == []
    connection.close()


def test_schema_sql_is_the_sum_of_all_steps(connection: sqlite3.Connection) -> None:
    written = sqlite3.connect(":memory:")
    written.executescript(migrations.read_schema())
    query = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%migrations%' ORDER BY type, name"
    assert [tuple(row) for row in connection.execute(query)] == written.execute(query).fetchall()
    written.close()


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    loose = [table.name for table in Database(connection).tables if not table.strict]
    assert [name for name in loose if not name.startswith("_")] == []


def test_a_missing_file_is_an_error_for_readers(path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"用語集\.db: no such database") as caught:
        open_database(path, create=False)
    assert caught.value.hint == "make one with: rnk-gloss extract FILE"
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("条約の全文です。\n".encode() * 100, "is not a database", id="a text file"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 2000, "database", id="a broken header"),
    ],
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match=message):
        open_database(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="is a directory"):
        open_database(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="its folder does not exist"):
        open_database(tmp_path / "無い" / "glossary.db")


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    with pytest.raises(DatabaseError, match="another program"):
        open_database(path)
    other = sqlite3.connect(path)
    assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["bookmarks"]
    other.close()


def test_a_newer_database_is_refused_and_left_untouched(path: Path) -> None:
    connection = open_database(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('rnk_gloss', '9999_future', '2030')"
    )
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match=r"newer version of rnk-gloss \(step 9999_future\)") as caught:
        open_database(path)
    assert caught.value.hint is not None
    assert path.read_bytes() == before


def test_an_older_database_is_copied_before_it_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(path).close()
    present = migrations.STEPS
    texts = {"0099_shelf": "CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT) STRICT;\n"}
    original = migrations.step_text
    monkeypatch.setattr(migrations, "STEPS", (*present, "0099_shelf"))
    monkeypatch.setattr("rnk_gloss.store.connection.STEPS", migrations.STEPS)
    monkeypatch.setattr(migrations, "step_text", lambda step: texts.get(step) or original(step))
    upgraded = open_database(path)
    assert migrations.applied_steps(upgraded) == (*present, "0099_shelf")
    upgraded.close()
    backup = path.with_name(f"用語集.db.backup-{present[-1]}")
    copy = sqlite3.connect(backup)
    assert migrations.applied_steps(copy) == present
    assert copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'shelf'").fetchone()[0] == 0
    copy.close()
    # Who puts the copy back has it upgraded, and copied, once more.
    path.write_bytes(backup.read_bytes())
    open_database(path).close()
    assert backup.with_name(f"{backup.name}-2").read_bytes() == backup.read_bytes()


def test_a_backup_holds_everything_and_overwrites_nothing(connection: sqlite3.Connection, tmp_path: Path) -> None:
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="翻訳者") as writer:
        writer.insert("document", {**DOCUMENT, "path": "条約.txt"})
    destination = tmp_path / "copy.db"
    back_up(connection, destination)
    copy = open_database(destination)
    assert copy.execute("SELECT path FROM document").fetchone()[0] == "条約.txt"
    copy.close()
    with pytest.raises(DatabaseError, match="exists already"):
        back_up(connection, destination)


def test_what_is_read_in_passing_is_not_mapped_into_memory(connection: sqlite3.Connection) -> None:
    def mapped() -> int:
        found: int = connection.execute("PRAGMA mmap_size").fetchone()[0]
        return found

    before = mapped()
    connection.execute("BEGIN")
    with read_in_passing(connection):
        assert mapped() == 0
    assert mapped() == before > 0


def test_a_busy_database_is_said_to_be_busy(path: Path) -> None:
    first = open_database(path)
    second = open_database(path, busy_seconds=0.05)
    first.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(DatabaseError, match="another program is writing"),
        reported(path),
        write(second, "add", at="", author="") as writer,
    ):
        writer.insert("document", DOCUMENT)
    first.execute("ROLLBACK")
    first.close()
    second.close()


def test_two_writers_take_turns(path: Path) -> None:
    open_database(path).close()

    def work(name: str) -> None:
        connection = open_database(path)
        for number in range(20):
            with write(connection, "add", at="", author=name) as writer:
                # Reading first and writing then, in one transaction, is what fails without an immediate one.
                connection.execute("SELECT count(*) FROM document").fetchone()
                writer.insert("document", {**DOCUMENT, "path": f"{name}-{number}.txt"})
        connection.close()

    threads = [threading.Thread(target=work, args=(name,)) for name in ("甲", "乙", "丙")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connection = open_database(path)
    assert connection.execute("SELECT count(*) FROM document").fetchone()[0] == 60
    connection.close()


DOCUMENT: dict[str, str | int | float | None] = {
    "path": "a.txt",
    "language": "ja",
    "format": "text",
    "encoding": "UTF-8",
    "digest": "0",
    "characters": 0,
    "extractor": "test",
    "extracted_at": "2026-01-01T00:00:00Z",
}
