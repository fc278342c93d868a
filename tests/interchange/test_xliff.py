from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.model.entry import Origin, Status, Target, Usage
from rnk_gloss.model.segment import Property, Unit
from tests.interchange.samples import UNITS

XLIFF = format_for(Path("a.xlf"))
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = (
    'xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff"'
)
MODULES = (
    'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'
    ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
)


def version_1(*units: str, file: str = 'source-language="ja" target-language="en"', version: str = "1.2") -> str:
    """A file whose first unit starts on line 4."""
    body = "\n".join(units)
    return (
        f'{DECLARATION}<xliff {NAMES} version="{version}"><file original="条約.docx" {file} datatype="plaintext">\n'
        f"<header/><body>\n{body}\n</body></file></xliff>\n"
    )


def version_2(*units: str, languages: str = 'srcLang="ja" trgLang="en"', version: str = "2.1") -> str:
    """A file whose first unit starts on line 4."""
    body = "\n".join(units)
    return (
        f'{DECLARATION}<xliff {MODULES} version="{version}" {languages}>\n'
        f'<file id="f1" original="条約.docx">\n{body}\n</file></xliff>\n'
    )


def trans_unit(source: str = "扉", target: str = "door", state: str = "", unit: str = "", more: str = "") -> str:
    return f'<trans-unit id="1" {unit}><source>{source}</source><target {state}>{target}</target>{more}</trans-unit>'


def unit_2(source: str = "扉", target: str = "door", state: str = "", before: str = "") -> str:
    return f'<unit id="1">{before}<segment {state}><source>{source}</source><target>{target}</target></segment></unit>'


def read(
    folder: Path, text: str | bytes, options: ReadOptions | None = None
) -> tuple[list[Unit], list[ImportedEntry], ReadReport]:
    path = folder / "document.xlf"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = XLIFF.read(path, options or ReadOptions())
    items = list(reading)
    units = [one for one in items if isinstance(one, Unit)]
    return units, [one for one in items if isinstance(one, ImportedEntry)], reading.report


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


