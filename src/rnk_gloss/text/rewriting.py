"""Rewriting by pattern or by table, in two ways that agree: fast, and with the origin of every character kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import methodcaller
from typing import Protocol

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.word_places import WordPlaces

Edit = tuple[int, int, str]

FENCE = "\0"
"""Stands between texts that are rewritten together: to each step it must be what the beginning or end of a text is."""


class Step(Protocol):
    """One rewriting: `apply` gives the new text.

    Each text that it changes has one of the pieces `needed`; where there are none, it may change any.
    """

    @property
    def needed(self) -> tuple[str, ...]: ...

    def apply(self, text: str) -> str: ...


class TracedStep(Step, Protocol):
    """A rewriting that tells the places that it changes, and what stands there then."""

    def edits(self, text: str) -> Sequence[Edit]: ...


# Where so large a part of very many texts have what a step needs, all of them are searched at once.
_LONG, _PART_OF_TEXTS = 4_000, 3


class Rewriting:
    """Each match of `pattern` is replaced by `replacement`, or by what that makes of it; without one it is dropped.

    `needed`: of these every match holds one. Most texts hold none of them and are not searched. `present`: a pattern
    that is found faster, somewhere in each text that has a match.
    """

    def __init__(
        self,
        pattern: str,
        replacement: Callable[[re.Match[str]], str] | str = "",
        *,
        needed: Iterable[str] = (),
        present: str = "",
    ) -> None:
        self._written = pattern
        self.needed = tuple(needed)
        self._present = present
        # As what a match makes of it, so that both ways to rewrite read it alike.
        has_groups = isinstance(replacement, str) and "\\" in replacement
        self._replacement = methodcaller("expand", replacement) if has_groups else replacement
        Preparation.await_turn(self)

    def prepare(self) -> None:
        """Compile the pattern, before a text needs it."""
        _ = self.pattern

    # Compiling takes a millisecond where a pattern names many letters; a short run needs few of the patterns.
    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for."""
        return re.compile(self._written)

    def apply(self, text: str) -> str:
        if len(text) > _LONG and self.needed and not self._begins_with_letter:
            return self._apply_to_parts(text)
        if self._present and not re.search(self._present, text):
            return text
        return self.pattern.sub(self._replacement, text)

    @property
    def _begins_with_letter(self) -> bool:
        return self._written[0] not in r"[(\.^$|" and self._written[1:2] not in "?*+{|"

    def _apply_to_parts(self, text: str) -> str:
        """The same for many texts with fences between them, of which few have what is needed.

        To find a piece takes a tenth of the time that a pattern takes, unless this begins with a letter.
        """
        ends: dict[int, int] = {}
        most = len(text) // _PART_OF_TEXTS
        for piece in self.needed:
            place = text.find(piece)
            while place >= 0:
                start, end = text.rfind(FENCE, 0, place) + 1, text.find(FENCE, place)
                end = len(text) if end < 0 else end
                if start not in ends:
                    ends[start] = end
                    most -= end - start
                    if most < 0:
                        return self.pattern.sub(self._replacement, text)
                place = text.find(piece, end)
        if not ends:
            return text
        starts = sorted(ends)
        parts = [text[start : ends[start]] for start in starts]
        rewritten = self.pattern.sub(self._replacement, FENCE.join(parts)).split(FENCE)
        if rewritten == parts:
            return text
        pieces: list[str] = []
        free = 0
        for start, part in zip(starts, rewritten, strict=True):
            pieces += text[free:start], part
            free = ends[start]
        pieces.append(text[free:])
        return "".join(pieces)

    def edits(self, text: str) -> Sequence[Edit]:
        if self._present and not re.search(self._present, text):
            return ()
        replacement = self._replacement
        return [
            (match.start(), match.end(), replacement if isinstance(replacement, str) else replacement(match))
            for match in self.pattern.finditer(text)
        ]


def word_pairs(table: str) -> dict[str, str]:
    """The words of a table, `word=other` and parted by spaces or line ends, each with its other spelling."""
    # Not item by item, which takes twice as long for thousands that a short run does not need.
    words = table.replace("=", " ").split()
    return dict(zip(words[::2], words[1::2], strict=True))


class TableRewriting:
    """Each word of a table is replaced by its other spelling where `fits(text, place, word)` allows."""

    __slots__ = ("_fits", "_places", "_words")
    needed = ()

    def __init__(self, table: Mapping[str, str], fits: Callable[[str, int, str], bool] | None = None) -> None:
        self._words = table
        self._places = WordPlaces(table)
        self._fits = fits

    def apply(self, text: str) -> str:
        found = self._places.find(text)
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
        found = self._places.find(text)
        return [*self._fitting(text, found)] if found else ()

    def _fitting(self, text: str, found: list[tuple[int, str]]) -> Iterator[Edit]:
        words, fits = self._words, self._fits
        for place, word in found:
            if fits is None or fits(text, place, word):
                yield place, place + len(word), words[word]


_RUNS_REMEMBERED, _LONGEST_REMEMBERED = 20_000, 40


class RunRewriting:
    """Each match of `pattern`, which has no group, is rewritten by the same steps, which must not look at what stands
    around it.

    What becomes of a run is remembered: few words make up most of those of a text.
    """

    needed = ()

    def __init__(self, pattern: str, steps: Sequence[Step]) -> None:
        self._written = pattern
        self._runs = _Runs(steps)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"({self._written})")

    def apply(self, text: str) -> str:
        pieces = self._pattern.split(text)
        # Every second piece is a run.
        pieces[1::2] = map(self._runs.__getitem__, pieces[1::2])
        return "".join(pieces)


class _Runs(dict[str, str]):
    """What runs become, made when it is asked for."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, run: str) -> str:
        rewritten = rewrite(run, self._steps)
        if len(run) <= _LONGEST_REMEMBERED and len(self) < _RUNS_REMEMBERED:
            self[run] = rewritten
        return rewritten


def rewrite(text: str, steps: Iterable[Step]) -> str:
    """The text after all steps, in order."""
    # What a step needs is looked for here: of a hundred steps a text goes through few, and calling each takes longer.
    for step in steps:
        needed = step.needed
        for piece in needed:
            if piece in text:
                break
        else:
            if needed:
                continue
        text = step.apply(text)
    return text


def rewrite_traced(text: TracedText, steps: Iterable[TracedStep]) -> TracedText:
    """The same text as `rewrite`, in which a replaced piece stands for all that it was made from."""
    written = text.text
    for step in steps:
        needed = step.needed
        for piece in needed:
            if piece in written:
                break
        else:
            if needed:
                continue
        changing = [_narrowed(written, edit) for edit in step.edits(written) if written[edit[0] : edit[1]] != edit[2]]
        if changing:
            text = _edited(text, changing)
            written = text.text
    return text


def _narrowed(written: str, edit: Edit) -> Edit:
    """The edit without the hiragana that it leaves alone at its beginning, or else at its end, while something stays of
    both: けます and ける differ behind け, 後に and あとに before に."""
    start, end, replaced = edit
    most = min(end - start, len(replaced)) - 1
    kept = 0
    while kept < most and written[start + kept] == replaced[kept] and "ぁ" <= replaced[kept] <= "ゖ":
        kept += 1
    if kept:
        return start + kept, end, replaced[kept:]
    while kept < most and written[end - 1 - kept] == replaced[-1 - kept] and "ぁ" <= replaced[-1 - kept] <= "ゖ":
        kept += 1
    return start, end - kept, replaced[: len(replaced) - kept]


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
