"""The steps that bring a database to the present schema, as sqlite-utils migrations."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATION_SET = "rnk_gloss"

# A step that has been shipped is never edited: people's databases were made by it. `schema.sql` shows the sum of all.
STEPS = (
    "0001_initial",
    "0002_shaped",
    "0003_fuzzy_index",
    "0004_target_side",
    "0005_term_keys",
    "0006_forbidden_targets",
    "0007_substrings",
    "0008_operation_details",
    "0009_marks",
    "0010_bulk_changes",
    "0011_review_order",
    "0012_small_blocks",
    "0013_entry_order",
    "0014_blocks_of_marks",
    "0015_own_keys",
)


def applied_steps(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The steps that made this database, in order. Asked without sqlite-utils, whose import is slow."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if known is None:
        return ()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (MIGRATION_SET,)
    )
    return tuple(row[0] for row in rows)


def apply_steps(connection: sqlite3.Connection) -> None:
    """Bring an empty or older database to the present schema, each step in its own transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)
    for step in STEPS:
        migrations(name=step)(_runner(step))
    migrations.apply(Database(connection))


def _runner(step: str):  # type: ignore[no-untyped-def]  # sqlite-utils' own type for it is private
    def run(database: Database) -> None:
        for statement in statements(step_text(step)):
            database.execute(statement)

    return run


def step_text(step: str) -> str:
    """The SQL of one step."""
    from importlib import resources

    return resources.files(__package__).joinpath("steps", f"{step}.sql").read_text(encoding="utf-8")


def read_schema() -> str:
    """The whole present schema, for readers."""
    from importlib import resources

    return resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


def statements(script: str) -> list[str]:
    """The single statements of an SQL script: `executescript` would commit in the middle of a migration."""
    found: list[str] = []
    pending = ""
    for line in script.split("\n"):
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