def pairs(units: list[Unit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


@pytest.mark.parametrize(
    ("unit", "status"),
    [
        pytest.param(trans_unit(), Status.CANDIDATE, id="1.2 says nothing"),
        pytest.param(trans_unit(unit='approved="yes"'), Status.APPROVED, id="1.2 approved"),
        pytest.param(trans_unit(state='state="final"'), Status.APPROVED, id="1.2 final"),
        pytest.param(trans_unit(state='state="signed-off"'), Status.APPROVED, id="1.2 signed off"),
        pytest.param(trans_unit(state='state="final"', unit='approved="no"'), Status.CANDIDATE, id="1.2 not approved"),
        pytest.param(trans_unit(state='state="translated"'), Status.CANDIDATE, id="1.2 translated"),
        pytest.param(trans_unit(state='state="needs-review-translation"'), Status.CANDIDATE, id="1.2 needs review"),
        pytest.param(trans_unit(state='state-qualifier="rejected-grammar"'), Status.REJECTED, id="1.2 rejected"),
        pytest.param(trans_unit(unit='mq:status="ManuallyConfirmed"'), Status.APPROVED, id="memoQ confirmed"),
        pytest.param(trans_unit(unit='mq:status="Proofread"'), Status.APPROVED, id="memoQ proofread"),
        pytest.param(trans_unit(unit='mq:status="Pretranslated"'), Status.CANDIDATE, id="memoQ pretranslated"),
        pytest.param(
            trans_unit(unit='sdl:status="Proofread" approved="no"'), Status.CANDIDATE, id="another tool's status"
        ),
        pytest.param(trans_unit(unit='mq:status="Rejected"'), Status.REJECTED, id="memoQ rejected"),
    ],
)
def test_states_of_version_1(tmp_path: Path, unit: str, status: Status) -> None:
    assert [one.status for one in read(tmp_path, version_1(unit))[0]] == [status]


@pytest.mark.parametrize(
    ("state", "status"),
    [
        pytest.param("", Status.CANDIDATE, id="none is initial"),
        pytest.param('state="translated"', Status.CANDIDATE, id="translated"),
        pytest.param('state="reviewed"', Status.APPROVED, id="reviewed"),
        pytest.param('state="final" subState="x:y"', Status.APPROVED, id="final"),
        pytest.param('state="initial" subState="rnk-gloss:rejected"', Status.REJECTED, id="our own rejected"),
    ],
)
def test_states_of_version_2(tmp_path: Path, state: str, status: Status) -> None:
    assert [one.status for one in read(tmp_path, version_2(unit_2(state=state)))[0]] == [status]


@pytest.mark.parametrize(
    ("text", "read_too"),
    [
        pytest.param(version_1(trans_unit("扉", "扉", state='state="needs-translation"')), 0, id="1.2 as Crowdin"),
        pytest.param(version_1(trans_unit("扉", "扉", state='state="new"')), 0, id="1.2 new"),
        pytest.param(version_2(unit_2("扉", "扉", state='state="initial"')), 0, id="2.x initial"),
        pytest.param(version_1(trans_unit("扉", "戸", state='state="new"')), 1, id="something was typed"),
        pytest.param(version_1(trans_unit("API", "API", state='state="translated"')), 1, id="translated by itself"),
        pytest.param(version_2(unit_2("API", "API")), 1, id="2.x says nothing"),
    ],
)
def test_a_source_that_was_copied_into_the_target_is_no_translation(tmp_path: Path, text: str, read_too: int) -> None:
    units, _, report = read(tmp_path, text)
    assert len(units) == read_too
    copied = [] if read_too else ["units with their source copied as target"]
    assert [remark.text for remark in report.remarks if remark.skipped] == copied


def test_a_trados_file(tmp_path: Path) -> None:
    segments = (
        ("1", "ApprovedSignOff", '条約は<g id="5">発効した</g>。', 'The treaty <g id="5">entered into force</g>.'),
        ("2", "Draft", "古い文。", "Old sentence."),
        ("3", "Translated", '消<mrk mtype="x-sdl-deleted" sdl:revid="r">した</mrk>す。', "Delete."),
    )
    sources = "".join(f'<mrk mtype="seg" mid="{mid}">{source}</mrk>' for mid, _, source, _ in segments)
    targets = "".join(f'<mrk mtype="seg" mid="{mid}">{target}</mrk>' for mid, _, _, target in segments)
    definitions = "".join(
        f'<sdl:seg id="{mid}" conf="{conf}"><sdl:value key="created_on">04/01/2026 09:30:00</sdl:value>'
        '<sdl:value key="created_by">佐藤</sdl:value></sdl:seg>'
        for mid, conf, _, _ in segments
    )
    text = version_1(
        '<trans-unit id="locked" translate="no"><source>1.</source></trans-unit>',
        f'<trans-unit id="a"><source>全部</source><seg-source><g id="1">{sources}</g></seg-source>'
        f'<target><g id="1">{targets}</g></target><sdl:seg-defs>{definitions}</sdl:seg-defs></trans-unit>',
    )
    units, _, report = read(tmp_path, text)
    assert pairs(units) == [
        ("条約は発効した。", "The treaty entered into force."),
        ("古い文。", "Old sentence."),
        ("消す。", "Delete."),
    ]
    assert [one.status for one in units] == [Status.APPROVED, Status.CANDIDATE, Status.CANDIDATE]
    assert [one.external_id for one in units] == ["a:1", "a:2", "a:3"]
    assert (units[0].created_at, units[0].created_by) == ("2026-04-01T09:30:00Z", "佐藤")
    assert (report.seen, report.skipped) == (2, 1)
    assert "units that are not to be translated: 1 (line 4)" in remarks(report)


def test_former_versions_in_a_memoq_file_are_no_translations(tmp_path: Path) -> None:
    history = (
        "<mq:minorversions><mq:historical-unit><source>旧</source><target>former</target></mq:historical-unit>"
        '<trans-unit id="old"><source>旧</source><target>former</target></trans-unit></mq:minorversions>'
    )
    attributes = (
        'mq:status="ManuallyConfirmed" mq:lastchanginguser="鈴木" mq:lastchangedtimestamp="2026-04-02T01:00:00Z"'
    )
    units, _, report = read(tmp_path, version_1(trans_unit(unit=attributes, more=history)))
    assert units == [
        Unit(
            "扉", "door", status=Status.APPROVED, document="条約.docx", external_id="1", changed_by="鈴木",
            changed_at="2026-04-02T01:00:00Z",
        )
    ]  # fmt: skip
    assert report.seen == 1


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_notes_names_and_documents_of_version_1(tmp_path: Path, version: str) -> None:
    notes = "<note>一</note><note from='sato'>二</note><context-group><context context-type='element'>p</context>"
    unit = trans_unit(unit='resname="IDC_OK" maxwidth="12"', more=f"{notes}</context-group>")
    units, _, report = read(tmp_path, version_1(unit, version=version))
    assert (units[0].note, units[0].document) == ("一\n二", "条約.docx")
    assert units[0].properties == (Property("unit", "x-name", "IDC_OK"),)
    assert remarks(report) == ["element <context-group> is not kept", "attribute maxwidth is not kept"]


def test_segments_metadata_and_notes_of_version_2(tmp_path: Path) -> None:
    unit = (
        '<group id="g"><unit id="u" name="title"><mda:metadata><mda:metaGroup category="client">'
        '<mda:meta type="job">七</mda:meta></mda:metaGroup></mda:metadata><notes><note>注</note></notes>'
        '<segment id="s1" state="final"><source>一文。</source><target>One.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment id="s2"><source>二文。</source></segment></unit></group>'
    )
    units, _, report = read(tmp_path, version_2(unit, version="2.0"))
    assert units == [
        Unit(
            "一文。", "One.", status=Status.APPROVED, document="条約.docx", external_id="u:s1", note="注",
            properties=(Property("unit", "x-name", "title"), Property("unit", "job", "七")),
        )
    ]  # fmt: skip
    assert "segments without a target: 1 (line 4)" in remarks(report)
    assert (report.seen, report.read) == (1, 1)


def test_terms_of_the_glossary_module_are_entries(tmp_path: Path) -> None:
    glossary = (
        '<gls:glossary><gls:glossEntry><gls:term source="x">条約</gls:term><gls:translation>treaty</gls:translation>'
        "<gls:translation>convention</gls:translation><gls:definition>国家間の合意</gls:definition></gls:glossEntry>"
        "<gls:glossEntry><gls:term>訳なし</gls:term></gls:glossEntry></gls:glossary>"
    )
    text = version_2(unit_2(before=glossary))
    units, entries, _ = read(tmp_path, text)
    assert pairs(units) == [("扉", "door")]
    assert entries == [
        ImportedEntry(
            source="条約",
            targets=(
                Target("treaty", Usage.PREFERRED, origin=Origin.IMPORT),
                Target("convention", Usage.ADMITTED, origin=Origin.IMPORT),
            ),
            note="国家間の合意",
            line=4,
        )
    ]
    assert read(tmp_path, text, ReadOptions(kind="units"))[1] == []


def test_terms_change_sides_with_the_units(tmp_path: Path) -> None:
    glossary = (
        "<gls:glossary><gls:glossEntry><gls:term>treaty</gls:term><gls:translation>条約</gls:translation>"
        "<gls:translation>協定</gls:translation></gls:glossEntry></gls:glossary>"
    )
    text = version_2(unit_2("door", "扉", before=glossary), languages='srcLang="en" trgLang="ja"')
    _, entries, _ = read(tmp_path, text, ReadOptions(source_language="ja", target_language="en"))
    assert [(one.source, one.targets[0].text, one.source_language) for one in entries] == [
        ("条約", "treaty", "ja"),
        ("協定", "treaty", "ja"),
    ]
    assert read(tmp_path, text, ReadOptions(source_language="de"))[1] == []


PROPOSAL = "<source>戸</source><target>door (old)</target>"
MATCHES = f'<mtc:matches><mtc:match ref="#s1" origin="TM">{PROPOSAL}</mtc:match></mtc:matches>'
ALTERNATIVE = f'<alt-trans origin="TM">{PROPOSAL}</alt-trans>'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(version_1(trans_unit(more=ALTERNATIVE, unit='approved="yes"')), id="1.2"),
        pytest.param(version_2(unit_2(before=MATCHES, state='state="final"')), id="2.1"),
    ],
)
def test_proposals_are_candidates_and_read_only_on_request(tmp_path: Path, text: str) -> None:
    units, _, report = read(tmp_path, text)
    assert pairs(units) == [("扉", "door")]
    assert "proposals of other translations are not read" in remarks(report)
    units, _, report = read(tmp_path, text, ReadOptions(proposals=True))
    assert [(one.target, one.status, one.origin) for one in units] == [
        ("door", Status.APPROVED, ""),
        ("door (old)", Status.CANDIDATE, "TM"),
    ]
    assert report.seen == 1


