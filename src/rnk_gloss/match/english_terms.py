"""Known terms in an English text, in any inflection of their words: treaties for treaty, signed for sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rnk_gloss.match.term_hits import Recognition, TermHit, longest
from rnk_gloss.match.term_source import ListedTerms, TermSource
from rnk_gloss.text.american_spellings import american
from rnk_gloss.text.english_forms import (
    EnglishWord,
    are_one_word,
    english_words,
    joined_at_hyphens,
    without_articles,
    without_leading,
    word_key,
)
from rnk_gloss.text.normalise import fold_key

OTHER_WORD_IN_CAPITALS = "another word in these capitals"
_WORD = re.compile(r"[^\W_]+")
# AIDS may be something else than aids; PANELS are panels in a heading.
_LONGEST_ACRONYM = 5


class EnglishTermFinder:
    """Finds the English terms of a source; a hyphen, a space and nothing between two words are the same.

    Capital letters do not matter, but in an abbreviation: WHO is not *who*, and AIDS is no plural of *aid*. An article
    inside a term does not matter either: *entry into the war* is *entry into war*.
    """

    __slots__ = ("_source",)

    def __init__(self, source: TermSource) -> None:
        self._source = source

    @classmethod
    def of(cls, entries: Iterable[tuple[int, Sequence[str]]]) -> EnglishTermFinder:
        """A finder of listed terms: each entry's number with the forms of its term."""
        return cls(ListedTerms(entries, "en"))

    def find(self, text: str) -> list[TermHit]:
        """The terms in the text, by place; where two overlap, the longer."""
        return list(self.recognise(text).hits)

    def recognise(self, text: str) -> Recognition:
        """The terms in the text, and those refused: a longer term holds them, or capitals make another word of them.

        Spans count the characters of `text`, half-open.
        """
        words = english_words(text)
        joined = joined_at_hyphens(words, text)
        readings = [words] if len(joined) == len(words) else [words, joined]
        readings += [bare for reading in readings if len(bare := without_articles(reading, text)) < len(reading)]
        return longest(self._judged(readings, text), text)

    def _judged(self, readings: list[list[EnglishWord]], text: str) -> Iterator[TermHit]:
        keyed = [(words, [word_key(word.written) for word in words]) for words in readings]
        lengths = self._source.lengths([key for _, keys in keyed for key in keys])
        places = [
            (words[place : place + length], " ".join(keys[place : place + length]))
            for words, keys in keyed
            for place, key in enumerate(keys)
            for length in lengths.get(key, ())
            if place + length <= len(keys)
        ]
        forms = self._source.forms({key for _, key in places})
        # Where everything is in capitals, they say nothing.
        capitals = not any(character.islower() for character in text)
        for words, key in places:
            for entry, form in forms.get(key, ()):
                if not _are_same_words(tuple(word.written for word in words), form):
                    continue
                start, end = words[0].start, words[-1].end
                refusal = "" if capitals or _same_abbreviations(words, form) else OTHER_WORD_IN_CAPITALS
                yield TermHit(start, end, entry, form, _kind(text[start:end], form), refusal)


def _are_same_words(written: tuple[str, ...], form: str) -> bool:
    return all(map(are_one_word, written, (word.written for word in _words_of(form, len(written)))))


@lru_cache(4_096)
def _words_of(form: str, count: int) -> list[EnglishWord]:
    """The words of a form, joined at hyphens where that makes so many of them."""
    words = without_leading(english_words(form))
    return words if len(words) == count else joined_at_hyphens(words, form)


def _same_abbreviations(words: list[EnglishWord], form: str) -> bool:
    """Whether abbreviations stand where the form has them, and no abbreviation for the inflection of a word."""
    return all(map(_fits, (word.written for word in words), _words_of(form, len(words))))


def _fits(written: str, wanted: EnglishWord) -> bool:
    if written == wanted.written:
        return True
    if wanted.is_acronym:
        # APIs is the plural of API.
        return written.isupper() or (written.endswith("s") and written[:-1].isupper())
    may_be_acronym = 1 < len(written) <= _LONGEST_ACRONYM and written.isupper()
    return not may_be_acronym or fold_key(written) == fold_key(wanted.written)


def _kind(found: str, form: str) -> str:
    if found == form:
        return "exact"
    return "variant" if _letters(found) == _letters(form) else "inflected"


def _letters(text: str) -> str:
    return "".join(american(fold_key(word)) for word in _WORD.findall(text))
