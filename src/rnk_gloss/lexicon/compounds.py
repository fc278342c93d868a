"""What the parts of Japanese compounds are called in English, learned from the compounds of the dictionary."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.lexicon.dictionary import NameEntry
from rnk_gloss.lexicon.gloss_words import content_words
from rnk_gloss.lexicon.layout import form_key
from rnk_gloss.lexicon.writer import Word, WordForm
from rnk_gloss.text.tokens import tokens

Report = Callable[[float], None]
# A part of a compound: the unit, and whether it is the last one.
Part = tuple[str, bool]

JAPANESE = re.compile(r"[一-龥々ァ-ヶ]")
COMPOUND_NAMES = frozenset({"organization", "company", "product", "work"})
PUNCTUATION = frozenset({"補助記号", "記号", "空白"})
# Two characters are mostly one word; those that the analyser cuts in two add nothing to what is composed rightly.
SHORTEST_COMPOUND = 3
GLOSSES_OF_SENSE, GLOSSES_OF_NAME = 3, 1
MOST_UNITS, MOST_WORDS = 5, 6
# Compounds of so many of the analyser's shortest pieces are also read as fewer, longer dictionary words.
PIECES_TO_JOIN = range(3, 8)
ROUNDS = 6
LEAST_SHARE = 1e-3  # of one English word that a unit accounts for; less is noise and costs time
LEAST_PROBABILITY = 0.01
WORDS_KEPT = 12
# Of the time that learning takes, cutting the compounds takes this share; counted in compounds between two reports.
CUTTING_SHARE = 0.85
REPORT_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class CompoundWords:
    """The English of a unit as the last part of compounds (`head`) or before it: `seen` says in how many glosses of
    compounds it was found so, `words` are the likeliest words with their probabilities, best first."""

    unit: str
    head: bool
    seen: float
    words: tuple[tuple[str, float], ...]


class CompoundCorpus:
    """The compounds of a dictionary with their glosses, collected while the dictionary is read."""

    def __init__(self) -> None:
        self._compounds: dict[str, list[str]] = {}
        self._forms: set[str] = set()

    def add_word(self, word: Word) -> None:
        """Takes the usual spellings of a noun in kanji or katakana, each with the glosses of its senses."""
        for form in word.forms:
            key = form_key(form.form)
            self._forms.add(key)
            if (
                form.primary
                and len(key) >= SHORTEST_COMPOUND
                and JAPANESE.search(key)
                and (glosses := _noun_glosses(word, form))
            ):
                self._compounds.setdefault(key, []).extend(glosses)

    def add_name(self, name: NameEntry) -> None:
        """Takes a name of one of the types `COMPOUND_NAMES`."""
        if JAPANESE.search(name.form):
            self._compounds.setdefault(form_key(name.form), []).extend(name.translations[:GLOSSES_OF_NAME])

    def learn(self, report: Report) -> list[CompoundWords]:
        """The English words of every unit that compounds are made of, in the order of units; `report` is told how much
        is done (0 to 1)."""
        return list(_most_likely(_Examples(self._examples(report))))

    def _examples(self, report: Report) -> Iterator[tuple[list[Part], list[str]]]:
        for done, (form, glosses) in enumerate(self._compounds.items()):
            if done % REPORT_EVERY == 0:
                report(CUTTING_SHARE * done / len(self._compounds))
            wordings = [words for words in map(content_words, glosses) if 0 < len(words) <= MOST_WORDS]
            if wordings:
                for units in self._cuts(form):
                    parts = [(unit, place == len(units) - 1) for place, unit in enumerate(units)]
                    for words in wordings:
                        yield parts, words

    def _cuts(self, form: str) -> Iterator[list[str]]:
        """The compound as the analyser's shortest pieces, and as the fewest dictionary words where these are longer."""
        pieces = [token.surface for token in tokens(form, "A") if token.part_of_speech[0] not in PUNCTUATION]
        if 2 <= len(pieces) <= MOST_UNITS:
            yield pieces
        if len(pieces) in PIECES_TO_JOIN:
            units = fewest_units(pieces, self._forms)
            if units != pieces and len(units) <= MOST_UNITS:
                yield units


