"""How well English reads, by the words of the dictionary's glosses and their neighbours."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rnk_gloss.extract.learned import border_fit
from rnk_gloss.extract.wordings import same_term_key
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.gloss_words import gloss_words
from rnk_gloss.lexicon.neighbours import BEGINNING, END

# Weights in the logarithm of a phrase's likelihood; how they were fitted is said in `unit_wordings`.
AT_BEGINNING, AT_END = 0.95, 0.74
# Added to how often a word was seen there and at all.
SEEN_THERE, SEEN = 0.5, 1.5
UNKNOWN = math.log(SEEN_THERE / SEEN)
REPEATED_WORD = 6.0


class Fluency:
    """Weighs English phrases and the borders in them, each border and word once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._borders: dict[tuple[str, str], float] = {}

    def of(self, text: str, settled: Sequence[str] = ()) -> float:
        """What counts for a phrase: that it begins and ends as glosses do; a `settled` wording can stand anywhere."""
        words = gloss_words(text)
        if not words:
            return 0.0
        begins = ends = UNKNOWN
        if not text.startswith(tuple(settled)):
            begins = self._share(self._lexicon.neighbours(BEGINNING, words[0]), words[0])
        if not text.endswith(tuple(settled)):
            ends = self._share(self._lexicon.neighbours(words[-1], END), words[-1])
        return AT_BEGINNING * begins + AT_END * ends

    def border(self, before: str, after: str) -> float:
        """How well two wordings stand side by side, much less well when they share a word."""
        key = (before, after)
        if key not in self._borders:
            same = set(same_term_key(before).split()) & set(same_term_key(after).split())
            self._borders[key] = border_fit(self._lexicon, before, after) - (REPEATED_WORD if same else 0.0)
        return self._borders[key]

    def _share(self, times: int, word: str) -> float:
        return math.log((times + SEEN_THERE) / (self._lexicon.frequency(word) + SEEN))
