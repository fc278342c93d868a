"""Rows of country characters."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.shorthands import shorthand_places


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("日米韓が共同訓練を行う。", ["日米韓"], id="three alone"),
        pytest.param("中露首脳が会う。", ["中露"], id="before a word of relations"),
        pytest.param("日仏と英独の協議", ["日仏", "英独"], id="two rows"),
        pytest.param("日中は暑い。", [], id="an ordinary word"),
        pytest.param("日中関係は難しい。", ["日中"], id="the same row before a word of relations"),
        pytest.param("朝日が昇る。", [], id="morning sun"),
        pytest.param("中米の国々", [], id="Central America"),
        pytest.param("在日米軍の基地", [], id="inside another word"),
        pytest.param("ロシアと中ロの違い", ["中ロ"], id="katakana ロ only as a country"),
    ],
)
def test_rows_that_name_countries(sentence: str, expected: list[str]) -> None:
    assert [sentence[slice(*place)] for place in shorthand_places(sentence)] == expected