def fewest_units(pieces: Sequence[str], known: set[str]) -> list[str]:
    """The pieces joined to as few units as possible, at least two; joined units must be `known`."""
    best: list[list[str]] = [[]]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(end):
            unit = "".join(pieces[start:end])
            is_whole = end - start == len(pieces)
            if end - start == 1 or (unit in known and not is_whole):
                ways.append([*best[start], unit])
        best.append(min(ways, key=len))
    return best[-1]


def _noun_glosses(word: Word, form: WordForm) -> list[str]:
    return [
        gloss
        for place, sense in enumerate(word.senses)
        if (not form.senses or place in form.senses) and any("noun" in part for part in sense.parts_of_speech)
        for gloss in sense.glosses[:GLOSSES_OF_SENSE]
    ]


class _Examples:
    """All pairs of a part and an English word that stand in one example, as numbers in rows of equal length."""

    def __init__(self, examples: Iterator[tuple[list[Part], list[str]]]) -> None:
        # Number 0 is the empty part, to which words go that translate none.
        self.parts: dict[Part, int] = {("", False): 0}
        self.words: dict[str, int] = {}
        self.seen: Counter[int] = Counter()
        self.part_numbers, self.word_numbers, self.occurrences = array("i"), array("i"), array("i")
        occurrence = 0
        for parts, words in examples:
            numbers = [self.parts.setdefault(part, len(self.parts)) for part in parts]
            self.seen.update(numbers)
            numbers.append(0)
            for word in words:
                self.part_numbers.extend(numbers)
                self.word_numbers.extend([self.words.setdefault(word, len(self.words))] * len(numbers))
                self.occurrences.extend([occurrence] * len(numbers))
                occurrence += 1


def _most_likely(examples: _Examples) -> Iterator[CompoundWords]:
    """IBM Model 1: expectation maximisation of P(English word | part) with every part of a compound as likely as any
    other to have brought a word forth (Brown, Della Pietra, Della Pietra and Mercer 1993, section 4.1).

    Preferring words at the same place, or those that the dictionary has for the part alone, changed nothing in what is
    composed for compounds held out.
    """
    import numpy as np

    part_numbers = np.asarray(examples.part_numbers, dtype=np.int64)
    pairs, places = np.unique(part_numbers * len(examples.words) + examples.word_numbers, return_inverse=True)
    occurrences = np.asarray(examples.occurrences)
    part_of_pair, word_of_pair = np.divmod(pairs, max(1, len(examples.words)))
    shares = np.ones(len(places))
    for _ in range(ROUNDS + 1):
        # A part that explains nothing keeps a sum to divide by.
        counts = np.bincount(places, shares) + float(np.finfo(np.float64).tiny)
        probabilities = counts / np.bincount(part_of_pair, counts)[part_of_pair]
        shares = probabilities[places]
        shares /= np.bincount(occurrences, shares)[occurrences]
        shares[shares < LEAST_SHARE] = 0.0
    kept = np.flatnonzero((probabilities >= LEAST_PROBABILITY) & (part_of_pair > 0))
    words = list(examples.words)
    found: dict[int, list[tuple[str, float]]] = {}
    for part, word, probability in zip(
        part_of_pair[kept].tolist(), word_of_pair[kept].tolist(), probabilities[kept].tolist(), strict=True
    ):
        found.setdefault(part, []).append((words[word], round(probability, 4)))
    parts = list(examples.parts)
    for number in sorted(found, key=lambda number: parts[number]):
        unit, head = parts[number]
        ordered = sorted(found[number], key=lambda item: (-item[1], item[0]))[:WORDS_KEPT]
        yield CompoundWords(unit, head, float(examples.seen[number]), tuple(ordered))
