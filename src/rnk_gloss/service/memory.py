"""Fuzzy lookup: every unit of the memory that is like a query, best first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rnk_gloss.errors import UsageError
from rnk_gloss.model.match import Match
from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.model.unit import Unit
from rnk_gloss.service.ranking import Asked, Neighbours, Ranking
from rnk_gloss.store.fuzzy.search import FuzzyIndex
from rnk_gloss.store.units import languages_of, offered_keys, state_of, tail_keys, units
from rnk_gloss.text.languages import agree
from rnk_gloss.text.match_key import match_key, match_keys
from rnk_gloss.text.match_words import code, counts_words, words
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.match.scoring import Scoring

LOWEST_MINIMUM = 50
LONGEST_QUERY = 10_000
LANGUAGES: Mapping[Side, str] = {"source": "ja", "target": "en"}
_BATCH = 16
_FIRST_COMPARED, _THEN_COMPARED = 16, 256


@dataclass(slots=True)
class MemoryCache:
    """Both sides of the index and the units that they have not taken in, read when they are first needed and kept
    until the store changes."""

    state: tuple[int, int] | None = None
    indexes: dict[Side, FuzzyIndex] = field(default_factory=dict)
    languages: dict[Side, list[str]] = field(default_factory=dict)
    tails: dict[Shelf, list[tuple[int, str]]] = field(default_factory=dict)

    def refreshed(self, connection: sqlite3.Connection, side: Side) -> FuzzyIndex:
        """That side of the index as it is now; call this first in each read transaction."""
        state = state_of(connection)
        if state != self.state:
            self.indexes.clear()
            self.languages.clear()
            self.tails.clear()
            self.state = state
        if side not in self.indexes:
            self.indexes[side] = FuzzyIndex.read(connection, side)
        return self.indexes[side]

    def shelves(self, connection: sqlite3.Connection, side: Side, language: str) -> list[Shelf]:
        """Where texts in a language stand: those of `ja` also where another program wrote `ja-JP` or `jpn`."""
        self.refreshed(connection, side)
        if side not in self.languages:
            self.languages[side] = languages_of(connection, side)
        return [Shelf(side, present) for present in self.languages[side] if agree(language, present)]

    def tail(self, connection: sqlite3.Connection, shelf: Shelf) -> list[tuple[int, str]]:
        """Ids and match keys of the units that the index has not taken in yet."""
        if shelf not in self.tails:
            self.tails[shelf] = tail_keys(connection, shelf, match_keys)
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
    to: str | None = None,
    context: Neighbours | None = None,
    scoring: Scoring | None = None,
) -> list[Match]:
    """The units whose source (or target) is at least `minimum` (50–100) like the query, best first, at most `limit`.

    The language is that of the query and of this side: without one it is Japanese for sources, English for targets.
    With `to` only units are found whose other side is in that language. `en` is any English, `en-US` is not `en-GB`.

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
    if fault := fault_of(query):
        raise UsageError(fault)
    key = match_key(query, language)
    if not key:
        return []
    ranking = Ranking(connection, Asked(query, side, language, key, context), minimum, limit, scoring)
    for near, unit in _likely(connection, cache, key, minimum, cache.shelves(connection, side, language)):
        if not ranking.is_open_to(near.likeness):
            break
        if to is None or agree(to, unit.target_language if side == "source" else unit.source_language):
            ranking.take_in(unit, near.key)
    return ranking.best()


def fault_of(query: str) -> str:
    """Why a text cannot be looked up; empty where it can."""
    length = len(nfc(query.strip()))
    if length <= LONGEST_QUERY:
        return ""
    return f"a query cannot be longer than {LONGEST_QUERY:,} characters; this one has {length:,}"


class Near(NamedTuple):
    """A unit whose match key is like that of a query: how much (0–100), its id, and that key."""

    likeness: float
    unit: int
    key: str


_Part = tuple[float, list[Near]]


def _likely(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: float, shelves: Sequence[Shelf]
) -> Iterator[tuple[Near, Unit]]:
    """The units whose keys are like enough, best first."""
    close: list[Near] = []
    found = [likenesses(connection, cache, key, int(minimum), shelf) for shelf in shelves]
    for bound, part in found[0] if len(found) == 1 else _merged(found):
        close = sorted([*close, *part], key=lambda near: (-near.likeness, near.unit))
        while close and close[0].likeness >= bound:
            ready = {near.unit: near for near in close[:_BATCH] if near.likeness >= bound}
            close = close[len(ready) :]
            for unit in units(connection, list(ready)):
                assert unit.id is not None
                yield ready[unit.id], unit


def _merged(several: Sequence[Iterator[_Part]]) -> Iterator[_Part]:
    """The parts of several shelves, those first that may hold what is most alike."""
    bounds = dict.fromkeys(several, 100.0)
    while bounds:
        nearest = max(bounds, key=bounds.__getitem__)
        following = next(nearest, None)
        if following is None:
            del bounds[nearest]
        else:
            bounds[nearest], part = following
            yield max(bounds.values()), part


def _likeness(distance: int, longer: int) -> float:
    # To the last bit as `compare` has its base, which closes a ranking.
    return 100 * (longer - distance) / longer


def likenesses(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: int, shelf: Shelf
) -> Iterator[_Part]:
    """All units whose key is `minimum` or more like `key`, in parts, each with a bound that no later likeness is above.

    Edits are counted in characters or, by the language, in words.
    """
    from rnk_gloss.text.edits import distance_from

    language = shelf.language
    index = cache.refreshed(connection, shelf.side)
    in_words = counts_words(language)
    asked = words(key) if in_words else key
    length = len(asked)
    distance_to = distance_from(asked)

    def near(keyed: Iterable[tuple[int, str]]) -> Iterator[Near]:
        for identity, text in keyed:
            other = words(text) if in_words else text
            longer = max(length, len(other))
            # In whole numbers, so that no rounding loses a match: 100·distance ≤ (100 − minimum)·longer.
            most = (100 - minimum) * longer // 100
            distance = distance_to(other, score_cutoff=most)
            if distance <= most:
                yield Near(_likeness(distance, longer), identity, text)

    likely = sorted(
        (_likeness(one.distance, max(length, one.length)), one.unit)
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
