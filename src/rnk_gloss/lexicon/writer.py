"""Writing the compact dictionary file from words and names, whatever they come from."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.lexicon.dictionary import NameEntry, Sense
from rnk_gloss.lexicon.layout import (
    APPLICATION_ID,
    FORMAT_VERSION,
    SCHEMA,
    form_key,
    pack_json,
    pack_senses,
    pack_texts,
    unpack_texts,
)
from rnk_gloss.lexicon.priority import form_merit

ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class WordForm:
    """One way to write a word: `reading` in kana; `senses` are the places of the senses that may be written so (all
    when empty); `irregular` says that JMdict marks the spelling as outdated or irregular."""

    form: str
    reading: str
    priority: tuple[str, ...] = ()
    primary: bool = False
    senses: tuple[int, ...] = ()
    irregular: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of JMdict: its number, its forms (kanji before kana) and its senses, both in the dictionary's order."""

    number: int
    forms: tuple[WordForm, ...]
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of JMnedict: all names share the number of the entry."""

    number: int
    entries: tuple[NameEntry, ...]


class LexiconWriter:
    """Fills one new dictionary file; `rnk_gloss.lexicon.build.write_lexicon` makes one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._labels: dict[tuple[str, ...], int] = {(): 0}
        self._entries: list[tuple[object, ...]] = []
        self._forms: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []
        self._word_count = self._name_count = 0

    def add_word(self, word: Word) -> None:
        """Adds an entry; of forms that are the same in NFKC the first one counts."""
        self._word_count += 1
        forms: dict[str, WordForm] = {}
        for form in word.forms:
            forms.setdefault(form_key(form.form), form)
        self._entries.append((word.number, pack_texts(tuple(forms)), self._pack(word.senses)))
        self._forms.extend(
            (
                key,
                form_merit(form.priority, primary=form.primary, irregular=form.irregular, senses=word.senses),
                word.number,
                form.reading,
                self._label(form.priority),
                int(form.primary),
                " ".join(map(str, form.senses)),
            )
            for key, form in forms.items()
        )
        if len(self._forms) >= ROWS_AT_ONCE:
            self._flush()

    def add_name(self, name: Name) -> None:
        """Adds an entry with all its forms and translations."""
        self._name_count += 1
        self._names.extend(
            (
                form_key(entry.form),
                name.number,
                part,
                entry.reading,
                pack_texts(entry.translations),
                self._label(entry.types),
            )
            for part, entry in enumerate(name.entries)
        )
        if len(self._names) >= ROWS_AT_ONCE:
            self._flush()

    def add_names_of(self, path: Path) -> None:
        """Takes over all names, and how they are spelt, from a dictionary file that has no words."""
        self._connection.commit()
        self._connection.execute("ATTACH ? AS other", (str(path),))
        run = self._connection.execute
        run("CREATE TEMP TABLE own_label (other INTEGER PRIMARY KEY, own INTEGER NOT NULL)")
        rows = run("SELECT id, texts FROM other.labels ORDER BY id").fetchall()
        own = ((number, self._label(unpack_texts(texts))) for number, texts in rows)
        self._connection.executemany("INSERT INTO own_label VALUES (?, ?)", own)
        run(
            "INSERT INTO name SELECT form, number, part, reading, translations, own"
            " FROM other.name CROSS JOIN own_label ON own_label.other = types ORDER BY form, number, part"
        )
        run("INSERT INTO spelling SELECT * FROM other.spelling ORDER BY 1")
        ((count,),) = run("SELECT value FROM other.about WHERE key = 'names'")
        self._name_count += int(count)
        self._connection.commit()
        run("DETACH other")

    def add_compound_part(self, unit: str, *, head: bool, seen: float, words: Iterable[tuple[str, float]]) -> None:
        """Adds the English words of a unit of compounds with their probabilities, best first."""
        self._connection.execute(
            "INSERT INTO compound_part VALUES (?, ?, ?, ?)", (unit, int(head), seen, pack_json(list(words)))
        )

    def add_compound_phrases(
        self,
        unit: str,
        *,
        head: bool,
        seen: int,
        phrases: Iterable[tuple[str, int]],
        affixes: Iterable[tuple[str, int]] = (),
    ) -> None:
        """Adds the wordings of a unit of compounds and its affixes, with their counts, commonest first."""
        row = (unit, int(head), seen, pack_json(list(phrases)), pack_json(list(affixes)))
        self._connection.execute("INSERT INTO compound_phrase VALUES (?, ?, ?, ?, ?)", row)

    def add_neighbours(self, words: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> None:
        """Adds how often English words, and pairs of neighbouring words, occur in glosses."""
        self._connection.executemany("INSERT INTO gloss_word VALUES (?, ?)", sorted(words.items()))
        rows = ((first, second, times) for (first, second), times in sorted(pairs.items()))
        self._connection.executemany("INSERT INTO neighbour VALUES (?, ?, ?)", rows)

    def add_spellings(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Adds how often sounds of katakana names are spelt in each way (`rnk_gloss.lexicon.transliteration`)."""
        rows = ((sounds, pack_json(dict(spelt))) for sounds, spelt in sorted(counts.items()))
        self._connection.executemany("INSERT INTO spelling VALUES (?, ?)", rows)

    def finish(self, about: dict[str, str]) -> None:
        """Writes what is in hand, sorts the forms for look-up, and states what the file is (`source`, `licence` …)."""
        self._flush()
        run = self._connection.execute
        run("INSERT INTO form SELECT * FROM unsorted_form ORDER BY 1, 2, 3")
        run("INSERT INTO name SELECT * FROM unsorted_name ORDER BY 1, 2, 3")
        labels = ((number, pack_texts(texts)) for texts, number in self._labels.items())
        self._connection.executemany("INSERT INTO labels VALUES (?, ?)", labels)
        told = {**about, "words": str(self._word_count), "names": str(self._name_count)}
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(told.items()))
        run(f"PRAGMA application_id = {APPLICATION_ID}")
        run(f"PRAGMA user_version = {FORMAT_VERSION}")
        self._connection.commit()

    def _flush(self) -> None:
        for table, rows in (
            ("entry", self._entries),
            ("unsorted_form", self._forms),
            ("unsorted_name", self._names),
        ):
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
                rows.clear()

    def _label(self, texts: tuple[str, ...]) -> int:
        return self._labels.setdefault(texts, len(self._labels))

    def _pack(self, senses: Sequence[Sense]) -> str:
        return pack_senses(
            [
                (self._label(sense.parts_of_speech), self._label(sense.marks), self._label(sense.fields), sense.glosses)
                for sense in senses
            ]
        )


@contextmanager
def new_lexicon(temporary: Path) -> Iterator[LexiconWriter]:
    """A writer for a dictionary file at `temporary`, which must not exist yet; the caller calls `finish` and moves it.

    On leaving, the file is closed and its content is on the disk. Nothing is cleared away after an error.
    """
    connection = sqlite3.connect(temporary)
    try:
        # Nobody reads the file before it is finished and moved: no journal, no waiting for the disk.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA temp_store = FILE")
        connection.executescript(SCHEMA)
        for table in ("form", "name"):
            connection.execute(f"CREATE TEMP TABLE unsorted_{table} AS SELECT * FROM {table}")
        yield LexiconWriter(connection)
    finally:
        connection.close()
    with temporary.open("rb+") as written:
        os.fsync(written.fileno())
