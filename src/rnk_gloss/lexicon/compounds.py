"""The compounds of a dictionary, cut into their parts, from which the English of the parts is learned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rnk_gloss.lexicon.affixes import AffixCounts
from rnk_gloss.lexicon.compound_alignment import CompoundWords, Example, WordAlignment
from rnk_gloss.lexicon.compound_phrases import CompoundPhrases, PhraseCounts
from rnk_gloss.lexicon.dictionary import NameEntry
from rnk_gloss.lexicon.gloss_words import JOINING_WORDS, gloss_words
from rnk_gloss.lexicon.glosses import PARENTHESIS
from rnk_gloss.lexicon.layout import form_key
from rnk_gloss.lexicon.writer import Word, WordForm
from rnk_gloss.text.tokens import tokens

Report = Callable[[float], None]

JAPANESE = re.compile(r"[一-龥々ァ-ヶ]")
COMPOUND_NAMES = frozenset({"organization", "company", "product", "work"})
PUNCTUATION = frozenset({"補助記号", "記号", "空白"})
# Two characters are mostly one word; those that the analyser cuts in two add nothing to what is composed rightly.
SHORTEST_COMPOUND = 3
GLOSSES_OF_SENSE, GLOSSES_OF_NAME = 3, 1
MOST_UNITS, MOST_WORDS = 5, 6
# Compounds of so many of the analyser's shortest pieces are also read as fewer, longer dictionary words.
PIECES_TO_JOIN = range(3, 8)
# Of the time that learning takes, cutting the compounds takes this share; counted in compounds between two reports.
CUTTING_SHARE = 0.85
REPORT_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class Lessons:
    """What compounds teach: the English words of their parts, and the parts' whole wordings and affixes."""

    words: list[CompoundWords]
    phrases: list[CompoundPhrases]


class CompoundCorpus:
    """The compounds of a dictionary with their glosses, collected while the dictionary is read."""

    def __init__(self) -> None:
        self._compounds: dict[str, list[str]] = {}
        self._forms: set[str] = set()
        self._single_words: dict[str, list[str]] = {}

    def add_word(self, word: Word) -> None:
        """Takes the usual spellings of a noun in kanji or katakana, each with the glosses of its senses."""
        single = _single_words(word)
        for form in word.forms:
            key = form_key(form.form)
            self._forms.add(key)
            if single:
                self._single_words.setdefault(key, []).extend(single)
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

    def learn(self, report: Report) -> Lessons:
        """What the compounds teach, in the order of units; `report` is told how much is done (0 to 1)."""
        alignment = WordAlignment(list(self._examples(report)))
        phrases, affixes = PhraseCounts(), AffixCounts(self._single_words)
        for example, places in alignment.aligned():
            phrases.add(example, places)
            affixes.add(example)
        found = [replace(part, affixes=affixes.most_common((part.unit, part.head))) for part in phrases.most_common()]
        return Lessons(list(alignment.likeliest_words()), found)

    def _examples(self, report: Report) -> Iterator[Example]:
        for done, (form, glosses) in enumerate(self._compounds.items()):
            if done % REPORT_EVERY == 0:
                report(CUTTING_SHARE * done / len(self._compounds))
            wordings = [words for words in map(gloss_words, glosses) if 0 < _content(words) <= MOST_WORDS]
            if wordings:
                for units in self._cuts(form):
                    for words in wordings:
                        yield Example(units, words)

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


def _content(words: Sequence[str]) -> int:
    """How many of the words can stand for a part of a compound."""
    return sum(word not in JOINING_WORDS for word in words)


def _single_words(word: Word) -> list[str]:
    """The glosses that are one English word in lower case."""
    glosses = (
        PARENTHESIS.sub("", gloss).strip() for sense in word.senses for gloss in sense.glosses[:GLOSSES_OF_SENSE]
    )
    return [gloss for gloss in glosses if gloss.isalpha() and gloss.islower()]


def _noun_glosses(word: Word, form: WordForm) -> list[str]:
    return [
        gloss
        for place, sense in enumerate(word.senses)
        if (not form.senses or place in form.senses) and any("noun" in part for part in sense.parts_of_speech)
        for gloss in sense.glosses[:GLOSSES_OF_SENSE]
    ]
