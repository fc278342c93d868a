"""English wordings compared: which are the same term but for spelling, and which spelling is to be kept."""

from __future__ import annotations

import re
from functools import lru_cache

from rnk_gloss.extract.wordlists import word_set

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ARTICLES = frozenset({"the", "a", "an"})
PLURALS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=ss|sh|ch)es$"), ""),
    (re.compile(r"(?<=[^iosu'])s$"), ""),
)
# British endings and words with their American ones; only words of six letters and more, so that *hour* is safe.
BRITISH_ENDINGS = (
    (re.compile(r"(?<=[bdlmnvp])our(?=$|s$|ed$|ing$|er$|ers$|al$|able$|ful$|ite$|hood$|ly$|y$)"), "or"),
    (re.compile(r"is(?=(?:ation|ations|ational|e|ed|es|er|ers|ing)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"amme(?=s?$)"), "am"),
)
ENSE_WORDS = {"defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense"}
OTHER_WORDS = {"grey": "gray", "cheque": "check", "tyre": "tire", "aluminium": "aluminum", "enquiry": "inquiry"}


@lru_cache(65_536)
def american_word(word: str) -> str:
    """A word of lower-case letters in American spelling, as far as its form tells."""
    singular = word.removesuffix("s")
    if singular in ENSE_WORDS or singular in OTHER_WORDS:
        return ENSE_WORDS.get(singular, OTHER_WORDS.get(singular, "")) + word[len(singular) :]
    if len(word) < 6 or word in word_set("american_too.txt"):
        return word
    for ending, american in BRITISH_ENDINGS:
        changed = ending.sub(american, word)
        if changed != word:
            return changed
    return word


@lru_cache(65_536)
def same_term_key(text: str) -> str:
    """What wordings of one term have in common: case, hyphens, articles, plural endings and British spellings do not
    count."""
    words = [word for word in WORD.findall(text.casefold().replace("’", "'")) if word not in ARTICLES]
    return " ".join(_singular(american_word(word)) if len(word) > 3 and word != "news" else word for word in words)


def _singular(word: str) -> str:
    for ending, singular in PLURALS:
        changed = ending.sub(singular, word)
        if changed != word:
            return changed
    return word


def is_american(text: str) -> bool:
    """Whether no word of a wording has a British spelling."""
    return all(american_word(word) == word for word in WORD.findall(text.lower()))
