"""Rewriting by pattern or by table, in two ways that agree: fast, and with the origin of every character kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import add
from typing import ClassVar, Protocol

from rnk_gloss.model.traced import TracedText

Edit = tuple[int, int, str]


class Step(Protocol):
    """One rewriting: `apply` gives the new text, `edits` the places that it changes and what stands there then."""

    def apply(self, text: str) -> str: ...

    def edits(self, text: str) -> Sequence[Edit]: ...


_start = re.Match.start


def _nothing(_match: re.Match[str]) -> str:
    return ""


class Rewriting:
    """Each match of `pattern` is replaced by what `replacement` makes of it, or dropped.

    `needed`: of these every match holds one. Most texts hold none of them and are not searched.
    """

    def __init__(
        self, pattern: str, replacement: Callable[[re.Match[str]], str] | None = None, *, needed: Iterable[str] = ()
    ) -> None:
        self._written = pattern
        self._needed = tuple(needed)
        self.replacement = replacement or _nothing

    # Compiling takes a millisecond where a pattern names many letters; a short run needs few of the patterns.
    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for."""
        return re.compile(self._written)

    def apply(self, text: str) -> str:
        return self.pattern.sub(self.replacement, text) if self._can_match(text) else text

    def edits(self, text: str) -> Sequence[Edit]:
        if not self._can_match(text):
            return ()
        return [(match.start(), match.end(), self.replacement(match)) for match in self.pattern.finditer(text)]

    def _can_match(self, text: str) -> bool:
        for piece in self._needed:
            if piece in text:
                return True
        return not self._needed


_LONGEST_BY_HAND = 200


class WordTable:
    """The words of a table and where they stand in texts; of two that begin at one place the longer is taken."""

    # Patterns for the tables take longer to compile than so many short texts take to be read pair by pair. All tables
    # count together, so that one text waits for the patterns and not one for each.
    texts_by_hand: ClassVar[int] = 150

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = dict(words)
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._single = frozenset(word for word in self.words if len(word) == 1)
        for beginning, found in lengths.items():
            if beginning[0] in self._single:
                found.add(1)
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}

    def find(self, text: str) -> list[tuple[int, str]]:
        """The words in the text from left to right, none inside another, each with its place."""
        if WordTable.texts_by_hand > 0 and len(text) <= _LONGEST_BY_HAND:
            WordTable.texts_by_hand -= 1
            places: Iterable[int] = self._places_by_hand(text)
        elif self._beginnings.search(text) is None:
            return []
        else:
            places = map(_start, self._beginnings.finditer(text))
        lengths, words, free = self._lengths, self.words, 0
        found: list[tuple[int, str]] = []
        for place in places:
            if place < free:
                continue
            for length in lengths.get(text[place : place + 2]) or lengths.get(text[place]) or ():
                word = text[place : place + length]
                if word in words:
                    found.append((place, word))
                    free = place + len(word)
                    break
        return found

    def _places_by_hand(self, text: str) -> list[int]:
        lengths, single = self._lengths, self._single
        pairs = map(add, text, chain(text[1:], ("",)))
        return [place for place, pair in enumerate(pairs) if pair in lengths or pair[0] in single]

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        # A scan in C for the first two characters leaves few places to look at.
        pairs = [beginning for beginning in self._lengths if len(beginning) == 2]
        patterns = [f"{_one_of(pair[0] for pair in pairs)}(?={_one_of(pair[1] for pair in pairs)})"] if pairs else []
        patterns += [_one_of(sorted(self._single))] if self._single else []
        return re.compile("|".join(patterns))


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(dict.fromkeys(characters)))}]"


class TableRewriting:
    """Each word of a table is replaced by its other spelling where `fits(text, place, word)` allows."""

    __slots__ = ("_fits", "_table")

    def __init__(self, table: Mapping[str, str], fits: Callable[[str, int, str], bool] | None = None) -> None:
        self._table = WordTable(table)
        self._fits = fits

    def apply(self, text: str) -> str:
        found = self._table.find(text)
        if not found:
            return text
        pieces: list[str] = []
        free = 0
        for start, end, replaced in self._fitting(text, found):
            pieces += text[free:start], replaced
            free = end
        pieces.append(text[free:])
        return "".join(pieces)

    def edits(self, text: str) -> Sequence[Edit]:
        found = self._table.find(text)
        return [*self._fitting(text, found)] if found else ()

    def _fitting(self, text: str, found: list[tuple[int, str]]) -> Iterator[Edit]:
        words, fits = self._table.words, self._fits
        for place, word in found:
            if fits is None or fits(text, place, word):
                yield place, place + len(word), words[word]


def rewrite(text: str, steps: Iterable[Step]) -> str:
    """The text after all steps, in order."""
    for step in steps:
        text = step.apply(text)
    return text


def rewrite_traced(text: TracedText, steps: Iterable[Step]) -> TracedText:
    """The same text as `rewrite`, in which a replaced piece stands for all that it was made from."""
    for step in steps:
        edits = step.edits(text.text)
        if edits:
            changing = [edit for edit in edits if text.text[edit[0] : edit[1]] != edit[2]]
            text = _edited(text, changing) if changing else text
    return text


def _edited(traced: TracedText, edits: list[Edit]) -> TracedText:
    starts, ends = traced.starts[:], traced.ends[:]
    pieces: list[str] = []
    free = len(traced.text)
    # From the last one on, so that what was changed does not move what is changed next.
    for start, end, replaced in reversed(edits):
        pieces += traced.text[end:free], replaced
        free = start
        starts[start:end] = starts[start : start + 1] * len(replaced)
        ends[start:end] = ends[end - 1 : end] * len(replaced)
    pieces.append(traced.text[:free])
    return TracedText("".join(reversed(pieces)), starts, ends)
