"""The small words that turn a meaning are found fast: by what they begin with, in a text with fewer kanji."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.match import operators
from rnk_gloss.match.operators import Operator

TABLE = """
なければならない ねばならぬ べきである べきではない ざるを得ない 必要がある てもよい ても構わない
かもしれない にすぎない ほかない 少ない ないし だけでなく のみならず かかわらず 限らず かならず
わずか はず まず みずから おとなしい 未満 不可欠 無線 非常 ない なかった なく なし なしに ません
書かず できず 起きず 来ぬ すまい 非公開 不要 未定 無効 除き 除去 を除く 以外 ではない
たずねる たずさえる しずむ 信じまい 店じまい 非常任 非常に
5kg 12.5% 3か国 2024年度 第4条
"""
WORDS = TABLE.split()
SINGLE = sorted({character for character in operators._JAPANESE if character.isalnum()} | set("漢字条約締結々 、"))


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(SINGLE), max_size=12).map("".join))
def test_the_short_way_finds_what_the_whole_pattern_finds(text: str) -> None:
    assert f"(?=[{operators._BEGINNINGS}])" in operators._JAPANESE
    whole = re.compile(operators._JAPANESE.replace(f"(?=[{operators._BEGINNINGS}])", ""))
    expected = [(*match.span(), match["unit"] or "") for match in whole.finditer(text) if not match["plain"]]
    found = operators.operators(text, "ja")
    assert [(one.start, one.end, one.unit) for one in found if one.family != "word"] == expected


@pytest.mark.parametrize(
    ("key", "denied"),
    [
        pytest.param("係員にたずねる", 0, id="ask"),
        pytest.param("水にしずむ", 0, id="sink"),
        pytest.param("知らずに使う", 1, id="without knowing"),
        pytest.param("彼を信じまい", 1, id="will not believe"),
        pytest.param("店じまい", 0, id="closing a shop"),
        pytest.param("非常任理事国", 1, id="not permanent"),
        pytest.param("非常口", 0, id="emergency"),
        pytest.param("線に近寄るな", 1, id="do not come near"),
        pytest.param("行くな!", 1, id="do not go"),
        pytest.param("次のような", 0, id="like this"),
        pytest.param("これであるな", 0, id="what one says to oneself"),
    ],
)
def test_what_looks_like_a_negation_and_is_none(key: str, denied: int) -> None:
    assert sum(one.family == "polarity" for one in operators.operators(key, "ja")) == denied


def test_kanji_count_as_kanji_wherever_they_stand() -> None:
    found = [one for one in operators.operators("鸞ず不鸞、鸞除き、除き", "ja") if one.family != "word"]
    assert found == [
        Operator("polarity", "ず", 1, 2),
        Operator("polarity", "不", 2, 3),
        Operator("polarity", "除き", 9, 11),
    ]
