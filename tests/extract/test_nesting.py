"""Terms inside longer runs are believed on evidence only."""

from __future__ import annotations

import pytest

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.classes import text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import LONGEST_PART_OF_LIST, parts_of
from rnk_gloss.extract.runs import noun_runs
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.extract.texts import candidates


@pytest.mark.parametrize(
    ("lines", "inner", "reason"),
    [
        pytest.param(
            ["漁業監視船団が出た。", "漁業監視を続ける。"], "漁業監視", "stands alone elsewhere", id="alone elsewhere"
        ),
        pytest.param(["国際気候変動枠組み"], "気候変動", "dictionary entry of two or more parts", id="dictionary word"),
        pytest.param(["モスクワ停戦交渉団"], "モスクワ", "proper noun", id="proper noun"),
        pytest.param(
            ["海洋観測網整備案", "沿岸海洋観測網"],
            "海洋観測網",
            "has different neighbours on both sides",
            id="neighbours",
        ),
    ],
)
def test_an_inner_term_is_taken_with_its_reason(lines: list[str], inner: str, reason: str, lexicon: Lexicon) -> None:
    found = candidates(lexicon, *lines)
    assert inner in found
    details = " ".join(evidence.detail for evidence in found[inner].evidence if evidence.kind == "nested")
    assert reason in details or reason == "stands alone elsewhere"


@pytest.mark.parametrize(
    ("line", "unwanted"),
    [
        pytest.param("北大西洋条約機構の会合", "大西洋条約", id="a part of a name"),
        pytest.param("国際司法裁判所長官室", "司法裁判所", id="a part that cuts a dictionary unit"),
        pytest.param("海洋観測網整備案", "観測網整備", id="a part without evidence"),
        pytest.param("エマニュエル・マクロン政権の政策", "エマニュエル", id="the first part of a foreign name"),
    ],
)
def test_a_mere_part_is_not_taken(line: str, unwanted: str, lexicon: Lexicon) -> None:
    assert unwanted not in candidates(lexicon, line)


@pytest.mark.parametrize(
    ("line", "term"),
    [
        pytest.param("気候変動対策強化", "気候変動対策", id="an action at the end"),
        pytest.param("モスクワ停戦交渉団", "停戦交渉団", id="a place before a compound"),
        pytest.param("旧議会の建物", "議会", id="a prefix before a dictionary word"),
    ],
)
def test_a_loose_end_is_taken_off(line: str, term: str, lexicon: Lexicon) -> None:
    assert term in candidates(lexicon, line)


def test_a_dictionary_unit_is_not_crossed(knowledge: Knowledge) -> None:
    (run,) = noun_runs(words_of("気候変動枠組み条約", knowledge))
    parts = {text_of(run[slice(*part)]) for part in parts_of(run, knowledge, lambda _: True)}
    assert {"気候変動", "気候変動枠組み", "枠組み条約"} <= parts
    assert not {"変動枠組み", "変動枠組み条約"} & parts


def test_a_part_of_a_name_is_free_only_where_it_stands_alone_elsewhere(knowledge: Knowledge) -> None:
    (run,) = noun_runs(words_of("北大西洋条約機構", knowledge))
    assert set(parts_of(run, knowledge, lambda _: False)) == set()
    assert "条約機構" in {text_of(run[slice(*part)]) for part in parts_of(run, knowledge, lambda _: True)}


def test_what_a_negation_binds_is_no_part(knowledge: Knowledge) -> None:
    (run,) = noun_runs(words_of("非半導体装置", knowledge))
    assert [word.text for word in run] == ["非", "半導体", "装置"]
    assert {text_of(run[slice(*part)]) for part in parts_of(run, knowledge, lambda _: True)} == {"非半導体", "装置"}


def test_a_list_without_marks_has_short_parts_and_is_no_term_itself(lexicon: Lexicon, knowledge: Knowledge) -> None:
    text = "漁業監視海洋観測気候変動半導体製造" * 2
    (run,) = noun_runs(words_of(text, knowledge))
    assert max(end - start for start, end in parts_of(run, knowledge, lambda _: True)) == LONGEST_PART_OF_LIST
    found = candidates(lexicon, text)
    assert text not in found
    assert "気候変動" in found


def test_an_occurrence_that_cuts_a_dictionary_unit_does_not_count(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "変動枠組みを使う。", "気候変動枠組みを使う。")
    assert [place.paragraph for place in found["変動枠組み"].occurrences] == [0]


def test_occurrences_inside_longer_terms_count(lexicon: Lexicon) -> None:
    found = candidates(lexicon, "京都議定書を守る。", "京都を訪れ、東京都に戻る。")
    assert [(place.paragraph, *place.within) for place in found["京都"].occurrences] == [(0, 0, 2), (1, 0, 2)]
