from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon import own_names
from rnk_gloss.lexicon.house_list import established
from rnk_gloss.lexicon.name_table import MOST_BYTES, SkippedRow, read_name_table
from rnk_gloss.lexicon.own_names import add_names, own_name, own_names_path


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A list of its own for each test, looked at anew for each name and forgotten afterwards."""
    monkeypatch.setattr(own_names, "own_names_path", lambda: tmp_path / "home" / "names.tsv")
    monkeypatch.setattr(own_names, "CHECK_EVERY_SECONDS", 0.0)
    yield
    own_names._loaded.clear()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "names.csv"


def test_own_names_win_over_the_house_list(table: Path) -> None:
    table.write_text("キーウ,Kiev City\n白山会議,White Mountain Conference\n", encoding="utf-8")
    assert own_name("キーウ") is None
    assert established("キーウ").english[0] == "Kyiv"  # type: ignore[union-attr]
    report = add_names(table)
    assert (report.added, report.replaced, report.skipped) == (2, 0, ())
    name = established("ｷｰｳ")
    assert name is not None
    assert name.english == ("Kiev City",)
    assert established("白山 会議") == own_name("白山会議")
    # The house list's other spelling of that city is not the user's.
    assert established("キエフ").english[0] == "Kyiv"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("白山会議,White Mountain Conference ; WMC,はくさんかいぎ,event\n", id="no header"),
        pytest.param("\ufeff白山会議,White Mountain Conference;WMC,はくさんかいぎ,event\n", id="byte order mark"),
        pytest.param(
            "白山会議\tWhite Mountain Conference|WMC\tハクサンカイギ\tEvent", id="tabs, katakana, no last line end"
        ),
        pytest.param(
            "Category,English,Japanese,Reading\r\nevent,White Mountain Conference ; WMC,白山会議,はくさんかいぎ\r\n",
            id="columns in another order, CRLF",
        ),
        pytest.param(
            "日本語,英語,読み,分類,備考\n\n白山会議,White Mountain Conference ; WMC,はくさん かいぎ,event,any remark\n",
            id="Japanese header, blank line, a column more",
        ),
        pytest.param(
            "source,target,reading,category\n白山会議,White Mountain Conference|WMC,はくさんかいぎ,event\n",
            id="a glossary's columns",
        ),
        pytest.param(
            '"白山会議","White\nMountain  Conference ; WMC","はくさんかいぎ","event"\n', id="quoted line break"
        ),
    ],
)
def test_tables_that_say_the_same(table: Path, text: str) -> None:
    table.write_bytes(text.encode())
    (name,) = read_name_table(table).names
    assert name.japanese == ("白山会議",)
    assert name.english == ("White Mountain Conference", "WMC")
    assert (name.reading, name.category) == ("はくさんかいぎ", "event")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param("白山会議", "no English", id="one column"),
        pytest.param("白山会議, ; ", "no English", id="separators only"),
        pytest.param(",White Mountain", "no Japanese", id="no Japanese"),
        pytest.param("White Mountain,白山", "Japanese where the English should be", id="columns swapped"),
        pytest.param("白山,White Mountain,Hakusan", "a reading that is not in kana", id="reading in Latin letters"),
        pytest.param("白山,White Mountain,はくさん,hill", "an unknown category, 'hill'", id="category"),
        pytest.param(f"白山,{'W' * 301}", "a cell is longer than 300 characters", id="long"),
        pytest.param("白山,White\x07Mountain", "a control character", id="control character"),
        pytest.param("青 海,Blue Sea again", "the same name as in line 1", id="twice"),
    ],
)
def test_rows_that_are_left_out(table: Path, row: str, reason: str) -> None:
    table.write_text(f"青海,Blue Sea\n\n{row}\n赤川,Red River\n", encoding="utf-8")
    read = read_name_table(table)
    assert [name.english[0] for name in read.names] == ["Blue Sea", "Red River"]
    assert [(row.line, row.reason[: len(reason)]) for row in read.skipped] == [(3, reason)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param("青海,Blue Sea\n白山,".encode() + b"\x94\x92\n", r"names\.csv:2: not UTF-8", id="CP932"),
        pytest.param('青海,Blue Sea\n白山,"White\n\n'.encode(), r"names\.csv:2: not a row", id="open quotation mark"),
        pytest.param("Japanese,Reading\n青海,あおうみ\n".encode(), r"names\.csv:1: .*none is English", id="no English"),
        pytest.param(b"English\nBlue Sea\n", r"names\.csv:1: .*none is Japanese", id="no Japanese"),
        pytest.param(b"\n\n", r"names\.csv:1: there is no name in it", id="empty"),
        pytest.param(b"Japanese,English\n", r"names\.csv:1: there is no name in it", id="header only"),
        pytest.param(b"a" * (MOST_BYTES + 1), r"names\.csv: larger than", id="too large"),
        pytest.param(None, r"names\.csv: cannot be read", id="missing"),
    ],
)
def test_files_that_are_no_table(table: Path, data: bytes | None, message: str) -> None:
    if data is not None:
        table.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        add_names(table)
    assert caught.value.hint
    assert not own_names.own_names_path().exists()


def test_a_new_name_takes_the_place_of_earlier_spellings(table: Path, tmp_path: Path) -> None:
    destination = tmp_path / "list.tsv"
    table.write_text("青海 | 青い海,Blue Sea,あおうみ\n赤川,Red River\n", encoding="utf-8")
    assert add_names(table, destination).added == 2
    table.write_text("青海,Azure Sea\n赤 川,Crimson River\n白山,White Mountain\n", encoding="utf-8")
    report = add_names(table, destination)
    assert (report.added, report.replaced) == (1, 2)
    assert [(name.japanese, name.english, name.reading) for name in read_name_table(destination).names] == [
        (("青い海",), ("Blue Sea",), ""),
        (("青海",), ("Azure Sea",), ""),
        (("赤 川",), ("Crimson River",), ""),
        (("白山",), ("White Mountain",), ""),
    ]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["list.tsv", "names.csv"]


def test_rows_left_out_are_reported_and_the_others_added(table: Path) -> None:
    table.write_text("青海,Blue Sea\n赤川,\n", encoding="utf-8")
    report = add_names(table)
    assert (report.added, report.skipped) == (1, (SkippedRow(2, "no English"),))


def test_nothing_is_written_when_no_row_is_good(table: Path) -> None:
    table.write_text("赤川,\n", encoding="utf-8")
    assert add_names(table).added == 0
    assert not own_names.own_names_path().exists()


def test_a_changed_file_is_read_again(table: Path) -> None:
    table.write_text("青海,Blue Sea\n", encoding="utf-8")
    add_names(table)
    assert own_name("青海").english == ("Blue Sea",)  # type: ignore[union-attr]
    path = own_names.own_names_path()
    path.write_text("Japanese\tEnglish\n青海\tAzure Sea\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert own_name("青海").english == ("Azure Sea",)  # type: ignore[union-attr]
    path.unlink()
    assert own_name("青海") is None


def test_a_damaged_list_is_named_with_its_line() -> None:
    path = own_names.own_names_path()
    path.parent.mkdir()
    path.write_text("japanese\tenglish\n青海\tBlue Sea\n赤川\t\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"names\.tsv:3: no English"):
        established("青海")


def test_a_place_that_cannot_be_written_to(table: Path, tmp_path: Path) -> None:
    table.write_text("青海,Blue Sea\n", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        add_names(table, tmp_path / "file" / "names.tsv")


def test_the_list_lies_in_the_data_folder() -> None:
    assert own_names_path().parts[-2:] == ("rnk-gloss", "names.tsv")


def test_another_home_has_another_list(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_names, "own_names_path", own_names_path)
    monkeypatch.setattr(own_names, "CHECK_EVERY_SECONDS", 60.0)
    table.write_text("青海,Blue Sea\n", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "first"))
    if not own_names_path().is_relative_to(tmp_path):
        pytest.skip("XDG_DATA_HOME moves the data folder on Linux only")
    assert own_name("青海") is None
    add_names(table)
    assert own_name("青海") is not None
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "second"))
    assert own_name("青海") is None
