"""How far the review of segments is: counted, and what is left of it found, without reading any text."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rnk_gloss.model.segment import DocumentProgress, SegmentCounts

_BATCH = 500
# More segments than these hardly change what is usual; it is asked wherever the cursor rests.
_ENOUGH = 2000
_COUNTS = """
    count(*) FILTER (WHERE u.status = 'candidate') AS candidates,
    count(*) FILTER (WHERE u.status = 'approved') AS approved,
    count(*) FILTER (WHERE u.status = 'rejected') AS rejected,
    count(*) FILTER (WHERE u.status = 'candidate' AND u.flags <> '') AS flagged
"""


def segment_counts(connection: sqlite3.Connection, document: int | None = None) -> SegmentCounts:
    """The counts of all segments, or of those of one document."""
    of, parameters = ("u.document IS NOT NULL", ()) if document is None else ("u.document = ?", (document,))
    return _counts(connection.execute(f"SELECT {_COUNTS} FROM unit u WHERE {of}", parameters).fetchone())


def document_progress(connection: sqlite3.Connection) -> list[DocumentProgress]:
    """The documents that have segments, by path, with the counts of each."""
    rows = connection.execute(
        f"SELECT d.id, d.path, c.* FROM document d JOIN (SELECT u.document, {_COUNTS} FROM unit u"
        " WHERE u.document IS NOT NULL GROUP BY u.document) c ON c.document = d.id ORDER BY d.path, d.language"
    )
    return [DocumentProgress(row["id"], row["path"], _counts(row)) for row in rows]


def first_flagged(connection: sqlite3.Connection, keys: Sequence[int]) -> int | None:
    """The place among these ids of the first candidate with a flag; None where none has one.

    No more is read than is needed to find it.
    """
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        rows = connection.execute(
            f"SELECT id FROM unit WHERE id IN ({', '.join('?' for _ in batch)}) AND status = 'candidate'"
            " AND flags <> '' AND document IS NOT NULL",
            list(batch),
        )
        if found := {row[0] for row in rows}:
            return start + next(place for place, key in enumerate(batch) if key in found)
    return None


def usual_length(connection: sqlite3.Connection, document: int) -> float | None:
    """How many characters of the translation stand for one of the source in a document, over its two-sided segments,
    of a long document the first ones; None where it has none."""
    row = connection.execute(
        "SELECT sum(length(target)) * 1.0 / sum(length(source)) FROM (SELECT source, target FROM unit"
        f" WHERE document = ? AND source <> '' AND target <> '' ORDER BY number LIMIT {_ENOUGH})",
        (document,),
    ).fetchone()
    return None if row[0] is None else float(row[0])


def _counts(row: sqlite3.Row) -> SegmentCounts:
    return SegmentCounts(row["candidates"], row["approved"], row["rejected"], row["flagged"])
