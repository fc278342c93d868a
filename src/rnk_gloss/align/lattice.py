"""All beads that are possible in a window of two texts, with their scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.shapes import SHAPES

Scores = NDArray[np.float32]

IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Lattice:
    """The beads between n source and m target sentences.

    `beads[k][i, j]` is the log-score of the bead of shape `SHAPES[k]` that begins at source sentence i and target
    sentence j (an empty array where the shape does not fit); `source_omissions` and `target_omissions` are the
    log-scores of leaving one sentence alone.
    """

    beads: Sequence[Scores]
    source_omissions: Scores
    target_omissions: Scores

    def reversed(self) -> Lattice:
        """The same beads read from the end of the texts."""
        return Lattice(
            [scores[::-1, ::-1] for scores in self.beads],
            self.source_omissions[::-1],
            self.target_omissions[::-1],
        )

    def until(self, source: int, target: int) -> Lattice:
        """The beads that end at or before a boundary."""
        return Lattice(
            [
                scores[: max(0, source - shape.source + 1), : max(0, target - shape.target + 1)]
                for shape, scores in zip(SHAPES, self.beads, strict=True)
            ],
            self.source_omissions[:source],
            self.target_omissions[:target],
        )

    def by_end(self) -> Scores:
        """Scores by the sentence boundary (i, j) at which a bead ends: boundary, shape, boundary."""
        rows, columns = len(self.source_omissions) + 1, len(self.target_omissions) + 1
        ends = np.full((rows, len(SHAPES), columns), IMPOSSIBLE, np.float32)
        for number, (shape, scores) in enumerate(zip(SHAPES, self.beads, strict=True)):
            if scores.size:
                ends[shape.source :, number, shape.target :] = scores
        return ends