@pytest.mark.parametrize(
    ("text", "source", "markup"),
    [
        pytest.param(
            version_1(trans_unit('名前<x id="a"/>様、<g id="b" ctype="bold">必ず</g>。')),
            "名前様、必ず。",
            '名前<ph x="1"></ph>様、<bpt i="2" x="2" type="bold"></bpt>必ず<ept i="2"></ept>。',
            id="x and g",
        ),
        pytest.param(
            version_1(trans_unit('<ph id="1">&lt;br/&gt;<sub>題</sub></ph>字<x id="2" equiv-text="{0}"/>')),
            "字",
            '<ph x="1">&lt;br/&gt;<sub>題</sub></ph>字<ph x="2">{0}</ph>',
            id="original codes",
        ),
        pytest.param(
            version_1(trans_unit('<bpt id="1" rid="r">{</bpt>字<ept id="2" rid="r">}</ept>')),
            "字",
            '<bpt i="1" x="1">{</bpt>字<ept i="1">}</ept>',
            id="bpt and ept",
        ),
        pytest.param(
            version_1(trans_unit('<bx id="1"/>字<it id="2" pos="close">}</it>')),
            "字",
            '<it pos="begin" x="1"></it>字<it pos="end" x="2">}</it>',
            id="halves",
        ),
        pytest.param(version_1(trans_unit('<mrk mtype="term">条約</mrk>の字')), "条約の字", "", id="a mark is no code"),
        pytest.param(version_1(trans_unit('<g id="1">一</g><g id="1">二</g>')), "一二",
                     '<bpt i="1" x="1"></bpt>一<ept i="1"></ept><bpt i="2" x="2"></bpt>二<ept i="2"></ept>',
                     id="an id that comes twice"),
        pytest.param(
            version_2(
                unit_2(
                    '<pc id="1" dataRefStart="d1" dataRefEnd="d2">太</pc><ph id="2" equiv="{0}"/>'
                    '<sc id="3" type="fmt" subType="xlf:i"/>字<ec startRef="3"/><cp hex="000B"/><sm id="m"/>',
                    before='<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>',
                )
            ),
            "太字\v",
            '<bpt i="1" x="1">&lt;b&gt;</bpt>太<ept i="1">&lt;/b&gt;</ept><ph x="2">{0}</ph>'
            '<bpt i="3" x="3" type="xlf:i"></bpt>字<ept i="3"></ept>\v',
            id="codes of 2.x",
        ),
    ],
)  # fmt: skip
def test_codes_are_no_text_and_kept_as_tmx(tmp_path: Path, text: str, source: str, markup: str) -> None:
    units, _, _ = read(tmp_path, text)
    assert units[0].source == source
    assert [one.value for one in units[0].properties if one.name == "x-inline"] == ([markup] if markup else [])


