"""The index of parts of texts: it finds what reading every unit finds, whoever wrote the units."""

from __future__ import annotations

import sqlite3
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.model.segment import Unit
from rnk_gloss.store.concordance import UnitScope, units_holding
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import write
from rnk_gloss.store.substrings import postings as grams_module
from rnk_gloss.store.substrings import upkeep
from rnk_gloss.store.substrings.blocks import read_blocks
from rnk_gloss.store.substrings.postings import FIRST_PAIR, FIRST_SLOT, grams, postings
from rnk_gloss.store.substrings.slices import packed, places, unpacked
from rnk_gloss.store.units import add_units
from rnk_gloss.text.search_form import SearchText, search_form, search_text

ALL = UnitScope()
ALPHABET = "aAＡbé条約約ガカｶﾞ一１1、。𠮷ー "
text = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=8)
# Memories of few and of many units, changed and grown after they were taken in.
pairs = st.lists(st.tuples(text, text), max_size=12)


def add(connection: sqlite3.Connection, *texts: tuple[str, str]) -> None:
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="") as writer:
        add_units(writer, [Unit(source, target) for source, target in texts], lambda texts, _language: texts)


def found(connection: sqlite3.Connection, wanted: SearchText, *, target: bool = False) -> list[int]:
    return list(units_holding(connection, wanted, "target" if target else "source", ALL))


def by_reading_all(connection: sqlite3.Connection, wanted: SearchText, *, target: bool = False) -> list[int]:
    rows = connection.execute("SELECT id, source, target FROM unit ORDER BY id DESC").fetchall()
    return [row[0] for row in rows if wanted.places(row[2 if target else 1])]


@settings(max_examples=60, deadline=None)
@given(st.tuples(pairs, pairs, pairs), st.lists(st.tuples(st.integers(1, 24), text)), st.data())
def test_the_index_finds_what_reading_every_unit_finds(
    tmp_path_factory: pytest.TempPathFactory,
    parts: tuple[list[tuple[str, str]], ...],
    changes: list[tuple[int, str]],
    data: st.DataObject,
) -> None:
    connection = open_database(tmp_path_factory.mktemp("memory") / "g.db")
    for indexed in parts[:2]:
        add(connection, *indexed)
        upkeep.take_in(connection)
    for unit, new in changes:
        connection.execute("UPDATE unit SET source = ?, target = ? WHERE id = ?", (new, new + "x", unit))
    add(connection, *parts[2])
    stored = [side for pairs_of_part in parts for pair in pairs_of_part for side in pair] or ["約"]
    for _ in range(5):
        whole = data.draw(st.sampled_from(stored))
        start = data.draw(st.integers(0, len(whole) - 1))
        asked = whole[start : data.draw(st.integers(start + 1, len(whole)))]
        for exact, target in product((False, True), repeat=2):
            wanted = SearchText(asked, exact)
            hits = found(connection, wanted, target=target)
            assert hits == by_reading_all(connection, wanted, target=target)
            column = "target" if target else "source"
            plain = connection.execute(f"SELECT id FROM unit WHERE instr({column}, ?)", (asked,)).fetchall()
            assert {row[0] for row in plain} <= set(hits)
    connection.close()


@pytest.mark.parametrize(
    "wanted", ["約", "条約", "条約は", "は発効した", "treaty", "ty", "t", "TREATY IN", "x%_", "条約は失効した。", "\0"]
)
def test_parts_of_any_length_are_found_on_either_side(connection: sqlite3.Connection, wanted: str) -> None:
    add(
        connection,
        ("条約は発効した。", "The Treaty in force"),
        ("条約は失効した。", "x%_\0"),
        ("規約", "treaty inside"),
    )
    upkeep.take_in(connection)
    for target in (False, True):
        search = search_text(wanted)
        assert found(connection, search, target=target) == by_reading_all(connection, search, target=target)
    assert found(connection, search_text("約")) == [3, 2, 1]
    assert found(connection, search_text("treaty in"), target=True) == [3, 1]


def test_what_stands_nowhere_leaves_no_unit_to_be_read(connection: sqlite3.Connection) -> None:
    add(connection, ("条約は発効した。", "The treaty is in force."))
    upkeep.take_in(connection)
    (block,) = read_blocks(connection)
    assert list(block.candidates(connection, "source", grams("条約"))) == [1]
    assert list(block.candidates(connection, "source", grams("条鯖"))) == []
    assert list(block.candidates(connection, "target", grams("条約"))) == []


def test_changes_by_any_program_are_found_at_once(connection: sqlite3.Connection, path: Path) -> None:
    add(connection, *[(f"条約{number}", "treaty") for number in range(1, 6)])
    upkeep.take_in(connection)
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE unit SET source = '協約' WHERE id = 2")
        other.execute("DELETE FROM unit WHERE id = 3")
        other.execute("UPDATE unit SET id = 3 WHERE id = 5")
        other.execute("UPDATE unit SET target = 'pact' WHERE id = 1")
    other.close()
    assert found(connection, search_text("条約")) == [4, 3, 1]
    assert found(connection, search_text("協約")) == [2]
    assert found(connection, search_text("pact"), target=True) == [1]


