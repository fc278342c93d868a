"""The ledger of spellings: the forms of each term with their places, and entries that may be one term."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.entry import FormCount, Likeness, LikenessKind
from rnk_gloss.store.door import Writer

_LIKENESSES = """
SELECT l.*, e.source AS source, o.source AS other_source
FROM likeness l JOIN entry e ON e.id = l.entry JOIN entry o ON o.id = l.other
"""


@dataclass(frozen=True, slots=True)
class FoundLikeness:
    """Two entries, by id, that an extraction found alike."""

    entry: int
    other: int
    kind: LikenessKind
    reason: str
    confidence: float


def put_likenesses(writer: Writer, found: Iterable[FoundLikeness]) -> int:
    """How many are new. A pair that is known, also one that a person set apart, stays as it is."""
    new = 0
    for one in found:
        first, second = sorted((one.entry, one.other))
        known = writer.connection.execute(
            "SELECT 1 FROM likeness WHERE entry = ? AND other = ?", (first, second)
        ).fetchone()
        if known is None and first != second:
            new += 1
            writer.insert(
                "likeness",
                {
                    "entry": first,
                    "other": second,
                    "kind": one.kind.value,
                    "reason": one.reason,
                    "confidence": one.confidence,
                },
            )
    return new


def likenesses(connection: sqlite3.Connection, *, apart: bool = False, entry: int | None = None) -> list[Likeness]:
    """The open questions, the surest first: all, or those about one entry; with `apart`, also those that a person has
    answered with no."""
    conditions = [] if apart else ["NOT l.apart"]
    if entry is not None:
        conditions.append("(l.entry = ?1 OR l.other = ?1)")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(
        f"{_LIKENESSES} {where} ORDER BY l.confidence DESC, l.entry, l.other", () if entry is None else (entry,)
    )
    return [
        Likeness(
            row["entry"], row["other"], row["source"], row["other_source"], LikenessKind(row["kind"]), row["reason"],
            row["confidence"], bool(row["apart"]),
        )
        for row in rows
    ]  # fmt: skip


def set_apart(writer: Writer, entry: int, other: int) -> bool:
    """Whether anything changed: two entries are different terms, and are not asked about again."""
    first, second = sorted((entry, other))
    row = writer.connection.execute("SELECT id FROM likeness WHERE entry = ? AND other = ?", (first, second)).fetchone()
    if row is None:
        raise NotFoundError(f"nobody asked whether entries {entry} and {other} are one term")
    return writer.update("likeness", row[0], {"apart": 1})


def forms_in_texts(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, list[FormCount]]:
    """For each entry, its term and variants as they stand in the texts, the most frequent first."""
    places = ", ".join("?" for _ in keys)
    documents: dict[tuple[int, str], list[str]] = defaultdict(list)
    counts: dict[tuple[int, str], int] = defaultdict(int)
    for row in connection.execute(
        f"SELECT o.entry, o.form, d.path, count(*) FROM occurrence o JOIN document d ON d.id = o.document "
        f"WHERE o.entry IN ({places}) GROUP BY o.entry, o.form, d.path ORDER BY d.path",
        list(keys),
    ):
        documents[row[0], row[1]].append(row[2])
        counts[row[0], row[1]] += row[3]
    kinds = {
        (row[0], row[1]): row[2]
        for row in connection.execute(f"SELECT entry, text, kind FROM variant WHERE entry IN ({places})", list(keys))
    }
    forms: dict[int, list[FormCount]] = defaultdict(list)
    for (key, text), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        forms[key].append(FormCount(text, kinds.get((key, text), ""), count, tuple(documents[key, text])))
    return forms


def entries_with_variants(connection: sqlite3.Connection) -> list[int]:
    """The ids of entries that stand in the texts in more than one form, the most frequent first."""
    rows = connection.execute(
        "SELECT entry FROM occurrence GROUP BY entry HAVING count(DISTINCT form) > 1 ORDER BY count(*) DESC, entry"
    )
    return [row[0] for row in rows]
