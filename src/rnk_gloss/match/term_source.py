"""Where the terms come from that are looked for: a store that is asked for what a text needs, or a list in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from rnk_gloss.text.term_keys import term_keys


class KnownForm(NamedTuple):
    """A form of the term of an entry, as the glossary writes it."""

    entry: int
    form: str


class TermSource(Protocol):
    """Answers for many beginnings or keys at once; what it does not know is left out."""

    def lengths(self, beginnings: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """The lengths of the keys that begin so; more of them than there are is no fault."""

    def forms(self, keys: Collection[str]) -> Mapping[str, Sequence[KnownForm]]:
        """The forms that have these keys."""


class ListedTerms:
    """Terms held in memory. `entries` gives each entry's number with the forms of its term, the main one first."""

    __slots__ = ("_forms", "_lengths")

    def __init__(self, entries: Iterable[tuple[int, Sequence[str]]], language: str = "ja") -> None:
        self._forms: dict[str, list[KnownForm]] = {}
        self._lengths: dict[str, list[int]] = {}
        for number, forms in entries:
            for form in forms:
                for key in term_keys(form, language):
                    self._forms.setdefault(key.key, []).append(KnownForm(number, form))
                    lengths = self._lengths.setdefault(key.beginning, [])
                    if key.length not in lengths:
                        lengths.append(key.length)

    def lengths(self, beginnings: Sequence[str]) -> Mapping[str, Sequence[int]]:
        """All lengths: to pick out those that were asked for would take longer."""
        return self._lengths

    def forms(self, keys: Collection[str]) -> Mapping[str, Sequence[KnownForm]]:
        """All forms."""
        return self._forms
