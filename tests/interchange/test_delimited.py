from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Loss, ReadReport
from rnk_gloss.model.entry import Entry, Status, Target, Usage
from rnk_gloss.model.segment import Unit
from tests.interchange.samples import ENTRIES, UNITS

NO_HEADINGS = "no known headings: the columns are taken for source, target and note"
SWAPPED = "source and target columns were swapped: the script of their texts says so"


def read(
    folder: Path, name: str, text: str | bytes, options: ReadOptions | None = None
) -> tuple[list[ImportedEntry], ReadReport]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = format_for(path).read(path, options or ReadOptions())
    return [item for item in reading if isinstance(item, ImportedEntry)], reading.report


def rows(entries: list[ImportedEntry]) -> list[tuple[str, ...]]:
    return [(entry.source, entry.targets[0].text, entry.note) for entry in entries]


def remarks(report: ReadReport) -> list[str]:
    return [str(remark) for remark in report.remarks]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("a.csv", "原文,訳文,備考\n雨,rain,天気\n", [("雨", "rain", "天気")], id="Japanese headings"),
        pytest.param("a.csv", "備考,訳語,原語\n天気,rain,雨\n", [("雨", "rain", "天気")], id="any order"),
        pytest.param("a.csv", "English,日本語\nrain,雨\n", [("雨", "rain", "")], id="languages as headings"),
        pytest.param("a.csv", "en-US,ja-JP\nrain,雨\n", [("雨", "rain", "")], id="language codes"),
        pytest.param("a.csv", "用語,読み,英語,備考\n雨,あめ,rain,天気\n", [("雨", "rain", "天気")],
                     id="a word for one side, a language for the other"),
        pytest.param("a.csv", "訳語,日本語\nrain,雨\n", [("雨", "rain", "")], id="the same for the source"),
        pytest.param("a.csv", "番号,用語（英語）,用語（日本語）\n1,rain,雨\n", [("雨", "rain", "")],
                     id="language in brackets"),
        pytest.param("a.csv", "No.,英訳,日本語表記\n1,rain,雨\n", [("雨", "rain", "")], id="language with an ending"),
        pytest.param("a.csv", "English term,Japanese term\nrain,雨\n", [("雨", "rain", "")], id="the same in English"),
        pytest.param(
            "a.csv", "Entry_ID;Japanese_Japan;English (United States);Entry_Note\n1;雨;rain;天気\n",
            [("雨", "rain", "天気")], id="memoQ",
        ),
        pytest.param("a.csv", "雨,rain,天気\n", [("雨", "rain", "天気")], id="no headings"),
        pytest.param("a.csv", "日本語,Japanese\n英語,English\n", [("日本語", "Japanese", ""), ("英語", "English", "")],
                     id="names of languages are terms, too"),
        pytest.param("a.csv", "rain,雨\nsnow,雪\n", [("雨", "rain", ""), ("雪", "snow", "")], id="swapped"),
        pytest.param("a.csv", "原文;訳文\n雨、にわか雨;rain, shower\n", [("雨、にわか雨", "rain, shower", "")],
                     id="semicolons"),
        pytest.param("a.csv", "原文\t訳文\n雨,雪\train, snow\n", [("雨,雪", "rain, snow", "")], id="tabs in a .csv"),
        pytest.param("a.tsv", "雨,雪\train, snow\n", [("雨,雪", "rain, snow", "")], id="commas in a .tsv"),
        pytest.param("a.csv", '原文,訳文\r\n"雨\r\n雪","a ""b"", c"\r\n', [("雨\r\n雪", 'a "b", c', "")],
                     id="quoted line break"),
        pytest.param("a.csv", "原文,訳文\r雨,rain\r", [("雨", "rain", "")], id="old Macintosh line ends"),
        pytest.param("a.csv", "原文,訳文\n雨\u2028雪\x0b,a\x85b\n", [("雨\u2028雪", "a\x85b", "")],
                     id="no other line ends"),
        pytest.param("a.csv", "原文,訳文\n\n雨,rain", [("雨", "rain", "")], id="blank line, no last line end"),
        pytest.param("a.csv", "原文,訳文\n　雨 , rain\n", [("雨", "rain", "")], id="blanks around terms"),
        pytest.param("a.csv", "原文,訳文\n'=雨,'+1\n'90年代,'90s\n", [("=雨", "+1", ""), ("'90年代", "'90s", "")],
                     id="formula guards"),
        pytest.param("a.tsv", "原文\t訳文\n雨\t'=x\n", [("雨", "'=x", "")], id="no formula guards in a plain table"),
        pytest.param("a.txt", '# 用語\n雨\t"rain"\t天気\n雪\t5" snow\n',
                     [("雨", '"rain"', "天気"), ("雪", '5" snow', "")],
                     id="OmegaT: comment, literal quotes"),
        pytest.param("a.txt", "雨\train\n雨\tshower\n雪\tsnow\n", [("雨", "rain", ""), ("雪", "snow", "")],
                     id="OmegaT: synonyms"),
        pytest.param("a.csv", "", [], id="empty file"),
        pytest.param("a.csv", "原文,訳文\n", [], id="headings only"),
    ],
)  # fmt: skip
def test_tables(tmp_path: Path, name: str, text: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(read(tmp_path, name, text)[0]) == expected


TABLE = "原文,訳文\n貼り付け、表示、高さ,paste\n設定を開く,open settings\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        pytest.param("utf-8", b"", "utf-8", id="UTF-8"),
        pytest.param("utf-8-sig", b"", "utf-8-sig", id="byte order mark"),
        pytest.param("utf-16", b"", "utf-16", id="UTF-16"),
        pytest.param("utf-16-be", b"\xfe\xff", "utf-16", id="UTF-16 big-endian"),
        pytest.param("utf-16-le", b"", "utf-16-le", id="UTF-16 without a mark"),
        pytest.param("cp932", b"", "cp932", id="CP932"),
        pytest.param("euc_jp", b"", "euc_jp", id="EUC-JP"),
        pytest.param("iso2022_jp", b"", "iso2022_jp", id="ISO-2022-JP"),
    ],
)
def test_encodings_are_found_out_and_said(tmp_path: Path, encoding: str, mark: bytes, said: str) -> None:
    entries, report = read(tmp_path, "a.csv", mark + TABLE.encode(encoding))
    assert [entry.source for entry in entries] == ["貼り付け、表示、高さ", "設定を開く"]
    assert report.encoding == said
    expected = [] if said.startswith("utf-8") else [f"read as {said}: the file is not UTF-8"]
    assert remarks(report) == expected


