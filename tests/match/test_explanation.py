from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.match.deductions import DEDUCTIONS, FUZZY_CEILING, SPELLING_KINDS, VARIANT_FLOOR
from rnk_gloss.match.explanation import explain, whole_points
from rnk_gloss.model.match import Difference


def test_many_differences_are_summed_up() -> None:
    differences = [Difference("width", str(number), chr(0xFF10 + number), 1.0) for number in range(7)]
    assert explain(93.0, differences).endswith("− 2 in 2 other places")


def test_long_fragments_are_cut() -> None:
    line = explain(50.0, [Difference("wording", "長" * 60, "", 50.0)])
    assert f"({'長' * 23}… → ∅)" in line


@settings(max_examples=100)
@given(st.lists(st.floats(0, 30), min_size=1, max_size=8))
def test_printed_points_sum_to_the_printed_loss(costs: list[float]) -> None:
    total = round(sum(costs))
    points = whole_points(costs, total)
    assert sum(points) == total
    assert all(abs(point - cost) <= 1 for point, cost in zip(points, costs, strict=True))


def test_every_deduction_says_what_it_is_and_takes_points() -> None:
    assert all(row.what and row.cost >= 0 and row.kind == kind for kind, row in DEDUCTIONS.items())


def test_a_changed_meaning_is_visible_beside_any_number_of_spellings() -> None:
    meaning = ("polarity", "bound", "direction", "antonym", "roles", "number", "date", "unit", "modality")
    assert all(DEDUCTIONS[kind].cost > 100 - VARIANT_FLOOR for kind in meaning)
    assert all(0 < DEDUCTIONS[kind].cost <= 2 for kind in SPELLING_KINDS)
    assert FUZZY_CEILING < VARIANT_FLOOR
