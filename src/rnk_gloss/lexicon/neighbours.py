"""Which English words stand next to each other in the glosses of a dictionary."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from rnk_gloss.lexicon.gloss_words import gloss_words
from rnk_gloss.lexicon.writer import Word

# They stand for the edges of a gloss.
BEGINNING, END = "^", "$"
WORDS_AT_ONCE = 100_000


class NeighbourCounts:
    """How often words, and pairs of neighbouring words, occur in glosses; a gloss counts once for each entry."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._row: list[str] = []

    def add_word(self, word: Word) -> None:
        """Counts the glosses of an entry."""
        for gloss in dict.fromkeys(gloss for sense in word.senses for gloss in sense.glosses):
            self._row += [BEGINNING, *gloss_words(gloss), END]
        if len(self._row) > WORDS_AT_ONCE:
            self._count()

    def words(self) -> dict[str, int]:
        """How often each word was seen."""
        self._count()
        return {word: times for word, times in self._words.items() if word not in {BEGINNING, END}}

    def pairs(self) -> dict[tuple[str, str], int]:
        """How often each word followed another or began or ended a gloss."""
        self._count()
        between_glosses = {(END, BEGINNING), (BEGINNING, END)}
        return {pair: times for pair, times in self._pairs.items() if pair not in between_glosses}

    def _count(self) -> None:
        self._words.update(self._row)
        self._pairs.update(pairwise(self._row))
        self._row.clear()
