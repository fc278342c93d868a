"""English of terms from aligned segments."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.association import ParallelText, log_likelihood
from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Candidate, Origin
from rnk_gloss.model.segment import AlignedSegment
from rnk_gloss.model.span import Span
from tests.extract.texts import document

# Every segment says something else about the same few things.
PAIRS = (
    ("港湾審議会は昨日、報告書を出した。", "The Harbor Review Board published a report yesterday."),
    ("港湾審議会の議長が辞任した。", "The chair of the Harbor Review Board has resigned."),
    ("政府は港湾審議会に諮問する。", "The government will consult the Harbor Review Board."),
    ("審議会は三月に開かれる。", "The council meets in March."),
    ("新しい審議会が発足した。", "A new council was set up."),
    ("漁業組合は反対している。", "The fishing cooperative is opposed."),
    ("市場は静かだった。", "Markets were quiet."),
    ("議会は法律を可決した。", "Parliament passed the law."),
    ("沿岸警備艇が出動した。", "A patrol boat of the coast guard put to sea."),
    ("選挙は延期された。", "The election was postponed."),
)
TERMS = ("港湾審議会", "審議会", "漁業組合", "市場", "議会", "沿岸警備艇")


@pytest.fixture(scope="module")
def parallel() -> ParallelText:
    return ParallelText([AlignedSegment(0, *pair) for pair in PAIRS], TERMS)


@pytest.mark.parametrize(
    ("term", "proposed", "expected"),
    [
        pytest.param("港湾審議会", [], "Harbor Review Board", id="the whole of a name, without other sources"),
        pytest.param("審議会", [], "council", id="not what stands in longer terms"),
        pytest.param("審議会", ["deliberative council", "council"], "council", id="agreement"),
        pytest.param("市場", ["market", "bazaar"], "Markets", id="once, with agreement"),
    ],
)
def test_the_english_of_a_term(term: str, proposed: list[str], expected: str, parallel: ParallelText) -> None:
    found = parallel.associations([term], proposed)
    assert found[0].text.lower() == expected.lower()
    assert found[0].agrees is bool(proposed)


def test_what_stands_once_needs_agreement(parallel: ParallelText) -> None:
    assert parallel.associations(["漁業組合"], []) == []
    assert parallel.associations(["漁業組合"], ["fishery association"]) == []
    (found,) = parallel.associations(["漁業組合"], ["fishing cooperative"])
    assert (found.text, found.together, found.segments) == ("fishing cooperative", 1, 1)
    assert found.detail() == "in 1 of 1 aligned segment"


def test_what_stands_only_inside_longer_terms_needs_agreement_too() -> None:
    text = ParallelText([AlignedSegment(0, *pair) for pair in PAIRS], ["港湾審議会", "港湾"])
    assert text.associations(["港湾"], []) == []
    assert [found.text for found in text.associations(["港湾"], ["harbor"])] == ["Harbor"]


def test_a_capital_that_only_begins_sentences_goes() -> None:
    pairs = [("哨戒は", "Patrols began."), ("哨戒が", "Patrols ended."), ("哨戒を", "They like patrols.")]
    other = [("市場は静かだ。", "Markets are quiet."), ("選挙は終わった。", "The vote is over.")] * 3
    text = ParallelText([AlignedSegment(0, *pair) for pair in (*pairs, *other)], ["哨戒"])
    assert [found.text for found in text.associations(["哨戒"], [])] == ["patrols"]


def test_a_capital_that_begins_the_sentence_is_no_part_of_the_term(parallel: ParallelText) -> None:
    assert parallel.associations(["議会"], ["parliament"])[0].text == "parliament"
    votes = AlignedSegment(0, "議会は", "Parliament voted.")
    two = ParallelText([votes, AlignedSegment(0, "議会の", "In parliament they sat.")], ["議会"])
    assert two.associations(["議会"], ["parliament"])[0].text == "parliament"


def test_counter_examples_are_named() -> None:
    targets = ("a panel of experts met", "the panel of experts said", "an expert panel wrote")
    text = ParallelText([AlignedSegment(0, "専門委", target) for target in targets], ["専門委"])
    first = text.associations(["専門委"], ["expert panel", "panel of experts"])[0]
    assert (first.text, first.together, first.segments) == ("panel of experts", 2, 3)
    assert first.detail() == "in 2 of 3 aligned segments; also: expert panel 1×"


def test_log_likelihood_is_dunning_s() -> None:
    assert log_likelihood(2, 10, 20, 100) == 0.0  # as often as by chance
    assert log_likelihood(10, 10, 10, 100) == pytest.approx(65.0166, abs=1e-3)
    assert log_likelihood(9, 10, 10, 100) > log_likelihood(6, 10, 10, 100)


def candidates(lexicon: Lexicon, *pairs: tuple[str, str]) -> dict[str, Candidate]:
    texts = [document(*[source for source, _ in pairs], path="report.txt")]
    aligned = [AlignedSegment(0, source, target, Span(7, 9)) for source, target in pairs]
    return {found.source: found for found in extract_terms(texts, lexicon, aligned=aligned)}


def test_the_translation_chooses_among_composed_phrases(lexicon: Lexicon) -> None:
    pairs = [
        ("半導体パネルを組織した。", "A board of semiconductors was organised."),
        ("半導体パネルの声明を待つ。", "They await the statement of the Board of Semiconductors."),
        ("選挙の報告がある。", "There is a report on the election."),
        ("政府は協力した。", "The government cooperated."),
    ]
    plain = {found.source: found for found in extract_terms([document(*[ja for ja, _ in pairs])], lexicon)}
    first = candidates(lexicon, *pairs)["半導体パネル"].targets[0]
    assert plain["半導体パネル"].targets[0].text != first.text
    assert (first.text.lower(), first.origin) == ("board of semiconductors", Origin.PARALLEL)
    (evidence,) = (one for one in first.evidence if one.kind == "parallel text")
    assert (evidence.detail, evidence.document) == ("in 2 of 2 aligned segments", "report.txt")
    assert evidence.span == Span(7, 9)


def test_a_dictionary_word_gains_confidence_and_evidence(lexicon: Lexicon) -> None:
    pairs = [
        ("枠組みを作る。", "We make a framework."),
        ("枠組みは古い。", "The framework is old."),
        ("終わり。", "Done."),
    ]
    plain = {found.source: found for found in extract_terms([document(*[ja for ja, _ in pairs])], lexicon)}
    before, after = plain["枠組み"].targets[0], candidates(lexicon, *pairs)["枠組み"].targets[0]
    assert (after.text, after.origin) == ("framework", Origin.DICTIONARY)
    assert after.score > before.score
    assert after.evidence[-1].kind == "parallel text"


def test_an_established_name_stays_first(lexicon: Lexicon) -> None:
    pairs = [("六者協議を開く。", "The talks among six open."), ("六者協議が終わる。", "The talks among six end.")]
    assert candidates(lexicon, *pairs)["六者協議"].targets[0].origin is Origin.HOUSE_LIST
    confirmed = [("六者協議を開く。", "The Six-Party Talks open."), ("六者協議が終わる。", "The Six-Party Talks end.")]
    first = candidates(lexicon, *confirmed)["六者協議"].targets[0]
    plain = next(found for found in extract_terms([document("六者協議")], lexicon) if found.source == "六者協議")
    assert (first.origin, first.score) == (Origin.HOUSE_LIST, plain.targets[0].score)
    assert first.evidence[-1].detail == "in 2 of 2 aligned segments"


def test_what_the_text_alone_gives_counts_less_than_what_partly_agrees(lexicon: Lexicon) -> None:
    other = [("市場は静かだ。", "Markets are quiet."), ("選挙は終わった。", "The vote is over.")] * 3
    lines = [("半導体政策の会合", "A session on chip policy"), ("新しい半導体政策", "Another chip policy"), *other]
    targets = candidates(lexicon, *lines)["半導体政策"].targets
    found = next(target for target in targets if target.origin is Origin.PARALLEL)
    assert found.text == "chip policy"
    assert 15 < found.score < 60


def test_a_piece_of_a_longer_name_is_no_term() -> None:
    name = "Panel of Experts of the UN Security Council Sanctions Committee"
    aligned = [
        AlignedSegment(0, "制裁委が開かれた。", f"The {name} met."),
        AlignedSegment(0, "制裁委は黙った。", f"Then the {name} fell silent."),
    ]
    aligned += [AlignedSegment(0, f"雨が{number}日続いた。", f"It rained for {number} days.") for number in range(2, 9)]
    texts = [one.text for one in ParallelText(aligned, ["制裁委"]).associations(["制裁委"], [])]
    assert texts == ["Panel of Experts", "UN Security Council Sanctions Committee"]


def test_what_agrees_with_nothing_must_be_frequent() -> None:
    aligned = [
        AlignedSegment(0, "有事に備える。", "They prepare a deal."),
        AlignedSegment(0, "有事は近い。", "A deal is near."),
    ]
    aligned += [AlignedSegment(0, f"雨が{number}日続いた。", f"It rained for {number} days.") for number in range(2, 9)]
    parallel = ParallelText(aligned, ["有事"])
    assert "deal" in [one.text for one in parallel.associations(["有事"], [])]
    assert parallel.associations(["有事"], ["contingency"]) == []
