from __future__ import annotations

import pytest

from rnk_gloss.interchange.suspicions import DATE, FORMULA_ERROR, GARBLED, ROUNDED, SAME, SWAPPED, suspicions


def read_as(text: str, written: str, read: str) -> str:
    return text.encode(written).decode(read, errors="replace")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("条約", "treaty", [], id="a term"),
        pytest.param("1月2日", "January 2", [], id="a date and its translation"),
        pytest.param("一月二日", "2 Jan", [], id="a date in kanji"),
        pytest.param("1月2日", "one-two punch", [DATE], id="1-2 became a date"),
        pytest.param("三者択一", "2-Mar", [], id="a number on both sides could be a date"),
        pytest.param("月間予定", "Mar-02", [DATE], id="MAR2 became a date"),
        pytest.param("1月2日", "1月2日", [DATE], id="a date on both sides"),
        pytest.param("=合計", "#NAME?", [FORMULA_ERROR], id="a formula that failed"),
        pytest.param("型番", "1.23E+12", [ROUNDED], id="a rounded number"),
        pytest.param(read_as("これはテストです", "utf-8", "cp932"), "This is a test.", [GARBLED], id="UTF-8 as CP932"),
        pytest.param("これは", read_as("it’s", "utf-8", "cp1252"), [GARBLED], id="UTF-8 as CP1252"),
        pytest.param("コーヒー店", read_as("café", "utf-8", "latin-1"), [GARBLED], id="an accent as Latin-1"),
        pytest.param(read_as("テスト", "cp932", "cp1252"), "test", [GARBLED], id="CP932 as CP1252"),
        pytest.param(read_as("このテスト", "euc_jp", "cp932"), "this test", [GARBLED], id="EUC-JP as CP932"),
        pytest.param("文字\ufffd", "character", [GARBLED], id="replacement character"),
        pytest.param("ﾊﾟｿｺﾝ､ﾌﾟﾘﾝﾀ", "PC, printer", [], id="half-width kana"),
        pytest.param("カフェ", "café São Paulo", [], id="accents"),
        pytest.param("treaty", "条約", [SWAPPED], id="swapped"),
        pytest.param("ひらがな", "ひらがな", [SAME], id="not translated"),
        pytest.param("NATO", "NATO", [], id="the same name in both languages"),
    ],
)
def test_what_looks_spoilt_is_said(source: str, target: str, expected: list[str]) -> None:
    assert suspicions(source, target, "ja", "en") == expected


def test_languages_that_share_the_script_are_not_taken_for_swapped() -> None:
    assert suspicions("PC", "电脑", "ja", "zh") == []
