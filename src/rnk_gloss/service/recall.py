"""Proof on a user's own memory that a lookup misses nothing: the index against reading every unit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rnk_gloss.service.memory import MemoryCache, likenesses
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.units import offered_keys_of_all, sample_of_sources
from rnk_gloss.text.match_key import match_key

if TYPE_CHECKING:
    import sqlite3

MISSED_SHOWN = 5
# Of the characters of a source, so many are changed, so that its unit is no longer the only one that is like it.
_EDITED_SHARE = 0.25
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class RecallReport:
    """Of `expected` matches `found` were found; `missed` are examples of the others, each a query and a match key.

    `unexpected` counts what the index gave and no unit has: it should be 0 like the difference of the others.
    """

    queries: int
    expected: int
    found: int
    unexpected: int
    missed: tuple[tuple[str, str], ...]


def check_recall(
    workspace: Workspace, queries: int, *, minimum: int = 70, progress: Progress | None = None
) -> RecallReport:
    """Look up so many sources of the memory, edited at random, and compare with every unit read one by one."""
    chance = random.Random(queries)  # noqa: S311 - edits for a test, no secret
    expected = found = unexpected = 0
    missed: list[tuple[str, str]] = []
    cache = MemoryCache()
    with workspace.reading() as connection:
        sample = sample_of_sources(connection, queries, chance.randrange, _LONGEST)
        keys: dict[str, list[tuple[int, str]]] = {}
        for number, (source, language) in enumerate(sample):
            if progress is not None:
                progress("comparing with every unit", number, len(sample))
            query = _edited(source, chance)
            if language not in keys:
                keys[language] = offered_keys_of_all(connection, match_key, language)
            key = match_key(query, language)
            wanted = dict(_by_reading(key, keys[language], minimum))
            got = set(_by_index(connection, cache, key, minimum, language))
            expected += len(wanted)
            found += len(wanted.keys() & got)
            unexpected += len(got - wanted.keys())
            missed += [(query, other) for identity, other in wanted.items() if identity not in got]
    return RecallReport(len(sample), expected, found, unexpected, tuple(missed[:MISSED_SHOWN]))


def _by_index(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: int, language: str
) -> Iterator[int]:
    for _, part in likenesses(connection, cache, key, minimum, language):
        yield from (identity for _, identity in part)


def _by_reading(key: str, keyed: list[tuple[int, str]], minimum: int) -> Iterator[tuple[int, str]]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    length = len(key)
    most = (100 - minimum) * (length * 100 // minimum) // 100
    near = process.extract(
        key, [other for _, other in keyed], scorer=Levenshtein.distance, score_cutoff=most, limit=None
    )
    for other, distance, place in near:
        if 100 * distance <= (100 - minimum) * max(length, len(other)):
            yield keyed[place]


def _edited(text: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randrange(1 + int(len(text) * _EDITED_SHARE))):
        place = chance.randrange(len(characters) + 1)
        change = chance.random()
        if change < 1 / 3:
            characters.insert(place, chance.choice(text))
        elif place < len(characters) and len(characters) > 1:
            if change < 2 / 3:
                del characters[place]
            else:
                characters[place] = chance.choice(text)
    return "".join(characters)
