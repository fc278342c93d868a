from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.lexicon.spellings import MOST_VARIANTS, spelling_variants


@pytest.mark.parametrize(
    ("form", "variant"),
    [
        pytest.param("6者", "六者", id="digits"),
        pytest.param("六者", "6者", id="kanji numbers"),
        pytest.param("第二十一条", "第21条", id="tens"),
        pytest.param("第21条", "第二十一条", id="tens in digits"),
        pytest.param("十年", "10年", id="ten"),
        pytest.param("二十国", "20国", id="twenty"),
        pytest.param("3カ国", "三か国", id="digit and count sign"),
        pytest.param("三ヶ国", "三カ国", id="count sign"),
        pytest.param("五箇年", "五か年", id="count sign in kanji"),
        pytest.param("霞ケ関", "霞が関", id="place sign"),
        pytest.param("日ロ関係", "日露関係", id="Russia second"),
        pytest.param("露朝", "ロ朝", id="Russia first"),
        pytest.param("ヴェトナム", "ベトナム", id="v"),
        pytest.param("ヴルスト", "ブルスト", id="v alone"),
        pytest.param("サーバ", "サーバー", id="long vowel"),
        pytest.param("サーバー", "サーバ", id="no long vowel"),
        pytest.param("國際聯盟", "国際連盟", id="old kanji"),
        pytest.param("ハード・パワー", "ハードパワー", id="dot"),
    ],
)
def test_a_spelling_has_this_variant(form: str, variant: str) -> None:
    assert variant in spelling_variants(form)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("条約", id="nothing to change"),
        pytest.param("三菱", id="a number inside a name"),
        pytest.param("十十国", id="no number"),
        pytest.param("一部", id="a number inside a word"),
        pytest.param("ロンドン", id="ロ that is no country"),
        pytest.param("日ロンドン", id="ロ that begins a katakana word"),
        pytest.param("ゼロ日", id="ロ that ends a katakana word"),
        pytest.param("露店", id="露 that is no country"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_spelling_without_variants(form: str) -> None:
    assert spelling_variants(form) == ()


def test_the_nearest_comes_first() -> None:
    assert spelling_variants("二国間") == ("2国間",)
    assert spelling_variants("平壤")[0] == "平壌"


@settings(max_examples=150)
@given(st.text(alphabet="三十二3210カヵ国条年ロ露朝日ヴァー・サ學", max_size=10))
def test_variants_are_few_and_different(form: str) -> None:
    variants = spelling_variants(form)
    assert len(variants) <= MOST_VARIANTS
    assert len({form, *variants}) == len(variants) + 1
