"""Rewriting by pattern or by table, in two ways that agree: fast, and with the origin of every character kept."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from rnk_gloss.model.traced import TracedText

Edit = tuple[int, int, str]


class Step(Protocol):
    """One rewriting: `apply` gives the new text, `edits` the places that it changes and what stands there then."""

    def apply(self, text: str) -> str: ...

    def edits(self, text: str) -> Iterator[Edit]: ...


def _nothing(_match: re.Match[str]) -> str:
    return ""


class Rewriting:
    """Each match of `pattern` is replaced by what `replacement` makes of it, or dropped."""

    __slots__ = ("pattern", "replacement")

    def __init__(self, pattern: str, replacement: Callable[[re.Match[str]], str] | None = None) -> None:
        self.pattern = re.compile(pattern)
        self.replacement = replacement or _nothing

    def apply(self, text: str) -> str:
        return self.pattern.sub(self.replacement, text)

    def edits(self, text: str) -> Iterator[Edit]:
        for match in self.pattern.finditer(text):
            yield match.start(), match.end(), self.replacement(match)


class WordTable:
    """The words of a table and where they stand in texts; of two that begin at one place the longer is taken."""

    __slots__ = ("_beginnings", "_lengths", "words")

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = dict(words)
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[:2], set()).add(len(word))
        single = [word for word in self.words if len(word) == 1]
        for word in single:
            for beginning in [beginning for beginning in lengths if beginning[0] == word]:
                lengths[beginning].add(1)
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}
        # A scan in C for the first two characters leaves few places to look at.
        pairs = [beginning for beginning in lengths if len(beginning) == 2]
        patterns = [f"{_one_of(pair[0] for pair in pairs)}(?={_one_of(pair[1] for pair in pairs)})"] if pairs else []
        patterns += [_one_of(single)] if single else []
        self._beginnings = re.compile("|".join(patterns))

    def find(self, text: str) -> list[tuple[int, str]]:
        """The words in the text from left to right, none inside another, each with its place."""
        lengths, words, free = self._lengths, self.words, 0
        found: list[tuple[int, str]] = []
        for match in self._beginnings.finditer(text):
            place = match.start()
            if place < free:
                continue
            for length in lengths.get(text[place : place + 2]) or lengths.get(text[place]) or ():
                word = text[place : place + length]
                if word in words:
                    found.append((place, word))
                    free = place + len(word)
                    break
        return found


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

    def edits(self, text: str) -> Iterator[Edit]:
        return self._fitting(text, self._table.find(text))

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
        if step.apply(text.text) != text.text:
            text = _edited(text, [edit for edit in step.edits(text.text) if text.text[edit[0] : edit[1]] != edit[2]])
    return text


def _edited(traced: TracedText, edits: list[Edit]) -> TracedText:
    text, place = traced.text, 0
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    for start, end, replaced in edits:
        pieces += text[place:start], replaced
        starts += traced.starts[place:start]
        ends += traced.ends[place:start]
        starts += array("I", [traced.starts[start]] * len(replaced))
        ends += array("I", [traced.ends[end - 1]] * len(replaced))
        place = end
    pieces.append(text[place:])
    starts += traced.starts[place:]
    ends += traced.ends[place:]
    return TracedText("".join(pieces), starts, ends)
