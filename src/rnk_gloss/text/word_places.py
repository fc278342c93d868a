"""Where the words of a table stand in a text: read by hand in a short run, by an automaton in a long one."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from itertools import chain
from operator import add, itemgetter
from typing import TYPE_CHECKING

from rnk_gloss.text.preparation import Preparation

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# Of so many words a deterministic automaton is small and soon made; it is twice as fast as the other.
_FEW_WORDS = 1_000


class WordPlaces:
    """Some words and where they stand in texts; of two that begin at one place the longer is taken."""

    def __init__(self, words: Collection[str]) -> None:
        """The words are asked for one by one, so sets and dictionaries are fast; they must not change."""
        self._words = words
        Preparation.await_turn(self)

    def find(self, text: str) -> list[tuple[int, str]]:
        """The words in the text from left to right, none inside another, each with its place."""
        if Preparation.can_wait(text):
            Preparation.count()
            return self._found_by_hand(text)
        try:
            found = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            # Half a surrogate pair is a character to Python and to nobody else.
            return self._found_by_hand(text)
        return [(start, text[start:end]) for _, start, end in found]

    def prepare(self) -> None:
        """Make the automaton."""
        _ = self._automaton

    @cached_property
    def _automaton(self) -> AhoCorasick:
        # Loading it takes a millisecond, and thousands of words ten.
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        kind = Implementation.DFA if len(self._words) <= _FEW_WORDS else Implementation.ContiguousNFA
        return AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest, implementation=kind)

    def _found_by_hand(self, text: str) -> list[tuple[int, str]]:
        words, beginnings, free = self._words, self._beginnings, 0
        found: list[tuple[int, str]] = []
        for place, pair in enumerate(map(add, text, chain(text[1:], ("",)))):
            if place < free or not (pair in beginnings or pair[0] in beginnings):
                continue
            for length in range(self._longest, 0, -1):
                word = text[place : place + length]
                if word in words:
                    found.append((place, word))
                    free = place + len(word)
                    break
        return found

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        # Not by a comprehension, which takes a short run half a millisecond longer.
        return frozenset(map(itemgetter(slice(2)), self._words))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._words))


class WordsHeld:
    """Which of some words a text holds, also inside one another."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = tuple(words)
        Preparation.await_turn(self)

    def of(self, text: str) -> list[tuple[int, int, int]]:
        """The number of each word that the text holds, with where it stands from and to; in no order, perhaps twice."""
        if Preparation.is_done():
            try:
                return self._automaton.find_matches_as_indexes(text, overlapping=True)
            except UnicodeEncodeError:
                # See `WordPlaces`.
                pass
        places = map(text.find, self._words)
        return [(number, place, place + len(self._words[number])) for number, place in enumerate(places) if place >= 0]

    def prepare(self) -> None:
        """Make the automaton."""
        _ = self._automaton

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._words, implementation=Implementation.ContiguousNFA)
