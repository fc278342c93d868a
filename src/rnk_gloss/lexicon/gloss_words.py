"""The words of an English gloss, as they are counted when something is learned from glosses."""

from __future__ import annotations

import re
import unicodedata

from rnk_gloss.lexicon.glosses import PARENTHESIS

WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
# Words that join others and stand for no part of a compound.
JOINING_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "be", "by", "e", "eg", "esp", "etc", "for", "from", "g", "i", "ie", "in", "of", "on"}
    | {"one", "or", "s", "the", "to", "with"}
)


def gloss_words(gloss: str) -> list[str]:
    """The words in lower case and in their order, without what stands in parentheses; accents and hyphens go.

    This is how words are written in `Lexicon.compound_words`, `Lexicon.neighbours` and `Lexicon.frequency`.
    """
    if "(" in gloss:
        gloss = PARENTHESIS.sub(" ", gloss)
    if not gloss.isascii():
        gloss = "".join(mark for mark in unicodedata.normalize("NFKD", gloss) if not unicodedata.combining(mark))
        gloss = gloss.replace("’", "'")
    return WORD.findall(gloss.lower())


def content_words(gloss: str) -> list[str]:
    """The words that can stand for a part of a compound: all but articles, prepositions and the like."""
    return [word for word in gloss_words(gloss) if word not in JOINING_WORDS]
