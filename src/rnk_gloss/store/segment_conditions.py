"""The conditions of a selection of segments as SQL on the table `unit`, called `u`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import assert_never

from rnk_gloss.model.entry_conditions import InDocument, ScoreBetween, StatusIs
from rnk_gloss.model.segment_conditions import Flagged, NotSegment, SegmentCondition, SegmentHolds
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.store.clauses import Clause, any_of, every_one_of, holds
from rnk_gloss.store.concordance import units_that_may_hold
from rnk_gloss.store.substrings.blocks import SIDES, read_blocks
from rnk_gloss.text.search_form import SearchText

# So few units are looked at one by one; of more, and of more than this share of all, all are read in their order.
_FEW, _SHARE = 5_000, 20


def listed(selection: SegmentSelection) -> Clause:
    """What is a segment at all, of the document that the selection is of."""
    if selection.document_id is not None:
        return Clause("u.document = ?", (selection.document_id,))
    return Clause("u.document IS NOT NULL")


def but_for_texts(selection: SegmentSelection) -> list[Clause]:
    """What else the selection asks for, except what is asked of texts."""
    clauses: list[Clause] = []
    if selection.statuses:
        clauses.append(_clause(StatusIs(selection.statuses)))
    if selection.document is not None:
        clauses.append(_clause(InDocument(selection.document)))
    if selection.flagged:
        clauses.append(Clause("u.flags <> ''"))
    if selection.minimum_score:
        clauses.append(Clause("u.score >= ?", (selection.minimum_score,)))
    if selection.whole:
        clauses.append(Clause("u.source <> '' AND u.target <> '' AND u.flags = ''"))
    return [*clauses, *(_clause(one) for one in selection.conditions if not _reads_texts(one))]


def of_texts(selection: SegmentSelection) -> list[Clause]:
    """What the selection asks of texts, to be asked about few segments."""
    return [_clause(one) for one in _text_conditions(selection)]


def of_all_texts(connection: sqlite3.Connection, selection: SegmentSelection) -> list[Clause]:
    """The same, to be asked about all segments: their texts are read once, in the order in which they are stored, or
    those alone that can hold what is wanted, where the index of parts of texts says that these are few."""
    conditions = _text_conditions(selection)
    if not conditions:
        return []
    asked = [_clause(one) for one in conditions]
    units = _few_units(connection, [one for one in conditions if isinstance(one, SegmentHolds)])
    if units is not None:
        asked.insert(0, Clause("u.id IN (SELECT value FROM json_each(?))", (json.dumps(units),)))
    held = every_one_of(asked)
    # The plus has the list read in its order: of many, what is found would have to be sorted, and of few, each would be
    # looked for in every document.
    plus = "" if units is not None and selection.order is SegmentOrder.SCORE else "+"
    return [Clause(f"{plus}u.id IN (SELECT u.id FROM unit u NOT INDEXED WHERE {held.sql})", held.parameters)]


def _text_conditions(selection: SegmentSelection) -> list[SegmentCondition]:
    conditions = [one for one in selection.conditions if _reads_texts(one)]
    return [*conditions, SegmentHolds((selection.text,))] if selection.text else conditions


def _reads_texts(condition: SegmentCondition) -> bool:
    plain = condition.condition if isinstance(condition, NotSegment) else condition
    return isinstance(plain, SegmentHolds)


def _few_units(connection: sqlite3.Connection, wanted: Iterable[SegmentHolds]) -> list[int] | None:
    """The ids of the units that alone can hold one of the texts that are wanted; None where these are not few."""
    if not read_blocks(connection):
        return None
    (newest,) = connection.execute("SELECT max(id) FROM unit").fetchone()
    most = max(_FEW, newest // _SHARE)
    for one in wanted:
        units: set[int] = set()
        # What a condition finds has the same search form, which does not tell capitals and widths apart.
        for text in {text.form: text for text in map(SearchText, one.texts)}.values():
            for side in SIDES:
                units.update(islice(units_that_may_hold(connection, text, side), most + 1))
        if len(units) <= most:
            return sorted(units)
    return None


def _clause(condition: SegmentCondition) -> Clause:
    match condition:
        case NotSegment(other):
            sql, parameters = _clause(other)
            return Clause(f"NOT ({sql})", parameters)
        case SegmentHolds(texts):
            return any_of(holds(column, text) for text in texts for column in ("u.source", "u.target"))
        case Flagged(flags):
            one = "instr(',' || u.flags || ',', ?)"
            sql = " OR ".join([one] * len(flags))
            return Clause(f"({sql})" if flags else "u.flags = ''", tuple(f",{flag.value}," for flag in flags))
        case StatusIs(statuses):
            return Clause(f"u.status IN ({', '.join('?' for _ in statuses)})", tuple(one.value for one in statuses))
        case ScoreBetween(least, below):
            return Clause("u.score >= ? AND u.score < ?", (least, below))
        case InDocument(part):
            path = holds("path", part)
            return Clause(f"u.document IN (SELECT id FROM document WHERE {path.sql})", path.parameters)
        case _:
            assert_never(condition)
