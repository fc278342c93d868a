"""Rows of delimited text (RFC 4180 and what tools make of it), with the lines on which they start."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.source_file import other_encoding_hint

LONGEST_LINE = 1 << 20
"""A longer line is no table: it is refused before it fills the memory."""

SAMPLE_LINES = 200
SAMPLE_CHARACTERS = 1 << 18
DELIMITERS = (",", "\t", ";")


@dataclass(frozen=True, slots=True)
class Record:
    """One row; `line` is where it starts, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are told apart; with `quoting` off, quotation marks are text like any other."""

    delimiter: str
    quoting: bool = True


# Excel's way to name the delimiter on a line of its own before the table.
_SEPARATOR_LINE = re.compile(r'\ufeff*"?sep=(.)"?\s*', re.IGNORECASE)


class _Lines:
    """The lines of a stream with their number, those of the present record kept to find its open quote."""

    def __init__(self, stream: TextIO, report: ReadReport, *, repair: bool) -> None:
        self._stream = stream
        self._report = report
        self._repair = repair
        self.number = 0
        self.record: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._stream.readline(LONGEST_LINE)
        except UnicodeDecodeError as error:
            raise InputError(
                f"{self._report.path}:{self.number + 1}: from here on the bytes are not {self._report.encoding}",
                hint=other_encoding_hint(Path(self._report.path), self._report.encoding),
            ) from error
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= LONGEST_LINE:
            raise InputError(f"{self._report.path}:{self.number}: the line is longer than {LONGEST_LINE:,} characters")
        if "\0" in line:
            line = self._without_null(line)
        if self.number == 1:
            # A file that was marked twice.
            line = line.lstrip("\ufeff")
        self.record.append(line)
        return line

    def _without_null(self, line: str) -> str:
        if not self._repair:
            raise InputError(
                f"{self._report.path}:{self.number}: a NUL character stands in the text",
                hint="Is this a table? Reading with repair drops NUL characters.",
            )
        self._report.remark("NUL characters dropped", self.number)
        return line.replace("\0", "")


def records(stream: TextIO, dialect: Dialect, report: ReadReport, *, repair: bool) -> Iterator[Record]:
    """The rows of the stream, which must be open with `newline=""`; blank lines are left out, and a first line `sep=;`.

    On a line of its own, quotation marks that do not fit are text, as spreadsheets have it, and reported. `InputError`
    names the line where a quote was opened that swallows others.
    """
    lines = _Lines(stream, report, repair=repair)
    if dialect.quoting:
        reader = csv.reader(lines, delimiter=dialect.delimiter, strict=True)
    else:
        reader = csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
    while True:
        start = lines.number + 1
        lines.record.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if len(lines.record) > 1 or "expected after" not in str(error):
                raise _readable(error, lines, start, dialect, report) from error
            report.remark("quotation marks that do not fit are read as text", start)
            cells = _cells_as_they_stand(lines.record[0], dialect.delimiter)
        if start == 1 and separator_of(lines.record[0]) == dialect.delimiter:
            continue
        if cells:
            yield Record(start, tuple(cells))


def separator_of(line: str) -> str:
    """The delimiter that the line `sep=;` names; "" for any other line."""
    found = _SEPARATOR_LINE.fullmatch(line)
    return found[1] if found else ""


def _cells_as_they_stand(line: str, delimiter: str) -> list[str]:
    """The cells of a line that is not RFC 4180. A quoted cell ends with a quotation mark before a delimiter or the end,
    others within it are text; from a cell on that does not end so, all that stands between delimiters is text."""
    border = f"(?={re.escape(delimiter)}|$)"
    quoted = re.compile(f'"((?:[^"]|""|"(?!{border}))*+)"{border}')
    rest = line.rstrip("\r\n")
    cells: list[str] = []
    at = 0
    while at <= len(rest):
        found = quoted.match(rest, at)
        if found is None and rest.startswith('"', at):
            return [*cells, *rest[at:].split(delimiter)]
        end = found.end() if found else (rest.find(delimiter, at) + 1 or len(rest) + 1) - 1
        cells.append(found[1].replace('""', '"') if found else rest[at:end])
        at = end + 1
    return cells


def sample_lines(stream: TextIO) -> list[str]:
    """The first lines of the stream, enough to see what kind of table it is."""
    sample: list[str] = []
    while len(sample) < SAMPLE_LINES and (line := stream.readline(SAMPLE_CHARACTERS)):
        sample.append(line)
        if sum(map(len, sample)) >= SAMPLE_CHARACTERS:
            break
    return sample


def sample_rows(sample: list[str], delimiter: str) -> list[list[str]]:
    """The rows of the sample with this delimiter, as far as they can be read."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(sample, delimiter=delimiter))
    return rows


def dialect_of(sample: list[str], preferred: str, header_known: Counter[str] | None = None) -> Dialect:
    """The dialect in which the lines look most like a table.

    For each delimiter: how many rows have the commonest number of cells (two at least), rows read with their
    quotes. `header_known` counts, for each delimiter, the cells of the first row that are known headings; it
    decides before the shape does. `preferred`, which the suffix of the file stands for, decides between equals.
    """

    def shape(delimiter: str) -> tuple[int, float, bool]:
        widths = [len(row) for row in sample_rows(sample, delimiter) if row]
        commonest = max(Counter(width for width in widths if width > 1).values(), default=0)
        known = header_known[delimiter] if header_known else 0
        return known, commonest / max(1, len(widths)), delimiter == preferred

    return Dialect(max(DELIMITERS, key=shape))


def _readable(error: csv.Error, lines: _Lines, start: int, dialect: Dialect, report: ReadReport) -> InputError:
    opened = start + _lines_before_open_quote(lines.record, dialect.delimiter)
    place = f"{report.path}:{opened}"
    hint = 'A quotation mark in a quoted cell is written twice: "".'
    message = str(error)
    if "unexpected end" in message:
        return InputError(f"{place}: a quote opened on this line is never closed", hint=hint)
    if "field larger" in message:
        return InputError(
            f"{place}: a cell is longer than {csv.field_size_limit():,} characters; is a quote open?", hint=hint
        )
    return InputError(f"{place}: text follows the closing quote of a cell that starts on this line", hint=hint)


def _lines_before_open_quote(record: list[str], delimiter: str) -> int:
    """How many lines of the record end before the cell opens that has spoilt it: the last one that opens."""
    opened_on, inside, at_start = 0, False, True
    for number, line in enumerate(record):
        index = 0
        while index < len(line):
            character = line[index]
            if inside:
                if character == '"' and line[index + 1 : index + 2] == '"':
                    index += 1
                elif character == '"':
                    inside = False
            elif character == '"' and at_start:
                opened_on, inside = number, True
            at_start = not inside and character == delimiter
            index += 1
    return opened_on
