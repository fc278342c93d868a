"""Why a match has its score, on a screen that is Japanese."""

from __future__ import annotations

import re

import pytest

from rnk_gloss.match.compare import compare
from rnk_gloss.match.deductions import DEDUCTIONS
from rnk_gloss.match.explanation import explain
from rnk_gloss.match.scoring import Penalties
from rnk_gloss.model.match import Difference
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.status import Status
from rnk_gloss.text.script import is_japanese
from rnk_gloss.tui.match_words import explanation_words
from rnk_gloss.tui.wording import ENGLISH, speak

pytestmark = pytest.mark.usefixtures("japanese")


@pytest.mark.parametrize(
    ("explanation", "said"),
    [
        pytest.param("100 = the same text", "100 = 同じ文", id="同じ"),
        pytest.param("101 = the same text between the same neighbours", "101 = 前後も同じ文", id="前後も同じ"),
        pytest.param(
            "74 = 100 − 25 polarity (できる → できない) − 1 width (３ → 3)",
            "74 = 100 − 25 肯定・否定 (できる → できない) − 1 全角・半角 (３ → 3)",
            id="二つの違い",
        ),
        pytest.param(
            "40 = 100 − 55 wording (a → b) − 5 in 3 other places",
            "40 = 100 − 55 言い回し (a → b) − 5 ほか 3 か所",
            id="ほかの違い",
        ),
        pytest.param(
            "90 = 100 − 10 file (number.tsv)", "90 = 100 − 10 ファイル (number.tsv)", id="ファイル名はそのまま"
        ),
        pytest.param("88 = 100 − 12 dreams (a → b)", "88 = 100 − 12 dreams (a → b)", id="知らない理由"),
        pytest.param("", "", id="なし"),
    ],
)
def test_an_explanation(explanation: str, said: str) -> None:
    assert explanation_words(explanation) == said
    speak(ENGLISH)
    assert explanation_words(explanation) == explanation


@pytest.mark.parametrize("kind", DEDUCTIONS)
def test_every_difference_has_its_word(kind: str) -> None:
    explanation = explanation_words(explain(90, [Difference(kind, "", "", 10)]))
    assert any(map(is_japanese, re.sub(r"\(.*?\)", "", explanation))), explanation


def test_every_penalty_has_its_word() -> None:
    penalties = Penalties({"candidate": 3, "alignment": 4, "machine": 5}, {"old.tmx": 6})
    unit = Unit("貯蔵庫", "cellar", origin="mt alignment", status=Status.CANDIDATE, document="old.tmx")
    found = penalties.of(unit)
    assert len(found) == 4
    said = explanation_words(explain(82, [], found))
    assert said == "82 = 100 − 3 未査読 − 4 自動対応付け − 5 機械翻訳 − 6 ファイル (old.tmx)"


def test_what_a_real_comparison_says() -> None:
    said = explanation_words(compare("樽を３つ開ける。", "樽を2つ開けない").explanation)
    assert not re.search(r"− \d+ [a-z]", said), said
