"""The sheets of a workbook, its shared texts and number formats, and the rows of a sheet, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.columns import column_number
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.xlsx_package import Package
from rnk_gloss.interchange.xlsx_values import is_date_format, shown_date, shown_number, unescaped

MOST_COLUMNS = 256
"""Cells further to the right are not read."""

LONGEST_CELL = 1 << 20
"""Excel allows 32,767 characters; a file with more in a cell is no table."""

MOST_TEXTS = 4_000_000
MOST_MERGES = 200_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\u30fb \u3000]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name and the part that holds it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """What the rows of all sheets need. `readings` are the furigana of shared texts, where they cover every kanji."""

    package: Package
    sheets: list[Sheet]
    texts: list[str]
    readings: dict[int, str]
    formats: list[tuple[int, str]]
    from_1904: bool = False


@dataclass(slots=True)
class Row:
    """A row by its number in the sheet, counted from 1: texts by column, counted from 0, and their furigana."""

    number: int
    cells: dict[int, str] = field(default_factory=dict)
    readings: dict[int, str] = field(default_factory=dict)


def open_workbook(package: Package) -> Workbook:
    """The workbook without its rows; `InputError` if the file holds none."""
    root = package.targets("")
    main = next((part for kind, part in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    catalogue = _Catalogue()
    package.parse_whole(main, catalogue)
    relations = package.targets(main)
    sheets = [
        Sheet(name, relations[key][1], hidden)
        for name, key, hidden in catalogue.sheets
        if key in relations and relations[key][0] == "worksheet"
    ]
    if not sheets:
        raise InputError(f"{package.path}: not a workbook that can be read: it has no sheets", hint="Save it as .xlsx.")
    parts = dict(relations.values())
    texts, formats = _Texts(package.path), _Formats()
    package.parse_whole(parts.get("sharedStrings", ""), texts)
    package.parse_whole(parts.get("styles", ""), formats)
    return Workbook(package, sheets, texts.found, texts.readings, formats.by_style(), catalogue.from_1904)


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


class _Catalogue:
    """The list of sheets in the workbook part."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            key = next((value for one, value in attributes.items() if one.rpartition("}")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), key, attributes.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def data(self, text: str) -> None:
        """The list holds no text."""


class _Formats:
    """The number format of each cell style."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self._codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and self._inside:
            self._styles.append(_whole(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def data(self, text: str) -> None:
        """Styles hold no text."""

    def by_style(self) -> list[tuple[int, str]]:
        return [(number, self._codes.get(number, "")) for number in self._styles]


class _Text:
    """A text in runs, with its furigana apart; of a shared text or of one that stands in its cell."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pieces: list[str] = []
        self._readings: list[tuple[int, int, str]] = []
        self._phonetic: tuple[int, int] | None = None
        self._open = False
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rPh":
            self._phonetic = _whole(attributes.get("sb")), _whole(attributes.get("eb"))
        elif name == "t":
            self._open = True

    def end(self, name: str) -> None:
        if name == "rPh":
            self._phonetic = None
        elif name == "t":
            self._open = False

    def data(self, text: str) -> None:
        if not self._open:
            return
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise _endless(self._path)
        if self._phonetic is None:
            self._pieces.append(text)
        else:
            self._readings.append((*self._phonetic, text))

    def text(self) -> str:
        return unescaped("".join(self._pieces))

    def reading(self) -> str:
        """The text with its furigana in the place of the kanji; "" if that does not give kana alone."""
        if not self._readings:
            return ""
        text = "".join(self._pieces)
        reading, place = "", 0
        for start, end, kana in sorted(self._readings):
            reading += text[place:start] + kana if start >= place else kana
            place = max(place, end)
        reading += text[place:]
        return reading if _KANA.fullmatch(reading) else ""


class _Texts:
    """The shared texts in their order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.found: list[str] = []
        self.readings: dict[int, str] = {}
        self._text = _Text(path)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._text = _Text(self._path)
        self._text.start(name, attributes)

    def end(self, name: str) -> None:
        self._text.end(name)
        if name != "si":
            return
        if len(self.found) >= MOST_TEXTS:
            raise InputError(f"{self._path}: more than {MOST_TEXTS:,} texts", hint="Split the workbook.")
        if reading := self._text.reading():
            self.readings[len(self.found)] = reading
        self.found.append(self._text.text())

    def data(self, text: str) -> None:
        self._text.data(text)


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
        self._text = _Text(workbook.package.path)
        self._in_data = self._in_value = self._is_formula = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheetData":
            self._in_data = True
        elif not self._in_data:
            return
        elif name == "row":
            self._row = Row(_whole(attributes.get("r")) or self._row.number + 1)
            self._column = -1
        elif name == "c":
            place = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = column_number(place[1]) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value, self._length, self._is_formula = [], 0, False
            if self._kind == "inlineStr":
                self._text = _Text(self._workbook.package.path)
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
                raise _endless(self._workbook.package.path)
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
            number = _whole(value)
            if number >= len(self._workbook.texts):
                place = f"{self._workbook.package.path}:{self._row.number}"
                raise InputError(f"{place}: damaged workbook: text {value[:20]} is missing")
            return self._workbook.texts[number], self._workbook.readings.get(number, "")
        if self._kind == "b":
            return ("FALSE" if value == "0" else "TRUE"), ""
        return (self._number(value) if self._kind == "n" else unescaped(value)), ""

    def _number(self, value: str) -> str:
        formats, style = self._workbook.formats, _whole(self._style)
        number, code = formats[style] if style < len(formats) else (0, "")
        if is_date_format(number, code):
            date = shown_date(value, from_1904=self._workbook.from_1904)
            if date is not None:
                self._report.remark("date in a cell: was it a term that Excel took for a date?", self._row.number)
                return date
        return shown_number(value, code)


def _whole(text: str | None) -> int:
    """The number that stands there, 0 for what is none."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else 0


def _endless(path: Path) -> InputError:
    return InputError(f"{path}: a cell holds more than {LONGEST_CELL:,} characters: this is no table")
