from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.lexicon.build import write_lexicon
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.katakana_names import KatakanaNames
from rnk_gloss.lexicon.transliteration import LONGEST_NAME, Transliterator, sounds_of
from rnk_gloss.lexicon.writer import LexiconWriter
from tests.small_lexicon import name

KNOWN = [
    name("マルタ", "マルタ", "Marta", "Malta"),
    name("マリン", "マリン", "Marin"),
    name("マーリン", "マーリン", "Marlin"),
    name("ペタル", "ペタル", "Petar"),
    name("タリン", "タリン", "Tallinn"),
    name("ペトル", "ペトル", "Petr"),
    name("ペトロ・マリン", "ペトロマリン", "Petro Marin (1901-1980)"),
    name("ルタ", "ルタ", "Ruta"),
]


@pytest.fixture(scope="module")
def counts() -> dict[str, dict[str, int]]:
    names = KatakanaNames()
    for entry in KNOWN:
        names.add_name(entry)
    return names.learn()


def spellings(counts: dict[str, dict[str, int]], katakana: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
    return Transliterator(lambda sounds: counts.get(sounds, {})).spellings(katakana, limit)


@pytest.mark.parametrize(
    ("katakana", "sounds"),
    [
        pytest.param("ウォーカー", ["ウォー", "カー"], id="small vowels and long marks"),
        pytest.param("シュミット", ["シュ", "ミ", "ッ", "ト"], id="the small tsu is a sound of its own"),
        pytest.param("キエフ", ["キ", "エ", "フ"], id="full-size vowels are sounds"),
    ],
)
def test_sounds(katakana: str, sounds: list[str]) -> None:
    assert sounds_of(katakana) == sounds


def test_an_unseen_name_is_spelt_as_its_sounds_were(counts: dict[str, dict[str, int]]) -> None:
    (best, log_probability), *others = spellings(counts, "マペトル")
    assert best == "Mapetr"
    assert log_probability == 0.0
    assert all(relative <= 0 for _, relative in others)


def test_the_limit_is_kept_and_no_spelling_comes_twice(counts: dict[str, dict[str, int]]) -> None:
    found = [text for text, _ in spellings(counts, "マリタ", 3)]
    assert len(found) == len(set(found)) == 3


def test_parts_of_full_names_teach(counts: dict[str, dict[str, int]]) -> None:
    assert counts["ロ"] == {"ro": 1}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("マリ子", id="not only katakana"),
        pytest.param("マリン・ペタル", id="two names"),
        pytest.param("ー", id="only a long mark"),
        pytest.param("ヌエ", id="sounds never met"),
        pytest.param("マ" * (LONGEST_NAME + 1), id="too long"),
    ],
)
def test_what_cannot_be_spelt(counts: dict[str, dict[str, int]], text: str) -> None:
    assert spellings(counts, text) == ()


def test_an_unseen_sound_is_taken_by_its_first_katakana(counts: dict[str, dict[str, int]]) -> None:
    assert spellings(counts, "ルター") == spellings(counts, "ルタ")


def test_the_same_sounds_are_spelt_from_the_file(path: Path, counts: dict[str, dict[str, int]]) -> None:
    def fill(writer: LexiconWriter, _: Path) -> None:
        writer.add_spellings(counts)
        writer.finish({})

    write_lexicon(path, fill)
    with Lexicon.open(path) as lexicon:
        assert lexicon.romanisations("ペタリン", 2) == spellings(counts, "ペタリン", 2)
