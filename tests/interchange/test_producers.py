"""Files as other programs write them: what is read of each, and what is said about it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from time import process_time

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.model.segment import Alignment, Unit
from rnk_gloss.model.span import Span


def read(path: Path, content: bytes, options: ReadOptions | None = None) -> tuple[list[tuple[str, str]], ReadReport]:
    """The pairs of texts in a file with this content, and the report on it."""
    path.write_bytes(content)
    reading = format_for(path).read(path, options or ReadOptions())
    found = []
    for item in reading:
        if isinstance(item, Unit):
            found.append((item.source, item.target))
        elif isinstance(item, ImportedEntry):
            found.append((item.source, "|".join(target.text for target in item.targets)))
    return found, reading.report


def tmx(text: str, *, encoding: str, before: str = "", languages: tuple[str, str] = ("ja", "en")) -> str:
    return (
        f'{before}<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><header srclang="ja"/><body>\n'
        f'<tu><tuv xml:lang="{languages[0]}"><seg>{text}</seg></tuv>'
        f'<tuv xml:lang="{languages[1]}"><seg>door</seg></tuv></tu></body></tmx>'
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(tmx("①髙～", encoding="Shift_JIS").encode("cp932"), "①髙～", id="Shift_JIS of Windows"),
        pytest.param(tmx("㈱扉", encoding="Windows-31J").encode("cp932"), "㈱扉", id="Windows-31J"),
        pytest.param(tmx("扉", encoding="x-sjis").encode("cp932"), "扉", id="x-sjis"),
        pytest.param(tmx("扉", encoding="EUC-JP").encode("euc_jp"), "扉", id="EUC-JP"),
        pytest.param(tmx("扉", encoding="x-euc-jp").encode("euc_jp"), "扉", id="x-euc-jp"),
        pytest.param(tmx("扉", encoding="ISO-2022-JP").encode("iso2022_jp"), "扉", id="ISO-2022-JP"),
        pytest.param(tmx("扉", encoding="UTF-16").encode("utf-16-be"), "扉", id="UTF-16 without a mark"),
        pytest.param(tmx("扉", encoding="UTF-8").encode("utf-16"), "扉", id="UTF-16 that claims UTF-8"),
        pytest.param(tmx("扉", encoding="UTF-8", before="\n \n").encode(), "扉", id="blank lines at the start"),
        pytest.param(
            tmx("扉", encoding="Shift_JIS", before="\n").encode("cp932"), "扉", id="blank lines before Shift_JIS"
        ),
        pytest.param(
            tmx("扉", encoding="UTF-8", languages=("Japanese", "English")).encode(), "扉", id="languages by name"
        ),
    ],
)  # fmt: skip
def test_encodings_of_xml(tmp_path: Path, content: bytes, text: str) -> None:
    assert read(tmp_path / "a.tmx", content)[0] == [(text, "door")]


def test_a_named_encoding_counts_more_than_the_declared_one(tmp_path: Path) -> None:
    content = tmx("扉", encoding="Shift_JIS").encode()
    with pytest.raises(InputError, match="the bytes are not cp932"):
        read(tmp_path / "a.tmx", content)
    assert read(tmp_path / "a.tmx", content, ReadOptions(encoding="utf-8"))[0] == [("扉", "door")]


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        pytest.param("a.tmx", tmx("扉", encoding="UTF-8").encode("cp932"), "a.tmx:3: the bytes are not",
                     "It looks like cp932", id="TMX in another encoding than it claims"),
        pytest.param("a.tmx", tmx("扉", encoding="EUC-JP").encode("cp932"), "the bytes are not euc_jp",
                     "It looks like cp932", id="TMX in another Japanese encoding"),
        pytest.param("a.tmx", tmx("扉&nbsp;", encoding="UTF-8").encode(), "a.tmx:3: an entity", "&#160;", id="&nbsp;"),
        pytest.param("a.po", b'msgid ""\nmsgstr "Content-Type: x; charset=UTF-8"\n\nmsgid "a"\nmsgstr "\x94\xe0"\n',
                     "a.po:5: the bytes are not utf-8", "It looks like cp932", id="PO"),
    ],
)  # fmt: skip
def test_a_wrong_encoding_is_named(tmp_path: Path, name: str, content: bytes, message: str, hint: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read(tmp_path / name, content)
    assert hint in str(caught.value.hint)


UTX_1_20 = (
    "#UTX 1.20; ja/en; 2018-12-20T10:00:00Z; bidirectional\n#term:ja\tterm:en\tpos:en\tterm status:en\tconcept ID\n"
    "扉\tdoor\tnoun\tapproved\t1\n"
)
WORDFAST = (
    "%20240110~100000\t%User ID,SAT,SAT Sato\t%TU=00000002\t%JA-JP\t%Wordfast TM v.5.51w/00\t%EN-US\t%---\t.\r\n"
    '20240110~100102\tSAT\t0\tJA-JP\t扉を「開ける」\tEN-US\tHe said "open" it.\t\t\r\n'
    "20240110~100103\tSAT\t2\tJA-JP\t&t1;窓\tEN-US\t&t1;window\t\t\r\n"
)
NOT_FITTING = "quotation marks that do not fit are read as text: 1 (line 2)"


@pytest.mark.parametrize(
    ("name", "text", "expected", "said"),
    [
        pytest.param("a.csv", "sep=;\r\n日本語;英語\r\n扉;door, gate\r\n", [("扉", "door, gate")], [], id="sep=;"),
        pytest.param("a.csv", '"sep=|"\r\n日本語|英語\r\n扉|door\r\n', [("扉", "door")], [], id="sep=, quoted"),
        pytest.param("a.csv", "\ufeffsep=,\n日本語,英語\n扉,door\n", [("扉", "door")], [], id="sep= behind a mark"),
        pytest.param("a.csv", "\ufeff\ufeff日本語,英語\n扉,door\n", [("扉", "door")], [], id="marked twice"),
        pytest.param("a.csv", "用語集,\n,\n日本語,英語\n扉,door\n", [("扉", "door")],
                     ["rows above the headings: 2 (lines 1, 2)"], id="a title above the headings"),
        pytest.param("a.csv", "扉,door\n日本語,英語\n", [("扉", "door"), ("日本語", "英語")],
                     ["no known headings: the columns are taken for source, target and note"], id="headings as terms"),
        pytest.param("a.csv", '原文,訳文\n="0012",="a ""b"""\n', [("0012", 'a "b"')],
                     ["guard before a formula sign removed: 1 (line 2)"], id="texts in formulas"),
        pytest.param("a.csv", '原文,訳文\n扉,"big" door\n窓,window\n', [("扉", '"big" door'), ("窓", "window")],
                     [NOT_FITTING], id="text after a quote"),
        pytest.param("a.csv", '原文,訳文\n""扉"",door\n', [('""扉""', "door")], [NOT_FITTING], id="quoted twice"),
        pytest.param("a.csv", '原文,訳文\n"扉 ""A""","a "b" c"\n', [('扉 "A"', 'a "b" c')], [NOT_FITTING],
                     id="a quote that is not doubled"),
        pytest.param("a.csv", "原文,訳文\n扉,door,,gate\n", [("扉", "door")],
                     ["cells to the right of column 2 are not read: 1 (line 2)"], id="more cells than headings"),
        pytest.param("a.utx", UTX_1_20, [("扉", "door")], [], id="UTX 1.20"),
        pytest.param("a.csv", "扉,door,ja,en\n窓,window,ja,en\n", [("扉", "door"), ("窓", "window")], [], id="DeepL"),
        pytest.param("a.csv", "door,扉,EN,JA\nwindow,窓,EN,JA\n", [("扉", "door"), ("窓", "window")], [],
                     id="DeepL from English"),
        pytest.param("a.csv", "a,b,ja,en\n1,2,扉,door\n", [("扉", "door")],
                     ["column a is not read", "column b is not read"], id="languages as headings"),
        pytest.param("a.txt", WORDFAST, [("扉を「開ける」", 'He said "open" it.'), ("&t1;窓", "&t1;window")],
                     ["column date is not read", "column user is not read", "column number of uses is not read"],
                     id="memory of Wordfast Classic"),
        pytest.param("a.csv", "Japanese_Definition,English_Note,English,Japanese\n義,注,door,扉\n", [("扉", "door")],
                     ["column Japanese_Definition is not read", "column English_Note is not read"],
                     id="what is said of a term is no term"),
        pytest.param("a.csv", "term_en,term_ja,source_id\ndoor,扉,7\n", [("扉", "door")],
                     ["column source_id is not read"], id="terms by code"),
    ],
)  # fmt: skip
def test_tables(tmp_path: Path, name: str, text: str, expected: list[tuple[str, str]], said: list[str]) -> None:
    found, report = read(tmp_path / name, text.encode())
    assert found == expected
    assert [str(remark) for remark in report.remarks if "cells are separated" not in remark.text] == said


