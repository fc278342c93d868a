from __future__ import annotations

import re
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.model.entry import Context, Entry, Origin, Status, Target, Usage, Variant
from rnk_gloss.model.span import Span

JA_EN = (
    '<langSet xml:lang="ja"><tig><term>王将</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>king</term></tig></langSet>'
)


def read(folder: Path, text: str, options: ReadOptions | None = None) -> tuple[list[ImportedEntry], ReadReport]:
    path = folder / "a.tbx"
    path.write_text(text, encoding="utf-8")
    reading = format_for(path).read(path, options or ReadOptions())
    return [item for item in reading if isinstance(item, ImportedEntry)], reading.report


def version_2(*entries: str, language: str = "en") -> str:
    body = "".join(f'<termEntry id="c{number}">{entry}</termEntry>' for number, entry in enumerate(entries))
    return (
        f'<martif type="TBX" xml:lang="{language}"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>'
        f"</martifHeader><text><body>{body}</body></text></martif>"
    )


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


def pairs(entries: list[ImportedEntry]) -> list[tuple[str, list[str]]]:
    return [(entry.source, [target.text for target in entry.targets]) for entry in entries]


VERSION_3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="{style}" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">{entry}</conceptEntry></body></text></tbx>"""
DCA = """<descrip type="subjectField">将棋</descrip>
<langSec xml:lang="ja"><descrip type="definition">取られると
    負ける駒</descrip>
  <termSec><term>王将</term><termNote type="partOfSpeech">noun</termNote>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><note>読み：おうしょう</note></termSec>
  <termSec><term>玉将</term><termNote type="termType">variant</termNote></termSec></langSec>
<langSec xml:lang="en">
  <termSec><term>king</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <descripGrp>
      <descrip type="context">The king is in check.</descrip><admin type="source">x</admin></descripGrp></termSec>
  <termSec><term>kaiser</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
</langSec>"""
DCT = """<min:subjectField>将棋</min:subjectField>
<langSec xml:lang="ja"><basic:definition>取られると 負ける駒</basic:definition>
  <termSec><term>王将</term><min:partOfSpeech>noun</min:partOfSpeech>
    <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>読み：おうしょう</note></termSec>
  <termSec><term>玉将</term><basic:termType>variant</basic:termType></termSec></langSec>
<langSec xml:lang="en">
  <termSec><term>king</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
    <descripGrp>
      <basic:context>The king is in check.</basic:context><basic:source>x</basic:source></descripGrp></termSec>
  <termSec><term>kaiser</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
</langSec>"""


_TERM_SECTION = re.compile(r"<termSec>(.*?)</termSec>", re.DOTALL)


def _with_term_group(section: re.Match[str]) -> str:
    grouped = re.split(r"(?=<note>|<descripGrp>)", section[1], maxsplit=1)[0]
    return f"<ntig><termGrp>{grouped}</termGrp>{section[1][len(grouped) :]}</ntig>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(VERSION_3.format(style="dca", entry=DCA), id="version 3, dca"),
        pytest.param(VERSION_3.format(style="dct", entry=DCT), id="version 3, dct"),
        pytest.param(
            version_2(DCA.replace("langSec", "langSet").replace("termSec", "tig"), language="ja"), id="version 2, tig"
        ),
        pytest.param(
            version_2(_TERM_SECTION.sub(_with_term_group, DCA.replace("langSec", "langSet"))),
            id="version 2, ntig",
        ),
    ],
)  # fmt: skip
def test_a_concept_is_the_same_in_every_version(tmp_path: Path, text: str) -> None:
    entries, report = read(tmp_path, text)
    (entry,) = entries
    assert (entry.source, entry.reading, entry.category, entry.subject) == ("王将", "おうしょう", "noun", "将棋")
    assert entry.variants == (Variant("玉将"),)
    assert [(target.text, target.usage) for target in entry.targets] == [
        ("king", Usage.PREFERRED),
        ("kaiser", Usage.FORBIDDEN),
    ]
    assert entry.note == "Definition (ja): 取られると 負ける駒\nContext (en): The king is in check."
    assert remarks(report) == ["source is not read"]


@pytest.mark.parametrize(
    ("status", "usage"),
    [
        ("preferredTerm-admn-sts", Usage.PREFERRED),
        ("admittedTerm-admn-sts", Usage.ADMITTED),
        ("deprecatedTerm-admn-sts", Usage.FORBIDDEN),
        ("supersededTerm-admn-sts", Usage.FORBIDDEN),
        ("preferredTerm", Usage.PREFERRED),
        ("forbidden", Usage.FORBIDDEN),
        ("notRecommended", Usage.FORBIDDEN),
    ],
)
@pytest.mark.parametrize("category", ["administrativeStatus", "usageStatus", "normativeAuthorization"])
def test_usage_in_the_words_of_many_tools(tmp_path: Path, category: str, status: str, usage: Usage) -> None:
    note = f'<termNote type="{category}">{status}</termNote>'
    entries, _ = read(tmp_path, version_2(JA_EN.replace("king</term>", f"king</term>{note}")))
    assert [target.usage for target in entries[0].targets] == [usage]


