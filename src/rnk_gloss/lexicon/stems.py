"""English words as stems, and the stems that the dictionary gives for a Japanese form, as evidence for alignment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Protocol

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.glosses import PARENTHESIS

WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")

# Homographs and senses count less the later they come; a long gloss explains more than it translates.
ENTRIES_USED = 4
LATER_ENTRY, LATER_SENSE, GLOSS_LENGTH = 0.5, 0.25, 0.7
LONGEST_GLOSS = 5  # content words


class Stemmer(Protocol):
    """What is used of a stemmer of the package snowballstemmer."""

    def stemWord(self, word: str) -> str:  # noqa: N802 - the package's name
        """The stem of a word."""


@cache
def _stemmer() -> Stemmer:
    import snowballstemmer

    stemmer: Stemmer = snowballstemmer.stemmer("english")
    return stemmer


def _function_words() -> frozenset[str]:
    text = files("rnk_gloss.lexicon").joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())


# English words, in lower case, that tell nothing of what a text is about.
FUNCTION_WORDS = _function_words()


@lru_cache(65_536)
def english_stem(word: str) -> str:
    """The stem of an English word in lower case, by the Snowball stemmer for English (Porter 2): treaties, treati."""
    return _stemmer().stemWord(word.lower())


def content_stems(text: str) -> list[str]:
    """The stems of the words of an English text in their order, without function words, numbers and single letters.

    An abbreviation in capitals counts even where it looks like a function word (US, IT); possessive endings go.
    """
    stems = []
    for match in WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", match.group()).replace(".", "")
        if len(word) > 1 and (word.isupper() or word.lower() not in FUNCTION_WORDS):
            stems.append(english_stem(word))
    return stems


@lru_cache(32_768)
def gloss_stems(
    lexicon: Lexicon, form: str, *, stems_of: Callable[[str], Iterable[str]] = content_stems
) -> Mapping[str, float]:
    """The stems of the English glosses of a form with their shares, which add up to 1; none for an unknown form.

    An early sense of a likely entry counts more than a late one, a short gloss more than a long one. `stems_of` cuts a
    gloss into what the caller compares, where that is more than stems (countries, numbers).
    """
    weights: dict[str, float] = {}
    for rank, entry in enumerate(lexicon.entries(form)[:ENTRIES_USED]):
        for place, sense in enumerate(entry.senses):
            weight = 1.0 / (1.0 + LATER_ENTRY * rank) / (1.0 + LATER_SENSE * place)
            for gloss in sense.glosses:
                stems = tuple(stems_of(PARENTHESIS.sub(" ", gloss) if "(" in gloss else gloss))
                if 0 < len(stems) <= LONGEST_GLOSS:
                    share = weight / len(stems) ** GLOSS_LENGTH
                    for stem in stems:
                        weights[stem] = weights.get(stem, 0.0) + share
    total = sum(weights.values())
    return MappingProxyType({stem: weight / total for stem, weight in weights.items()})
