"""The command `review`: the terminal UI."""

from __future__ import annotations

import sys

import click

from rnk_gloss.cli.session import config_of
from rnk_gloss.errors import DatabaseError, UsageError


@click.command("review")
@click.argument("screen", type=click.Choice(["terms", "segments", "lookup"]), default="terms")
@click.option(
    "--lang", "language", type=click.Choice(["en", "ja"]), help="Language of the screens [default: settings, locale]."
)
@click.pass_context
def review_command(context: click.Context, screen: str, language: str | None) -> int:
    """Review terms and segments in the terminal, one key for one decision."""
    config = config_of(context)
    if not config.database.is_file():
        raise DatabaseError(f"{config.database}: no such database", hint="make one with: rnk-gloss extract FILE")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal", hint="scripts use: rnk-gloss terms list, approve, reject")
    # A face for people imports nothing of the other face but its front door.
    from rnk_gloss.tui.app import run_review

    return run_review(
        config.database,
        author=config.author,
        screen=screen,
        language=language,
        settings=config.settings,
        scoring=config.scoring(),
    )