def test_of_two_encodings_that_fit_the_likelier_is_taken(tmp_path: Path) -> None:
    """In CP932 these bytes would be half-width katakana."""
    entries, report = read(tmp_path, "a.csv", "雨,rain\n傘,umbrella\n".encode("euc_jp"))
    assert ([entry.source for entry in entries], report.encoding) == (["雨", "傘"], "euc_jp")


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    entries, report = read(
        tmp_path, "a.csv", "café,喫茶店\n".encode("cp932", "ignore"), ReadOptions(encoding="shift_jis")
    )
    assert rows(entries) == [("喫茶店", "caf", "")]
    assert report.encoding == "cp932"
    magic = "# -*- coding: shift_jis -*-\n雨\train\n"
    assert rows(read(tmp_path, "a.txt", magic.encode("shift_jis"))[0]) == [("雨", "rain", "")]


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        pytest.param('原文,訳文\n"王,king\n城,castle\n', {}, "a.csv:2: a quote opened", id="quote never closed"),
        pytest.param('原文,訳文\n"a\nb","c\nd\n', {}, "a.csv:3: a quote opened", id="the second quote of a row"),
        pytest.param('原文,訳文\n王,"king" of\n城,"a\nb" c\n', {}, "a.csv:3: text follows", id="text after a quote"),
        pytest.param("原文,訳文\n王,k\0ing\n", {}, "a.csv:2: a NUL", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x81", {}, "encoding", id="no text"),
        pytest.param("原文,訳文\n王,king\n".encode("cp932"), {"encoding": "utf-8"}, "not utf-8", id="another encoding"),
        pytest.param("原文,訳文\n" + "長" * 1_100_000, {}, "a.csv:2: the line is longer", id="endless line"),
        pytest.param('原文,訳文\n"' + "長" * 140_000 + '",x', {}, "a.csv:2: a cell is longer", id="endless cell"),
    ],
)  # fmt: skip
def test_a_damaged_table_is_refused_with_its_place(
    tmp_path: Path, text: str | bytes, options: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, "a.csv", text, ReadOptions(encoding=options.get("encoding")))
    assert message in caught.value.message


