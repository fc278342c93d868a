from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.errors import InputError
from rnk_gloss.interchange import jsonl
from rnk_gloss.interchange.json_units import alignment_in, alignment_json, unit_json
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import Item, ReadReport
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness, ArchivedSentence
from rnk_gloss.model.entry import Entry, LikenessKind
from rnk_gloss.model.segment import Alignment, Unit
from rnk_gloss.model.span import Span

JSON_LINES = format_for(Path("a.jsonl"))
HEAD = '{"format": "rnk-gloss", "version": 1}'
UNIT = '{"type": "unit", "source": "扉", "target": "door", "source_language": "ja", "target_language": "en"}'


def with_count(value: object) -> str:
    return UNIT.replace("}", f', "usage_count": {value}}}')


def read(path: Path, *lines: str | bytes, options: ReadOptions | None = None) -> tuple[list[Item], ReadReport]:
    path = path / "all.jsonl"
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    reading = JSON_LINES.read(path, options or ReadOptions())
    return list(reading), reading.report


def test_the_first_line_names_the_format(tmp_path: Path) -> None:
    JSON_LINES.write(tmp_path / "all.jsonl", [Unit("扉", "door")], WriteOptions())
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[0]) == {"format": "rnk-gloss", "version": 1}
    assert json.loads(lines[1])["source"] == "扉"
    assert lines[2:] == [""]


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        pytest.param(["{}"], ":1: ", "not JSON lines", id="another JSON"),
        pytest.param([""], ":1: ", "not JSON lines", id="empty"),
        pytest.param(['{"source": "扉", "target": "door"}'], ":1: ", "not JSON lines", id="pairs of another tool"),
        pytest.param(['{"format": "rnk-gloss", "version": 2}'], "", "newer version", id="newer"),
        pytest.param([HEAD, UNIT, "{"], ":3: ", "not JSON", id="cut off"),
        pytest.param([HEAD, "[1]"], ":2: ", "not an object", id="a list"),
        pytest.param([HEAD, "[" * 100_000], ":2: ", "", id="deep nesting"),
        pytest.param([HEAD, UNIT.replace('"扉"', "7")], ":2: ", "source of the line", id="number for text"),
        pytest.param([HEAD, UNIT.replace('"扉"', '"\\ud800"')], ":2: ", "lone surrogate", id="lone surrogate"),
        pytest.param([HEAD, UNIT.replace("}", ', "status": "maybe"}')], ":2: ", "'approved'", id="unknown status"),
        pytest.param([HEAD, with_count("true")], ":2: ", "usage_count", id="truth for number"),
        pytest.param([HEAD, with_count(10**30)], ":2: ", "usage_count", id="huge number"),
        pytest.param([HEAD, with_count("9" * 9999)], ":2: ", "JSON", id="endless number"),
        pytest.param([HEAD, UNIT.replace("}", ', "x": NaN}')], ":2: ", "NaN is no JSON", id="not a number"),
        pytest.param([HEAD, UNIT.replace('"ja"', '""')], ":2: ", "source_language is empty", id="no language"),
        pytest.param([HEAD, '{"type": "entry"}'], ":2: ", "source of the line", id="an entry without a term"),
        pytest.param([HEAD, b'{"type": "unit", "source": "\xff"}'], ":2: ", "not UTF-8", id="not UTF-8"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named(tmp_path: Path, lines: list[str | bytes], where: str, what: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, *lines)
    assert f"all.jsonl{where}" in caught.value.message
    assert what in caught.value.message
    assert len(caught.value.message) < 400


def test_a_line_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 200)
    with pytest.raises(InputError, match=r"all\.jsonl:2: the line is longer than 200 bytes"):
        read(tmp_path, HEAD, UNIT.replace("扉", "扉" * 100))


