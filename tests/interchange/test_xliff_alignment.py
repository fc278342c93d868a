"""What a unit knows as a bead of its document, in XLIFF."""

from __future__ import annotations

from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.model.segment import Alignment, Unit
from rnk_gloss.model.span import Span

XLIFF = format_for(Path("a.xlf"))


def test_the_alignment_changes_sides_with_the_texts(tmp_path: Path) -> None:
    aligned = Alignment(1, Span(0, 4), Span(9, 20), 80.0, "2-1", found_source="雨。")
    path = tmp_path / "a.xlf"
    XLIFF.write(path, [Unit("雨だ。", "It rains.", alignment=aligned)], WriteOptions())
    (unit,) = XLIFF.read(path, ReadOptions(source_language="en", target_language="ja"))
    assert isinstance(unit, Unit)
    assert (unit.source, unit.target) == ("It rains.", "雨だ。")
    assert unit.alignment == Alignment(1, Span(9, 20), Span(0, 4), 80.0, "1-2", found_target="雨。")


def test_an_alignment_that_is_none_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    XLIFF.write(path, [Unit("雨だ。", "It rains.", alignment=Alignment(1))], WriteOptions())
    path.write_text(path.read_text(encoding="utf-8").replace('{"number":1}', "[1]"), encoding="utf-8")
    reading = XLIFF.read(path, ReadOptions())
    (unit,) = reading
    assert isinstance(unit, Unit)
    assert unit.alignment is None
    assert [remark.text for remark in reading.report.remarks] == [
        "rnk-gloss alignment is not read: it is not what it should be"
    ]
