"""What the dictionary's own compounds teach: the English of a unit by its role, and which words stand side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from rnk_gloss.extract.fixed_units import Role
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.gloss_words import content_words, gloss_words

# A unit seen in so many compounds is known as well as it can be.
ENOUGH_COMPOUNDS = 4.0
# Compounds with the unit in its other role count less, and least where its own role is known.
OTHER_ROLE_ALONE, OTHER_ROLE_BESIDE = 0.4, 0.15
ENOUGH_FOR_ONE_ROLE = 10
NEVER_SEEN, HALF_SEEN = 0.02, 3.0


@dataclass(frozen=True, slots=True)
class LearnedWords:
    """The English words of a unit in one role with their probabilities, and how far they can be trusted (0 to 1)."""

    words: Mapping[str, float]
    trust: float

    def share(self, text: str) -> float:
        """The mean probability of a wording's content words, less where some of them were never seen with the unit."""
        words = content_words(text)
        shares = [self.words[word] for word in words if word in self.words]
        return sum(shares) / len(words) * len(shares) / len(words) if words else 0.0


def learned_words(lexicon: Lexicon, unit: str, role: Role) -> LearnedWords:
    """What is learned of a unit in a role, with some help from its other role where that one is seldom seen."""
    is_head = role is Role.HEAD
    count, found = lexicon.compound_words(unit, head=is_head)
    weight, words = float(count), dict(found)
    if count < ENOUGH_FOR_ONE_ROLE:
        other_count, other = lexicon.compound_words(unit, head=not is_head)
        other_weight = other_count * (OTHER_ROLE_BESIDE if count else OTHER_ROLE_ALONE)
        if total := weight + other_weight:
            words = {word: share * weight / total for word, share in words.items()}
            for word, share in other:
                words[word] = words.get(word, 0.0) + share * other_weight / total
            weight = total
    return LearnedWords(words, min(1.0, weight / ENOUGH_COMPOUNDS))


def border_fit(lexicon: Lexicon, before: str, after: str) -> float:
    """How well two wordings stand side by side: the logarithm of a share between 0.02 and 1, by how often the
    dictionary's English has the word before the border and the word after it as neighbours."""
    first, second = gloss_words(before)[-1:], gloss_words(after)[:1]
    if not first or not second:
        return math.log(NEVER_SEEN)
    count = lexicon.neighbours(first[0], second[0])
    return math.log(NEVER_SEEN + count / (count + HALF_SEEN))
