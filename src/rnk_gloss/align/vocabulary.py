"""Words as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from rnk_gloss.align.sparse import Rows
from rnk_gloss.align.words import SourceWord, TargetWord


def number_source(sentences: Iterable[Sequence[SourceWord]]) -> tuple[Rows, list[SourceWord]]:
    """The word numbers of each sentence, and the word of each number. A word of two readings is two words."""
    numbers: dict[SourceWord, int] = {}
    rows = [[numbers.setdefault(word, len(numbers)) for word in sentence] for sentence in sentences]
    return _rows(rows), list(numbers)


def number_target(sentences: Iterable[Sequence[TargetWord]]) -> tuple[Rows, list[list[TargetWord]]]:
    """The word numbers of each sentence by key, and for each number the ways in which its word is written."""
    numbers: dict[str, int] = {}
    spellings: list[dict[TargetWord, None]] = []
    rows = []
    for sentence in sentences:
        row = []
        for word in sentence:
            number = numbers.setdefault(word.key, len(numbers))
            if number == len(spellings):
                spellings.append({})
            spellings[number][word] = None
            row.append(number)
        rows.append(row)
    return _rows(rows), [list(written) for written in spellings]


def _rows(sentences: list[list[int]]) -> Rows:
    starts = np.zeros(len(sentences) + 1, np.int64)
    np.cumsum([len(sentence) for sentence in sentences], out=starts[1:])
    columns = np.fromiter((number for sentence in sentences for number in sentence), np.int32, int(starts[-1]))
    return Rows(starts, columns, np.ones(len(columns), np.float32))
