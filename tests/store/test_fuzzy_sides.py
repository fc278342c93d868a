"""The index over words and over the targets: it misses nothing either, whoever writes."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnk_gloss.match.compare import compare
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.store import history
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import write
from rnk_gloss.store.fuzzy import upkeep
from rnk_gloss.store.units import add_units
from rnk_gloss.text.match_key import match_key, match_keys
from tests.store.test_fuzzy_index import add, as_it_is, by_index, by_reading, edited, texts_of

AT = "2026-01-01T00:00:00Z"
ENGLISH = "the treaty was signed in geneva"


def add_targets(connection: sqlite3.Connection, texts: list[str], language: str = "en") -> None:
    units = (Unit(f"原文{number}", text, target_language=language) for number, text in enumerate(texts))
    with write(connection, "add", at=AT, author="機械") as writer:
        add_units(writer, units, as_it_is)


def keep_targets(connection: sqlite3.Connection) -> None:
    upkeep.reindex(connection, as_it_is, side="target")


def spaced(texts: list[str]) -> list[str]:
    """Each character a word."""
    return [" ".join(text) for text in texts]


@pytest.mark.parametrize(
    "alphabet",
    [
        pytest.param("ab", id="two words"),
        pytest.param("abcde", id="five words"),
        pytest.param("😀𠮷あいう", id="beyond the basic plane"),
        pytest.param("abcdefghijklmnopqrstuvwxyzäöüéèçñåøæ", id="many"),
    ],
)
@pytest.mark.parametrize("side", ["source", "target"])
def test_every_likeness_of_words_is_found_and_no_other(
    connection: sqlite3.Connection, alphabet: str, side: Side
) -> None:
    chance = random.Random(13)
    texts = texts_of(alphabet, 700, chance)
    keys = spaced(texts)
    if side == "target":
        keep_targets(connection)
    fill = add_targets if side == "target" else add
    # A large run, small runs, one that is merged into another, and a tail.
    for start, end in ((0, 400), (400, 520), (520, 560), (560, 650)):
        fill(connection, keys[start:end], "en")
        upkeep.take_in_tail(connection, as_it_is)
    fill(connection, keys[650:], "en")
    for number in range(9):
        text = chance.choice(texts)
        query = " ".join(edited(text, alphabet, chance) if number % 3 else text)
        for minimum in (50, 60, 70, 85, 100):
            expected = by_reading(connection, query, minimum, "en", side)
            assert by_index(connection, query, minimum, "en", side) == expected, (query, minimum)


@pytest.mark.parametrize("alphabet", ["ab", "日本語のは", "😀𠮷あいう"])
def test_every_likeness_of_targets_by_characters_is_found(connection: sqlite3.Connection, alphabet: str) -> None:
    chance = random.Random(17)
    texts = texts_of(alphabet, 500, chance)
    add_targets(connection, texts[:300], "zh")
    keep_targets(connection)
    add_targets(connection, texts[300:450], "zh")
    upkeep.take_in_tail(connection, as_it_is)
    add_targets(connection, texts[450:], "zh")
    for _ in range(6):
        query = edited(chance.choice(texts), alphabet, chance)
        for minimum in (50, 70, 90):
            expected = by_reading(connection, query, minimum, "zh", "target")
            assert by_index(connection, query, minimum, "zh", "target") == expected, (query, minimum)


WORDS = st.lists(st.sampled_from(["sign", "signed", "the", "treaty", "not", "3", "5kg", "5 kg", ",", "don't", "U.S."]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=12), WORDS.map(" ".join), st.integers(50, 100))
def test_the_index_agrees_with_the_base_score(
    tmp_path_factory: pytest.TempPathFactory, stored: list[str], query: str, minimum: int
) -> None:
    connection = open_database(tmp_path_factory.mktemp("sides") / "g.db")
    units = [Unit(f"原文{number}", text) for number, text in enumerate(stored)]
    with write(connection, "add", at=AT, author="") as writer:
        add_units(writer, units, match_keys)
    upkeep.reindex(connection, match_keys, side="target")
    key = match_key(query, "en")
    found = by_index(connection, key, minimum, "en", "target") if key else {}
    connection.close()
    bases = {number: compare(query, text, language="en").base for number, text in enumerate(stored, 1) if text}
    expected = {number: base for number, base in bases.items() if key and base >= minimum}
    assert found == pytest.approx(expected)


def test_targets_wait_only_when_they_were_asked_for(connection: sqlite3.Connection) -> None:
    add_targets(connection, [ENGLISH])
    upkeep.take_in_tail(connection, as_it_is)
    assert upkeep.sides(connection) == ("source",)
    assert connection.execute("SELECT count(*) FROM fuzzy_run WHERE side = 'target'").fetchone()[0] == 0
    keep_targets(connection)
    assert upkeep.sides(connection) == ("source", "target")
    assert by_index(connection, ENGLISH, 100, "en", "target").keys() == {1}
    add_targets(connection, [ENGLISH])
    assert by_index(connection, ENGLISH, 100, "en", "target").keys() == {1, 2}


@pytest.mark.parametrize("verb", ["UPDATE", "UPDATE OR ABORT", "UPDATE OR REPLACE", "UPDATE OR IGNORE"])
def test_what_another_program_does_to_targets_is_found(connection: sqlite3.Connection, path: Path, verb: str) -> None:
    add_targets(connection, [ENGLISH, "the talks are over", "nothing was decided", "the ship sailed"])
    keep_targets(connection)
    other = sqlite3.connect(path)
    for text in ("it was postponed", "it was postponed at once"):
        other.execute(f"{verb} unit SET target = ? WHERE id = 1", (text,))
    other.execute("DELETE FROM unit WHERE id = 2")
    other.execute(f"{verb} unit SET target_language = 'fr' WHERE id = 3")
    other.execute(f"{verb} unit SET id = 40 WHERE id = 4")
    for conflict in ("INSERT", "INSERT OR REPLACE", "INSERT OR ABORT"):
        other.execute(
            f"{conflict} INTO unit (id, source, target, match_key, source_language, target_language, created_at,"
            " created_by, changed_at, changed_by)"
            " VALUES (?, '原文', 'parliament agreed', '', 'ja', 'en', '', '', '', '')",
            (5 if "REPLACE" in conflict or conflict == "INSERT" else 6,),
        )
    other.commit()
    other.close()
    for _ in range(2):
        assert by_index(connection, ENGLISH, 70, "en", "target") == {}
        assert by_index(connection, "it was postponed at once", 100, "en", "target").keys() == {1}
        assert by_index(connection, "the talks are over", 70, "en", "target") == {}
        assert by_index(connection, "nothing was decided", 70, "en", "target") == {}
        assert by_index(connection, "nothing was decided", 70, "fr", "target").keys() == {3}
        assert by_index(connection, "the ship sailed", 100, "en", "target").keys() == {40}
        assert by_index(connection, "parliament agreed", 100, "en", "target").keys() == {5, 6}
        assert by_index(connection, "原文", 100).keys() == {5, 6}
        assert by_index(connection, "原文3", 100).keys() == {40}
        upkeep.take_in_tail(connection, as_it_is)


def test_a_language_that_another_program_corrects_gives_a_source_another_key(
    connection: sqlite3.Connection, path: Path
) -> None:
    add(connection, ["子供用の申し込み書"], "en", match_keys)
    upkeep.take_in_tail(connection, match_keys)
    other = sqlite3.connect(path)
    other.execute("UPDATE unit SET source_language = 'ja'")
    other.commit()
    other.close()
    assert by_index(connection, match_key("子供用の申し込み書"), 100).keys() == {1}


def test_an_edit_of_a_target_moves_it_and_an_undo_and_a_redo_too(connection: sqlite3.Connection) -> None:
    add_targets(connection, [ENGLISH])
    keep_targets(connection)
    with write(connection, "edit", at=AT, author="翻訳者") as writer:
        writer.update("unit", 1, {"target": "it was postponed"})

    def found() -> list[bool]:
        return [1 in by_index(connection, text, 90, "en", "target") for text in (ENGLISH, "it was postponed")]

    assert found() == [False, True]
    history.undo(connection, at=AT, author="翻訳者")
    assert found() == [True, False]
    upkeep.take_in_tail(connection, as_it_is)
    history.redo(connection, at=AT, author="翻訳者")
    assert found() == [False, True]


def test_rejected_one_sided_and_foreign_targets_are_not_offered(connection: sqlite3.Connection) -> None:
    units = [
        Unit("一", ENGLISH),
        Unit("二", ENGLISH, status=Status.REJECTED),
        Unit("", ENGLISH),
        Unit("四", ENGLISH, target_language="fr"),
    ]
    with write(connection, "add", at=AT, author="機械") as writer:
        add_units(writer, units, as_it_is)
    keep_targets(connection)
    assert by_index(connection, ENGLISH, 70, "en", "target").keys() == {1}
    assert by_index(connection, ENGLISH, 70, "fr", "target").keys() == {4}


def test_the_runs_of_two_sides_in_one_language_are_kept_apart(connection: sqlite3.Connection) -> None:
    keep_targets(connection)
    for number in range(3):
        units = [Unit(f"colour number {number}", f"what color is {number}", source_language="en", target_language="en")]
        with write(connection, "add", at=AT, author="機械") as writer:
            add_units(writer, units, as_it_is)
        upkeep.take_in_tail(connection, as_it_is)
    for number in range(3):
        assert by_index(connection, f"colour number {number}", 100, "en").keys() == {number + 1}
        assert by_index(connection, f"what color is {number}", 100, "en", "target").keys() == {number + 1}
        assert by_index(connection, f"what color is {number}", 100, "en") == {}


def test_one_side_is_built_anew_alone_and_both_together(connection: sqlite3.Connection) -> None:
    add_targets(connection, [ENGLISH, "the talks are over"])
    assert upkeep.reindex(connection, as_it_is, side="target") == 2
    assert upkeep.reindex(connection, as_it_is, side="source") == 2
    assert upkeep.reindex(connection, as_it_is) == 4
    assert by_index(connection, ENGLISH, 100, "en", "target").keys() == {1}
    assert by_index(connection, "原文0", 100).keys() == {1}


def test_units_that_are_taken_in_later_do_not_hide_that_older_runs_are_outdated(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(connection, ["条約に署名した。"])
    upkeep.take_in_tail(connection, as_it_is)
    before = upkeep.present_versions()["signature"]
    monkeypatch.setattr(upkeep, "SIGNATURE_VERSION", 99)
    add(connection, ["条約は発効した。"])
    upkeep.take_in_tail(connection, as_it_is)
    assert upkeep.outdated(connection) == [f"signature {before} (now 99)"]


def test_a_key_with_a_nul_in_it_stands_at_its_place_in_a_full_run(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "UNITS_OF_RUN", 3)
    texts = ["条約\0に署名した後で発効した", "条約に署名", "条約に署名した後"]
    add(connection, texts)
    upkeep.take_in_tail(connection, as_it_is)
    for number, text in enumerate(texts, 1):
        assert by_index(connection, text, 90).keys() == {number}


def test_an_index_of_english_sources_from_before_words_were_counted_is_built_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ("0001_initial", "0002_shaped", "0003_fuzzy_index")
    monkeypatch.setattr("rnk_gloss.store.migrations.STEPS", before)
    monkeypatch.setattr("rnk_gloss.store.connection.STEPS", before)
    old = open_database(path)
    add(old, [ENGLISH], "en", match_keys)
    old.execute("INSERT INTO fuzzy_run VALUES (1, 'en', 1, 256, x'', x'', x'')")
    old.execute("DELETE FROM fuzzy_tail")
    old.close()
    monkeypatch.undo()
    new = open_database(path)
    assert upkeep.outdated(new) == ["words 0 (now 1)"]
    upkeep.reindex(new, match_keys)
    assert upkeep.outdated(new) == []
    assert by_index(new, match_key("The treaty was signed in Rome.", "en"), 70, "en").keys() == {1}
    new.close()
