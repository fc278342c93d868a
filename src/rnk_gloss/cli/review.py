"""The command `review`: the terminal UI."""

from __future__ import annotations

import sys

import click

from rnk_gloss.cli.session import config_of, open_reference
from rnk_gloss.errors import DatabaseError, UsageError


@click.command("review")
@click.argument("screen", type=click.Choice(["terms", "segments", "lookup", "translate"]), default="terms")
@click.argument("document", required=False)
@click.option(
    "--lang", "language", type=click.Choice(["en", "ja"]), help="Language of the screens [default: settings, locale]."
)
@click.pass_context
def review_command(context: click.Context, screen: str, document: str | None, language: str | None) -> int:
    """Review terms and segments in the terminal, one key for one decision.

    `review translate` translates what has no translation yet: a DOCUMENT, named by its path or a part of it.
    """
    if document is not None and screen != "translate":
        raise UsageError(
            f"review {screen} shows no single document", hint="for one, there is: review translate DOCUMENT"
        )
    config = config_of(context)
    if not config.database.is_file():
        raise DatabaseError(f"{config.database}: no such database", hint="make one with: rnk-gloss extract FILE")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal", hint="scripts use: rnk-gloss terms list, approve, reject")
    with open_reference():
        # An outdated index is built anew here, where that can be said; the screens would stand still meanwhile.
        pass
    # A face for people imports nothing of the other face but its front door.
    from rnk_gloss.tui.app import run_review

    return run_review(
        config.database,
        author=config.author,
        screen="translation" if screen == "translate" else screen,
        document=document,
        language=language,
        settings=config.settings,
        scoring=config.scoring(),
    )
