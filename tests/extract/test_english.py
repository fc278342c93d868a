"""English targets: where they come from, in which order, with what confidence."""

from __future__ import annotations

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Origin, Usage
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("line", "term", "expected"),
    [
        pytest.param(
            "包括的戦略パートナーシップ条約", "包括的戦略パートナーシップ条約", [], id="a part without English"
        ),
        pytest.param("包括的戦略条約", "包括的戦略条約", ["comprehensive strategic treaty"], id="的 and an adjective"),
        pytest.param("自動参戦条項", "自動参戦条項", ["automatic participation in war clause"], id="fewest units"),
        pytest.param("専門家パネル", "専門家パネル", ["expert panel", "panel of expert"], id="both orders"),
        pytest.param("国連憲章第51条", "国連憲章第51条", ["Article 51 of the UN Charter"], id="an article of a treaty"),
        pytest.param("対ロシア制裁", "対ロシア制裁", ["sanctions against Russia"], id="対 by its head"),
        pytest.param("対韓国支援", "対韓国支援", ["support to South Korea"], id="対 with another preposition"),
        pytest.param("六者協議", "六者協議", ["six-party talks"], id="counted parties"),
        pytest.param(
            "日米韓首脳会談", "日米韓首脳会談", ["Japan-US-South Korea summit meeting"], id="countries before a noun"
        ),
        pytest.param("日米韓の協力", "日米韓", ["Japan, the United States and South Korea"], id="countries alone"),
        pytest.param("ロシア政府", "ロシア政府", ["Russian government"], id="a country's adjective"),
        pytest.param("沿岸政策", "沿岸政策", ["coastal policy"], id="a short word has a short wording"),
        pytest.param("「平和なき条約」を嘆く。", "平和なき条約", [], id="a phrase with particles"),
        pytest.param("反政府組織", "反政府組織", ["anti-government organization"], id="a prefix"),
        pytest.param("国防・外交政策", "国防・外交政策", ["national defence and diplomacy policy"], id="a middle dot"),
        pytest.param("貿易協定", "貿易協定", ["trade agreement", "agreement on trade"], id="a treaty's two orders"),
    ],
)
def test_english_is_composed_of_the_parts(line: str, term: str, expected: list[str], lexicon: Lexicon) -> None:
    targets = candidates(lexicon, line)[term].targets
    texts = [target.text for target in targets]
    assert set(expected) <= set(texts)
    if expected:
        assert texts[0] == expected[0]
    else:
        assert not texts
    assert {target.origin for target in targets} <= {Origin.COMPOSITION}
    assert all(0 < target.score <= 96 and target.usage is Usage.ADMITTED for target in targets)


def test_a_gloss_comes_before_the_dictionary_and_the_long_form_before_the_abbreviation(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "海洋条約機構（Ocean Treaty Organization: OTO）と国際司法裁判所（ICJ）がある。")
    ocean = found["海洋条約機構"].targets
    assert [(target.text, target.origin) for target in ocean[:2]] == [
        ("Ocean Treaty Organization", Origin.GLOSS),
        ("OTO", Origin.GLOSS),
    ]
    court = found["国際司法裁判所"].targets
    assert [target.text for target in court[:2]] == ["International Court of Justice", "ICJ"]
    assert {evidence.kind for evidence in court[1].evidence} == {"dictionary", "gloss"}
    assert found["ICJ"].category == "abbreviation"


def test_the_evidence_of_a_gloss_is_its_place(lexicon: Lexicon) -> None:
    line = "昨日、海洋条約機構（ＯＴＯ）が発足した。"
    (target, *_) = candidates(lexicon, line)["海洋条約機構"].targets
    (evidence,) = target.evidence
    assert (target.text, evidence.document) == ("OTO", "article.txt")
    assert evidence.span is not None
    assert line[slice(*evidence.span)] == "ＯＴＯ"


@pytest.mark.parametrize(
    ("line", "term", "english", "origin"),
    [
        pytest.param("ゼレンスキー氏が訪れた。", "ゼレンスキー", "Zelensky", Origin.DICTIONARY, id="surname"),
        pytest.param(
            "ゼレンスキー大統領が訪れた。", "ゼレンスキー大統領", "President Zelensky", Origin.DICTIONARY, id="title"
        ),
        pytest.param(
            "エマニュエル・マクロン氏", "エマニュエル・マクロン", "Emmanuel Macron", Origin.COMPOSITION, id="dotted"
        ),
        pytest.param("林真央が書いた。", "林真央", "Mao Hayashi", Origin.COMPOSITION, id="given name first"),
        pytest.param("金正恩氏の発言", "金正恩", "Kim Jong-un", Origin.DICTIONARY, id="listed full name"),
    ],
)
def test_persons_by_the_dictionary_of_names(
    line: str, term: str, english: str, origin: Origin, lexicon: Lexicon
) -> None:
    first = candidates(lexicon, line)[term].targets[0]
    assert (first.text, first.origin) == (english, origin)


def test_a_country_is_rendered_by_its_names(lexicon: Lexicon) -> None:
    targets = candidates(lexicon, "韓国の議会")["韓国"].targets
    assert [target.text for target in targets] == ["South Korea", "Republic of Korea", "ROK"]


def test_a_place_is_rendered_by_its_name_and_not_by_a_word_written_alike(lexicon: Lexicon) -> None:
    assert [target.text for target in candidates(lexicon, "ソウルの議会")["ソウル"].targets] == ["Seoul"]


def test_a_gloss_belongs_to_the_dictionary_term_before_it(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "国連国際司法裁判所（ICJ）が開いた。")
    court = found["国際司法裁判所"].targets
    assert "gloss" in {evidence.kind for target in court for evidence in target.evidence}
    whole = found["国連国際司法裁判所"].targets
    assert "gloss" not in {evidence.kind for target in whole for evidence in target.evidence}


def test_the_english_name_comes_first_wherever_the_texts_give_it(lexicon: Lexicon) -> None:
    lines = ("海洋条約機構（OTO）が発足した。", "海洋条約機構（Ocean Treaty Organization）の本部")
    targets = candidates(lexicon, *lines)["海洋条約機構"].targets
    assert [target.text for target in targets[:2]] == ["Ocean Treaty Organization", "OTO"]


def test_a_dictionary_target_names_its_entry_and_its_spelling(lexicon: Lexicon) -> None:
    first = candidates(lexicon, "２国間の枠組み")["枠組み"].targets[0]
    assert (first.text, first.origin) == ("framework", Origin.DICTIONARY)
    assert "枠組み" in first.evidence[0].detail
    assert "JMdict" in first.evidence[0].detail


def test_targets_are_few_distinct_and_in_order(lexicon: Lexicon) -> None:
    for candidate in candidates(lexicon, "国際経済安全保障協力政策", "米国の対中国貿易政策", "核兵器拡散問題").values():
        texts = [target.text.casefold().replace("-", " ").removeprefix("the ") for target in candidate.targets]
        scores = [target.score for target in candidate.targets]
        assert len(texts) == len(set(texts)) <= 6
        assert scores == sorted(scores, reverse=True)


def test_without_a_dictionary_glosses_still_give_english() -> None:
    found = candidates(Lexicon.none(), "海洋条約機構（OTO）は専門家パネルを置く。")
    assert [target.text for target in found["海洋条約機構"].targets] == ["OTO"]
    assert found["専門家パネル"].targets == ()
