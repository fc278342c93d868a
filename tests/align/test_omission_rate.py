"""What a text shows of how freely its translator left sentences out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from rnk_gloss.align.alignment import align_sentences
from rnk_gloss.align.omission_rate import learned_cost
from rnk_gloss.align.path import SOURCE_ALONE, TARGET_ALONE, Step
from rnk_gloss.align.shapes import Shape
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.align.test_plausibility import ENGLISH, JAPANESE
from tests.small_lexicon import small_lexicon

USUAL = -4.5
PAIR = Shape(1, 1)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


def steps(*shapes: Shape, probability: float = 1.0) -> list[Step]:
    found, source, target = [], 0, 0
    for shape in shapes:
        found.append(Step(source, target, shape, probability))
        source, target = source + shape.source, target + shape.target
    return found


def test_omissions_are_dearer_where_nothing_was_left_out_and_cheaper_where_much_was() -> None:
    whole = steps(*[PAIR] * 60)
    texts = [whole, *(steps(*([PAIR] * 10 + [SOURCE_ALONE]) * many, *[PAIR] * 10 * (6 - many)) for many in (1, 3, 6))]
    costs = [learned_cost(USUAL, text) for text in texts]
    assert all(before < after for before, after in pairwise(costs))
    assert costs[0] < USUAL < costs[-1]


def test_a_few_sentences_say_little() -> None:
    assert learned_cost(USUAL, []) == pytest.approx(USUAL)
    assert abs(learned_cost(USUAL, steps(*[PAIR] * 3)) - USUAL) < 0.2


def test_a_chapter_that_is_missing_counts_like_one_sentence() -> None:
    one = steps(*[PAIR] * 30, SOURCE_ALONE, *[PAIR] * 30)
    chapter = steps(*[PAIR] * 30, *[SOURCE_ALONE] * 400, *[PAIR] * 30)
    assert learned_cost(USUAL, chapter) == learned_cost(USUAL, one)
    exchanged = steps(*[PAIR] * 30, SOURCE_ALONE, TARGET_ALONE, *[PAIR] * 30)
    assert learned_cost(USUAL, exchanged) > learned_cost(USUAL, one)


def test_an_omission_counts_by_its_chance() -> None:
    sure, doubtful = (steps(*([PAIR] * 20 + [SOURCE_ALONE]) * 2, probability=chance) for chance in (1.0, 0.3))
    assert learned_cost(USUAL, doubtful) < learned_cost(USUAL, sure)


def test_the_cost_stays_within_bounds_when_the_first_alignment_went_astray() -> None:
    assert learned_cost(USUAL, steps(*[SOURCE_ALONE, TARGET_ALONE] * 500)) == USUAL + 1.5
    assert learned_cost(USUAL, steps(*[PAIR] * 5_000)) == USUAL - 1.0


def test_omissions_get_no_cheaper_where_few_words_are_known_but_dearer_they_can() -> None:
    abridged, whole = steps(*[PAIR, SOURCE_ALONE] * 20), steps(*[PAIR] * 60)
    assert learned_cost(USUAL, abridged, coverage=0.3) == USUAL
    assert learned_cost(USUAL, whole, coverage=0.3) == learned_cost(USUAL, whole, coverage=0.9)


@pytest.mark.parametrize(
    ("others_left_out", "shape"),
    [
        pytest.param(0, ((21, 22), (21,)), id="in a text translated whole it belongs to its neighbour"),
        pytest.param(6, ((21,), ()), id="in an abridged text it was left out"),
    ],
)
def test_a_doubtful_sentence_is_read_as_the_rest_of_the_text(
    others_left_out: int, shape: tuple[tuple[int, ...], tuple[int, ...]], lexicon: Lexicon
) -> None:
    source = [*JAPANESE * 2][:21] + ["霧が深い夜だった。"] + [*JAPANESE * 2][21:] + JAPANESE * 2
    target = ENGLISH * 4
    for place in sorted(range(26, 26 + 3 * others_left_out, 3), reverse=True):
        del target[place - 1]
    beads = align_sentences(source, target, lexicon=lexicon)
    assert shape in [(bead.source_indices, bead.target_indices) for bead in beads]
