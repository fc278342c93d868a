"""Looking words and names up in the compact dictionary file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: English glosses, parts of speech, marks (usage notes) and fields, as JMdict has them."""

    glosses: tuple[str, ...]
    parts_of_speech: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A JMdict entry as seen from one of its written forms; `reading` is in kana, `primary` says that the form is
    the entry's first one, `priority` holds JMdict's tags (`news1`, `ichi1`, `nf05` …)."""

    number: int
    form: str
    reading: str
    priority: tuple[str, ...]
    primary: bool
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A JMnedict name: its reading in kana, its renderings in Latin letters, its types (`place`, `surname` …)."""

    form: str
    reading: str
    translations: tuple[str, ...]
    types: tuple[str, ...]
