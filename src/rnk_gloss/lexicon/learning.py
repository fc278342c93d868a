"""All that is learned from the dictionary while its file is built."""

from __future__ import annotations

from collections.abc import Callable

from rnk_gloss.lexicon.compounds import CompoundCorpus
from rnk_gloss.lexicon.katakana_names import KatakanaNames
from rnk_gloss.lexicon.neighbours import NeighbourCounts
from rnk_gloss.lexicon.writer import LexiconWriter, Name, Word

# The share of compounds in the time that learning takes, by measurement; the spelling of names is the rest.
COMPOUNDS_SHARE = 0.55


class Learning:
    """Is shown the words and names of a dictionary, and then writes what they teach."""

    def __init__(self) -> None:
        self._compounds = CompoundCorpus()
        self._neighbours = NeighbourCounts()
        self._katakana = KatakanaNames()

    def add_word(self, word: Word) -> None:
        """Takes an entry of JMdict into account."""
        self._compounds.add_word(word)
        self._neighbours.add_word(word)

    def add_name(self, name: Name) -> None:
        """Takes an entry of JMnedict into account."""
        for entry in name.entries:
            self._compounds.add_name(entry)
            self._katakana.add_name(entry)

    def write(self, writer: LexiconWriter, progress: Callable[[str, float], None]) -> None:
        """Learns and writes; `progress` is told what is being learned and how much of it is done (0 to 1)."""
        writer.add_neighbours(self._neighbours.words(), self._neighbours.pairs())
        lessons = self._compounds.learn(lambda share: progress("learning from compounds", COMPOUNDS_SHARE * share))
        for part in lessons.words:
            writer.add_compound_part(part.unit, head=part.head, seen=part.seen, words=part.words)
        for each in lessons.phrases:
            writer.add_compound_phrases(
                each.unit, head=each.head, seen=each.seen, phrases=each.phrases, affixes=each.affixes
            )
        progress("learning how names are spelt", COMPOUNDS_SHARE)
        writer.add_spellings(self._katakana.learn())
        progress("learning how names are spelt", 1.0)
