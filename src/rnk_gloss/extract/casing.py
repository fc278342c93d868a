"""Capitals of composed English: names of institutions, treaties, events and places have them, common nouns do not."""

from __future__ import annotations

import re

from rnk_gloss.extract.wordlists import word_set

NAMED = frozenset({"organisation", "document", "event", "place"})
SMALL = frozenset(
    {
        "a", "an", "the", "and", "or", "nor", "but", "of", "on", "in", "to", "for", "with", "by", "at", "from",
        "against", "between", "toward", "towards", "over", "under", "per",
    }
)  # fmt: skip
LONGEST_HEAD = 6
WORDS_OF_A_NAME = 3  # content words, from which a compound without a name in it is one itself
TITLE_WORD = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


def in_title_case(text: str, form: str, category: str) -> str:
    """The wording with its main words capitalised where the term is a name, else as it is.

    Names are compounds of an organisation, a document, an event or a place that hold a name or have three words or
    more, unless their last part is a common noun of any country or text (政府, 企業, 条項).
    """
    if category not in NAMED or _has_common_head(form):
        return text
    words = [word for word in WORD.findall(text) if word not in SMALL]
    if len(words) < WORDS_OF_A_NAME and not any(word[:1].isupper() for word in words):
        return text
    capitalised = WORD.sub(lambda word: word.group() if word.group() in SMALL else _capital(word.group()), text)
    return _capital(capitalised)


def in_lower_case(text: str) -> str:
    """A wording of two words or more without the capitals that a dictionary gives each word of a class of weapons."""
    words = text.split()
    is_title_case = len(words) > 1 and all(TITLE_WORD.fullmatch(word) or word in SMALL for word in words)
    return text.lower() if is_title_case else text


def _has_common_head(form: str) -> bool:
    return any(form[-length:] in word_set("common_heads.txt") for length in range(1, min(LONGEST_HEAD, len(form)) + 1))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
