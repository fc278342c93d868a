from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.model.segment import Property, Unit
from tests.interchange.samples import UNITS

TMX = format_for(Path("a.tmx"))
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(*units: str, version: str = "1.4", header: str = 'srclang="ja"') -> str:
    """A TMX file whose first unit starts on line 4."""
    body = "\n".join(units)
    return f'{DECLARATION}<tmx version="{version}"><header {header}/>\n<body>\n{body}\n</body></tmx>\n'


def unit(**versions: str) -> str:
    tuvs = (
        f'<tuv xml:lang="{code.replace("_", "-")}"><seg>{text}</seg></tuv>' for code, text in versions.items() if text
    )
    return f"<tu>{''.join(tuvs)}</tu>"


def read(path: Path, text: str | bytes, options: ReadOptions | None = None) -> tuple[list[Unit], ReadReport]:
    path = path / "memory.tmx"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = TMX.read(path, options or ReadOptions())
    return [one for one in reading if isinstance(one, Unit)], reading.report


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


def rewritten(path: Path, units: list[Unit], profile: str = "plain") -> tuple[str, tuple[Loss, ...]]:
    target = path / "out.tmx"
    report = TMX.write(target, units, WriteOptions(profile=profile))
    return target.read_text(encoding="utf-8"), report.losses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            document(
                '<tu><tuv lang="JA"><seg>扉</seg></tuv><tuv lang="EN-US"><seg>door</seg></tuv></tu>', version="1.1"
            ),
            ("扉", "door", "ja", "en"),
            id="version 1.1 with lang",
        ),
        pytest.param(document(unit(ja_JP="扉", en="door")), ("扉", "door", "ja", "en"), id="region"),
        pytest.param(
            document('<tu><tuv xml:lang="jpn"><seg>扉</seg></tuv><tuv xml:lang="eng"><seg>door</seg></tuv></tu>'),
            ("扉", "door", "ja", "en"),
            id="three letters",
        ),
        pytest.param(
            document('<tu><tuv xml:lang="ja_JP"><seg>扉</seg></tuv><tuv xml:lang="en_us"><seg>door</seg></tuv></tu>'),
            ("扉", "door", "ja", "en"),
            id="underscore",
        ),
        pytest.param(document(unit(en="door", jp="扉")), ("扉", "door", "ja", "en"), id="jp, and English first"),
        pytest.param(
            document(unit(de="Tür", en_GB="door (GB)", en="door", ja="扉")),
            ("扉", "door", "ja", "en"),
            id="several languages, the one without a region",
        ),
        pytest.param(document(unit(ja="扉", de="Tür")), ("扉", "Tür", "ja", "de"), id="no English"),
        pytest.param(
            document(unit(de="Tür", fr="porte"), header='srclang="fr-FR"'),
            ("porte", "Tür", "fr", "de"),
            id="no Japanese: the header's source language",
        ),
        pytest.param(
            document(unit(fr="porte", de="Tür").replace("<tu>", '<tu srclang="de">')),
            ("Tür", "porte", "de", "fr"),
            id="no Japanese: the unit's source language",
        ),
        pytest.param(
            document(unit(en_us="color", en_gb="colour"), header='srclang="en-GB"'),
            ("colour", "color", "en-GB", "en-US"),
            id="only the regions tell the languages apart",
        ),
        pytest.param(
            document('<tu><tuv xml:lang="ja"><seg xml:space="preserve">　前と後 </seg></tuv>'
                     '<tuv xml:lang="en"><seg> both ends\t</seg></tuv></tu>'),
            ("　前と後 ", " both ends\t", "ja", "en"),
            id="blanks are text",
        ),
        pytest.param(
            document(unit(ja="一行&#13;&#10;二行", en="&lt;b&gt; &amp;amp;")),
            ("一行\r\n二行", "<b> &amp;", "ja", "en"),
            id="references",
        ),
        pytest.param(
            document(unit(ja="<!-- 注 -->扉<?x y?>だ", en="<![CDATA[<door>]]>")),
            ("扉だ", "<door>", "ja", "en"),
            id="comments, instructions, CDATA",
        ),
        pytest.param(
            document(unit(ja="扉", en="door")).replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
            ("扉", "door", "ja", "en"),
            id="namespace",
        ),
    ],
)  # fmt: skip
def test_texts_and_languages(tmp_path: Path, text: str, expected: tuple[str, str, str, str]) -> None:
    units, _ = read(tmp_path, text)
    assert [(one.source, one.target, one.source_language, one.target_language) for one in units] == [expected]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        pytest.param("utf-8-sig", "UTF-8", id="byte order mark"),
        pytest.param("utf-16", "UTF-16", id="UTF-16"),
        pytest.param("utf-16-be", "UTF-16BE", id="UTF-16 without a mark"),
        pytest.param("shift_jis", "Shift_JIS", id="Shift_JIS"),
        pytest.param("euc_jp", "EUC-JP", id="EUC-JP"),
    ],
)
@pytest.mark.parametrize("repair", [False, True])
def test_encodings(tmp_path: Path, encoding: str, declared: str, repair: bool) -> None:
    text = document(unit(ja="貼り付け、表示", en="paste")).replace("UTF-8", declared).replace("\n", "\r\n")
    units, _ = read(tmp_path, text.encode(encoding), ReadOptions(repair=repair))
    assert [one.source for one in units] == ["貼り付け、表示"]


