"""The group `db`: the database file."""

from __future__ import annotations

from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import say
from rnk_gloss.cli.output import Style, style_options, write_document
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.errors import DatabaseError


@click.group("db")
def db_command() -> None:
    """The database file."""


@db_command.command("info")
@style_options
def show_info(style: Style) -> int:
    """Show what stands in the database, and whether SQLite finds it sound."""
    from rnk_gloss.service.upkeep import info

    with open_glossary() as glossary:
        facts = info(glossary.workspace)
    if style.form in {"json", "jsonl"}:
        write_document(facts)
    else:
        for name, value in facts.items():
            click.echo(f"{name}\t{value}" if style.form == "tsv" else f"{name:14} {value}")
    if facts["faults"]:
        raise DatabaseError(f"{facts['file']}: is damaged", hint="restore a backup")
    return 0


@db_command.command("migrate")
def migrate() -> int:
    """Bring the database to the present schema; a copy of an older one is kept beside it."""
    from rnk_gloss.service.upkeep import info

    with open_glossary() as glossary:
        facts = info(glossary.workspace)
    say(f"{facts['file']}: schema {facts['schema']}")
    return 0


@db_command.command("backup")
@click.argument("destination", type=click.Path(path_type=Path))
def back_up(destination: Path) -> int:
    """Copy the whole database, as it stands at this moment, to DESTINATION."""
    from rnk_gloss.service.upkeep import backup

    with open_glossary() as glossary:
        backup(glossary.workspace, destination)
    say(f"{destination}: written")
    return 0
