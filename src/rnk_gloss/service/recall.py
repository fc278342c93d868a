"""Proof on a user's own memory that a lookup misses nothing: the index against reading every unit."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from rnk_gloss.model.side import Shelf, Side
from rnk_gloss.service.memory import MemoryCache, likenesses
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.units import offered_keys_of_all, sample_of_texts
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.match_words import counted, counts_words, words

if TYPE_CHECKING:
    import sqlite3

MISSED_SHOWN = 5
# Of the characters or words of a text, so many are changed, so that its unit is no longer the only one that is like it.
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
    workspace: Workspace,
    queries: int,
    *,
    minimum: int = 70,
    side: Side = "source",
    progress: Progress | None = None,
) -> RecallReport:
    """Look up so many texts of one side of the memory, edited at random, and compare with every unit read one by one.

    The side of the targets must be kept (`Glossary.lookup` and `db reindex` see to that).
    """
    chance = random.Random(queries)  # noqa: S311 - edits for a test, no secret
    expected = found = unexpected = 0
    missed: list[tuple[str, str]] = []
    cache = MemoryCache()
    with workspace.reading() as connection:
        sample = sample_of_texts(connection, side, queries, chance.randrange, _LONGEST)
        stored: dict[str, list[_Stored]] = {}
        for number, (text, language) in enumerate(sample):
            if progress is not None:
                progress("comparing with every unit", number, len(sample))
            query, shelf = _edited(text, language, chance), Shelf(side, language)
            if language not in stored:
                stored[language] = list(_all_units(connection, shelf))
            key = match_key(query, language)
            if not key:
                continue
            wanted = dict(_by_reading(counted(key, language), stored[language], minimum))
            got = set(_by_index(connection, cache, key, minimum, shelf))
            expected += len(wanted)
            found += len(wanted.keys() & got)
            unexpected += len(got - wanted.keys())
            missed += [(query, other) for identity, other in wanted.items() if identity not in got]
    return RecallReport(len(sample), expected, found, unexpected, tuple(missed[:MISSED_SHOWN]))


def _by_index(
    connection: sqlite3.Connection, cache: MemoryCache, key: str, minimum: int, shelf: Shelf
) -> Iterator[int]:
    for _, part in likenesses(connection, cache, key, minimum, shelf):
        yield from (near.unit for near in part)


class _Stored(NamedTuple):
    """A unit, its match key, and what edits of that are counted in."""

    unit: int
    key: str
    counted: Sequence[str]


def _all_units(connection: sqlite3.Connection, shelf: Shelf) -> Iterator[_Stored]:
    for unit, key in offered_keys_of_all(connection, shelf, match_key):
        if not key:
            # Of a text that is nothing but … or 。 there is nothing to look for.
            continue
        # A word is in memory once, however often it stands in millions of units.
        parts = list(map(intern, words(key))) if counts_words(shelf.language) else key
        yield _Stored(unit, key, parts)


def _by_reading(key: Sequence[str], stored: Sequence[_Stored], minimum: int) -> Iterator[tuple[int, str]]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    length = len(key)
    most = (100 - minimum) * (length * 100 // minimum) // 100
    near = process.extract(
        key, [one.counted for one in stored], scorer=Levenshtein.distance, score_cutoff=most, limit=None
    )
    for other, distance, place in near:
        if 100 * distance <= (100 - minimum) * max(length, len(other)):
            yield stored[place].unit, stored[place].key


def _edited(text: str, language: str, chance: random.Random) -> str:
    between = " " if counts_words(language) else ""
    given = text.split(" ") if between else list(text)
    parts = list(given)
    for _ in range(chance.randrange(1 + int(len(given) * _EDITED_SHARE))):
        place = chance.randrange(len(parts) + 1)
        change = chance.random()
        if change < 1 / 3:
            parts.insert(place, chance.choice(given))
        elif place < len(parts) and len(parts) > 1:
            if change < 2 / 3:
                del parts[place]
            else:
                parts[place] = chance.choice(given)
    return between.join(parts)