def test_an_encoding_that_is_named_stands_above_the_declared_one(tmp_path: Path) -> None:
    text = document(unit(ja="貼り付け", en="paste")).encode("cp932")
    units, report = read(tmp_path, text, ReadOptions(encoding="cp932"))
    assert ([one.source for one in units], report.encoding) == (["貼り付け"], "cp932")
    with pytest.raises(InputError, match="not euc_jp"):
        read(tmp_path, text, ReadOptions(encoding="euc_jp"))


def test_each_language_code_is_mentioned_once(tmp_path: Path) -> None:
    text = document(unit(JA_JP="扉", en="door"), unit(JA_JP="窓", en="window"))
    assert remarks(read(tmp_path, text)[1]) == ["language JA-JP read as ja"]


def test_units_without_two_texts_are_counted_and_named(tmp_path: Path) -> None:
    text = document(
        unit(ja="独り"),
        unit(ja="扉", en="door"),
        '<tu><tuv xml:lang="ja"><seg>空</seg></tuv><tuv xml:lang="en"><seg> </seg></tuv></tu>',
        '<tu><tuv xml:lang="ja"><seg/></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>',
        "<tu/>",
    )
    units, report = read(tmp_path, text)
    assert [one.source for one in units] == ["扉"]
    assert (report.seen, report.read, report.skipped) == (5, 1, 4)
    assert remarks(report) == [
        "units without a target: 1 (line 4)",
        "units with an empty target: 1 (line 6)",
        "units with an empty source: 1 (line 7)",
        "units without a text: 1 (line 8)",
    ]


def test_languages_that_are_asked_for_must_be_there(tmp_path: Path) -> None:
    text = document(unit(ja="扉", en="door", de="Tür"), unit(ja="窓", en="window"))
    units, report = read(tmp_path, text, ReadOptions(source_language="en", target_language="de"))
    assert [(one.source, one.target, one.source_language) for one in units] == [("door", "Tür", "en")]
    assert "units without de: 1 (line 5)" in remarks(report)


def test_a_language_without_a_region_stands_in_for_one_with(tmp_path: Path) -> None:
    text = document(unit(ja="色", en_GB="colour", en="color"))
    units, _ = read(tmp_path, text, ReadOptions(target_language="en-AU"))
    assert [(one.target, one.target_language) for one in units] == [("color", "en-AU")]


def test_authors_dates_notes_and_props_are_kept_at_their_level(tmp_path: Path) -> None:
    text = document(
        '<tu tuid="t1" creationdate="20240401T093000Z" creationid="sato" changedate="20240401T000000Z" usagecount="4"'
        ' lastusagedate="2024-05-01T10:00:00+09:00">'
        '<note>一</note><note>二</note><prop type="file">a.txt</prop><prop type="prev">前</prop>'
        '<prop type="client">甲</prop>'
        '<tuv xml:lang="ja"><prop type="x-p">s</prop><seg>扉</seg></tuv>'
        '<tuv xml:lang="en" changedate="20240601T120000Z" changeid="suzuki"><note>良</note><prop type="x-p">t</prop>'
        "<seg>door</seg></tuv></tu>"
    )
    units, report = read(tmp_path, text)
    assert units == [
        Unit(
            source="扉",
            target="door",
            external_id="t1",
            created_at="2024-04-01T09:30:00Z",
            created_by="sato",
            changed_at="2024-06-01T12:00:00Z",
            changed_by="suzuki",
            used_at="2024-05-01T01:00:00Z",
            usage_count=4,
            note="一\n二",
            document="a.txt",
            previous="前",
            properties=(
                Property("unit", "client", "甲"),
                Property("source", "x-p", "s"),
                Property("target", "x-tuv-note", "良"),
                Property("target", "x-p", "t"),
            ),
        )
    ]
    assert report.remarks == ()


