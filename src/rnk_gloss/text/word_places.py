"""Where the words of a table stand in a text: read by hand in a short run, by an automaton in a long one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from operator import add
from typing import TYPE_CHECKING

from rnk_gloss.text.preparation import Preparation

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# Of so many words a deterministic automaton is small and soon made; it is twice as fast as the other.
_FEW_WORDS = 1_000


class WordPlaces:
    """Some words and where they stand in texts; of two that begin at one place the longer is taken."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
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
        lengths, single, words, free = self._lengths, self._single, self._words, 0
        found: list[tuple[int, str]] = []
        for place, pair in enumerate(map(add, text, chain(text[1:], ("",)))):
            if place < free or not (pair in lengths or pair[0] in single):
                continue
            for length in _falling(lengths.get(pair, 0) | (pair[0] in single)):
                word = text[place : place + length]
                if word in words:
                    found.append((place, word))
                    free = place + length
                    break
        return found

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(word for word in self._words if len(word) == 1)

    @cached_property
    def _lengths(self) -> dict[str, int]:
        """For each two characters that words begin with the lengths of these: one bit for each, the lowest for 1."""
        # Sets for a thousand beginnings take a short run a millisecond to make.
        lengths: dict[str, int] = {}
        for beginning, length in zip([word[:2] for word in self._words], map(len, self._words), strict=True):
            lengths[beginning] = lengths.get(beginning, 0) | 1 << length - 1
        return lengths


def _falling(bits: int) -> list[int]:
    """The lengths for which a bit is set, the greatest first."""
    return [length for length in range(bits.bit_length(), 0, -1) if bits >> length - 1 & 1]
