"""The path through two texts of any length, found window by window."""

from __future__ import annotations

from collections.abc import Iterator

from rnk_gloss.align.anchors import Boundary, cuts
from rnk_gloss.align.cost import Costs
from rnk_gloss.align.path import Step, best_path

# One lattice of 300 × 300 sentences takes some 10 MB and a fraction of a second. Longer texts are cut at anchors, and
# where there are none a window of this size slides along the path; blocks of 60 cost the least time.
LARGEST_WINDOW = 300
_SHORTEST_BLOCK = 60
_UNCUT = 2 * _SHORTEST_BLOCK


def path(costs: Costs) -> list[Step]:
    """The steps of the best path through both texts, in order; boundaries count sentences of the whole texts."""
    end = (len(costs.source), len(costs.target))
    inner = cuts(costs.onward, shortest=_SHORTEST_BLOCK) if min(end) > _UNCUT else []
    steps: list[Step] = []
    for start, stop in zip([(0, 0), *inner], [*inner, end], strict=True):
        steps.extend(_block(costs, start, stop))
    return steps


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
