"""Fuzzy lookup: every unit of the memory that is like a query, best first, each with its reasons."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rnk_gloss.errors import UsageError
from rnk_gloss.model.match import Comparison, Match, MatchKind
from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.model.status import Status
from rnk_gloss.model.unit import Unit
from rnk_gloss.store.fuzzy.search import FuzzyIndex
from rnk_gloss.store.units import offered_keys, state_of, tail_keys, units
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.match_words import code, counts_words, words
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.match import Difference

LOWEST_MINIMUM = 50
LONGEST_QUERY = 10_000
CONTEXT_SCORE = 101
LANGUAGES: Mapping[Side, str] = {"source": "ja", "target": "en"}
_BATCH = 16
_FIRST_COMPARED, _THEN_COMPARED = 16, 256


def text_of(unit: Unit, side: Side) -> str:
    """The text of one side of a unit."""
    return unit.source if side == "source" else unit.target


Rank = tuple[float, bool, int, str, int]
Ranked = tuple[Rank, Match]
_KINDS = tuple(MatchKind)


class Neighbours(NamedTuple):
    """What stands before and after a query in its text; empty at the ends of the text."""

    previous: str
    following: str

    def are_those_of(self, unit: Unit) -> bool:
        """Whether the unit stood between the same two, of which one at least is there."""
        beside = (nfc(self.previous.strip()), nfc(self.following.strip()))
        return any(beside) and beside == (unit.previous.strip(), unit.following.strip())


@dataclass(slots=True)
class MemoryCache:
    """Both sides of the index and the units that they have not taken in, read when they are first needed and kept
    until the store changes."""

    state: tuple[int, int] | None = None
    indexes: dict[Side, FuzzyIndex] = field(default_factory=dict)
    tails: dict[Shelf, list[tuple[int, str]]] = field(default_factory=dict)

    def refreshed(self, connection: sqlite3.Connection, side: Side) -> FuzzyIndex:
        """That side of the index as it is now; call this first in each read transaction."""
        state = state_of(connection)
        if state != self.state:
            self.indexes.clear()
            self.tails.clear()
            self.state = state
        if side not in self.indexes:
            self.indexes[side] = FuzzyIndex.read(connection, side)
        return self.indexes[side]

    def tail(self, connection: sqlite3.Connection, shelf: Shelf) -> list[tuple[int, str]]:
        """Ids and match keys of the units that the index has not taken in yet."""
        if shelf not in self.tails:
            self.tails[shelf] = tail_keys(connection, shelf, match_key)
        return self.tails[shelf]


def lookup(
    connection: sqlite3.Connection,
    cache: MemoryCache,
    query: str,
    *,
    minimum: float = 70,
    limit: int | None = 5,
    side: Side = "source",
    language: str | None = None,
    context: Neighbours | None = None,
    scoring: Scoring | None = None,
) -> list[Match]:
    """The units whose source (or target) is at least `minimum` (50–100) like the query, best first, at most `limit`.

    The language is that of the query and of this side: without one it is Japanese for sources, English for targets.

    An exact match whose neighbours are those of the `context` too has a score of 101.

    Among equals the approved and then the newest come first; of units with the same two texts one is shown. All are
    found: the score is never above the likeness of the match keys, and every unit that reaches it there is compared.
    Without a `scoring` it is that of `compare`. Penalties only lower it; the minimum and the order are of the score
    that is left.
    """
    query = nfc(query.strip())
    language = language or LANGUAGES[side]
    if not LOWEST_MINIMUM <= minimum <= 100:
        raise UsageError(f"the minimum must be between {LOWEST_MINIMUM} and 100, not {minimum:g}")
    if limit is not None and limit < 1:
        raise UsageError(f"the limit must be at least 1, not {limit}")
    if len(query) > LONGEST_QUERY:
        raise UsageError(f"a query cannot be longer than {LONGEST_QUERY:,} characters; this one has {len(query):,}")
    key = match_key(query, language)
    if not key:
        return []
    ranking = _Ranking()
    compared: dict[str, Comparison | None] = {}
    for near, unit in _likely(connection, cache, key, minimum, Shelf(side, language)):
        from rnk_gloss.match.compare import compare_from, highest_score
        from rnk_gloss.match.deductions import DEDUCTIONS

        deductions = DEDUCTIONS if scoring is None else scoring.deductions
        last = 0.0 if limit is None else ranking.score_at(limit)
        if last > highest_score(near.likeness):
            break
        # One text often has several translations. What was below the last of the best then is below it now.
        text = text_of(unit, side)
        if text not in compared:
            compared[text] = compare_from(
                max(minimum, last), query, text, language=language, deductions=deductions, keys=(key, near.key)
            )
        comparison = compared[text]
        if comparison is not None and comparison.score >= minimum:
            penalties = () if scoring is None else _penalties(connection, scoring, unit)
            match = _match(Asked(query, side, context), unit, comparison, penalties)
            if match.score >= minimum:
                ranking.add(match)
    return ranking.best(limit)


def _penalties(connection: sqlite3.Connection, scoring: Scoring, unit: Unit) -> tuple[Difference, ...]:
    penalties = scoring.penalties
    if not penalties.files or unit.id is None:
        return penalties.of(unit)
    from rnk_gloss.store.history import imported_from

    return penalties.of(unit, imported_from(connection, unit.id))


@dataclass(slots=True)
class _Ranking:
    """The matches found so far, best first, one for each pair of texts."""

    ranked: list[Ranked] = field(default_factory=list)
    ranks: dict[tuple[str, str], Rank] = field(default_factory=dict)

    def add(self, match: Match) -> None:
        """Takes a match in, unless a better one with the same texts is there."""
        rank, texts = _rank(match), (match.source, match.target)
        known = self.ranks.get(texts)
        if known is not None:
            if known <= rank:
                return
            del self.ranked[bisect_left(self.ranked, known, key=_rank_of)]
        self.ranks[texts] = rank
        insort(self.ranked, (rank, match), key=_rank_of)

    def score_at(self, limit: int) -> float:
        """The score of the last of so many matches, as its texts alone have it; 0 while there are fewer."""
        return min(self.ranked[limit - 1][1].score, 100.0) if len(self.ranked) >= limit else 0.0

    def best(self, limit: int | None) -> list[Match]:
        """The best matches, at most so many."""
        return [match for _, match in self.ranked[:limit]]


def _rank_of(ranked: Ranked) -> Rank:
    return ranked[0]


class Near(NamedTuple):
    """A unit whose match key is like that of a query: how much (0–100), its id, and that key."""

    likeness: float
    unit: int
    key: str


def _likely(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: float, shelf: Shelf
) -> Iterator[tuple[Near, Unit]]:
    """The units whose keys are like enough, best first."""
    close: list[Near] = []
    for bound, part in likenesses(connection, cache, key, int(minimum), shelf):
        close = sorted([*close, *part], key=lambda near: (-near.likeness, near.unit))
        while close and close[0].likeness >= bound:
            ready = {near.unit: near for near in close[:_BATCH] if near.likeness >= bound}
            close = close[len(ready) :]
            for unit in units(connection, list(ready)):
                assert unit.id is not None
                yield ready[unit.id], unit


def likenesses(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: int, shelf: Shelf
) -> Iterator[tuple[float, list[Near]]]:
    """All units whose key is `minimum` or more like `key`, in parts, each with a bound that no later likeness is above.

    Edits are counted in characters or, by the language, in words.
    """
    from rapidfuzz.distance import Levenshtein

    language = shelf.language
    index = cache.refreshed(connection, shelf.side)
    in_words = counts_words(language)
    asked = words(key) if in_words else key
    length = len(asked)

    def near(keyed: Iterable[tuple[int, str]]) -> Iterator[Near]:
        for identity, text in keyed:
            other = words(text) if in_words else text
            longer = max(length, len(other))
            # In whole numbers, so that no rounding loses a match: 100·distance ≤ (100 − minimum)·longer.
            most = (100 - minimum) * longer // 100
            distance = Levenshtein.distance(asked, other, score_cutoff=most)
            if distance <= most:
                yield Near(100.0 * (1 - distance / longer), identity, text)

    likely = sorted(
        (100.0 * (1 - one.distance / max(length, one.length)), one.unit)
        for one in index.likely(connection, code(key, language), minimum, language)
        if one.unit not in index.tail
    )
    part = [*near(cache.tail(connection, shelf))]
    size = _FIRST_COMPARED
    while likely:
        yield likely[-1][0], part
        now, likely = likely[-size:], likely[:-size]
        part = [*near(offered_keys(connection, [unit for _, unit in now], shelf, match_key))]
        size = _THEN_COMPARED
    yield 0.0, part


def _rank(match: Match) -> Rank:
    unit = match.unit
    # Descending text order is made by inverting the code points: sorted() takes one direction only.
    newest = "".join(chr(0x10FFFF - ord(character)) for character in unit.changed_at)
    return -match.score, unit.status is not Status.APPROVED, _KINDS.index(match.kind), newest, -(unit.id or 0)


class Asked(NamedTuple):
    """What a unit is compared with: a text, on one side, and what stands around it."""

    text: str
    side: Side
    context: Neighbours | None


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
