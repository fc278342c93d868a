"""The group `terms`: the entries of the glossary."""

from __future__ import annotations

from typing import Any

import click

from rnk_gloss.cli.diagnostics import nothing_found, say
from rnk_gloss.cli.entry_card import write_card
from rnk_gloss.cli.output import Column, Style, style_options, write_document, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import entry_shape, full_entry_shape
from rnk_gloss.cli.variants import variants_command
from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection


def _targets(row: dict[str, Any]) -> str:
    allowed = [target for target in row["targets"] if target["usage"] != "forbidden"]
    allowed.sort(key=lambda target: target["usage"] != "preferred")
    return "; ".join(target["text"] for target in allowed[:3])


_COLUMNS = (
    Column("id", lambda row: row["id"], right=True),
    Column("status", lambda row: row["status"]),
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("source", lambda row: row["source"], share=3),
    Column("reading", lambda row: row["reading"], share=3),
    Column("target", _targets, share=4),
    Column("category", lambda row: row["category"]),
    Column("count", lambda row: row["count"], right=True),
)


@click.group("terms")
def terms_command() -> None:
    """The entries of the glossary."""


terms_command.add_command(variants_command)


@terms_command.command("list")
@click.option(
    "--all", "everything", is_flag=True, help="Every candidate, also below the default cut, and rejected ones."
)
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only entries of this status.")
@click.option("--subject", help="Only entries of this subject field.")
@click.option("--document", help="Only entries that occur in documents whose path holds this.")
@click.option(
    "--text",
    "--search",
    help="Only entries that hold these words: kanji, kana, romaji or English; also status:approved, score:>80, -word …",
)
@click.option("--order", type=click.Choice([order.value for order in EntryOrder]), default="score", show_default=True)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@style_options
def list_terms(
    *,
    everything: bool,
    status: str | None,
    subject: str | None,
    document: str | None,
    text: str | None,
    order: str,
    limit: int | None,
    style: Style,
) -> int:
    """List what stands above the default cut, best first; with --all every candidate."""
    from rnk_gloss.model.entry_conditions import InDocument
    from rnk_gloss.service.filter_language import filtered

    shown = (Status.CANDIDATE, Status.APPROVED)
    selection = EntrySelection(
        statuses=(Status(status),) if status else () if everything else shown,
        minimum_score=0.0 if everything or status else DEFAULT_CUT,
        subject=subject,
        conditions=() if document is None else (InDocument(document),),
        order=EntryOrder(order),
    )
    wanted = filtered(selection, text or "")
    with open_glossary() as glossary:
        keys = glossary.entry_ids(wanted)[:limit]
        shapes = (
            entry_shape(entry)
            for start in range(0, len(keys), 500)
            for entry in glossary.entries(keys[start : start + 500], evidence=not style.is_table)
        )
        if not write_rows(shapes, _COLUMNS, style):
            return nothing_found("no entries" if everything else "no entries above the default cut; see --all")
    return 0


@terms_command.command("show")
@click.argument("key", metavar="ID", type=int)
@click.option("--contexts", type=click.IntRange(0), default=5, show_default=True, help="How many places to show.")
@style_options
def show_term(key: int, contexts: int, style: Style) -> int:
    """Show one entry: its targets, the evidence for each, the parts of its score, and where it stands."""
    with open_glossary() as glossary:
        entry = glossary.entry(key)
        places = glossary.contexts(key, limit=contexts)
    if style.form in {"json", "jsonl"}:
        shape = full_entry_shape(entry, places)
        if style.form == "json":
            write_document(shape)
        else:
            write_rows([shape], _COLUMNS, style)
    else:
        write_card(entry, places)
    return 0


def _edit_options(command: Any) -> Any:
    for option in (
        click.option("--note", help="A note for whoever uses the term."),
        click.option("--subject", help="The subject field."),
        click.option("--category", help="term, person, place, organisation …"),
        click.option("--forbid", "forbidden", multiple=True, help="A target that must not be used; may be repeated."),
        click.option("--reading", help="The reading in kana."),
    ):
        command = option(command)
    return command


@terms_command.command("add")
@click.argument("source")
@click.argument("targets", nargs=-1)
@_edit_options
def add_term(source: str, targets: tuple[str, ...], **fields: Any) -> int:
    """Add a term SOURCE with its TARGETS, the preferred one first; it is approved."""
    from rnk_gloss.service.review import EntryEdit

    with open_glossary(create=True) as glossary:
        key = glossary.create_entry(EntryEdit(source=source, targets=targets, **fields))
    click.echo(key)
    return 0


@terms_command.command("edit")
@click.argument("key", metavar="ID", type=int)
@click.option("--source", help="The Japanese term.")
@click.option("--target", "targets", multiple=True, help="A target, the preferred one first; may be repeated.")
@_edit_options
def edit_term(key: int, source: str | None, targets: tuple[str, ...], **fields: Any) -> int:
    """Change an entry; what a person sets here no extraction changes again."""
    from rnk_gloss.service.review import EntryEdit

    edit = EntryEdit(source=source, targets=targets, **fields)
    if edit == EntryEdit():
        raise UsageError("nothing to change", hint="see: rnk-gloss terms edit --help")
    with open_glossary() as glossary:
        say(f"entry {key}: {'changed' if glossary.edit_entry(key, edit) else 'as it was'}")
    return 0


@terms_command.command("approve")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def approve_terms(keys: tuple[int, ...]) -> int:
    """Approve entries."""
    return _decide(keys, Status.APPROVED)


@terms_command.command("reject")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
@click.option("--reason", default="", help="Why, for whoever meets the term again.")
def reject_terms(keys: tuple[int, ...], reason: str) -> int:
    """Reject entries; later extractions do not propose them again. `terms list --status rejected` shows them."""
    return _decide(keys, Status.REJECTED, reason)


@terms_command.command("reopen")
@click.argument("keys", metavar="ID...", type=int, nargs=-1, required=True)
def reopen_terms(keys: tuple[int, ...]) -> int:
    """Make entries candidates again."""
    return _decide(keys, Status.CANDIDATE)


def _decide(keys: tuple[int, ...], status: Status, reason: str = "") -> int:
    with open_glossary() as glossary:
        changed = glossary.decide(keys, status, reason=reason)
    say(f"{changed} of {len(keys)} changed to {status}")
    return 0


@terms_command.command("merge")
@click.argument("into", metavar="INTO", type=int)
@click.argument("others", metavar="OTHER...", type=int, nargs=-1, required=True)
def merge_terms(into: int, others: tuple[int, ...]) -> int:
    """Make the terms of OTHER entries variants of the entry INTO."""
    with open_glossary() as glossary:
        glossary.merge(into, others)
    say(f"{len(others)} merged into entry {into}")
    return 0


@terms_command.command("apart")
@click.argument("key", metavar="ID", type=int)
@click.argument("other", metavar="OTHER", type=int)
def keep_apart(key: int, other: int) -> int:
    """Say that two entries that look alike are different terms: they are not asked about again."""
    with open_glossary() as glossary:
        say("kept apart" if glossary.keep_apart(key, other) else "they were apart already")
    return 0