def test_an_unknown_usage_is_said(tmp_path: Path) -> None:
    note = '<termNote type="administrativeStatus">quarantined</termNote>'
    _, report = read(tmp_path, version_2(JA_EN.replace("king</term>", f"king</term>{note}")))
    assert remarks(report) == ["administrativeStatus quarantined is not known: 1 (line 1)"]


def test_without_usage_the_first_target_is_the_one_to_use(tmp_path: Path) -> None:
    more = JA_EN.replace("</tig></langSet>", "</tig><tig><term>monarch</term></tig></langSet>")
    entries, _ = read(tmp_path, version_2(more))
    assert [target.usage for target in entries[0].targets] == [Usage.PREFERRED, Usage.ADMITTED]


def test_a_forbidden_source_term_is_no_headword(tmp_path: Path) -> None:
    bad = '<tig><term>キング</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>'
    entries, _ = read(tmp_path, version_2(JA_EN.replace('"ja">', f'"ja">{bad}')))
    assert (entries[0].source, entries[0].variants) == ("王将", (Variant("キング", "forbidden"),))


LANGUAGES = JA_EN.replace("王将", "王将の").replace('"ja"', '"{}"').replace('"en"', '"{}"')


@pytest.mark.parametrize(
    ("codes", "options", "expected"),
    [
        pytest.param(("ja", "en"), ReadOptions(), ("ja", "en"), id="as they should be"),
        pytest.param(("ja-JP", "en_US"), ReadOptions(), ("ja", "en"), id="regions"),
        pytest.param(("jpn", "eng"), ReadOptions(), ("ja", "en"), id="three letters"),
        pytest.param(("en", "xx"), ReadOptions(), ("en", "xx"), id="wrong, and nobody says so"),
        pytest.param(("en", "xx"), ReadOptions(source_language="ja", target_language="en"), ("ja", "en"),
                     id="wrong, and mended by the script"),
    ],
)  # fmt: skip
def test_languages(tmp_path: Path, codes: tuple[str, str], options: ReadOptions, expected: tuple[str, str]) -> None:
    entries, report = read(tmp_path, version_2(LANGUAGES.format(*codes)), options)
    assert [(one.source, one.source_language, one.target_language) for one in entries] == [("王将の", *expected)]
    assert ("name the languages" in " ".join(remarks(report))) == (expected == ("en", "xx"))


def test_a_concept_without_the_source_language_is_left_out_and_said(tmp_path: Path) -> None:
    german = '<langSet xml:lang="de"><tig><term>König</term></tig></langSet>'
    entries, report = read(tmp_path, version_2(JA_EN, german), ReadOptions(source_language="ja", target_language="en"))
    assert pairs(entries) == [("王将", ["king"])]
    assert remarks(report) == ["units without ja: 1 (line 1)"]


def test_a_term_that_waits_for_its_translation_is_kept(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, version_2('<langSet xml:lang="ja"><tig><term>王将</term></tig></langSet>'))
    assert pairs(entries) == [("王将", [])]


def test_two_sections_of_one_language_are_one(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, version_2(JA_EN + '<langSet xml:lang="en"><tig><term>monarch</term></tig></langSet>'))
    assert pairs(entries) == [("王将", ["king", "monarch"])]


def test_tbx_min_of_version_2(tmp_path: Path) -> None:
    text = (
        '<TBX dialect="TBX-Min"><header><id>x</id><languages source="en" target="ja"/></header><body><entry id="c1">'
        "<subjectField>chess</subjectField>"
        '<langGroup xml:lang="en"><termGroup><term>king</term></termGroup></langGroup>'
        '<langGroup xml:lang="ja"><termGroup><term>王将</term><termStatus>preferred</termStatus></termGroup>'
        "</langGroup>"
        "</entry></body></TBX>"
    )
    entries, _ = read(tmp_path, text)
    assert [(one.source, one.targets[0].text, one.subject) for one in entries] == [("王将", "king", "chess")]


def test_who_made_an_entry_and_when(tmp_path: Path) -> None:
    transactions = (
        '<transacGrp><transac type="transactionType">origination</transac>'
        '<transacNote type="responsibility">佐藤</transacNote><date>2024-04-01</date></transacGrp>'
        '<transacGrp><transac type="modification">鈴木</transac><date>2024-04-02T09:00:00+09:00</date></transacGrp>'
    )
    entries, report = read(tmp_path, version_2(transactions + JA_EN))
    entry = entries[0]
    assert (entry.created_at, entry.created_by) == ("2024-04-01T00:00:00Z", "佐藤")
    assert (entry.changed_at, entry.changed_by) == ("2024-04-02T00:00:00Z", "鈴木")
    assert remarks(report) == []


