"""Glossaries and memories as delimited text: CSV, TSV, OmegaT glossaries, UTX."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.cells import guarded
from rnk_gloss.interchange.columns import is_wordfast_head, known_headings
from rnk_gloss.interchange.csv_profiles import PROFILES, Profile, delimiter_for
from rnk_gloss.interchange.csv_rows import heading_cells, item_rows
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.records import (
    DELIMITERS,
    Dialect,
    dialect_of,
    records,
    sample_lines,
    sample_rows,
    separator_of,
)
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import Item, LossReport, LossTally, Reading, ReadReport
from rnk_gloss.interchange.source_file import known_encoding, open_bytes, other_encoding_hint, text_encoding
from rnk_gloss.interchange.table import TableRules, read_table
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def read(path: Path, options: ReadOptions) -> Reading:
    """The rows of the file as entries, or as units if `options.kind` says so.

    Encoding, delimiter, headings and swapped columns are found out and reported; see `source_file`, `records`,
    `columns`. `InputError` for a damaged file names the line.
    """
    report = ReadReport(str(path), "delimited text")
    return Reading(_items(path, options, report), report)


def _items(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Item]:
    profile = PROFILES[options.profile or "plain"]
    report.encoding = known_encoding(options.encoding, path) if options.encoding else text_encoding(path)
    if report.encoding not in {"utf-8", "utf-8-sig"} and not options.encoding:
        report.remark_once(f"read as {report.encoding}: the file is not UTF-8")
    # A mark is no text, whoever named the encoding.
    encoding = "utf-8-sig" if report.encoding == "utf-8" else report.encoding
    with io.TextIOWrapper(open_bytes(path), encoding=encoding, newline="") as stream:
        dialect = _dialect(stream, path, profile, options, report)
        stream.seek(0)
        rules = TableRules(
            guards=profile.guarded,
            comments=profile.comments,
            synonyms=profile.per_target,
            term_status=profile.name == "utx",
        )
        yield from read_table(records(stream, dialect, report, repair=options.repair), options, rules, report)


def _dialect(stream: TextIO, path: Path, profile: Profile, options: ReadOptions, report: ReadReport) -> Dialect:
    preferred = profile.delimiter or delimiter_for(path.suffix)
    if options.delimiter:
        if len(options.delimiter) != 1 or options.delimiter in '"\r\n':
            raise UsageError("a delimiter is one character, not a quotation mark or a line break")
        return Dialect(options.delimiter)
    try:
        sample = sample_lines(stream)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: the bytes are not {report.encoding}", hint=other_encoding_hint(path, report.encoding)
        ) from error
    if sample and (named := separator_of(sample[0])):
        return Dialect(named)
    if sample and is_wordfast_head(sample[0].removeprefix("\ufeff")):
        return Dialect("\t", quoting=False)
    if not profile.quoting or (
        profile.name == "omegat" and preferred == "\t" and not report.encoding.startswith("utf-16")
    ):
        # OmegaT takes quotation marks in its .txt glossaries literally; tab-separated UTF-16 is what Excel saves.
        return Dialect("\t", quoting=False)
    known = Counter({delimiter: _known_headings(sample, delimiter) for delimiter in DELIMITERS})
    dialect = dialect_of(sample, preferred, known)
    if dialect.delimiter != preferred:
        names = {",": "commas", "\t": "tabs", ";": "semicolons"}
        report.remark_once(f"the cells are separated by {names[dialect.delimiter]}")
    return dialect


def _known_headings(sample: list[str], delimiter: str) -> int:
    first = next(iter(sample_rows(sample[:1], delimiter)), [])
    return known_headings(first) if len(first) > 1 else 0


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What the profile could not carry, with counts; a full glossary table is the default, see `csv_profiles`."""
    profile = PROFILES[options.profile or "plain"]
    losses = LossTally()
    iterator: Iterator[Unit | Entry] = iter(items)
    first = next(iterator, None)
    of_units = options.kind == "units" if first is None else isinstance(first, Unit)
    if of_units and profile.name == "utx":
        raise UsageError("UTX carries glossary entries, not units of a memory")
    delimiter = profile.delimiter or delimiter_for(path.suffix)
    writer = _RowWriter(profile, delimiter, losses)
    with replacing(path) as stream:
        stream.write(b"\xef\xbb\xbf" if profile.mark else b"")
        stream.write(_head(profile, options, writer, of_units=of_units).encode())
        for item in chain([] if first is None else [first], iterator):
            if isinstance(item, Unit) != of_units:
                raise UsageError("a table holds either entries or units, not both")
            stream.write(_body(item, profile, options, writer, losses).encode())
    return losses.report()


def _head(profile: Profile, options: WriteOptions, writer: _RowWriter, *, of_units: bool) -> str:
    if not profile.has_headings:
        return ""
    row = writer.row(heading_cells(profile, options, of_units=of_units))
    if profile.name != "utx":
        return row
    return f"#UTX 1.11; {options.source_language}/{options.target_language}; {options.created}; rnk-gloss\r\n#{row}"


def _body(item: Unit | Entry, profile: Profile, options: WriteOptions, writer: _RowWriter, losses: LossTally) -> str:
    rows = item_rows(item, profile, options, losses)
    return "".join(writer.row(row) for row in rows)


@dataclass(frozen=True, slots=True)
class _RowWriter:
    profile: Profile
    delimiter: str
    losses: LossTally

    def row(self, cells: tuple[str, ...]) -> str:
        """The row as it stands in the file, with its line end."""
        ready = [self._ready(cell) for cell in cells]
        if self.profile.comments and ready[0].startswith("#"):
            self.losses.add("# at the start of a line", "after a space")
            ready[0] = f" {ready[0]}"
        literal = not self.profile.quoting or (self.profile.name == "omegat" and self.delimiter == "\t")
        if not literal:
            ready = [self._quoted(cell) for cell in ready]
        return self.delimiter.join(ready) + "\r\n"

    def _ready(self, cell: str) -> str:
        if _UNWRITABLE.search(cell):
            self.losses.add("characters that no text file can hold", count=len(_UNWRITABLE.findall(cell)))
            cell = _UNWRITABLE.sub("", cell)
        if self.profile.flat and _BREAKS.search(cell):
            self.losses.add("tabs and line breaks", "spaces")
            cell = _BREAKS.sub(" ", cell)
        return guarded(cell) if self.profile.guarded else cell

    def _quoted(self, cell: str) -> str:
        if self.delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
            return '"' + cell.replace('"', '""') + '"'
        return cell
