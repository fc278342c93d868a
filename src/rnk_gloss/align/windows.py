"""The path through two texts of any length, found window by window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rnk_gloss.align.anchors import Boundary, cuts
from rnk_gloss.align.cost import Costs
from rnk_gloss.align.gaps import chapter_left_out, steps_across
from rnk_gloss.align.path import Step, best_path
from rnk_gloss.align.shapes import Shape

# A lattice of as many cells as one of 300 × 300 sentences takes some 10 MB and a fraction of a second. Longer texts are
# cut at anchors, blocks of 60 cost the least time. A chapter that one text lacks makes a block long and narrow: to see
# over it, what counts is not the length of a block but its cells. Where there are no anchors a window slides along the
# path.
LARGEST_WINDOW = 300
LARGEST_BLOCK = LARGEST_WINDOW * LARGEST_WINDOW
_SHORTEST_BLOCK = 60
_UNCUT = (2 * _SHORTEST_BLOCK) ** 2


def borders(costs: Costs) -> list[Boundary]:
    """Where two long texts are cut into blocks, which depends on their words alone; short texts are one block."""
    if len(costs.source) * len(costs.target) <= _UNCUT:
        return []
    return cuts(costs.onward, shortest=_SHORTEST_BLOCK, largest=LARGEST_BLOCK)


def path(costs: Costs, fixed: Sequence[tuple[range, range]] = ()) -> list[Step]:
    """The steps of the best path through both texts, in order; see `steps` for what is `fixed`."""
    return list(steps(costs, borders(costs), fixed))


def steps(costs: Costs, inner: Sequence[Boundary], fixed: Sequence[tuple[range, range]] = ()) -> Iterator[Step]:
    """The steps of the best path, found as they are asked for; boundaries count sentences of the whole texts.

    `inner` are the borders of blocks. `fixed` are beads that the path must have, in order and apart: the runs of source
    and of target sentences of each.
    """
    start = (0, 0)
    for rows, columns in fixed:
        yield from _stretch(costs, start, (rows.start, columns.start), inner)
        yield Step(rows.start, columns.start, Shape(len(rows), len(columns)), probability=1.0)
        start = (rows.stop, columns.stop)
    yield from _stretch(costs, start, (len(costs.source), len(costs.target)), inner)


def _stretch(costs: Costs, start: Boundary, end: Boundary, inner: Sequence[Boundary]) -> Iterator[Step]:
    """The steps between two boundaries, block by block."""
    within = [cut for cut in inner if start[0] < cut[0] < end[0] and start[1] < cut[1] < end[1]]
    for first, last in pairwise([start, *within, end]):
        # Only between anchors is a long narrow block a gap; elsewhere it may be an abridgement.
        chapter = chapter_left_out(first, last) if first in within or last in within else None
        yield from _block(costs, first, last) if chapter is None else steps_across(costs, first, last, chapter)


def _block(costs: Costs, start: Boundary, stop: Boundary) -> Iterator[Step]:
    while start != stop:
        rows, columns = _reach(stop[0] - start[0], stop[1] - start[1])
        reach = (start[0] + rows, start[1] + columns)
        open_source, open_target = reach[0] < stop[0], reach[1] < stop[1]
        lattice = costs.lattice(range(start[0], reach[0]), range(start[1], reach[1]))
        begin = start
        for step in best_path(lattice, source_goes_on=open_source, target_goes_on=open_target):
            # What lies near an open end may be wrong: the next window begins in the middle of this one.
            if (open_source and step.source >= rows // 2) or (open_target and step.target >= columns // 2):
                break
            row, column = begin[0] + step.source, begin[1] + step.target
            start = (row + step.shape.source, column + step.shape.target)
            yield Step(row, column, step.shape, step.probability)


def _reach(sources: int, targets: int) -> tuple[int, int]:
    """How many of the sentences ahead one window takes: all if it can, more of one text the fewer the other has."""
    rows = min(sources, max(LARGEST_WINDOW, LARGEST_BLOCK // max(1, targets)))
    return rows, min(targets, LARGEST_BLOCK // max(1, rows))