def test_a_memory_of_wordfast_holds_segments(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDFAST.encode("utf-16"))
    assert all(isinstance(item, Unit) and item.source_language == "ja" for item in format_for(path).read(path))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("原文,訳文,status\n扉,gate,forbidden\n", (None, "forbidden"), id="status"),
        pytest.param("原文,訳文,状態\n扉,gate,使用禁止\n", (None, "forbidden"), id="Japanese status"),
        pytest.param("Japanese,English,English_Status\n扉,gate,Deprecated\n", (None, "forbidden"), id="of the English"),
        pytest.param(
            "Japanese,Japanese_Status,English\n扉,Deprecated,gate\n", (None, "preferred"), id="of the Japanese"
        ),
        pytest.param("原文,訳文,fuzzy\n扉,gate,True\n", ("candidate", "preferred"), id="fuzzy"),
        pytest.param("原文,訳文,fuzzy\n扉,gate,\n", (None, "preferred"), id="not fuzzy"),
    ],
)
def test_what_a_table_says_of_the_use_of_a_term(tmp_path: Path, text: str, expected: tuple[str | None, str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    (entry,) = format_for(path).read(path)
    assert isinstance(entry, ImportedEntry)
    assert (entry.status, entry.targets[0].usage.value) == expected


def test_euc_jp_with_the_characters_of_vendors(tmp_path: Path) -> None:
    found, report = read(tmp_path / "a.csv", "原文,訳文\n①扉を開ける,㈱\n".encode("euc_jis_2004"))
    assert (found, report.encoding) == ([("①扉を開ける", "㈱")], "euc_jis_2004")


def test_the_headings_of_utx_1_20_have_their_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.utx"
    path.write_text(UTX_1_20.replace("approved", "forbidden"), encoding="utf-8")
    (entry,) = format_for(path).read(path)
    assert isinstance(entry, ImportedEntry)
    assert (entry.category, entry.targets[0].usage.value) == ("noun", "forbidden")


def test_a_long_line_full_of_quotation_marks_takes_no_time(tmp_path: Path) -> None:
    started = process_time()
    line = '"扉,' * 200_000 + '"a" b,"c'
    assert read(tmp_path / "a.csv", f"原文,訳文\n{line}\n".encode())[0] == [('"扉', '"扉')]
    assert process_time() - started < 5


def test_a_quote_that_swallows_lines_is_still_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.csv:2: text follows the closing quote"):
        read(tmp_path / "a.csv", '原文,訳文\n扉,"door\n窓,"window\n'.encode())


def test_a_catalogue_without_a_header_tells_its_languages_by_script(tmp_path: Path) -> None:
    assert read(tmp_path / "a.po", 'msgid "door"\nmsgstr "扉"\n'.encode())[0] == [("door", "扉")]


def test_flags_of_both_sorts_are_flags(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('#, fuzzy\n#= c-format\nmsgid "%d doors"\nmsgstr "扉%d枚"\n', encoding="utf-8")
    (unit,) = format_for(path).read(path)
    assert isinstance(unit, Unit)
    assert (unit.status.value, unit.note) == ("candidate", "")
    assert [(one.name, one.value) for one in unit.properties] == [("x-po-flag", "c-format")]


XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0">'
    '<file source-language="ja" target-language="en" datatype="x" original="a"><body>{}</body></file></xliff>'
)


def test_what_a_group_says_of_translation_holds_for_its_units(tmp_path: Path) -> None:
    unit = "<trans-unit id='{0}'{1}><source>扉{0}</source><target>door {0}</target></trans-unit>"
    group = "<group translate='no'>" + unit.format(1, "") + unit.format(2, " translate='yes'") + "</group>"
    found, report = read(tmp_path / "a.xlf", XLIFF.format(group).encode())
    assert found == [("扉2", "door 2")]
    assert [str(remark) for remark in report.remarks] == ["units that are not to be translated: 1 (line 1)"]


def test_what_xliff_says_of_whole_files_is_not_dropped_in_silence(tmp_path: Path) -> None:
    unit = "<unit id='{0}'><segment><source>扉{0}</source><target>door</target></segment></unit>"
    notes = "<skeleton>%%</skeleton><notes><note>口語で</note></notes>"
    text = (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ja" trgLang="en">'
        f"<file id='f'>{notes}{unit.format(1)}{unit.format(2)}</file></xliff>"
    )
    found, report = read(tmp_path / "a.xlf", text.encode())
    assert found == [("扉1", "door"), ("扉2", "door")]
    assert [str(remark) for remark in report.remarks] == [
        "the skeleton of a file is not read", "notes on files and groups are not read"
    ]  # fmt: skip


def test_phrase_says_what_is_confirmed(tmp_path: Path) -> None:
    unit = "<trans-unit id='{0}' m:confirmed='{0}'><source>扉{0}</source><target>door</target></trans-unit>"
    path = tmp_path / "a.mxliff"
    path.write_text(XLIFF.format(unit.format(0) + unit.format(1)), encoding="utf-8")
    units = [one for one in format_for(path).read(path) if isinstance(one, Unit)]
    assert [one.status.value for one in units] == ["candidate", "approved"]


def test_a_workbook_with_separators_of_windows(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("日本語", "英語"), ("扉", "door")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "b.xlsx")
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(tmp_path / "b.xlsx") as written, zipfile.ZipFile(path, "w") as archive:
        for name in written.namelist():
            archive.writestr(name.replace("/", "\\"), written.read(name))
    assert read(path, path.read_bytes())[0] == [("扉", "door")]


def test_a_memory_that_goes_the_other_way_is_turned_and_that_is_said(tmp_path: Path) -> None:
    text = tmx("扉", encoding="UTF-8").replace('srclang="ja"', 'srclang="en-US"')
    aligned = '<prop type="x-alignment">{"source_span":[0,4],"target_span":[5,6],"found_source":"Door"}</prop>'
    path = tmp_path / "a.tmx"
    path.write_text(text.replace("<tu>", f"<tu>{aligned}"), encoding="utf-8")
    reading = format_for(path).read(path)
    (unit,) = reading
    assert isinstance(unit, Unit)
    assert (unit.source, unit.target) == ("扉", "door")
    assert unit.alignment == Alignment(source_span=Span(5, 6), target_span=Span(0, 4), found_target="Door")
    assert [str(remark) for remark in reading.report.remarks] == [
        "the file goes from en to ja: its units are read the other way round (languages en=ja keeps them)"
    ]
    kept = format_for(path).read(path, ReadOptions(source_language="en", target_language="ja"))
    assert [(one.source, one.target) for one in kept if isinstance(one, Unit)] == [("door", "扉")]
    assert kept.report.remarks == ()


def test_a_second_seg_is_not_taken_for_the_first(tmp_path: Path) -> None:
    text = tmx("扉</seg><seg>窓", encoding="UTF-8")
    found, report = read(tmp_path / "a.tmx", text.encode())
    assert found == [("扉", "door")]
    assert [str(remark) for remark in report.remarks] == ["a second seg of a version is not read: 1 (line 3)"]


def test_the_base_of_xcode_is_no_language(tmp_path: Path) -> None:
    text = XLIFF.replace('"ja"', '"Base"').replace('"en"', '"ja"')
    unit = "<trans-unit id='1'><source>door</source><target>扉</target></trans-unit>"
    path = tmp_path / "ja.xliff"
    path.write_text(text.format(unit), encoding="utf-8")
    (found,) = format_for(path).read(path)
    assert isinstance(found, Unit)
    assert (found.source_language, found.target_language) == ("en", "ja")
