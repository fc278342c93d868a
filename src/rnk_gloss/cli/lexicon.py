"""The group `lexicon`: the Japanese–English dictionary."""

from __future__ import annotations

from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say


@click.group("lexicon")
def lexicon_command() -> None:
    """The Japanese–English dictionary that extraction and alignment use."""


@lexicon_command.command("build")
@click.option(
    "--source",
    "sources",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A jamdict.db, JMdict_e(.gz), JMnedict.xml(.gz), EDICT2 or CSV file; may be repeated"
    " [default: the installed jamdict-data].",
)
def build(sources: tuple[Path, ...]) -> int:
    """Build the dictionary file anew; without this it is built when it is first needed."""
    from rnk_gloss.lexicon.build import build_lexicon
    from rnk_gloss.lexicon.location import lexicon_path

    progress = ProgressLine()
    try:
        build_lexicon(lexicon_path(), sources=sources, progress=lambda what, share: progress(what, share, 1.0))
    finally:
        progress.clear()
    say(f"{lexicon_path()}: written")
    return 0


@lexicon_command.command("add")
@click.argument("tables", metavar="NAMES...", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(tables: tuple[Path, ...]) -> int:
    """Add your own names: CSV or TSV files with Japanese, English and, if you like, reading and category.

    Several English names stand in one cell, separated by " ; ". Your names win over all other sources.
    """
    from rnk_gloss.lexicon.own_names import add_names, own_names_path

    for table in tables:
        report = add_names(table)
        say(f"{table}: {report.added} new names, {report.replaced} replaced, {len(report.skipped)} left out")
        for row in report.skipped:
            say(f"  line {row.line}: {row.reason}")
    say(f"your names are in {own_names_path()}")
    return 0


@lexicon_command.command("info")
def show_info() -> int:
    """Show which dictionary is used, and the licence of its data."""
    from rnk_gloss.lexicon.licence import DICTIONARY_NOTICE
    from rnk_gloss.lexicon.location import lexicon_path, open_lexicon

    with open_lexicon(build=False) as lexicon:
        if not lexicon.available:
            return nothing_found(f"no dictionary at {lexicon_path()}; build it with: rnk-gloss lexicon build")
        click.echo(f"file     {lexicon_path()}")
        click.echo(f"source   {lexicon.source}")
        click.echo(f"holds    {lexicon.word_count:,} words, {lexicon.name_count:,} names")
    click.echo()
    click.echo(DICTIONARY_NOTICE)
    return 0
