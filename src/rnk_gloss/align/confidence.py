"""How sure a bead is: the chance that a person would leave it as it stands.

It is the product of two chances: that both texts say the same here at all, and that the bead is right if they do.

The second comes from the share of the bead among all paths through the lattice, which orders beads well (AUC .80) but
takes the model's word for it. A logistic model corrects it by what the lattice does not know: beads of several
sentences, and such beads beside an omission, are wrong more often than their share says. It was fitted on 5,640 beads
of news translations that were split anew, thinned out or joined, aligned as single articles and twenty in a row. There
1-1 beads were right in 99 % (98 % beside an omission), n-m beads in 94 %, and 12 of the 20 beside an omission. For
those few the weight follows pages and fiction that were aligned by hand, where an earlier version had 98, 96, 90 and
47 %. Without a dictionary the shares count a little more and the level is lower; the other weights serve as well. They
were fitted on a mixture of 9,398 such beads, many of them of the same texts, once singly and once in a row; on the
whole 96.7 % were said to be right, and 96.8 % were. Of one kind alone that does not hold: of texts translated sentence
by sentence 97.4 % were said and 99.7 % right, of thinned out ones 96.0 and 96.4 %, of joined ones 96.3 and 92.5 %.

The first is needed because a share compares paths only: where texts have nothing in common, one path is as bad as the
others, and some bead must still be the best. It is a logistic model of the lexical evidence for each word of a bead
and its neighbours. It was fitted on the two-sided ones of the same beads, on 3,070 of articles of which a fifth, two
or three fifths were left out (weighted by 0.3), and against 1,924 of articles aligned with the translation of another,
alone or in between two that have their own (weighted by 0.15; the beads of those two are kin as well). In two-fold
cross-validation the beads of strangers that score 90 or more fell from 32 to 0 %, the wrong ones of the rows of three
from 42 to 6 %, and those of articles of which three fifths were left out from 33 to 18 %; the AUC on true pairs stayed
at .79. Without a dictionary the evidence is too thin for it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from rnk_gloss.align.path import Step

_INTERCEPT, _SHARE = 1.6, 0.31
_SEVERAL, _BESIDE_OMISSION, _SEVERAL_BESIDE_OMISSION, _OMISSION = -0.9, 0.7, -2.1, 0.4
_INTERCEPT_WITHOUT_DICTIONARY, _SHARE_WITHOUT_DICTIONARY = 1.1, 0.4
_SMALLEST_SHARE = 1e-6
# What is left out may stand elsewhere in the other text, which no path can show.
_LARGEST_SHARE_OF_OMISSION = 0.999

_STRANGERS, _EVIDENCE_FOR_WORD = -10.9, 31.4
_NEIGHBOURS = 4
_OWN_WEIGHT = 3
# Evidence is the weightiest of a bead's shared words, so that more words than this do not dilute it.
_MOST_WORDS, _ADDED_WORDS = 20, 3
# Few words tell little: as many as these are added to all, with the evidence of a true pair.
_PRIOR_WORDS, _PRIOR_EVIDENCE = 20, 0.6


class Support(NamedTuple):
    """What speaks for a bead: the weight of its shared words in nats, and the number of its target words."""

    evidence: float
    words: int


def kinship(supports: Sequence[Support | None], number: int) -> float:
    """The chance, 0–1, that the texts say the same around one of the beads; an omission has no support."""
    around = supports[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]
    found = [support for support in (*around, *[supports[number]] * (_OWN_WEIGHT - 1)) if support is not None]
    evidence = _PRIOR_WORDS * _PRIOR_EVIDENCE + sum(support.evidence for support in found)
    words = _PRIOR_WORDS + sum(min(support.words, _MOST_WORDS) + _ADDED_WORDS for support in found)
    return _chance(_STRANGERS + _EVIDENCE_FOR_WORD * evidence / words)


def confidence(step: Step, *, beside_omission: bool, dictionary: bool, kinship: float = 1.0) -> float:
    """The chance, 0–100, that a bead is right; `beside_omission` says that the step before or after is an omission.

    `kinship` is the chance that the texts say the same there; it counts for beads of both texts where a dictionary
    helped.
    """
    share = min(max(step.probability, _SMALLEST_SHARE), 1 - _SMALLEST_SHARE)
    if 0 in step.shape:
        share = min(share, _LARGEST_SHARE_OF_OMISSION)
    log_odds = math.log(share / (1 - share))
    if dictionary:
        log_odds = _INTERCEPT + _SHARE * log_odds
    else:
        log_odds = _INTERCEPT_WITHOUT_DICTIONARY + _SHARE_WITHOUT_DICTIONARY * log_odds
        kinship = 1.0
    if 0 in step.shape:
        return _percent(_chance(log_odds + _OMISSION))
    several = step.shape != (1, 1)
    log_odds += several * _SEVERAL + beside_omission * _BESIDE_OMISSION
    return _percent(kinship * _chance(log_odds + (several and beside_omission) * _SEVERAL_BESIDE_OMISSION))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _percent(chance: float) -> float:
    return round(100 * chance, 1)
