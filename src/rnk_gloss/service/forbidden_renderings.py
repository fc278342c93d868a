"""Matches that use words which the glossary forbids for a term of their source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rnk_gloss.model.match import Match
from rnk_gloss.store.forbidden import entries_that_forbid
from rnk_gloss.store.units import state_of

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.model.entry import Entry
    from rnk_gloss.model.segment import Unit
    from rnk_gloss.service.terminology import FinderCache


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
    connection: sqlite3.Connection,
    forbidding: ForbiddingEntries,
    finder: Callable[[], FinderCache],
    matches: Iterable[Match],
) -> list[Match]:
    """The matches, each with the forbidden renderings that its target uses for terms that stand in its source.

    Terms are those that `recognise` finds with the `finder`, which is not made where no entry forbids anything.
    """
    keys = forbidding.current(connection)
    if not keys:
        return list(matches)
    from rnk_gloss.match.forbidden import forbidden_uses
    from rnk_gloss.service.terminology import recognise

    found = []
    for match in matches:
        hits = recognise(connection, finder(), match.source)
        entries = {hit.entry.id: hit.entry for hit in hits if _between_the_languages_of(hit.entry, match.unit)}
        if not keys.isdisjoint(entries):
            match = replace(match, forbidden=forbidden_uses(match.target, list(entries.values())))
        found.append(match)
    return found


def _between_the_languages_of(entry: Entry, unit: Unit) -> bool:
    pairs = ((entry.source_language, unit.source_language), (entry.target_language, unit.target_language))
    return all(one.partition("-")[0].lower() == other.partition("-")[0].lower() for one, other in pairs)
