"""Quotations, paragraphs and lengths as cues."""

from __future__ import annotations

import numpy as np
import pytest

from rnk_gloss.align.lengths import character_counts, document_log_ratio, log_likelihood
from rnk_gloss.align.marks import half_quotation, paragraph_cue, paragraphs, quotations


@pytest.mark.parametrize(
    ("sentences", "cut"),
    [
        pytest.param(["「行く」と言った。"], [False], id="whole"),
        pytest.param(["「行く。", "帰る」"], [True, True], id="halves"),
        pytest.param(["“Go.", "Come back.”"], [True, True], id="curly halves"),
        pytest.param(['"Go.', 'Come" back.', '"No"'], [True, True, False], id="straight quotes"),
        pytest.param(["It’s fine."], [False], id="an apostrophe is no quotation"),
    ],
)
def test_runs_that_cut_a_quotation(sentences: list[str], cut: list[bool]) -> None:
    assert quotations(sentences).unbalanced(range(len(sentences)), 1).tolist() == cut


def test_two_halves_make_a_whole() -> None:
    assert quotations(["「行く。", "帰る」"]).unbalanced(range(2), 2).tolist() == [False]
    assert half_quotation(np.array([True, False]), np.array([True])).tolist() == [[0.0], [-2.0]]


def test_paragraph_breaks_inside_before_and_on_one_side() -> None:
    source, target = paragraphs(3, {2}), paragraphs(3, {2})
    single = paragraph_cue(source, target, range(3), range(3), (1, 1))
    assert single.tolist() == [[0.5, -1, 0.5], [-1, 0, -1], [0.5, -1, 0.5]]
    assert paragraph_cue(source, target, range(3), range(3), (2, 1))[1].tolist() == [-3, -2, -3]


@pytest.mark.parametrize("breaks", [set(), {0}, {-1, 7}])
def test_the_first_sentence_begins_a_paragraph_and_places_outside_are_ignored(breaks: set[int]) -> None:
    assert paragraphs(2, breaks).begins.tolist() == [1, 0]


def test_the_length_ratio_is_the_documents_own() -> None:
    source, target = character_counts(["あ" * 20] * 200), character_counts(["a" * 80] * 200)
    ratio = document_log_ratio(source, target)
    assert np.exp(ratio) == pytest.approx(4, rel=0.1)
    likelihood = log_likelihood(source[:1], np.array([40.0, 80.0, 160.0]), ratio)[0]
    assert likelihood.argmax() == 1
    assert likelihood[1] > 0 > likelihood[0]


def test_a_short_document_keeps_near_the_usual_ratio() -> None:
    assert np.exp(document_log_ratio(np.array([10.0]), np.array([80.0]))) == pytest.approx(2.4, abs=0.2)
    assert document_log_ratio(character_counts([]), character_counts(["a"])) == pytest.approx(0.785)
