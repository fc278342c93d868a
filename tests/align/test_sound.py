"""Names that sound alike in the two languages."""

from __future__ import annotations

import pytest

from rnk_gloss.align.names import names_by_sound
from rnk_gloss.align.sound import consonants, english_sound, japanese_sound
from rnk_gloss.align.words import Kind, SourceWord, TargetWord


@pytest.mark.parametrize(
    ("kana", "sound"),
    [
        pytest.param("モスクワ", "mosukuwa", id="plain"),
        pytest.param("シュミット", "shumito", id="small y and doubled consonant"),
        pytest.param("ヴィクトル", "bikutoru", id="v as b"),
        pytest.param("キャメロン", "kyameron", id="palatal"),
        pytest.param("トーマス", "tomasu", id="long vowel"),
        pytest.param("東京", "", id="kanji have no sound here"),
        pytest.param("ァ", "a", id="a small vowel alone"),
    ],
)
def test_japanese_sound(kana: str, sound: str) -> None:
    assert japanese_sound(kana) == sound


@pytest.mark.parametrize(
    ("reading", "kind", "name"),
    [
        pytest.param("シュミット", Kind.KATAKANA, "Schmidt", id="German spelling"),
        pytest.param("ヴィクトル", Kind.KATAKANA, "Viktor", id="v and l"),
        pytest.param("タナカ", Kind.NAME, "Tanaka", id="Japanese name by its reading"),
        pytest.param("マクドナルド", Kind.KATAKANA, "McDonald", id="missing vowel"),
        pytest.param("ゼレンスキー", Kind.KATAKANA, "Zelensky", id="long end"),
    ],
)
def test_names_that_sound_alike_are_found(reading: str, kind: Kind, name: str) -> None:
    others = ["Brown", "Paris", "Ohio"]
    target = [[TargetWord(word.lower(), word)] for word in [name, *others]]
    found = names_by_sound([SourceWord(reading, kind, reading)], target)
    assert list(found.get(0, {})) == [0]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        pytest.param(SourceWord("条約", Kind.DICTIONARY, "ジョウヤク"), "Joyaku", id="not a name in Japanese"),
        pytest.param(SourceWord("タナカ", Kind.NAME, "タナカ"), "tanaka", id="not a name in English"),
        pytest.param(SourceWord("ア", Kind.NAME, "ア"), "A", id="too short"),
        pytest.param(SourceWord("カ", Kind.KATAKANA, "カナ" * 50), "Kana" * 50, id="too long for a name"),
    ],
)
def test_what_is_no_name_is_not_compared(word: SourceWord, written: str) -> None:
    assert names_by_sound([word], [[TargetWord(written.lower(), written)]]) == {}


def test_consonants_write_voiced_and_unvoiced_alike() -> None:
    assert consonants(english_sound("Gdansk")) == consonants(english_sound("Ktansk"))
