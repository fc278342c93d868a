"""Steps across a chapter that only one of two texts has.

Such a chapter makes a block of many sentences against few. Each of the few could find some sentence among the many that
looks a little like it, and the path would scatter them. But a chapter is missing in one piece: the few stand before it
or behind it, and so the middle of the many is left out before the rest is aligned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rnk_gloss.align.anchors import Boundary
from rnk_gloss.align.cost import Costs
from rnk_gloss.align.lattice import IMPOSSIBLE, Lattice, Scores
from rnk_gloss.align.path import SOURCE_ALONE, TARGET_ALONE, Step, best_path
from rnk_gloss.align.shapes import SHAPES

_SHORTEST = 100
_TIMES_THE_FEW = 8
# How many more sentences than the few are kept at each end of the many.
_MORE = 10


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sentences that only one text has: of the source (`side` 0) or of the target (1)."""

    side: int
    sentences: range


def chapter_left_out(start: Boundary, stop: Boundary) -> Chapter | None:
    """The middle of the longer side of a block that has many sentences against few, None for any other block."""
    lengths = (stop[0] - start[0], stop[1] - start[1])
    few, many = sorted(lengths)
    if many < max(_SHORTEST, _TIMES_THE_FEW * few):
        return None
    side = lengths.index(many)
    return Chapter(side, range(start[side] + few + _MORE, stop[side] - few - _MORE))


def steps_across(costs: Costs, start: Boundary, stop: Boundary, chapter: Chapter) -> Iterator[Step]:
    """The steps of the best path from `start` to `stop` that leaves the chapter out."""
    ranges = (range(start[0], stop[0]), range(start[1], stop[1]))
    side, lost = chapter.side, chapter.sentences
    before, after = range(start[side], lost.start), range(lost.stop, stop[side])
    lattices = [costs.lattice(*(part if axis == side else ranges[axis] for axis in (0, 1))) for part in (before, after)]
    alone = (SOURCE_ALONE, TARGET_ALONE)[side]
    crossed = False
    for step in best_path(_one_behind_the_other(*lattices, axis=side)):
        place = [start[0] + step.source, start[1] + step.target]
        if not crossed and place[side] >= lost.start:
            crossed = True
            for sentence in lost:
                place[side] = sentence
                yield Step(place[0], place[1], alone, probability=1.0)
            place[side] = lost.start
        place[side] += crossed * len(lost)
        yield Step(place[0], place[1], step.shape, step.probability)


def _one_behind_the_other(before: Lattice, after: Lattice, *, axis: int) -> Lattice:
    """The lattice of two runs of sentences, with no bead that has sentences of both."""
    beads = []
    for shape, first, second in zip(SHAPES, before.beads, after.beads, strict=True):
        seam = list(first.shape)
        seam[axis] = shape[axis] - 1
        fitting = first.size and second.size
        between = np.full(seam, IMPOSSIBLE, np.float32)
        beads.append(np.concatenate([first, between, second], axis=axis) if fitting else np.zeros((0, 0), np.float32))
    if axis == 0:
        return Lattice(beads, _both(before.source_omissions, after.source_omissions), before.target_omissions)
    return Lattice(beads, before.source_omissions, _both(before.target_omissions, after.target_omissions))


def _both(first: Scores, second: Scores) -> Scores:
    return np.concatenate([first, second])
