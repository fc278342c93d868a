"""English targets: where they come from, in which order, with what confidence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Candidate, Origin, Usage
from tests.extract.conftest import NAMES, WORDS
from tests.extract.texts import candidates, document
from tests.small_lexicon import common_names, common_words, name, small_lexicon, word


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    """The small dictionary with a name that no list of established names has."""
    names = [*common_names(), *NAMES, name("ゾラノフ", "ゾラノフ", "Zoranov", types="surname")]
    with small_lexicon(tmp_path_factory.mktemp("english") / "lexicon", [*common_words(), *WORDS], names) as opened:
        yield opened


def with_glossary(lexicon: Lexicon, glossary: dict[str, tuple[str, ...]], *lines: str) -> dict[str, Candidate]:
    return {found.source: found for found in extract_terms([document(*lines)], lexicon, glossary=glossary)}


def test_an_established_name_comes_before_the_dictionary(lexicon: Lexicon) -> None:
    first = candidates(lexicon, "六者協議が再開した。")["六者協議"].targets[0]
    assert (first.text, first.origin) == ("Six-Party Talks", Origin.HOUSE_LIST)
    assert first.evidence[0].kind == "house list"


def test_an_established_name_is_one_unit_of_a_compound(lexicon: Lexicon) -> None:
    first = candidates(lexicon, "北大西洋条約機構条約")["北大西洋条約機構条約"].targets[0]
    assert first.text in {"North Atlantic Treaty Organization Treaty", "NATO Treaty"}
    assert "house list" in first.evidence[0].detail


def test_what_the_user_approved_comes_first_and_is_used_in_compounds(lexicon: Lexicon) -> None:
    glossary = {"制裁": ("restrictive measures", "sanctions"), "安全装置": ("safety gear",)}
    found = with_glossary(lexicon, glossary, "制裁と安全装置政策、制裁政策を論じる。")
    first, second, *_ = found["制裁"].targets
    assert (first.text, first.origin, second.text, second.origin) == (
        "restrictive measures", Origin.GLOSSARY, "sanctions", Origin.GLOSSARY,
    )  # fmt: skip
    assert {"glossary", "dictionary"} <= {evidence.kind for evidence in second.evidence}
    assert {target.usage for target in found["制裁"].targets} == {Usage.ADMITTED}
    assert found["安全装置政策"].targets[0].text == "safety gear policy"


def test_a_glossary_may_be_written_in_full_width(lexicon: Lexicon) -> None:
    found = with_glossary(lexicon, {"ＸＹ装置": ("XY device",)}, "ＸＹ装置を使う。")
    assert found["XY装置"].targets[0].origin is Origin.GLOSSARY


def test_a_gloss_comes_before_the_dictionary_and_the_long_form_before_the_abbreviation(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "海洋条約機構（Ocean Treaty Organization: OTO）と気候変動（CC）がある。")
    ocean = found["海洋条約機構"].targets
    assert [(target.text, target.origin) for target in ocean[:2]] == [
        ("Ocean Treaty Organization", Origin.GLOSS),
        ("OTO", Origin.GLOSS),
    ]
    climate = found["気候変動"].targets
    assert [target.text for target in climate[:2]] == ["climate change", "CC"]
    assert {evidence.kind for evidence in climate[1].evidence} == {"gloss"}
    assert found["OTO"].category == "abbreviation"


def test_a_composed_long_form_is_sure_when_its_initials_are_the_abbreviation(lexicon: Lexicon) -> None:
    first, second, *_ = candidates(lexicon, "国際戦略委員会（ISC）が発足した。")["国際戦略委員会"].targets
    assert (first.text, first.origin, second.text) == ("International Strategic Committee", Origin.COMPOSITION, "ISC")
    assert {evidence.kind for evidence in first.evidence} == {"composition", "initials"}


def test_the_evidence_of_a_gloss_is_its_place(lexicon: Lexicon) -> None:
    line = "昨日、海洋条約機構（ＯＴＯ）が発足した。"
    targets = candidates(lexicon, line)["海洋条約機構"].targets
    (target,) = (target for target in targets if target.origin is Origin.GLOSS)
    (evidence,) = target.evidence
    assert (target.text, evidence.document) == ("OTO", "article.txt")
    assert evidence.span is not None
    assert line[slice(*evidence.span)] == "ＯＴＯ"


@pytest.mark.parametrize(
    ("line", "term", "english", "origin"),
    [
        pytest.param("ゾラノフ氏が訪れた。", "ゾラノフ", "Zoranov", Origin.DICTIONARY, id="surname"),
        pytest.param("ゾラノフ大統領が訪れた。", "ゾラノフ大統領", "President Zoranov", Origin.DICTIONARY, id="title"),
        pytest.param(
            "エマニュエル・ゾラノフ氏", "エマニュエル・ゾラノフ", "Emmanuel Zoranov", Origin.COMPOSITION, id="dotted"
        ),
        pytest.param("林真央が書いた。", "林真央", "Mao Hayashi", Origin.COMPOSITION, id="given name first"),
        pytest.param("山田太郎氏の発言", "山田太郎", "Yamada Taro", Origin.DICTIONARY, id="listed full name"),
    ],
)
def test_persons_by_the_dictionary_of_names(
    line: str, term: str, english: str, origin: Origin, lexicon: Lexicon
) -> None:
    first = candidates(lexicon, line)[term].targets[0]
    assert (first.text, first.origin) == (english, origin)


def test_a_country_is_rendered_by_its_names(lexicon: Lexicon) -> None:
    targets = candidates(lexicon, "韓国の議会")["韓国"].targets
    assert [target.text for target in targets][:3] == ["South Korea", "Republic of Korea", "ROK"]


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


def test_of_two_spellings_of_one_wording_the_american_one_is_kept(lexicon: Lexicon) -> None:
    texts = [target.text for target in candidates(lexicon, "半導体組織を作る。")["半導体組織"].targets]
    assert texts[0] == "semiconductor organization"
    assert "semiconductor organisation" not in texts


def test_targets_are_few_distinct_and_in_order(lexicon: Lexicon) -> None:
    for candidate in candidates(lexicon, "国際経済安全保障協力政策", "米国の対中国貿易政策", "核兵器拡散問題").values():
        texts = [target.text.casefold().replace("-", " ").removeprefix("the ") for target in candidate.targets]
        scores = [target.score for target in candidate.targets]
        assert len(texts) == len(set(texts)) <= 6
        assert scores == sorted(scores, reverse=True)


def test_without_a_dictionary_glosses_and_the_house_list_still_give_english() -> None:
    found = candidates(Lexicon.none(), "海洋条約機構（OTO）は調査団を置き、六者協議を開く。")
    assert [target.text for target in found["海洋条約機構"].targets] == ["OTO"]
    assert found["六者協議"].targets[0].origin is Origin.HOUSE_LIST
    assert found["調査団"].targets == ()


def test_what_compounds_use_for_a_word_comes_before_its_other_wordings(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("use") / "lexicon"
    words = [*common_words(), word("瓦版", "かわらばん", "tile print;broadside", band=9)]
    compounds = {("瓦版", True): (10.0, (("broadside", 0.9),))}
    with small_lexicon(path, words, common_names(), compounds=compounds) as learned:
        targets = candidates(learned, "江戸の瓦版を読む。瓦版は安い。")["瓦版"].targets
    assert [target.text for target in targets][:2] == ["broadside", "tile print"]
    assert targets[0].score > targets[1].score
