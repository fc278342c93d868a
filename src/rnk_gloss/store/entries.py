"""Reading entries: lists of ids in an order, entries by id, contexts of their terms."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.entry import Entry, Evidence, Origin, Status, Target, Usage, Variant
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.selection import Beginning, EntryOrder, EntrySelection
from rnk_gloss.model.span import Span
from rnk_gloss.store.clauses import Clause, every_one_of
from rnk_gloss.store.entry_conditions import all_of
from rnk_gloss.store.history import removal_of
from rnk_gloss.store.id_lists import LOOKED_AT_FIRST, read_ids

_ORDERS = {
    # As its index has it, so that nothing is sorted.
    EntryOrder.SCORE: "e.status = 'approved' DESC, e.score DESC, e.id",
    EntryOrder.COUNT: "(SELECT count(*) FROM occurrence o WHERE o.entry = e.id) DESC, e.id",
    EntryOrder.READING: "e.reading = '', e.reading, e.source, e.id",
    EntryOrder.SOURCE: "e.source, e.id",
    # The index of occurrences is in this order, and the ids of sentences are in that of their text.
    EntryOrder.DOCUMENT: (
        '(SELECT o.document * 1099511627776 + o.sentence * 1024 + min(o."start", 1023) FROM occurrence o'
        ' WHERE o.entry = e.id ORDER BY o.document, o.sentence, o."start" LIMIT 1) NULLS LAST, e.id'
    ),
    EntryOrder.AGE: "e.id",
    EntryOrder.NEWEST: "e.changed_at DESC, e.id DESC",
}
# Which of the orders an index has.
_INDEXED = frozenset({EntryOrder.SCORE, EntryOrder.AGE})
# SQLite takes 32,766 parameters in one statement; this keeps far below and the statement cache warm.
_BATCH = 500


def entry_ids(connection: sqlite3.Connection, selection: EntrySelection) -> array[int]:
    """The ids of the selected entries, in order."""
    return read_ids(connection, _ordered(selection.order, _conditions(selection)))


def first_entry_ids(connection: sqlite3.Connection, selection: EntrySelection) -> Beginning:
    """The selected entries among the first ones of all in the order; none where all must be read to know these."""
    if selection.order not in _INDEXED:
        return Beginning()
    first = read_ids(connection, _ordered(selection.order, ()), limit=LOOKED_AT_FIRST)
    among = Clause("e.id IN (SELECT value FROM json_each(?))", (json.dumps(first.tolist()),))
    chosen = set(read_ids(connection, _ordered(EntryOrder.AGE, [among, *_conditions(selection, of_few=True)])))
    return Beginning(array("q", [key for key in first if key in chosen]), len(first) < LOOKED_AT_FIRST)


def _ordered(order: EntryOrder, conditions: Sequence[Clause]) -> Clause:
    where = every_one_of(conditions)
    return Clause(f"SELECT e.id FROM entry e WHERE {where.sql} ORDER BY {_ORDERS[order]}", where.parameters)


def _conditions(selection: EntrySelection, *, of_few: bool = False) -> list[Clause]:
    conditions: list[Clause] = []
    if selection.statuses:
        statuses = tuple(status.value for status in selection.statuses)
        conditions.append(Clause(f"e.status IN ({_places(statuses)})", statuses))
    if selection.minimum_score > 0:
        conditions.append(Clause("(e.score >= ? OR e.status = 'approved')", (selection.minimum_score,)))
    if selection.subject is not None:
        conditions.append(Clause("e.subject = ?", (selection.subject,)))
    return [*conditions, *all_of(selection.conditions, of_few=of_few)]


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def entry(connection: sqlite3.Connection, key: int) -> Entry:
    """One entry with all its evidence. Raises `NotFoundError`."""
    found = entries(connection, [key], evidence=True)
    if not found:
        raise missing_entry(connection, key)
    return found[0]


def missing_entry(connection: sqlite3.Connection, key: int) -> NotFoundError:
    """The error for an id that no entry has; it says what took the entry away, where something did."""
    removal = removal_of(connection, "entry", key)
    if removal is None:
        return NotFoundError(Refusal.NO_ENTRY.of(entry=key), hint="see: rnk-gloss terms list")
    said = Refusal.ENTRY_TAKEN_BY if removal.author else Refusal.ENTRY_TAKEN
    return NotFoundError(
        said.of(entry=key, name=repr(removal.name), author=removal.author), hint=Refusal.SEE_HISTORY.of()
    )


def entries(connection: sqlite3.Connection, keys: Sequence[int], *, evidence: bool = False) -> list[Entry]:
    """The entries of these ids, in the order asked for; ids that are gone are left out."""
    found: dict[int, Entry] = {}
    for start in range(0, len(keys), _BATCH):
        batch = list(keys[start : start + _BATCH])
        found.update(_batch(connection, batch, evidence=evidence))
    return [found[key] for key in keys if key in found]


def _batch(connection: sqlite3.Connection, keys: list[int], *, evidence: bool) -> Iterator[tuple[int, Entry]]:
    places = _places(keys)
    reasons = _evidence(connection, keys) if evidence else {}
    targets: dict[int, list[Target]] = defaultdict(list)
    for row in connection.execute(f"SELECT * FROM target WHERE entry IN ({places}) ORDER BY entry, position, id", keys):
        targets[row["entry"]].append(
            Target(
                row["text"], Usage(row["usage"]), row["score"], Origin(row["origin"]),
                tuple(reasons.get((row["entry"], row["id"]), ())), row["id"], bool(row["edited"]),
            )
        )  # fmt: skip
    forms: dict[int, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(
        f"SELECT entry, form, count(*) FROM occurrence WHERE entry IN ({places}) GROUP BY entry, form", keys
    ):
        forms[row[0]][row[1]] = row[2]
    documents = dict(
        connection.execute(
            f"SELECT entry, count(DISTINCT document) FROM occurrence WHERE entry IN ({places}) GROUP BY entry", keys
        ).fetchall()
    )
    variants: dict[int, list[Variant]] = defaultdict(list)
    for row in connection.execute(f"SELECT * FROM variant WHERE entry IN ({places}) ORDER BY entry, id", keys):
        variants[row["entry"]].append(Variant(row["text"], row["kind"], forms[row["entry"]].get(row["text"], 0)))
    for row in connection.execute(f"SELECT * FROM entry WHERE id IN ({places})", keys):
        key = row["id"]
        yield (
            key,
            Entry(
                id=key,
                source=row["source"],
                reading=row["reading"],
                reading_origin=Origin(row["reading_origin"]),
                category=row["category"],
                subject=row["subject"],
                status=Status(row["status"]),
                score=row["score"],
                count=sum(forms[key].values()),
                documents=documents.get(key, 0),
                variants=tuple(variants[key]),
                targets=tuple(targets[key]),
                evidence=tuple(reasons.get((key, None), ())),
                note=row["note"],
                reason=row["reason"],
                source_language=row["source_language"],
                target_language=row["target_language"],
                created_at=row["created_at"],
                created_by=row["created_by"],
                changed_at=row["changed_at"],
                changed_by=row["changed_by"],
                edited=tuple(filter(None, row["edited"].split(","))),
            ),
        )


def _evidence(connection: sqlite3.Connection, keys: list[int]) -> dict[tuple[int, int | None], list[Evidence]]:
    reasons: dict[tuple[int, int | None], list[Evidence]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM evidence WHERE entry IN ({_places(keys)}) ORDER BY entry, position, id", keys
    ):
        span = None if row["start"] is None else Span(row["start"], row["end"])
        reasons[row["entry"], row["target"]].append(
            Evidence(row["kind"], row["detail"], row["weight"], row["document"], span)
        )
    return reasons


def entries_with_fold(connection: sqlite3.Connection, fold: str) -> list[int]:
    """The ids of entries of which the term or a variant has this fold, those whose own term it is first."""
    rows = connection.execute(
        "SELECT id, 0 AS rank FROM entry WHERE fold = ?1 "
        "UNION SELECT entry, 1 FROM variant WHERE fold = ?1 ORDER BY rank, id",
        (fold,),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def counts_by_status(connection: sqlite3.Connection) -> dict[Status, int]:
    """How many entries stand in each status."""
    counts = ", ".join(f"count(*) FILTER (WHERE status = '{status.value}')" for status in Status)
    return dict(zip(Status, connection.execute(f"SELECT {counts} FROM entry").fetchone(), strict=True))


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is no entry at all."""
    return connection.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None


def subjects(connection: sqlite3.Connection) -> list[str]:
    """The subject fields in use, the most frequent first."""
    return _frequent(connection, "subject")


def reasons(connection: sqlite3.Connection) -> list[str]:
    """Why entries were rejected, the most frequent reason first."""
    return _frequent(connection, "reason")


def _frequent(connection: sqlite3.Connection, column: str) -> list[str]:
    rows = connection.execute(
        f"SELECT {column} FROM entry WHERE {column} <> '' GROUP BY {column} ORDER BY count(*) DESC, {column}"
    )
    return [row[0] for row in rows]