MARKUP = (
    '名前<ph x="1">{name}</ph>様、<bpt i="2" x="2" type="bold">&lt;b&gt;</bpt><hi>必ず</hi>'
    '<ept i="2">&lt;/b&gt;</ept>。'
)


@pytest.mark.parametrize("profile", ["2.1", "1.2"])
def test_codes_of_a_memory_come_back_the_same(tmp_path: Path, profile: str) -> None:
    unit = Unit(
        "名前様、必ず。", "Dear Mr .",
        document="条約.docx", external_id="1",
        properties=(
            Property("source", "x-inline", MARKUP),
            Property("target", "x-inline", 'Dear Mr <ph x="1">{n}</ph>.'),
        ),
    )  # fmt: skip
    path = tmp_path / "a.xlf"
    assert XLIFF.write(path, [unit], WriteOptions(profile=profile)).losses == ()
    assert read(tmp_path, path.read_bytes())[0] == [unit]
    edited = replace(unit, source="名前様。")
    assert XLIFF.write(path, [edited], WriteOptions(profile=profile)).losses == (Loss("inline markup", 1),)


@pytest.mark.parametrize(
    ("profile", "written"),
    [
        pytest.param("1.2", '<it id="1" pos="close">x</it>字<it id="2" pos="open">y</it>', id="1.2"),
        pytest.param(
            "2.1", '<ec id="1" isolated="yes" dataRef="d1"/>字<sc id="2" isolated="yes" dataRef="d2"/>', id="2.1"
        ),
    ],
)
def test_a_closing_without_its_opening_before_it_is_a_half(tmp_path: Path, profile: str, written: str) -> None:
    unit = Unit("字", "x", properties=(Property("source", "x-inline", '<ept i="1">x</ept>字<bpt i="1">y</bpt>'),))
    path = tmp_path / "a.xlf"
    XLIFF.write(path, [unit], WriteOptions(profile=profile))
    assert f"<source>{written}</source>" in path.read_text(encoding="utf-8")


