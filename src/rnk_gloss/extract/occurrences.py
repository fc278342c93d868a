"""Where the settled terms stand: every verbatim occurrence that begins and ends at a word border."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping

from rnk_gloss.extract.nesting import Nesting
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.proposals import Proposals
from rnk_gloss.extract.runs import Run
from rnk_gloss.model.span import Span

Place = tuple[int, Span]
# White space inside a name (小林 一郎) is no part of its form.
LONGEST_GAP = 2


def find_occurrences(
    passages: list[Passage],
    proposals: Proposals,
    nesting: Nesting,
    forms: Collection[str],
    progress: Callable[[int, int], None],
) -> dict[str, list[Place]]:
    """The places of each form, by number of passage and span in it, in order.

    Inside a longer noun run a place counts only where the run's structure allows a term there (no dictionary unit is
    cut), or where a rule saw it. `progress` is told the passages done and in all.
    """
    places: dict[str, set[Place]] = {form: set(proposals.by_form[form].places) for form in forms}
    longest: dict[str, int] = {}
    for form in forms:
        longest[form[:2]] = max(longest.get(form[:2], 0), len(form))
    for number, passage in enumerate(passages):
        borders = _RunBorders(proposals.runs[number], nesting)
        for place in _matches(passage, places, longest):
            if borders.allow(place):
                places[_form_at(passage, place)].add((number, place))
        progress(number, len(passages))
    return {form: sorted(found) for form, found in places.items()}


def _form_at(passage: Passage, place: Span) -> str:
    parts = passage.text[place.start : place.end].split()
    return parts[0] if len(parts) == 1 else "".join(parts)


def _matches(passage: Passage, forms: Mapping[str, object], longest: Mapping[str, int]) -> Iterator[Span]:
    """The places between word borders that hold a form; `longest` says how long forms are that begin alike."""
    words = passage.words
    ends = [word.end for word in words]
    for first, word in enumerate(words):
        start = word.start
        reach = _reach(passage.text[start : start + 2 + LONGEST_GAP], longest)
        if not reach:
            continue
        for last in range(first, bisect_right(ends, start + reach + LONGEST_GAP)):
            place = Span(start, ends[last])
            if _form_at(passage, place) in forms:
                yield place


def _reach(beginning: str, longest: Mapping[str, int]) -> int:
    """How long a form can be that begins so, whether or not white space stands in it; 0 where none does."""
    spaced = "".join(beginning.split())[:2]
    return max(longest.get(beginning[:2], 0), longest.get(spaced, 0))


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
