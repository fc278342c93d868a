"""Writing a workbook with one sheet: headings that stay in view, filters, every cell a text.

It is written by hand, row by row: the same items give the same bytes, and no more than a few rows are in memory.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.csv_profiles import PROFILES, Profile
from rnk_gloss.interchange.csv_rows import heading_cells, item_rows
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.xlsx_values import escaped_for_cell
from rnk_gloss.interchange.xml_text import escaped_text
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.cells import cell_width

LONGEST_CELL = 32_767
"""Excel's limit, in UTF-16 units."""

MOST_ROWS = 1_048_576
ROWS_MEASURED = 500
NARROWEST, WIDEST = 8, 60

_PLAIN = Profile("xlsx", untranslated=True)
_IN_MEMORY = 4 << 20
_SIGN = re.compile(r"[=+\-@＝＋－＠]")
_BREAK = re.compile(r"[\r\n]")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_TEXT_FORMAT = 'numFmtId="49" applyNumberFormat="1"'
# Cell styles, by their place in the part below: text, wrapped text, each also for a text that begins like a formula.
_HEADING_STYLE = 5
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font>'
    '<font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        f'<xf {_TEXT_FORMAT} fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"{quote}>'
        f'<alignment vertical="top"{wrap}/></xf>'
        for quote in ("", ' quotePrefix="1"')
        for wrap in ("", ' wrapText="1"')
    )
    + f'<xf {_TEXT_FORMAT} fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_workbook(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What the table could not carry, with counts; the columns are those of the CSV profile of the same name.

    `UsageError` for more rows than a sheet of Excel can have, and for entries among units.
    """
    if path.suffix.lower() == ".xlsm":
        raise UsageError(f"{path}: a workbook with macros is not written", hint="Name it .xlsx.")
    profile = PROFILES[options.profile] if options.profile in PROFILES and options.profile != "plain" else _PLAIN
    losses = LossTally()
    iterator: Iterator[Unit | Entry] = iter(items)
    first = next(iterator, None)
    of_units = options.kind == "units" if first is None else isinstance(first, Unit)
    headings = heading_cells(profile, options, of_units=of_units)
    rows = _rows(chain([] if first is None else [first], iterator), profile, options, losses, of_units=of_units)
    with replacing(path) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _write_table(archive, "memory" if of_units else "glossary", headings, rows, losses)
    return losses.report()


def _rows(
    items: Iterable[Unit | Entry], profile: Profile, options: WriteOptions, losses: LossTally, *, of_units: bool
) -> Iterator[tuple[str, ...]]:
    number = 1
    for item in items:
        if isinstance(item, Unit) != of_units:
            raise UsageError("a table holds either entries or units, not both")
        for row in item_rows(item, profile, options, losses):
            number += 1
            if number > MOST_ROWS:
                raise UsageError(f"a sheet of Excel has {MOST_ROWS:,} rows at most", hint="Export CSV or TMX.")
            yield row


def _write_table(
    archive: zipfile.ZipFile,
    name: str,
    headings: tuple[str, ...],
    rows: Iterator[tuple[str, ...]],
    losses: LossTally,
) -> None:
    measured = list(islice(rows, ROWS_MEASURED))
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        cells = _Cells(cast("BinaryIO", spool), losses)
        with archive.open(_part("xl/worksheets/sheet1.xml"), "w") as sheet:
            sheet.write((_DECLARATION + _sheet_head([headings, *measured])).encode())
            sheet.write(cells.row(headings, heading=True).encode())
            for row in chain(measured, rows):
                sheet.write(cells.row(row).encode())
            sheet.write(_sheet_end(len(headings), cells.rows).encode())
        with archive.open(_part("xl/sharedStrings.xml"), "w") as texts:
            texts.write(f'{_DECLARATION}<sst {_MAIN} count="{cells.count}" uniqueCount="{cells.count}">'.encode())
            spool.seek(0)
            shutil.copyfileobj(spool, texts)
            texts.write(b"</sst>")
    for part, content in _small_parts(name, f"$A$1:${column_letters(len(headings) - 1)}${cells.rows}").items():
        archive.writestr(_part(part), _DECLARATION + content)


@dataclass(slots=True)
class _Cells:
    """Makes rows of cells that refer to shared texts, and puts the texts aside.

    Shared texts, and not texts in their cells, because Okapi and others read no other.
    """

    texts: BinaryIO
    losses: LossTally
    rows: int = 0
    count: int = 0

    def row(self, cells: tuple[str, ...], *, heading: bool = False) -> str:
        self.rows += 1
        made = "".join(self._cell(column, text, heading=heading) for column, text in enumerate(cells) if text)
        return f'<row r="{self.rows}">{made}</row>'

    def _cell(self, column: int, text: str, *, heading: bool) -> str:
        text = self._short_enough(text)
        style = 1 + bool(_BREAK.search(text)) + 2 * bool(_SIGN.match(text))
        self.texts.write(f'<si><t xml:space="preserve">{escaped_text(escaped_for_cell(text))}</t></si>'.encode())
        self.count += 1
        reference = f"{column_letters(column)}{self.rows}"
        return f'<c r="{reference}" s="{_HEADING_STYLE if heading else style}" t="s"><v>{self.count - 1}</v></c>'

    def _short_enough(self, text: str) -> str:
        if len(text) * 2 <= LONGEST_CELL:
            return text
        units = text.encode("utf-16-le", "surrogatepass")
        if len(units) <= 2 * LONGEST_CELL:
            return text
        self.losses.add("ends of texts longer than 32,767 characters")
        return units[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


def column_letters(column: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _ZIP_EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _sheet_head(rows: list[tuple[str, ...]]) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{_width(cells)}" customWidth="1"/>'
        for number, cells in enumerate(zip(*rows, strict=True), 1)
    )
    return (
        f'<worksheet {_MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" '
        'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f'</sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>{columns}</cols><sheetData>'
    )


def _width(cells: tuple[str, ...]) -> int:
    """Wide enough for the widest line among the cells, within bounds, with room for the arrow of the filter."""
    widest = max(cell_width(line) for cell in cells for line in _BREAK.split(cell[:LONGEST_CELL]))
    return min(max(widest, NARROWEST), WIDEST) + 2


def _sheet_end(columns: int, rows: int) -> str:
    return (
        f'</sheetData><autoFilter ref="A1:{column_letters(columns - 1)}{rows}"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _small_parts(name: str, table: str) -> dict[str, str]:
    relation = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{relation}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>"
        ),
        "xl/workbook.xml": (
            f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
            f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{name}!{table}</definedName>'
            f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{name}!$1:$1</definedName></definedNames>'
            "</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{relation}<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/styles.xml": _STYLES,
    }
