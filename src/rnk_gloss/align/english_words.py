"""The evidence words of English sentences: stems of content words, and what is shared."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from rnk_gloss.align.quantities import quantities
from rnk_gloss.align.words import COUNTRY, CURRENCIES, MARK, TargetWord
from rnk_gloss.lexicon.countries import countries, country_in_english
from rnk_gloss.lexicon.stems import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*\.?|[$£€¥]")
_INFLECTION = re.compile(r"(?<=[^\W\d_]{3})(?:ing|ed|ies|y|es|e|(?<!s)s)$")
_KEY_LETTERS = 6
# News say *said* where Japanese says という, と述べた, or nothing.
_LEFT_OUT = FUNCTION_WORDS | {"said", "mr", "mrs", "ms"}
_MARKS = {"?": "?", "!": "!", "(": "(", '"': '"', "“": '"', ";": ";", ":": ":", "…": "…"}


def target_words(sentence: str) -> list[TargetWord]:
    """The evidence words of an English sentence, with repetitions."""
    text = unicodedata.normalize("NFKC", sentence).replace("’", "'")
    keys, rest = quantities(text, "en")
    marks = dict.fromkeys(name for mark, name in _MARKS.items() if mark in text)
    keys.extend(MARK + mark for mark in marks)
    return [*map(TargetWord, keys), *_content_words(rest)]


@lru_cache(65_536)
def gloss_keys(gloss: str) -> tuple[str, ...]:
    """The keys of the evidence words of a dictionary gloss, without its numbers and marks."""
    return tuple(word.key for word in _content_words(gloss.replace("’", "'")))


def _content_words(text: str) -> list[TargetWord]:
    if text.islower():  # as most glosses are: no country then
        return [word for written in _WORD.findall(text) if (word := _word(written)) is not None]
    words = []
    country_end = 0
    for match in _WORD.finditer(text):
        if match.start() < country_end:
            continue
        written = match.group()
        if written[0].isupper() and (country := _country(text, match.start(), written)) is not None:
            name, country_end = country
            words.append(TargetWord(COUNTRY + name))
        elif (word := _word(written)) is not None:
            words.append(word)
    return words


@lru_cache(65_536)
def _word(written: str) -> TargetWord | None:
    if written in CURRENCIES:
        return TargetWord(CURRENCIES[written])
    surface = _without_apostrophe(written.rstrip(".")).replace(".", "")
    if len(surface) < 2 or surface.lower() in _LEFT_OUT:
        return None
    return TargetWord(word_key(surface), surface)


def word_key(word: str) -> str:
    """The part of a word that its inflections, and mostly its derivations, have in common: at most six letters.

    Truncation does for alignment what a stemmer does (F1 is the same within the noise), at a hundredth of the time for
    the tens of thousands of gloss words that a document asks for; it also brings economy and economic together.
    """
    return _INFLECTION.sub("", word.lower())[:_KEY_LETTERS]


def _without_apostrophe(word: str) -> str:
    """A word without its possessive or contracted ending; O'Brien stays whole."""
    head, apostrophe, tail = word.partition("'")
    if not apostrophe:
        return word
    return head + tail if head.lower() == "o" else head


def _country(text: str, start: int, written: str) -> tuple[str, int] | None:
    """The country that begins at a place, and where its name ends."""
    for words in _country_words().get(written.rstrip("."), ()):
        end = start + len(words)
        if text.startswith(words, start) and not text[end : end + 1].isalnum():
            country = country_in_english(words)
            if country is not None:
                return country.name, end
    return None


@cache
def _country_words() -> dict[str, list[str]]:
    """The English words for countries by their first word, the longest first."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for country in countries():
        for words in dict.fromkeys((country.name, country.adjective, *country.other_english)):
            if match := _WORD.match(words):
                by_first[match.group().rstrip(".")].append(words)
    return {first: sorted(several, key=lambda words: (-len(words), words)) for first, several in by_first.items()}
