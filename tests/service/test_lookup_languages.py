"""Lookups in a memory of several languages, however these are written."""

from __future__ import annotations

import sqlite3

import pytest

from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit

VALVE = "安全弁を開ける。"
IN_LANGUAGES = {"en": "Open the relief valve.", "de": "Öffnen Sie das Ventil.", "en-GB": "Open the safety valve."}


@pytest.fixture
def memory(glossary: Glossary) -> Glossary:
    glossary.add_units([Unit(VALVE, text, target_language=code) for code, text in IN_LANGUAGES.items()])
    return glossary


@pytest.mark.parametrize(
    ("to", "found"),
    [
        pytest.param(None, {"en", "de", "en-GB"}, id="any"),
        pytest.param("de", {"de"}, id="one"),
        pytest.param("deu", {"de"}, id="one in three letters"),
        pytest.param("en", {"en", "en-GB"}, id="with its regions"),
        pytest.param("en-US", {"en"}, id="a region, and none at all, but no other"),
        pytest.param("fr", set(), id="one that is not there"),
    ],
)
def test_a_lookup_asks_for_translations_into_a_language(memory: Glossary, to: str | None, found: set[str]) -> None:
    matches = memory.lookup("安全弁を開けます。", to=to)
    assert {match.unit.target_language for match in matches} == found
    (of_many,) = memory.lookup_many(["安全弁を開けます。"], to=to)
    assert of_many == matches


def test_what_is_in_other_languages_takes_no_place_of_the_limit(memory: Glossary) -> None:
    memory.add_units([Unit(VALVE, f"Ventil {number}", target_language="de") for number in range(20)])
    assert [match.target for match in memory.lookup(VALVE, to="en-GB", limit=1)] == [IN_LANGUAGES["en-GB"]]


def test_a_translation_asks_for_sources_in_a_language(memory: Glossary) -> None:
    memory.add_units([Unit("Open the relief valve.", IN_LANGUAGES["en"], source_language="en-US")])
    found = memory.lookup("Open the relief valve.", side="target", to="ja", minimum=90)
    assert [match.source for match in found] == [VALVE]


@pytest.mark.parametrize("code", ["ja", "ja-JP", "JA", "jpn"])
@pytest.mark.parametrize("side", ["source", "target"])
def test_a_language_is_found_however_the_unit_writes_it(glossary: Glossary, code: str, side: Side) -> None:
    japanese, english = "安全弁を開けます。", IN_LANGUAGES["en"]
    texts = [(japanese, code, english, "en"), (english, "en", japanese, code)]
    glossary.add_units(
        [Unit(source, target, source_language=ours, target_language=theirs) for source, ours, target, theirs in texts]
    )
    for asked in ("ja", code):
        (match,) = glossary.lookup("安全弁を開ける。", side=side, language=asked)
        assert (match.kind, match.score) == ("variant", 98.0)


def test_the_best_of_several_spellings_of_a_language_comes_first(glossary: Glossary) -> None:
    texts = {
        "ja": "安全弁を開けてから閉める。",
        "ja-JP": "安全弁を開ける。",
        "jpn": "安全弁をゆっくり開ける。",
    }
    glossary.add_units([Unit(text, "valve", source_language=code) for code, text in texts.items()])
    found = glossary.lookup("安全弁を開ける。", minimum=50)
    assert [match.unit.source_language for match in found] == ["ja-JP", "jpn", "ja"]
    assert glossary.lookup("安全弁を開ける。", minimum=50, limit=1) == found[:1]


def test_another_program_may_write_the_language_in_its_own_way(memory: Glossary) -> None:
    assert memory.lookup(VALVE, to="de")
    with sqlite3.connect(memory.workspace.path) as connection:
        connection.execute("UPDATE unit SET source_language = 'ja-JP' WHERE target_language = 'de'")
    connection.close()
    assert [match.target for match in memory.lookup(VALVE, to="de")] == [IN_LANGUAGES["de"]]


def test_a_pretranslation_goes_into_one_language_with_its_terms(memory: Glossary) -> None:
    memory.create_entry(EntryEdit(source="安全弁", targets=("relief valve",)))
    for to, translation, terms in (("de", IN_LANGUAGES["de"], []), ("en", None, ["relief valve"])):
        (found,) = memory.pretranslate([VALVE], to=to)
        assert found.match is not None
        assert found.match.target == (translation or found.match.target)
        assert found.match.unit.target_language.startswith(to)
        assert [hit.entry.preferred for hit in found.terms] == terms


def test_the_terms_of_an_english_text_are_found_in_its_pretranslation(glossary: Glossary) -> None:
    glossary.create_entry(EntryEdit(source="安全弁", targets=("relief valve",)))
    (found,) = glossary.pretranslate(["Open the relief valves."], language="en", to="ja")
    assert [(hit.text, hit.entry.source) for hit in found.terms] == [("relief valves", "安全弁")]
