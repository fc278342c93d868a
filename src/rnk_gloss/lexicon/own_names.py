"""The user's own list of names: where it lies, adding to it, and looking names up in it."""

from __future__ import annotations

import csv
import os
import secrets
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.established_name import EstablishedName, name_key
from rnk_gloss.lexicon.name_table import COLUMNS, HINT, SkippedRow, read_name_table

# Asking the disk costs more than the look-up itself; a change that another program makes is seen after this time.
CHECK_EVERY_SECONDS = 0.1

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add_names` did: how many names are new, how many took the place of names that were there, and the rows
    that were left out with their reasons."""

    added: int
    replaced: int
    skipped: tuple[SkippedRow, ...]


@dataclass(frozen=True, slots=True)
class _Loaded:
    path: Path
    stamp: Stamp | None
    names: dict[str, EstablishedName]
    checked_at: float


# The list last read, by the value of XDG_DATA_HOME that it was found with.
_loaded: dict[str | None, _Loaded] = {}


def own_names_path() -> Path:
    """The place of the user's list: `names.tsv` in the user's data folder, which XDG_DATA_HOME can move on Linux."""
    from platformdirs import user_data_path

    return user_data_path("rnk-gloss", appauthor=False) / "names.tsv"


def add_names(table: Path, destination: Path | None = None) -> AddReport:
    """Adds the names of a CSV or TSV file to the user's list (or to that at `destination`), and says how it went.

    The columns are Japanese, English and, if wanted, reading and category, in this order or as a first line names
    them. A new name takes the place of every earlier one that shares a spelling with it. The list is replaced whole
    or not at all. Raises `InputError` for a file that is no such table and for a place that cannot be written to.
    """
    given = read_name_table(table)
    if not (given.names or given.skipped):
        raise InputError(f"{table}:1: there is no name in it", hint=HINT)
    path = own_names_path() if destination is None else destination
    standing = _standing_names(path)
    standing_keys, new_keys = _by_key(standing).keys(), _by_key(given.names).keys()
    replaced = sum(1 for name in given.names if not standing_keys.isdisjoint(map(name_key, name.japanese)))
    kept = [rest for name in standing if (rest := _without(name, new_keys)) is not None]
    if given.names:
        _write(path, [*kept, *given.names])
        _loaded.clear()
    return AddReport(len(given.names) - replaced, replaced, given.skipped)


def own_name(form: str) -> EstablishedName | None:
    """The user's own row for a name in any of its spellings; None when there is none.

    Raises `InputError` when the list has been damaged.
    """
    return own_names_by_key().get(name_key(form))


def own_names_by_key() -> dict[str, EstablishedName]:
    """The user's names by the keys of their spellings; the file is read again once it has changed."""
    home = os.environ.get("XDG_DATA_HOME")
    now = monotonic()
    loaded = _loaded.get(home)
    if loaded is None or now - loaded.checked_at >= CHECK_EVERY_SECONDS:
        loaded = _loaded[home] = _current(loaded, now)
    return loaded.names


def _current(loaded: _Loaded | None, now: float) -> _Loaded:
    path = own_names_path()
    stamp = _stamp(path)
    if loaded is not None and (loaded.path, loaded.stamp) == (path, stamp):
        return _Loaded(path, stamp, loaded.names, now)
    return _Loaded(path, stamp, _by_key(_standing_names(path)), now)


def _stamp(path: Path) -> Stamp | None:
    """What changes with every change of the file; None when there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _standing_names(path: Path) -> tuple[EstablishedName, ...]:
    if not path.exists():
        return ()
    table = read_name_table(path)
    for row in table.skipped:
        raise InputError(f"{path}:{row.line}: {row.reason}", hint="correct this line of your list of names")
    return table.names


def _by_key(names: Iterable[EstablishedName]) -> dict[str, EstablishedName]:
    return {name_key(form): name for name in names for form in name.japanese}


def _without(name: EstablishedName, keys: Container[str]) -> EstablishedName | None:
    """The name without the spellings that have these keys; None when no spelling is left."""
    forms = tuple(form for form in name.japanese if name_key(form) not in keys)
    if not forms:
        return None
    reading = name.reading if forms[0] == name.japanese[0] else ""
    return EstablishedName(forms, reading, name.english, name.category, name.source)


def _write(path: Path, names: Iterable[EstablishedName]) -> None:
    """Puts a table of the names in the place of the file, whole or not at all."""
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("x", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(
                (" | ".join(name.japanese), " ; ".join(name.english), name.reading, name.category) for name in names
            )
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written: {error.strerror or error}", hint="check that the folder exists and is yours"
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
