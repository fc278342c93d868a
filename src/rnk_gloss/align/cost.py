"""What each possible bead of a window costs, or is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.lattice import Lattice, Scores
from rnk_gloss.align.lengths import Lengths, log_likelihood
from rnk_gloss.align.likelihood import Direction
from rnk_gloss.align.marks import Paragraphs, Quotations, half_quotation, paragraph_cue
from rnk_gloss.align.shapes import LONGEST_SIDE, SHAPES, Shape, prior

# Fitted by coordinate search on re-split news translations; F1 is flat around all of them.
_EXPLAINED_TARGET = 0.65
_EXPLAINED_SOURCE = 0.5
_LENGTH = 0.6
# A long sentence is left out less easily than a short one: without this, long free translations fall apart into an
# omission and an addition.
_OMITTED_WORD = -0.2
_MOST_OMITTED_WORDS = 40
_EITHER = np.array([False, True])


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the costs see it: characters and evidence words of each sentence, quotations, paragraphs."""

    lengths: Lengths
    words: NDArray[np.int64]
    quotations: Quotations
    paragraphs: Paragraphs | None

    def __len__(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Costs:
    """Prices beads between two texts; `onward` lets the source explain the target, `back` the other way round."""

    source: Side
    target: Side
    onward: Direction
    back: Direction
    log_ratio: float
    omission: float

    def lattice(self, rows: range, columns: range) -> Lattice:
        """The beads between two ranges of sentences."""
        onward = [_runs(matrix, _EXPLAINED_TARGET, axis=1) for matrix in self.onward.ratios(rows, columns)]
        back = [_runs(matrix.T, _EXPLAINED_SOURCE, axis=0) for matrix in self.back.ratios(columns, rows)]
        source_lengths, target_lengths = _run_lengths(self.source, rows), _run_lengths(self.target, columns)
        beads = []
        for shape in SHAPES:
            if shape.source > len(rows) or shape.target > len(columns):
                beads.append(np.zeros((0, 0), np.float32))
                continue
            scores = log_likelihood(source_lengths[shape.source], target_lengths[shape.target], self.log_ratio)
            scores *= np.float32(_LENGTH)
            explained = onward[shape.source - 1]
            scores += explained[:, shape.target :]
            scores -= explained[:, : -shape.target]
            explained = back[shape.target - 1]
            scores += explained[shape.source :]
            scores -= explained[: -shape.source]
            scores += self._quotation_and_prior(rows, columns, shape)
            if self.source.paragraphs is not None and self.target.paragraphs is not None:
                scores += paragraph_cue(self.source.paragraphs, self.target.paragraphs, rows, columns, shape)
            beads.append(scores)
        return Lattice(beads, self._omissions(self.source, rows), self._omissions(self.target, columns))

    def _quotation_and_prior(self, rows: range, columns: range, shape: Shape) -> Scores:
        """Only two kinds of rows: those of beads that cut a Japanese quotation, and the others."""
        kinds = half_quotation(_EITHER, self.target.quotations.unbalanced(columns, shape.target))
        kinds += np.float32(prior(shape))
        return kinds[self.source.quotations.unbalanced(rows, shape.source).astype(np.intp)]

    def _omissions(self, side: Side, sentences: range) -> Scores:
        words = np.minimum(side.words[sentences.start : sentences.stop], _MOST_OMITTED_WORDS)
        return np.asarray(self.omission + _OMITTED_WORD * words, np.float32)


def _runs(matrix: Scores, weight: float, *, axis: int) -> Scores:
    """Weighted running sums with a leading zero, so that a run of sentences is a difference of two cells."""
    edge = list(matrix.shape)
    edge[axis] = 1
    runs = np.concatenate([np.zeros(edge, np.float32), np.cumsum(matrix, axis=axis, dtype=np.float32)], axis=axis)
    runs *= np.float32(weight)
    return runs


def _run_lengths(side: Side, sentences: range) -> dict[int, Lengths]:
    running = np.concatenate([[0.0], np.cumsum(side.lengths[sentences.start : sentences.stop])])
    return {many: running[many:] - running[:-many] for many in range(1, LONGEST_SIDE + 1)}
