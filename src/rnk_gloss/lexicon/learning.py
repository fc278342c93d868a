"""All that is learned from the words of the dictionary, and its compound names, while its file is built."""

from __future__ import annotations

from collections.abc import Callable

from rnk_gloss.lexicon.compounds import CompoundCorpus
from rnk_gloss.lexicon.dictionary import NameEntry
from rnk_gloss.lexicon.neighbours import NeighbourCounts
from rnk_gloss.lexicon.writer import LexiconWriter, Word


class Learning:
    """Is shown the words and names of a dictionary, and then writes what they teach."""

    def __init__(self) -> None:
        self._compounds = CompoundCorpus()
        self._neighbours = NeighbourCounts()

    def add_word(self, word: Word) -> None:
        """Takes an entry of JMdict into account."""
        self._compounds.add_word(word)
        self._neighbours.add_word(word)

    def add_name(self, name: NameEntry) -> None:
        """Takes a name of one of the types `COMPOUND_NAMES` into account."""
        self._compounds.add_name(name)

    def write(self, writer: LexiconWriter, report: Callable[[float], None]) -> None:
        """Learns and writes; `report` is told how much of it is done (0 to 1)."""
        writer.add_neighbours(self._neighbours.words(), self._neighbours.pairs())
        lessons = self._compounds.learn(report)
        for part in lessons.words:
            writer.add_compound_part(part.unit, head=part.head, seen=part.seen, words=part.words)
        for each in lessons.phrases:
            writer.add_compound_phrases(
                each.unit, head=each.head, seen=each.seen, phrases=each.phrases, affixes=each.affixes
            )
        report(1.0)
