"""The rows of a sheet, one at a time, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.columns import column_number
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.xlsx_sheets import Sheet, Workbook
from rnk_gloss.interchange.xlsx_texts import LONGEST_CELL, CellText, endless_cell
from rnk_gloss.interchange.xlsx_values import is_date_format, shown_date, shown_number, unescaped, whole_number

MOST_COLUMNS = 256
"""Cells further to the right are not read."""

MOST_MERGES = 200_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(slots=True)
class Row:
    """A row by its number in the sheet, counted from 1: texts by column, counted from 0, and their furigana."""

    number: int
    cells: dict[int, str] = field(default_factory=dict)
    readings: dict[int, str] = field(default_factory=dict)


def rows(workbook: Workbook, sheet: Sheet, report: ReadReport) -> Iterator[Row]:
    """The rows that hold anything, in the order of the sheet. A cell that is merged over several rows stands in each
    of them."""
    merges = _Merges()
    if workbook.package.holds(sheet.part, b"mergeCell"):
        workbook.package.parse_whole(sheet.part, merges)
    handler = _Rows(workbook, report)
    held: dict[int, tuple[int, str]] = {}
    for _ in workbook.package.parse(sheet.part, handler):
        for row in handler.found:
            if merges.last_rows:
                _fill(row, merges.last_rows, held, report)
            yield row
        handler.found.clear()


def _fill(
    row: Row, last_rows: dict[tuple[int, int], int], held: dict[int, tuple[int, str]], report: ReadReport
) -> None:
    for column, (last, text) in list(held.items()):
        if row.number > last:
            del held[column]
        elif row.cells and not row.cells.get(column):
            row.cells[column] = text
            report.remark("merged cell: its text is read for each of its rows", row.number)
    for column, text in row.cells.items():
        if (row.number, column) in last_rows:
            held[column] = last_rows[row.number, column], text


class _Merges:
    """Cells that are merged downwards: the last row by the first row and the column."""

    def __init__(self) -> None:
        self.last_rows: dict[tuple[int, int], int] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "mergeCell" or len(self.last_rows) >= MOST_MERGES:
            return
        first, _, last = attributes.get("ref", "").partition(":")
        top, bottom = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if top and bottom and int(bottom[2]) > int(top[2]):
            self.last_rows[int(top[2]), column_number(top[1])] = int(bottom[2])

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def data(self, text: str) -> None:
        """The references are attributes."""


class _Rows:
    """The rows of a sheet as they are completed."""

    def __init__(self, workbook: Workbook, report: ReadReport) -> None:
        self._workbook = workbook
        self._report = report
        self.found: list[Row] = []
        self._row = Row(0)
        self._column = -1
        self._kind = self._style = ""
        self._value: list[str] = []
        self._length = 0
        self._text = CellText(workbook.package.path)
        self._in_data = self._in_value = self._is_formula = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheetData":
            self._in_data = True
        elif not self._in_data:
            return
        elif name == "row":
            self._row = Row(whole_number(attributes.get("r")) or self._row.number + 1)
            self._column = -1
        elif name == "c":
            place = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = column_number(place[1]) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value, self._length, self._is_formula = [], 0, False
            if self._kind == "inlineStr":
                self._text = CellText(self._workbook.package.path)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._is_formula = True
        elif self._kind == "inlineStr":
            self._text.start(name, attributes)

    def end(self, name: str) -> None:
        if name == "sheetData":
            self._in_data = False
        elif not self._in_data:
            return
        elif name == "row":
            if self._row.cells:
                self.found.append(self._row)
        elif name == "v":
            self._in_value = False
        elif name == "c":
            self._take_cell()
        elif self._kind == "inlineStr":
            self._text.end(name)

    def data(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)
            self._length += len(text)
            if self._length > LONGEST_CELL:
                raise endless_cell(self._workbook.package.path)
        elif self._kind == "inlineStr":
            self._text.data(text)

    def _take_cell(self) -> None:
        if self._column >= MOST_COLUMNS:
            self._report.remark_once(f"columns after the {MOST_COLUMNS}th are not read")
            return
        shown, reading = self._shown()
        if self._is_formula:
            what = "its last result is read" if shown else "it has no result and is not read"
            self._report.remark(f"formula: {what}", self._row.number)
        if shown:
            self._row.cells[self._column] = shown
        if reading:
            self._row.readings[self._column] = reading

    def _shown(self) -> tuple[str, str]:
        """The text that the cell shows, and its furigana."""
        value = "".join(self._value)
        if self._kind == "inlineStr":
            return self._text.text(), self._text.reading()
        if not value:
            return "", ""
        if self._kind == "s":
            number = whole_number(value)
            if number >= len(self._workbook.texts):
                place = f"{self._workbook.package.path}:{self._row.number}"
                raise InputError(f"{place}: damaged workbook: text {value[:20]} is missing")
            return self._workbook.texts[number], self._workbook.readings.get(number, "")
        if self._kind == "b":
            return ("FALSE" if value == "0" else "TRUE"), ""
        return (self._number(value) if self._kind == "n" else unescaped(value)), ""

    def _number(self, value: str) -> str:
        formats, style = self._workbook.formats, whole_number(self._style)
        number, code = formats[style] if style < len(formats) else (0, "")
        if is_date_format(number, code):
            date = shown_date(value, from_1904=self._workbook.from_1904)
            if date is not None:
                self._report.remark("date in a cell: was it a term that Excel took for a date?", self._row.number)
                return date
        return shown_number(value, code)
