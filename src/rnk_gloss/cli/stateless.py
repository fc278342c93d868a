"""The commands `segment` and `align`: results to stdout, nothing is stored."""

from __future__ import annotations

from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say, say_all
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.shapes import bead_shape
from rnk_gloss.model.document import Document

_SENTENCES = (
    Column("start", lambda row: row["span"][0], right=True),
    Column("end", lambda row: row["span"][1], right=True),
    Column("sentence", lambda row: row["text"]),
)
_BEADS = (
    Column("score", lambda row: f"{row['score']:.0f}", right=True),
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
@click.option("--encoding", help="Read both files in this encoding instead of finding it out.")
@style_options
def align_command(source: Path, target: Path, encoding: str | None, style: Style) -> int:
    """Align the Japanese file JA with its translation EN: which sentences belong together, and how sure that is."""
    from rnk_gloss.service.alignment import align_files

    documents = (_read(source, "ja", encoding), _read(target, "en", encoding))
    progress = ProgressLine()
    try:
        beads = align_files(*documents, progress=progress)
    finally:
        progress.clear()
    return 0 if write_rows(map(bead_shape, beads), _BEADS, style) else nothing_found("no sentences")
