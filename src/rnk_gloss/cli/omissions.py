"""The option that every command has which aligns texts."""

from __future__ import annotations

import click

from rnk_gloss.align.omissions import Omissions

omissions_option = click.option(
    "--omissions",
    type=click.Choice(list(Omissions), case_sensitive=False),
    default=Omissions.SOME,
    show_default=True,
    help="How often the translation leaves sentences out or adds some: some finds it out from the text itself.",
)
