"""Reading workbooks: which sheet holds the table, where it begins, and its rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.columns import Columns, named_by_headings
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.records import Record
from rnk_gloss.interchange.report import Item, Reading, ReadReport
from rnk_gloss.interchange.table import ROWS_SEARCHED, TableRules, read_table
from rnk_gloss.interchange.xlsx_package import open_package
from rnk_gloss.interchange.xlsx_rows import Row, rows
from rnk_gloss.interchange.xlsx_sheets import Sheet, Workbook, open_workbook
from rnk_gloss.text.languages import ENGLISH, JAPANESE


def read_workbook(path: Path, options: ReadOptions) -> Reading:
    """The rows of one sheet as entries, or as units if `options.kind` says so.

    The sheet is the one that was named, else the first that has known headings, else the first with anything in it.
    Furigana of the source column are the readings where no column has them. Numbers and dates are read as they are
    shown, formulas by their last result. `InputError` for what is no workbook or would fill the memory.
    """
    report = ReadReport(str(path), "xlsx", encoding="utf-8")
    return Reading(_items(path, options, report), report)


def _items(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Item]:
    with open_package(path) as package:
        workbook = open_workbook(package)
        chosen = _chosen(workbook, options)
        if chosen is None:
            return
        sheet, headings, columns = chosen
        _say_what_is_left(workbook, sheet, report)
        records = _records(rows(workbook, sheet, report), headings, _furigana_column(columns, options), report)
        yield from read_table(records, options, TableRules(), report)


def _chosen(workbook: Workbook, options: ReadOptions) -> tuple[Sheet, int, Columns | None] | None:
    """The sheet to read, the number of the row of its headings (0 if there is none), and the columns these give."""
    sheets = sorted(workbook.sheets, key=lambda sheet: sheet.hidden)
    if options.sheet is not None:
        sheets = [sheet for sheet in sheets if sheet.name == options.sheet]
        if not sheets:
            names = ", ".join(sheet.name for sheet in workbook.sheets)
            raise UsageError(f"{workbook.package.path}: there is no sheet {options.sheet}", hint=f"Sheets: {names}.")
    wanted = options.source_language or JAPANESE, options.target_language or ENGLISH
    filled: Sheet | None = None
    for sheet in sheets:
        # What is looked at here is read again, and reported then.
        for row in islice(rows(workbook, sheet, ReadReport("", "")), ROWS_SEARCHED):
            filled = filled or sheet
            found = None if options.columns or options.header is False else named_by_headings(_cells(row), *wanted)
            if found is not None:
                return sheet, row.number, found
    return None if filled is None else (filled, 0, None)


def _say_what_is_left(workbook: Workbook, chosen: Sheet, report: ReadReport) -> None:
    for sheet in workbook.sheets:
        if sheet is not chosen and next(rows(workbook, sheet, ReadReport("", "")), None) is not None:
            report.remark_once(f"sheet {sheet.name} is not read")


def _furigana_column(columns: Columns | None, options: ReadOptions) -> int | None:
    """The column whose furigana are the readings."""
    if columns is None or "reading" in columns.places or options.kind == "units":
        return None
    return columns.places["source"]


def _records(found: Iterator[Row], headings: int, furigana: int | None, report: ReadReport) -> Iterator[Record]:
    """The rows from the headings on; with furigana, a column of readings is put before the others."""
    for row in found:
        if row.number < headings:
            report.seen += 1
            report.skip("rows above the headings", row.number)
            continue
        cells = _cells(row)
        if furigana is not None:
            reading = row.readings.get(furigana, "")
            if row.number == headings:
                reading = "reading"
            elif reading:
                report.remark("furigana read as readings")
            cells = (reading, *cells)
        yield Record(row.number, cells)


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(row.cells.get(column, "") for column in range(max(row.cells) + 1))
