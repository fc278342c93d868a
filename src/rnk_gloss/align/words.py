"""The words of a sentence that can tell what it is a translation of.

On both sides a word is either its own (a Japanese dictionary form, the stem of an English word) or *shared*, which is
spelled alike on both: a number by its value, a month, a country, a punctuation mark, a known pair. Function words are
left out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a Japanese word is, which decides how its translations are found."""

    DICTIONARY = "dictionary"
    KATAKANA = "katakana"
    NAME = "name"
    LATIN = "latin"
    SHARED = "shared"


class SourceWord(NamedTuple):
    """A Japanese word: `form` is looked up, else `normalized`; `reading` is in katakana, for names by sound."""

    form: str
    kind: Kind
    reading: str = ""
    normalized: str = ""


class TargetWord(NamedTuple):
    """An English word: its key or shared spelling, and how it stands in the text."""

    key: str
    surface: str = ""

    @property
    def capitalised(self) -> bool:
        """Whether it is written like a name."""
        return self.surface[:1].isupper()


# Shared words carry their sort before a colon, which no word holds. `rnk_gloss.text.numbers` spells the quantities.
QUANTITIES = ("number:", "percent:", "month:")
# Signs are words: $ explains ドル and *dollar*, whose keys these are.
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
MARK, COUNTRY, KNOWN_PAIR = "mark:", "country:", "pair:"


def shared(key: str) -> SourceWord:
    """A shared word on the source side."""
    return SourceWord(key, Kind.SHARED)
