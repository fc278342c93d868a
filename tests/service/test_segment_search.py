"""What is typed into the filter of the segments, which segments it finds, and how their review is counted."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import SegmentCounts
from rnk_gloss.model.segment_conditions import SegmentHolds
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.service.filter_pieces import FilterError, Problem
from rnk_gloss.service.segment_progress import document_progress, first_flagged, segment_counts
from rnk_gloss.service.segment_search import filtered
from tests.tui.example_store import PASSAGES, write_example_store

CELLAR, HUMIDITY, BARRELS, WINEMAKER, VISITS, SEASON = (passage[0] for passage in PASSAGES)


@pytest.fixture(scope="module")
def cellar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example glossary, its first segment approved and its second rejected."""
    path = tmp_path_factory.mktemp("segments") / "cellar.db"
    write_example_store(path)
    with Glossary.open(path) as glossary:
        keys = glossary.segment_ids(SegmentSelection())
        glossary.decide_segments(keys[:1], Status.APPROVED)
        glossary.decide_segments(keys[1:2], Status.REJECTED)
    return path


def found(path: Path, typed: str, selection: SegmentSelection | None = None) -> list[str]:
    with Glossary.open(path) as glossary:
        return [one.source for one in glossary.segments(filtered(selection or SegmentSelection(), typed))]


@pytest.mark.parametrize(
    ("typed", "sources"),
    [
        pytest.param("", [CELLAR, HUMIDITY, BARRELS, WINEMAKER, VISITS, SEASON], id="何も打たない"),
        pytest.param("貯蔵庫", [CELLAR, HUMIDITY, SEASON], id="日本語"),
        pytest.param("BARREL", [BARRELS, SEASON], id="英語は大文字小文字を問わない"),
        pytest.param("樽 season", [SEASON], id="両側の語をすべて含む"),
        pytest.param("樽　－season", [BARRELS], id="全角の空白と減号"),
        pytest.param('"head winemaker"', [WINEMAKER, SEASON], id="引用符"),
        pytest.param("ｓｔａｔｕｓ：approved", [CELLAR], id="全角の限定子"),
        pytest.param("status:app,rej", [CELLAR, HUMIDITY], id="どれか"),
        pytest.param("-status:candidate", [CELLAR, HUMIDITY], id="否定"),
        pytest.param("flag:number", [BARRELS], id="数の不一致"),
        pytest.param("flag:number,omission", [BARRELS, VISITS], id="どちらかの印"),
        pytest.param("flag:n-m", [SEASON], id="複数の文"),
        pytest.param("flag:any", [BARRELS, VISITS, SEASON], id="印のあるもの"),
        pytest.param("flag:none", [CELLAR, HUMIDITY, WINEMAKER], id="印のないもの"),
        pytest.param("score:<60", [BARRELS, VISITS], id="点"),
        pytest.param("score:70-90", [WINEMAKER, SEASON], id="点の範囲"),
        pytest.param("doc:cellar.ja 湿度", [HUMIDITY], id="文書"),
        pytest.param("doc:100%", [], id="LIKE の記号は文字のまま"),
    ],
)
def test_a_filter_finds(cellar: Path, typed: str, sources: list[str]) -> None:
    assert found(cellar, typed) == sources


def test_a_status_in_the_filter_wins_over_that_of_the_view(cellar: Path) -> None:
    flagged = SegmentSelection((Status.CANDIDATE,), flagged=True)
    assert found(cellar, "貯蔵庫", flagged) == [SEASON]
    assert found(cellar, "status:rejected", flagged) == [HUMIDITY]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        pytest.param("subject:酒", Problem.QUALIFIER, id="対訳文にない限定子"),
        pytest.param("flag:色", Problem.VALUE, id="知らない印"),
        pytest.param("score:高い", Problem.NUMBER, id="数でない"),
        pytest.param("doc:", Problem.EMPTY, id="空"),
    ],
)
def test_what_makes_no_sense_is_said(cellar: Path, typed: str, problem: Problem) -> None:
    with pytest.raises(FilterError) as caught:
        found(cellar, typed)
    assert caught.value.problem is problem


@given(st.text(max_size=60))
def test_whatever_is_typed_is_understood_or_refused_in_words(typed: str) -> None:
    with suppress(FilterError):
        filtered(SegmentSelection(), typed)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters='"＂“”'), max_size=20))
def test_what_stands_in_quotation_marks_is_a_text(text: str) -> None:
    conditions = filtered(SegmentSelection(), f'"{text}"').conditions
    assert all(isinstance(one, SegmentHolds) for one in conditions)
    assert len(conditions) == bool(text.strip())


def test_the_order_of_scores_and_of_documents(cellar: Path) -> None:
    least_sure = [VISITS, BARRELS, SEASON, WINEMAKER, HUMIDITY, CELLAR]
    assert found(cellar, "", SegmentSelection(order=SegmentOrder.SCORE)) == least_sure


def test_a_review_is_counted_as_a_whole_and_by_document(cellar: Path) -> None:
    counts = SegmentCounts(candidates=4, approved=1, rejected=1, flagged=3)
    with Glossary.open(cellar) as glossary:
        (document,) = document_progress(glossary.workspace)
        assert (document.path, document.counts, document.counts.total) == ("cellar.ja.txt", counts, 6)
        assert segment_counts(glossary.workspace) == segment_counts(glossary.workspace, document.id) == counts
        assert segment_counts(glossary.workspace, 99) == SegmentCounts()
        assert [one.document_id for one in glossary.segments()] == [document.id] * 6


def test_the_first_flag_that_is_left_to_look_at(cellar: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(cellar.read_bytes())
    with Glossary.open(path) as glossary:
        keys = glossary.segment_ids(SegmentSelection())
        # More ids than one question to the store holds, most of them of nothing.
        assert first_flagged(glossary.workspace, [*[9999] * 1200, *keys]) == 1202
        glossary.decide_segments([keys[2]], Status.REJECTED)
        assert first_flagged(glossary.workspace, keys) == 4, "what is decided needs no look"
        assert first_flagged(glossary.workspace, keys[:2]) is None
        assert first_flagged(glossary.workspace, []) is None
