"""The command `concordance`: every place of a text in the memory."""

from __future__ import annotations

import json
import shutil
from typing import Any

import click

from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.model.entry import Status
from rnk_gloss.model.side import Side
from rnk_gloss.service.concordance import (
    MOST_SORTED,
    ConcordanceHit,
    ConcordanceOrder,
    ConcordanceQuery,
)
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.upkeep import keep_parts_index
from rnk_gloss.text.cells import kwic, printable

_COLUMNS = (
    Column("unit", lambda row: row["unit"], right=True),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("document", lambda row: row["document"]),
)


@click.command("concordance")
@click.argument("text")
@click.option("--side", type=click.Choice(["source", "target"]), default="source", show_default=True)
@click.option("--exact", is_flag=True, help="Only the very characters: case and width count.")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only units of this status.")
@click.option("--document", help="Only units of documents whose path holds this.")
@click.option(
    "--sort",
    "order",
    type=click.Choice([order.value for order in ConcordanceOrder]),
    default="newest",
    show_default=True,
    help=f"By what stands before (left) or after (right) the text, of the newest {MOST_SORTED:,} units.",
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many units.")
@click.option("--skip", type=click.IntRange(0), default=0, help="Leave out so many units first: the next page.")
@click.option("--count", "only_count", is_flag=True, help="Only say how many units there are.")
@style_options
def concordance_command(
    *,
    text: str,
    side: Side,
    exact: bool,
    status: str | None,
    document: str | None,
    order: str,
    limit: int,
    skip: int,
    only_count: bool,
    style: Style,
) -> int:
    """Find every unit of the memory that holds TEXT, of any length, newest first.

    Case and width do not count. Where TEXT is a term of the glossary, or kana or romaji as a term is read, units with
    any spelling of that term are found, too.
    """
    query = ConcordanceQuery(
        text,
        side=side,
        exact=exact,
        status=None if status is None else Status(status),
        document=document,
        order=ConcordanceOrder(order),
    )
    with open_glossary() as glossary:
        _make_index(glossary)
        if only_count:
            count = glossary.concordance_count(query)
            _write_count(count, style)
            return 0 if count else nothing_found(f"no unit holds {text!r} in its {side}")
        hits = glossary.concordance(query, limit=limit, skip=skip)
    if style.is_table:
        _write_table(hits, shutil.get_terminal_size((100, 24)).columns)
        if len(hits) == limit:
            say(f"there may be more: --skip {skip + limit}")
    else:
        write_rows(map(_shape, hits), _COLUMNS, style)
    return 0 if hits else nothing_found(f"no unit holds {text!r} in its {side}" + (", after those" if skip else ""))


def _make_index(glossary: Glossary) -> None:
    progress = ProgressLine()
    try:
        keep_parts_index(glossary.workspace, progress)
    finally:
        progress.clear()


def _write_count(count: int, style: Style) -> None:
    if style.form == "json":
        write_document({"units": count})
    elif style.form == "jsonl":
        click.echo(json.dumps({"units": count}))
    else:
        click.echo(count)


def _write_table(hits: list[ConcordanceHit], width: int) -> None:
    for hit in hits:
        held, other = (hit.unit.source, hit.unit.target) if hit.side == "source" else (hit.unit.target, hit.unit.source)
        for start, end in hit.places:
            click.echo(kwic(printable(held[:start]), printable(held[start:end]), printable(held[end:]), width).rstrip())
        by_term = f"  (term: {hit.term})" if hit.term else ""
        click.echo(printable(f"    {other}{by_term}"))


def _shape(hit: ConcordanceHit) -> dict[str, Any]:
    return {
        "unit": hit.unit.id,
        "source": hit.unit.source,
        "target": hit.unit.target,
        "side": hit.side,
        "within": list(hit.within),
        "places": [list(place) for place in hit.places],
        "term": hit.term,
        "document": hit.unit.document,
        "status": hit.unit.status.value,
    }
