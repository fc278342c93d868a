from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange import xlsx_package
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.interchange.xlsx_values import shown_date, unescaped
from rnk_gloss.model.entry import Entry, Target, Usage
from rnk_gloss.model.segment import Unit
from tests.interchange.samples import ENTRIES

Rows = list[tuple[Any, ...]]


def workbook(folder: Path, *sheets: Rows, **names: Rows) -> Path:
    """A file as openpyxl writes it, with a sheet for each table."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in [*((f"表{number}", rows) for number, rows in enumerate(sheets, 1)), *names.items()]:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "a.xlsx"
    book.save(path)
    return path


def by_hand(folder: Path, rows: str, *, texts: str = "", workbook_properties: str = "", doctype: str = "") -> Path:
    """A file of the fewest parts, with the XML of a sheet's rows and of the shared texts."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    parts = {
        "_rels/.rels": relations.format(
            f'<Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}">{workbook_properties}'
        '<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        ),
        "xl/worksheets/sheet1.xml": f"{doctype}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {main}>{texts}</sst>",
    }
    path = folder / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def read(path: Path, options: ReadOptions | None = None) -> tuple[list[ImportedEntry], ReadReport]:
    reading = format_for(path).read(path, options or ReadOptions())
    return [item for item in reading if isinstance(item, ImportedEntry)], reading.report


def pairs(path: Path, options: ReadOptions | None = None) -> list[tuple[str, str]]:
    return [(entry.source, entry.targets[0].text) for entry in read(path, options)[0]]


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


def test_the_sheet_with_headings_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, 説明=[("この用語集は",)], 用語=[("原文", "訳文"), ("雨", "rain")], 旧版=[("傘", "umbrella")]
    )
    entries, report = read(path)
    assert [(entry.source, entry.line) for entry in entries] == [("雨", 2)]
    assert remarks(report) == ["sheet 説明 is not read", "sheet 旧版 is not read"]
    assert pairs(path, ReadOptions(sheet="旧版")) == [("傘", "umbrella")]
    with pytest.raises(UsageError, match="no sheet 新版"):
        read(path, ReadOptions(sheet="新版"))


def test_titles_above_the_headings_are_left_out_and_said(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, [("天気の用語集",), (None, "2024年版"), ("備考", "英語", "日本語"), ("天気", "rain", "雨")]
    )
    entries, report = read(path)
    assert [(entry.source, entry.targets[0].text, entry.note) for entry in entries] == [("雨", "rain", "天気")]
    assert remarks(report) == ["rows above the headings: 2 (lines 1, 2)"]


def test_without_headings_the_columns_are_taken_by_place(tmp_path: Path) -> None:
    assert pairs(workbook(tmp_path, [("雨", "rain"), ("雪", "snow")])) == [("雨", "rain"), ("雪", "snow")]


def test_cells_that_are_no_text_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        [
            ("ja", "en"),
            ("数", 12),
            ("比", 0.1),
            ("真", True),
            ("日", date(2024, 3, 4)),
            ("時", datetime(2024, 3, 4, 9, 30)),  # noqa: DTZ001
        ],
    )
    entries, report = read(path)
    assert [entry.targets[0].text for entry in entries] == ["12", "0.1", "TRUE", "2024-03-04", "2024-03-04 09:30:00"]
    assert remarks(report) == ["date in a cell: was it a term that Excel took for a date?: 2 (lines 5, 6)"]


def test_leading_zeros_that_only_the_format_has_are_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("ja", "en"), ("番号", 123)])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B2"].number_format = "00000"
    book.save(path)
    assert pairs(path) == [("番号", "00123")]


@pytest.mark.parametrize(
    ("days", "from_1904", "expected"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("61", False, "1900-03-01"),
        ("45355", False, "2024-03-04"),
        ("43893", True, "2024-03-04"),
        ("0.5", False, "12:00:00"),
        ("-1", False, None),
        ("1E300", False, None),
    ],
)
def test_days_are_counted_as_excel_counts_them(days: str, from_1904: bool, expected: str | None) -> None:
    assert shown_date(days, from_1904=from_1904) == expected


