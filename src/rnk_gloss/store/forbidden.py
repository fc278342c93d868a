"""Which entries rule a rendering out."""

from __future__ import annotations

import sqlite3


def entries_that_forbid(connection: sqlite3.Connection) -> frozenset[int]:
    """The ids of the entries with a forbidden target, of those that are not rejected."""
    rows = connection.execute(
        "SELECT DISTINCT t.entry FROM target t JOIN entry e ON e.id = t.entry"
        " WHERE t.usage = 'forbidden' AND e.status <> 'rejected'"
    )
    return frozenset(row[0] for row in rows)
