"""Keeping the database: facts, backup, undo, redo, history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import DatabaseBusyError, NotFoundError, UsageError
from rnk_gloss.service.clock import now
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store import term_keys
from rnk_gloss.store.connection import back_up, reported
from rnk_gloss.store.fuzzy.upkeep import outdated, sides
from rnk_gloss.store.fuzzy.upkeep import reindex as build_index
from rnk_gloss.text.match_key import match_key

if TYPE_CHECKING:
    from rnk_gloss.model.operation import Deed, Operation
    from rnk_gloss.model.report import ImportReport
    from rnk_gloss.model.side import Side

# A lookup asks this module whether the index is up to date, and shall not wait for what only other commands need.


def undo(workspace: Workspace, steps: int = 1) -> list[Operation]:
    """The operations that were taken back, the last one first. Stops with an error where one cannot be."""
    if steps < 1:
        raise UsageError(f"undo takes a number of steps from 1, not {steps}")
    from rnk_gloss.store import history

    with reported(workspace.path):
        done = [history.undo(workspace.connection, at=now(), author=workspace.author) for _ in range(steps)]
        workspace.keep_index()
        return done


def redo(workspace: Workspace) -> Operation:
    """The undo that was taken back."""
    from rnk_gloss.store import history

    with reported(workspace.path):
        done = history.redo(workspace.connection, at=now(), author=workspace.author)
        workspace.keep_index()
        return done


def take_back(workspace: Workspace, operation: int) -> Operation:
    """The operation that was taken back, or done again if it was an undo, whatever was done after it."""
    from rnk_gloss.store import history

    with reported(workspace.path):
        done, workspace.last_operation = history.take_back(
            workspace.connection, operation, at=now(), author=workspace.author
        )
        workspace.keep_index()
        return done


# What belongs to an entry: a change of it is a change of the entry.
_OF_ENTRIES = ("target", "variant", "evidence", "occurrence")


def operations(workspace: Workspace, *, entry_id: int | None = None, limit: int = 50) -> list[Operation]:
    """The newest operations first: all, or those that touched one entry."""
    from rnk_gloss.store import history
    from rnk_gloss.store.entries import entry

    with workspace.reading() as connection:
        if entry_id is None:
            return history.operations(connection, limit=limit)
        entry(connection, entry_id)
        return history.operations_on(connection, "entry", entry_id, children=_OF_ENTRIES)[:limit]


def deeds(workspace: Workspace, entry_id: int, *, limit: int) -> list[Deed]:
    """What was done to an entry last and still stands, newest first."""
    from rnk_gloss.store.history import deeds_on

    with workspace.reading() as connection:
        return deeds_on(connection, "entry", entry_id, children=_OF_ENTRIES, limit=limit)


def import_report(workspace: Workspace, operation: int) -> ImportReport:
    """What an import did, as it was told then. Raises `NotFoundError` for an operation that was none."""
    from rnk_gloss.model.conflict import Contradiction
    from rnk_gloss.model.report import ImportReport
    from rnk_gloss.store import history

    with workspace.reading() as connection:
        details = history.operation_details(connection, operation)
    if details is None or "seen" not in details:
        raise NotFoundError(f"operation {operation} has no report: it was no import", hint="see: rnk-gloss history")
    # A later version may have said more.
    known = {name: value for name, value in details.items() if name in ImportReport.__slots__}
    # JSON knows no tuples.
    known["remarks"] = tuple(known.get("remarks", ()))
    known["languages"] = tuple((pair, count) for pair, count in known.get("languages", ()))
    known["examples"] = tuple(Contradiction(**example) for example in known.get("examples", ()))
    return ImportReport(**known)


def info(workspace: Workspace) -> dict[str, str | int]:
    """Facts of the database, and `faults`: how many SQLite finds."""
    from rnk_gloss.store.health import describe, faults

    with workspace.reading() as connection:
        return {**describe(connection, workspace.path), "faults": len(faults(connection))}


def backup(workspace: Workspace, destination: Path) -> None:
    """Copy the database, as it stands at this moment, to a file that does not exist yet."""
    with reported(destination):
        back_up(workspace.connection, destination)


def reindex(workspace: Workspace, progress: Progress | None = None, *, side: Side | None = None) -> int:
    """How many texts stand in the index of the memory, after it was built anew from the units.

    Without a `side` every side that is kept is built, and the keys of the terms; the side of the targets is kept from
    when it is first asked for.
    """

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress("building the index of the memory", done, total)

    def report_parts(done: int, total: int) -> None:
        if progress is not None:
            progress("building the index of parts of texts", done, total)

    with reported(workspace.path):
        if side is None:
            from rnk_gloss.store.substrings.upkeep import rebuild

            term_keys.reindex(workspace.connection)
            rebuild(workspace.connection, report_parts)
        return build_index(workspace.connection, match_key, report, side=side)


def kept_sides(workspace: Workspace) -> tuple[Side, ...]:
    """The sides of the memory that have an index: that of the sources and, once it was asked for, of the targets."""
    with workspace.reading() as connection:
        return sides(connection)


def keep_parts_index(workspace: Workspace, progress: Progress | None = None) -> int:
    """How many units were read to bring the index of parts of texts up to date, where enough of them wait.

    Whoever never looks for a part of a text does not pay for it. While another program writes, it is left as it is:
    units that wait are read one by one.
    """

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress("building the index of parts of texts", done, total)

    from rnk_gloss.store.connection import give_back_memory
    from rnk_gloss.store.substrings.upkeep import has_enough_waiting, take_in

    with workspace.reading() as connection:
        if not has_enough_waiting(connection):
            return 0
    give_back_memory(workspace.connection)
    try:
        with reported(workspace.path):
            return take_in(workspace.connection, report)
    except DatabaseBusyError:
        return 0


def outdated_index(workspace: Workspace) -> list[str]:
    """In what the index of the memory or of the terms was built otherwise than this version would, in words: then
    build it anew."""
    with workspace.reading() as connection:
        return list(dict.fromkeys((*outdated(connection), *term_keys.outdated(connection))))
