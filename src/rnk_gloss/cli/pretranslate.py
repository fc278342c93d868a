"""The command `pretranslate`: what the memory and the glossary have for each segment of a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click
from click.core import ParameterSource

from rnk_gloss.cli.diagnostics import ProgressLine, nothing_found, say, say_all
from rnk_gloss.cli.output import Column, Style, style_options, tsv_cell, write_rows
from rnk_gloss.cli.session import open_glossary
from rnk_gloss.cli.shapes import Shape, pretranslation_shape
from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.cells import guarded
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.translation_file import TRANSLATION_SUFFIXES, write_translation_file
from rnk_gloss.model.document import Document, ProseSentence
from rnk_gloss.model.match import MatchKind
from rnk_gloss.model.pretranslation import Pretranslation
from rnk_gloss.service.translations import target_language_of
from rnk_gloss.text.languages import language_tag

_FORMS = (".tsv", ".csv", ".json", ".jsonl")
_COLUMNS = (
    Column("segment", lambda row: row["segment"], right=True),
    Column("start", lambda row: row["span"][0], right=True),
    Column("end", lambda row: row["span"][1], right=True),
    Column("source", lambda row: row["source"], share=2),
    Column("target", lambda row: row["target"] or "", share=2),
    Column("score", lambda row: "" if row["score"] is None else f"{row['score']:.0f}", right=True),
    Column("kind", lambda row: row["kind"] or ""),
    Column("explanation", lambda row: row["explanation"] or "", share=1),
    Column("repeats", lambda row: row["repeats"] or ""),
    Column(
        "terms",
        lambda row: "; ".join(dict.fromkeys(f"{one['source']} = {one['target'] or '–'}" for one in row["terms"])),
        share=1,
    ),
    Column("forbidden", lambda row: "; ".join(one["target"] for one in row["forbidden"])),
)


@click.command("pretranslate")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file: .tsv, .csv, .json, .jsonl; for a translator: .po, .xlf.",
)
@click.option("--profile", help="The version of XLIFF to write: 2.1 or 1.2 [default: 2.1].")
@click.option("--min", "minimum", type=click.FloatRange(50, 100), default=75, show_default=True, help="Least score.")
@click.option("--lang", "language", help="The language of the file, such as ja [default: found out].")
@click.option("--to", metavar="LANGUAGE", help="The language of the translation [default: en; ja for an English file].")
@click.option("--encoding", help="Read the file in this encoding instead of finding it out.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that look up at once."
)
@style_options
@click.pass_context
def pretranslate_command(
    context: click.Context,
    *,
    file: Path,
    output: Path | None,
    profile: str | None,
    minimum: float,
    language: str | None,
    to: str | None,
    encoding: str | None,
    jobs: int,
    style: Style,
) -> int:
    """Find for each segment of FILE the best match of the memory, and the terms of the glossary with their targets.

    Text, Markdown, HTML and DOCX are read; code and page furniture are left out. Segments know their neighbours: a
    match that stood between the same two has 101. A segment that stands in FILE for the second time names the first.
    """
    _check_output(file, output, context)
    if profile is not None and (output is None or output.suffix.lower() not in TRANSLATION_SUFFIXES):
        raise UsageError("--profile is for files that go to a translator", hint="name such a file: -o OUT.xlf")
    document, sentences = _read(file, language, encoding)
    to = language_tag(to or target_language_of(document.language))
    progress = ProgressLine()
    counts: Counter[str] = Counter()
    with (
        open_glossary() as glossary,
        closing(
            glossary.pretranslate(
                (sentence.text for sentence in sentences),
                minimum=minimum,
                language=document.language,
                to=to,
                jobs=jobs,
            )
        ) as found,
    ):
        counted = _counted(found, len(sentences), counts, progress)
        if output is None:
            write_rows(_rows(counted, sentences), _COLUMNS, style)
        elif output.suffix.lower() in TRANSLATION_SUFFIXES:
            _write_for_translator(output, counted, document, to, profile)
        else:
            _write(output, _rows(counted, sentences))
    _say_counts(counts, len(sentences))
    if counts["without"] == len(sentences) and not counts["terms"]:
        return nothing_found(
            f"nothing in the memory from {document.language} to {to} is {minimum:g} % like any segment, and no term"
            " stands in them (--to names another language)"
        )
    return 0


def _check_output(file: Path, output: Path | None, context: click.Context) -> None:
    if output is None:
        return
    if output.suffix.lower() not in (*_FORMS, *TRANSLATION_SUFFIXES):
        known = ", ".join((*_FORMS, *TRANSLATION_SUFFIXES))
        raise UsageError(f"{output}: cannot be written by pretranslate", hint=f"name a file that ends in {known}")
    if output.resolve() == file.resolve():
        raise UsageError(f"{output}: is the file that is read", hint="name another file for what is found")
    if context.get_parameter_source("style") is ParameterSource.COMMANDLINE:
        raise UsageError("the name of --output says its form", hint="leave --json, --jsonl and --tsv away, or --output")


def _read(file: Path, language: str | None, encoding: str | None) -> tuple[Document, list[ProseSentence]]:
    from rnk_gloss.documents.reader import read_document
    from rnk_gloss.service.sentences import prose_of, sentences_of

    document = read_document(file, language=language, encoding=encoding)
    if document.translation is not None:
        raise InputError(
            f"{file}: holds its translation already, and only what is translated is read of it",
            hint="pretranslate takes text, Markdown, HTML and DOCX",
        )
    say(f"{file}: {document.format}, {document.encoding}, {document.language}")
    say_all(document.remarks)
    sentences = prose_of(document, sentences_of(document))
    if not sentences:
        raise InputError(f"{file}: holds no text to translate", hint="code and page furniture do not count")
    return document, sentences


def _counted(
    found: Iterable[Pretranslation], segments: int, counts: Counter[str], progress: ProgressLine
) -> Iterator[Pretranslation]:
    try:
        for number, one in enumerate(found, start=1):
            counts[one.match.kind if one.match else "without"] += 1
            counts["repetitions"] += one.repeats is not None
            counts["terms"] += bool(one.terms)
            counts["forbidden"] += bool(one.match and one.match.forbidden)
            counts["too long"] += one.is_too_long
            progress("pretranslating", number, segments)
            yield one
    finally:
        progress.clear()


def _rows(found: Iterable[Pretranslation], sentences: Sequence[ProseSentence]) -> Iterator[Shape]:
    for number, (one, sentence) in enumerate(zip(found, sentences, strict=True), start=1):
        yield pretranslation_shape(one, number, sentence.original)


def _write_for_translator(
    output: Path, found: Iterable[Pretranslation], document: Document, to: str, profile: str | None
) -> None:
    from rnk_gloss.interchange.options import WriteOptions
    from rnk_gloss.service.clock import now

    options = WriteOptions(document.language, to, profile=profile, created=now())
    report = write_translation_file(output, found, Path(document.path).name, options)
    say_all([str(loss) for loss in report.losses])


def _write(output: Path, rows: Iterable[Shape]) -> None:
    form = output.suffix.lower()
    with replacing(output) as stream:
        if form == ".json":
            stream.write(json.dumps(list(rows), ensure_ascii=False, indent=2).encode() + b"\n")
            return
        if form == ".csv":
            # Excel takes a file for UTF-8 when it begins with this mark.
            stream.write(b"\xef\xbb\xbf")
        if form != ".jsonl":
            stream.write(_line([column.title for column in _COLUMNS], form))
        for row in rows:
            if form == ".jsonl":
                stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            else:
                stream.write(_line([str(column.text(row)) for column in _COLUMNS], form))


def _line(cells: Sequence[str], form: str) -> bytes:
    if form == ".tsv":
        return ("\t".join(map(tsv_cell, cells)) + "\n").encode()
    quoted = ('"' + guarded(cell).replace('"', '""') + '"' for cell in cells)
    return (",".join(quoted) + "\r\n").encode()


def _say_counts(counts: Counter[str], segments: int) -> None:
    parts = [
        f"{counts[kind]:,} {name}"
        for kind, name in (
            (MatchKind.CONTEXT, "in context"),
            (MatchKind.EXACT, "exact"),
            (MatchKind.VARIANT, "variants"),
            (MatchKind.FUZZY, "fuzzy"),
            ("without", "without a match"),
            ("repetitions", "repetitions"),
            ("forbidden", "with a forbidden rendering"),
            ("too long", "too long to be looked up"),
        )
        if counts[kind]
    ]
    say(f"{segments:,} segments: {', '.join(parts)}")
