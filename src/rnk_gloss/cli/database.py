"""The group `db`: the database file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rnk_gloss.cli.diagnostics import ProgressLine, say
from rnk_gloss.cli.output import Style, style_options, write_document
from rnk_gloss.cli.session import keep_side, open_glossary
from rnk_gloss.errors import DatabaseError
from rnk_gloss.model.side import Side
from rnk_gloss.text.cells import printable

if TYPE_CHECKING:
    from rnk_gloss.service.glossary import Glossary


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


@db_command.command("check")
@click.option(
    "--recall",
    "queries",
    type=click.IntRange(1, 100_000),
    is_flag=False,
    flag_value=100,
    metavar="[N]",
    help="Look N edited sources up and compare with reading every unit [default: 100].",
)
@click.option(
    "--min", "minimum", type=click.IntRange(50, 100), default=70, show_default=True, help="The least likeness."
)
@click.option("--side", type=click.Choice(["source", "target"]), help="One side only [default: each with an index].")
def check(queries: int | None, minimum: int, side: Side | None) -> int:
    """Check that the file is sound and, with --recall, that lookups miss nothing in this very memory.

    The translations are looked up too where they have an index, which the first lookup with --side target builds.
    """
    from rnk_gloss.service.upkeep import info, kept_sides

    with open_glossary() as glossary:
        facts = info(glossary.workspace)
        if facts["faults"]:
            raise DatabaseError(f"{facts['file']}: is damaged", hint="restore a backup")
        say(f"{facts['file']}: SQLite finds nothing wrong")
        if queries is None:
            return 0
        if side is not None:
            keep_side(glossary, side)
        sides = kept_sides(glossary.workspace) if side is None else (side,)
        # Every side is looked at, also after one that misses something.
        whole = [_recall_is_whole(glossary, one, queries, minimum) for one in sides]
        if not all(whole):
            hint = "build it anew: rnk-gloss db reindex"
            raise DatabaseError(f"{facts['file']}: its index misses matches", hint=hint)
    return 0


def _recall_is_whole(glossary: Glossary, side: Side, queries: int, minimum: int) -> bool:
    from rnk_gloss.service.recall import check_recall

    progress = ProgressLine()
    try:
        report = check_recall(glossary.workspace, queries, minimum=minimum, side=side, progress=progress)
    finally:
        progress.clear()
    share = report.found / report.expected if report.expected else 1.0
    counts = f"{report.found:,} of {report.expected:,} matches of {report.queries:,} queries"
    click.echo(f"recall {share:.4f}: {counts}{' in targets' if side == 'target' else ''}")
    for query, key in report.missed:
        say(printable(f"  missed: {query} ~ {key}"))
    return report.found == report.expected and not report.unexpected


@db_command.command("reindex")
@click.option("--side", type=click.Choice(["source", "target"]), help="One side only [default: each with an index].")
def reindex(side: Side | None) -> int:
    """Build the index of the memory anew.

    That of the translations is first built by --side target, or by the first lookup with it, and kept from then on.
    """
    from rnk_gloss.service.upkeep import reindex as build_anew

    progress = ProgressLine()
    with open_glossary(renew=False) as glossary:
        try:
            texts = build_anew(glossary.workspace, progress, side=side)
        finally:
            progress.clear()
    say(f"{texts:,} texts indexed")
    return 0
