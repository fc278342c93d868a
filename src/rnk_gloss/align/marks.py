"""What beads should not cut: quotations, and the paragraphs where both texts have them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sums = NDArray[np.int64]
Matrix = NDArray[np.float32]

_HALF_QUOTATION = -2.0
_BREAK_INSIDE = -2.0
_BREAK_ON_ONE_SIDE = -1.0
_BREAK_ON_BOTH_SIDES = 0.5


@dataclass(frozen=True, slots=True)
class Quotations:
    """Running sums over the sentences of one text: open less closed brackets, and quotes that do not say which."""

    brackets: Sums
    straight: Sums

    def unbalanced(self, sentences: range, many: int) -> NDArray[np.bool_]:
        """For each run of `many` of the sentences: whether it cuts a quotation."""
        window = slice(sentences.start, sentences.stop + 1)
        brackets, straight = self.brackets[window], self.straight[window]
        open_brackets = brackets[many:] != brackets[:-many]
        return np.asarray(open_brackets | ((straight[many:] - straight[:-many]) % 2 == 1), np.bool_)


def quotations(sentences: Sequence[str]) -> Quotations:
    """The quotations of a Japanese or English text, with corner brackets, curly or straight quotes."""
    brackets = [
        sum(sentence.count(mark) for mark in "「『“") - sum(sentence.count(mark) for mark in "」』”")
        for sentence in sentences
    ]
    return Quotations(_running(brackets), _running([sentence.count('"') for sentence in sentences]))


def half_quotation(source: NDArray[np.bool_], target: NDArray[np.bool_]) -> Matrix:
    """The penalty of each pair of runs of which only one cuts a quotation."""
    return np.asarray(_HALF_QUOTATION * (source[:, None] != target[None, :]), np.float32)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Which sentences of one text begin a paragraph, and how many have done so before each."""

    begins: NDArray[np.float32]
    before: NDArray[np.float32]

    def starts(self, sentences: range, many: int) -> NDArray[np.float32]:
        """For each run of `many` of the sentences: 1 if it begins with a paragraph."""
        return np.asarray(self.begins[sentences.start : sentences.stop - many + 1], np.float32)

    def inside(self, sentences: range, many: int) -> NDArray[np.float32]:
        """For each run of `many` of the sentences: how many paragraphs begin after its first sentence."""
        before = self.before[sentences.start : sentences.stop + 1]
        return np.asarray(before[many:] - before[1 : len(before) - many + 1], np.float32)


def paragraphs(size: int, breaks: Collection[int]) -> Paragraphs:
    """The paragraphs of a text of `size` sentences; its first sentence begins one, whether it is named or not."""
    begins = np.zeros(size, np.float32)
    begins[[place for place in breaks if 0 <= place < size]] = 1
    begins[:1] = 1
    return Paragraphs(begins, np.concatenate([np.zeros(1, np.float32), np.cumsum(begins, dtype=np.float32)]))


def paragraph_cue(
    source: Paragraphs, target: Paragraphs, rows: range, columns: range, shape: tuple[int, int]
) -> Matrix:
    """The log-weight that paragraph breaks give each bead of a shape: inside it, before it on both sides or on one."""
    source_starts, target_starts = source.starts(rows, shape[0])[:, None], target.starts(columns, shape[1])[None, :]
    inside = source.inside(rows, shape[0])[:, None] + target.inside(columns, shape[1])[None, :]
    together = source_starts * target_starts
    apart = np.abs(source_starts - target_starts)
    return np.asarray(_BREAK_INSIDE * inside + _BREAK_ON_BOTH_SIDES * together + _BREAK_ON_ONE_SIDE * apart, np.float32)


def _running(values: Sequence[int]) -> Sums:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.asarray(values, np.int64))])
