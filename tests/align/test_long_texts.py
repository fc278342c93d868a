"""Texts that are too long for one lattice."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rnk_gloss.align import anchors
from rnk_gloss.align.anchors import cuts
from rnk_gloss.align.omissions import Omissions
from rnk_gloss.align.path import Step
from rnk_gloss.align.text_pair import TextPair, text_pair
from rnk_gloss.align.windows import LARGEST_WINDOW, path
from rnk_gloss.lexicon.dictionary import Lexicon

Texts = tuple[list[str], list[str]]


def numbered(count: int, *, left_out: range = range(0)) -> Texts:
    """Articles that a number tells apart, in words that no dictionary is needed for."""
    source = [f"第{1000 + 7 * place}条の規定は別に定める。" for place in range(count)]
    target = [f"The rules of Article {1000 + 7 * place} are set elsewhere." for place in range(count)]
    return source, [sentence for place, sentence in enumerate(target) if place not in left_out]


def prepared(texts: Texts) -> TextPair:
    return text_pair(
        *texts,
        Lexicon.none(),
        source_breaks=(),
        target_breaks=(),
        known_pairs=(),
        omission=Omissions.SOME.cost,
    )


def paired(steps: list[Step]) -> dict[int, int]:
    return {step.source: step.target for step in steps if step.shape == (1, 1)}


def test_cuts_are_made_where_both_texts_run_side_by_side() -> None:
    left_out = range(150, 190)
    found = cuts(prepared(numbered(400, left_out=left_out)).costs.onward, shortest=60)
    assert len(found) >= 4
    for source, target in found:
        assert source not in left_out
        assert source - target == (0 if source < left_out.start else len(left_out))
    for (before, _), (after, _) in pairwise(found):
        assert after - before >= 60


def test_no_cut_is_made_among_scattered_anchors() -> None:
    chain = [(place, 5 * place) for place in range(100)]
    assert not any(anchors._on_diagonal(chain, number) for number in range(len(chain)))


def test_no_cut_is_made_behind_a_sentence_without_an_anchor() -> None:
    source, target = numbered(200)
    thinned = [sentence if place % 3 else "それはどうか。" for place, sentence in enumerate(source)]
    found = cuts(prepared((thinned, target)).costs.onward, shortest=10)
    assert len(found) > 5
    assert all(place % 3 and (place - 1) % 3 for place, _ in found)


def test_texts_without_anything_in_common_are_not_cut() -> None:
    assert cuts(prepared((["あいう。"] * 200, ["Abc."] * 200)).costs.onward, shortest=60) == []


def test_a_long_text_is_aligned_across_a_chapter_that_was_left_out() -> None:
    left_out = range(130, 170)
    steps = path(prepared(numbered(400, left_out=left_out)).costs)
    pairs = paired(steps)
    kept = [place for place in range(400) if place not in left_out]
    expected = {place: target for target, place in enumerate(kept)}
    right = sum(pairs.get(place) == target for place, target in expected.items())
    assert right >= 0.97 * len(kept)


@pytest.mark.parametrize(
    ("source_count", "target_count"),
    [
        pytest.param(2 * LARGEST_WINDOW + 50, 2 * LARGEST_WINDOW + 50, id="as many"),
        pytest.param(2 * LARGEST_WINDOW, 20, id="far more in the source"),
        pytest.param(20, 2 * LARGEST_WINDOW, id="far more in the target"),
        pytest.param(LARGEST_WINDOW + 1, 0, id="nothing in the target"),
    ],
)
def test_a_window_slides_where_there_is_no_place_to_cut(source_count: int, target_count: int) -> None:
    steps = path(prepared((["あいうえお。"] * source_count, ["Abcdefg hi."] * target_count)).costs)
    boundary = (0, 0)
    for step in steps:
        assert (step.source, step.target) == boundary
        boundary = (step.source + step.shape.source, step.target + step.shape.target)
    assert boundary == (source_count, target_count)
    if source_count == target_count:
        assert paired(steps) == {place: place for place in range(source_count)}