def test_no_name_in_a_file_of_version_1_stands_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    XLIFF.write(path, [Unit("扉", "door", origin="a"), Unit("窓", "window", origin="b")], WriteOptions(profile="1.2"))
    names = re.findall(r' (?:name|id)="([^"]*)"', path.read_text(encoding="utf-8"))
    assert len(names) == len(set(names))


def test_codes_that_are_counted_anew_are_said(tmp_path: Path) -> None:
    unit = Unit("字", "x", properties=(Property("source", "x-inline", '<ph x="7">{0}</ph>字'),))
    report = XLIFF.write(tmp_path / "a.xlf", [unit])
    assert report.losses == (Loss("numbers and types of inline codes", 1, "codes counted anew"),)


@pytest.mark.parametrize(
    ("text", "languages", "said"),
    [
        pytest.param(version_1(trans_unit(), file='source-language="JA_jp" target-language="en-US"'), ("ja", "en"),
                     "language JA_jp read as ja", id="codes"),
        pytest.param(version_2(unit_2("door", "扉"), languages='srcLang="en" trgLang="ja"'), ("en", "ja"),
                     "lookups of Japanese text do not find them", id="into Japanese"),
        pytest.param(version_1(trans_unit(), file='source-language="ja"'), ("ja", "en"),
                     "targets are read as en", id="1.2 without a target language"),
        pytest.param(version_2(unit_2("door", "扉"), languages='srcLang="en"'), ("en", "ja"),
                     "targets are read as ja", id="2.1 without a target language"),
    ],
)  # fmt: skip
def test_languages(tmp_path: Path, text: str, languages: tuple[str, str], said: str) -> None:
    units, _, report = read(tmp_path, text)
    assert [(one.source_language, one.target_language) for one in units] == [languages]
    assert any(said in remark for remark in remarks(report))


