"""How sure a bead is: the chance that a person would leave it as it stands.

The share of the bead among all paths through the lattice orders beads well (AUC .80), but takes the model's word for
it. A logistic model corrects it by what the lattice does not know: beads of several sentences, and such beads beside an
omission, are wrong more often than their share says. It was fitted on 5,640 beads of news translations that were split
anew, thinned out or joined, aligned as single articles and twenty in a row. There 1-1 beads were right in 99 % (98 %
beside an omission), n-m beads in 94 %, and 12 of the 20 beside an omission. For those few the weight follows pages and
fiction that were aligned by hand, where an earlier version had 98, 96, 90 and 47 %. Without a dictionary the shares
count a little more and the level is lower; the other weights serve as well. They were fitted on a mixture of 9,398 such
beads, many of them of the same texts, once singly and once in a row; on the whole 96.7 % were said to be right, and
96.8 % were. Of one kind alone that does not hold: of texts translated sentence by sentence 97.4 % were said and 99.7 %
right, of thinned out ones 96.0 and 96.4 %, of joined ones 96.3 and 92.5 %.
"""

from __future__ import annotations

import math

from rnk_gloss.align.path import Step

_INTERCEPT, _SHARE = 1.6, 0.31
_SEVERAL, _BESIDE_OMISSION, _SEVERAL_BESIDE_OMISSION, _OMISSION = -0.9, 0.7, -2.1, 0.4
_INTERCEPT_WITHOUT_DICTIONARY, _SHARE_WITHOUT_DICTIONARY = 1.1, 0.4
_SMALLEST_SHARE = 1e-6


def confidence(step: Step, *, beside_omission: bool, dictionary: bool) -> float:
    """The chance, 0–100, that a bead is right; `beside_omission` says that the step before or after is an omission."""
    share = min(max(step.probability, _SMALLEST_SHARE), 1 - _SMALLEST_SHARE)
    log_odds = math.log(share / (1 - share))
    if dictionary:
        log_odds = _INTERCEPT + _SHARE * log_odds
    else:
        log_odds = _INTERCEPT_WITHOUT_DICTIONARY + _SHARE_WITHOUT_DICTIONARY * log_odds
    if 0 in step.shape:
        return _percent(log_odds + _OMISSION)
    several = step.shape != (1, 1)
    log_odds += several * _SEVERAL + beside_omission * _BESIDE_OMISSION
    return _percent(log_odds + (several and beside_omission) * _SEVERAL_BESIDE_OMISSION)


def _percent(log_odds: float) -> float:
    return round(100 / (1 + math.exp(-log_odds)), 1)
