"""Units of the memory: adding, selecting, finding."""

from __future__ import annotations

import random
import sqlite3

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.model.selection import UnitSelection
from rnk_gloss.store import history
from rnk_gloss.store.door import write
from rnk_gloss.store.held_units import context_of, held_units
from rnk_gloss.store.units import add_units, sample_of_texts, selected_units, state_of

FULL = Unit(
    source="条約は発効した。",
    target="The treaty entered into force.",
    status=Status.APPROVED,
    origin="import",
    document="条約.txt",
    previous="署名した。",
    following="以上。",
    note="注",
    created_at="2024-06-19T00:00:00Z",
    created_by="甲",
    changed_at="2024-12-04T00:00:00Z",
    changed_by="乙",
    used_at="2025-01-01T00:00:00Z",
    usage_count=3,
    external_id="tu-7",
    properties=(Property("unit", "x-project", "外交"), Property("target", "x-style", "plain")),
)


def add(connection: sqlite3.Connection, *units: Unit) -> None:
    with write(connection, "add units", at="2026-01-01T00:00:00Z", author="人") as writer:
        assert add_units(writer, units, lambda texts, _language: [text.lower() for text in texts]) == len(units)


def test_nothing_of_a_unit_is_lost(connection: sqlite3.Connection) -> None:
    add(connection, FULL)
    (found,) = selected_units(connection, UnitSelection())
    assert found.id == 1
    assert {name: getattr(found, name) for name in Unit.__slots__ if name != "id"} == {
        name: getattr(FULL, name) for name in Unit.__slots__ if name != "id"
    }


def test_what_a_unit_does_not_say_is_the_present_and_the_author(connection: sqlite3.Connection) -> None:
    add(connection, Unit("甲は支払う。", "Party A shall pay."))
    (found,) = selected_units(connection, UnitSelection())
    assert (found.created_at, found.created_by, found.changed_by) == ("2026-01-01T00:00:00Z", "人", "人")


def test_units_with_and_without_properties_can_be_undone_together(connection: sqlite3.Connection) -> None:
    add(connection, FULL, Unit("甲は支払う。", "Party A shall pay."))
    history.undo(connection, at="", author="人")
    assert connection.execute("SELECT count(*) FROM unit").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM unit_property").fetchone()[0] == 0


def test_what_is_held_for_a_source_says_between_which_languages_and_where(connection: sqlite3.Connection) -> None:
    other = Unit(FULL.source, "Der Vertrag trat in Kraft.", target_language="de", status=Status.REJECTED)
    add(connection, FULL, other, Unit("甲は支払う。", "Party A shall pay."))
    held = held_units(connection, [FULL.source, "知らない文。"], last=3)
    first, second = held[FULL.source]
    assert (first.target, first.languages, first.context) == (FULL.target, ("ja", "en"), context_of(FULL))
    assert (second.languages, second.status) == (("ja", "de"), Status.REJECTED)
    assert held.keys() == {FULL.source}
    assert [one.id for one in held_units(connection, [FULL.source], last=1)[FULL.source]] == [1]


def test_the_state_changes_with_every_writer(connection: sqlite3.Connection) -> None:
    before = state_of(connection)
    assert state_of(connection) == before
    add(connection, FULL)
    assert state_of(connection) != before


def test_a_sample_has_each_unit_once_wherever_the_numbers_have_gaps(connection: sqlite3.Connection) -> None:
    texts = [f"{number}番の文" for number in range(40)]
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="人") as writer:
        add_units(writer, [*(Unit(text, "x") for text in texts), Unit("長" * 50, "x")], lambda these, _: these)
    connection.execute("UPDATE unit SET id = 1000000 WHERE id = 40")
    below = random.Random(1).randrange
    assert sorted(sample_of_texts(connection, "source", 100, below, 20)) == sorted((text, "ja") for text in texts)
    sample = sample_of_texts(connection, "source", 20, below, 20)
    assert len(set(sample)) == 20
    assert sample_of_texts(connection, "source", 20, below, 20) != sample
