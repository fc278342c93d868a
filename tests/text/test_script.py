from __future__ import annotations

import pytest

from rnk_gloss.text.script import (
    Script,
    guess_language,
    is_hiragana,
    is_japanese,
    is_kanji,
    is_katakana,
    script_of,
)


@pytest.mark.parametrize(
    ("characters", "script"),
    [
        pytest.param("漢々〆〇㐂﨑𠮷𪚲⽇", Script.KANJI, id="kanji of all planes and kanji-like signs"),
        pytest.param("あぁゎんゝゞゟ", Script.HIRAGANA, id="hiragana, small and iteration"),
        pytest.param("アァヶンーヽヿㇰｱｧｰﾞ", Script.KATAKANA, id="katakana, small, long mark, half-width"),
        pytest.param("azＡｚéßĐ", Script.LATIN, id="latin, full-width, accented"),
        pytest.param("09０９①²½Ⅲ٣", Script.DIGIT, id="digits and numerals"),
        pytest.param("。、「・･〜-%％＋＄☆", Script.PUNCTUATION, id="punctuation and symbols"),
        pytest.param(" 　\n\u3099\u200d\ue000жא한\ud800", Script.OTHER, id="space, marks, other scripts"),
    ],
)
def test_script_of(characters: str, script: Script) -> None:
    assert {character: script_of(character) for character in characters} == dict.fromkeys(characters, script)


def test_predicates_agree_with_script() -> None:
    assert [is_kanji("々"), is_kanji("ノ")] == [True, False]
    assert [is_katakana("ー"), is_katakana("・"), is_katakana("へ")] == [True, False, False]
    assert [is_hiragana("ゞ"), is_hiragana("ー")] == [True, False]
    assert [is_japanese(character) for character in "漢かカA1。"] == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("契約を更新する。", "ja", id="plain Japanese"),
        pytest.param("Django REST frameworkを使う", "ja", id="Latin names with Japanese grammar"),
        pytest.param("Python入門", "ja", id="name and kanji"),
        pytest.param("利用規約", "ja", id="kanji only"),
        pytest.param("ﾌﾟﾛｸﾞﾗﾑ", "ja", id="half-width kana"),
        pytest.param("The contract is renewed.", "en", id="plain English"),
        pytest.param("The particle は marks the topic of a clause.", "en", id="English about Japanese"),
        pytest.param("The newspaper Hokuto Shinpo (北斗新報) said so.", "en", id="English with a name in kanji"),
        pytest.param("Ça a été décidé", "en", id="Latin script is all that is known"),
        pytest.param("2024-05-06: 12.5 %", None, id="no letters"),
        pytest.param("", None, id="empty"),
        pytest.param("Договор продлён", None, id="another script"),
        pytest.param("계약을 갱신한다 ABC", None, id="mostly another script"),
    ],
)
def test_guess_language(text: str, language: str | None) -> None:
    assert guess_language(text) == language
