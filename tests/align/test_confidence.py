"""How sure beads are of themselves."""

from __future__ import annotations

import pytest

from rnk_gloss.align.confidence import confidence
from rnk_gloss.align.path import SOURCE_ALONE, Step
from rnk_gloss.align.shapes import Shape


def sure(shape: Shape, probability: float, *, beside: bool = False, dictionary: bool = True) -> float:
    return confidence(Step(0, 0, shape, probability), beside_omission=beside, dictionary=dictionary)


@pytest.mark.parametrize(
    ("shape", "probability", "beside", "low", "high"),
    [
        pytest.param(Shape(1, 1), 0.999, False, 97, 99.5, id="a plain pair"),
        pytest.param(Shape(1, 1), 0.95, True, 92, 98, id="a pair beside an omission"),
        pytest.param(Shape(2, 1), 0.97, False, 82, 92, id="several sentences"),
        pytest.param(Shape(1, 2), 0.80, True, 40, 55, id="several sentences beside an omission: ask"),
        pytest.param(SOURCE_ALONE, 0.93, False, 90, 98, id="an omission"),
    ],
)
def test_confidence_is_what_the_gold_says(
    shape: Shape, probability: float, beside: bool, low: float, high: float
) -> None:
    assert low <= sure(shape, probability, beside=beside) <= high


@pytest.mark.parametrize(
    ("shape", "probability", "beside", "low", "high"),
    [
        pytest.param(Shape(1, 1), 0.999, False, 97, 99, id="a plain pair"),
        pytest.param(Shape(1, 1), 0.5, False, 70, 80, id="one of two possible pairs"),
        pytest.param(Shape(2, 1), 0.97, False, 78, 88, id="several sentences"),
        pytest.param(Shape(1, 2), 0.80, True, 25, 45, id="several sentences beside an omission: ask"),
    ],
)
def test_confidence_without_a_dictionary_is_what_the_gold_says(
    shape: Shape, probability: float, beside: bool, low: float, high: float
) -> None:
    assert low <= sure(shape, probability, beside=beside, dictionary=False) <= high


@pytest.mark.parametrize("dictionary", [True, False])
def test_confidence_rises_with_the_share(dictionary: bool) -> None:
    scores = [sure(Shape(1, 1), share, dictionary=dictionary) for share in (0.0, 0.3, 0.9, 0.99, 1.0)]
    assert scores == sorted(scores)
    assert 0 <= scores[0] < 50 < scores[-1] <= 100
