"""What two texts themselves teach about their words, where no dictionary explains them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from rnk_gloss.align.cooccurrence import cooccurrence
from rnk_gloss.align.cost import Costs
from rnk_gloss.align.path import Step
from rnk_gloss.align.sparse import Rows, rows_of
from rnk_gloss.align.text_pair import TextPair
from rnk_gloss.align.translations import reversed_table

# A second round helps articles a little and long texts, which take long, not at all; a third helps none.
_ROUNDS, _LONG, _ROUNDS_OF_LONG = 2, 500, 1
# Pairs of words take memory, and so many beads, spread over the text, teach what there is to learn.
_MOST_BEADS = 6_000
_TRUST = 0.9
_MOST_MASS = 0.95
# The share of a word that needs no explanation falls with the share of words that are explained; with a dictionary it
# is 0.4. An article of 17 sentences explains a third of its words, a text of 1,000 three quarters.
_CHANCE, _CHANCE_OF_EXPLAINED = 0.75, 0.45
_CHANCE_WHILE_LEARNING = 0.4


def learned(pair: TextPair, align: Callable[[Costs], list[Step]]) -> TextPair:
    """The two texts with the translations that their first alignments teach; as they were where a dictionary helps.

    `align` finds the path of some costs. Method: IBM model 1 (Brown et al. 1993), trained on the beads of lengths,
    numbers, names and Latin words, as Moore (2002), "Fast and Accurate Sentence Alignment of Bilingual Corpora", does.
    With a dictionary it changes nothing for the better.
    """
    if pair.dictionary:
        return pair
    known = pair.costs.onward.table
    for _ in range(_ROUNDS_OF_LONG if len(pair.costs.source) > _LONG else _ROUNDS):
        pair = _with_table(pair, _merged(known, _taught(pair, align(pair.costs), known)))
    return pair


def _taught(pair: TextPair, steps: Sequence[Step], known: Rows) -> Rows:
    onward, back = pair.costs.onward, pair.costs.back
    beads = [step for step in steps if 0 not in step.shape]
    beads = beads[:: 1 + len(beads) // _MOST_BEADS]
    found = cooccurrence(onward.explaining, onward.explained, beads)
    if found is None:
        return known
    odds = _CHANCE_WHILE_LEARNING / (1 - _CHANCE_WHILE_LEARNING)
    return found.translations(known, (odds * back.background, odds * onward.background))


def _merged(known: Rows, taught: Rows) -> Rows:
    """Both tables in one: the larger weight of each pair, and no word with more than nearly certain translations."""
    rows = np.concatenate([np.repeat(np.arange(len(table)), np.diff(table.starts)) for table in (known, taught)])
    columns = np.concatenate([known.columns, taught.columns]).astype(np.int64)
    weights = np.concatenate([known.weights, _TRUST * taught.weights])
    many = 1 + int(columns.max(initial=0))
    keys, places = np.unique(rows * many + columns, return_inverse=True)
    largest = np.zeros(len(keys))
    np.maximum.at(largest, places, weights)
    rows, columns = np.divmod(keys, many)
    mass = np.bincount(rows, largest, minlength=len(known))
    return rows_of(len(known), rows, columns, largest / np.maximum(1.0, mass / _MOST_MASS)[rows])


def _with_table(pair: TextPair, table: Rows) -> TextPair:
    onward = replace(pair.costs.onward, table=table)
    reverse = reversed_table(table, pair.costs.back.background, len(pair.target_vocabulary))
    back = replace(pair.costs.back, table=reverse)
    explained = (onward.coverage + back.coverage) / 2
    chance = _CHANCE + (_CHANCE_OF_EXPLAINED - _CHANCE) * explained
    costs = replace(pair.costs, onward=replace(onward, chance=chance), back=replace(back, chance=chance))
    return replace(pair, costs=costs)
