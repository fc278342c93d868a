"""How sure beads are of themselves."""

from __future__ import annotations

import pytest

from rnk_gloss.align.confidence import Support, confidence, kinship
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
        pytest.param(SOURCE_ALONE, 1.0, True, 98, 99, id="an omission on every path, which may stand elsewhere"),
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


GOOD, POOR = Support(evidence=14.0, words=20), Support(evidence=2.0, words=20)


@pytest.mark.parametrize(
    ("supports", "low", "high"),
    [
        pytest.param([GOOD] * 9, 0.99, 1.0, id="translations"),
        pytest.param([POOR] * 9, 0.0, 0.2, id="texts of nothing in common"),
        pytest.param([*[GOOD] * 4, POOR, *[GOOD] * 4], 0.95, 1.0, id="a free translation among close ones"),
        pytest.param([*[POOR] * 4, GOOD, *[POOR] * 4], 0.0, 0.5, id="a chance likeness among strangers"),
        pytest.param([*[GOOD] * 4, GOOD, *[None] * 4], 0.95, 1.0, id="the last before a gap"),
        pytest.param([*[None] * 4, POOR, *[None] * 4], 0.0, 0.05, id="lost among omissions"),
        pytest.param([Support(3.0, 6)], 0.9, 1.0, id="one short sentence, that says little about itself"),
    ],
)
def test_kinship_is_seen_by_the_evidence_around(supports: list[Support | None], low: float, high: float) -> None:
    assert low <= kinship(supports, len(supports) // 2) <= high


def test_a_bead_of_strangers_is_not_sure() -> None:
    step = Step(0, 0, Shape(1, 1), 0.999)
    assert confidence(step, beside_omission=False, dictionary=True, kinship=0.1) < 10
    assert confidence(step, beside_omission=False, dictionary=False, kinship=0.1) > 90
    assert confidence(Step(0, 0, SOURCE_ALONE, 0.999), beside_omission=False, dictionary=True, kinship=0.1) > 90
