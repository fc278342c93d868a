"""The path through two texts of any length, found window by window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rnk_gloss.align.anchors import Boundary, cuts
from rnk_gloss.align.cost import Costs
from rnk_gloss.align.path import Step, best_path
from rnk_gloss.align.shapes import Shape

# One lattice of 300 × 300 sentences takes some 10 MB and a fraction of a second. Longer texts are cut at anchors, and
# where there are none a window of this size slides along the path; blocks of 60 cost the least time.
LARGEST_WINDOW = 300
_SHORTEST_BLOCK = 60
_UNCUT = 2 * _SHORTEST_BLOCK


def path(costs: Costs, fixed: Sequence[tuple[range, range]] = ()) -> list[Step]:
    """The steps of the best path through both texts, in order; boundaries count sentences of the whole texts.

    `fixed` are beads that the path must have, in order and apart: the runs of source and of target sentences of each.
    """
    end = (len(costs.source), len(costs.target))
    inner = cuts(costs.onward, shortest=_SHORTEST_BLOCK) if min(end) > _UNCUT else []
    steps: list[Step] = []
    start = (0, 0)
    for rows, columns in fixed:
        steps.extend(_stretch(costs, start, (rows.start, columns.start), inner))
        steps.append(Step(rows.start, columns.start, Shape(len(rows), len(columns)), probability=1.0))
        start = (rows.stop, columns.stop)
    return [*steps, *_stretch(costs, start, end, inner)]


def _stretch(costs: Costs, start: Boundary, end: Boundary, inner: Sequence[Boundary]) -> Iterator[Step]:
    """The steps between two boundaries, block by block."""
    within = [cut for cut in inner if start[0] < cut[0] < end[0] and start[1] < cut[1] < end[1]]
    for first, last in pairwise([start, *within, end]):
        yield from _block(costs, first, last)


def _block(costs: Costs, start: Boundary, stop: Boundary) -> Iterator[Step]:
    while start != stop:
        reach = (min(stop[0], start[0] + LARGEST_WINDOW), min(stop[1], start[1] + LARGEST_WINDOW))
        lattice = costs.lattice(range(start[0], reach[0]), range(start[1], reach[1]))
        steps = best_path(lattice, source_goes_on=reach[0] < stop[0], target_goes_on=reach[1] < stop[1])
        begin = start
        for step in steps:
            # What lies near an open end may be wrong: the next window begins in the middle of this one.
            if reach != stop and max(step.source, step.target) >= LARGEST_WINDOW // 2:
                break
            row, column = begin[0] + step.source, begin[1] + step.target
            start = (row + step.shape.source, column + step.shape.target)
            yield Step(row, column, step.shape, step.probability)
