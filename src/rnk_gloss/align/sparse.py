"""Tables that are mostly empty: word occurrences by sentence, translations by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int32]
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of (column, weight), one after another: row r is `columns[starts[r]:starts[r + 1]]`."""

    starts: NDArray[np.int64]
    columns: Indices
    weights: Weights

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, rows: range) -> Indices:
        """The columns of a range of rows, one after another."""
        return self.columns[self.starts[rows.start] : self.starts[rows.stop]]

    def sizes(self, rows: range) -> NDArray[np.int64]:
        """How many cells each of a range of rows has."""
        return np.diff(self.starts[rows.start : rows.stop + 1])

    def gather(self, rows: Indices) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each cell of the named rows, in order: the position in `rows` that asked for it, and its own place."""
        counts = self.starts[rows + 1] - self.starts[rows]
        asked = np.repeat(np.arange(len(rows)), counts)
        before = np.cumsum(counts) - counts
        places = np.arange(len(asked)) - before[asked] + self.starts[rows][asked]
        return asked, places


def rows_of(size: int, rows: NDArray[np.int64], columns: NDArray[np.int64], weights: NDArray[np.float64]) -> Rows:
    """A table of `size` rows from its cells, given in any order."""
    order = np.lexsort((columns, rows))
    starts = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(rows, minlength=size), out=starts[1:])
    return Rows(starts, columns[order].astype(np.int32), weights[order].astype(np.float32))
