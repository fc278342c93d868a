"""How often sentences were left out of this text or added to it, as a first alignment shows.

A sentence that has no counterpart can often be drawn into a neighbour's bead as well. Which is likelier depends on the
translator more than on the sentences: fiction is translated whole and freely, and what looks left over belongs to the
sentence before; an abridged article lacks a sentence in ten. So the rate is learned from the text itself, as an
expectation step of EM would, and the cost of one more omission moves by its logarithm.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from rnk_gloss.align.path import Step

# One omission in 67 beads is the rate at which the usual cost stays. It was chosen, as the weight of 20 beads, on news
# with and without omissions; everyday sentences and software manuals that were thinned out gain likewise.
_USUAL_RATE = 0.015
_PRIOR_BEADS = 20
# A first alignment that went astray must not teach that everything was left out. Nor must one by few words, to which
# half of a free translation looks added.
_MOST_DEARER, _MOST_CHEAPER = 1.0, 1.5
_ENOUGH_COVERAGE = 0.5


def learned_cost(usual: float, steps: Iterable[Step], coverage: float = 1.0) -> float:
    """The log-weight of one omitted sentence in a text whose first alignment, with the `usual` weight, has these steps.

    `coverage` is the share of its words that have a translation, 0–1; below a half omissions get no cheaper. A run of
    omissions on one side counts once: a chapter that is missing says nothing of the sentences elsewhere.
    """
    beads = omissions = 0.0
    before = None
    for step in steps:
        omitted = 0 in step.shape
        if not omitted:
            beads += 1
        elif step.shape != before:
            omissions += step.probability
        before = step.shape
    most_cheaper = _MOST_CHEAPER if coverage >= _ENOUGH_COVERAGE else 0.0
    rate = (omissions + _PRIOR_BEADS * _USUAL_RATE) / (omissions + beads + _PRIOR_BEADS)
    return usual + min(most_cheaper, max(-_MOST_DEARER, math.log(rate / _USUAL_RATE)))
