"""The conditions of a selection of entries as SQL on the table `entry`, called `e`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from rnk_gloss.model.entry_conditions import (
    Condition,
    CountBetween,
    Has,
    Holds,
    InDocument,
    Not,
    Part,
    ScoreBetween,
    StatusIs,
    SubjectHolds,
)
from rnk_gloss.store.clauses import Clause, any_of, holds

_PARTS = {
    Part.NOTE: "e.note <> ''",
    Part.ENGLISH: "e.id IN (SELECT entry FROM target WHERE usage <> 'forbidden')",
    Part.VARIANT: "e.id IN (SELECT entry FROM variant)",
    Part.QUESTION: (
        "e.id IN (SELECT entry FROM likeness WHERE NOT apart UNION ALL SELECT other FROM likeness WHERE NOT apart)"
    ),
}
_OWN_TEXTS = ("e.source", "e.reading", "e.romaji")
_CHILDREN = ("variant", "target")


def all_of(conditions: Iterable[Condition], *, of_few: bool = False) -> list[Clause]:
    """One clause for each condition. What costs least, and of the texts the one that fewest entries will hold, comes
    first: SQLite asks in this order, and later only where an entry is still wanted. `of_few` says that few entries are
    asked about, whatever they are asked."""
    clauses: list[Clause] = []
    for condition in sorted(conditions, key=_cost):
        clauses.append(_clause(condition, of_few=of_few))
        of_few = of_few or isinstance(condition, Holds)
    return clauses


def _cost(condition: Condition) -> tuple[int, bool, int]:
    plain, is_negated = (condition.condition, True) if isinstance(condition, Not) else (condition, False)
    if isinstance(plain, Holds):
        # What can be a sound is found in more entries than what cannot.
        is_sound = bool(plain.reading_pattern or plain.romaji_pattern)
        return 2 + is_negated, is_sound, -max(map(len, plain.texts), default=0)
    return int(isinstance(plain, CountBetween | InDocument | Has)), is_negated, 0


def _clause(condition: Condition, *, of_few: bool) -> Clause:  # noqa: PLR0911  # one for each kind
    match condition:
        case Not(other):
            sql, parameters = _clause(other, of_few=of_few)
            return Clause(f"NOT ({sql})", parameters)
        case Holds():
            return _holds(condition, of_few=of_few)
        case StatusIs(statuses):
            return Clause(f"e.status IN ({', '.join('?' for _ in statuses)})", tuple(one.value for one in statuses))
        case SubjectHolds(text):
            return holds("e.subject", text) if text else Clause("e.subject = ''")
        case ScoreBetween(least, below):
            return Clause("e.score >= ? AND e.score < ?", (least, below))
        case CountBetween(least, most):
            return _counted(least, most)
        case InDocument(part):
            # The plus keeps SQLite from a lookup for each place: one pass over the index by entries is faster.
            path = holds("path", part)
            within = f"SELECT id FROM document WHERE {path.sql}"
            return Clause(f"e.id IN (SELECT entry FROM occurrence WHERE +document IN ({within}))", path.parameters)
        case Has(part):
            return Clause(_PARTS[part])
        case _:
            assert_never(condition)


def _holds(condition: Holds, *, of_few: bool) -> Clause:
    own = any_of(
        [
            *(holds(column, text) for text in condition.texts for column in _OWN_TEXTS),
            *_sounds("e.reading", condition.reading_pattern, condition.reading_parts),
            *_sounds("e.romaji", condition.romaji_pattern, condition.romaji_parts),
        ]
    )
    in_child = any_of(holds("text", text) for text in condition.texts)
    # There is no index of parts of short texts. Where few entries are asked about, each looks at its own texts; else
    # one pass over all texts is best, and the plus keeps the order of the list: what is found would have to be sorted.
    if of_few:
        children = [f"EXISTS (SELECT 1 FROM {table} WHERE entry = e.id AND {in_child.sql})" for table in _CHILDREN]
        sql = f"({' OR '.join([own.sql, *children])})"
    else:
        children = [f"SELECT entry FROM {table} WHERE {in_child.sql}" for table in _CHILDREN]
        sql = f"+e.id IN ({' UNION ALL '.join([f'SELECT e.id FROM entry e WHERE {own.sql}', *children])})"
    return Clause(sql, own.parameters + in_child.parameters * len(_CHILDREN))


def _sounds(column: str, pattern: str, parts: Sequence[str]) -> Iterator[Clause]:
    if pattern:
        has_parts = holds(column, *parts) if parts else Clause("TRUE")
        yield Clause(f"({has_parts.sql} AND fits(?, {column}))", (*has_parts.parameters, pattern))


def _counted(least: int, most: int) -> Clause:
    if least > 0:
        counted = "SELECT entry FROM occurrence GROUP BY entry HAVING count(*) BETWEEN ? AND ?"
        return Clause(f"e.id IN ({counted})", (least, most))
    # What stands nowhere has no row to be counted.
    return Clause("e.id NOT IN (SELECT entry FROM occurrence GROUP BY entry HAVING count(*) > ?)", (most,))
