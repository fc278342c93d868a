"""Looking up what was learned from the dictionary: the English of parts of compounds, neighbours, spellings."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rnk_gloss.lexicon.transliteration import SpellingCounts, Transliterator

# Answers that stay in memory, a few hundred bytes each.
REMEMBERED_UNITS = 16_384
REMEMBERED_NEIGHBOURS = 65_536
REMEMBERED_NAMES = 4_096
REMEMBERED_SOUNDS = 8_192

WeightedWords = tuple[float, tuple[tuple[str, float], ...]]
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PartPhrases:
    """How a part of compounds is worded there, in one role: in how many glosses it was seen, its wordings with their
    counts ("" for no word at all), its affixes with theirs (`un+` goes before a word, `y>ist` replaces its end)."""

    seen: int = 0
    phrases: Counts = ()
    affixes: Counts = ()


NEVER_SEEN = PartPhrases()


class LearnedTables:
    """The learned tables of one dictionary file; `rows` runs a query there and gives its rows."""

    def __init__(self, rows: Callable[..., list[Any]]) -> None:
        self._rows = rows
        self.compound_words = lru_cache(REMEMBERED_UNITS)(self._read_compound_words)
        self.compound_phrases = lru_cache(REMEMBERED_UNITS)(self._read_compound_phrases)
        self.neighbours = lru_cache(REMEMBERED_NEIGHBOURS)(self._read_neighbours)
        self.frequency = lru_cache(REMEMBERED_NEIGHBOURS)(self._read_frequency)
        self.romanisations = lru_cache(REMEMBERED_NAMES)(self._romanise)
        self._counts = lru_cache(REMEMBERED_SOUNDS)(self._read_counts)

    def forget(self) -> None:
        """Empties what is kept in memory."""
        for cache in (
            self.compound_words,
            self.compound_phrases,
            self.neighbours,
            self.frequency,
            self.romanisations,
            self._counts,
        ):
            cache.cache_clear()

    def _read_compound_words(self, unit: str, head: bool) -> WeightedWords:
        rows = self._rows("SELECT seen, words FROM compound_part WHERE unit = ? AND is_head = ?", unit, int(head))
        if not rows:
            return 0.0, ()
        seen, words = rows[0]
        return seen, tuple((word, probability) for word, probability in json.loads(words))

    def _read_compound_phrases(self, unit: str, head: bool) -> PartPhrases:
        rows = self._rows(
            "SELECT seen, phrases, affixes FROM compound_phrase WHERE unit = ? AND is_head = ?", unit, int(head)
        )
        if not rows:
            return NEVER_SEEN
        seen, phrases, affixes = rows[0]
        return PartPhrases(seen, _counts(phrases), _counts(affixes))

    def _read_neighbours(self, first: str, second: str) -> int:
        rows = self._rows("SELECT times FROM neighbour WHERE first = ? AND second = ?", first, second)
        return rows[0][0] if rows else 0

    def _read_frequency(self, word: str) -> int:
        rows = self._rows("SELECT times FROM gloss_word WHERE word = ?", word)
        return rows[0][0] if rows else 0

    def _romanise(self, katakana: str, limit: int) -> tuple[tuple[str, float], ...]:
        return Transliterator(self._counts).spellings(katakana, limit)

    def _read_counts(self, sounds: str) -> SpellingCounts:
        rows = self._rows("SELECT counts FROM spelling WHERE sounds = ?", sounds)
        return json.loads(rows[0][0]) if rows else {}


def _counts(packed: str) -> Counts:
    return tuple((text, times) for text, times in json.loads(packed))
