"""Long lists of ids: in their order, with their beginning first, and by what the texts hold."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.errors import DatabaseError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.entry_conditions import Holds, Not
from rnk_gloss.model.segment_conditions import NotSegment, SegmentCondition, SegmentHolds
from rnk_gloss.model.selection import EntryOrder, EntrySelection, SegmentOrder, SegmentSelection
from rnk_gloss.service.segment_shapes import merge_segments
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store import entries, id_lists, segment_conditions, segment_progress, segments
from rnk_gloss.store.clauses import Clause
from rnk_gloss.store.connection import open_database
from rnk_gloss.store.door import write
from rnk_gloss.store.substrings import upkeep
from tests.store.plain_segments import put_segments, steps_of

FEW = 4
ENTRIES = st.lists(
    st.tuples(st.sampled_from(["樽", "樽と蔵", "蔵", "湿度"]), st.sampled_from(list(Status)), st.integers(40, 60)),
    max_size=12,
)
STATUSES = st.sampled_from([(), (Status.CANDIDATE,), (Status.REJECTED,), (Status.CANDIDATE, Status.APPROVED)])
TEXTS = st.text(st.sampled_from("aAＡb条約ガｶﾞ%_ "), min_size=1, max_size=5)


def put_entries(connection: sqlite3.Connection, rows: Iterable[tuple[str, Status, float]]) -> None:
    columns = ("source", "fold", "status", "score", "source_language", "target_language",
               "created_at", "created_by", "changed_at", "changed_by")  # fmt: skip
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="") as writer:
        values = [(text, text, status.value, score, "ja", "en", *[""] * 4) for text, status, score in rows]
        writer.insert_many("entry", columns, values)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, STATUSES, st.sampled_from([(), (Holds(("樽",)),), (Not(Holds(("樽",))),)]))
def test_entries_are_listed_approved_first_and_the_best_first_and_so_is_their_beginning(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, Status, int]],
    statuses: tuple[Status, ...],
    conditions: tuple[Holds | Not, ...],
) -> None:
    connection = open_database(tmp_path_factory.mktemp("entries") / "g.db")
    put_entries(connection, rows)
    by_rank = sorted(enumerate(rows, start=1), key=lambda one: (one[1][1] is not Status.APPROVED, -one[1][2], one[0]))
    wanted = [
        key
        for key, (text, status, score) in by_rank
        if (not statuses or status in statuses) and (score >= 50 or status is Status.APPROVED)
        if not conditions or ("樽" in text) is isinstance(conditions[0], Holds)
    ]
    selection = EntrySelection(statuses, 50, conditions=conditions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "LOOKED_AT_FIRST", FEW)
        beginning = entries.first_entry_ids(connection, selection)
    assert list(entries.entry_ids(connection, selection)) == wanted
    assert list(beginning.keys) == [key for key in wanted if key in {key for key, _ in by_rank[:FEW]}]
    assert beginning.is_whole == (len(rows) < FEW)
    connection.close()


def test_where_the_order_must_be_worked_out_there_is_no_beginning(connection: sqlite3.Connection) -> None:
    put_entries(connection, [("樽", Status.CANDIDATE, 60)])
    beginning = entries.first_entry_ids(connection, EntrySelection(order=EntryOrder.READING))
    assert not beginning.keys
    assert not beginning.is_whole


@pytest.mark.parametrize("statuses", [(), (Status.CANDIDATE,), (Status.CANDIDATE, Status.APPROVED)])
def test_the_list_of_entries_is_read_without_sorting(
    connection: sqlite3.Connection, statuses: tuple[Status, ...]
) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    entries.entry_ids(connection, EntrySelection(statuses, 50))
    connection.set_trace_callback(None)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert any("COVERING INDEX entry_review" in step for step in plan)
    assert not any("TEMP B-TREE" in step for step in plan)


def test_ids_are_read_whole_and_in_order_however_long_the_list(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(id_lists, "_CHARACTERS_AT_ONCE", 3)
    numbers = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 1200) SELECT id FROM n"
    query = Clause(f"{numbers} WHERE id > ? ORDER BY id % 7, id DESC", (5,))
    wanted = sorted(range(6, 1201), key=lambda key: (key % 7, -key))
    assert list(id_lists.read_ids(connection, query)) == wanted
    assert list(id_lists.read_ids(connection, query, limit=5)) == wanted[:5]
    assert not id_lists.read_ids(connection, Clause("SELECT id FROM entry"))


@pytest.mark.parametrize("order", SegmentOrder)
@pytest.mark.parametrize(
    "condition", [SegmentHolds(("樽",)), NotSegment(SegmentHolds(("樽",)))], ids=["含む", "含まない"]
)
def test_the_beginning_of_a_list_of_segments_is_what_the_list_begins_with(
    connection: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    order: SegmentOrder,
    condition: SegmentHolds | NotSegment,
) -> None:
    put_segments(connection, [(f"樽{number}" if number % 2 else f"蔵{number}", "") for number in range(20)])
    monkeypatch.setattr(segments, "LOOKED_AT_FIRST", 10)
    selection = SegmentSelection(order=order, conditions=(condition,))
    whole, beginning = segments.segment_ids(connection, selection), segments.first_segment_ids(connection, selection)
    assert len(whole) == 10
    assert 3 <= len(beginning.keys) < len(whole)
    assert beginning.keys == whole[: len(beginning.keys)]
    assert not beginning.is_whole


def test_a_short_list_is_known_at_once(connection: sqlite3.Connection) -> None:
    put_segments(connection, [("樽", "cask"), ("蔵", "cellar")])
    beginning = segments.first_segment_ids(connection, SegmentSelection(text="cask"))
    assert list(beginning.keys) == [1]
    assert beginning.is_whole


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3),
    st.tuples(TEXTS, st.none() | TEXTS),
    st.integers(0, 6),
)
def test_the_index_of_parts_finds_the_segments_that_reading_all_finds(
    tmp_path_factory: pytest.TempPathFactory,
    known: list[tuple[str, str]],
    changed: list[tuple[str, str]],
    typed: tuple[str, str | None],
    few: int,
) -> None:
    wanted, unwanted = typed
    connection = open_database(tmp_path_factory.mktemp("segments") / "g.db")
    put_segments(connection, known)
    texts = tuple(dict.fromkeys([wanted, unicodedata.normalize("NFKC", wanted)]))
    conditions: list[SegmentCondition] = [SegmentHolds(texts)]
    if unwanted is not None:
        conditions.append(NotSegment(SegmentHolds((unwanted,))))
    selection = SegmentSelection(conditions=tuple(conditions), order=SegmentOrder.SCORE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upkeep, "MOST_WAITING", 0)
        patch.setattr(segment_conditions, "_FEW", few)
        upkeep.take_in(connection)
        for key, (source, target) in enumerate(changed, start=1):
            connection.execute("UPDATE unit SET source = ?, target = ? WHERE id = ?", (source, target, key))
        by_index = list(segments.segment_ids(connection, selection))
        connection.execute("DELETE FROM substring_block")
        assert by_index == list(segments.segment_ids(connection, selection))
    rows = connection.execute("SELECT id, source, target FROM unit ORDER BY score, number, id").fetchall()
    assert by_index == [
        row["id"]
        for row in rows
        if any(_holds(row, text) for text in texts) and not (unwanted is not None and _holds(row, unwanted))
    ]
    connection.close()


def _holds(row: sqlite3.Row, text: str) -> bool:
    return any(_small(text) in _small(row[side]) for side in ("source", "target"))


def _small(text: str) -> str:
    """Only ASCII has capitals here."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def test_few_segments_are_found_without_reading_the_others(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "MOST_WAITING", 0)
    put_segments(connection, [("樽を開けた。", "x")] + [("蔵は涼しい。", "x")] * 3000)
    selection = SegmentSelection(conditions=(SegmentHolds(("樽を",)),), order=SegmentOrder.SCORE)
    steps = _steps(connection, selection)
    upkeep.take_in(connection)
    assert _steps(connection, selection) < steps / 10
    assert list(segments.segment_ids(connection, selection)) == [1]


