"""The command `lookup`: the memory asked for what is like a text."""

from __future__ import annotations

import sys
from contextlib import closing
from itertools import tee
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from rnk_gloss.cli.diagnostics import nothing_found, say
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import keep_side, open_reference
from rnk_gloss.cli.shapes import match_shape, recognised_shape
from rnk_gloss.errors import UsageError
from rnk_gloss.model.side import Side
from rnk_gloss.text.cells import printable

if TYPE_CHECKING:
    from rnk_gloss.service.reference import Reference

SLOW_BELOW = 60
_MATCHES = (
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("kind", lambda row: row["kind"]),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("explanation", lambda row: row["explanation"], share=1),
    Column("forbidden", lambda row: ", ".join(one["target"] for one in row["forbidden"])),
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
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="With -: so many processes; lines are read ahead, where else each is answered at once.",
)
@style_options
def lookup_command(
    text: str,
    minimum: float,
    limit: int,
    side: Side,
    language: str | None,
    *,
    context: bool,
    jobs: int,
    style: Style,
) -> int:
    """Find units whose source is like TEXT, best first, each with the reasons for its score; and terms in TEXT.

    With --side target, the translations are compared with TEXT. With - as TEXT, lines are read from stdin and one JSON
    object is written for each, in order.
    """
    if context and side == "target":
        raise click.UsageError("--context cannot go with --side target: neighbours are known of sources only")
    if minimum < SLOW_BELOW:
        say(f"below {SLOW_BELOW} % most of the memory has to be read: this is slow in a large one")
    with open_reference() as glossary:
        keep_side(glossary, side)
        if text == "-":
            asked = Wanted(minimum=minimum, limit=limit, side=side, language=language, context=context, jobs=jobs)
            return _look_up_lines(glossary, asked)
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
            for one in match.forbidden:
                wanted = f"use {one.preferred}" if one.preferred else "no other is in the glossary"
                click.echo(printable(f"      forbidden for {one.term}: {one.target} ({wanted})"))
        if terms:
            click.echo("terms in the text:")
        for hit in terms:
            click.echo(printable(f"      {hit.text} → {hit.entry.preferred or '–'}  ({hit.entry.status})"))
    else:
        write_rows(map(match_shape, matches), _MATCHES, style)
    if not matches and not terms:
        return nothing_found(f"nothing in the memory is {minimum:g} % like it")
    return 0


class Wanted(NamedTuple):
    """What is asked for of each line, and by how many processes."""

    minimum: float
    limit: int
    side: Side
    language: str | None
    context: bool
    jobs: int


def _look_up_lines(glossary: Reference, wanted: Wanted) -> int:
    answered = found = 0
    # Who looks one text up does not wait for it.
    from json import dumps

    asked, given = tee(line.rstrip("\n") for line in sys.stdin)
    # Closed, the lookups end their processes: also when nobody reads our output any more.
    with closing(glossary.lookup_many(asked, **wanted._asdict())) as answers:
        try:
            for query, matches in zip(given, answers, strict=True):
                answered += 1
                found += len(matches)
                row: dict[str, Any] = {
                    "query": query,
                    "side": wanted.side,
                    "matches": [match_shape(match) for match in matches],
                }
                click.echo(dumps(row, ensure_ascii=False))
        except UsageError as error:
            raise UsageError(f"stdin:{answered + 1}: {error.message}", hint=error.hint) from error
    return 0 if found else nothing_found(f"nothing in the memory is {wanted.minimum:g} % like any of the lines")
