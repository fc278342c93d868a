"""Parentheses that explain a term, and those that do not."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.glosses import GlossKind, find_glosses


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "世界貿易機関(WTO)に提訴した。",
            [("世界貿易機関", "WTO", GlossKind.ABBREVIATION)],
            id="abbreviation",
        ),
        pytest.param(
            "報告書は海洋政策センター (Ocean Policy Center: OPC) がまとめた。",
            [
                ("海洋政策センター", "Ocean Policy Center", GlossKind.ENGLISH),
                ("海洋政策センター", "OPC", GlossKind.ABBREVIATION),
            ],
            id="English name and abbreviation",
        ),
        pytest.param(
            "海洋政策センター(OPC、Ocean Policy Center)",
            [
                ("海洋政策センター", "Ocean Policy Center", GlossKind.ENGLISH),
                ("海洋政策センター", "OPC", GlossKind.ABBREVIATION),
            ],
            id="abbreviation before the English name",
        ),
        pytest.param(
            "「北の海の会議」(NSC)が開かれた。",
            [("北の海の会議", "NSC", GlossKind.ABBREVIATION)],
            id="a quoted term keeps its particles",
        ),
        pytest.param("水俣(みなまた)条約", [("水俣", "みなまた", GlossKind.READING)], id="reading"),
        pytest.param("釜山(プサン)の港", [("釜山", "プサン", GlossKind.READING)], id="reading in katakana"),
        pytest.param(
            "主要国首脳会議(G8サミット)", [("主要国首脳会議", "G8サミット", GlossKind.ALIAS)], id="another name"
        ),
        pytest.param(
            "防衛装備庁(「装備庁」)", [("防衛装備庁", "装備庁", GlossKind.ALIAS)], id="another name in quotation marks"
        ),
    ],
)
def test_glosses_are_found(sentence: str, expected: list[tuple[str, str, GlossKind]]) -> None:
    assert [(gloss.term, gloss.text, gloss.kind) for gloss in find_glosses(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("漁業協定(1998年)に署名した。", id="year"),
        pytest.param("総額30億ドル(約4500億円)の援助", id="conversion"),
        pytest.param("遅滞なく通報する(第7条)と定める。", id="article"),
        pytest.param("会見する山田首相(右)と林外相", id="place in a photograph"),
        pytest.param("田中首相(当時)が訪れた。", id="at that time"),
        pytest.param("港の写真(通信社=共同)", id="photo credit"),
        pytest.param("「遺憾の意を表す」(外務報告)と述べた。", id="source of a quotation"),
        pytest.param("増税した(※3)。", id="footnote"),
        pytest.param("半導体(主に台湾製、韓国製)を輸入した。", id="aside"),
        pytest.param("対象は三品目(詳しくは後述)だ。", id="no term before it"),
    ],
)
def test_other_parentheses_are_no_glosses(sentence: str) -> None:
    assert find_glosses(sentence) == []


def test_places_of_a_gloss_count_in_the_sentence() -> None:
    sentence = "昨日、世界貿易機関(WTO)に提訴した。"
    (gloss,) = find_glosses(sentence)
    assert (sentence[slice(*gloss.left)], sentence[slice(*gloss.right)]) == ("世界貿易機関", "WTO")
