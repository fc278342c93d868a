from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.interchange import po_messages
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property, Unit

PO = format_for(Path("a.po"))
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ja\\n"\n'


def catalogue(*messages: str, header: str = HEADER) -> str:
    """A catalogue whose first message starts on line 6."""
    return "\n".join([header, *messages])


def message(msgid: str, msgstr: str, before: str = "") -> str:
    return f'{before}msgid "{msgid}"\nmsgstr "{msgstr}"\n'


def read(folder: Path, text: str | bytes, options: ReadOptions | None = None) -> tuple[list[Unit], ReadReport]:
    path = folder / "messages.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = PO.read(path, options or ReadOptions())
    return [one for one in reading if isinstance(one, Unit)], reading.report


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


def pairs(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


def rewritten(folder: Path, units: list[Unit], target_language: str = "en") -> tuple[str, tuple[Loss, ...]]:
    path = folder / "out.po"
    report = PO.write(path, units, WriteOptions(target_language=target_language))
    return path.read_text(encoding="utf-8"), report.losses


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param('msgid "a"\nmsgstr ""\n"一行目\\n"\n"二行目"', "一行目\n二行目", id="lines"),
        pytest.param(r'msgid "a"' + "\n" + r'msgstr "「\"%s\"」\t\\n"', '「"%s"」\t\\n', id="escapes"),
        pytest.param('msgid "a"\nmsgstr "前\u2028後\x85\x1c"', "前\u2028後\x85\x1c", id="line separators are text"),
        pytest.param('  msgid "a"\n\tmsgstr "字"', "字", id="indented"),
        pytest.param('msgid "a"\nmsgstr "字"\n\n# 終わり', "字", id="a comment at the end"),
        pytest.param('msgid "a"\nmsgstr "\ue000外字"', "\ue000外字", id="private use"),
        pytest.param('msgid\n"a"\nmsgstr"字" "と字"', "字と字", id="keyword and string in any layout"),
        pytest.param(r'msgid "a"' + "\n" + r'msgstr "\345\xad\227\a\d"', "字\a\\d", id="bytes as numbers"),
    ],
)
def test_strings(tmp_path: Path, written: str, text: str) -> None:
    units, _ = read(tmp_path, catalogue(written + "\n"))
    assert pairs(units) == [("a", text)]


def test_a_translated_message_is_approved_and_keeps_what_stands_around_it(tmp_path: Path) -> None:
    text = catalogue(
        '# 画面の右上\n#. Button in the toolbar\n#: src/win.c:12 src/menu.c:7\n#, c-format, no-wrap\nmsgctxt "verb"\n'
        'msgid "Open %s"\nmsgstr "%sを開く"\n'
    )
    units, report = read(tmp_path, text)
    assert units == [
        Unit(
            source="Open %s",
            target="%sを開く",
            source_language="en",
            target_language="ja",
            status=Status.APPROVED,
            document="src/win.c",
            note="画面の右上",
            properties=(
                Property("unit", "x-po-context", "verb"),
                Property("unit", "x-po-flag", "c-format"),
                Property("unit", "x-po-flag", "no-wrap"),
                Property("unit", "x-po-extracted", "Button in the toolbar"),
                Property("unit", "x-po-reference", "src/win.c:12\nsrc/menu.c:7"),
            ),
        )
    ]
    assert (report.seen, report.read, report.skipped) == (1, 1, 0)


def test_a_fuzzy_message_gives_candidates_with_its_present_and_its_previous_msgid(tmp_path: Path) -> None:
    units, report = read(tmp_path, catalogue(message("Open the file", "開く", '#, fuzzy\n#| msgid "Open"\n')))
    assert pairs(units) == [("Open the file", "開く"), ("Open", "開く")]
    assert {unit.status for unit in units} == {Status.CANDIDATE}
    assert "fuzzy messages read as candidates: 1" in remarks(report)
    assert (report.seen, report.read) == (1, 2)


def test_an_obsolete_message_is_a_candidate_with_a_mark(tmp_path: Path) -> None:
    text = catalogue(message("Now", "今"), '#~| msgid "Elder"\n#~ msgid "Old"\n#~ msgstr "古い"\n')
    units, report = read(tmp_path, text)
    assert [(one.source, one.status) for one in units] == [("Now", Status.APPROVED), ("Old", Status.CANDIDATE)]
    assert units[1].properties == (Property("unit", "x-po-flag", "obsolete"),)
    assert "obsolete messages read as candidates: 1" in remarks(report)


