"""The command `check`: what may be wrong with translations, in files or in the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import INPUT_FAULT, NOTHING_FOUND, report, say, say_all
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import Shape, finding_shape
from rnk_gloss.cli.transfer import FORMATS, languages_of
from rnk_gloss.errors import InputError
from rnk_gloss.model.finding import FindingKind
from rnk_gloss.model.selection import UnitSelection
from rnk_gloss.model.status import Status
from rnk_gloss.service.unit_checks import CheckedUnit, FileChecks, check_memory

_KINDS = [kind.value for kind in FindingKind]


def _place(row: Shape) -> str:
    """`memory.tmx:12` for a file, `unit 12` for the memory."""
    return f"unit {row['unit']}" if row["path"] is None else f"{row['path']}:{row['unit']}"


_COLUMNS = (
    Column("place", _place),
    Column("severity", lambda row: row["severity"]),
    Column("kind", lambda row: row["kind"]),
    Column("message", lambda row: row["message"], share=1),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
)


@click.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only units of this status.")
@click.option("--document", help="Only units of documents whose path holds this.")
@click.option("--only", multiple=True, type=click.Choice(_KINDS), metavar="KIND", help="Only findings of this kind.")
@click.option("--ignore", multiple=True, type=click.Choice(_KINDS), metavar="KIND", help="No findings of this kind.")
@click.option("--format", "format_name", help=f"The format, where the name does not tell: {FORMATS}.")
@click.option("--languages", metavar="JA=EN", help="The languages to read, or those that wrong codes stand for.")
@click.option("--encoding", help="Read the files in this encoding instead of finding it out.")
@style_options
def check_command(
    *,
    files: tuple[Path, ...],
    status: str | None,
    document: str | None,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    format_name: str | None,
    languages: str | None,
    encoding: str | None,
    style: Style,
) -> int:
    """Check the translations of FILEs (TMX, XLIFF, PO, CSV …) or, without any, those of the memory.

    Terms are held against the glossary, and each source against the memory; numbers, codes, marks and spaces against
    the source. Rejected units are checked only where --status asks for them. The exit code is 1 where anything was
    found, 0 where nothing was, 4 where a file could not be read.
    """
    from rnk_gloss.interchange.options import ReadOptions

    wanted = frozenset(only or _KINDS) - frozenset(ignore)
    statuses = (Status(status),) if status else (Status.CANDIDATE, Status.APPROVED)
    rows: list[Shape] = []
    failed = False
    with open_glossary() as glossary:
        if not files:
            rows += _rows(check_memory(glossary, UnitSelection(statuses, document=document)), wanted)
        for path in files:
            source, target = languages_of(languages)
            options = ReadOptions(source_language=source, target_language=target, encoding=encoding)
            checks = FileChecks(glossary, path, format_name, options)
            chosen = (one for one in checks if one.unit.status in statuses and (document or "") in one.unit.document)
            try:
                rows += _rows(chosen, wanted, path)
            except InputError as error:
                report(error)
                failed = True
            say_all([f"{path}: {remark}" for remark in checks.remarks], indent="")
    write_rows(rows, _COLUMNS, style)
    counts = Counter(row["kind"] for row in rows)
    parts = ", ".join(f"{count:,} {kind}" for kind, count in counts.most_common())
    found = "1 finding" if len(rows) == 1 else f"{len(rows):,} findings"
    say(f"{found}: {parts}" if rows else "nothing was found")
    if failed:
        return INPUT_FAULT
    return NOTHING_FOUND if rows else 0


def _rows(checked: Iterable[CheckedUnit], wanted: frozenset[str], path: Path | None = None) -> Iterator[Shape]:
    for one in checked:
        for finding in one.findings:
            if finding.kind in wanted:
                yield finding_shape(finding, one.unit, number=one.number, path=path)