@pytest.mark.parametrize(
    ("written", "text"),
    [("雨_x000B_雪", "雨\x0b雪"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("雨_xD800_", "雨\ufffd"),
     ("雨_x0000_", "雨"), ("my_xylophone", "my_xylophone")],
)  # fmt: skip
def test_characters_that_excel_escapes(written: str, text: str) -> None:
    assert unescaped(written) == text


def test_a_merged_cell_stands_in_each_of_its_rows(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, [("分野", "原文", "訳文"), ("天気", "雨", "rain"), (None, None, "shower"), (None, "雪", "snow")]
    )
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merge_cells("A2:A4")
    book.worksheets[0].merge_cells("B2:B3")
    book.save(path)
    entries, report = read(path)
    assert [(one.subject, one.source, one.targets[0].text) for one in entries] == [
        ("天気", "雨", "rain"),
        ("天気", "雨", "shower"),
        ("天気", "雪", "snow"),
    ]
    assert remarks(report) == ["merged cell: its text is read for each of its rows: 3 (lines 3, 3, 4)"]


HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>原文</t></is></c><c r="B1" t="str"><v>訳文</v></c></row>'


def test_rich_text_formulas_and_escapes(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path,
        HEAD
        + '<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="str"><f>A1&amp;"x"</f><v>rain_x000D_</v></c></row>'
        + '<row r="6"><c r="A6" t="s"><v>1</v></c><c r="B6"><f>1+1</f></c></row>',
        texts="<si><r><t>大</t></r><r><rPr><b/></rPr><t>雨</t></r></si><si><t>雪</t></si>",
    )
    entries, report = read(path)
    assert [(entry.source, entry.targets[0].text, entry.line) for entry in entries] == [("大雨", "rain", 5)]
    assert remarks(report) == [
        "formula: its last result is read: 1 (line 5)",
        "formula: it has no result and is not read: 1 (line 6)",
        "rows without a target: 1 (line 6)",
    ]


FURIGANA = '<si><t>大雨が</t><rPh sb="0" eb="1"><t>オオ</t></rPh><rPh sb="1" eb="2"><t>アメ</t></rPh></si>'


@pytest.mark.parametrize(
    ("texts", "reading"),
    [
        pytest.param(FURIGANA, "オオアメが", id="over every kanji"),
        pytest.param(FURIGANA.replace('eb="2"', 'eb="1"'), "", id="a kanji has none"),
        pytest.param("<si><t>大雨が</t></si>", "", id="none"),
    ],
)
def test_furigana_are_readings_and_never_text(tmp_path: Path, texts: str, reading: str) -> None:
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>downpour</t></is></c></row>'
    entries, _ = read(by_hand(tmp_path, HEAD + row, texts=texts))
    assert [(entry.source, entry.reading) for entry in entries] == [("大雨が", reading)]


def test_cells_without_references_and_rows_with_gaps(tmp_path: Path) -> None:
    row = '<row><c t="inlineStr"><is><t>雨</t></is></c><c/><c t="inlineStr"><is><t>rain</t></is></c></row>'
    path = by_hand(tmp_path, row + row.replace("雨", "雪").replace("rain", "snow"))
    assert pairs(path, ReadOptions(columns=("source", "", "target"))) == [("雨", "rain"), ("雪", "snow")]


def test_units_keep_their_blanks_and_breaks(tmp_path: Path) -> None:
    path = workbook(tmp_path, [("ja", "en"), ("　雨が\n降る。", " It rains. ")])
    assert list(format_for(path).read(path, ReadOptions(kind="units"))) == [Unit("　雨が\n降る。", " It rains. ")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"not a zip", "not a workbook", id="no zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password", id="old or encrypted"),
        pytest.param(b"", "not a workbook", id="empty"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read(path)


@pytest.mark.parametrize(
    ("rows", "doctype", "message"),
    [
        pytest.param("<row>", "", "damaged workbook", id="not well-formed"),
        pytest.param('<row><c t="s"><v>7</v></c></row>', "", "text 7 is missing", id="text that is not there"),
        pytest.param("", '<!DOCTYPE worksheet [<!ENTITY a "b">]>', "document type", id="entities"),
        pytest.param("", '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">', "document type", id="outer DTD"),
    ],
)
def test_a_damaged_or_hostile_sheet_is_refused(tmp_path: Path, rows: str, doctype: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(by_hand(tmp_path, rows, doctype=doctype))


@pytest.mark.parametrize(
    ("megabytes", "message"),
    [
        pytest.param(201, "unpacks to more than 200 MB", id="too large"),
        pytest.param(11, "'xl/big.bin' is packed too tightly", id="too tight"),
    ],
)
def test_a_file_that_would_fill_the_memory_is_refused_unread(tmp_path: Path, megabytes: int, message: str) -> None:
    path = by_hand(tmp_path, "")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/big.bin", "w") as big:
        for _ in range(megabytes):
            big.write(bytes(1 << 20))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(InputError, match=message):
        read(path)


def test_too_many_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_package, "MOST_ELEMENTS", 1000)
    with pytest.raises(InputError, match="more than 1,000 parts"):
        read(by_hand(tmp_path, "<row/>" * 1001))


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a cell holds more than"):
        read(by_hand(tmp_path, "", texts=f"<si><t>{'長' * 1_100_000}</t></si>"))


def test_a_far_column_costs_nothing(tmp_path: Path) -> None:
    far = '<row r="2"><c r="A2" t="str"><v>雨</v></c><c r="B2" t="str"><v>rain</v></c><c r="XFD2"><v>1</v></c></row>'
    entries, report = read(by_hand(tmp_path, HEAD + far))
    assert [entry.source for entry in entries] == ["雨"]
    assert remarks(report) == ["columns after the 256th are not read"]


def test_excel_gets_texts_under_headings_that_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    entry = Entry(1, "00123", targets=(Target("=1+1", Usage.PREFERRED),), note="一行目\n二行目" + "長" * 100)
    format_for(path).write(path, [entry])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    source, target, note = sheet["A2"], sheet["C2"], sheet["K2"]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in (source, target)] == [
        ("00123", "s", "@"),
        ("=1+1", "s", "@"),
    ]
    assert (source.quotePrefix, target.quotePrefix) == (False, True)
    assert (source.alignment.wrap_text, note.alignment.wrap_text) == (None, True)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L2"
    assert sheet.column_dimensions["K"].width == 62
    assert sheet.column_dimensions["A"].width == 10


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    report = format_for(path).write(path, [Unit("長" * 40_000, "𠮷" * 16_384)])
    assert report.losses == (Loss("ends of texts longer than 32,767 characters", 2),)
    row = next(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [len(str(cell)) for cell in row] == [32_767, 16_383]


def test_tools_find_the_names_of_the_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    format_for(path).write(path, [ENTRIES[0]], WriteOptions(profile="multiterm"))
    headings = next(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert headings[:2] == ("Japanese", "English")


def test_no_workbook_with_macros_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="macros"):
        format_for(Path("a.xlsm")).write(tmp_path / "a.xlsm", ENTRIES)
