"""Texts that are too long for one lattice."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rnk_gloss.align import anchors
from rnk_gloss.align.anchors import cuts
from rnk_gloss.align.gaps import chapter_left_out, steps_across
from rnk_gloss.align.omissions import Omissions
from rnk_gloss.align.path import SOURCE_ALONE, Step
from rnk_gloss.align.text_pair import TextPair, text_pair
from rnk_gloss.align.windows import LARGEST_BLOCK, LARGEST_WINDOW, path
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
    found = cuts(prepared(numbered(400, left_out=left_out)).costs.onward, shortest=60, largest=LARGEST_BLOCK)
    assert len(found) >= 4
    for source, target in found:
        assert source not in left_out
        assert source - target == (0 if source < left_out.start else len(left_out))
    within = [cut for cut in found if not left_out.start - 2 <= cut[0] <= left_out.stop + 2]
    for (before, _), (after, _) in pairwise(within):
        assert after - before >= 60


def test_no_cut_is_made_among_scattered_anchors() -> None:
    chain = [(place, 5 * place) for place in range(100)]
    assert not any(any(anchors._witnesses(chain, number)) for number in range(len(chain)))


def test_no_cut_is_made_behind_a_sentence_without_an_anchor() -> None:
    source, target = numbered(200)
    thinned = [sentence if place % 3 else "それはどうか。" for place, sentence in enumerate(source)]
    found = cuts(prepared((thinned, target)).costs.onward, shortest=10, largest=LARGEST_BLOCK)
    assert len(found) > 5
    assert all(place % 3 and (place - 1) % 3 for place, _ in found)


def test_texts_without_anything_in_common_are_not_cut() -> None:
    assert cuts(prepared((["あいう。"] * 200, ["Abc."] * 200)).costs.onward, shortest=60, largest=LARGEST_BLOCK) == []


def test_a_long_text_is_aligned_across_a_chapter_that_was_left_out() -> None:
    left_out = range(130, 170)
    steps = path(prepared(numbered(400, left_out=left_out)).costs)
    pairs = paired(steps)
    kept = [place for place in range(400) if place not in left_out]
    expected = {place: target for target, place in enumerate(kept)}
    right = sum(pairs.get(place) == target for place, target in expected.items())
    assert right >= 0.97 * len(kept)


CHAPTERS = 1000


@pytest.mark.parametrize(
    ("in_source", "in_target", "lost"),
    [
        pytest.param([range(1000)], [range(400), range(800, 1000)], 5, id="not translated"),
        pytest.param([range(400), range(800, 1000)], [range(1000)], 5, id="added"),
        pytest.param([range(1000)], [range(400, 1000)], 5, id="the beginning not translated"),
        pytest.param([range(600)], [range(1000)], 5, id="the end added"),
        pytest.param(
            [range(120), range(240, 640), range(700, 1000)],
            [range(360), range(500, 840), range(960, 1000)],
            40,
            id="many",
        ),
        pytest.param(
            [range(1000)], [range(300), range(500, 700), range(300, 500), range(700, 1000)], 210, id="swapped"
        ),
    ],
)
def test_the_place_is_found_again_behind_a_gap(in_source: list[range], in_target: list[range], lost: int) -> None:
    """Only every fourth sentence can be told from the others."""
    source, target = numbered(CHAPTERS)
    for place in range(CHAPTERS):
        if place % 4:
            source[place], target[place] = "それはどうか。", "What about that?"
    first, second = [place for part in in_source for place in part], [place for part in in_target for place in part]
    steps = path(prepared(([source[place] for place in first], [target[place] for place in second])).costs)
    assert covers(steps, len(first), len(second))
    found = {(first[step.source], second[step.target]) for step in steps if step.shape == (1, 1)}
    expected = {(place, place) for place in set(first) & set(second)}
    assert len(expected - found) <= lost


def test_a_gap_is_left_out_in_one_piece() -> None:
    pair = prepared((["あいうえお。"] * 160, ["Abcdefg hi."] * 12))
    chapter = chapter_left_out((0, 0), (160, 12))
    assert chapter is not None
    steps = list(steps_across(pair.costs, (0, 0), (160, 12), chapter))
    assert covers(steps, 160, 12)
    assert {step.source for step in steps if step.shape == SOURCE_ALONE} >= set(chapter.sentences)


@pytest.mark.parametrize(
    ("block", "side"),
    [
        pytest.param((500, 10), 0, id="many source sentences"),
        pytest.param((0, 500), 1, id="nothing against many"),
        pytest.param((500, 100), None, id="too many on the other side"),
        pytest.param((90, 2), None, id="no chapter"),
    ],
)
def test_what_is_a_chapter_left_out(block: tuple[int, int], side: int | None) -> None:
    chapter = chapter_left_out((7, 9), (7 + block[0], 9 + block[1]))
    assert (chapter.side if chapter else None) == side


def test_an_abridgement_is_no_gap() -> None:
    source, target = numbered(200)
    kept = range(4, 200, 12)
    steps = path(prepared((source, [target[place] for place in kept])).costs)
    found = {step.target: range(step.source, step.source + step.shape.source) for step in steps if step.shape.target}
    assert all(place in found[number] for number, place in enumerate(kept))


def covers(steps: list[Step], source_count: int, target_count: int) -> bool:
    boundary = (0, 0)
    for step in steps:
        if (step.source, step.target) != boundary:
            return False
        boundary = (step.source + step.shape.source, step.target + step.shape.target)
    return boundary == (source_count, target_count)


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
    assert covers(steps, source_count, target_count)
    if source_count == target_count:
        assert paired(steps) == {place: place for place in range(source_count)}
