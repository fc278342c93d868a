"""What the user is told on stderr, and with which exit code a run ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click

from rnk_gloss.errors import GlossError
from rnk_gloss.text.cells import printable

NOTHING_FOUND = 1
USAGE = 2
INPUT_FAULT = 4
INTERRUPTED = 130

Progress = Callable[[str, float, float], None]


def say(message: str) -> None:
    """Tell the user something that is no data."""
    click.echo(printable(message), err=True)


def report(error: GlossError) -> int:
    """The exit code, after one plain line for the error and one for the way on."""
    say(f"rnk-gloss: error: {error.message}")
    if error.hint:
        say(f"hint: {error.hint}")
    return error.exit_code


def report_usage(message: str, hint: str | None = None) -> int:
    """The exit code for a command that was not understood."""
    say(f"rnk-gloss: error: {message}")
    if hint:
        say(f"hint: {hint}")
    return USAGE


def nothing_found(what: str) -> int:
    """The exit code of a question that has no answer."""
    say(f"rnk-gloss: {what}")
    return NOTHING_FOUND


def say_all(lines: Sequence[str], *, indent: str = "  ") -> None:
    """Tell the user several things, one a line."""
    for line in lines:
        say(f"{indent}{line}")


class ProgressLine:
    """A line on stderr that says how far the work is; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self._shown = ""
        self._active = sys.stderr.isatty()

    def __call__(self, what: str, done: float, total: float) -> None:
        share = f" {100 * done / total:3.0f} %" if total else f" {done:,.0f}"
        line = printable(what) + share
        if self._active and line != self._shown:
            click.echo("\r" + line.ljust(len(self._shown)), nl=False, err=True)
            self._shown = line

    def clear(self) -> None:
        """Take the line away, so that what follows starts clean."""
        if self._shown:
            click.echo("\r" + " " * len(self._shown) + "\r", nl=False, err=True)
            self._shown = ""
