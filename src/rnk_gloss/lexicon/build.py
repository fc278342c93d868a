"""Making the compact dictionary file out of the installed `jamdict-data` or files that the user names."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from rnk_gloss.errors import DatabaseError, InputError, NotFoundError
from rnk_gloss.lexicon.collection import no_search_for_cycles
from rnk_gloss.lexicon.compounds import COMPOUND_NAMES
from rnk_gloss.lexicon.learning import Learning
from rnk_gloss.lexicon.licence import DICTIONARY_NOTICE
from rnk_gloss.lexicon.names_file import learn_spellings, names_of_types, write_names
from rnk_gloss.lexicon.side_process import LaterCall, SideProcess
from rnk_gloss.lexicon.source import installed_source
from rnk_gloss.lexicon.source_files import SourceData, chosen_sources
from rnk_gloss.lexicon.writer import LexiconWriter, new_lexicon

Progress = Callable[[str, float], None]

# The shares of the time, by measurement; sorting and writing are the rest.
READING_SHARE, LEARNING_SHARE = 0.58, 0.31
REPORT_EVERY = 5_000
# Smaller sources are read sooner than a second process has begun to work.
LARGE_SOURCE_BYTES = 2_000_000
# Longer than any build takes: a process that waits for another one's build gives up after this.
LONGEST_WAIT_SECONDS = 600.0


def build_lexicon(destination: Path, *, sources: Sequence[Path] = (), progress: Progress | None = None) -> None:
    """Writes the dictionary file from `sources`: a `jamdict.db`, JMdict or JMnedict (XML), EDICT2, or a table of words.

    Words and names come from the first file that has them. What no file has, or everything when none is named, comes
    from the installed `jamdict-data`; names or words are missing when that is not installed.

    The dictionary file appears whole or not at all; a file that was there is replaced. `progress` is told what is
    being done and how much of the whole is done (0 to 1). Processes that build the same file at the same time take
    turns. Raises `NotFoundError` without a source, `InputError` when one is something else, `UsageError` when nothing
    would be taken from one, `DatabaseError` when the place cannot be written to.
    """
    with build_lock(destination):
        copy_dictionary(destination, sources=sources, progress=progress)


def copy_dictionary(destination: Path, *, sources: Sequence[Path] = (), progress: Progress | None = None) -> None:
    """Does the work of `build_lexicon` for a caller that holds the lock."""
    installed = installed_source()
    if not sources and installed is None:
        raise NotFoundError("the dictionary data is not installed", hint="install it with `pip install jamdict-data`")
    write_lexicon(
        destination, lambda writer, folder: fill_lexicon(sources, installed, writer, folder, progress or _silent)
    )


@no_search_for_cycles()
def fill_lexicon(
    sources: Sequence[Path], installed: Path | None, writer: LexiconWriter, folder: Path, progress: Progress
) -> None:
    """Copies words and names, and adds what is learned from them; `folder` is for files that are needed meanwhile.

    Names are as much work as words and know nothing of them: a second process does it.
    """
    names = folder / "names.sqlite"
    beside = SideProcess if _are_large(sources, installed) else LaterCall
    learning = Learning()
    with chosen_sources(sources, installed) as data, _told_of_doubles(data):
        with beside(write_names, names, sources, installed) as reading_names:
            for done, word in enumerate(data.words()):
                writer.add_word(word)
                learning.add_word(word)
                if done % REPORT_EVERY == 0:
                    progress("reading words", READING_SHARE * data.share_read)
            progress("reading names", READING_SHARE)
            reading_names.wait()
        for name in names_of_types(names, COMPOUND_NAMES):
            learning.add_name(name)
        with beside(learn_spellings, names) as learning_spellings:
            learning.write(
                writer, lambda share: progress("learning from compounds", READING_SHARE + LEARNING_SHARE * share)
            )
            progress("learning how names are spelt", READING_SHARE + LEARNING_SHARE)
            learning_spellings.wait()
        progress("writing the dictionary file", READING_SHARE + LEARNING_SHARE)
        writer.add_names_of(names)
        writer.finish({**data.about(), "licence": DICTIONARY_NOTICE})
    progress("writing the dictionary file", 1.0)


def write_lexicon(destination: Path, fill: Callable[[LexiconWriter, Path], None]) -> None:
    """Lets `fill` write a dictionary file, which is put at `destination` when it is complete and on the disk.

    `fill` is given the writer, which it ends with `LexiconWriter.finish`, and a folder that is removed afterwards.
    Raises `DatabaseError` when the place cannot be written to.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=_temporary_prefix(destination), dir=destination.parent) as folder:
            temporary = Path(folder) / destination.name
            with new_lexicon(temporary) as writer:
                fill(writer, Path(folder))
            temporary.replace(destination)
            _write_through(destination.parent)
    except (OSError, sqlite3.OperationalError) as error:
        raise _unwritable(destination, error) from error


@contextmanager
def build_lock(destination: Path) -> Iterator[None]:
    """Keeps other processes from building the same file meanwhile; waits for one that does so already.

    The lock is SQLite's on a small file beside the destination: alike on all systems, and it ends with its process.
    """
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            destination.with_name(f"{destination.name}.lock"), timeout=LONGEST_WAIT_SECONDS, isolation_level=None
        )
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(destination, error) from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
            _clear_away(destination)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(destination, error) from error
        yield


def _are_large(sources: Sequence[Path], installed: Path | None) -> bool:
    return sum(path.stat().st_size for path in (*sources, installed) if path and path.exists()) > LARGE_SOURCE_BYTES


@contextmanager
def _told_of_doubles(data: SourceData) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise InputError(
            f"{data.about()['source']}: two entries have the same number",
            hint="is a part of the file in it twice? download it again",
        ) from error


def _temporary_prefix(destination: Path) -> str:
    return f"{destination.name}.new-"


def _clear_away(destination: Path) -> None:
    """Removes what a build left that was killed; nobody else builds here while the lock is held."""
    for left in destination.parent.glob(f"{glob.escape(_temporary_prefix(destination))}*"):
        shutil.rmtree(left)


def _silent(step: str, share: float) -> None:
    """Nobody wants to know."""


def _write_through(folder: Path) -> None:
    """Makes the new name in the folder last through a power cut, where the system can do that for folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unwritable(destination: Path, error: Exception) -> DatabaseError:
    return DatabaseError(
        f"{destination}: the dictionary file cannot be written: {error}",
        hint="make room there, or set XDG_CACHE_HOME to a folder that can be written to",
    )