def _steps(connection: sqlite3.Connection, selection: SegmentSelection) -> int:
    return steps_of(connection, lambda: segments.segment_ids(connection, selection))


def test_merging_and_the_usual_length_read_no_more_of_a_long_document(tmp_path: Path) -> None:
    steps = []
    for count in (2_000, 12_000):
        workspace = Workspace(tmp_path / f"{count}.db")
        put_segments(workspace.connection, [("樽の数が増えた。", "More casks.")] * count)
        workspace.keep_index()
        length = steps_of(workspace.connection, partial(segment_progress.usual_length, workspace.connection, 1))
        steps.append((steps_of(workspace.connection, partial(merge_segments, workspace, [7])), length))
        workspace.close()
    for short, long in zip(*steps, strict=True):
        assert long < 1.5 * short


def test_what_is_not_wanted_any_more_is_not_read_to_its_end(path: Path) -> None:
    workspace = Workspace(path)
    put_entries(workspace.connection, [("樽", Status.CANDIDATE, 60)] * 30_000)
    with pytest.raises(DatabaseError, match="interrupted"), workspace.reading_while(lambda: False):
        entries.entry_ids(workspace.connection, EntrySelection())
    assert len(entries.entry_ids(workspace.connection, EntrySelection())) == 30_000
    assert not workspace.connection.in_transaction
    workspace.close()