def test_what_is_not_known_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    items, report = read(
        tmp_path,
        b"\xef\xbb\xbf" + HEAD.encode(),
        UNIT.replace("}", ', "colour": "red"}'),
        '{"type": "omen", "text": "x"}',
        "",
        UNIT,
    )
    assert items == [Unit("扉", "door")] * 2
    assert [str(remark) for remark in report.remarks] == [
        "not known and not kept: colour of an item: 1 (line 2)",
        "items of a type that is not known: 1 (line 3)",
    ]
    assert (report.seen, report.skipped) == (3, 1)


def test_one_kind_can_be_asked_for(tmp_path: Path) -> None:
    entry = '{"type": "entry", "source": "扉", "source_language": "ja", "target_language": "en"}'
    items, _ = read(tmp_path, HEAD, entry, UNIT, options=ReadOptions(kind="units"))
    assert items == [Unit("扉", "door")]


def test_documents_and_likenesses_come_back(tmp_path: Path) -> None:
    document = ArchivedDocument(
        "天気.txt", "ja", "text", "utf-8", "ab12", 24, "7", "2026-04-01T00:00:00Z", "天気", ("weather.txt", "en"),
        (ArchivedSentence(0, 0, "body", "雨が降る。", Span(0, 5)), ArchivedSentence(1, 2, "heading", "", Span(7, 7))),
    )  # fmt: skip
    entries = [Entry(id=41, source="雨"), Entry(id=7, source="雨天")]
    likeness = ArchivedLikeness(7, 41, LikenessKind.SHORT_FORM, "雨 in 雨天", 0.5, apart=True)
    path = tmp_path / "all.jsonl"
    written = JSON_LINES.write(path, [document, *entries, likeness, ArchivedLikeness(7, 8, LikenessKind.ALIAS, "", 1)])
    items = list(JSON_LINES.read(path))
    assert items[0] == document
    assert items[3:] == [ArchivedLikeness(2, 1, LikenessKind.SHORT_FORM, "雨 in 雨天", 0.5, apart=True)]
    assert [str(loss) for loss in written.losses] == ["likenesses of entries that are not written: 1 not written"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_NAMES = (
    "type", "source", "target", "source_language", "target_language", "status", "targets", "variants", "evidence",
    "occurrences", "properties", "alignment", "sentences", "translation", "score", "edited", "entry", "other", "path",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["unit", "entry", "document", "likeness", "?"]),
    st.dictionaries(st.sampled_from(_NAMES[1:]), _JSON, max_size=6),
)
def test_whatever_stands_in_a_line_it_is_read_or_refused(kind: str, values: dict[str, object]) -> None:
    languages = {"source": "扉", "source_language": "ja", "target_language": "en"}
    with TemporaryDirectory() as folder:
        line = json.dumps({**languages, **values, "type": kind}).replace("Infinity", "1e999")
        with suppress(InputError):
            read(Path(folder), HEAD, line)


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('"\\\n\x00\x7f\u2028扉'), max_size=8)
SPANS = st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 1 << 40))
ALIGNMENTS = st.builds(
    Alignment,
    number=st.none() | st.integers(0, 1 << 40),
    source_span=SPANS,
    target_span=SPANS,
    score=st.none() | st.floats(0, 100) | st.integers(0, 100),
    shape=TEXTS,
    flags=st.lists(st.text('ab"扉', min_size=1, max_size=3), max_size=2).map(tuple),
    found_source=st.none() | TEXTS,
    found_target=st.none() | TEXTS,
    shaped=st.booleans(),
)


@given(ALIGNMENTS)
def test_an_alignment_is_json_that_says_all_of_it(alignment: Alignment) -> None:
    assert alignment_in(alignment_json(alignment)) == alignment


@given(st.builds(Unit, TEXTS, TEXTS, note=TEXTS, usage_count=st.integers(0, 9), alignment=st.none() | ALIGNMENTS))
def test_a_unit_is_written_as_python_writes_json(unit: Unit) -> None:
    line = unit_json(unit)
    assert json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) == line
