"""The command `annotate`: a file with the glossary's terms in it marked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import nothing_found, say, say_all
from rnk_gloss.cli.output import Column, Style, style_options, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import Shape, annotated_shape
from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Usage
from rnk_gloss.service.annotation import AnnotatedParagraph, AnnotatedTerm
from rnk_gloss.text.cells import printable

_TERMS = (
    Column("start", lambda row: row["start"], right=True),
    Column("end", lambda row: row["end"], right=True),
    Column("text", lambda row: row["text"]),
    Column("source", lambda row: row["source"]),
    Column("target", lambda row: row["target"] or ""),
    # Of what stands in the text itself; empty in a text of the source language.
    Column("usage", lambda row: row["usage"] or ""),
    Column("forbidden", lambda row: "; ".join(row["forbidden"])),
    Column("status", lambda row: row["status"]),
    Column("refusal", lambda row: row["refusal"]),
)


@click.command("annotate")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lang", "language", help="The language of the file, such as ja or en [default: found out].")
@click.option("--encoding", help="Read the file in this encoding instead of finding it out.")
@click.option("--refused", is_flag=True, help="Give what looks like a term but is none there, too, with the reason.")
@style_options
def annotate_command(file: Path, language: str | None, encoding: str | None, *, refused: bool, style: Style) -> int:
    """Find the glossary's terms in FILE, or in what comes in with -.

    In a Japanese text these are terms and their variants, in an English one the targets, in any inflection. Places are
    characters of the file, the end not included.
    """
    document = _read(file, language, encoding)
    with open_glossary() as glossary:
        paragraphs = glossary.annotate(document, refused=refused)
        found = _write_marked(paragraphs) if style.is_table else write_rows(_rows(paragraphs), _TERMS, style)
    return 0 if found else nothing_found(f"no term of the glossary stands in {document.path}")


def _read(file: Path, language: str | None, encoding: str | None) -> Document:
    from rnk_gloss.documents.reader import LARGEST_FILE, document_of, read_document

    if str(file) == "-":
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        document = document_of(data, Path("standard input"), language=language, encoding=encoding)
    else:
        document = read_document(file, language=language, encoding=encoding)
    say(f"{document.path}: {document.format}, {document.encoding}, {document.language}")
    say_all(document.remarks)
    return document


def _rows(paragraphs: Iterable[AnnotatedParagraph]) -> Iterator[Shape]:
    for paragraph in paragraphs:
        for found in paragraph.terms:
            yield annotated_shape(paragraph, found)


def _write_marked(paragraphs: Iterable[AnnotatedParagraph]) -> int:
    """How many terms were printed; each paragraph with its terms in brackets stands over the list of them."""
    count = 0
    for paragraph in paragraphs:
        click.echo(_marked(paragraph))
        for found in paragraph.terms:
            click.echo(f"      {_told(found)}")
            count += 1
    return count


def _marked(paragraph: AnnotatedParagraph) -> str:
    # Several entries can have one term: it is marked once.
    spans = sorted({(found.term.start, found.term.end) for found in paragraph.terms if not found.term.refusal})
    pieces: list[str] = []
    place = 0
    for start, end in spans:
        pieces += printable(paragraph.text[place:start]), f"[{printable(paragraph.text[start:end])}]"
        place = end
    return "".join((*pieces, printable(paragraph.text[place:])))


def _told(found: AnnotatedTerm) -> str:
    term, entry = found.term, found.term.entry
    place = f"{found.original.start}-{found.original.end}"
    if term.refusal:
        return printable(f"{place}  {term.text} is not {term.form}: {term.refusal}")
    written = term.text if term.text == entry.source else f"{term.text} ({entry.source})"
    told = f"{place}  {written} → {entry.preferred or '–'}"
    told += f"  not: {', '.join(entry.forbidden)}" if entry.forbidden else ""
    told += "  FORBIDDEN" if term.target and term.target.usage is Usage.FORBIDDEN else ""
    return printable(f"{told}  ({entry.status})")
