"""Which entries rule a rendering out."""

from __future__ import annotations

import sqlite3


def entries_that_forbid(connection: sqlite3.Connection) -> frozenset[int]:
    """The ids of the entries with a forbidden target."""
    rows = connection.execute("SELECT DISTINCT entry FROM target WHERE usage = 'forbidden'")
    return frozenset(row[0] for row in rows)
