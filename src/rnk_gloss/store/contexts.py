"""Where the terms of entries stand in the texts, each place with the translation that is aligned with it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from rnk_gloss.model.entry import Context
from rnk_gloss.model.span import Span

# The places are put in order before their sentences are read: a term may stand in thousands of them.
_PLACES = """
SELECT d.path, s.text, o."start", o."end", o.original_start, o.original_end, o.document
FROM (
    SELECT place.id AS id FROM occurrence place JOIN document d ON d.id = place.document
    WHERE place.entry = ? ORDER BY d.path, place.original_start LIMIT ? OFFSET ?
) chosen
JOIN occurrence o ON o.id = chosen.id JOIN sentence s ON s.id = o.sentence JOIN document d ON d.id = o.document
ORDER BY d.path, o.original_start
"""
# A bead and its translation; the beads of one document do not overlap.
_Bead = tuple[int, int, str]


def contexts(connection: sqlite3.Connection, key: int, *, limit: int | None = None, skip: int = 0) -> list[Context]:
    """Where an entry's term stands: its sentences in order, each with the translation that is aligned with it."""
    places = connection.execute(_PLACES, (key, -1 if limit is None else limit, skip)).fetchall()
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in places:
        spans[row[6]].append((row[4], row[5]))
    beads = {document: _beads(connection, document, of_document) for document, of_document in spans.items()}
    return [
        Context(row[0], row[1], Span(row[2], row[3]), Span(row[4], row[5]), _translation(beads[row[6]], row[4], row[5]))
        for row in places
    ]


def _beads(connection: sqlite3.Connection, document: int, spans: Iterable[tuple[int, int]]) -> list[_Bead]:
    starts, ends = zip(*spans, strict=True)
    rows = connection.execute(
        "SELECT source_start, source_end, target FROM unit WHERE document = ? AND status <> 'rejected'"
        " AND source_start <= ? AND source_end >= ? ORDER BY source_start, number",
        (document, max(starts), min(ends)),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _translation(beads: list[_Bead], start: int, end: int) -> str:
    place = bisect_right(beads, start, key=lambda bead: bead[0]) - 1
    return beads[place][2] if place >= 0 and beads[place][1] >= end else ""
