"""Data on stdout: a table on a terminal, TSV in a pipe, JSON or JSON lines when asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import click

from rnk_gloss.text.cells import cell_width, fit, printable

Shape = dict[str, Any]
_GAP = "  "


class Style(NamedTuple):
    """Which form the user asked for: `table`, `tsv`, `json`, `jsonl`, or one that a command adds."""

    form: str

    @property
    def is_table(self) -> bool:
        return self.form == "table"


class Column(NamedTuple):
    """A column of a table: its title, how to take its text from a shape, whether numbers stand right, and its share
    of the room that is left when the table is wider than the terminal (0: never cut)."""

    title: str
    text: Callable[[Shape], object]
    right: bool = False
    share: int = 0


def style_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --json, --jsonl and --tsv, as one `style`."""
    for form, text in (
        ("tsv", "Print tab-separated values, also on a terminal."),
        ("jsonl", "Print one JSON object a line."),
        ("json", "Print one JSON document."),
    ):
        command = form_option(form, text)(command)
    return command


def form_option(form: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option for one more form of the `style`; the last of them that a user gives counts."""
    return click.option(f"--{form}", "style", flag_value=form, callback=_chosen, help=text)


def _chosen(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Style:
    return Style(value or ("table" if sys.stdout.isatty() else "tsv"))


def write_rows(shapes: Iterable[Shape], columns: Sequence[Column], style: Style) -> int:
    """How many rows were written to stdout in the user's form."""
    if style.form == "jsonl":
        count = 0
        for shape in shapes:
            click.echo(json.dumps(shape, ensure_ascii=False))
            count += 1
        return count
    rows = list(shapes)
    if style.form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif style.is_table:
        _write_table([[str(column.text(row)) for column in columns] for row in rows], columns)
    else:
        click.echo("\t".join(column.title for column in columns))
        for row in rows:
            click.echo("\t".join(tsv_cell(str(column.text(row))) for column in columns))
    return len(rows)


def write_document(shape: Shape | Sequence[Shape]) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2))


def tsv_cell(text: str) -> str:
    """Text that stays in its cell: tabs, line breaks and backslashes are written as \\t, \\n, \\r, \\\\."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _write_table(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> None:
    if not rows:
        return
    cells = [[printable(cell.replace("\n", " ")) for cell in row] for row in rows]
    titles = [column.title.upper() for column in columns]
    widths = [max(cell_width(row[place]) for row in [titles, *cells]) for place in range(len(columns))]
    import shutil

    widths = _shrunk(widths, columns, shutil.get_terminal_size((100, 24)).columns)
    for row in [titles, *cells]:
        parts = [
            fit(cell, width, "right" if column.right else "left")
            for cell, width, column in zip(row, widths, columns, strict=True)
        ]
        click.echo(_GAP.join(parts).rstrip())


def _shrunk(widths: list[int], columns: Sequence[Column], room: int) -> list[int]:
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    shares = sum(column.share for column in columns)
    if excess <= 0 or not shares:
        return widths
    flexible = sum(width for width, column in zip(widths, columns, strict=True) if column.share)
    left = max(flexible - excess, 10 * shares)
    return [
        min(width, max(8, left * column.share // shares)) if column.share else width
        for width, column in zip(widths, columns, strict=True)
    ]