def test_untranslated_messages_are_left_out_aloud(tmp_path: Path) -> None:
    units, report = read(tmp_path, catalogue(message("a", ""), message("b", "字")))
    assert pairs(units) == [("b", "字")]
    assert (report.seen, report.read, report.skipped) == (2, 1, 1)
    assert "untranslated messages: 1 (line 6)" in remarks(report)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param(["%d 個"], [("%d file", "%d 個"), ("%d files", "%d 個")], id="Japanese has one form for both"),
        pytest.param(["%d Datei", "%d Dateien"], [("%d file", "%d Datei"), ("%d files", "%d Dateien")], id="two"),
        pytest.param(["файл", "файла", "файлов"],
                     [("%d file", "файл"), ("%d files", "файла"), ("%d files", "файлов")], id="three"),
    ],
)  # fmt: skip
def test_each_plural_form_is_a_unit(tmp_path: Path, forms: list[str], expected: list[tuple[str, str]]) -> None:
    lines = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    units, report = read(tmp_path, catalogue('msgid "%d file"\nmsgid_plural "%d files"\n' + lines))
    assert pairs(units) == expected
    assert report.seen == 1


@pytest.mark.parametrize(
    ("header", "text", "languages", "said"),
    [
        pytest.param('"Language: ja_JP.UTF-8\\n"', "開く", ("en", "ja"), "language ja_JP read as ja", id="locale"),
        pytest.param('"Language: \\n"', "開く", ("en", "ja"), "the header names no language", id="told by its script"),
        pytest.param('"Language: de\\n"', "öffnen", ("en", "de"), "", id="another language"),
        pytest.param('"Language: en\\n"\n"X-Source-Language: ja\\n"', "open", ("ja", "en"), "", id="source named"),
        pytest.param('"X-Poedit: 1\\n"', "ouvrir", ("en", "und"), "read as und", id="nobody knows"),
        pytest.param('"Language: en_GB\\n"\n"X-Source-Language: en_US\\n"', "colour", ("en-US", "en-GB"), "",
                     id="regions"),
    ],
)  # fmt: skip
def test_languages(tmp_path: Path, header: str, text: str, languages: tuple[str, str], said: str) -> None:
    source = "開く" if languages[0] == "ja" else "open it"
    written = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n' + header + "\n\n"
    units, report = read(tmp_path, written + message(source, text))
    assert [(one.source_language, one.target_language) for one in units] == [languages]
    assert any(said in remark for remark in remarks(report)) or not said


def test_a_user_of_japanese_originals_is_told_that_the_catalogue_goes_the_other_way(tmp_path: Path) -> None:
    _, report = read(tmp_path, catalogue(message("Open", "開く")))
    (remark,) = remarks(report)
    assert remark.startswith("the units go from en to ja")
    assert "lookups of Japanese text do not find them" in remark


def test_the_sides_are_exchanged_for_who_asks_for_it(tmp_path: Path) -> None:
    text = catalogue(message("Open", "開く"))
    units, report = read(tmp_path, text, ReadOptions(source_language="ja", target_language="en"))
    assert [(one.source, one.target, one.source_language) for one in units] == [("開く", "Open", "ja")]
    assert "the file goes from en to ja: the sides were exchanged, as you asked" in remarks(report)


