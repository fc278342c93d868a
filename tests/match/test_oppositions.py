"""Words with an opposite: they are looked for in match keys, so each must stand in the table as keys have it."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from rnk_gloss import compare
from rnk_gloss.match.oppositions import INFLECTED, MATCH_KEYS, opposition_words, oppositions
from rnk_gloss.text.match_key import match_key
from tests.verb_forms import adjective_forms, is_of_one_row, verb_forms


def words_of(language: str) -> set[str]:
    return {word for row in oppositions(language) for side in row.sides for word in side}


def key_of(word: str) -> str:
    return match_key(word.removesuffix(INFLECTED)) + (INFLECTED if word.endswith(INFLECTED) else "")


def test_the_keys_of_the_words_are_those_of_the_match_key() -> None:
    assert {word: key_of(word) for word in words_of("ja") if key_of(word) != word} == MATCH_KEYS
    assert not [word for word in words_of("en") if match_key(word, "en") != word]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_is_its_own_opposite(language: str) -> None:
    places = opposition_words(language)[1]
    assert not [word for word, sides in places.items() if len({row for row, _side in sides}) < len(set(sides))]


def forms_of(word: str) -> tuple[str, ...]:
    plain = word.removesuffix(INFLECTED)
    if plain.endswith("い"):
        return adjective_forms(plain)
    return verb_forms(plain, one_row=is_of_one_row(plain))


def inflected_pairs() -> list[tuple[str, str]]:
    """Two forms of opposites, the same of both."""
    pairs: list[tuple[str, str]] = []
    for row in oppositions("ja"):
        for side, other in combinations(row.sides, 2):
            for word, opposite in product(side, other):
                if word.endswith(INFLECTED) and opposite.endswith(INFLECTED):
                    pairs += zip(forms_of(word), forms_of(opposite), strict=False)
    return [(one, other) for one, other in pairs if one[-1] == other[-1]]


def test_an_opposite_is_seen_in_each_form() -> None:
    pairs = inflected_pairs()
    unseen = [
        (one, other)
        for one, other in pairs
        if not {"antonym", "direction"}
        & {found.kind for found in compare(f"それも{one}。", f"それも{other}。").differences}
    ]
    assert len(pairs) > 1_000
    assert not unseen


@pytest.mark.parametrize(
    ("query", "stored", "kind"),
    [
        pytest.param("易しい問題だ", "難しい問題だ", "antonym", id="adjectives, one of them in kana in keys"),
        pytest.param("天気が良かった", "天気が悪かった", "antonym", id="good, bad"),
        pytest.param("同じ色を選ぶ", "異なる色を選ぶ", "antonym", id="same, different"),
        pytest.param(
            "家賃が速かに下がる", "家賃が徐々に下がる", "wording", id="quickly is no opposite of little by little"
        ),
        pytest.param("権利を有する", "義務を有する", "antonym", id="rights, duties"),
        pytest.param("委託者の責任", "受託者の責任", "antonym", id="who entrusts, who is entrusted"),
        pytest.param("ファイルに書き込む", "ファイルから読み込む", "antonym", id="writing, reading"),
        pytest.param("フォルダーを元に戻す", "フォルダーをやり直す", "antonym", id="undo, redo"),
        pytest.param("行を挿入する", "列を挿入する", "antonym", id="one kanji by itself"),
        pytest.param("兄が来る", "弟が来る", "antonym", id="brothers"),
        pytest.param("往復の運賃", "片道の運賃", "direction", id="return, single"),
        pytest.param("送信元のアドレス", "送信先のアドレス", "direction", id="from, to"),
        pytest.param("今日の会議", "明日の会議", "date", id="today, tomorrow"),
        pytest.param("前のページへ", "次のページへ", "direction", id="previous, next"),
        pytest.param("特別会員の部屋", "一般会員の部屋", "antonym", id="beside other kanji, where keys keep the kanji"),
        pytest.param("特別な部屋", "普通の部屋", "antonym", id="by itself, where keys have kana"),
        pytest.param("銀行で配る", "配列で配る", "wording", id="行 and 列 within other words"),
    ],
)
def test_opposites_are_named(query: str, stored: str, kind: str) -> None:
    assert kind in {found.kind for found in compare(query, stored).differences}
