"""Opening the database file, and saying plainly what is wrong with it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache, lru_cache
from itertools import chain, count
from pathlib import Path

from rnk_gloss.errors import DatabaseBusyError, DatabaseError, InputError
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.store.migrations import STEPS, applied_steps, apply_steps

BUSY_SECONDS = 10.0
# The most that SQLite maps into memory as it is usually built; what lies further on in a larger file is read by calls.
MAPPED_BYTES = 0x7FFF_0000
# Memory that is freed for good only beyond this much; see `_keep_freed_memory`.
_KEPT_BYTES = 32 * 1024 * 1024
# Steps of SQLite's machine, which takes some ten for a row of a long list.
_STEPS_BETWEEN_QUESTIONS = 200_000
APPLICATION_ID = 0x726E6B67  # "rnkg", as `file` and other readers of SQLite headers see it


def open_database(path: Path, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to the database at `path`, brought to the present schema.

    A new file is made where none is and `create` allows it. An older one is copied to `NAME.backup-STEP` (with a number
    where that is there already) and then brought up to date. Raises `DatabaseError` for a file that is missing, is no
    SQLite database, belongs to another program, is damaged, is busy, or was written by a newer version (which is left
    untouched).
    """
    if not path.exists() and not create:
        raise DatabaseError(f"{path}: no such database", hint="make one with: rnk-gloss extract FILE")
    if path.is_dir():
        raise DatabaseError(f"{path}: is a directory, not a database", hint="name a file, such as glossary.db")
    if not path.parent.is_dir():
        raise DatabaseError(f"{path}: its folder does not exist", hint=f"make it with: mkdir -p {path.parent}")
    _keep_freed_memory()
    with reported(path):
        # Autocommit mode: every transaction is begun by hand, as the write door and the readers need it.
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@cache
def _keep_freed_memory() -> None:
    """Let this process use memory again that it has freed, instead of giving it back at once.

    The GNU allocator gives back whatever stands free at the end of its heap, beyond 128 KB, and has the system clear
    each page of it when it is taken again: a fifth of the time of a lookup. Once a large block was freed, it keeps
    twice as much (mallopt(3), M_TRIM_THRESHOLD). Other allocators take no notice.
    """
    # Of bytes, which are never written to: the block is only reserved.
    _ = bytes(_KEPT_BYTES // 2)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    steps = applied_steps(connection)
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        raise DatabaseError(
            f"{path}: was written by a newer version of rnk-gloss (step {unknown[-1]})",
            hint="update rnk-gloss; the file was left as it is",
        )
    if not steps and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise DatabaseError(f"{path}: is a database of another program", hint="choose another file with --db")
    # Once and for all: SQLite refuses to define a function anew while anything is being read.
    connection.create_function("fits", 2, _fits, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
    if steps != STEPS:
        if steps:
            back_up(connection, _free_name(path.with_name(f"{path.name}.backup-{steps[-1]}")))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        apply_steps(connection)
    connection.execute("PRAGMA synchronous = NORMAL")


def _free_name(path: Path) -> Path:
    """The path, with a number where that stands there already: a copy that was put back is upgraded once more."""
    numbered = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(one for one in chain([path], numbered) if not one.exists())


def _fits(pattern: str, text: str) -> bool:
    """Whether a regular expression stands anywhere in a text."""
    return _searcher(pattern)(text) is not None


@lru_cache(maxsize=32)
def _searcher(pattern: str) -> Callable[[str], re.Match[str] | None]:
    # It is asked about every row: the module's own cache would take as long as the search.
    return re.compile(pattern).search


@contextmanager
def read_in_passing(connection: sqlite3.Connection) -> Iterator[None]:
    """Within it the file is not mapped into memory, of which a reader of the whole store would take all of its size;
    that costs no time where each page is read once."""
    mapped = connection.execute("PRAGMA mmap_size").fetchone()[0]
    connection.execute("PRAGMA mmap_size = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA mmap_size = {mapped:d}")


def give_back_memory(connection: sqlite3.Connection) -> None:
    """Let go of the pages that were kept in memory: after many changes they are not those that are read next."""
    connection.execute("PRAGMA shrink_memory")


def back_up(connection: sqlite3.Connection, destination: Path) -> None:
    """Copy the whole database, as it stands now, to a new file; an existing file is an error."""
    if destination.exists():
        raise DatabaseError(f"{destination}: exists already", hint="move it away or name another file")
    with closing(sqlite3.connect(destination)) as copy:
        connection.backup(copy)


@contextmanager
def write_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """What is written within it is written whole or not at all; nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that a user can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except UnicodeEncodeError as error:
        raise InputError(
            f"{path}: a text cannot be stored or looked for: it holds a lone surrogate: {error.object!r:.80}",
            hint="give text that is valid Unicode",
        ) from error


def _explained(error: sqlite3.Error, path: Path) -> DatabaseError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseBusyError(Refusal.BUSY.of(path=path), hint=Refusal.TRY_AGAIN.of())
    if code == sqlite3.SQLITE_NOTADB:
        return DatabaseError(f"{path}: is not a database", hint="choose another file with --db")
    if code == sqlite3.SQLITE_CORRUPT:
        return DatabaseError(f"{path}: is damaged: {error}", hint="restore a backup, or: rnk-gloss db info")
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        # SQLite writes a log beside the file, for readers, too.
        hint = f"check the permissions of the file and of its folder {path.absolute().parent}"
        return DatabaseError(f"{path}: cannot be opened or written: {error}", hint=hint)
    return DatabaseError(f"{path}: {error}")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """One read transaction: everything read inside it is of one moment. Inside another transaction it is that one."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


@contextmanager
def stopped_unless(connection: sqlite3.Connection, is_wanted: Callable[[], bool]) -> Iterator[None]:
    """What is read within it ends with an error of SQLite soon after `is_wanted` says no."""
    connection.set_progress_handler(lambda: not is_wanted(), _STEPS_BETWEEN_QUESTIONS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