def test_damage_far_down_has_the_right_line(tmp_path: Path) -> None:
    text = "原文,訳文\n" + '語,"two\nlines"\n' * 1000 + '語,"open\n'
    with pytest.raises(InputError, match=r"a\.csv:2002: a quote opened"):
        read(tmp_path, "a.csv", text)


def test_nul_can_be_repaired(tmp_path: Path) -> None:
    entries, report = read(tmp_path, "a.csv", "原文,訳文\n王,k\0ing\n", ReadOptions(repair=True))
    assert rows(entries) == [("王", "king", "")]
    assert remarks(report) == ["NUL characters dropped: 1 (line 2)"]


def test_rows_that_cannot_be_used_are_counted_and_named(tmp_path: Path) -> None:
    text = '原文,訳文,番号\n雨,rain,1\n"雪\n",,2\n,fog,3\n霧\n , ,\n風,wind,5\n'
    entries, report = read(tmp_path, "a.csv", text)
    assert [(entry.source, entry.line) for entry in entries] == [("雨", 2), ("風", 8)]
    assert remarks(report) == [
        "column 番号 is not read",
        "rows without a target: 2 (lines 3, 6)",
        "rows without a source: 1 (line 5)",
        "blank rows: 1 (line 7)",
    ]
    assert (report.seen, report.read, report.skipped) == (7, 2, 4)


def test_every_column_finds_its_field(tmp_path: Path) -> None:
    text = (
        "用語,読み,訳語,別訳,禁止訳,品詞,分野,状態,スコア,出現回数,備考,異表記\n"
        "王将,おうしょう,king,monarch|K\\|Q,kaiser,noun,将棋,承認済み,87.5,3,駒,玉将\n"
        "銀,,silver,,,,,？,many,-1,,\n"
    )
    entries, report = read(tmp_path, "a.csv", text)
    first = entries[0]
    assert [(target.text, target.usage) for target in first.targets] == [
        ("king", Usage.PREFERRED),
        ("monarch", Usage.ADMITTED),
        ("K|Q", Usage.ADMITTED),
        ("kaiser", Usage.FORBIDDEN),
    ]
    assert (first.reading, first.category, first.subject, first.note) == ("おうしょう", "noun", "将棋", "駒")
    assert (first.status, first.score, first.count, first.variants[0].text) == (Status.APPROVED, 87.5, 3, "玉将")
    assert (entries[1].status, entries[1].score, entries[1].count) == (None, 0.0, 0)
    assert remarks(report) == [
        "status ？ is not known: 1 (line 3)",
        "score is not a number from 0 to 100: 1 (line 3)",
        "count is not a number from 0 to 1000000000: 1 (line 3)",
    ]


def test_columns_can_be_named_by_hand(tmp_path: Path) -> None:
    options = ReadOptions(columns=("note", "", "target", "source"), header=True)
    entries, _ = read(tmp_path, "a.csv", "a,b,c,d\n天気,x,rain,雨\n", options)
    assert rows(entries) == [("雨", "rain", "天気")]


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(("ja=4", "en=3", "note=1"), id="by number"),
        pytest.param(("ja=D", "en=c", "備考=A"), id="by letter"),
        pytest.param(("note", "", "en", "ja"), id="languages in their places"),
        pytest.param((" target = 3", "source=4 ", "note=1"), id="roles by number, with blanks"),
    ],
)
def test_columns_can_be_named_by_number_or_language(tmp_path: Path, columns: tuple[str, ...]) -> None:
    options = ReadOptions(columns=columns, header=True)
    entries, _ = read(tmp_path, "a.csv", "a,b,c,d\n天気,x,rain,雨\n", options)
    assert rows(entries) == [("雨", "rain", "天気")]


def test_columns_named_by_language_say_the_languages(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, "a.csv", "Regen,雨\n", ReadOptions(columns=("de=1", "ja=2")))
    assert [(one.source, one.source_language, one.target_language) for one in entries] == [("雨", "ja", "de")]


