"""The commands `segment` and `align`: results to stdout, nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say, say_all
from rnk_gloss.cli.omissions import omissions_option
from rnk_gloss.cli.output import Column, Style, form_option, style_options, write_rows
from rnk_gloss.cli.shapes import bead_shape
from rnk_gloss.model.document import Document
from rnk_gloss.model.segment import Bead, Unit

_SENTENCES = (
    Column("start", lambda row: row["span"][0], right=True),
    Column("end", lambda row: row["span"][1], right=True),
    Column("sentence", lambda row: row["text"]),
)
_BEADS = (
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
    Column("shape", lambda row: row["shape"]),
    Column("source", lambda row: row["source"], share=1),
    Column("target", lambda row: row["target"], share=1),
    Column("flags", lambda row: ", ".join(row["flags"])),
)


def _read(path: Path, language: str | None, encoding: str | None) -> Document:
    from rnk_gloss.documents.reader import read_document

    document = read_document(path, language=language, encoding=encoding)
    say(f"{path}: {document.format}, {document.encoding}, {document.language}")
    say_all(document.remarks)
    return document


@click.command("segment")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", "language", help="The language of the file, such as ja or en [default: found out].")
@click.option("--encoding", help="Read the file in this encoding instead of finding it out.")
@style_options
def segment_command(file: Path, language: str | None, encoding: str | None, style: Style) -> int:
    """Cut FILE into sentences, with their places in its characters."""
    from rnk_gloss.service.sentences import sentences_of

    document = _read(file, language, encoding)
    rows = (
        {
            "text": sentence.text,
            "span": list(sentence.original),
            "paragraph": sentence.paragraph,
            "kind": document.paragraphs[sentence.paragraph].kind.value,
        }
        for sentence in sentences_of(document)
    )
    return 0 if write_rows(rows, _SENTENCES, style) else nothing_found("no sentences")


@click.command("align")
@click.argument("source", metavar="JA", type=click.Path(path_type=Path))
@click.argument("target", metavar="EN", type=click.Path(path_type=Path))
@omissions_option
@click.option("--anyway", is_flag=True, help="Align also texts that are no translations of each other.")
@click.option("--encoding", help="Read both files in this encoding instead of finding it out.")
@form_option("tmx", "Print a TMX 1.4 translation memory: what stands on both sides, as candidates.")
@style_options
def align_command(
    source: Path, target: Path, *, omissions: Omissions, anyway: bool, encoding: str | None, style: Style
) -> int:
    """Align the Japanese file JA with its translation EN: which sentences belong together, and how sure that is.

    Every sentence of both files is in one row, in the order of the texts; sentences that were left out or added stand
    alone. Columns: score (0-100, the chance that the row is right), shape (sentences of each side, such as 2-1),
    source, target, flags (what to look at: n-m, omission, beside an omission, number differs, length, same text). JSON
    has also source_span and target_span, start and end in characters of the files, null where a side is empty, and the
    evidence with its weight. Two files that are no translations of each other are refused.
    """
    from rnk_gloss.service.alignment import align_files
    from rnk_gloss.service.languages import check_languages
    from rnk_gloss.service.workspace import default_lexicon

    japanese, english = _read(source, "ja", encoding), _read(target, "en", encoding)
    check_languages(japanese, english, names=(str(source), str(target)), other_way=f"rnk-gloss align {target} {source}")
    progress = ProgressLine()
    try:
        beads = align_files(japanese, english, omissions=omissions, checked=not anyway, progress=progress)
    finally:
        progress.clear()
    if not default_lexicon().available:
        say("No dictionary: alignment goes by length and what the texts teach. See: rnk-gloss lexicon info")
    if style.form == "tmx":
        return _write_tmx(beads, japanese.path)
    return 0 if write_rows(map(bead_shape, beads), _BEADS, style) else nothing_found("no sentences")


def _write_tmx(beads: Sequence[Bead], document: str) -> int:
    from tempfile import TemporaryDirectory

    from rnk_gloss.interchange.options import WriteOptions
    from rnk_gloss.interchange.tmx import write
    from rnk_gloss.service.clock import now

    moment = now()
    units = [
        Unit(bead.source, bead.target, origin="alignment", document=document, created_at=moment, changed_at=moment)
        for bead in beads
        if bead.source.strip() and bead.target.strip()
    ]
    if not units:
        return nothing_found("no sentences that stand on both sides")
    # The writer makes files that appear whole or not at all; standard output gets what it wrote.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        report = write(path, units, WriteOptions(created=moment))
        click.echo(path.read_bytes(), nl=False)
    say(f"{report.written} units written; left out because they stand on one side only: {len(beads) - len(units)}")
    say_all([str(loss) for loss in report.losses])
    return 0
