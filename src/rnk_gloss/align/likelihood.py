"""How much better the words of one side are explained by the other side than by chance.

For a target sentence E and source sentences J it is the log-likelihood ratio of IBM model 1 (Brown et al. 1993) against
the document's own word frequencies:

    sum over e in E of log((c·p(e) + (1 - c)·(sum over w in J of t(e|w)) / |J|) / p(e))

Dividing by |J| is what makes a foreign sentence in a bead cost something. The ratio is a sum over the sentences of the
explained side, so one matrix for each number of explaining sentences serves every shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.shapes import LONGEST_SIDE
from rnk_gloss.align.sparse import Rows

Matrix = NDArray[np.float32]

_LARGEST_GATHER = 100_000  # cells: what fits into a processor's cache is summed a quarter faster than a whole window
_ADDED_COUNT = 0.3
_UNSEEN_WORDS = 150
_RAREST = 1 / 1000


@dataclass(frozen=True, slots=True)
class Direction:
    """One side explaining the other: `table[w]` holds t(e|w) for each word w of the explaining side.

    `chance` is the share of a word that needs no explanation (c above).
    """

    explaining: Rows
    explained: Rows
    table: Rows
    background: NDArray[np.float64]
    chance: float

    @property
    def coverage(self) -> float:
        """The share of the explaining words that have any translation in the other text, 0–1."""
        words = self.explaining.columns
        return float(np.mean(np.diff(self.table.starts)[words] > 0)) if len(words) else 0.0

    def ratios(self, by: range, of: range) -> list[Matrix]:
        """For 1 to 8 explaining sentences: row i, column j is the ratio for sentence j given those from i on.

        Sentences are counted from the start of the two ranges.
        """
        local, occurrences = np.unique(self.explained.row(of), return_inverse=True)
        sizes = self.explained.sizes(of)
        running = _running(self._mass(by, local))
        running_size = np.concatenate([[0], np.cumsum(self.explaining.sizes(by))])
        found = []
        for many in range(1, LONGEST_SIDE + 1):
            if many > len(by):
                found.append(np.zeros((0, len(of)), np.float32))
                continue
            size = np.maximum(1, running_size[many:] - running_size[:-many])
            share = (running[:, many:] - running[:, :-many]).astype(np.float32)
            share *= ((1 - self.chance) / size).astype(np.float32)
            share += np.float32(self.chance)
            found.append(_sums(np.log(share), occurrences, sizes).T)
        return found

    def _mass(self, by: range, local: NDArray[np.int32]) -> NDArray[np.float64]:
        """t(e|w)/p(e), summed over the words w of each explaining sentence, for the words e that occur (rows)."""
        place = np.full(len(self.background), -1, np.int64)
        place[local] = np.arange(len(local))
        sentence = np.repeat(np.arange(len(by)), self.explaining.sizes(by))
        asked, cells = self.table.gather(self.explaining.row(by))
        word = place[self.table.columns[cells]]
        here = word >= 0
        asked, cells, word = asked[here], cells[here], word[here]
        flat = word * len(by) + sentence[asked]
        mass = np.bincount(flat, self.table.weights[cells], minlength=len(by) * len(local))
        return np.asarray(mass.reshape(len(local), len(by)) / self.background[local][:, None], np.float64)


def _running(mass: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.concatenate([np.zeros((len(mass), 1)), np.cumsum(mass, axis=1)], axis=1)


def _sums(values: Matrix, rows: NDArray[np.int64], sizes: NDArray[np.int64]) -> Matrix:
    """Sums of the named rows: of the first `sizes[0]`, of the next `sizes[1]` and so on.

    A matrix product would do it too, but its threads take more CPU time than they save at these sizes.
    """
    sums = np.zeros((len(sizes), values.shape[1]), np.float32)
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        begin = int(ends[first] - sizes[first])
        last = max(first + 1, int(np.searchsorted(ends, begin + _LARGEST_GATHER // values.shape[1], side="right")))
        filled = np.flatnonzero(sizes[first:last]) + first
        if len(filled):
            gathered = values[rows[begin : ends[last - 1]]]
            sums[filled] = np.add.reduceat(gathered, ends[filled] - sizes[filled] - begin, axis=0)
        first = last
    return sums


def background(side: Rows, vocabulary: int) -> NDArray[np.float64]:
    """The frequency of each word in the document itself, smoothed.

    Some unseen words keep a text of a few sentences from taking each of its words for frequent; the floor keeps a rare
    word of a long text from weighing more than it does in an article, for which the costs were fitted.
    """
    counts = np.bincount(side.columns, minlength=vocabulary) + _ADDED_COUNT
    return np.asarray(np.maximum(counts / (counts.sum() + _UNSEEN_WORDS), _RAREST), np.float64)
