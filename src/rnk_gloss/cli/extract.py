"""The command `extract`."""

from __future__ import annotations

from pathlib import Path

import click

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.cli.diagnostics import INPUT_FAULT, ProgressLine, say, say_all
from rnk_gloss.cli.omissions import omissions_option
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.errors import UsageError
from rnk_gloss.model.report import DocumentReport, ExtractionReport

_COLUMNS = (
    Column("document", lambda row: row["path"], share=1),
    Column("translation", lambda row: row["translation"] or "–", share=1),
    Column("state", lambda row: row["state"]),
    Column("characters", lambda row: row["characters"], right=True),
    Column("sentences", lambda row: row["sentences"], right=True),
    Column("segments", lambda row: row["segments"], right=True),
    Column("sure", lambda row: row["sure_segments"], right=True),
)


@click.command("extract")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--pair", "pairs", multiple=True, metavar="JA=EN", help="A file and its translation; may be repeated.")
@click.option("--subject", default="", help="The subject field of the documents, noted with their terms.")
@click.option("--encoding", help="Read all files in this encoding instead of finding it out.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that align at once.")
@omissions_option
@click.option("--anyway", is_flag=True, help="Take pairs, too, that do not seem to be translations of each other.")
@click.option("--quiet", "-q", is_flag=True, help="Do not say what was decided while reading.")
@style_options
def extract_command(
    paths: tuple[Path, ...],
    pairs: tuple[str, ...],
    subject: str,
    encoding: str | None,
    *,
    jobs: int,
    omissions: Omissions,
    anyway: bool,
    quiet: bool,
    style: Style,
) -> int:
    """Take the terms out of Japanese documents and, where a translation is there, the aligned segments.

    A PATH is a file or a folder. Files pair up by name: x.ja.txt with x.en.txt, ja/x.txt with en/x.txt. Text, Markdown,
    HTML, DOCX and PO are read. Extracting a file again changes only what changed in it, and no decision of a person.
    """
    from rnk_gloss.service.intake import Options

    if not paths and not pairs:
        raise UsageError("nothing to extract", hint="name files or folders: rnk-gloss extract article.txt")
    progress = ProgressLine()
    with open_glossary(create=True) as glossary:
        try:
            report = glossary.extract_all(
                list(paths),
                pairs=[_pair(pair) for pair in pairs],
                options=Options(subject, encoding, jobs=jobs, omissions=omissions, anyway=anyway),
                progress=progress,
            )
        finally:
            progress.clear()
        database = glossary.workspace.path
    write_rows(map(_document_shape, report.documents), _COLUMNS, style)
    if not quiet:
        _say_remarks(report)
    say(
        f"{report.new:,} new entries, {report.known:,} known, {report.removed:,} removed; "
        f"{report.shown:,} stand above the default cut in {database}"
    )
    segments = sum(document.segments for document in report.documents)
    if segments:
        sure = sum(document.sure_segments for document in report.documents)
        say(f"{segments:,} segments, {sure:,} of them ({sure / segments:.0%}) sure; review: rnk-gloss review")
    if not report.dictionary:
        say("No dictionary: no English from it, and alignment goes by length. See: rnk-gloss lexicon info")
    for failure in report.failures:
        say(f"rnk-gloss: error: {failure.message}")
        if failure.hint:
            say(f"hint: {failure.hint}")
    return INPUT_FAULT if report.failures else 0


def _pair(text: str) -> tuple[Path, Path]:
    source, sign, target = text.partition("=")
    if not (source and sign and target):
        raise UsageError(f"--pair takes JA=EN, not {text!r}", hint="--pair article.ja.txt=article.en.txt")
    return Path(source), Path(target)


def _say_remarks(report: ExtractionReport) -> None:
    for document in report.documents:
        if document.remarks:
            say(f"{document.path}:")
            say_all(document.remarks)
    for skipped in report.skipped:
        say(f"{skipped.path}: left out: {skipped.message}")


def _document_shape(document: DocumentReport) -> dict[str, object]:
    return {
        "path": document.path,
        "translation": document.translation,
        "state": document.state.value,
        "characters": document.characters,
        "sentences": document.sentences,
        "segments": document.segments,
        "sure_segments": document.sure_segments,
        "remarks": list(document.remarks),
    }
