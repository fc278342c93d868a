"""The commands `undo`, `redo` and `history`."""

from __future__ import annotations

import click

from rnk_gloss.cli.diagnostics import nothing_found, say
from rnk_gloss.cli.import_report import details, summary
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import operation_shape
from rnk_gloss.text.cells import printable

_COLUMNS = (
    Column("id", lambda row: row["id"], right=True),
    Column("at", lambda row: row["at"]),
    Column("author", lambda row: row["author"]),
    Column("operation", lambda row: row["name"], share=1),
    Column("changes", lambda row: row["changes"], right=True),
    Column("undone", lambda row: "undone" if row["undone"] else ""),
)


@click.command("undo")
@click.argument("steps", metavar="[N]", type=click.IntRange(1), default=1)
def undo_command(steps: int) -> int:
    """Take back the last operation, or the last N."""
    with open_glossary() as glossary:
        for _ in range(steps):
            say(f"undone: {glossary.undo()[0].name}")
    return 0


@click.command("redo")
def redo_command() -> int:
    """Do again what was undone last."""
    with open_glossary() as glossary:
        say(f"done again: {glossary.redo().name}")
    return 0


@click.command("history")
@click.argument("entry", metavar="[ENTRY]", type=int, required=False)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--report", metavar="N", type=int, help="Show what the import with this number of the history did.")
@style_options
def history_command(entry: int | None, limit: int, report: int | None, style: Style) -> int:
    """Show what was done, newest first: all of it, or what touched the entry with the id ENTRY."""
    with open_glossary() as glossary:
        if report is not None:
            from rnk_gloss.service.upkeep import import_report

            told = import_report(glossary.workspace, report)
            for line in (summary(told), *details(told)):
                click.echo(printable(line))
            return 0
        operations = glossary.history(entry, limit=limit)
    written = write_rows(map(operation_shape, operations), _COLUMNS, style)
    return 0 if written else nothing_found("nothing was done yet")
