"""Which words of a sentence are evidence."""

from __future__ import annotations

import pytest

from rnk_gloss.align.english_words import gloss_keys, target_words, word_key
from rnk_gloss.align.japanese_words import source_words
from rnk_gloss.align.words import Kind


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [
        pytest.param("条約は破棄された。", ["条約", "破棄"], id="function words and light verbs are left out"),
        pytest.param("外務大臣", ["外務大臣", "外務", "大臣"], id="a compound and its parts"),
        pytest.param("支援を続けた。", ["支援", "続ける"], id="verbs in their dictionary form"),
        pytest.param("６月に500億ドル", ["month:6", "number:50000000000", "ドル"], id="numbers by value"),
        pytest.param("「本当か?」", ["mark:?", 'mark:"', "本当"], id="marks"),
        pytest.param("EUとの協定", ["EU", "協定"], id="Latin words"),
        pytest.param("", [], id="empty"),
        pytest.param("。、", [], id="punctuation without meaning"),
    ],
)
def test_japanese_evidence_words(sentence: str, forms: list[str]) -> None:
    assert [word.form for word in source_words(sentence)] == forms


def test_readings_are_kept_for_names_only() -> None:
    words = {word.form: word for word in source_words("山田はパリで条約に署名した。")}
    assert (words["山田"].kind, words["山田"].reading) == (Kind.NAME, "ヤマダ")
    assert (words["パリ"].kind, words["パリ"].reading) == (Kind.KATAKANA, "パリ")
    assert (words["条約"].kind, words["条約"].reading) == (Kind.DICTIONARY, "")


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        pytest.param("The treaties were signed.", ["treat", "sign"], id="plural and past"),
        pytest.param("The minister’s office", ["minist", "offic"], id="possessive"),
        pytest.param("O'Brien said so.", ["obrien"], id="Irish name"),
        pytest.param("June 2024, $3 million", ["month:6", "number:2024", "number:3000000", "dollar"], id="numbers"),
        pytest.param("North Korean troops", ["country:North Korea", "troop"], id="country in two words"),
        pytest.param("the U.S. and us", ["country:United States"], id="capitals tell a country"),
        pytest.param("Americanism", ["americ"], id="a country is a whole word"),
        pytest.param("“Why?” (no)", ["mark:?", "mark:(", 'mark:"'], id="marks"),
        pytest.param("", [], id="empty"),
    ],
)
def test_english_evidence_words(sentence: str, keys: list[str]) -> None:
    assert [word.key for word in target_words(sentence)] == keys


@pytest.mark.parametrize(
    ("first", "second"),
    [("treaty", "treaties"), ("law", "laws"), ("sign", "signed"), ("econom", "economic"), ("Talk", "talking")],
)
def test_inflected_words_have_one_key(first: str, second: str) -> None:
    assert word_key(first) == word_key(second)


def test_a_gloss_gives_words_but_no_numbers_or_marks() -> None:
    assert gloss_keys("to sign 2 treaties?") == ("sign", "treat")
