"""An open database with what the use cases need around it: author, clock, dictionary."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import DatabaseError
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.service.clock import now
from rnk_gloss.store import term_keys
from rnk_gloss.store.connection import (
    BUSY_SECONDS,
    give_back_memory,
    open_database,
    reported,
    snapshot,
    stopped_unless,
)
from rnk_gloss.store.door import Writer, write
from rnk_gloss.store.fuzzy.upkeep import LONGEST_TAIL, tail_length, take_in_tail, unit_count
from rnk_gloss.text.match_key import match_keys

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.lexicon.dictionary import Lexicon

# What is being done, how much of it is done, and how much there is.
Progress = Callable[[str, float, float], None]

# The index of one side over so many units is built in about a second.
QUICKLY_INDEXED = 50_000


class Workspace:
    """The connection of one thread to one database. Reads are of one moment; writes are whole operations.

    `last_operation` is the id of the newest operation that was written through it, 0 before the first.
    """

    def __init__(
        self,
        path: Path,
        *,
        author: str = "",
        create: bool = True,
        lexicon: Lexicon | None = None,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.path = path
        self.author = author
        self.connection: sqlite3.Connection = open_database(path, create=create, busy_seconds=busy_seconds)
        self.last_operation = 0
        self._identity = _identity_of(path)
        self._lexicon = lexicon

    def close(self) -> None:
        """Close the database; the lexicon belongs to whoever opened it."""
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which everything read is of one moment."""
        with reported(self.path), snapshot(self.connection):
            yield self.connection

    @contextmanager
    def reading_while(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """All that is read within it is of one moment; it ends with a `DatabaseError` soon after it is not wanted."""
        with self.reading() as connection, stopped_unless(connection, is_wanted):
            yield

    def check_file(self) -> None:
        """Raises `DatabaseError` where another file, or none, has taken the place of the database: the system still
        takes what is written to a file that was deleted, and it would be lost."""
        if _identity_of(self.path) != self._identity:
            raise DatabaseError(
                Refusal.FILE_GONE.of(path=self.path),
                hint=Refusal.PUT_IT_BACK.of(),
            )

    @contextmanager
    def writing(self, name: str) -> Iterator[Writer]:
        """The write door for one undoable operation of this name."""
        self.check_file()
        with reported(self.path):
            with write(self.connection, name, at=now(), author=self.author) as writer:
                yield writer
            if writer.changes and not writer.abandoned:
                self.last_operation = writer.operation
            self.keep_index()

    def keep_index(self) -> None:
        """Take what was written into the indexes: terms at once, units when enough of them wait.

        The index of parts of texts is kept up when it is asked: see `upkeep.keep_parts_index`.
        """
        if term_keys.tail_length(self.connection):
            term_keys.take_in_tail(self.connection)
        if tail_length(self.connection) > LONGEST_TAIL:
            give_back_memory(self.connection)
            take_in_tail(self.connection, match_keys)

    def unit_count(self) -> int:
        """How many units the memory has."""
        with self.reading() as connection:
            return unit_count(connection)

    def lexicon(self, progress: Progress | None = None) -> Lexicon:
        """The dictionary, built on the first use on a machine; `progress` is told how far that is."""
        if self._lexicon is None:
            self._lexicon = default_lexicon(progress)
        return self._lexicon

    def stored_path(self, path: Path) -> str:
        """How a document's path is written into the store: seen from the database's folder where it lies below it."""
        full = path.resolve()
        folder = self.path.resolve().parent
        chosen = full.relative_to(folder) if full.is_relative_to(folder) else Path(os.path.normpath(path))
        return chosen.as_posix()


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


_shared: list[Lexicon] = []


def default_lexicon(progress: Progress | None = None) -> Lexicon:
    """The dictionary of this user, opened once for the whole process and built first where there is none."""
    if not _shared:
        from rnk_gloss.lexicon.location import open_lexicon

        def told(what: str, share: float) -> None:
            if progress is not None:
                progress(what, share, 1.0)

        _shared.append(open_lexicon(progress=told))
    return _shared[0]