def test_what_a_unit_has_no_place_for_is_said(tmp_path: Path) -> None:
    text = document(
        '<tu datatype="html" creationdate="gestern" usagecount="-1"><ude/>'
        '<tuv xml:lang="ja"><seg>扉</seg></tuv><tuv><seg>?</seg></tuv><tuv xml:lang="en"><seg>door</seg></tuv>'
        '<tuv xml:lang="fr"><seg>porte</seg></tuv></tu>'
    )
    units, report = read(tmp_path, text)
    assert [one.target for one in units] == ["door"]
    assert remarks(report) == [
        "element <ude> is not kept",
        "version without a language is not read: 1 (line 4)",
        "further version in fr is not read",
        "attribute datatype is not kept",
        "creationdate is not a date: 1 (line 4)",
        "usagecount is not a number: 1 (line 4)",
    ]


MARKUP = '名前<ph x="1">{name}</ph>様、<bpt i="1" type="bold">&lt;b&gt;</bpt><hi>必ず</hi><ept i="1">&lt;/b&gt;</ept>。'


def test_inline_markup_is_no_text_and_survives(tmp_path: Path) -> None:
    units, _ = read(tmp_path, document(unit(ja=MARKUP, en="Dear <sub>sub</sub><foo>Mr</foo> X")))
    assert (units[0].source, units[0].target) == ("名前様、必ず。", "Dear subMr X")
    text, losses = rewritten(tmp_path, units)
    assert f"<seg>{MARKUP}</seg>" in text
    assert "foo" not in text
    assert losses == ()
    assert read(tmp_path, text)[0] == units


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param("名前さん、必ず。", MARKUP, id="the text was edited"),
        pytest.param("扉", "扉</seg><seg>", id="no whole element"),
        pytest.param("扉", "<ph>&x;</ph>扉", id="entity"),
        pytest.param("扉", "<!DOCTYPE a>扉", id="document type"),
        pytest.param("扉", "扉", id="no markup"),
    ],
)
def test_markup_that_does_not_fit_the_text_is_dropped_and_said(tmp_path: Path, text: str, markup: str) -> None:
    unit_ = Unit(source=text, target="x", properties=(Property("source", "x-inline", markup),))
    written, losses = rewritten(tmp_path, [unit_])
    assert f"<seg>{text}</seg>" in written
    assert losses == (Loss("inline markup", 1),)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        pytest.param(document(unit(ja="扉", en="door"))[:-40], ":4", "not well-formed", id="cut off"),
        pytest.param(document(unit(ja="扉&#11;", en="door")), ":4", "does not allow", id="reference to U+000B"),
        pytest.param(document(unit(ja="扉\x0b", en="door")), ":4", "does not allow", id="U+000B"),
        pytest.param(document(unit(ja="&#xD83D;&#xDE00;", en="x")), ":4", "does not allow", id="surrogates"),
        pytest.param(document(unit(ja="扉", en="door")).encode("cp932"), "", "claim", id="not the declared encoding"),
        pytest.param(document("<tu a='1' a='2'/>"), ":4", "redefined", id="attribute twice"),
        pytest.param(b"", "", "", id="empty"),
        pytest.param("原文,訳文\n", ":1", "", id="a table"),
        pytest.param("<html><body/></html>", "", "not TMX", id="another root"),
        pytest.param("<html><tmx/></html>", "", "first element is <html>", id="TMX inside another root"),
        pytest.param(document(unit(ja="&unknown;", en="x")), "", "", id="unknown entity"),
        pytest.param(
            document(unit(ja="&unknown;", en="x")).replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx'),
            ":4", "entity", id="unknown entity, perhaps in the DTD",
        ),
        pytest.param(document().replace("UTF-8", "klingon"), ":1", "klingon", id="unknown encoding"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, text: str | bytes, place: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert f"memory.tmx{place}" in caught.value.message
    assert reason in caught.value.message


@pytest.mark.parametrize(
    ("source", "expected", "said"),
    [
        pytest.param("一行&#11;二行", "一行\n二行", "U+000B repaired: now a line break: 1 (line 4)", id="reference"),
        pytest.param("一行\x0b二行", "一行\n二行", "U+000B repaired: now a line break: 1 (line 4)", id="character"),
        pytest.param("扉&#x1F;&#xFFFE;", "扉", "U+001F repaired: dropped: 1 (line 4)", id="dropped"),
        pytest.param("&#xD83D;&#xDE00;", "😀", "two references joined into U+1F600: 1 (line 4)", id="hexadecimal pair"),
        pytest.param(
            "字&#65;&#55357;&#56832;&#55000;", "字A😀훘", "two references joined into U+1F600: 1 (line 4)", id="decimal"
        ),
        pytest.param("扉&#xD83D;", "扉", "U+D83D repaired: dropped: 1 (line 4)", id="half a pair"),
        pytest.param("扉&#99999999;", "扉", "a reference beyond Unicode repaired: dropped: 1 (line 4)", id="beyond"),
    ],
)  # fmt: skip
def test_repair_says_what_it_did(tmp_path: Path, source: str, expected: str, said: str) -> None:
    units, report = read(tmp_path, document(unit(ja=source, en="x")), ReadOptions(repair=True))
    assert [one.source for one in units] == [expected]
    assert said in remarks(report)


@pytest.mark.parametrize("offset", range(-20, 12))
def test_repair_does_not_depend_on_where_a_piece_ends(tmp_path: Path, offset: int) -> None:
    start = document("<!--", "-->", unit(ja="&#xD83D;&#xDE00;", en="x"))
    padding = (1 << 16) - start.index("&#xD83D;") + offset
    units, _ = read(tmp_path, start.replace("<!--", "<!--" + "-" * 0 + "x" * padding), ReadOptions(repair=True))
    assert [one.source for one in units] == ["😀"]


def test_writing_names_what_it_could_not_carry(tmp_path: Path) -> None:
    units = [
        Unit(source="扉\x0b\ufffe", target="door\ud800", external_id="a b"),
        Unit(source="窓", target="window", external_id="a_b", changed_at="2024-04-01T09:30:00.5+09:00"),
        Unit(source="机", target="desk", created_at="昨日"),
        Unit(source="", target="nothing"),
        Unit(source="colour", target="color", source_language="en", target_language="en"),
    ]
    text, losses = rewritten(tmp_path, units)
    assert losses == (
        Loss("characters that XML does not allow", 3),
        Loss("ids used twice", 1, "the id with a number"),
        Loss("time zones and fractions of a second", 1, "seconds in UTC"),
        Loss("times that are none", 1),
        Loss("units with an empty side", 1),
        Loss("units with both sides in one language", 1),
        Loss("white space and illegal characters in ids", 1, "underscores"),
    )
    again, _ = read(tmp_path, text)
    assert [(one.source, one.target, one.external_id, one.changed_at) for one in again] == [
        ("扉", "door", "a_b", ""),
        ("窓", "window", "a_b-2", "2024-04-01T00:30:00Z"),
        ("机", "desk", "", ""),
    ]


def test_omegat_gets_what_it_will_look_for(tmp_path: Path) -> None:
    spaced = Unit(source="\u3000一行\r\n二行\u00a0", target=" two\rlines ")
    marked = replace(UNITS[0], note="")
    text, losses = rewritten(tmp_path, [spaced, marked], "omegat")
    assert "<seg>一行\n二行</seg>" in text
    assert "<seg>two\nlines</seg>" in text
    assert "<ph" not in text
    assert losses == (
        Loss("carriage returns", 2, "line feeds"),
        Loss("inline markup", 1, "plain text"),
        Loss("white space at the ends of texts", 2),
    )


def test_units_start_on_lines_of_their_own(tmp_path: Path) -> None:
    """A reader by lines finds them, and no attribute stands in the file that OmegaT's schema refuses."""
    text, _ = rewritten(tmp_path, list(UNITS))
    lines = [line.strip().partition(" ")[0].rstrip(">") for line in text.split("\n")]
    assert lines.count("<tu") == len(UNITS)
    assert {"<header", "<body", "</body", "</tu"} <= set(lines)
    assert "xml:space" not in text
    assert 'srclang="ja"' in text


def test_old_tuids_never_meet_new_numbers(tmp_path: Path) -> None:
    units = [Unit(source="扉", target=str(n), external_id=id_) for n, id_ in enumerate(["a", "a-2", "a", "a", "a-2"])]
    again, _ = read(tmp_path, rewritten(tmp_path, units)[0])
    assert len({one.external_id for one in again}) == len(units)


def test_no_unit_is_bound_to_a_place_of_omegat(tmp_path: Path) -> None:
    # With OmegaT's own props it would fill this segment only in this file between these neighbours.
    path = tmp_path / "a.tmx"
    unit_in_place = Unit("扉", "door", document="a.txt", previous="前", following="後")
    format_for(path).write(path, [unit_in_place])
    text = path.read_text(encoding="utf-8")
    assert not any(f'type="{name}"' in text for name in ("file", "id", "prev", "next", "path"))
    (back,) = read(tmp_path, text)[0]
    assert (back.document, back.previous, back.following) == ("a.txt", "前", "後")
