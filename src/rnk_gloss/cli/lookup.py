"""The commands `lookup` and `concordance`: the memory asked for a text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import tee
from typing import Any

import click

from rnk_gloss.cli.diagnostics import nothing_found, say
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import keep_side, open_glossary
from rnk_gloss.cli.shapes import match_shape, recognised_shape
from rnk_gloss.model.match import Match
from rnk_gloss.model.side import Side
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.text.cells import kwic, printable

SLOW_BELOW = 60
_MATCHES = (
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("kind", lambda row: row["kind"]),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("explanation", lambda row: row["explanation"], share=1),
)
_CONCORDANCE = (
    Column("unit", lambda row: row["unit"], right=True),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("document", lambda row: row["document"]),
)


@click.command("lookup")
@click.argument("text")
@click.option("--min", "minimum", type=click.FloatRange(50, 100), default=70, show_default=True, help="Least score.")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="At most so many matches.")
@click.option(
    "--side", type=click.Choice(["source", "target"]), default="source", show_default=True, help="Which to look in."
)
@click.option("--lang", "language", metavar="LANGUAGE", help="Language of TEXT [default: ja; en with --side target].")
@click.option("--context", is_flag=True, help="With -: the lines are one text; a match between the same lines has 101.")
@style_options
def lookup_command(
    text: str, minimum: float, limit: int, side: Side, language: str | None, *, context: bool, style: Style
) -> int:
    """Find units whose source is like TEXT, best first, each with the reasons for its score; and terms in TEXT.

    With --side target, the translations are compared with TEXT. With - as TEXT, lines are read from stdin and one JSON
    object is written for each, in order.
    """
    if context and side == "target":
        raise click.UsageError("--context cannot go with --side target: neighbours are known of sources only")
    if minimum < SLOW_BELOW:
        say(f"below {SLOW_BELOW} % most of the memory has to be read: this is slow in a large one")
    with open_glossary() as glossary:
        keep_side(glossary, side)
        if text == "-":
            return _look_up_lines(glossary, Wanted(minimum, limit, side, language), context=context)
        matches = glossary.lookup(text, minimum=minimum, limit=limit, side=side, language=language)
        terms = glossary.recognise(text) if style.form in {"table", "json"} else []
    if style.form == "json":
        write_document(
            {
                "query": text,
                "side": side,
                "matches": [match_shape(match) for match in matches],
                "terms": [recognised_shape(hit) for hit in terms],
            }
        )
    elif style.is_table:
        for match in matches:
            texts = (match.source, match.target) if side == "source" else (match.target, match.source)
            click.echo(f"{match.score:3.0f}%  {printable(texts[0])}\n      {printable(texts[1])}")
            click.echo(printable(f"      {match.kind} · {match.explanation} · {match.unit.status}"))
        if terms:
            click.echo("terms in the text:")
        for hit in terms:
            click.echo(printable(f"      {hit.text} → {hit.entry.preferred or '–'}  ({hit.entry.status})"))
    else:
        write_rows(map(match_shape, matches), _MATCHES, style)
    if not matches and not terms:
        return nothing_found(f"nothing in the memory is {minimum:g} % like it")
    return 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for of each line."""

    minimum: float
    limit: int
    side: Side
    language: str | None


def _look_up_lines(glossary: Glossary, wanted: Wanted, *, context: bool) -> int:
    found = 0
    for query, matches in _matches_of_lines(glossary, wanted, context=context):
        found += len(matches)
        row: dict[str, Any] = {
            "query": query,
            "side": wanted.side,
            "matches": [match_shape(match) for match in matches],
        }
        click.echo(json.dumps(row, ensure_ascii=False))
    return 0 if found else nothing_found(f"nothing in the memory is {wanted.minimum:g} % like any of the lines")


def _matches_of_lines(glossary: Glossary, wanted: Wanted, *, context: bool) -> Iterator[tuple[str, list[Match]]]:
    lines = (line.rstrip("\n") for line in sys.stdin)
    if not context:
        # Each line is answered before the next one is read: a program may wait for the answer.
        for line in lines:
            yield (
                line,
                glossary.lookup(
                    line, minimum=wanted.minimum, limit=wanted.limit, side=wanted.side, language=wanted.language
                ),
            )
        return
    asked, given = tee(lines)
    yield from zip(
        given,
        glossary.lookup_many(asked, minimum=wanted.minimum, limit=wanted.limit, language=wanted.language),
        strict=True,
    )


@click.command("concordance")
@click.argument("text")
@click.option("--side", type=click.Choice(["source", "target"]), default="source", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many units.")
@style_options
def concordance_command(text: str, side: Side, limit: int, style: Style) -> int:
    """Find every unit of the memory that holds TEXT, newest first."""
    with open_glossary() as glossary:
        hits = glossary.concordance(text, side=side, limit=limit)
    if style.is_table:
        import shutil

        width = shutil.get_terminal_size((100, 24)).columns
        for hit in hits:
            held, other = (hit.unit.source, hit.unit.target) if side == "source" else (hit.unit.target, hit.unit.source)
            start, end = hit.within
            click.echo(kwic(printable(held[:start]), printable(held[start:end]), printable(held[end:]), width))
            click.echo(f"    {printable(other)}")
    else:
        rows = (
            {
                "unit": hit.unit.id,
                "source": hit.unit.source,
                "target": hit.unit.target,
                "side": hit.side,
                "within": list(hit.within),
                "document": hit.unit.document,
                "status": hit.unit.status.value,
            }
            for hit in hits
        )
        write_rows(rows, _CONCORDANCE, style)
    return 0 if hits else nothing_found(f"no unit holds {text!r} in its {side}")
