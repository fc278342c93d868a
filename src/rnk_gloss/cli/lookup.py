"""The command `lookup`: the memory asked for what is like a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import tee
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.core import ParameterSource

from rnk_gloss.cli.diagnostics import INPUT_FAULT, nothing_found, say
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import keep_side, open_reference
from rnk_gloss.cli.shapes import match_shape, recognised_shape
from rnk_gloss.errors import GlossError
from rnk_gloss.model.side import Side
from rnk_gloss.text.cells import printable
from rnk_gloss.text.languages import agree

if TYPE_CHECKING:
    from rnk_gloss.model.entry import Recognised
    from rnk_gloss.service.reference import Reference

SLOW_BELOW = 60
_MATCHES = (
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("kind", lambda row: row["kind"]),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("languages", lambda row: "=".join(row["languages"])),
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
@click.option("--to", metavar="LANGUAGE", help="Only units whose other side is in this language [default: any].")
@click.option("--context", is_flag=True, help="With -: the lines are one text; a match between the same lines has 101.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="With -: so many processes; lines are read ahead, where else each is answered at once.",
)
@click.option("--encoding", help="With -: the encoding of the lines [default: UTF-8, or what a byte order mark says].")
@style_options
@click.pass_context
def lookup_command(
    command: click.Context,
    text: str,
    *,
    minimum: float,
    limit: int,
    side: Side,
    language: str | None,
    to: str | None,
    context: bool,
    jobs: int,
    encoding: str | None,
    style: Style,
) -> int:
    """Find units whose source is like TEXT, best first, each with the reasons for its score.

    In a terminal and with --json, the terms in TEXT are found as well.

    With --side target, the translations are compared with TEXT. With - as TEXT, lines are read from stdin and one JSON
    object is written for each, in order; a line that is too long has an `error` in it, and the exit code is 4.
    """
    _check_options(command, text, style)
    if context and side == "target":
        raise click.UsageError("--context cannot go with --side target: neighbours are known of sources only")
    if minimum < SLOW_BELOW:
        say(f"below {SLOW_BELOW} % most of the memory has to be read: this is slow in a large one")
    with open_reference() as glossary:
        keep_side(glossary, side)
        if text == "-":
            asked = Wanted(
                minimum=minimum, limit=limit, side=side, language=language, to=to, context=context, jobs=jobs
            )
            return _look_up_lines(glossary, asked, encoding)
        matches = glossary.lookup(text, minimum=minimum, limit=limit, side=side, language=language, to=to)
        terms = _terms(glossary, text, language, side) if style.form in {"table", "json"} else []
        missing = not matches and not terms and _missing(glossary, side, language, to, f"{minimum:g} % like it")
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
            between = (match.unit.source_language, match.unit.target_language)
            others = f" · {between[0]} → {between[1]}" if between != ("ja", "en") else ""
            click.echo(printable(f"      {match.kind} · {match.explanation} · {match.unit.status}{others}"))
            for one in match.forbidden:
                wanted = f"use {one.preferred}" if one.preferred else "no other is in the glossary"
                click.echo(printable(f"      forbidden for {one.term}: {one.target} ({wanted})"))
        if terms:
            click.echo("terms in the text:")
        for hit in terms:
            rendering = hit.entry.source if hit.target else hit.entry.preferred or "–"
            click.echo(printable(f"      {hit.text} → {rendering}  ({hit.entry.status})"))
    else:
        write_rows(map(match_shape, matches), _MATCHES, style)
    return nothing_found(missing) if missing else 0


def _check_options(command: click.Context, text: str, style: Style) -> None:
    def is_given(name: str) -> bool:
        return command.get_parameter_source(name) is ParameterSource.COMMANDLINE

    if not text.strip():
        raise click.UsageError("there is nothing to look up: TEXT is empty")
    if text == "-":
        if is_given("style") and style.form == "tsv":
            raise click.UsageError("--tsv cannot go with -: each line is answered with a JSON object")
        return
    for name in ("context", "jobs", "encoding"):
        if is_given(name):
            raise click.UsageError(f"--{name} is for lines from stdin: give - as TEXT")


def _terms(glossary: Reference, text: str, language: str | None, side: Side) -> list[Recognised]:
    from rnk_gloss.service.memory import LANGUAGES

    return glossary.recognise(text, language=language or LANGUAGES[side])


class Wanted(NamedTuple):
    """What is asked for of each line, and by how many processes."""

    minimum: float
    limit: int
    side: Side
    language: str | None
    to: str | None
    context: bool
    jobs: int


def _look_up_lines(glossary: Reference, wanted: Wanted, encoding: str | None) -> int:
    found = too_long = 0
    # Who looks one text up does not wait for these.
    from json import dumps

    from rnk_gloss.documents.incoming import incoming_lines
    from rnk_gloss.service.memory import fault_of

    unreadable: list[GlossError] = []
    lines, given = tee(_before_fault(incoming_lines(sys.stdin.buffer, "stdin", encoding=encoding), unreadable))
    asked = ("" if fault_of(line) else line for line in lines)
    # Closed, the lookups end their processes: also when nobody reads our output any more.
    with closing(glossary.lookup_many(asked, **wanted._asdict())) as answers:
        for number, (query, matches) in enumerate(zip(given, answers, strict=True), start=1):
            found += len(matches)
            row: dict[str, Any] = {
                "query": query,
                "side": wanted.side,
                "matches": [match_shape(match) for match in matches],
            }
            if fault := fault_of(query):
                row["error"] = fault
                too_long += 1
                say(f"rnk-gloss: stdin:{number}: {fault}")
            click.echo(dumps(row, ensure_ascii=False))
    if unreadable:
        raise unreadable[0]
    if too_long:
        return INPUT_FAULT
    if found:
        return 0
    return nothing_found(
        _missing(glossary, wanted.side, wanted.language, wanted.to, f"{wanted.minimum:g} % like any of the lines")
    )


def _before_fault(lines: Iterator[str], faults: list[GlossError]) -> Iterator[str]:
    """The lines before one that cannot be read. They may be read ahead, and shall be answered all the same."""
    try:
        yield from lines
    except GlossError as error:
        faults.append(error)


def _missing(glossary: Reference, side: Side, language: str | None, to: str | None, what: str) -> str:
    """What to say where nothing was found: there may be nothing in this language at all."""
    from rnk_gloss.service.memory import LANGUAGES

    languages = glossary.languages(side)
    if not languages:
        return "the memory is empty; fill it with: rnk-gloss import FILE, or extract SOURCE TARGET"
    asked = language or LANGUAGES[side]
    if not any(agree(asked, present) for present in languages):
        return f"the memory has no {side}s in {asked!r}; it has them in {', '.join(languages)}"
    source, target = (asked, to) if side == "source" else (to, asked)
    return f"nothing in the memory{f' from {source} to {target}' if to else ''} is {what}"
