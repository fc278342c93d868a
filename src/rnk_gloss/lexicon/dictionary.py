"""Looking words and names up in the compact dictionary file."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rnk_gloss.errors import DatabaseError
from rnk_gloss.lexicon.layout import APPLICATION_ID, FORMAT_VERSION, unpack_texts
from rnk_gloss.lexicon.learned import LearnedTables, PartPhrases

# Look-ups that stay in memory, about 1 KB each; a text of 100,000 characters asks for some 20,000 different forms.
REMEMBERED_FORMS = 32_768
REBUILD_HINT = "build it again with `rnk-gloss lexicon build`"


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: English glosses, parts of speech, marks (usage notes) and fields, as JMdict has them."""

    glosses: tuple[str, ...]
    parts_of_speech: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A JMdict entry as seen from one of its written forms; `reading` is in kana, `primary` says that the entry is
    usually written so, `priority` holds JMdict's tags for the form (`news1`, `ichi1`, `nf05` …), `senses` are those
    that may be written so."""

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


class Lexicon:
    """The words of one dictionary file, or of none: then `available` is False and every look-up is empty.

    A form is matched exactly as it stands; forms are stored in Unicode NFKC, and folding a text is up to the caller.
    `source` says what the file was built from, `word_count` and `name_count` how many entries it has, `about` holds all
    that the file says of itself. One lexicon may be asked from several threads.
    """

    def __init__(self, connection: sqlite3.Connection | None = None, path: Path | None = None) -> None:
        self._connection = connection
        self.path = path
        self._lock = threading.Lock()
        self.available = connection is not None
        self.about: dict[str, str] = dict(self._rows("SELECT key, value FROM about"))
        self.source = self.about.get("source", "")
        self.word_count = int(self.about.get("words", "0"))
        self.name_count = int(self.about.get("names", "0"))
        self._labels = dict[int, tuple[str, ...]](
            (number, unpack_texts(texts)) for number, texts in self._rows("SELECT id, texts FROM labels")
        )
        self._entries = lru_cache(REMEMBERED_FORMS)(self._read_entries)
        self._names = lru_cache(REMEMBERED_FORMS)(self._read_names)
        self._known = lru_cache(REMEMBERED_FORMS)(self._read_known)
        self._learned = LearnedTables(self._rows)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The lexicon of a file written by `rnk_gloss.lexicon.build.build_lexicon`.

        Raises `DatabaseError` when there is no such file, when it is something else, damaged, or of another version.
        """
        if not path.is_file():
            raise DatabaseError(f"{path}: there is no dictionary file", hint=REBUILD_HINT)
        # immutable: the file is only ever replaced as a whole, so no lock and no check for changes is needed.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            _check_format(connection, path)
            return cls(connection, path)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def none(cls) -> Self:
        """A lexicon without a dictionary: it knows no word and no name."""
        return cls()

    def entries(self, form: str) -> tuple[DictionaryEntry, ...]:
        """The JMdict entries that are written so, likeliest first: frequent ones, then those with this as main form."""
        return self._entries(form)

    def names(self, form: str) -> tuple[NameEntry, ...]:
        """The JMnedict names that are written so, in the order of that dictionary."""
        return self._names(form)

    def knows(self, form: str) -> bool:
        """Whether JMdict has an entry that is written so."""
        return self._known(form)

    def forms(self, number: int) -> tuple[str, ...]:
        """All written forms of one JMdict entry, kanji before kana; empty when there is no entry of that number."""
        rows = self._rows("SELECT forms FROM entry WHERE number = ?", number)
        return unpack_texts(rows[0][0]) if rows else ()

    def compound_words(self, unit: str, *, head: bool) -> tuple[float, tuple[tuple[str, float], ...]]:
        """In how many glosses of compounds the unit was met in that role, and at most twelve English words with
        P(word | unit, role), best first; (0.0, ()) for an unknown unit.

        `head` asks for the unit as the last part of a compound, otherwise it stands before another. The words are in
        lower case, as `rnk_gloss.lexicon.gloss_words` cuts them.
        """
        return self._learned.compound_words(unit, head)

    def compound_phrases(self, unit: str, *, head: bool) -> PartPhrases:
        """How a unit, or several in a row, is worded as the last part of compounds (`head`) or before it."""
        return self._learned.compound_phrases(unit, head)

    def neighbours(self, first: str, second: str) -> int:
        """How often the second English word follows the first in glosses; "^" and "$" are the edges of a gloss.

        Words are as `rnk_gloss.lexicon.gloss_words` cuts them: in lower case, without accents and hyphens.
        """
        return self._learned.neighbours(first, second)

    def frequency(self, word: str) -> int:
        """How often an English word, in lower case, occurs in glosses."""
        return self._learned.frequency(word)

    def romanisations(self, katakana: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
        """Likely Latin spellings of a foreign name in katakana, best first, each with its log probability relative to
        the first (0.0); () for what is not one word in katakana, and without a model."""
        return self._learned.romanisations(katakana, limit)

    def close(self) -> None:
        """Lets go of the file; afterwards the lexicon is as empty as `Lexicon.none()`."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
        self.available = False
        for cache in (self._entries, self._names, self._known):
            cache.cache_clear()
        self._learned.forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with self._lock:
            if self._connection is None:
                return []
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise _damaged(self.path, error) from error

    def _read_entries(self, form: str) -> tuple[DictionaryEntry, ...]:
        rows = self._rows(
            "SELECT number, reading, priority, is_primary, form.senses, entry.senses"
            " FROM form JOIN entry USING (number) WHERE form = ? ORDER BY merit, number",
            form,
        )
        return tuple(
            DictionaryEntry(
                number, form, reading, self._labels[priority], bool(primary), self._senses(packed, applicable)
            )
            for number, reading, priority, primary, applicable, packed in rows
        )

    def _senses(self, packed: str, applicable: str) -> tuple[Sense, ...]:
        labels = self._labels
        senses = tuple(
            Sense(tuple(glosses), labels[parts_of_speech], labels[marks], labels[fields])
            for parts_of_speech, marks, fields, *glosses in json.loads(packed)
        )
        return _chosen(senses, applicable) if applicable else senses

    def _read_names(self, form: str) -> tuple[NameEntry, ...]:
        rows = self._rows(
            "SELECT reading, translations, types FROM name WHERE form = ? ORDER BY number, part",
            form,
        )
        return tuple(
            NameEntry(form, reading, unpack_texts(translations), self._labels[types])
            for reading, translations, types in rows
        )

    def _read_known(self, form: str) -> bool:
        return bool(self._rows("SELECT 1 FROM form WHERE form = ? LIMIT 1", form))


def _chosen(senses: Sequence[Sense], applicable: str) -> tuple[Sense, ...]:
    return tuple(senses[int(position)] for position in applicable.split())


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        raise _damaged(path, error) from error
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path}: this is not a dictionary file of rnk-gloss", hint=REBUILD_HINT)
    if version != FORMAT_VERSION:
        raise DatabaseError(
            f"{path}: the dictionary file is of version {version}, this program reads version {FORMAT_VERSION}",
            hint=REBUILD_HINT,
        )


def _damaged(path: Path | None, error: sqlite3.Error) -> DatabaseError:
    return DatabaseError(f"{path}: the dictionary file cannot be read: {error}", hint=REBUILD_HINT)
