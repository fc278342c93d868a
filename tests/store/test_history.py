"""The write door, undo and redo."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.errors import ConflictError, NotFoundError
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.store import history
from rnk_gloss.store.connection import APPLICATION_ID
from rnk_gloss.store.door import TABLES, Writer, write
from rnk_gloss.store.entries import entry
from rnk_gloss.store.entry_changes import add_entry, edit_fields, merge_entries, put_target, set_status
from rnk_gloss.store.migrations import apply_steps

AT = "2026-01-01T00:00:00Z"


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")] for table in TABLES}


def add(writer: Writer, source: str, *targets: str) -> int:
    key = add_entry(writer, {"source": source}, fold=source, romaji="", languages=("ja", "en"))
    for number, target in enumerate(targets):
        put_target(writer, key, target, Usage.ADMITTED if number else Usage.PREFERRED)
    return key


def test_an_operation_is_done_whole_or_not_at_all(connection: sqlite3.Connection) -> None:
    def interrupted() -> None:
        with write(connection, "add", at=AT, author="甲") as writer:
            add(writer, "条約", "treaty")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert content(connection)["entry"] == []
    assert history.operations(connection) == []


def test_an_operation_without_changes_leaves_no_trace(connection: sqlite3.Connection) -> None:
    with write(connection, "add", at=AT, author="甲") as writer:
        key = add(writer, "条約")
    with write(connection, "approve again", at=AT, author="甲") as writer:
        assert set_status(writer, [key], Status.APPROVED) == 0
    assert [operation.name for operation in history.operations(connection)] == ["add"]


def test_an_abandoned_operation_leaves_no_trace(connection: sqlite3.Connection) -> None:
    with write(connection, "dry run", at=AT, author="甲") as writer:
        writer.abandon()
        add(writer, "条約")
    assert content(connection)["entry"] == []


def test_history_says_what_was_done_by_whom_newest_first(connection: sqlite3.Connection) -> None:
    with write(connection, "add entry 条約", at=AT, author="甲") as writer:
        key = add(writer, "条約", "treaty")
    with write(connection, "add entry 協定", at=AT, author="乙") as writer:
        add(writer, "協定")
    with write(connection, f"reject entry {key}", at=AT, author="乙") as writer:
        set_status(writer, [key], Status.REJECTED)
    assert [(one.name, one.author) for one in history.operations(connection)] == [
        (f"reject entry {key}", "乙"),
        ("add entry 協定", "乙"),
        ("add entry 条約", "甲"),
    ]
    assert [one.name for one in history.operations_on(connection, "entry", key, children=("target",))] == [
        f"reject entry {key}",
        "add entry 条約",
    ]


def test_undo_and_redo_walk_through_the_history(connection: sqlite3.Connection) -> None:
    states = [content(connection)]
    for source in ("条約", "協定", "議定書"):
        with write(connection, f"add {source}", at=AT, author="甲") as writer:
            add(writer, source, "x")
        states.append(content(connection))
    for state in reversed(states[:-1]):
        history.undo(connection, at=AT, author="甲")
        assert content(connection) == state
    with pytest.raises(NotFoundError, match="nothing to undo"):
        history.undo(connection, at=AT, author="甲")
    for state in states[1:]:
        history.redo(connection, at=AT, author="甲")
        assert content(connection) == state
    with pytest.raises(NotFoundError, match="nothing to redo"):
        history.redo(connection, at=AT, author="甲")
    assert history.undo(connection, at=AT, author="甲").name == "add 議定書"
    assert content(connection) == states[-2]


def test_something_new_ends_what_can_be_redone(connection: sqlite3.Connection) -> None:
    for source in ("条約", "協定"):
        with write(connection, f"add {source}", at=AT, author="甲") as writer:
            add(writer, source)
        if source == "条約":
            history.undo(connection, at=AT, author="甲")
    with pytest.raises(NotFoundError):
        history.redo(connection, at=AT, author="甲")


def test_undo_refuses_what_was_changed_outside(connection: sqlite3.Connection) -> None:
    with write(connection, "add", at=AT, author="甲") as writer:
        key = add(writer, "条約")
    with write(connection, "edit", at=AT, author="甲") as writer:
        edit_fields(writer, key, {"note": "甲の注"})
    connection.execute("UPDATE entry SET note = '別のプログラムの注'")
    with pytest.raises(ConflictError, match="was changed since"):
        history.undo(connection, at=AT, author="甲")
    assert entry(connection, key).note == "別のプログラムの注"


def test_a_merge_is_undone_with_all_that_moved(connection: sqlite3.Connection) -> None:
    with write(connection, "add", at=AT, author="甲") as writer:
        one = add(writer, "露朝", "Russia and North Korea")
        other = add(writer, "ロ朝", "Russo-North Korean")
    before = content(connection)
    with write(connection, "merge", at=AT, author="甲") as writer:
        merge_entries(writer, one, [other])
    merged = entry(connection, one)
    assert [variant.text for variant in merged.variants] == ["ロ朝"]
    assert [(target.text, target.usage) for target in merged.targets] == [
        ("Russia and North Korea", Usage.PREFERRED),
        ("Russo-North Korean", Usage.ADMITTED),
    ]
    history.undo(connection, at=AT, author="甲")
    assert content(connection) == before


Action = st.tuples(st.sampled_from(["add", "status", "edit", "target", "undo", "redo"]), st.integers(0, 3))


@settings(max_examples=40, deadline=None)
@given(st.lists(Action, max_size=12))
def test_undoing_everything_leads_back_to_the_beginning(actions: list[tuple[str, int]]) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    apply_steps(connection)
    beginning = content(connection)
    for name, number in actions:
        _act(connection, name, number)
    while True:
        try:
            history.undo(connection, at=AT, author="甲")
        except NotFoundError:
            break
    assert content(connection) == beginning
    connection.close()


def _act(connection: sqlite3.Connection, name: str, number: int) -> None:
    if name in {"undo", "redo"}:
        try:
            getattr(history, name)(connection, at=AT, author="甲")
        except NotFoundError:
            return
        return
    keys = [row[0] for row in connection.execute("SELECT id FROM entry ORDER BY id")]
    with write(connection, name, at=AT, author="甲") as writer:
        if name == "add" or not keys:
            add(writer, f"語{number}", "word")
            return
        key = keys[number % len(keys)]
        if name == "status":
            set_status(writer, [key], list(Status)[number % 3])
        elif name == "edit":
            edit_fields(writer, key, {"note": f"注{number}"})
        else:
            put_target(writer, key, f"target {number}", list(Usage)[number % 3])


def test_one_operation_is_taken_back_and_done_again_whatever_came_after_it(connection: sqlite3.Connection) -> None:
    for text in ("議定書", "批准書"):
        with write(connection, f"add {text}", at=AT, author="甲") as writer:
            add(writer, text)

    def sources() -> list[str]:
        return sorted(row[0] for row in connection.execute("SELECT source FROM entry"))

    first, second = (one.id for one in reversed(history.operations(connection)))
    operation, undone_by = history.take_back(connection, first, at=AT, author="甲")
    assert operation.name == "add 議定書"
    assert sources() == ["批准書"]
    with pytest.raises(ConflictError, match="already"):
        history.take_back(connection, first, at=AT, author="甲")
    history.take_back(connection, undone_by, at=AT, author="甲")
    assert sources() == ["批准書", "議定書"]
    with pytest.raises(NotFoundError):
        history.take_back(connection, second + 100, at=AT, author="甲")


def test_an_edit_is_undone_and_done_again_though_its_key_was_made_anew(connection: sqlite3.Connection) -> None:
    unit = {
        "source": "戸を開く。",
        "target": "x",
        "match_key": "前の鍵",
        "source_language": "ja",
        "target_language": "en",
    }
    added = dict.fromkeys(("created_at", "created_by", "changed_at", "changed_by"), "")
    with write(connection, "add", at=AT, author="甲") as writer:
        key = writer.insert("unit", unit | added)
    with write(connection, "edit", at=AT, author="甲") as writer:
        writer.update("unit", key, {"source": "窓を開く。", "match_key": "後の鍵"})
    for step, source in ((history.undo, "戸を開く。"), (history.redo, "窓を開く。")):
        connection.execute("UPDATE unit SET match_key = ?", (f"another than for {source}",))
        step(connection, at=AT, author="甲")
        assert connection.execute("SELECT source FROM unit").fetchone()[0] == source
    connection.execute("UPDATE unit SET source = '門を開く。'")
    with pytest.raises(ConflictError):
        history.undo(connection, at=AT, author="甲")
