"""The group `segments`: aligned segments of documents."""

from __future__ import annotations

from typing import Literal

import click

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say
from rnk_gloss.cli.omissions import omissions_option
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
@click.option(
    "--text",
    "--search",
    help="Only segments that hold these words in either language; also flag:number, score:<60, doc:…, -word …",
)
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
    from rnk_gloss.service.segment_search import filtered

    statuses = (Status(status),) if status else ()
    selection = filtered(SegmentSelection(statuses, document, flagged, order=SegmentOrder(order)), text or "")
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
@click.argument("keys", metavar="[ID...]", type=int, nargs=-1)
@click.option(
    "--above", type=click.FloatRange(0, 100), help="All undecided segments without flags of at least this score."
)
@click.option("--document", help="With --above: only segments of documents whose path holds this.")
def approve_segments(keys: tuple[int, ...], above: float | None, document: str | None) -> int:
    """Approve segments: those named, or all that the aligner is so sure of."""
    if bool(keys) == (above is not None):
        raise UsageError("nothing to approve", hint="name segments by their ids, or say --above 90")
    if above is None:
        return _decide(keys, Status.APPROVED)
    with open_glossary() as glossary:
        selection = SegmentSelection((Status.CANDIDATE,), document, minimum_score=above, whole=True)
        sure = tuple(glossary.segment_ids(selection))
    return _decide(sure, Status.APPROVED) if sure else nothing_found(f"no undecided segment of {above:g} or more")


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


@segments_command.command("merge")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def merge_segments(keys: tuple[int, ...]) -> int:
    """Make one segment of neighbours; one ID alone is merged with the segment after it."""
    with open_glossary() as glossary:
        key = glossary.merge_segments(keys)
    say(f"segment {key} holds their texts; approve it with: rnk-gloss segments approve {key}")
    return 0


@segments_command.command("split")
@click.argument("key", metavar="ID", type=int)
@click.option("--source-at", type=click.IntRange(0), help="Cut the Japanese text after so many characters.")
@click.option("--target-at", type=click.IntRange(0), help="Cut the English text after so many characters.")
def split_segment(key: int, source_at: int | None, target_at: int | None) -> int:
    """Make two segments of one, at the sentence ends that fit best or after so many characters."""
    with open_glossary() as glossary:
        keys = glossary.split_segment(key, source_at=source_at, target_at=target_at)
        parts = glossary.segments_of(keys)
    for part in parts:
        say(printable(f"segment {part.id}: {part.source or '–'} = {part.target or '–'}"))
    return 0


@segments_command.command("shift")
@click.argument("key", metavar="ID", type=int)
@click.argument("side", type=click.Choice(["source", "target"]))
@click.argument("to", type=click.Choice(["next", "previous"]))
def shift_sentence(key: int, side: Literal["source", "target"], to: str) -> int:
    """Move the last sentence of one side to the NEXT segment, or the first one to the PREVIOUS."""
    with open_glossary() as glossary:
        keys = glossary.shift_sentence(key, side, forward=to == "next")
        parts = glossary.segments_of(keys)
    for part in parts:
        say(printable(f"segment {part.id}: {part.source or '–'} = {part.target or '–'}"))
    return 0


@segments_command.command("realign")
@click.argument("document", metavar="DOCUMENT")
@omissions_option
def realign(document: str, omissions: Omissions) -> int:
    """Align a DOCUMENT anew between the segments that were decided, edited, merged, split or shifted."""
    progress = ProgressLine()
    with open_glossary() as glossary:
        try:
            report = glossary.realign(document, omissions=omissions, progress=progress)
        finally:
            progress.clear()
    say(f"{report.document}: {report.segments} segments, {report.kept} kept as decided, {report.new} new")
    return 0


def _decide(keys: tuple[int, ...], status: Status) -> int:
    with open_glossary() as glossary:
        changed = glossary.decide_segments(keys, status)
    say(f"{changed} of {len(keys)} changed to {status}")
    return 0
