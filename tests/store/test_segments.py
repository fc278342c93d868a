"""Aligned segments: a new alignment keeps what people decided."""

from __future__ import annotations

import sqlite3

import pytest

from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Bead, Flag
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection, UnitSelection
from rnk_gloss.model.span import Span
from rnk_gloss.store.documents import put_document
from rnk_gloss.store.door import write
from rnk_gloss.store.segments import put_segments, segment_ids, segments
from rnk_gloss.store.unit_changes import edit_unit, set_unit_status
from rnk_gloss.store.units import selected_units


def bead(number: int, source: str, target: str, score: float = 95, flags: tuple[Flag, ...] = ()) -> Bead:
    return Bead(
        source,
        target,
        (number,) if source else (),
        (number,) if target else (),
        score,
        flags,
        source_span=Span(number * 10, number * 10 + 5) if source else None,
        target_span=Span(number * 20, number * 20 + 9) if target else None,
    )


def align(connection: sqlite3.Connection, *beads: Bead) -> None:
    with write(connection, "align", at="2026-01-01T00:00:00Z", author="機械") as writer:
        read = Document("条約.txt", "ja", "text", "UTF-8", "0", "", ())
        key, _ = put_document(writer, read, [], subject="", extractor="test")
        put_segments(writer, key, beads, languages=("ja", "en"), key_of=lambda text, _language: text)


def shown(connection: sqlite3.Connection, **wanted: object) -> list[tuple[str, str, Status]]:
    keys = segment_ids(connection, SegmentSelection(**wanted))  # type: ignore[arg-type]
    return [(one.source, one.target, one.status) for one in segments(connection, keys)]


FIRST = (
    bead(0, "条約に署名した。", "They signed the treaty."),
    bead(1, "批准は来月だ。", "Ratification is next month.", 60, (Flag.NUMBER,)),
    bead(2, "以上である。", ""),
)


def test_segments_stand_in_the_order_of_the_document(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    assert [one[0] for one in shown(connection)] == ["条約に署名した。", "批准は来月だ。", "以上である。"]
    assert [one[0] for one in shown(connection, flagged=True)] == ["批准は来月だ。"]
    assert shown(connection, order=SegmentOrder.SCORE)[0][0] == "批准は来月だ。"
    assert [one[0] for one in shown(connection, text="treaty")] == ["条約に署名した。"]
    found = segments(connection, segment_ids(connection, SegmentSelection()))
    assert [(one.number, one.shape, one.source_span) for one in found] == [
        (0, "1-1", Span(0, 5)),
        (1, "1-1", Span(10, 15)),
        (2, "1-0", Span(20, 25)),
    ]


def test_an_omission_is_no_unit_of_the_memory(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    assert [unit.source for unit in selected_units(connection, UnitSelection())] == [
        "条約に署名した。",
        "批准は来月だ。",
    ]


def test_neighbours_are_kept_as_context(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    units = list(selected_units(connection, UnitSelection()))
    assert [(unit.previous, unit.following) for unit in units] == [
        ("", "批准は来月だ。"),
        ("条約に署名した。", "以上である。"),
    ]


def test_aligning_the_same_again_changes_no_row(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    before = [tuple(row) for row in connection.execute("SELECT * FROM unit")]
    align(connection, *FIRST)
    assert [tuple(row) for row in connection.execute("SELECT * FROM unit")] == before


@pytest.mark.parametrize("status", [Status.APPROVED, Status.REJECTED])
def test_a_decided_segment_keeps_its_status_where_its_text_stands(
    connection: sqlite3.Connection, status: Status
) -> None:
    align(connection, *FIRST)
    with write(connection, "decide", at="", author="人") as writer:
        set_unit_status(writer, [1], status)
    align(
        connection,
        bead(0, "前文を加えた。", "A preamble was added."),
        bead(1, "条約に署名した。", "They signed the treaty."),
    )
    assert shown(connection) == [
        ("前文を加えた。", "A preamble was added.", Status.CANDIDATE),
        ("条約に署名した。", "They signed the treaty.", status),
    ]


def test_an_edited_segment_is_known_again_by_what_the_aligner_found(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    with write(connection, "edit", at="", author="人") as writer:
        edit_unit(writer, 1, source=None, target="The treaty was signed.", note=None, key_of=lambda text, _: text)
    align(connection, *FIRST)
    assert shown(connection)[0] == ("条約に署名した。", "The treaty was signed.", Status.CANDIDATE)


def test_an_approved_segment_whose_text_is_gone_stays_in_the_memory(connection: sqlite3.Connection) -> None:
    align(connection, *FIRST)
    with write(connection, "approve", at="", author="人") as writer:
        set_unit_status(writer, [1], Status.APPROVED)
    align(connection, bead(0, "まったく別の文。", "Something else."))
    assert [one[0] for one in shown(connection)] == ["まったく別の文。"]
    assert "条約に署名した。" in [unit.source for unit in selected_units(connection, UnitSelection((Status.APPROVED,)))]


def test_the_same_sentence_twice_keeps_two_segments(connection: sqlite3.Connection) -> None:
    twice = (bead(0, "同上。", "Ditto."), bead(1, "同上。", "Ditto."))
    align(connection, *twice)
    align(connection, *twice)
    assert len(shown(connection)) == 2
