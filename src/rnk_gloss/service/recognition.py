"""The glossary's terms in a text: recognised from a cold store by the keys that it holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.match.term_source import KnownForm, ListedTerms
from rnk_gloss.model.entry import Entry, Recognised
from rnk_gloss.model.selection import DEFAULT_CUT
from rnk_gloss.store.connection import reported
from rnk_gloss.store.entries import entries
from rnk_gloss.store.term_keys import forms_with_keys, lengths_of_keys, tail_length, waiting_forms
from rnk_gloss.store.units import state_of
from rnk_gloss.text.languages import primary_language

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.match.term_hits import Recognition, TermHit
    from rnk_gloss.service.workspace import Workspace

# So much of what was asked is remembered; a text that repeats itself is then answered without the store.
MOST_REMEMBERED = 200_000
# So many entries are given their keys in memory, in some tens of milliseconds.
LONGEST_TAIL = 1_000


class StoredTerms:
    """The terms of a glossary in one language; what was asked for once is not asked for again.

    Entries that wait for their keys are held in memory beside it.
    """

    __slots__ = ("_connection", "_forms", "_language", "_lengths", "_waiting")

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        self._connection = connection
        self._language = language
        self._waiting = ListedTerms(waiting_forms(connection, language, DEFAULT_CUT), language)
        self._lengths: dict[str, Sequence[int]] = {}
        self._forms: dict[str, Sequence[KnownForm]] = {}

    def lengths(self, beginnings: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """The lengths of the keys that begin so."""
        if len(self._lengths) > MOST_REMEMBERED:
            self._lengths.clear()
        known = self._lengths
        new = {beginning for beginning in beginnings if beginning not in known}
        if new:
            known.update(dict.fromkeys(new, ()))
            known.update(lengths_of_keys(self._connection, self._language, new))
            waiting = self._waiting.lengths(beginnings)
            for beginning in waiting.keys() & new:
                known[beginning] = [*{*known[beginning], *waiting[beginning]}]
        return known

    def forms(self, keys: Collection[str]) -> Mapping[str, Sequence[KnownForm]]:
        """The forms that have these keys, of approved entries and of candidates above the default cut."""
        if len(self._forms) > MOST_REMEMBERED:
            self._forms.clear()
        known = self._forms
        new = [key for key in keys if key not in known]
        if new:
            known.update(dict.fromkeys(new, ()))
            for key, rows in forms_with_keys(self._connection, self._language, new, DEFAULT_CUT).items():
                known[key] = [KnownForm(*row) for row in rows]
            waiting = self._waiting.forms(keys)
            for key in waiting.keys() & new:
                known[key] = [*known[key], *waiting[key]]
        return known


@dataclass(slots=True)
class RecognitionCache:
    """What was read of the glossary, until the store changes: terms by language, and the entries that were found."""

    state: tuple[int, int] | None = None
    terms: dict[str, StoredTerms] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)

    def current_terms(self, connection: sqlite3.Connection, language: str) -> StoredTerms:
        """The terms as they are now; call this first in each read transaction."""
        state = state_of(connection)
        if state != self.state:
            self.terms.clear()
            self.entries.clear()
            self.state = state
        if language not in self.terms:
            self.terms[language] = StoredTerms(connection, language)
        return self.terms[language]

    def known_entries(self, connection: sqlite3.Connection, keys: Collection[int]) -> Mapping[int, Entry]:
        """The entries of these ids."""
        if len(self.entries) > MOST_REMEMBERED:
            self.entries.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self.entries]
        if new:
            self.entries.update((entry.id, entry) for entry in entries(connection, new))
        return self.entries


def prepare(workspace: Workspace, cache: RecognitionCache) -> None:
    """Give entries their keys where so many wait that to hold them in memory would take long: another program added
    them, or an older version of this one."""
    with reported(workspace.path):
        changed = state_of(workspace.connection) != cache.state
        if changed and tail_length(workspace.connection) > LONGEST_TAIL:
            workspace.keep_index()


def recognise(
    connection: sqlite3.Connection, cache: RecognitionCache, text: str, *, language: str = "ja", refused: bool = False
) -> list[Recognised]:
    """The glossary's terms in a text of this language, in order; spans count the characters of `text` as given.

    In Japanese they are the terms and variants of entries, in the language of the targets these, forbidden ones too.
    With `refused`, what looks like a term but is none there stands among them, with its `refusal`.
    """
    code = primary_language(language)
    terms = cache.current_terms(connection, code)
    found = _found(terms, text, code)
    hits = sorted((*found.hits, *found.refused), key=_by_place) if refused else found.hits
    known = cache.known_entries(connection, [hit.id for hit in hits])
    return [_recognised(hit, known[hit.id], text, code) for hit in hits if hit.id in known]


def _found(terms: StoredTerms, text: str, language: str) -> Recognition:
    if language == "ja":
        from rnk_gloss.match.terms import TermFinder

        return TermFinder(terms).recognise(text)
    from rnk_gloss.match.english_terms import EnglishTermFinder

    return EnglishTermFinder(terms).recognise(text)


def _by_place(hit: TermHit) -> tuple[int, int, int]:
    return hit.start, hit.end, hit.id


def _recognised(hit: TermHit, entry: Entry, text: str, language: str) -> Recognised:
    target = None
    if primary_language(entry.source_language) != language:
        target = next((target for target in entry.targets if target.text == hit.form), None)
    return Recognised(
        hit.start, hit.end, text[hit.start : hit.end], entry, hit.form, hit.kind, refusal=hit.refusal, target=target
    )
