"""Glossary entries and approved units as evidence: where both sides of a pair stand, they explain each other."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rnk_gloss.align.english_words import word_key

_WORD = re.compile(r"[a-z0-9à-ɏ]+")
Term = TypeVar("Term")
# The numbers of the sentences in which each pair's term stands.
_Places = dict[int, dict[int, None]]


def occurrences(
    source: Sequence[str], target: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> tuple[list[list[int]], list[list[int]]]:
    """For each source and each target sentence, the numbers of the pairs whose source or target term stands in it.

    A Japanese term is found as a substring, an English one as whole words in any inflection; case and width do not
    matter. Pairs that stand on one side only are left out. Each text is walked through once, however many pairs there
    are.
    """
    terms = [(_folded(japanese).strip(), tuple(_words(english))) for japanese, english in pairs]
    whole = [number for number, (japanese, english) in enumerate(terms) if japanese and english]
    here = _japanese_places(source, [(number, terms[number][0]) for number in whole])
    there = _english_places(target, [(number, terms[number][1]) for number in whole])
    in_source: list[list[int]] = [[] for _ in source]
    in_target: list[list[int]] = [[] for _ in target]
    for number in sorted(here.keys() & there.keys()):
        for sentence in here[number]:
            in_source[sentence].append(number)
        for sentence in there[number]:
            in_target[sentence].append(number)
    return in_source, in_target


def _japanese_places(sentences: Sequence[str], terms: Iterable[tuple[int, str]]) -> _Places:
    by_beginning = _grouped((term[:2], number, term) for number, term in terms)
    places: _Places = defaultdict(dict)
    for sentence, text in enumerate(map(_folded, sentences)):
        for start in range(len(text)):
            for beginning in (text[start : start + 2], text[start]):
                for number, term in by_beginning.get(beginning, ()):
                    if text.startswith(term, start):
                        places[number][sentence] = None
    return places


def _english_places(sentences: Sequence[str], terms: Iterable[tuple[int, tuple[str, ...]]]) -> _Places:
    by_first_word = _grouped((words[0], number, words) for number, words in terms)
    places: _Places = defaultdict(dict)
    for sentence, text in enumerate(sentences):
        words = tuple(_words(text))
        for start, word in enumerate(words):
            for number, term in by_first_word.get(word, ()):
                if words[start : start + len(term)] == term:
                    places[number][sentence] = None
    return places


def _grouped(items: Iterable[tuple[str, int, Term]]) -> dict[str, list[tuple[int, Term]]]:
    groups: dict[str, list[tuple[int, Term]]] = defaultdict(list)
    for beginning, number, term in items:
        groups[beginning].append((number, term))
    return groups


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(text: str) -> Iterator[str]:
    return map(word_key, _WORD.findall(_folded(text)))
