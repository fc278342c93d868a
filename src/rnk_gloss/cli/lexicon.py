"""The group `lexicon`: the Japanese–English dictionary."""

from __future__ import annotations

from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say


@click.group("lexicon")
def lexicon_command() -> None:
    """The Japanese–English dictionary that extraction and alignment use."""


@lexicon_command.command("build")
@click.option("--source", type=click.Path(path_type=Path), help="A jamdict.db [default: the installed jamdict-data].")
def build(source: Path | None) -> int:
    """Build the dictionary file anew; without this it is built when it is first needed."""
    from rnk_gloss.lexicon.build import build_lexicon
    from rnk_gloss.lexicon.location import lexicon_path

    progress = ProgressLine()
    try:
        build_lexicon(lexicon_path(), source=source, progress=lambda what, share: progress(what, share, 1.0))
    finally:
        progress.clear()
    say(f"{lexicon_path()}: written")
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
