"""The whole extraction: places, spellings, scores, categories, determinism, and texts that give nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.proposals import Rule, is_possible
from rnk_gloss.extract.termhood import CENTRE, scale
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.document import ParagraphKind
from tests.extract.texts import candidates, document

ARTICLE = (
    "ロシアと韓国、六者協議の再開で合意",
    "ロシアのゼレンスキー外相は10月2日、モスクワで韓国の林真央外相と会談し、６者協議の再開に向けた包括的枠組みで合意した。",
    "六者協議は国連憲章第51条に基づく安全保障の枠組みで、2011年から中断していた。",
    "国際司法裁判所（ICJ）の専門家パネルは「自由な航行の原則」を確認した。専門家パネルの報告書は来月公表される。",
    "日米韓の首脳会談でも、経済安全保障や対ロシア制裁が議題になる。",
)


def test_the_terms_of_an_article_stand_above_the_default_cut(lexicon: Lexicon) -> None:
    found = candidates(lexicon, *ARTICLE)
    above = {form for form, candidate in found.items() if candidate.score >= CENTRE}
    assert {"六者協議", "専門家パネル", "国際司法裁判所", "ICJ", "ゼレンスキー", "林真央", "日米韓", "韓国"} <= above
    below = {form for form in ("合意", "再開", "確認", "議題", "来月", "公表") if form in found} & above
    assert not below


def test_spellings_are_one_candidate_with_all_their_places(lexicon: Lexicon) -> None:
    talks = candidates(lexicon, *ARTICLE)["六者協議"]
    assert [(variant.text, variant.kind, variant.count) for variant in talks.variants] == [("６者協議", "number", 1)]
    assert [(place.paragraph, place.form) for place in talks.occurrences] == [
        (0, "六者協議"),
        (1, "６者協議"),
        (2, "六者協議"),
    ]


def test_every_place_holds_its_form(lexicon: Lexicon) -> None:
    documents = [document(*ARTICLE), document("ﾊﾟﾈﾙの㈱設置を　林 真央が求めた。", "半導体装置（ＳＰＥ）の輸出")]
    found = extract_terms(documents, lexicon)
    assert found
    for candidate in found:
        assert candidate.occurrences
        forms = {candidate.source, *(variant.text for variant in candidate.variants)}
        for place in candidate.occurrences:
            text = documents[place.document].paragraphs[place.paragraph].text
            assert text[slice(*place.within)] == place.form
            assert place.form in forms


def test_full_width_letters_are_the_same_term(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "ＡＩの利用", "AIの規制", "AIは便利だ。")
    assert [(variant.text, variant.kind) for variant in found["AI"].variants] == [
        ("ＡＩ", "width, spacing or old kanji")
    ]


def test_the_evidence_adds_up_to_the_score(lexicon: Lexicon) -> None:
    for candidate in candidates(lexicon, *ARTICLE).values():
        assert candidate.score == pytest.approx(sum(evidence.weight for evidence in candidate.evidence), abs=1)


def test_best_first_and_within_bounds(lexicon: Lexicon) -> None:
    scores = [candidate.score for candidate in extract_terms([document(*ARTICLE)], lexicon)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 100 for score in scores)


@given(st.floats(-30, 30), st.floats(0.01, 5))
def test_the_scale_keeps_the_order(total: float, more: float) -> None:
    assert 0 < scale(total) < scale(total + more) < 100


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        pytest.param("条約", True, id="a noun"),
        pytest.param("12,500", False, id="a number"),
        pytest.param("第3", False, id="affix and number"),
        pytest.param("それら", False, id="short kana"),
        pytest.param("党", False, id="one letter"),
        pytest.param("予算30年計画", False, id="a measure inside"),
    ],
)
def test_what_can_be_a_term_at_all(text: str, possible: bool, knowledge: Knowledge) -> None:
    assert is_possible(words_of(text, knowledge), text, Rule.RUN) is possible


def test_the_same_documents_give_the_same_list(lexicon: Lexicon) -> None:
    documents = [document(*ARTICLE), document("経済安全保障の専門家パネル")]
    assert extract_terms(documents, lexicon) == extract_terms(documents, lexicon)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="no paragraph"),
        pytest.param([""], id="an empty paragraph"),
        pytest.param(["The treaty was signed in Geneva."], id="English"),
        pytest.param(["Договор подписан. 12,500"], id="Russian and a number"),
        pytest.param(["。、・「」()（）"], id="signs only"),
        pytest.param(["2024年3月5日午後7時30分、約300人"], id="dates and counts only"),
    ],
)
def test_texts_without_terms_give_none(lines: list[str], lexicon: Lexicon) -> None:
    assert extract_terms([document(*lines)], lexicon) == []


@pytest.mark.parametrize("kind", [ParagraphKind.FURNITURE, ParagraphKind.CODE])
def test_terms_are_taken_from_prose_only(kind: ParagraphKind, lexicon: Lexicon) -> None:
    assert extract_terms([document("経済安全保障の専門家パネル", kind=kind)], lexicon) == []


@pytest.mark.parametrize(
    ("line", "term", "category"),
    [
        pytest.param("韓国の議会", "韓国", "country", id="country"),
        pytest.param("モスクワの春", "モスクワ", "place", id="place"),
        pytest.param("旧モスクワの城壁", "旧モスクワ", "place", id="what ends with a place"),
        pytest.param("漁業協定に署名した。", "漁業協定", "document", id="document"),
        pytest.param("海洋研究所が調べた。", "海洋研究所", "organisation", id="organisation"),
        pytest.param("停戦会談が始まる。", "停戦会談", "event", id="event"),
        pytest.param("新型弾道ミサイルを配る。", "新型弾道ミサイル", "weapon", id="weapon"),
        pytest.param("海洋大学の上級研究員が語る。", "上級研究員", "title", id="a title with what qualifies it"),
        pytest.param("京都銀行が決めた。", "京都銀行", "organisation", id="an organisation that begins with a place"),
        pytest.param("OTOは組織だ。", "OTO", "abbreviation", id="abbreviation"),
        pytest.param("日米韓の協力", "日米韓", "shorthand", id="shorthand"),
        pytest.param("半導体装置を作る。", "半導体装置", "term", id="term"),
    ],
)
def test_categories(line: str, term: str, category: str, lexicon: Lexicon) -> None:
    assert candidates(lexicon, line)[term].category == category


def test_citations_and_addresses_give_no_terms(lexicon: Lexicon) -> None:
    found = candidates(
        lexicon, "出典は “Trade and Peace in the North,” Ocean Review, 2020、https://example.org/貿易 だ。"
    )
    assert not [form for form in found if form.isascii()]


def test_progress_counts_all_characters(lexicon: Lexicon) -> None:
    seen: list[tuple[int, int]] = []
    extract_terms([document(*ARTICLE)], lexicon, progress=lambda done, total: seen.append((done, total)))
    total = sum(map(len, ARTICLE))
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@settings(max_examples=30, deadline=None)
@given(st.text("国連条約政府ロシア日米・「」(),。は第3条をABC １ー氏々ｶﾞ\u3000", max_size=40))
def test_any_text_is_taken(text: str) -> None:
    for candidate in extract_terms([document(text)], Lexicon.none()):
        for place in candidate.occurrences:
            assert text[slice(*place.within)] == place.form


def test_the_spelling_of_more_texts_heads_the_candidate(lexicon: Lexicon) -> None:
    once, often = "六者協議の再開を求めた。", "６者協議は中断した。６者協議の議長国、６者協議の代表。"
    found = extract_terms([document(often), document(once), document(once)], lexicon)
    (talks,) = [candidate for candidate in found if candidate.source in {"六者協議", "６者協議"}]
    assert (talks.source, [variant.text for variant in talks.variants]) == ("六者協議", ["６者協議"])
