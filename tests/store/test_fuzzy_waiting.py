"""Units that wait for the index: those that came since the last time have no row in its tail, and are found as well."""

from __future__ import annotations

import random
import sqlite3

import pytest

from rnk_gloss.model.side import Side
from rnk_gloss.store import history
from rnk_gloss.store.door import write
from rnk_gloss.store.fuzzy import upkeep
from tests.store.test_fuzzy_index import add, as_it_is, by_index, by_reading, texts_of

AT = "2026-01-01T00:00:00Z"
INSERT = (
    "INTO unit (id, source, target, match_key, source_language, target_language, created_at, created_by, changed_at,"
    " changed_by) VALUES (?, ?, ?, ?, 'ja', 'en', '', '', '', '')"
)


def found(connection: sqlite3.Connection, text: str, side: Side = "source") -> set[int]:
    return set(by_index(connection, text, 100, "ja" if side == "source" else "en", side))


def tail(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute("SELECT side, unit, stale FROM fuzzy_tail ORDER BY side, unit")]


def test_only_units_among_those_that_were_taken_in_stand_in_the_tail(connection: sqlite3.Connection) -> None:
    add(connection, ["条約に署名した。", "制裁を延長した。"])
    assert (tail(connection), upkeep.tail_length(connection)) == ([], 2)
    upkeep.take_in_tail(connection, as_it_is)
    assert (tail(connection), upkeep.tail_length(connection)) == ([], 0)
    add(connection, ["会談は終わった。"])
    assert (tail(connection), upkeep.tail_length(connection)) == ([], 1)
    with write(connection, "edit", at=AT, author="人") as writer:
        writer.update("unit", 1, {"source": "条約を破棄した。", "match_key": "条約を破棄した。"})
    assert (tail(connection), upkeep.tail_length(connection)) == ([("source", 1, 0)], 2)
    upkeep.take_in_tail(connection, as_it_is)
    assert (tail(connection), upkeep.tail_length(connection)) == ([], 0)
    assert [found(connection, text) for text in ("条約を破棄した。", "会談は終わった。", "条約に署名した。")] == [
        {1},
        {3},
        set(),
    ]


@pytest.mark.parametrize("taken_in", [False, True], ids=["waiting", "taken in"])
@pytest.mark.parametrize("sides", [("source",), ("source", "target")], ids=["one side", "both sides"])
def test_another_program_may_do_to_them_what_it_likes(
    connection: sqlite3.Connection, sides: tuple[Side, ...], *, taken_in: bool
) -> None:
    if "target" in sides:
        upkeep.reindex(connection, as_it_is, side="target")
    texts = ["甲の文", "乙の文", "丙の文", "丁の文"]
    add(connection, texts)
    if taken_in:
        upkeep.take_in_tail(connection, as_it_is)
    connection.execute("UPDATE unit SET source = '改訂の文', target = 'changed' WHERE id = 1")
    connection.execute(f"INSERT OR REPLACE {INSERT}", (2, "代理の文", "replaced", ""))
    connection.execute("DELETE FROM unit WHERE id = 3")
    connection.execute("UPDATE unit SET id = 40 WHERE id = 4")
    for key in (-7, 3, 60):
        connection.execute(f"INSERT {INSERT}", (key, f"追加の文{key}", f"new {key}", ""))
    expected = {"改訂の文": {1}, "代理の文": {2}, "丁の文": {40}} | {f"追加の文{key}": {key} for key in (-7, 3, 60)}
    for _ in range(2):
        assert {text: found(connection, text) for text in expected} == expected
        assert not any(found(connection, text) for text in texts[:3])
        if "target" in sides:
            targets = {"changed": {1}, "replaced": {2}, "x": {40}, "new -7": {-7}, "new 3": {3}, "new 60": {60}}
            assert {text: found(connection, text, "target") for text in targets} == targets
        upkeep.take_in_tail(connection, as_it_is)
    stored = connection.execute("SELECT source, match_key FROM unit").fetchall()
    assert all(source == key for source, key in stored)


def test_building_one_side_takes_in_what_waits_on_the_other(connection: sqlite3.Connection) -> None:
    add(connection, ["条約に署名した。"])
    upkeep.take_in_tail(connection, as_it_is)
    add(connection, ["制裁を延長した。"])
    assert upkeep.reindex(connection, as_it_is, side="target") == 2
    assert upkeep.tail_length(connection) == 0
    assert [found(connection, text) for text in ("条約に署名した。", "制裁を延長した。")] == [{1}, {2}]
    add(connection, ["会談は終わった。"])
    assert upkeep.reindex(connection, as_it_is, side="source") == 3
    assert found(connection, "x", "target") == {1, 2, 3}


def test_numbers_that_an_undo_has_freed_are_given_again(connection: sqlite3.Connection) -> None:
    chance = random.Random(2)
    texts = texts_of("日本語の条約", 60, chance)
    add(connection, texts[:30])
    upkeep.take_in_tail(connection, as_it_is)
    history.undo(connection, at=AT, author="人")
    add(connection, texts[30:])
    for _ in range(3):
        for text in texts:
            assert by_index(connection, text, 60) == by_reading(connection, text, 60)
        upkeep.take_in_tail(connection, as_it_is)
    history.undo(connection, at=AT, author="人")
    upkeep.take_in_tail(connection, as_it_is)
    assert not any(found(connection, text) for text in texts)