def test_markup_and_indentation_are_no_text(tmp_path: Path) -> None:
    styled = JA_EN.replace("king", "\n   the <hi type='italics'>king</hi>\n  ")
    entries, _ = read(tmp_path, version_2("<note>一行目\n二行目</note>" + styled))
    assert (pairs(entries), entries[0].note) == ([("王将", ["the king"])], "一行目\n二行目")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("<tmx/>", "not TBX", id="another format"),
        pytest.param(version_2(JA_EN)[:-30], r"a\.tbx:1: not well-formed", id="cut off"),
        pytest.param('<!DOCTYPE martif [<!ENTITY a "b">]>' + version_2(JA_EN), "declares entities", id="entities"),
        pytest.param(
            '<!DOCTYPE martif SYSTEM "x.dtd">' + version_2(JA_EN.replace("king", "&king;")),
            "entity",
            id="unknown entity",
        ),
    ],
)
def test_what_is_no_sound_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(tmp_path, text)


def test_what_tbx_basic_cannot_carry_stands_in_notes_and_is_said(tmp_path: Path) -> None:
    entry = Entry(
        id=1,
        source="王将",
        reading="おうしょう",
        reading_origin=Origin.PERSON,
        category="person",
        status=Status.REJECTED,
        reason="no term",
        score=50,
        count=3,
        documents=1,
        targets=(Target("king", Usage.ADMITTED, 90, Origin.PERSON),),
        variants=(Variant("玉将", "kanji", 2),),
        created_at="yesterday",
    )
    path = tmp_path / "a.tbx"
    report = format_for(path).write(path, [entry])
    assert set(report.losses) == {
        Loss("reading", 1, "a note of the term"),
        Loss("status", 1, "a note"),
        Loss("category", 1, "a note"),
        Loss("kind of a variant", 1, "a variant"),
        *(Loss(what, 1) for what in ("reading origin", "reason", "score", "count", "documents", "score of a target",
                                     "origin of a target", "count of a variant", "times that are none")),
    }  # fmt: skip
    entries, _ = read(tmp_path, path.read_text(encoding="utf-8"))
    assert (entries[0].reading, entries[0].category, entries[0].status) == ("おうしょう", "person", Status.REJECTED)


def test_what_xml_forbids_and_what_has_no_term_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    entries = [
        Entry(1, "雨\x0b", targets=(Target("rain\n fall"),), status=Status.APPROVED),
        Entry(2, " \n", status=Status.APPROVED),
        Entry(3, "雪", target_language="ja", status=Status.APPROVED),
    ]
    report = format_for(path).write(path, entries, WriteOptions(profile="basic3"))
    assert set(report.losses) == {
        Loss("characters that XML does not allow", 1),
        Loss("white space in terms", 2, "single spaces"),
        Loss("entries without a term", 1),
        Loss("entries with both sides in one language", 1),
    }
    assert pairs(read(tmp_path, path.read_text(encoding="utf-8"))[0]) == [("雨", ["rain fall"])]


def test_a_term_without_a_translation_keeps_its_status(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    format_for(path).write(path, [Entry(1, "雨", status=Status.APPROVED), Entry(2, "雪")])
    entries, _ = read(tmp_path, path.read_text(encoding="utf-8"))
    assert [entry.status for entry in entries] == [Status.APPROVED, Status.CANDIDATE]


def test_terms_that_go_the_other_way_are_said(tmp_path: Path) -> None:
    entry = Entry(
        1, "rain", targets=(Target("雨"),), status=Status.APPROVED, source_language="en", target_language="ja"
    )
    report = format_for(Path("a.tbx")).write(tmp_path / "a.tbx", [entry])
    assert report.losses == (Loss("direction", 1, "terms in en and ja"),)


def _in_context(translation: str) -> Entry:
    context = Context("/home/佐藤/将棋.txt", "王将を\n守る。", Span(0, 2), Span(0, 2), translation)
    return Entry(1, "王将", targets=(Target("king"),), status=Status.APPROVED, contexts=(context,))


@pytest.mark.parametrize(
    ("translation", "note"),
    [
        pytest.param("Guard the King.", "Context (ja): 王将を 守る。\nContext (en): Guard the King.", id="in both"),
        pytest.param("Guard it.", "Context (ja): 王将を 守る。", id="the target is not in it"),
        pytest.param("", "Context (ja): 王将を 守る。", id="not translated"),
    ],
)
@pytest.mark.parametrize("profile", ["basic2", "basic3", "basic3-dct"])
def test_sentences_with_the_term_stand_with_it(tmp_path: Path, profile: str, translation: str, note: str) -> None:
    path = tmp_path / "a.tbx"
    report = format_for(path).write(path, [_in_context(translation)], WriteOptions(profile=profile))
    assert Loss("first of the places", 1, "a context of the term") in report.losses
    text = path.read_text(encoding="utf-8")
    # Whose folder it is, is nobody's business.
    assert "将棋.txt" in text
    assert "/home" not in text
    assert [entry.note for entry in read(tmp_path, text)[0]] == [note]
