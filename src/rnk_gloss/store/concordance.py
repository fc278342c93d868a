"""Units that hold a text, the newest first: through the index of parts of texts, and by reading those outside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from rnk_gloss.model.side import Side
from rnk_gloss.store.clauses import contains_pattern
from rnk_gloss.store.substrings.blocks import changed_units, read_blocks
from rnk_gloss.store.substrings.postings import grams
from rnk_gloss.text.search_form import SearchText

_FIRST_BATCH, _LARGEST_BATCH = 64, 512


@dataclass(frozen=True, slots=True)
class UnitScope:
    """Which units may be found: of a status (None: all but rejected ones), of documents whose name holds a text."""

    status: str | None = None
    document: str | None = None

    def condition(self) -> tuple[str, list[str]]:
        """An SQL condition on `unit`, with its parameters."""
        parts, parameters = ["source <> '' AND target <> ''"], []
        if self.status is None:
            parts.append("status <> 'rejected'")
        else:
            parts.append("status = ?")
            parameters.append(self.status)
        if self.document is not None:
            parts.append("document_name LIKE ? ESCAPE '\\'")
            parameters.append(contains_pattern(self.document))
        return " AND ".join(parts), parameters


def units_holding(connection: sqlite3.Connection, wanted: SearchText, side: Side, scope: UnitScope) -> Iterator[int]:
    """The ids of all units of which the source (or target) holds `wanted`, the newest first, as they are asked for.

    To be read to its end, or left, within one read transaction.
    """
    holds = wanted.holder()
    condition, parameters = scope.condition()
    candidates = units_that_may_hold(connection, wanted, side)
    size = _FIRST_BATCH
    while batch := list(islice(candidates, size)):
        rows = connection.execute(
            f"SELECT id, {side} FROM unit WHERE id IN ({','.join(map(str, batch))}) AND {condition} ORDER BY id DESC",
            parameters,
        )
        for unit, text in rows.fetchall():
            if holds(text):
                yield unit
        size = min(2 * size, _LARGEST_BATCH)


def units_that_may_hold(connection: sqlite3.Connection, wanted: SearchText, side: Side) -> Iterator[int]:
    """The ids of the units of which the source (or target) may hold `wanted`, falling, as they are asked for: all that
    do, others, and all that no index knows."""
    before = None
    for unit in merge(_unchanged(connection, wanted, side), changed_units(connection), reverse=True):
        if unit != before:
            yield unit
        before = unit


def _unchanged(connection: sqlite3.Connection, wanted: SearchText, side: Side) -> Iterator[int]:
    """Those of blocks that have its grams, and all outside blocks."""
    wanted_grams = grams(wanted.form)
    before: int | None = None
    for block in read_blocks(connection):
        yield from _between(connection, block.last, before)
        yield from block.candidates(connection, side, wanted_grams)
        before = block.first
    yield from _between(connection, None, before)


def _between(connection: sqlite3.Connection, after: int | None, before: int | None) -> Iterator[int]:
    bounds = [(bound, sign) for bound, sign in ((after, ">"), (before, "<")) if bound is not None]
    condition = " AND ".join(f"id {sign} ?" for _, sign in bounds) or "TRUE"
    rows = connection.execute(f"SELECT id FROM unit WHERE {condition} ORDER BY id DESC", [bound for bound, _ in bounds])
    return (row[0] for row in rows)
