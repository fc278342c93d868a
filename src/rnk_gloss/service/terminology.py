"""Terms in use: which terms of the glossary stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rnk_gloss.match.terms import TermFinder
from rnk_gloss.model.entry import Entry, Recognised, Status
from rnk_gloss.model.selection import DEFAULT_CUT, EntrySelection
from rnk_gloss.store.entries import entries, entry_ids, forms_of_entries
from rnk_gloss.store.units import state_of

if TYPE_CHECKING:
    import sqlite3


@dataclass(slots=True)
class FinderCache:
    """The term finder over the glossary, made anew when the store has changed."""

    state: tuple[int, int] | None = None
    finder: TermFinder | None = None

    def current(self, connection: sqlite3.Connection) -> TermFinder:
        """A finder for approved entries and for candidates above the default cut."""
        state = state_of(connection)
        if self.finder is None or state != self.state:
            self.finder = TermFinder(_forms(connection))
            self.state = state
        return self.finder


def _forms(connection: sqlite3.Connection) -> Iterator[tuple[int, list[str]]]:
    shown = set(entry_ids(connection, EntrySelection((Status.APPROVED, Status.CANDIDATE), DEFAULT_CUT)))
    forms: dict[int, list[str]] = {}
    for key, form in forms_of_entries(connection, statuses=(Status.APPROVED, Status.CANDIDATE)):
        if key in shown:
            forms.setdefault(key, []).append(form)
    yield from forms.items()


def recognise(connection: sqlite3.Connection, cache: FinderCache, text: str) -> list[Recognised]:
    """The glossary's terms in the text, in order; spans count the characters of `text` as given."""
    hits = cache.current(connection).find(text)
    known: dict[int, Entry] = {
        entry.id: entry for entry in entries(connection, list(dict.fromkeys(hit.id for hit in hits)))
    }
    return [
        Recognised(hit.start, hit.end, text[hit.start : hit.end], known[hit.id], hit.form, hit.kind)
        for hit in hits
        if hit.id in known
    ]
