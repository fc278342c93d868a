"""Subject fields: which a text is about, and what that makes of words that any text may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.extract.fields import fields_of, words_of_fields
from rnk_gloss.extract.termhood import CENTRE
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.extract.texts import candidates

TEXTS = Path(__file__).parent / "fields"


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        pytest.param(["患者", "投与", "症例", "手術", "予後", "病院", "朝"], {"medicine"}, id="medicine"),
        pytest.param(["引数", "変数", "例外", "関数", "配列", "朝", "昼"], {"computing"}, id="computing"),
        pytest.param(["患者", "投与", "症例", "手術", "朝", "昼"], set(), id="four words are too few"),
        pytest.param(["患者", "投与", "症例", "手術", "予後"] + ["朝"] * 100, set(), id="a small share"),
        pytest.param([], set(), id="no words"),
    ],
)
def test_the_fields_of_a_text(words: list[str], fields: set[str]) -> None:
    assert fields_of(words) == fields


def test_the_words_of_several_fields_are_taken_together() -> None:
    assert {"患者", "引数"} <= words_of_fields(["medicine", "computing"])
    assert words_of_fields([]) == frozenset()


@pytest.mark.parametrize(
    ("name", "terms", "general"),
    [
        pytest.param(
            "law",
            ["違約金条項", "賃貸借契約", "債務不履行", "個人根保証契約", "通常損耗補修特約", "差押え", "公序良俗"],
            ["平成", "損耗補修特約", "必要", "範囲", "発生", "検討"],
            id="law",
        ),
        pytest.param(
            "medicine",
            ["左室駆出率", "β遮断薬", "再入院率", "ハザード比", "eGFR", "高カリウム血症", "サルコペニア", "患者"],
            ["退院後1か月", "患者128例", "遮断薬", "入院率", "カリウム血症", "低下", "課題"],
            id="medicine",
        ),
        pytest.param(
            "software",
            ["環境変数", "標準出力", "並列処理", "エラーコード", "リリースノート", "デッドロック", "設定", "例外"],
            ["並列処理中", "バージョン5.2", "利用", "問題", "注意", "必要"],
            id="software",
        ),
    ],
)
def test_a_text_of_another_field(name: str, terms: list[str], general: list[str], lexicon: Lexicon) -> None:
    found = candidates(lexicon, *(TEXTS / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
    above = {form for form, candidate in found.items() if candidate.score >= CENTRE}
    assert not set(terms) - above
    assert not set(general) & above


def test_a_word_of_a_field_is_general_elsewhere(lexicon: Lexicon) -> None:
    assert candidates(lexicon, "設定を変えたという。例外はない。")["設定"].score < CENTRE
