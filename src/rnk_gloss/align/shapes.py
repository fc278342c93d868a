"""The shapes that a bead can have, and how rare each is."""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """How many source and target sentences a bead joins."""

    source: int
    target: int


LONGEST_SIDE = 8

# One sentence against up to eight: a Japanese quotation is one sentence where English has several. Two or three
# against two or three are the beads whose sentence order, or whose cut, differs within.
SHAPES: tuple[Shape, ...] = (
    Shape(1, 1),
    *(shape for many in range(2, LONGEST_SIDE + 1) for shape in (Shape(1, many), Shape(many, 1))),
    Shape(2, 2),
    Shape(2, 3),
    Shape(3, 2),
    Shape(3, 3),
)

_PRIORS = {(1, 1): 0.0, (1, 2): -2.5, (1, 3): -5.0, (1, 4): -6.5, (2, 2): -6.0, (2, 3): -7.5, (3, 3): -7.5}
_EACH_BEYOND_FOUR = -1.2


def prior(shape: Shape) -> float:
    """The log-weight of a shape against 1-1, which has 0. Fitted on re-split news translations; the optimum is flat."""
    fewer, more = sorted(shape)
    if fewer == 1 and more > 4:
        return _PRIORS[1, 4] + _EACH_BEYOND_FOUR * (more - 4)
    return _PRIORS[fewer, more]