@pytest.mark.parametrize(
    ("source", "target", "separator", "expected"),
    [
        pytest.param("雨", "rain; shower；rain", ";", [("雨",), ("rain", "shower")], id="wide, repeated"),
        pytest.param("雨、降雨", "rain, rainfall", ",", [("雨", "降雨"), ("rain", "rainfall")], id="Japanese comma"),
        pytest.param("雨", "rain (light; heavy); wet", ";", [("雨",), ("rain (light; heavy)", "wet")], id="brackets"),
        pytest.param("雨", "rain (light; heavy", ";", [("雨",), ("rain (light", "heavy")], id="open bracket"),
        pytest.param("雨", '"rain\nshower"', "\n", [("雨",), ("rain", "shower")], id="line break in the cell"),
        pytest.param("雨", "rain || shower", "||", [("雨",), ("rain", "shower")], id="long separator"),
        pytest.param("雨", ";;", ";", [("雨",), (";;",)], id="nothing but separators"),
    ],
)
def test_alternatives_in_a_cell_are_split_on_request(
    tmp_path: Path, source: str, target: str, separator: str, expected: list[tuple[str, ...]]
) -> None:
    text = f"原文\t訳文\n{source}\t{target}\n"
    (entry,), _ = read(tmp_path, "a.tsv", text, ReadOptions(alternatives=separator))
    found = (entry.source, *(variant.text for variant in entry.variants)), tuple(one.text for one in entry.targets)
    assert list(found) == expected
    assert [one.usage for one in entry.targets] == [Usage.PREFERRED, *[Usage.ADMITTED] * (len(entry.targets) - 1)]
    (whole,), _ = read(tmp_path, "a.tsv", text)
    assert (whole.variants, len(whole.targets)) == ((), 1)


def test_an_empty_separator_of_alternatives_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="separator of alternatives"):
        read(tmp_path, "a.csv", "雨,rain\n", ReadOptions(alternatives=""))


def test_columns_named_by_hand_are_not_swapped(tmp_path: Path) -> None:
    entries, report = read(tmp_path, "a.csv", "rain,雨\n", ReadOptions(columns=("source", "target")))
    assert rows(entries) == [("rain", "雨", "")]
    assert remarks(report) == []


@pytest.mark.parametrize(
    "columns",
    [
        ("source", "note"),
        ("source", "target", "colour"),
        ("source", "source", "target"),
        ("ja=1", "en=1"),
        ("ja=1", "en"),
        ("ja=0", "en=2"),
        ("ja", "note"),
    ],
)
def test_columns_named_by_hand_must_make_sense(tmp_path: Path, columns: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, "a.csv", "a,b,c\n", ReadOptions(columns=columns))


@pytest.mark.parametrize(
    ("text", "options", "swapped"),
    [
        pytest.param("source,target\nrain,雨\n", ReadOptions(), True, id="headings do not help"),
        pytest.param("rain,雨\nAI,ＡＩ\n", ReadOptions(), True, id="one row shows nothing"),
        pytest.param("雨,rain\nAI,人工知能\nIT,情報技術\n", ReadOptions(), False, id="two of three"),
        pytest.param("rain,雨\n", ReadOptions(source_language="en", target_language="ja"), False, id="English source"),
        pytest.param(
            "雨,rain\n", ReadOptions(source_language="en", target_language="ja"), True, id="the other way round"
        ),
        pytest.param("ﾃﾚﾋﾞ,電視機\n", ReadOptions(target_language="zh"), False, id="Chinese"),
    ],
)
def test_swapped_columns_are_seen_by_their_script(
    tmp_path: Path, text: str, options: ReadOptions, swapped: bool
) -> None:
    assert (SWAPPED in remarks(read(tmp_path, "a.csv", text, options)[1])) is swapped


def test_a_delimiter_may_be_named(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "a.csv", "雨|rain\n", ReadOptions(delimiter="|"))[0]) == [("雨", "rain", "")]
    with pytest.raises(UsageError):
        read(tmp_path, "a.csv", "雨|rain\n", ReadOptions(delimiter='"'))
    with pytest.raises(UsageError, match="encoding klingon"):
        read(tmp_path, "a.csv", "雨,rain\n", ReadOptions(encoding="klingon"))


