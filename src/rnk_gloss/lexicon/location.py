"""Where the user's dictionary file lies, and opening it there."""

from __future__ import annotations

from pathlib import Path

from rnk_gloss.errors import DatabaseError
from rnk_gloss.lexicon.build import Progress, build_lock, copy_dictionary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.layout import FORMAT_VERSION
from rnk_gloss.lexicon.source import installed_source


def lexicon_path() -> Path:
    """The place of the dictionary file: the user's cache folder, which XDG_CACHE_HOME can move on Linux."""
    from platformdirs import user_cache_path

    return user_cache_path("rnk-gloss", appauthor=False) / f"lexicon-{FORMAT_VERSION}.sqlite"


def open_lexicon(*, build: bool = True, progress: Progress | None = None) -> Lexicon:
    """The user's dictionary; it is built first (less than a minute) when it is missing or damaged.

    Without a file, and with nothing to build it from or `build` False, the lexicon is empty. `progress` is told what
    is done and how much of it (0 to 1), also why a file is built anew. Raises `DatabaseError` when a file cannot be
    used and not be built anew, or when its place cannot be written to.
    """
    path = lexicon_path()
    found = _open_found(path)
    if isinstance(found, Lexicon):
        return found
    if not build or installed_source() is None:
        if found is not None:
            raise found
        return Lexicon.none()
    with build_lock(path):
        # Another process may have built it while this one waited for the lock.
        found = _open_found(path)
        if isinstance(found, Lexicon):
            return found
        if found is not None and progress is not None:
            progress(f"{found.message}; building it anew", 0.0)
        copy_dictionary(path, progress=progress)
    return Lexicon.open(path)


def _open_found(path: Path) -> Lexicon | DatabaseError | None:
    """The lexicon that lies there, what is wrong with it, or None when there is no file."""
    if not path.exists():
        return None
    try:
        return Lexicon.open(path)
    except DatabaseError as error:
        return error
