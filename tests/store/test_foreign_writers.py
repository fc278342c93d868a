"""Match keys that another program writes: they may be those of other texts, and none is trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.side import Shelf
from rnk_gloss.service.memory import MemoryCache, likenesses
from rnk_gloss.store import history, migrations
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import write
from rnk_gloss.store.fuzzy import upkeep
from rnk_gloss.store.unit_changes import edit_unit
from rnk_gloss.store.units import tail_keys
from rnk_gloss.text.match_key import match_key, match_keys
from tests.store.test_fuzzy_index import add

AT = "2026-01-01T00:00:00Z"
WINDOW, DOOR, REPORT, TREATY = "窓を開く。", "戸を開く。", "報告書を受け付けました。", "条約は2年後に失効する。"
COLUMNS = "target, source_language, target_language, created_at, created_by, changed_at, changed_by"
TALKS, BUDGET = "会談は終わった。", "予算を承認した。"
CHANGE, THIRD_KEY = "UPDATE unit SET", "(SELECT match_key FROM unit WHERE id = 3)"


def copied(verb: str = "INSERT", number: str = "NULL", source: str = DOOR, key: str = "match_key") -> str:
    """A statement that copies the first unit, as whoever does not know of match keys would."""
    return (
        f"{verb} INTO unit (id, source, match_key, {COLUMNS})"
        f" SELECT {number}, '{source}', {key}, {COLUMNS} FROM unit WHERE id = 1"
    )


def found(connection: sqlite3.Connection, text: str, cache: MemoryCache | None = None) -> set[int]:
    parts = likenesses(connection, cache or MemoryCache(), match_key(text), 100, Shelf("source", "ja"))
    return {near.unit for _, part in parts for near in part}


def keys_are_right(connection: sqlite3.Connection) -> bool:
    """Whether each unit has the key of its source; once all is taken in."""
    return all(match_key(source) == key for source, key in connection.execute("SELECT source, match_key FROM unit"))


@pytest.mark.parametrize("state", ["waiting", "taken in", "given again"])
@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param([copied()], {WINDOW: {1}, DOOR: {4}}, id="a copied key"),
        pytest.param([copied(key="'％☆'")], {WINDOW: {1}, DOOR: {4}}, id="an invented key"),
        pytest.param([copied(key="''")], {WINDOW: {1}, DOOR: {4}}, id="an empty key"),
        pytest.param([copied(number="70")], {WINDOW: {1}, DOOR: {70}}, id="behind a gap"),
        pytest.param([copied(number="-7")], {WINDOW: {1}, DOOR: {-7}}, id="below all"),
        pytest.param([copied("REPLACE", "2")], {WINDOW: {1}, REPORT: set(), DOOR: {2}}, id="replaced"),
        pytest.param(
            [copied(number="50"), copied("REPLACE", "50", BUDGET)],
            {WINDOW: {1}, DOOR: set(), BUDGET: {50}},
            id="inserted and replaced",
        ),
        pytest.param(
            ["DELETE FROM unit WHERE id = 2", copied(number="2")],
            {WINDOW: {1}, REPORT: set(), DOOR: {2}},
            id="a number that is given again",
        ),
        pytest.param(
            [f"{copied(number='2')} ON CONFLICT DO UPDATE SET source = excluded.source"],
            {WINDOW: {1}, REPORT: set(), DOOR: {2}},
            id="an upsert of the source",
        ),
        pytest.param(
            [f"{copied(number='2')} ON CONFLICT DO UPDATE SET (source, match_key) = (excluded.source, 'x')"],
            {WINDOW: {1}, REPORT: set(), DOOR: {2}},
            id="an upsert of both",
        ),
        pytest.param([f"{CHANGE} source = '{DOOR}' WHERE id = 2"], {REPORT: set(), DOOR: {2}}, id="another source"),
        pytest.param([f"{CHANGE} match_key = {THIRD_KEY} WHERE id = 2"], {REPORT: {2}, TREATY: {3}}, id="another key"),
        pytest.param(
            [f"{CHANGE} source = '{DOOR}', match_key = {THIRD_KEY} WHERE id = 2"],
            {REPORT: set(), DOOR: {2}, TREATY: {3}},
            id="both",
        ),
        pytest.param(
            [f"{CHANGE} source = '{DOOR}' WHERE id = 2", f"{CHANGE} match_key = {THIRD_KEY} WHERE id = 2"],
            {REPORT: set(), DOOR: {2}, TREATY: {3}},
            id="one after the other",
        ),
        pytest.param(
            [f"{CHANGE} id = 50 WHERE id = 2", copied(number="2")],
            {REPORT: {50}, DOOR: {2}},
            id="a unit that moves, and another in its place",
        ),
        pytest.param(
            ["UPDATE OR REPLACE unit SET id = 3, match_key = 'x' WHERE id = 2"],
            {REPORT: {3}, TREATY: set()},
            id="a unit that takes the place of another",
        ),
    ],
)
def test_a_key_of_another_program_is_not_trusted(
    connection: sqlite3.Connection, path: Path, state: str, statements: Sequence[str], expected: dict[str, set[int]]
) -> None:
    add(connection, [WINDOW, REPORT, TREATY], keys_of=match_keys)
    if state != "waiting":
        upkeep.take_in_tail(connection, match_keys)
    if state == "given again":
        # Numbers that were taken in once: what has them now stands in the tail, with keys that are trusted.
        history.undo(connection, at=AT, author="人")
        add(connection, [WINDOW, REPORT, TREATY], keys_of=match_keys)
    lasting = MemoryCache()
    assert found(connection, WINDOW, lasting) == {1}
    other = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        other.execute(statement)
    other.close()
    # As it is, with own units behind those of the other program, and in the index.
    for step in range(3):
        for cache in (lasting, MemoryCache()):
            assert {text: found(connection, text, cache) for text in expected} == expected
        if step == 0:
            add(connection, [TALKS], keys_of=match_keys)
            assert len(found(connection, TALKS)) == 1
        upkeep.take_in_tail(connection, match_keys)
    assert keys_are_right(connection)


def test_keys_of_our_own_are_made_once(connection: sqlite3.Connection, path: Path) -> None:
    made: list[str] = []

    def noting(texts: Sequence[str], language: str) -> list[str]:
        made.extend(texts)
        return match_keys(texts, language)

    add(connection, [WINDOW, REPORT], keys_of=noting)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(copied())
    # Units on both sides of one of another program, an edit, and numbers that are given again.
    add(connection, [TREATY, TALKS], keys_of=noting)
    history.undo(connection, at=AT, author="人")
    add(connection, [TREATY], keys_of=noting)
    with write(connection, "edit", at=AT, author="人") as writer:
        edit_unit(writer, 2, source=BUDGET, target=None, note=None, key_of=match_key)
    del made[:]
    assert len(tail_keys(connection, Shelf("source", "ja"), noting)) == 4
    assert made == [DOOR]
    upkeep.take_in_tail(connection, noting)
    assert made == [DOOR, DOOR]
    assert keys_are_right(connection)
    del made[:]
    other.execute("UPDATE unit SET match_key = 'x' WHERE id = 1")
    other.close()
    upkeep.take_in_tail(connection, noting)
    assert made == [WINDOW]
    assert upkeep.reindex(connection, noting) == 4
    assert sorted(made) == sorted([WINDOW, WINDOW, BUDGET, DOOR, TREATY])


@pytest.mark.parametrize("ending", ["kept", "abandoned", "failed", "without changes"])
def test_nobody_else_is_trusted_after_a_write(connection: sqlite3.Connection, ending: str) -> None:
    add(connection, [WINDOW], keys_of=match_keys)
    with suppress(NotFoundError), write(connection, "edit", at=AT, author="人") as writer:
        if ending != "without changes":
            edit_unit(writer, 1, source=None, target="other", note=None, key_of=match_key)
        if ending == "abandoned":
            writer.abandon()
        if ending == "failed":
            edit_unit(writer, 99, source=None, target="other", note=None, key_of=match_key)
    assert connection.execute("SELECT count(*) FROM fuzzy_state WHERE key = 'own keys'").fetchone()[0] == 0
    connection.execute(copied())
    assert found(connection, DOOR) == {2}


@pytest.mark.parametrize("taken_in", [False, True], ids=["waiting", "taken in"])
def test_an_undo_brings_no_key_of_another_program_back(
    connection: sqlite3.Connection, path: Path, *, taken_in: bool
) -> None:
    add(connection, [WINDOW], keys_of=match_keys)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(copied())
    other.close()
    with write(connection, "edit", at=AT, author="人") as writer:
        edit_unit(writer, 2, source=REPORT, target=None, note=None, key_of=match_key)
    if taken_in:
        upkeep.take_in_tail(connection, match_keys)
    assert (found(connection, REPORT), found(connection, DOOR)) == ({2}, set())
    for _ in range(2):
        for undone in (True, False):
            (history.undo if undone else history.redo)(connection, at=AT, author="人")
            expected = {REPORT: set(), DOOR: {2}} if undone else {REPORT: {2}, DOOR: set()}
            for _ in range(2):
                assert {text: found(connection, text) for text in expected} == expected
                upkeep.take_in_tail(connection, match_keys)
    with write(connection, "delete", at=AT, author="人") as writer:
        writer.delete("unit", 2)
    history.undo(connection, at=AT, author="人")
    assert found(connection, REPORT) == {2}


def test_a_source_that_is_changed_without_its_key_gets_another(connection: sqlite3.Connection) -> None:
    add(connection, [WINDOW], keys_of=match_keys)
    with write(connection, "edit", at=AT, author="人") as writer:
        writer.update("unit", 1, {"source": DOOR})
    assert (found(connection, WINDOW), found(connection, DOOR)) == (set(), {1})


def test_as_many_wait_as_there_are(connection: sqlite3.Connection) -> None:
    add(connection, [WINDOW, REPORT], keys_of=match_keys)
    connection.execute(copied())
    connection.execute("UPDATE unit SET match_key = 'x' WHERE id = 2")
    assert upkeep.tail_length(connection) == 3
    upkeep.take_in_tail(connection, match_keys)
    connection.execute("UPDATE unit SET match_key = 'x' WHERE id = 2")
    connection.execute(copied())
    assert upkeep.tail_length(connection) == 2


def test_in_a_store_from_before_what_waits_is_not_trusted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = migrations.STEPS[: migrations.STEPS.index("0014_blocks_of_marks") + 1]
    monkeypatch.setattr("rnk_gloss.store.migrations.STEPS", before)
    monkeypatch.setattr("rnk_gloss.store.connection.STEPS", before)
    old = open_database(path)
    add(old, [WINDOW, REPORT, TREATY], keys_of=match_keys)
    upkeep.take_in_tail(old, match_keys)
    old.execute("UPDATE unit SET source = '会談は終わった。', match_key = 'x' WHERE id = 2")
    old.execute(copied())
    add(old, [BUDGET], keys_of=match_keys)
    old.close()
    monkeypatch.undo()
    new = open_database(path)
    rows = new.execute("SELECT side, unit, stale FROM fuzzy_tail ORDER BY unit").fetchall()
    assert [tuple(row) for row in rows] == [("source", unit, 1) for unit in (2, 4, 5)]
    expected = {WINDOW: {1}, REPORT: set(), TALKS: {2}, TREATY: {3}, DOOR: {4}, BUDGET: {5}}
    for _ in range(2):
        assert {text: found(new, text) for text in expected} == expected
        upkeep.take_in_tail(new, match_keys)
    assert keys_are_right(new)
    new.close()
