"""What stands in the database file, and whether it is sound."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rnk_gloss.store.door import TABLES
from rnk_gloss.store.migrations import STEPS, applied_steps


def describe(connection: sqlite3.Connection, path: Path) -> dict[str, str | int]:
    """Facts of the database: its file, schema, size in bytes and the rows of each table."""
    facts: dict[str, str | int] = {
        "file": str(path),
        "bytes": path.stat().st_size,
        "sqlite": sqlite3.sqlite_version,
        "schema": applied_steps(connection)[-1] if applied_steps(connection) else "",
        "newest schema": STEPS[-1],
    }
    for table in (*TABLES, "operation"):
        facts[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return facts


def faults(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file; empty when it is sound."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"{row[0]} row {row[1]} refers to a missing {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return found