def test_what_a_file_or_group_says_is_not_to_be_translated_is_not_read(tmp_path: Path) -> None:
    window = unit_2("窓", "window").replace("<unit", '<unit translate="yes"')
    inside = f'<group id="g" translate="no">{unit_2()}{window}</group>'
    units, _, report = read(tmp_path, version_2(inside))
    assert pairs(units) == [("窓", "window")]
    assert "units that are not to be translated: 1 (line 4)" in remarks(report)


def test_properties_change_sides_with_the_texts(tmp_path: Path) -> None:
    unit = Unit("door", "扉", source_language="en", target_language="ja", external_id="1",
                properties=(Property("source", "x-client", "甲"),))  # fmt: skip
    path = tmp_path / "a.xlf"
    XLIFF.write(path, [unit], WriteOptions("en", "ja"))
    units, _, _ = read(tmp_path, path.read_bytes(), ReadOptions(source_language="ja"))
    assert units[0].properties == (Property("target", "x-client", "甲"),)


def test_sides_are_exchanged_with_their_codes(tmp_path: Path) -> None:
    text = version_2(unit_2('door<ph id="1"/>', "扉"), languages='srcLang="en" trgLang="ja"')
    units, _, _ = read(tmp_path, text, ReadOptions(source_language="ja"))
    assert pairs(units) == [("扉", "door")]
    assert units[0].properties == (Property("target", "x-inline", 'door<ph x="1"></ph>'),)


def test_what_is_not_translated_is_left_out_aloud(tmp_path: Path) -> None:
    text = version_1(
        '<trans-unit id="1"><source>扉</source></trans-unit>',
        trans_unit(target=" "),
        trans_unit(source="", target="x"),
        trans_unit(unit='translate="no"'),
        trans_unit(),
    )
    _, _, report = read(tmp_path, text)
    assert (report.seen, report.read, report.skipped) == (5, 1, 4)
    assert remarks(report) == [
        "units without a target: 2 (lines 4, 5)",
        "units with an empty source: 1 (line 6)",
        "units that are not to be translated: 1 (line 7)",
    ]
    same = version_1(trans_unit("door", "door"), file='source-language="en" target-language="en"')
    assert remarks(read(tmp_path, same)[2]) == ["units with both sides in one language: 1 (line 4)"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(version_1(trans_unit())[:-30], "not well-formed", id="cut off"),
        pytest.param(version_2(unit_2("&#11;")), "does not allow", id="illegal character"),
        pytest.param("<tmx/>", "not XLIFF", id="TMX"),
        pytest.param(version_2(unit_2("&unknown;")), "", id="unknown entity"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=r"document\.xlf") as caught:
        read(tmp_path, text)
    assert reason in caught.value.message


@pytest.mark.parametrize("suffix", [".sdlxliff", ".mqxliff"])
def test_files_of_other_tools_are_only_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with pytest.raises(UsageError, match="only the tool"):
        format_for(path).write(path, UNITS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("profile", "losses", "target"),
    [
        pytest.param("2.1", 1, "door\v", id="2.1 has an element for illegal characters"),
        pytest.param("1.2", 2, "door", id="1.2 has none"),
    ],
)
def test_writing_names_what_it_could_not_carry(tmp_path: Path, profile: str, losses: int, target: str) -> None:
    units = [
        Unit("扉", "door\v\ud800", external_id="a b"),
        Unit("窓", "window", external_id="a_b"),
        Unit("", "nothing"),
        Unit("窓", "Fenster", target_language="de"),
    ]
    path = tmp_path / "a.xlf"
    report = XLIFF.write(path, units, WriteOptions(profile=profile))
    assert report.losses == (
        Loss("characters in ids that XLIFF does not allow", 1, "underscores"),
        Loss("characters that XML does not allow", losses),
        Loss("ids used twice", 1, "the id with a number"),
        Loss("units between other languages", 1),
        Loss("units with an empty side", 1),
    )
    again = read(tmp_path, path.read_bytes())[0]
    assert [(one.target, one.external_id) for one in again] == [(target, "a_b"), ("window", "a_b-2")]
