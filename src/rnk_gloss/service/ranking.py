"""The best of the units that are like a query: compared, those first that can be best, and put into order."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from rnk_gloss.model.match import Comparison, Match, MatchKind
from rnk_gloss.model.side import Side
from rnk_gloss.model.status import Status
from rnk_gloss.model.unit import Unit
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.match.compare import Prospect
    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.match import Difference

CONTEXT_SCORE = 101
_KINDS = tuple(MatchKind)
_Rank = tuple[float, bool, int, str, int]
_Ranked = tuple[_Rank, Match]


def text_of(unit: Unit, side: Side) -> str:
    """The text of one side of a unit."""
    return unit.source if side == "source" else unit.target


class Neighbours(NamedTuple):
    """What stands before and after a query in its text; empty at the ends of the text."""

    previous: str
    following: str

    def are_those_of(self, unit: Unit) -> bool:
        """Whether the unit stood between the same two, of which one at least is there."""
        beside = (nfc(self.previous.strip()), nfc(self.following.strip()))
        return any(beside) and beside == (unit.previous.strip(), unit.following.strip())


class Asked(NamedTuple):
    """What units are compared with: a text, on one side, in a language, with its match key, and what stands around
    it."""

    text: str
    side: Side
    language: str
    key: str
    context: Neighbours | None


class _Waiting(NamedTuple):
    """A unit of which the key alone was compared. In order those are first that can score highest, and of these the one
    that was found first."""

    highest_negated: float
    number: int
    unit: Unit


@dataclass(slots=True)
class Ranking:
    """The matches of one query, best first, one for each pair of texts; at most `limit`, none under `minimum`.

    Units are given to it in the order of their likeness. Only those are compared whole that can be among the best.
    """

    connection: sqlite3.Connection
    asked: Asked
    minimum: float
    limit: int | None
    scoring: Scoring | None
    ranked: list[_Ranked] = field(default_factory=list)
    ranks: dict[tuple[str, str], _Rank] = field(default_factory=dict)
    waiting: list[_Waiting] = field(default_factory=list)
    prospects: dict[str, Prospect] = field(default_factory=dict)
    taken_in: int = 0

    def is_open_to(self, likeness: float) -> bool:
        """Whether a unit with a key of this likeness (0–100) could still be among the best."""
        from rnk_gloss.match.compare import highest_score

        bound = highest_score(likeness)
        self._rank_those_above(bound)
        return self._last <= bound

    def take_in(self, unit: Unit, key: str) -> None:
        """Takes in a unit with its match key; it is compared when its turn comes."""
        text = text_of(unit, self.asked.side)
        # One text often has several translations.
        if text not in self.prospects:
            self.prospects[text] = self._prospect(text, key)
        heappush(self.waiting, _Waiting(-self.prospects[text].highest, self.taken_in, unit))
        self.taken_in += 1

    def best(self) -> list[Match]:
        """The best matches of all units taken in."""
        self._rank_those_above(0.0)
        return [match for _, match in self.ranked[: self.limit]]

    def _prospect(self, text: str, key: str) -> Prospect:
        from rnk_gloss.match.compare import Prospect
        from rnk_gloss.match.deductions import DEDUCTIONS

        return Prospect(
            self.asked.text,
            text,
            language=self.asked.language,
            deductions=DEDUCTIONS if self.scoring is None else self.scoring.deductions,
            keys=(self.asked.key, key),
            least=max(self.minimum, self._last),
        )

    @property
    def _last(self) -> float:
        """The score of the last of those asked for, as its texts alone have it; 0 while there are fewer."""
        if self.limit is None or len(self.ranked) < self.limit:
            return 0.0
        return min(self.ranked[self.limit - 1][1].score, 100.0)

    def _rank_those_above(self, bound: float) -> None:
        """Compare the units that wait and can score so much, as long as they can be among the best."""
        while self.waiting and -self.waiting[0].highest_negated >= max(bound, self._last, self.minimum):
            unit = heappop(self.waiting).unit
            comparison = self.prospects[text_of(unit, self.asked.side)].comparison
            if comparison.score >= self.minimum:
                match = _match(self.asked, unit, comparison, self._penalties(unit))
                if match.score >= self.minimum:
                    self._add(match)

    def _penalties(self, unit: Unit) -> tuple[Difference, ...]:
        if self.scoring is None:
            return ()
        penalties = self.scoring.penalties
        if not penalties.files or unit.id is None:
            return penalties.of(unit)
        from rnk_gloss.store.history import imported_from

        return penalties.of(unit, imported_from(self.connection, unit.id))

    def _add(self, match: Match) -> None:
        """Adds a match, unless a better one with the same texts is there."""
        rank, texts = _rank(match), (match.source, match.target)
        known = self.ranks.get(texts)
        if known is not None:
            if known <= rank:
                return
            del self.ranked[bisect_left(self.ranked, known, key=_rank_of)]
        self.ranks[texts] = rank
        insort(self.ranked, (rank, match), key=_rank_of)


def _rank_of(ranked: _Ranked) -> _Rank:
    return ranked[0]


def _rank(match: Match) -> _Rank:
    unit = match.unit
    # Descending text order is made by inverting the code points: sorted() takes one direction only.
    newest = "".join(chr(0x10FFFF - ord(character)) for character in unit.changed_at)
    return -match.score, unit.status is not Status.APPROVED, _KINDS.index(match.kind), newest, -(unit.id or 0)


def _match(asked: Asked, unit: Unit, comparison: Comparison, penalties: tuple[Difference, ...]) -> Match:
    score, full, explanation = comparison.score, 100, comparison.explanation
    is_same = text_of(unit, asked.side) == asked.text
    if is_same and asked.context is not None and asked.context.are_those_of(unit):
        kind, full = MatchKind.CONTEXT, CONTEXT_SCORE
        score = float(CONTEXT_SCORE)
    elif is_same:
        kind = MatchKind.EXACT
    elif comparison.base == 100:
        kind = MatchKind.VARIANT
    else:
        kind = MatchKind.FUZZY
    if penalties:
        score = max(0.0, round(score - sum(penalty.cost for penalty in penalties), 6))
    if penalties or full > 100:
        from rnk_gloss.match.explanation import explain

        explanation = explain(score, comparison.differences, penalties, full=full)
    return Match(
        score=score,
        kind=kind,
        source=unit.source,
        target=unit.target,
        explanation=explanation,
        differences=(*comparison.differences, *penalties),
        unit=unit,
        side=asked.side,
    )
