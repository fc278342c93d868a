"""Where the settled terms stand: every verbatim occurrence that begins and ends at a word border."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

from rnk_gloss.extract.nesting import Nesting
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.proposals import Proposals
from rnk_gloss.extract.runs import Run
from rnk_gloss.model.span import Span

Place = tuple[int, Span]
# White space inside a name (小林 一郎) is no part of its form.
LONGEST_GAP = 2


def find_occurrences(
    passages: list[Passage], proposals: Proposals, nesting: Nesting, forms: Collection[str]
) -> dict[str, list[Place]]:
    """The places of each form, by number of passage and span in it, in order.

    Inside a longer noun run a place counts only where the run's structure allows a term there (no dictionary unit is
    cut), or where a rule saw it.
    """
    places: dict[str, set[Place]] = {form: set(proposals.by_form[form].places) for form in forms}
    beginnings = {form[:2] for form in forms}
    longest = max(map(len, forms), default=0)
    for number, passage in enumerate(passages):
        borders = _RunBorders(proposals.runs[number], nesting)
        for place in _matches(passage, places, beginnings, longest):
            if borders.allow(place):
                places[_form_at(passage, place)].add((number, place))
    return {form: sorted(found) for form, found in places.items()}


def _form_at(passage: Passage, place: Span) -> str:
    return "".join(passage.text[slice(*place)].split())


def _matches(
    passage: Passage, forms: Mapping[str, object], beginnings: Collection[str], longest: int
) -> Iterator[Span]:
    words = passage.words
    for first, word in enumerate(words):
        start = word.start
        if passage.text[start : start + 2] not in beginnings and word.text[:2] not in beginnings:
            continue
        for last in range(first, len(words)):
            place = Span(start, words[last].end)
            if place.end - place.start > longest + LONGEST_GAP:
                break
            if _form_at(passage, place) in forms:
                yield place


class _RunBorders:
    """The noun runs of one passage, asked whether a place in them may be a term."""

    def __init__(self, runs: list[Run], nesting: Nesting) -> None:
        self._runs = sorted(runs, key=lambda run: run[0].start)
        self._starts = [run[0].start for run in self._runs]
        self._nesting = nesting
        self._allowed: dict[int, frozenset[Span]] = {}

    def allow(self, place: Span) -> bool:
        number = bisect_right(self._starts, place.start) - 1
        if number < 0 or place.end > (end := self._runs[number][-1].end) or place.start >= end:
            return True
        if number not in self._allowed:
            self._allowed[number] = self._places(self._runs[number])
        return place in self._allowed[number]

    def _places(self, run: Run) -> frozenset[Span]:
        parts = [(0, len(run)), *self._nesting.allowed(run)]
        return frozenset(Span(run[start].start, run[end - 1].end) for start, end in parts)
