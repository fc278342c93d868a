"""Lexical log-likelihood ratios, against the formula written out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rnk_gloss.align import likelihood
from rnk_gloss.align.likelihood import Direction, background
from rnk_gloss.align.sparse import Rows, rows_of

# Words of three explaining sentences, of three explained ones (the second is empty), and t(e|w).
EXPLAINING = [[0, 1], [2], [1, 1, 2]]
EXPLAINED = [[0, 1, 1], [], [2, 0]]
TRANSLATIONS = {(0, 0): 0.6, (1, 1): 0.5, (1, 2): 0.2, (2, 2): 0.7}
CHANCE = 0.4


def occurrences(sentences: list[list[int]]) -> Rows:
    cells = [(row, word) for row, sentence in enumerate(sentences) for word in sentence]
    rows, words = np.array(cells, np.int64).T
    return rows_of(len(sentences), rows, words, np.ones(len(cells)))


def direction() -> Direction:
    rows, columns = np.array(list(TRANSLATIONS), np.int64).T
    table = rows_of(3, rows, columns, np.array(list(TRANSLATIONS.values())))
    explained = occurrences(EXPLAINED)
    return Direction(occurrences(EXPLAINING), explained, table, background(explained, 3), CHANCE)


def written_out(explaining: list[int], explained: list[int], frequency: list[float]) -> float:
    total = 0.0
    for word in explained:
        mass = sum(TRANSLATIONS.get((other, word), 0.0) for other in explaining) / max(1, len(explaining))
        total += math.log((CHANCE * frequency[word] + (1 - CHANCE) * mass) / frequency[word])
    return total


@pytest.mark.parametrize("largest_gather", [pytest.param(100_000, id="at once"), pytest.param(1, id="in pieces")])
@pytest.mark.parametrize(("by", "of"), [(range(3), range(3)), (range(1, 3), range(2)), (range(2, 3), range(1, 2))])
def test_ratios_are_those_of_the_formula(
    by: range, of: range, largest_gather: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likelihood, "_LARGEST_GATHER", largest_gather)
    side = direction()
    for many, found in enumerate(side.ratios(by, of), start=1):
        assert found.shape == (max(0, len(by) - many + 1), len(of))
        for row in range(found.shape[0]):
            words = [word for sentence in EXPLAINING[by[row] : by[row] + many] for word in sentence]
            expected = [written_out(words, EXPLAINED[place], side.background.tolist()) for place in of]
            assert found[row].tolist() == pytest.approx(expected, abs=1e-5)


def test_a_rare_word_weighs_no_more_in_a_long_text_than_once_in_a_thousand() -> None:
    sentences = [[0] * 50] * 100 + [[1]]
    assert background(occurrences(sentences), 2)[1] == pytest.approx(1 / 1000)
