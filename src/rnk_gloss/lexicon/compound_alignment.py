"""Which part of a compound each word of its English gloss translates."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rnk_gloss.lexicon.gloss_words import JOINING_WORDS

# A part of a compound: the unit, and whether it is the last one.
Part = tuple[str, bool]
# What a word of a gloss translates instead of the unit at a place: nothing, or it only joins others (*of*).
NOTHING, JOINING = -1, -2

ROUNDS = 6
LEAST_SHARE = 1e-3  # of one English word that a unit accounts for; less is noise and costs time
LEAST_PROBABILITY = 0.01
WORDS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Example:
    """The units of a compound and the words of one of its glosses."""

    units: Sequence[str]
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class CompoundWords:
    """The English of a unit as the last part of compounds (`head`) or before it: `seen` says in how many glosses of
    compounds it was found so, `words` are the likeliest words with their probabilities, best first."""

    unit: str
    head: bool
    seen: float
    words: tuple[tuple[str, float], ...]


class WordAlignment:
    """IBM Model 1: expectation maximisation of P(English word | part) with every part of a compound as likely as any
    other to have brought a word forth (Brown, Della Pietra, Della Pietra and Mercer 1993, section 4.1).

    Preferring words at the same place, or those that the dictionary has for the part alone, changed nothing in what is
    composed for compounds held out.
    """

    def __init__(self, examples: Sequence[Example]) -> None:
        import numpy as np

        self._examples = examples
        # Number 0 is the empty part, to which words go that translate none.
        self._parts: dict[Part, int] = {("", False): 0}
        self._words: dict[str, int] = {}
        self._seen: Counter[int] = Counter()
        part_numbers, word_numbers, occurrences = self._numbered()
        pairs, places = np.unique(part_numbers * len(self._words) + word_numbers, return_inverse=True)
        self._part_of_pair, self._word_of_pair = np.divmod(pairs, max(1, len(self._words)))
        shares = np.ones(len(places))
        for _ in range(ROUNDS + 1):
            # A part that explains nothing keeps a sum to divide by.
            counts = np.bincount(places, shares) + float(np.finfo(np.float64).tiny)
            self._probabilities = counts / np.bincount(self._part_of_pair, counts)[self._part_of_pair]
            shares = self._probabilities[places]
            shares /= np.bincount(occurrences, shares)[occurrences]
            shares[shares < LEAST_SHARE] = 0.0
        self._shares: list[float] = shares.tolist()

    def likeliest_words(self) -> Iterator[CompoundWords]:
        """The likeliest words of each part, in the order of parts."""
        import numpy as np

        kept = np.flatnonzero((self._probabilities >= LEAST_PROBABILITY) & (self._part_of_pair > 0))
        words = list(self._words)
        found: dict[int, list[tuple[str, float]]] = {}
        for part, word, probability in zip(
            self._part_of_pair[kept].tolist(),
            self._word_of_pair[kept].tolist(),
            self._probabilities[kept].tolist(),
            strict=True,
        ):
            found.setdefault(part, []).append((words[word], round(probability, 4)))
        parts = list(self._parts)
        for number in sorted(found, key=lambda number: parts[number]):
            unit, head = parts[number]
            ordered = sorted(found[number], key=lambda item: (-item[1], item[0]))[:WORDS_KEPT]
            yield CompoundWords(unit, head, float(self._seen[number]), tuple(ordered))

    def aligned(self) -> Iterator[tuple[Example, list[int]]]:
        """Each example with the place of the unit that each of its words most likely translates, or `NOTHING`, or
        `JOINING`."""
        start = 0
        for example in self._examples:
            places = []
            count = len(example.units)
            for word in example.words:
                if word in JOINING_WORDS:
                    places.append(JOINING)
                    continue
                shares = self._shares[start : start + count + 1]
                start += count + 1
                place = max(range(count + 1), key=shares.__getitem__)
                places.append(place if place < count else NOTHING)
            yield example, places

    def _numbered(self) -> tuple[Any, Any, Any]:
        """All pairs of a part and an English word that stand in one example, as numbers in rows of equal length, with
        the number of the word's occurrence."""
        import numpy as np

        part_numbers, word_numbers, occurrences = array("i"), array("i"), array("i")
        occurrence = 0
        for example in self._examples:
            numbers = [self._parts.setdefault(part, len(self._parts)) for part in _parts(example.units)]
            self._seen.update(numbers)
            numbers.append(0)
            for word in example.words:
                if word not in JOINING_WORDS:
                    part_numbers.extend(numbers)
                    word_numbers.extend([self._words.setdefault(word, len(self._words))] * len(numbers))
                    occurrences.extend([occurrence] * len(numbers))
                    occurrence += 1
        return np.asarray(part_numbers, dtype=np.int64), np.asarray(word_numbers), np.asarray(occurrences)


def _parts(units: Sequence[str]) -> Iterable[Part]:
    return [(unit, place == len(units) - 1) for place, unit in enumerate(units)]