def test_a_language_that_is_not_there_leaves_every_unit_out(tmp_path: Path) -> None:
    units, report = read(tmp_path, catalogue(message("Open", "開く")), ReadOptions(target_language="de"))
    assert (units, report.skipped) == ([], 1)
    assert remarks(report) == ["units without de: 1 (line 6)"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        pytest.param("utf-8-sig", "UTF-8", id="byte order mark"),
        pytest.param("euc_jp", "EUC-JP", id="the header decides"),
        pytest.param("shift_jis", "CHARSET", id="a template's placeholder"),
        pytest.param("utf-16", "UTF-8", id="UTF-16"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, declared: str) -> None:
    text = catalogue(message("Paste", "貼り付け、表示")).replace("UTF-8", declared)
    units, _ = read(tmp_path, text.encode(encoding))
    assert pairs(units) == [("Paste", "貼り付け、表示")]


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        pytest.param(catalogue('msgid "a"\nmsgstr "閉じない\n'), ":7", "not closed", id="string not closed"),
        pytest.param(catalogue('msgid "a"\nmsgstr "一" 二\n'), ":7", "not a line", id="text behind a string"),
        pytest.param(catalogue('msgid "a"\nmsgstr "一"二"\n'), ":7", "not a line", id="quotation mark not escaped"),
        pytest.param('"字"\n', ":1", "belongs to no keyword", id="string without a keyword"),
        pytest.param('msgstr "字"\n', ":1", "without a msgid", id="msgstr without msgid"),
        pytest.param(catalogue(message("a", "\\377")), ":7", "no character of utf-8", id="bytes that are no character"),
        pytest.param(catalogue('msgid "a"\n'), "", "has no msgstr", id="cut off"),
        pytest.param(catalogue('msgid "a"\nmsgid "b"\nmsgstr "字"\n'), ":7", "a second msgid", id="no msgstr"),
        pytest.param(catalogue("原文,訳文\n"), ":6", "not a line of a PO file", id="a table"),
        pytest.param("", "", "no message", id="empty"),
        pytest.param("# 注\n", "", "no message", id="only a comment"),
        pytest.param(catalogue(message("a", "字")).encode("cp932"), ":7", "not utf-8", id="wrong charset"),
        pytest.param(catalogue(message("a", "\0")), ":7", "NUL", id="NUL"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, text: str | bytes, place: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert f"messages.po{place}" in caught.value.message
    assert reason in caught.value.message


def test_a_message_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(po_messages, "LONGEST_MESSAGE", 1000)
    with pytest.raises(InputError, match="message is longer"):
        read(tmp_path, catalogue('msgid "a"\nmsgstr ""\n' + f'"{"字" * 100}"\n' * 20))


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line is longer"):
        read(tmp_path, catalogue(message("a", "字" * (1 << 20))))


REFUSED_OR_CHANGED = [
    Unit("却下", "rejected", status=Status.REJECTED),
    Unit("扉", "door", source_language="ja", target_language="de"),
    Unit("", "nothing"),
]


def test_writing_names_what_it_could_not_carry(tmp_path: Path) -> None:
    units = [
        *REFUSED_OR_CHANGED,
        Unit("扉", "door\ud800", status=Status.APPROVED, created_at="2026-04-01T00:00:00Z", changed_by="鈴木"),
        Unit("扉", "gate", status=Status.APPROVED, external_id="t2", note="二行 \n目"),
        Unit("改行\n", "line", status=Status.APPROVED, properties=(Property("target", "x-inline", "<ph/>line"),)),
    ]
    text, losses = rewritten(tmp_path, units)
    assert losses == (
        Loss("authors", 1),
        Loss("blanks and breaks at the ends of lines of comments", 1, "line breaks"),
        Loss("characters that no catalogue can hold", 1),
        Loss("dates", 1),
        Loss("ids", 1),
        Loss("line breaks at the ends of targets", 1, "as in the source"),
        Loss("properties", 1),
        Loss("rejected units", 1),
        Loss("sources with a further translation", 1, "a msgctxt with a number"),
        Loss("units between other languages", 1),
        Loss("units with an empty side", 1),
    )
    again, _ = read(tmp_path, text)
    assert pairs(again) == [("扉", "door"), ("扉", "gate"), ("改行\n", "line\n")]


def test_no_message_stands_twice(tmp_path: Path) -> None:
    contexts = ["", "2", "", "", "2"]
    units = [
        Unit("扉", str(n), properties=(Property("unit", "x-po-context", context),) if context else ())
        for n, context in enumerate(contexts)
    ]
    rewritten(tmp_path, units)
    keys = [(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(tmp_path / "out.po"))]
    assert len(set(keys)) == len(units)


def test_plural_forms_are_one_message_again(tmp_path: Path) -> None:
    text = catalogue('msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 個"\n')
    units, _ = read(tmp_path, text)
    path = tmp_path / "out.po"
    PO.write(path, units, WriteOptions(source_language="en", target_language="ja"))
    (entry,) = polib.pofile(str(path))
    assert (entry.msgid, entry.msgid_plural, entry.msgstr_plural) == ("%d file", "%d files", {0: "%d 個"})
    assert polib.pofile(str(path)).metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    edited = [replace(units[0], target="%d ファイル"), units[1]]
    PO.write(path, edited, WriteOptions(source_language="en", target_language="ja"))
    assert [entry.msgid for entry in polib.pofile(str(path))] == ["%d file", "%d files"]


@pytest.mark.parametrize(
    ("properties", "note", "document"),
    [
        pytest.param((Property("unit", "x-po-flag", 'c\nmsgid "x"'),), "", "", id="flag"),
        pytest.param((Property("unit", "x-po-extracted", 'c\rmsgid "x"\u2028msgid "y"'),), "", "", id="extracted"),
        pytest.param((Property("unit", "x-po-reference", 'c\vmsgid "x"'),), "", "", id="reference"),
        pytest.param((Property("unit", "x-po-context", 'c"\nmsgid "x"'),), "", "", id="context"),
        pytest.param((), 'c\x85msgid "x"', "", id="note"),
        pytest.param((), "", 'c\n"msgid "x"', id="document"),
    ],
)
def test_no_text_becomes_a_line_of_its_own(
    tmp_path: Path, properties: tuple[Property, ...], note: str, document: str
) -> None:
    unit = Unit("扉", "door", status=Status.APPROVED, note=note, document=document, properties=properties)
    text, _ = rewritten(tmp_path, [unit])
    assert pairs(read(tmp_path, text)[0]) == [("扉", "door")]
    for line in text.splitlines()[13:]:
        assert line.startswith(("#", 'msgctxt "', 'msgid "扉"', 'msgstr "door"', '"')) or not line
