from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.documents.reader import read_document
from rnk_gloss.errors import InputError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n\n'
CATALOGUE = (
    HEADER.format(language="ja")
    + r"""# 設定画面
#: settings.c:12
msgctxt "button"
msgid "Save the changes"
msgstr "変更を保存"

#| msgid "Delete"
msgid ""
"Delete \"%s\"?\n"
"This cannot be undone."
msgstr ""
"「%s」を削除しますか？\n"
"元に戻せません。"

msgid "Not yet"
msgstr ""

#, fuzzy
msgid "Perhaps"
msgstr "たぶん"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d 個のファイル"

#~ msgid "Old"
#~ msgstr "古い"
"""
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "app.po"
    path.write_text(CATALOGUE, encoding="utf-8", newline="")
    return path


def test_the_two_sides_run_parallel(catalogue: Path) -> None:
    document = read_document(catalogue)
    assert document.language == "ja"
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "変更を保存",
        "「%s」を削除しますか？元に戻せません。",
        "%d 個のファイル",
    ]
    assert document.translation is not None
    assert document.translation.language == "en"
    assert [paragraph.text for paragraph in document.translation.paragraphs] == [
        "Save the changes",
        'Delete "%s"? This cannot be undone.',
        "%d file",
    ]


def test_what_is_left_out_is_counted(catalogue: Path) -> None:
    remarks = read_document(catalogue).remarks
    assert {"1 untranslated message left out", "1 fuzzy message left out"} <= set(remarks)
    assert "the document is the msgstr side (ja)" in remarks


def test_spans_point_into_the_file(catalogue: Path) -> None:
    document = read_document(catalogue)
    assert document.translation is not None
    for side in (document, document.translation):
        for paragraph in side.paragraphs:
            for index, character in enumerate(paragraph.text):
                written = side.original[paragraph.content.starts[index] : paragraph.content.ends[index]]
                assert written in {character, "\\n", '\\"'}


def test_japanese_msgid_is_the_document(tmp_path: Path) -> None:
    path = tmp_path / "app.po"
    path.write_text(HEADER.format(language="en") + 'msgid "港の名前"\nmsgstr "Name of the port"\n', encoding="utf-8")
    document = read_document(path)
    assert (document.language, document.paragraphs[0].text) == ("ja", "港の名前")


def test_without_header_the_script_decides(tmp_path: Path) -> None:
    path = tmp_path / "app.po"
    path.write_text('msgid "Name of the port"\nmsgstr "港の名前"\n', encoding="utf-8")
    assert read_document(path).language == "ja"


def test_the_language_asked_for_chooses_the_side(catalogue: Path) -> None:
    document = read_document(catalogue, language="en")
    assert (document.language, document.paragraphs[0].text) == ("en", "Save the changes")
    assert document.translation is not None
    assert document.translation.language == "ja"


def test_charset_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "app.po"
    path.write_bytes(CATALOGUE.replace("UTF-8", "EUC-JP").encode("euc_jp"))
    document = read_document(path)
    assert document.encoding == "EUC-JP"
    assert document.paragraphs[0].text == "変更を保存"


def test_line_separators_inside_a_message(tmp_path: Path) -> None:
    path = tmp_path / "app.po"
    path.write_text('msgid "Port"\nmsgstr "港\u2028の名前"\n', encoding="utf-8")
    assert read_document(path).paragraphs[0].text == "港\u2028の名前"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('msgid "Port\nmsgstr 港\n', "not a well-formed PO file", id="syntax"),
        pytest.param(
            HEADER.format(language="ja") + 'msgid "Port"\nmsgstr ""\n', "no translated message", id="nothing-translated"
        ),
    ],
)
def test_catalogues_that_cannot_be_read(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "app.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=expected):
        read_document(path)
