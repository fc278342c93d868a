"""Aligned segments: the units of the memory that know their place in a document."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.segment import Bead, Flag, KeptSegment, Segment
from rnk_gloss.model.selection import Beginning, SegmentOrder, SegmentSelection
from rnk_gloss.model.span import Span
from rnk_gloss.store.clauses import Clause, every_one_of
from rnk_gloss.store.door import Value, Writer
from rnk_gloss.store.id_lists import LOOKED_AT_FIRST, read_ids
from rnk_gloss.store.segment_conditions import but_for_texts, listed, of_all_texts, of_texts

ALIGNMENT = "alignment"
_BATCH = 500
# What a person did something about, whatever it was.
_DECIDED = "(status <> 'candidate' OR found_source IS NOT NULL OR found_target IS NOT NULL OR note <> '' OR shaped)"

# Each as an index has it, so that nothing is sorted.
_IN_ORDER = {
    SegmentOrder.DOCUMENT: "SELECT u.id FROM document d CROSS JOIN unit u ON u.document = d.id WHERE {conditions}"
    " ORDER BY d.path, d.language, u.number, u.id",
    SegmentOrder.SCORE: "SELECT u.id FROM unit u WHERE {conditions} ORDER BY u.score, u.document, u.number, u.id",
}

_RowsByText = dict[tuple[str, str], list[sqlite3.Row]]


def segment_ids(connection: sqlite3.Connection, selection: SegmentSelection) -> array[int]:
    """The ids of the selected segments, in order."""
    conditions = [listed(selection), *but_for_texts(selection), *of_all_texts(connection, selection)]
    return read_ids(connection, _ordered(selection.order, conditions))


def first_segment_ids(connection: sqlite3.Connection, selection: SegmentSelection) -> Beginning:
    """The selected segments among the first ones of all, or of one document, in the order."""
    first = read_ids(connection, _ordered(selection.order, [listed(selection)]), limit=LOOKED_AT_FIRST)
    among = Clause("u.id IN (SELECT value FROM json_each(?))", (json.dumps(first.tolist()),))
    query = every_one_of([among, *but_for_texts(selection), *of_texts(selection)])
    chosen = set(read_ids(connection, Clause(f"SELECT u.id FROM unit u WHERE {query.sql}", query.parameters)))
    return Beginning(array("q", [key for key in first if key in chosen]), len(first) < LOOKED_AT_FIRST)


def _ordered(order: SegmentOrder, conditions: Sequence[Clause]) -> Clause:
    where = every_one_of(conditions)
    return Clause(_IN_ORDER[order].format(conditions=where.sql), where.parameters)


def segments(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Segment]:
    """The segments of these ids, in the order asked for; ids that are gone are left out."""
    found: dict[int, Segment] = {}
    for start in range(0, len(keys), _BATCH):
        batch = list(keys[start : start + _BATCH])
        places = ", ".join("?" for _ in batch)
        query = (
            f"SELECT u.*, {_DECIDED} AS decided, d.path FROM unit u JOIN document d ON d.id = u.document"
            f" WHERE u.id IN ({places})"
        )
        found.update((row["id"], _segment(row)) for row in connection.execute(query, batch))
    return [found[key] for key in keys if key in found]


def segments_of_document(connection: sqlite3.Connection, document: int) -> list[Segment]:
    """All segments of one document, in order."""
    rows = connection.execute("SELECT id FROM unit WHERE document = ? ORDER BY number, id", (document,))
    return segments(connection, [row["id"] for row in rows])


def segment(connection: sqlite3.Connection, key: int) -> Segment:
    """One segment. Raises `NotFoundError`."""
    found = segments(connection, [key])
    if not found:
        raise NotFoundError(Refusal.NO_SEGMENT.of(segment=key), hint="see: rnk-gloss segments list")
    return found[0]


def _segment(row: sqlite3.Row) -> Segment:
    def span(start: int | None, end: int | None) -> Span | None:
        return None if start is None or end is None else Span(start, end)

    return Segment(
        id=row["id"],
        document=row["path"],
        number=row["number"],
        source=row["source"],
        target=row["target"],
        source_span=span(row["source_start"], row["source_end"]),
        target_span=span(row["target_start"], row["target_end"]),
        score=row["score"] or 0.0,
        status=Status(row["status"]),
        flags=tuple(Flag(name) for name in row["flags"].split(",") if name),
        shape=row["shape"],
        edited=row["found_source"] is not None or row["found_target"] is not None,
        decided=bool(row["decided"]),
        document_id=row["document"],
    )


def put_segments(
    writer: Writer,
    document: int,
    beads: Sequence[Bead | KeptSegment],
    *,
    languages: tuple[str, str],
    key_of: Callable[[str, str], str],
) -> int:
    """How many segments the document has now: its beads, in order, in the place of what was there.

    A person's decision is kept: of a kept segment only the place changes, and a decided one that is not among them
    stays with the first new bead of the same text as the aligner found it then. A decided one whose text is gone is
    kept in the memory without a place; an undecided one is removed.
    """
    connection = writer.connection
    path = connection.execute("SELECT path FROM document WHERE id = ?", (document,)).fetchone()[0]
    kept = {bead.id for bead in beads if isinstance(bead, KeptSegment)}
    decided, undecided = (
        {
            text: [row for row in rows if row["id"] not in kept]
            for text, rows in _by_found_text(connection, document, decided=which).items()
        }
        for which in (True, False)
    )
    for number, bead in enumerate(beads):
        place = _place(bead, number, beads)
        if isinstance(bead, KeptSegment):
            writer.update("unit", bead.id, place)
            continue
        found = place | _findings(bead)
        text = (bead.source, bead.target)
        known = decided.get(text) or undecided.get(text)
        if known:
            writer.update("unit", known.pop(0)["id"], found)
            continue
        new: dict[str, Value] = {
            "source": bead.source,
            "target": bead.target,
            "match_key": key_of(bead.source, languages[0]),
            "source_language": languages[0],
            "target_language": languages[1],
            "origin": ALIGNMENT,
            "document": document,
            "document_name": path,
            "created_at": writer.at,
            "created_by": writer.author,
            "changed_at": writer.at,
            "changed_by": writer.author,
        }
        writer.insert("unit", new | found)
    for rows in undecided.values():
        for row in rows:
            remove_segment(writer, row["id"])
    for rows in decided.values():
        for row in rows:
            detach_segment(writer, row["id"])
    return len(beads)


def remove_segment(writer: Writer, key: int) -> None:
    """Remove a unit with what belongs to it."""
    writer.delete_where("unit_property", "unit", key)
    writer.delete("unit", key)


def detach_segment(writer: Writer, key: int) -> None:
    """Keep a unit in the memory that has lost its place in its document."""
    places = ("document", "number", "source_start", "source_end", "target_start", "target_end")
    writer.update("unit", key, dict.fromkeys(places))


def _place(bead: Bead | KeptSegment, number: int, beads: Sequence[Bead | KeptSegment]) -> dict[str, Value]:
    return {
        "number": number,
        **spans(bead.source_span, bead.target_span),
        "previous": beads[number - 1].source if number else "",
        "following": beads[number + 1].source if number + 1 < len(beads) else "",
    }


def spans(source: Span | None, target: Span | None) -> dict[str, Value]:
    """The columns for the places of a segment in the two originals."""
    return {
        "source_start": source and source.start,
        "source_end": source and source.end,
        "target_start": target and target.start,
        "target_end": target and target.end,
    }


def _findings(bead: Bead) -> dict[str, Value]:
    return {
        "score": bead.score,
        "shape": f"{len(bead.source_indices)}-{len(bead.target_indices)}",
        "flags": ",".join(bead.flags),
    }


def _by_found_text(connection: sqlite3.Connection, document: int, *, decided: bool) -> _RowsByText:
    """The document's segments by what the aligner had found, those that a person did something about or the others."""
    rows = connection.execute(
        f"SELECT * FROM unit WHERE document = ? AND {'' if decided else 'NOT'} {_DECIDED} ORDER BY number, id",
        (document,),
    )
    by_text: _RowsByText = defaultdict(list)
    for row in rows:
        found = (
            row["source"] if row["found_source"] is None else row["found_source"],
            row["target"] if row["found_target"] is None else row["found_target"],
        )
        by_text[found].append(row)
    return by_text
