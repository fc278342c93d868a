"""The best path and the shares of its beads, against all paths written out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.align.lattice import Lattice
from rnk_gloss.align.path import SOURCE_ALONE, TARGET_ALONE, Step, best_path
from rnk_gloss.align.shapes import SHAPES, Shape, prior

Beads = tuple[tuple[int, int, Shape], ...]


def random_lattice(rows: int, columns: int, seed: int) -> Lattice:
    generator = np.random.default_rng(seed)
    beads = []
    for shape in SHAPES:
        size = (max(0, rows - shape.source + 1), max(0, columns - shape.target + 1))
        beads.append(generator.normal(prior(shape), 2, size).astype(np.float32))
    return Lattice(
        beads,
        generator.normal(-3, 1, rows).astype(np.float32),
        generator.normal(-3, 1, columns).astype(np.float32),
    )


def score(lattice: Lattice, row: int, column: int, shape: Shape) -> float:
    if shape == SOURCE_ALONE:
        return float(lattice.source_omissions[row])
    if shape == TARGET_ALONE:
        return float(lattice.target_omissions[column])
    return float(lattice.beads[SHAPES.index(shape)][row, column])


def all_paths(rows: int, columns: int) -> list[Beads]:
    @cache
    def from_boundary(row: int, column: int) -> tuple[Beads, ...]:
        if (row, column) == (rows, columns):
            return ((),)
        return tuple(continued(row, column))

    def continued(row: int, column: int) -> Iterator[Beads]:
        for shape in (*SHAPES, SOURCE_ALONE, TARGET_ALONE):
            if row + shape.source <= rows and column + shape.target <= columns:
                for rest in from_boundary(row + shape.source, column + shape.target):
                    yield ((row, column, shape), *rest)

    return list(from_boundary(0, 0))


def beads_of(steps: list[Step]) -> Beads:
    return tuple((step.source, step.target, step.shape) for step in steps)


@given(rows=st.integers(0, 4), columns=st.integers(0, 4), seed=st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_best_path_and_shares_agree_with_all_paths_written_out(rows: int, columns: int, seed: int) -> None:
    lattice = random_lattice(rows, columns, seed)
    worth = {path: sum(score(lattice, *bead) for bead in path) for path in all_paths(rows, columns)}
    found = best_path(lattice)
    assert worth[beads_of(found)] == pytest.approx(max(worth.values()), abs=1e-4)
    total = sum(math.exp(value) for value in worth.values())
    for step in found:
        bead = (step.source, step.target, step.shape)
        share = sum(math.exp(value) for path, value in worth.items() if bead in path) / total
        assert step.probability == pytest.approx(share, abs=1e-4)


def only_pairs(rows: int, columns: int) -> Lattice:
    """A lattice in which 1-1 beads on the diagonal are good and everything else is bad."""
    beads = []
    for shape in SHAPES:
        size = (max(0, rows - shape.source + 1), max(0, columns - shape.target + 1))
        beads.append(np.full(size, -20, np.float32))
    np.fill_diagonal(beads[0], 5)
    return Lattice(beads, np.full(rows, -1, np.float32), np.full(columns, -1, np.float32))


@pytest.mark.parametrize(
    ("source_goes_on", "target_goes_on", "last"),
    [
        pytest.param(False, False, (3, 6), id="both texts end: what is left over is omitted"),
        pytest.param(True, False, (3, 3), id="the source goes on: the rest of the target may wait"),
        pytest.param(False, True, (3, 6), id="the target goes on: it must be reached to its edge"),
    ],
)
def test_a_window_ends_where_its_path_scores_best(
    source_goes_on: bool, target_goes_on: bool, last: tuple[int, int]
) -> None:
    steps = best_path(only_pairs(3, 6), source_goes_on=source_goes_on, target_goes_on=target_goes_on)
    end = steps[-1]
    assert (end.source + end.shape.source, end.target + end.shape.target) == last
    assert [step.shape for step in steps[:3]] == [Shape(1, 1)] * 3


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_leaves_omissions_only(rows: int, columns: int) -> None:
    steps = best_path(random_lattice(rows, columns, seed=0))
    assert [step.shape for step in steps] == [SOURCE_ALONE] * rows + [TARGET_ALONE] * columns


@pytest.mark.parametrize("omitted", [range(0), range(20, 60)], ids=["straight", "a chapter left out"])
def test_shares_near_the_path_are_those_of_the_whole_lattice(omitted: range, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide lattice is summed up beside its path only; what lies far from it has no weight."""
    lattice = random_lattice(120, 120 - len(omitted), seed=1)
    for row in range(120):
        column = row - len([place for place in omitted if place < row])
        if row not in omitted:
            lattice.beads[0][row, column] += 3
    monkeypatch.setattr("rnk_gloss.align.path._NARROW", 0)
    near = best_path(lattice)
    monkeypatch.setattr("rnk_gloss.align.path._NARROW", 1_000)
    whole = best_path(lattice)
    assert beads_of(near) == beads_of(whole)
    assert [step.probability for step in near] == pytest.approx([step.probability for step in whole], abs=1e-3)
    assert min(step.probability for step in whole) < 0.9