def test_ids_may_leave_gaps_and_stand_anywhere(connection: sqlite3.Connection) -> None:
    add(connection, *[("条約", "treaty")] * 3)
    connection.execute("UPDATE unit SET id = id * 1000000007")
    upkeep.take_in(connection)
    connection.execute("UPDATE unit SET id = -5 WHERE id = 1000000007")
    assert found(connection, search_text("条約")) == [3000000021, 2000000014, -5]
    upkeep.rebuild(connection)
    add(connection, ("条約", "treaty"))
    assert found(connection, search_text("条約")) == [3000000022, 3000000021, 2000000014, -5]


def test_a_block_takes_in_smaller_ones_and_renews_those_with_many_changes(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(40):
        add(connection, ("条約", "treaty"))
        upkeep.take_in(connection)
    assert len(read_blocks(connection)) < 8
    assert found(connection, search_text("条約")) == list(range(40, 0, -1))
    monkeypatch.setattr(upkeep, "MOST_WAITING", 2)
    connection.execute("UPDATE unit SET source = '協約' WHERE id IN (1, 2, 39)")
    assert upkeep.has_enough_waiting(connection)
    upkeep.take_in(connection)
    assert connection.execute("SELECT count(*) FROM substring_changed").fetchone()[0] == 0
    assert found(connection, search_text("協約")) == [39, 2, 1]
    assert found(connection, search_text("条約")) == [*range(40, 39, -1), *range(38, 2, -1)]


def test_a_block_made_by_other_rules_is_not_read_and_then_made_anew(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(connection, ("条約", "treaty"), ("協約", "pact"))
    upkeep.take_in(connection)
    connection.execute("UPDATE substring_block SET version = 'older'")
    connection.execute("DELETE FROM substring_slice")
    assert found(connection, search_text("約")) == [2, 1]
    upkeep.take_in(connection)
    assert len(read_blocks(connection)) == 1
    assert found(connection, search_text("約")) == [2, 1]


def test_filters_leave_out_what_was_not_asked_for(connection: sqlite3.Connection) -> None:
    add(connection, ("条約", "a"), ("条約", "b"), ("条約", ""), ("条約", "c"))
    connection.execute("UPDATE unit SET status = 'rejected' WHERE id = 1")
    connection.execute("UPDATE unit SET status = 'approved', document_name = '本_1.txt' WHERE id = 2")
    wanted = search_text("条約")
    for scope, expected in (
        (ALL, [4, 2]),
        (UnitScope(status="rejected"), [1]),
        (UnitScope(document="_1"), [2]),
        (UnitScope(document="%"), []),
    ):
        assert list(units_holding(connection, wanted, "source", scope)) == expected


@given(st.lists(st.text(st.sampled_from("ab c条約ーÿɐ𠮷\ud800"), max_size=9), min_size=1, max_size=20))
def test_texts_are_indexed_by_the_grams_that_are_asked_for(texts: list[str]) -> None:
    by_gram: dict[int, set[int]] = {}
    for place, one in enumerate(texts):
        for gram in grams(one):
            by_gram.setdefault(gram, set()).add(place)
    indexed = {gram: set(places(unpacked(bits))) if bits else ... for gram, bits in postings(texts)}
    assert indexed.keys() == by_gram.keys()
    for gram, found_places in indexed.items():
        # Of a pair of letters that many texts have, nothing more is kept.
        assert found_places == (... if gram >= FIRST_PAIR and 32 * len(by_gram[gram]) > len(texts) else by_gram[gram])


def test_grams_are_characters_and_windows() -> None:
    assert grams("a") == {ord("a")}
    assert len([gram for gram in grams("abcd") if FIRST_SLOT <= gram < FIRST_PAIR]) == 2, "three letters make a window"
    assert len([gram for gram in grams("条約は") if FIRST_SLOT <= gram < FIRST_PAIR]) == 2, "two of other scripts"
    assert len([gram for gram in grams("abcd") if gram >= FIRST_PAIR]) == 3
    assert grams(search_form("約は発効")) <= grams(search_form("条約は発効した"))


def test_more_different_characters_than_one_pass_can_sort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams_module, "_PLACE_BITS", 31)
    assert {gram for gram, _ in postings(["条約は"])} == grams("条約は")


def test_rare_pairs_of_letters_are_told_from_common_ones(connection: sqlite3.Connection) -> None:
    add(connection, *[("条約", "the vessel of navy")] * 40, ("条約", "a vnet"))
    upkeep.take_in(connection)
    assert found(connection, search_text("vn"), target=True) == [41]
    assert found(connection, search_text("ve"), target=True) == list(range(40, 0, -1))
    assert found(connection, search_text("nv"), target=True) == []
    assert found(connection, search_text("the vessel of navy" * 100), target=True) == []


@given(st.sets(st.integers(0, 3000)))
def test_a_slice_gives_back_its_places_from_the_last_to_the_first(marked: set[int]) -> None:
    bits = sum(1 << place for place in marked).to_bytes(400, "little")
    assert list(places(unpacked(packed(bits)))) == sorted(marked, reverse=True)
