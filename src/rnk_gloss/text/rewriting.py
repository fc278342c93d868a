"""Rewriting by pattern or by table, each of which gives the new text, or the edits that make it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import methodcaller

from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.steps import LONGEST_SEARCHED, Edit, Step, Steps, rewrite
from rnk_gloss.text.word_places import WordPlaces

FENCE = "\0"
"""Stands between texts that are rewritten together: to each step it must be what the beginning or end of a text is."""


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
        if self._has_no_match(text):
            return text
        if len(text) > _LONG and self.needed and not self._begins_with_letter:
            return self._apply_to_parts(text)
        return self.pattern.sub(self._replacement, text)

    def _has_no_match(self, text: str) -> bool:
        """Whether something is missing that each match has; of short texts only those come that have what is needed."""
        if len(text) > LONGEST_SEARCHED and self.needed and not any(piece in text for piece in self.needed):
            return True
        return self._present != "" and not re.search(self._present, text)

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
        if self._has_no_match(text):
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


_FEW_WORDS = 200


class TableRewriting:
    """Each word of a table is replaced by its other spelling where `fits(text, place, word)` allows."""

    __slots__ = ("_fits", "_places", "_words", "needed")

    def __init__(self, table: Mapping[str, str], fits: Callable[[str, int, str], bool] | None = None) -> None:
        self._words = table
        self._places = WordPlaces(table)
        self._fits = fits
        # As many as can be looked for with what other steps need.
        self.needed = tuple(table) if len(table) <= _FEW_WORDS else ()

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
        self._steps = Steps(steps)

    def __missing__(self, run: str) -> str:
        rewritten = rewrite(run, self._steps)
        if len(run) <= _LONGEST_REMEMBERED and len(self) < _RUNS_REMEMBERED:
            self[run] = rewritten
        return rewritten
