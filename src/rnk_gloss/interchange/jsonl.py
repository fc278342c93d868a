"""JSON lines: the one format that carries everything, one object a line, so that nothing is lost.

The first line names the format and its version: `{"format": "rnk-gloss", "version": 1}`. Then follow documents,
entries, likenesses of entries, and units (`jsonl_shapes`, `json_units`).
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.json_fields import Fields, ShapeError, as_json, json_value
from rnk_gloss.interchange.json_units import unit_json
from rnk_gloss.interchange.jsonl_shapes import document_shape, entry_shape, item_of, likeness_shape
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import Item, LossReport, LossTally, Reading, ReadReport, Written
from rnk_gloss.interchange.source_file import open_bytes
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

FORMAT = "rnk-gloss"
VERSION = 1

LONGEST_LINE = 1 << 26
"""In bytes. A document stands in one line with all its sentences: this is enough for 20 million characters."""

_HINT = 'JSON lines begin with {"format": "rnk-gloss", "version": 1}. Have rnk-gloss export a file to see one.'


def read(path: Path, options: ReadOptions) -> Reading:
    """The items of the file. What has a name that is not known is told in the report.

    `InputError` names the line that is no JSON, is longer than `LONGEST_LINE` bytes, or holds a value of a wrong type.
    With `options.kind`, only items of that kind are read.
    """
    report = ReadReport(str(path), "JSON lines", encoding="utf-8")
    return Reading(_items(path, options, report), report)


def _items(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Item]:
    with open_bytes(path) as stream:
        lines = _lines(stream, path)
        _check_head(next(lines, None), path)
        for number, text in lines:
            if not text.strip():
                continue
            report.seen += 1

            def stranger(name: str, line: int = number) -> None:
                report.remark(f"not known and not kept: {name[:80]}", line)

            try:
                item = item_of(json_value(text), stranger, number)
            except (ShapeError, RecursionError) as error:
                raise InputError(f"{path}:{number}: {error}", hint="Nothing of the file was kept.") from error
            if item is None:
                report.skip("items of a type that is not known", number)
            elif options.kind is None or isinstance(item, Unit if options.kind == "units" else ImportedEntry):
                yield item


def _lines(stream: BinaryIO, path: Path) -> Iterator[tuple[int, str]]:
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise InputError(f"{path}:{number}: the line is longer than {LONGEST_LINE:,} bytes")
        try:
            yield number, line.removeprefix(codecs.BOM_UTF8 if number == 1 else b"").decode()
        except UnicodeDecodeError as error:
            raise InputError(f"{path}:{number}: the bytes are not UTF-8", hint=_HINT) from error


def _check_head(first: tuple[int, str] | None, path: Path) -> None:
    try:
        head = Fields(json_value(first[1] if first else ""), "the first line")
        name, version = head.text("format"), head.number("version")
    except (ShapeError, RecursionError) as error:
        raise InputError(f"{path}:1: not JSON lines of {FORMAT}: {error}", hint=_HINT) from error
    if name != FORMAT or version < 1:
        raise InputError(f"{path}:1: not JSON lines of {FORMAT}", hint=_HINT)
    if version > VERSION:
        raise InputError(
            f"{path}: written by a newer version of rnk-gloss (format {version}, known is {VERSION})",
            hint="update rnk-gloss",
        )


def write(path: Path, items: Iterable[Written], options: WriteOptions) -> LossReport:
    """That nothing was lost: every item stands in one line, with all that it holds."""
    tally = LossTally()
    numbers: dict[int, int] = {}
    with replacing(path) as stream:
        stream.write(_encoded(as_json({"format": FORMAT, "version": VERSION})))
        for item in items:
            line = unit_json(item) if isinstance(item, Unit) else _line(item, numbers)
            if line is None:
                tally.add("likenesses of entries that are not written")
                continue
            tally.written += 1
            stream.write(_encoded(line))
    return tally.report()


def _line(item: Written, numbers: dict[int, int]) -> str | None:
    """What is no unit; entries are known to their likenesses by their `numbers` in the file."""
    match item:
        case Entry():
            numbers[item.id] = len(numbers) + 1
            return as_json(entry_shape(item))
        case ArchivedDocument():
            return as_json(document_shape(item))
        case ArchivedLikeness() if item.entry in numbers and item.other in numbers:
            return as_json(likeness_shape(item) | {"entry": numbers[item.entry], "other": numbers[item.other]})
        case _:
            return None


def _encoded(text: str) -> bytes:
    try:
        line = f"{text}\n".encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"a text holds a lone surrogate, which no file can hold: {error.object!r:.80}") from error
    if len(line) > LONGEST_LINE:
        raise InputError(
            f"a document is longer than {LONGEST_LINE:,} bytes in one line", hint="copy it with: db backup"
        )
    return line
