from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from rnk_gloss.errors import DatabaseError
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.layout import FORMAT_VERSION
from tests.small_lexicon import NOUN, SOURCE, common_names, common_words, name, small_lexicon, word


def test_an_entry_says_what_the_dictionary_says(lexicon: Lexicon) -> None:
    (treaty,) = lexicon.entries("条約")
    assert (treaty.form, treaty.reading, treaty.primary) == ("条約", "じょうやく", True)
    assert treaty.priority == ("news1", "nf01")
    assert [sense.glosses for sense in treaty.senses] == [("treaty", "pact")]
    assert treaty.senses[0].parts_of_speech == (NOUN,)
    assert treaty.senses[0].marks == treaty.senses[0].fields == ()


def test_senses_keep_their_order(lexicon: Lexicon) -> None:
    assert [sense.glosses for sense in lexicon.entries("核")[0].senses] == [("nucleus",), ("nuclear",)]


def test_a_reading_leads_to_the_word_as_a_secondary_form(lexicon: Lexicon) -> None:
    (treaty,) = lexicon.entries("じょうやく")
    assert (treaty.form, treaty.primary, treaty.number) == ("じょうやく", False, lexicon.entries("条約")[0].number)
    assert lexicon.forms(treaty.number) == ("条約", "じょうやく")


def test_a_name_has_its_renderings_and_types(lexicon: Lexicon) -> None:
    (alliance,) = lexicon.names("北大西洋条約機構")
    assert alliance.translations == ("North Atlantic Treaty Organization", "NATO")
    assert alliance.types == ("organization",)
    assert lexicon.names("岸田")[0].types == ("surname", "place")


def test_words_and_names_are_told_apart(lexicon: Lexicon) -> None:
    assert lexicon.knows("専門家")
    assert not lexicon.knows("プーチン")
    assert not lexicon.names("専門家")
    assert not lexicon.knows("専門")  # a part of a form is no form


def test_the_lexicon_tells_what_it_is(lexicon: Lexicon) -> None:
    assert lexicon.available
    assert lexicon.source == SOURCE
    assert (lexicon.word_count, lexicon.name_count) == (len(common_words()), len(common_names()))


def test_homographs_come_likeliest_first(path: Path) -> None:
    words = [
        word("会議", "えぎ", "old rite"),
        word("会議", "かいぎ", "conference", band=20),
        word("会議", "かいぎい", "council", band=2),
        word("会義", "かいぎ", "doctrine", also=["会議"]),
    ]
    with small_lexicon(path, words, []) as lexicon:
        first_glosses = [entry.senses[0].glosses[0] for entry in lexicon.entries("会議")]
    assert first_glosses == ["council", "conference", "old rite", "doctrine"]


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        pytest.param("ＣＤプレーヤー", "CDプレーヤー", id="full-width letters"),
        pytest.param("ﾐｻｲﾙ", "ミサイル", id="half-width katakana"),
        pytest.param("\ufa10", "塚", id="compatibility ideograph"),
    ],
)
def test_forms_are_stored_in_nfkc(path: Path, stored: str, asked: str) -> None:
    with small_lexicon(path, [word(stored, "よみ", "something")], [name(stored, "よみ", "Something")]) as lexicon:
        assert lexicon.knows(asked)
        assert [entry.form for entry in lexicon.names(asked)] == [asked]


def test_of_forms_that_nfkc_makes_equal_the_first_counts(path: Path) -> None:
    with small_lexicon(path, [word("ＣＤ", "シーディー", "compact disc", also=["CD"])], []) as lexicon:
        (entry,) = lexicon.entries("CD")
        assert entry.primary
        assert lexicon.forms(entry.number) == ("CD", "シーディー")


def test_without_a_dictionary_every_look_up_is_empty() -> None:
    with Lexicon.none() as lexicon:
        assert not lexicon.available
        assert lexicon.source == ""
        assert lexicon.entries("条約") == ()
        assert lexicon.names("東京") == ()
        assert lexicon.forms(1) == ()
        assert not lexicon.knows("条約")


def test_a_closed_lexicon_is_empty_too(path: Path) -> None:
    lexicon = small_lexicon(path)
    assert lexicon.knows("条約")
    lexicon.close()
    lexicon.close()
    assert not lexicon.available
    assert not lexicon.knows("条約")
    assert lexicon.entries("条約") == ()


def test_several_threads_ask_at_once(lexicon: Lexicon) -> None:
    forms = [form for number in range(1, 60) for form in lexicon.forms(number)] * 5
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda form: {entry.form for entry in lexicon.entries(form)}, forms))
    assert answers == [{form} for form in forms]


def not_a_database(path: Path) -> None:
    path.write_bytes(b"glossary" * 1000)


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE form (form TEXT)")


def empty_file(path: Path) -> None:
    path.touch()


def of_another_version(path: Path) -> None:
    small_lexicon(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")


def cut_short(path: Path) -> None:
    small_lexicon(path).close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        pytest.param(lambda _: None, "there is no dictionary file", id="missing"),
        pytest.param(not_a_database, "cannot be read", id="not SQLite"),
        pytest.param(another_database, "not a dictionary file", id="another program's database"),
        pytest.param(empty_file, "not a dictionary file", id="empty"),
        pytest.param(of_another_version, f"reads version {FORMAT_VERSION}", id="another version"),
        pytest.param(cut_short, "cannot be read", id="cut short"),
    ],
)
def test_what_is_no_lexicon_is_refused_with_a_hint(path: Path, make: Callable[[Path], None], complaint: str) -> None:
    make(path)
    with pytest.raises(DatabaseError, match=complaint) as refusal:
        Lexicon.open(path)
    assert str(path) in refusal.value.message
    assert refusal.value.hint is not None


def test_damage_inside_the_file_is_reported_when_it_is_met(path: Path) -> None:
    words = [word(f"条約{number}", "よみ", "a long enough gloss to fill pages") for number in range(2000)]
    small_lexicon(path, words, []).close()
    content = bytearray(path.read_bytes())
    content[8 * 4096 :] = b"\xff" * (len(content) - 8 * 4096)
    path.write_bytes(content)
    with Lexicon.open(path) as lexicon, pytest.raises(DatabaseError, match="cannot be read"):
        list(map(lexicon.entries, (f"条約{number}" for number in range(2000))))
