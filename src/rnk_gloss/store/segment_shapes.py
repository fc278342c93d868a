"""Neighbouring segments of a document in another shape: merged, split, or with a sentence moved between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.segment import ShapedSegment
from rnk_gloss.store.door import Value, Writer
from rnk_gloss.store.segments import remove_segment, segment, spans

SURE_BY_A_PERSON = 100.0


def neighbour(connection: sqlite3.Connection, key: int, *, after: bool) -> int | None:
    """The id of the segment that stands after or before one in its document; None at the end of the document."""
    row = connection.execute("SELECT document, number FROM unit WHERE id = ?", (key,)).fetchone()
    beyond, direction = (">", "ASC") if after else ("<", "DESC")
    found = connection.execute(
        f"SELECT id FROM unit WHERE document = ? AND (number, id) {beyond} (?, ?)"
        f" ORDER BY number {direction}, id {direction} LIMIT 1",
        (row["document"], row["number"], key),
    ).fetchone()
    return None if found is None else int(found["id"])


def reshape(
    writer: Writer, keys: Sequence[int], shaped: Sequence[ShapedSegment], key_of: Callable[[str, str], str]
) -> list[int]:
    """The ids of the segments that stand now in the place of those of `keys`, which are neighbours, in their order.

    They are candidates again, without flags and as sure as can be: a person made them so. Notes stay with the first.
    Raises `UsageError` when the segments do not follow each other.
    """
    rows = [_row(writer, key) for key in keys]
    for first, second in pairwise(keys):
        if neighbour(writer.connection, first, after=True) != second:
            raise UsageError(
                Refusal.NOT_NEIGHBOURS.of(segment=first, other=second),
                hint="see their order with: rnk-gloss segments list",
            )
    notes = "\n".join(note for row in rows if (note := str(row["note"])))
    number = _number_of(rows[0])
    made = []
    _make_room(writer, rows, len(shaped))
    for place, new in enumerate(shaped):
        values: dict[str, Value] = {
            "source": new.source,
            "target": new.target,
            "match_key": key_of(new.source, str(rows[0]["source_language"])),
            "number": number + place,
            **spans(new.source_span, new.target_span),
            "score": SURE_BY_A_PERSON,
            "shape": new.shape,
            "flags": "",
            "status": Status.CANDIDATE.value,
            "shaped": 1,
            "found_source": None,
            "found_target": None,
            "note": "" if place else notes,
            "changed_at": writer.at,
            "changed_by": writer.author,
        }
        if place < len(rows):
            made.append(keys[place])
            writer.update("unit", keys[place], values)
        else:
            inherited = ("source_language", "target_language", "origin", "document", "document_name")
            created = {"created_at": writer.at, "created_by": writer.author}
            made.append(writer.insert("unit", {column: rows[0][column] for column in inherited} | created | values))
    for key in keys[len(shaped) :]:
        remove_segment(writer, key)
    _renew_context(writer, made)
    return made


def _make_room(writer: Writer, rows: Sequence[dict[str, Value]], count: int) -> None:
    """Moves the segments behind on, as far as there is no gap between their numbers."""
    wanted = _number_of(rows[0]) + count
    behind = writer.connection.execute(
        "SELECT id, number FROM unit WHERE document = ? AND number > ? ORDER BY number, id",
        (rows[0]["document"], rows[-1]["number"]),
    )
    # All that moves is read before, and no more: behind the gap a document may go on for long.
    moved = [row["id"] for _, row in takewhile(lambda one: one[1]["number"] < one[0], enumerate(behind, wanted))]
    for number, key in enumerate(moved, wanted):
        writer.update("unit", key, {"number": number})


def _renew_context(writer: Writer, made: Sequence[int]) -> None:
    """Lets the new segments and their neighbours know the texts beside them."""
    connection = writer.connection
    before, after = neighbour(connection, made[0], after=False), neighbour(connection, made[-1], after=True)
    row = [key for key in (before, *made, after) if key is not None]
    texts = {key: segment(connection, key).source for key in row}
    for first, second in pairwise(row):
        writer.update("unit", first, {"following": texts[second]})
        writer.update("unit", second, {"previous": texts[first]})


def _row(writer: Writer, key: int) -> dict[str, Value]:
    segment(writer.connection, key)
    return dict(writer.connection.execute("SELECT * FROM unit WHERE id = ?", (key,)).fetchone())


def _number_of(row: dict[str, Value]) -> int:
    number = row["number"]
    assert isinstance(number, int)
    return number
