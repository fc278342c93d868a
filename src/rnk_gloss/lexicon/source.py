"""The database of the package `jamdict-data` (JMdict and JMnedict), from which the compact dictionary file is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.source_range import SourceRange
from rnk_gloss.lexicon.writer import Name, Word

ENTRIES_AT_ONCE = 20_000
# JMdict's last entry tells the day on which the file was made.
DATE_ENTRY, DATE_PHRASE = 9_999_999, "Creation Date: "


def installed_source() -> Path | None:
    """Where the installed package `jamdict-data` keeps its database; None when the package or its file is missing."""
    try:
        import jamdict_data
    except ImportError:
        return None
    path = Path(jamdict_data.JAMDICT_DB_PATH)
    return path if path.is_file() else None


class DictionarySource:
    """The words and names of one `jamdict.db`, English glosses only; a context manager.

    `share_read` tells how much has been given of the words or names that were asked for last, 0 to 1. Raises
    `InputError` when the file is not such a database.
    """

    has_words = has_names = True

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise InputError(f"{path}: there is no such file", hint="install the package jamdict-data")
        self._path = path
        self.share_read = 0.0
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            with self._reading():
                self._connection.execute("SELECT 1 FROM Entry, NEEntry LIMIT 1")
        except InputError:
            self._connection.close()
            raise

    def about(self) -> dict[str, str]:
        """What the data is: `source` in words, `jmdict_date` and `jmnedict_date` (ISO, empty where not known)."""
        told = dict(self._connection.execute("SELECT key, value FROM meta WHERE key = 'jmnedict.date'"))
        dates = {"JMdict": self._word_date(), "JMnedict": told.get("jmnedict.date", "")}
        described = ", ".join(f"{name} of {date}" if date else name for name, date in dates.items())
        return {
            "source": f"jamdict-data {_package_version(self._path)}".rstrip() + f" ({described})",
            "jmdict_date": dates["JMdict"],
            "jmnedict_date": dates["JMnedict"],
        }

    def words(self) -> Iterator[Word]:
        """Every JMdict entry with an English gloss, by number."""
        with self._reading():
            for low, high in self._counted_ranges("Entry"):
                yield from SourceRange(self._connection, low, high).words()

    def names(self) -> Iterator[Name]:
        """Every JMnedict entry, by number."""
        with self._reading():
            for low, high in self._counted_ranges("NEEntry"):
                yield from SourceRange(self._connection, low, high).names()

    def word(self, number: int) -> Word | None:
        """The JMdict entry of that number, if there is one."""
        return next(SourceRange(self._connection, number, number).words(), None)

    def name(self, number: int) -> Name | None:
        """The JMnedict entry of that number, if there is one."""
        return next(SourceRange(self._connection, number, number).names(), None)

    def close(self) -> None:
        """Lets go of the database."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise InputError(
                f"{self._path}: this cannot be read as the database of jamdict-data: {error}",
                hint="install the package jamdict-data again",
            ) from error

    def _counted_ranges(self, table: str) -> Iterator[tuple[int, int]]:
        ranges = self._ranges(table)
        for done, bounds in enumerate(ranges):
            self.share_read = done / len(ranges)
            yield bounds

    def _ranges(self, table: str) -> list[tuple[int, int]]:
        numbers = [number for (number,) in self._connection.execute(f"SELECT idseq FROM {table} ORDER BY idseq")]
        return [
            (numbers[start], numbers[min(start + ENTRIES_AT_ONCE, len(numbers)) - 1])
            for start in range(0, len(numbers), ENTRIES_AT_ONCE)
        ]

    def _word_date(self) -> str:
        word = self.word(DATE_ENTRY)
        glosses = word.senses[0].glosses if word else ()
        return next((gloss.split(DATE_PHRASE)[1][:10] for gloss in glosses if DATE_PHRASE in gloss), "")


def _package_version(path: Path) -> str:
    """The version of the installed package when the database is the package's own, otherwise nothing."""
    from importlib.metadata import PackageNotFoundError, version

    if path != installed_source():
        return ""
    try:
        return version("jamdict-data")
    except PackageNotFoundError:
        return ""
