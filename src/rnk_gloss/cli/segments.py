"""The group `segments`: aligned segments of documents."""

from __future__ import annotations

import click

from rnk_gloss.cli.diagnostics import nothing_found, say
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import segment_shape
from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.text.cells import printable

_COLUMNS = (
    Column("id", lambda row: row["id"], right=True),
    Column("status", lambda row: row["status"]),
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("shape", lambda row: row["shape"]),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("flags", lambda row: ", ".join(row["flags"])),
)


@click.group("segments")
def segments_command() -> None:
    """Aligned segments of documents."""


@segments_command.command("list")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only segments of this status.")
@click.option("--document", help="Only segments of documents whose path holds this.")
@click.option("--text", help="Only segments that hold this in either language.")
@click.option("--flagged", is_flag=True, help="Only segments that need a look.")
@click.option(
    "--order", type=click.Choice([order.value for order in SegmentOrder]), default="document", show_default=True
)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@style_options
def list_segments(
    status: str | None,
    document: str | None,
    text: str | None,
    order: str,
    limit: int | None,
    *,
    flagged: bool,
    style: Style,
) -> int:
    """List segments in the order of their documents, or with --order score the least sure first."""
    statuses = (Status(status),) if status else ()
    selection = SegmentSelection(statuses, document, flagged, text, SegmentOrder(order))
    with open_glossary() as glossary:
        keys = glossary.segment_ids(selection)[:limit]
        shapes = (
            segment_shape(segment)
            for start in range(0, len(keys), 500)
            for segment in glossary.segments_of(keys[start : start + 500])
        )
        if not write_rows(shapes, _COLUMNS, style):
            return nothing_found("no segments; they come from a document and its translation: rnk-gloss extract --pair")
    return 0


@segments_command.command("show")
@click.argument("key", metavar="ID", type=int)
@style_options
def show_segment(key: int, style: Style) -> int:
    """Show one segment."""
    with open_glossary() as glossary:
        segment = glossary.segment(key)
    if style.form == "json":
        write_document(segment_shape(segment))
    elif style.form == "jsonl":
        write_rows([segment_shape(segment)], _COLUMNS, style)
    else:
        flags = ", ".join(segment.flags) or "no flags"
        click.echo(f"segment {segment.id} · {segment.status} · score {segment.score:.0f} · {segment.shape} · {flags}")
        click.echo(printable(f"{segment.document}, number {segment.number + 1}"))
        click.echo(f"\n{printable(segment.source)}\n\n{printable(segment.target)}")
    return 0


@segments_command.command("edit")
@click.argument("key", metavar="ID", type=int)
@click.option("--source", help="The text of the source side.")
@click.option("--target", help="The text of the target side.")
@click.option("--note", help="A note for whoever uses the segment.")
def edit_segment(key: int, source: str | None, target: str | None, note: str | None) -> int:
    """Change the text of a segment."""
    if source is None and target is None and note is None:
        raise UsageError("nothing to change", hint="see: rnk-gloss segments edit --help")
    with open_glossary() as glossary:
        changed = glossary.edit_segment(key, source=source, target=target, note=note)
    say(f"segment {key}: {'changed' if changed else 'as it was'}")
    return 0


@segments_command.command("approve")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def approve_segments(keys: tuple[int, ...]) -> int:
    """Approve segments."""
    return _decide(keys, Status.APPROVED)


@segments_command.command("reject")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def reject_segments(keys: tuple[int, ...]) -> int:
    """Reject segments; lookups no longer offer them."""
    return _decide(keys, Status.REJECTED)


@segments_command.command("reopen")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def reopen_segments(keys: tuple[int, ...]) -> int:
    """Make segments candidates again."""
    return _decide(keys, Status.CANDIDATE)


def _decide(keys: tuple[int, ...], status: Status) -> int:
    with open_glossary() as glossary:
        changed = glossary.decide_segments(keys, status)
    say(f"{changed} of {len(keys)} changed to {status}")
    return 0
