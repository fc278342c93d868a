"""Matches that use words which the glossary forbids for a term of their source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rnk_gloss.model.match import Match
from rnk_gloss.store.forbidden import entries_that_forbid
from rnk_gloss.store.units import state_of
from rnk_gloss.text.languages import primary_language

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.model.entry import Entry, Recognised
    from rnk_gloss.model.segment import Unit


@dataclass(slots=True)
class ForbiddingEntries:
    """The entries that forbid a rendering, read anew when the store has changed."""

    state: tuple[int, int] | None = None
    keys: frozenset[int] = frozenset()

    def current(self, connection: sqlite3.Connection) -> frozenset[int]:
        """Their ids; empty for most glossaries."""
        state = state_of(connection)
        if state != self.state:
            self.keys, self.state = entries_that_forbid(connection), state
        return self.keys


def marked(
    matches: Iterable[Match], forbidding: frozenset[int], recognise: Callable[[str], Sequence[Recognised]]
) -> list[Match]:
    """The matches, each with the forbidden renderings that its target uses for terms that stand in its source.

    `forbidding` are the ids of the entries that forbid one; where there are none, no text is given to `recognise`.
    """
    if not forbidding:
        return list(matches)
    from rnk_gloss.match.forbidden import forbidden_uses

    found = []
    for match in matches:
        hits = recognise(match.source)
        entries = {hit.entry.id: hit.entry for hit in hits if _between_the_languages_of(hit.entry, match.unit)}
        if not forbidding.isdisjoint(entries):
            match = replace(match, forbidden=forbidden_uses(match.target, list(entries.values())))
        found.append(match)
    return found


def _between_the_languages_of(entry: Entry, unit: Unit) -> bool:
    pairs = ((entry.source_language, unit.source_language), (entry.target_language, unit.target_language))
    return all(primary_language(one) == primary_language(other) for one, other in pairs)