def test_tab_separated_utf16_is_excels_and_its_quotes_count(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, "a.txt", '雨\t"a ""b"""\r\n'.encode("utf-16"))
    assert rows(entries) == [("雨", 'a "b"', "")]


def test_utx_names_its_languages_and_the_status_of_each_term(tmp_path: Path) -> None:
    text = (
        "#UTX 1.11; en-US/ja-JP; 2026-04-01T00:00:00Z; x\r\n#src\ttgt\tsrc:pos\tterm status\r\n"
        "rain\t雨\tnoun\tapproved\r\nrain\t降雨\tnoun\tnon-standard\r\nrain\tレイン\tnoun\tforbidden\r\n"
    )
    entries, _ = read(tmp_path, "a.utx", text, ReadOptions())
    assert [(entry.source, entry.source_language, entry.target_language) for entry in entries] == [("rain", "en", "ja")]
    assert entries[0].status is Status.APPROVED
    assert [target.usage for target in entries[0].targets] == [Usage.PREFERRED, Usage.ADMITTED, Usage.FORBIDDEN]


def test_units_are_read_from_a_table_with_their_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ja,en\n　雨が降る。, It rains. \n", encoding="utf-8")
    assert list(format_for(path).read(path, ReadOptions(kind="units"))) == [Unit("　雨が降る。", " It rains. ")]


@pytest.mark.parametrize(
    ("name", "text", "sentences"),
    [
        pytest.param("a.csv", "ja,en\n雨が降る。,It rains.\n雪だ！,It snows!\n雨,rain\n", True, id="two of three"),
        pytest.param("a.tsv", "雨が「降る。」\tIt “rains.”\n", True, id="behind quotation marks, without headings"),
        pytest.param("a.csv", "ja,en\n雨が降る。,It rains.\n雨,rain\n", False, id="half of them"),
        pytest.param("a.csv", "ja,en\n株式会社,Co. Ltd.\n有限会社,Ltd.\n", False, id="abbreviations on one side"),
        pytest.param("a.csv", "ja,en,reading\n雨が降る。,It rains.,あめがふる\n", False, id="with readings"),
        pytest.param("a.csv", "ja,en\n", False, id="nothing but headings"),
    ],
)
def test_a_table_of_sentences_is_one_of_segments(tmp_path: Path, name: str, text: str, sentences: bool) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    reading = format_for(tmp_path / name).read(tmp_path / name, ReadOptions())
    assert {isinstance(item, Unit) for item in reading} <= {sentences}
    said = "most rows are sentences: they are taken for segments (--what terms takes them for terms)"
    assert (said in remarks(reading.report)) is sentences


def test_sentences_are_terms_where_the_user_says_so(tmp_path: Path) -> None:
    (entry,), report = read(tmp_path, "a.csv", "ja,en\n雨が降る。,It rains.\n", ReadOptions(kind="entries"))
    assert (entry.source, remarks(report)) == ("雨が降る。", [])


COMMON_LOSSES = {
    Loss("created at", 1),
    Loss("documents", 1),
    Loss("evidence", 2),
    Loss("origin of a target", 1),
    Loss("reading origin", 1),
    Loss("score of a target", 1),
}


@pytest.mark.parametrize(
    ("name", "profile", "own"),
    [
        pytest.param("a.csv", "excel", {Loss("kind or count of a variant", 1)}, id="excel"),
        pytest.param(
            "a.csv", "memoq",
            {Loss("kind or count of a variant", 1), Loss("score", 1), Loss("count", 1)}, id="memoq",
        ),
        pytest.param(
            "a.txt", "multiterm",
            {Loss("kind or count of a variant", 1), Loss("score", 1), Loss("count", 1),
             Loss("tabs and line breaks", 1, "spaces")}, id="multiterm",
        ),
        pytest.param(
            "a.txt", "omegat",
            {Loss("variants", 2), Loss("score", 1), Loss("count", 1), Loss("category", 1), Loss("subject", 1),
             Loss("status", 2), Loss("reading", 1, "the comment"), Loss("forbidden targets", 1, "the comment"),
             Loss("tabs and line breaks", 3, "spaces"), Loss("# at the start of a line", 1, "after a space")},
            id="omegat",
        ),
        pytest.param(
            "a.utx", "utx",
            {Loss("variants", 2), Loss("score", 1), Loss("count", 1), Loss("tabs and line breaks", 4, "spaces"),
             Loss("# at the start of a line", 1, "after a space")}, id="utx",
        ),
    ],
)  # fmt: skip
def test_writing_names_what_it_could_not_carry(tmp_path: Path, name: str, profile: str, own: set[Loss]) -> None:
    report = format_for(Path(name)).write(tmp_path / name, ENTRIES, WriteOptions(profile=profile))
    # Our own tables have room for terms without a target; other tools would drop such rows.
    untranslated = set() if profile == "excel" else {Loss("entries without a target", 1)}
    assert report.written == 4 - len(untranslated)
    assert set(report.losses) == COMMON_LOSSES | own | untranslated


