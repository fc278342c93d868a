"""Which words stand in beads together, and how probably each pair of them are translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.path import Step
from rnk_gloss.align.sparse import Rows, rows_of

Words = NDArray[np.int64]
Numbers = NDArray[np.float64]

_ITERATIONS = 4
_FIRST_GUESS = 0.02
# Counts of less are chance; the rest keeps a word that was met twice from being as sure as one that was met ten times.
_DISCOUNT = 0.7
_DOUBT = 0.5
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Each source word with each target word of its bead, one cell for one bead.

    `pairs` numbers the pairs of words, of which `sources` and `targets` are the words; `source_places` and
    `target_places` number the words as they stand in the beads, where they compete; the sizes are those of the beads in
    words, `weights` says how sure each bead is.
    """

    pairs: Words
    sources: Words
    targets: Words
    source_places: Words
    target_places: Words
    source_sizes: Numbers
    target_sizes: Numbers
    weights: Numbers

    def translations(self, known: Rows, chances: tuple[Numbers, Numbers]) -> Rows:
        """t(e|w) by expectation maximisation from what is known already.

        `chances` are the weights of both sides' words against which a translation has to be likelier: what such a word
        explains by mere chance. Both directions are trained together, and a pair counts by the product of what each
        believes of it (Liang, Taskar and Klein 2006, "Alignment by Agreement"): few texts are long enough for one
        direction alone to know which of the frequent words a rare word goes with.
        """
        prior = self._known(known)
        onward = back = prior + _FIRST_GUESS
        source_chance, target_chance = chances[0][self.sources[self.pairs]], chances[1][self.targets[self.pairs]]
        for _ in range(_ITERATIONS):
            by_source = _posterior(onward[self.pairs], self.target_places, self.source_sizes, target_chance)
            by_target = _posterior(back[self.pairs], self.source_places, self.target_sizes, source_chance)
            counts = _counts(self.pairs, by_source * by_target * self.weights)
            onward, back = _shares(counts, self.sources) + prior, _shares(counts, self.targets) + prior
        learned = _shares(np.maximum(0.0, counts - _DISCOUNT), self.sources)
        kept = learned > _LEAST
        return rows_of(len(known), self.sources[kept], self.targets[kept], learned[kept])

    def _known(self, table: Rows) -> Numbers:
        """The weight that each pair has in a table."""
        many = 1 + int(self.targets.max(initial=0))
        cells = np.repeat(np.arange(len(table)), np.diff(table.starts)) * many + table.columns
        wanted = self.sources * many + self.targets
        found = np.zeros(len(wanted))
        inside = table.columns < many
        _, here, there = np.intersect1d(wanted, cells[inside], assume_unique=True, return_indices=True)
        found[here] = table.weights[inside][there]
        return found


def _counts(pairs: Words, beliefs: Numbers) -> Numbers:
    return np.asarray(np.bincount(pairs, beliefs), np.float64)


def _posterior(shares: Numbers, rivals: Words, sizes: Numbers, chance: Numbers) -> Numbers:
    """How probably each pair stands for a word's translation, among its rivals and mere chance."""
    shares = shares / sizes
    return np.asarray(shares / (chance + np.bincount(rivals, shares)[rivals]), np.float64)


def _shares(counts: Numbers, words: Words) -> Numbers:
    return np.asarray(counts / (np.bincount(words, counts)[words] + _DOUBT), np.float64)


def cooccurrence(source: Rows, target: Rows, steps: Sequence[Step]) -> Cooccurrence | None:
    """The pairs of words in the beads of a path, or None where there are none.

    A word that stands once in its text is left out: nothing could contradict what it seems to mean.
    """
    repeated_source, repeated_target = _repeated(source), _repeated(target)
    here, there, sizes, sure = [], [], [], []
    for step in steps:
        source_words = np.unique(source.row(range(step.source, step.source + step.shape.source)))
        target_words = np.unique(target.row(range(step.target, step.target + step.shape.target)))
        here.append(source_words[repeated_source[source_words]])
        there.append(target_words[repeated_target[target_words]])
        sizes.append((len(source_words), len(target_words)))
        sure.append(step.probability)
    heights, widths = np.array([len(words) for words in here]), np.array([len(words) for words in there])
    cells = heights * widths
    if not cells.sum():
        return None
    sources = np.concatenate([np.repeat(words, width) for words, width in zip(here, widths, strict=True)])
    targets = np.concatenate([np.tile(words, height) for words, height in zip(there, heights, strict=True)])
    keys, pairs = np.unique(sources.astype(np.int64) * len(repeated_target) + targets, return_inverse=True)
    within = np.arange(len(pairs)) - np.repeat(np.cumsum(cells) - cells, cells)
    row, column = np.divmod(within, np.repeat(widths, cells))
    source_sizes, target_sizes = np.repeat(np.array(sizes, np.float64), cells, axis=0).T
    return Cooccurrence(
        pairs,
        *np.divmod(keys, len(repeated_target)),
        row + np.repeat(np.cumsum(heights) - heights, cells),
        column + np.repeat(np.cumsum(widths) - widths, cells),
        source_sizes,
        target_sizes,
        np.repeat(sure, cells),
    )


def _repeated(side: Rows) -> NDArray[np.bool_]:
    return np.asarray(np.bincount(side.columns) > 1, np.bool_)
