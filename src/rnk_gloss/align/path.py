"""Dynamic programming over beads: the best path through a lattice, and how probable each of its beads is.

Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora", with free omissions; the probabilities
are those of the forward–backward algorithm (Rabiner 1989) over the same lattice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.lattice import IMPOSSIBLE, Lattice
from rnk_gloss.align.shapes import LONGEST_SIDE, SHAPES, Shape

SOURCE_ALONE = Shape(1, 0)
TARGET_ALONE = Shape(0, 1)

# Paths that leave the best one by more sentences than two of the longest beads have next to no weight.
_BAND = 2 * LONGEST_SIDE
_NARROW = 6 * _BAND
Band = Sequence[tuple[int, int]]

_PAD = LONGEST_SIDE
_SOURCE_ALONE, _TARGET_ALONE = len(SHAPES), len(SHAPES) + 1
_STEPS = (*SHAPES, SOURCE_ALONE, TARGET_ALONE)


@dataclass(frozen=True, slots=True)
class Step:
    """A bead of a path: it begins at the boundary (source, target); `probability` is its share of all paths."""

    source: int
    target: int
    shape: Shape
    probability: float


def best_path(lattice: Lattice, *, source_goes_on: bool = False, target_goes_on: bool = False) -> list[Step]:
    """The steps of the best path from the first boundary to the last, in order.

    Where a text goes on behind the window, the path may stop on the window's edge of that side, wherever it scores
    best; without both it reaches the last boundary of both sides.
    """
    values, choices = _best_values(lattice)
    end = _best_end(values, source_goes_on, target_goes_on)
    steps = _trace(choices, end)
    probabilities = _probabilities(lattice.until(*end), steps)
    return [Step(*step, probability) for step, probability in zip(steps, probabilities, strict=True)]


def _sources(columns: int) -> NDArray[np.intp]:
    """Offsets, in a padded table of values, from a row's first cell to where each shape's bead began."""
    width = columns + _PAD
    back = np.array([shape.source * width + shape.target for shape in SHAPES], np.intp)
    return np.asarray(np.arange(columns)[None, :] - back[:, None], np.intp)


def _padded(rows: int, columns: int) -> NDArray[np.float64]:
    return np.full((rows + _PAD, columns + _PAD), IMPOSSIBLE, np.float64)


def _best_values(lattice: Lattice) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    ends = lattice.by_end()
    rows, _, columns = ends.shape
    table = _padded(rows, columns)
    flat = table.reshape(-1)
    choices = np.full((rows, columns), _TARGET_ALONE, np.int8)
    offsets, every = _sources(columns), np.arange(columns)
    alone = np.concatenate([[0.0], np.cumsum(lattice.target_omissions, dtype=np.float64)])
    for row in range(rows):
        first = (row + _PAD) * (columns + _PAD) + _PAD
        scores = flat[first + offsets] + ends[row]
        choice = scores.argmax(axis=0)
        best = scores[choice, every]
        if row:
            skipped = table[row - 1 + _PAD, _PAD:] + lattice.source_omissions[row - 1]
            choice = np.where(skipped > best, _SOURCE_ALONE, choice)
            best = np.maximum(skipped, best)
        else:
            best[0] = 0.0
        # A run of omitted target sentences: the best of all cells to the left, less the cost of what lies between.
        final = np.maximum.accumulate(best - alone) + alone
        choices[row] = np.where(final > best + 1e-9, _TARGET_ALONE, choice)
        table[row + _PAD, _PAD:] = np.maximum(final, best)
    return table[_PAD:, _PAD:], choices


def _best_end(values: NDArray[np.float64], source_goes_on: bool, target_goes_on: bool) -> tuple[int, int]:
    rows, columns = values.shape
    ends = [(rows - 1, columns - 1)]
    if source_goes_on:
        ends.append((rows - 1, int(values[-1].argmax())))
    if target_goes_on:
        ends.append((int(values[:, -1].argmax()), columns - 1))
    return max(ends, key=lambda end: float(values[end]))


def _trace(choices: NDArray[np.int8], end: tuple[int, int]) -> list[tuple[int, int, Shape]]:
    steps = []
    row, column = end
    while row or column:
        shape = _STEPS[choices[row, column]]
        row, column = row - shape.source, column - shape.target
        steps.append((row, column, shape))
    return steps[::-1]


def _log_sums(lattice: Lattice, band: Band) -> NDArray[np.float64]:
    """The log of the summed weight of all paths from the first boundary to each boundary of a band."""
    ends = lattice.by_end()
    rows, _, columns = ends.shape
    table = _padded(rows, columns)
    flat = table.reshape(-1)
    offsets = _sources(columns)
    alone = np.concatenate([[0.0], np.cumsum(lattice.target_omissions, dtype=np.float64)])
    for row, (low, high) in enumerate(band):
        first = (row + _PAD) * (columns + _PAD) + _PAD
        scores = flat[first + offsets[:, low:high]]
        scores += ends[row, :, low:high]
        peak = scores.max(axis=0)
        scores -= peak
        total = np.log(np.exp(scores, dtype=np.float32, casting="same_kind").sum(axis=0)) + peak
        if row:
            skipped = table[row - 1 + _PAD, _PAD + low : _PAD + high] + lattice.source_omissions[row - 1]
            total = np.logaddexp(total, skipped)
        else:
            total[0] = 0.0
        here = alone[low:high]
        table[row + _PAD, _PAD + low : _PAD + high] = np.logaddexp.accumulate(total - here) + here
    return table[_PAD:, _PAD:]


def _band(steps: list[tuple[int, int, Shape]], rows: int, columns: int) -> Band:
    """For each row the range of columns in which paths are near enough to this one to have any weight."""
    if columns <= _NARROW:
        return [(0, columns)] * rows
    lows, highs = np.full(rows, columns), np.zeros(rows, np.int64)
    for row, column, shape in [*steps, (rows - 1, columns - 1, Shape(0, 0))]:
        reach = slice(max(0, row - _BAND), row + shape.source + _BAND + 1)
        lows[reach] = np.minimum(lows[reach], column - _BAND)
        highs[reach] = np.maximum(highs[reach], column + shape.target + _BAND + 1)
    return list(zip(np.maximum(lows, 0).tolist(), np.minimum(highs, columns).tolist(), strict=True))


def _probabilities(lattice: Lattice, steps: list[tuple[int, int, Shape]]) -> list[float]:
    rows, columns = len(lattice.source_omissions) + 1, len(lattice.target_omissions) + 1
    band = _band(steps, rows, columns)
    before = _log_sums(lattice, band)
    turned = [(columns - high, columns - low) for low, high in reversed(band)]
    after = _log_sums(lattice.reversed(), turned)[::-1, ::-1]
    all_paths = before[-1, -1]
    found = []
    for row, column, shape in steps:
        rest = after[row + shape.source, column + shape.target]
        share = before[row, column] + _step_score(lattice, row, column, shape) + rest - all_paths
        found.append(float(np.exp(min(0.0, share))))
    return found


def _step_score(lattice: Lattice, row: int, column: int, shape: Shape) -> float:
    if shape == SOURCE_ALONE:
        return float(lattice.source_omissions[row])
    if shape == TARGET_ALONE:
        return float(lattice.target_omissions[column])
    return float(lattice.beads[SHAPES.index(shape)][row, column])