@pytest.mark.parametrize("profile", ["excel", "plain"])
def test_a_term_that_waits_for_its_target_comes_back(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "a.csv"
    format_for(path).write(path, ENTRIES, WriteOptions(profile=profile))
    waiting = [entry for entry in format_for(path).read(path) if isinstance(entry, ImportedEntry) and not entry.targets]
    assert [entry.source for entry in waiting] == ["訳のない語"]


def test_units_in_a_table_lose_what_is_no_text(tmp_path: Path) -> None:
    report = format_for(Path("a.csv")).write(tmp_path / "a.csv", UNITS)
    assert report.losses[:2] == (Loss("alignment", 1), Loss("changed at", 1))
    assert Loss("properties", 1) in report.losses
    assert Loss("status", 2) in report.losses


def test_usage_that_a_table_cannot_say_is_reported(tmp_path: Path) -> None:
    entries = [
        Entry(1, "雨", targets=(Target("rain"), Target("shower"))),
        Entry(2, "雪", targets=(Target("snow", Usage.PREFERRED), Target("snowfall", Usage.PREFERRED))),
    ]
    report = format_for(Path("a.csv")).write(tmp_path / "a.csv", entries)
    assert report.losses == (
        Loss("usage of a target", 1, "a further target"),
        Loss("usage of a target", 1, "the first is preferred"),
    )


def test_entries_and_units_do_not_mix(tmp_path: Path) -> None:
    mixed: list[Any] = [*ENTRIES, *UNITS]
    with pytest.raises(UsageError, match="not both"):
        format_for(Path("a.csv")).write(tmp_path / "a.csv", mixed)


def test_excel_finds_no_formula_and_sees_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    formulas = [Entry(n, f"{sign}語", targets=(Target(f"{sign}A1"),)) for n, sign in enumerate("=+-@＝＋－＠")]
    format_for(path).write(path, formulas)
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    cells = [cell for line in text.decode("utf-8-sig").split("\r\n")[1:] for cell in line.split(",")[:3:2] if cell]
    assert len(cells) == 16
    assert all(cell.startswith("'") for cell in cells)


def test_characters_that_no_file_holds_are_dropped_and_said(tmp_path: Path) -> None:
    report = format_for(Path("a.csv")).write(tmp_path / "a.csv", [Unit("雨\0\ud83d", "rain")])
    assert report.losses == (Loss("characters that no text file can hold", 2),)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").endswith("雨,rain\n")


@pytest.mark.parametrize(
    ("name", "profile"), [("a.csv", "plain"), ("a.csv", "excel"), ("a.tsv", "plain"), ("a.xlsx", "plain")]
)
def test_control_characters_stay_out_of_tables(tmp_path: Path, name: str, profile: str) -> None:
    path = tmp_path / name
    report = format_for(path).write(path, [Unit("雨\x0b雪", "rain")], WriteOptions(profile=profile))
    assert report.losses == (Loss("control characters", 1),)
    assert [getattr(item, "source", "") for item in format_for(path).read(path, ReadOptions())] == ["雨雪"]


def test_another_language_pair_is_reported(tmp_path: Path) -> None:
    unit = Unit("雨", "Regen", target_language="de")
    report = format_for(Path("a.csv")).write(tmp_path / "a.csv", [unit])
    assert report.losses == (Loss("languages", 1, "the table is ja–en"),)
    assert format_for(Path("a.csv")).write(tmp_path / "a.csv", [unit], WriteOptions(target_language="de")).losses == ()
