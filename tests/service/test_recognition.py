"""The terms of a glossary in texts: from a cold store, after every kind of change, by whatever program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.match.terms import TermFinder
from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.recognition import LONGEST_TAIL, StoredTerms
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.term_keys import tail_length, take_in_tail

ADD_ENTRY = (
    "INSERT INTO entry (id, source, fold, status, source_language, target_language, created_at, created_by, changed_at,"
    " changed_by) VALUES (?, ?, '', ?, 'ja', 'en', '', '', '', '')"
)


def add(glossary: Glossary, source: str, *targets: str, variants: tuple[str, ...] = ()) -> int:
    key = glossary.create_entry(EntryEdit(source=source, targets=targets))
    with glossary.workspace.writing("variants") as writer:
        for variant in variants:
            writer.insert("variant", {"entry": key, "text": variant, "fold": ""})
    return key


def found(glossary: Glossary, text: str, language: str = "ja") -> list[str]:
    return [hit.text for hit in glossary.recognise(text, language=language)]


def waiting(glossary: Glossary) -> int:
    return tail_length(glossary.workspace.connection)


@pytest.fixture
def foreign(glossary: Glossary) -> Iterator[sqlite3.Connection]:
    """Another program that writes to the same file."""
    connection = sqlite3.connect(glossary.workspace.path, isolation_level=None)
    yield connection
    connection.close()


def test_what_was_written_through_the_door_has_its_keys(glossary: Glossary) -> None:
    add(glossary, "条約", "treaty", variants=("條約案",))
    assert waiting(glossary) == 0
    assert found(glossary, "新条約と條約案") == ["条約", "條約案"]


def test_terms_that_begin_alike_are_found_whenever_they_were_written(glossary: Glossary) -> None:
    for term in ("条約", "条約改正", "条約機構軍"):
        add(glossary, term)
    assert found(glossary, "条約、条約機構軍、条約改正") == ["条約", "条約機構軍", "条約改正"]


@pytest.mark.parametrize(
    ("statement", "text", "now"),
    [
        pytest.param("UPDATE entry SET source = '協定' WHERE id = 1", "条約と協定", ["協定"], id="a term changed"),
        pytest.param("INSERT INTO variant VALUES (9, 1, '盟約', '', '')", "盟約", ["盟約"], id="a variant added"),
        pytest.param("UPDATE variant SET text = '盟約' WHERE id = 1", "約定と盟約", ["盟約"], id="a variant changed"),
        pytest.param("UPDATE variant SET entry = 2 WHERE id = 1", "約定", ["約定"], id="a variant moved"),
        pytest.param("DELETE FROM variant", "約定と条約", ["条約"], id="a variant removed"),
        pytest.param("DELETE FROM variant; DELETE FROM entry WHERE id = 1", "条約", [], id="an entry removed"),
        pytest.param("UPDATE entry SET status = 'rejected' WHERE id = 1", "条約", [], id="an entry rejected"),
        pytest.param(
            "INSERT OR REPLACE INTO variant VALUES (1, 2, '盟約', '', '')", "約定と盟約", ["盟約"], id="replaced"
        ),
        pytest.param(
            "REPLACE INTO entry (id, source, fold, status, source_language, target_language, created_at, created_by,"
            " changed_at, changed_by) VALUES (1, '協定', '', 'approved', 'ja', 'en', '', '', '', '')",
            "条約と協定",
            ["協定"],
            id="an entry replaced",
        ),
        pytest.param("UPDATE entry SET id = 7 WHERE id = 2", "憲章", ["憲章"], id="another number"),
    ],
)
def test_another_program_causes_no_miss_and_no_ghost(
    glossary: Glossary, foreign: sqlite3.Connection, statement: str, text: str, now: list[str]
) -> None:
    add(glossary, "条約", variants=("約定",))
    add(glossary, "憲章")
    assert found(glossary, "条約、約定、憲章") == ["条約", "約定", "憲章"]
    foreign.executescript(statement)
    assert found(glossary, text) == now
    with glossary.workspace.writing("anything") as writer:
        writer.update("entry", foreign.execute("SELECT max(id) FROM entry").fetchone()[0], {"note": "x"})
    assert waiting(glossary) == 0
    assert found(glossary, text) == now


def test_an_entry_that_sqlite_utils_replaces_is_found_as_it_is_now(glossary: Glossary) -> None:
    key = add(glossary, "条約")
    with sqlite3.connect(glossary.workspace.path) as connection:
        database = Database(connection)
        row = dict(database["entry"].get(key))  # type: ignore[union-attr]
        database["entry"].insert({**row, "source": "協定"}, replace=True)  # type: ignore[union-attr]
    connection.close()
    assert found(glossary, "条約と協定") == ["協定"]


def test_many_entries_of_another_program_are_given_their_keys_once(
    glossary: Glossary, foreign: sqlite3.Connection
) -> None:
    foreign.execute("BEGIN")
    foreign.executemany(
        ADD_ENTRY, ((number, f"第{number}号議定書", "approved") for number in range(1, LONGEST_TAIL + 2))
    )
    foreign.execute("COMMIT")
    assert found(glossary, "第1001号議定書を読む。") == ["第1001号議定書"]
    assert waiting(glossary) == 0


def test_undo_redo_and_merge_are_seen(glossary: Glossary) -> None:
    into, other = add(glossary, "条約", "treaty"), add(glossary, "協定", "agreement")
    assert found(glossary, "条約と協定") == ["条約", "協定"]
    glossary.merge(into, [other])
    assert [hit.entry.id for hit in glossary.recognise("条約と協定")] == [into, into]
    glossary.undo()
    assert waiting(glossary) == 0
    assert [hit.entry.id for hit in glossary.recognise("条約と協定")] == [into, other]
    glossary.undo()
    assert found(glossary, "条約と協定") == ["条約"]
    glossary.redo()
    assert waiting(glossary) == 0


def test_imported_terms_are_found(glossary: Glossary, tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("source,target\n専門家パネル,Panel of Experts\n", encoding="utf-8")
    glossary.import_file(table)
    assert found(glossary, "専門家パネルは解散した。") == ["専門家パネル"]
    assert found(glossary, "Two panels of experts met.", "en") == ["panels of experts"]


def test_candidates_are_found_when_they_stand_above_the_default_cut(
    glossary: Glossary, foreign: sqlite3.Connection
) -> None:
    foreign.execute(ADD_ENTRY, (1, "条約", "candidate"))
    assert found(glossary, "条約") == []
    foreign.execute("UPDATE entry SET score = 99")
    assert found(glossary, "条約") == ["条約"]


def test_keys_of_another_version_are_made_anew_aloud(glossary: Glossary, foreign: sqlite3.Connection) -> None:
    add(glossary, "条約")
    foreign.execute("UPDATE term_state SET value = '0' WHERE key = 'term key'")
    foreign.execute("UPDATE term_key SET key = '古い鍵'")
    with pytest.warns(UserWarning, match=r"made with term key 0 \(now \d+\)"):
        assert found(glossary, "条約") == ["条約"]


def test_a_store_of_an_older_version_is_recognised_from(tmp_path: Path) -> None:
    path = tmp_path / "glossary.db"
    with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
        add(glossary, "条約")
        glossary.workspace.connection.executescript("DELETE FROM term_key; INSERT INTO term_tail SELECT id FROM entry;")
    with Glossary.open(path, lexicon=Lexicon.none()) as glossary:
        assert found(glossary, "条約") == ["条約"]


def test_refusals_are_given_when_asked_for(glossary: Glossary) -> None:
    for term in ("京都", "3月", "サーバー", "仮想サーバー"):
        add(glossary, term)
    text = "東京都で13月に仮想サーバーを"
    assert found(glossary, text) == ["仮想サーバー"]
    assert [(hit.text, hit.refusal) for hit in glossary.recognise(text, refused=True)] == [
        ("京都", "inside a longer word"),
        ("3月", "inside a longer number"),
        ("仮想サーバー", ""),
        ("サーバー", "inside the longer term 仮想サーバー"),
    ]


def test_an_english_text_says_which_target_it_has(glossary: Glossary) -> None:
    key = add(glossary, "条約", "treaty", "convention")
    glossary.choose_target(key, "pact", Usage.FORBIDDEN)
    hits = glossary.recognise("Both treaties and the Pact’s text", language="en-GB")
    assert [(hit.text, hit.target and (hit.target.text, hit.target.usage.value), hit.entry.id) for hit in hits] == [
        ("treaties", ("treaty", "preferred"), key),
        ("Pact’s", ("pact", "forbidden"), key),
    ]
    assert glossary.recognise("条約", language="en") == []


def test_a_rejected_entry_is_found_in_no_language(glossary: Glossary) -> None:
    key = add(glossary, "条約", "treaty")
    glossary.decide([key], Status.REJECTED)
    assert found(glossary, "条約") == found(glossary, "treaty", "en") == []


# Few characters, so that terms overlap, begin alike and are spelt in several ways.
LETTERS = "条約案東京都申込しみサーバｻｰﾊﾞ・三3月、A"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path_factory.mktemp("terms") / "glossary.db")
    yield connection
    connection.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    terms=st.lists(st.text(LETTERS, min_size=1, max_size=6), max_size=12),
    text=st.text(LETTERS, max_size=30),
    taken=st.integers(0, 12),
)
def test_a_store_finds_what_a_list_in_memory_finds(
    shared: sqlite3.Connection, terms: list[str], text: str, taken: int
) -> None:
    shared.executescript("DELETE FROM entry; DELETE FROM term_beginning;")
    for number, term in enumerate(terms):
        if number == taken:
            take_in_tail(shared)
        shared.execute(ADD_ENTRY, (number, term, "approved"))
    expected = TermFinder.of((number, [term]) for number, term in enumerate(terms)).recognise(text)
    assert TermFinder(StoredTerms(shared, "ja")).recognise(text) == expected
