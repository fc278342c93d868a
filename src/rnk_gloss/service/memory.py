"""Fuzzy lookup: every unit of the memory that is like a query, best first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.errors import UsageError
from rnk_gloss.match.compare import compare
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import Comparison, Match, MatchKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.store.units import match_keys, state_of, units
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3

LOWEST_MINIMUM = 50
LONGEST_QUERY = 10_000
_BATCH = 64

Rank = tuple[float, bool, str, int]
Ranked = tuple[Rank, Match]


@dataclass(slots=True)
class MemoryCache:
    """Match keys of the memory by language and length, read when they are first needed and until the store changes."""

    state: tuple[int, int] | None = None
    keys: dict[tuple[str, int], tuple[list[int], list[str]]] = field(default_factory=dict)

    def of_length(self, connection: sqlite3.Connection, length: int, language: str) -> tuple[list[int], list[str]]:
        """Ids and keys of this length; call `refresh` first in each read transaction."""
        known = self.keys.get((language, length))
        if known is None:
            rows = list(match_keys(connection, length, language))
            known = self.keys[language, length] = ([row[0] for row in rows], [row[1] for row in rows])
        return known

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Forget what was read when this or another process has written since."""
        state = state_of(connection)
        if state != self.state:
            self.keys.clear()
            self.state = state


def lookup(
    connection: sqlite3.Connection,
    cache: MemoryCache,
    query: str,
    *,
    minimum: float = 70,
    limit: int | None = 5,
    language: str = "ja",
) -> list[Match]:
    """The units whose source is at least `minimum` (50–100) like the query, best first, at most `limit`.

    Among equals the approved and then the newest come first; of units with the same two texts one is shown. All are
    found: the score is never above the likeness of the match keys, and every unit that reaches it there is compared.
    """
    query = nfc(query.strip())
    if not LOWEST_MINIMUM <= minimum <= 100:
        raise UsageError(f"the minimum must be between {LOWEST_MINIMUM} and 100, not {minimum:g}")
    if limit is not None and limit < 1:
        raise UsageError(f"the limit must be at least 1, not {limit}")
    if len(query) > LONGEST_QUERY:
        raise UsageError(f"a query cannot be longer than {LONGEST_QUERY:,} characters; this one has {len(query):,}")
    key = match_key(query, language)
    if not key:
        return []
    cache.refresh(connection)
    found: list[Ranked] = []
    for base, batch in _likely(connection, cache, key, minimum, language):
        if limit is not None and len(found) >= limit and found[limit - 1][1].score > base:
            break
        for unit in batch:
            comparison = compare(query, unit.source, language=language)
            if comparison.score >= minimum:
                found.append((_rank(comparison.score, unit), _match(query, unit, comparison, language)))
        found = _distinct(sorted(found, key=lambda pair: pair[0]))
    return [match for _, match in found[:limit]]


def _likely(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: float, language: str
) -> Iterator[tuple[float, list[Unit]]]:
    """Batches of units whose keys are like enough, best first, with the best likeness (0–100) in each batch."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    length = len(key)
    # In whole numbers, so that no rounding loses a match: 100·distance ≤ (100 − minimum)·longer.
    slack = 100 - int(minimum)
    close: list[tuple[float, int]] = []
    for other in range(max(1, -(-length * int(minimum) // 100)), length * 100 // int(minimum) + 1):
        ids, keys = cache.of_length(connection, other, language)
        if keys:
            longer = max(length, other)
            near = process.extract(
                key, keys, scorer=Levenshtein.distance, score_cutoff=slack * longer // 100, limit=None
            )
            close += [(100.0 * (1 - distance / longer), ids[place]) for _, distance, place in near]
    close.sort(key=lambda pair: (-pair[0], pair[1]))
    for start in range(0, len(close), _BATCH):
        part = close[start : start + _BATCH]
        yield part[0][0], units(connection, [identity for _, identity in part])


def _rank(score: float, unit: Unit) -> Rank:
    # Descending text order is made by inverting the code points: sorted() takes one direction only.
    newest = "".join(chr(0x10FFFF - ord(character)) for character in unit.changed_at)
    return -score, unit.status is not Status.APPROVED, newest, -(unit.id or 0)


def _distinct(found: list[Ranked]) -> list[Ranked]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for rank, match in found:
        if (match.source, match.target) not in seen:
            seen.add((match.source, match.target))
            kept.append((rank, match))
    return kept


def _match(query: str, unit: Unit, comparison: Comparison, language: str) -> Match:
    if unit.source == query:
        kind = MatchKind.EXACT
    elif match_key(unit.source, language) == match_key(query, language):
        kind = MatchKind.VARIANT
    else:
        kind = MatchKind.FUZZY
    return Match(
        score=comparison.score,
        kind=kind,
        source=unit.source,
        target=unit.target,
        explanation=comparison.explanation,
        differences=comparison.differences,
        unit=unit,
    )
