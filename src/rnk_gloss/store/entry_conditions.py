"""The conditions of a selection of entries as SQL on the table `entry`, called `e`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, assert_never

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
from rnk_gloss.store.like import contains_pattern


class Clause(NamedTuple):
    """A condition in SQL, and what is bound to its places."""

    sql: str
    parameters: tuple[str | float, ...] = ()


_PARTS = {
    Part.NOTE: "e.note <> ''",
    Part.ENGLISH: "e.id IN (SELECT entry FROM target WHERE usage <> 'forbidden')",
    Part.VARIANT: "e.id IN (SELECT entry FROM variant)",
    Part.QUESTION: (
        "e.id IN (SELECT entry FROM likeness WHERE NOT apart UNION ALL SELECT other FROM likeness WHERE NOT apart)"
    ),
}
_OWN_TEXTS = "e.source LIKE ? ESCAPE '\\' OR e.reading LIKE ? ESCAPE '\\' OR e.romaji LIKE ? ESCAPE '\\'"
# There is no index of parts of short texts: one pass over all children is best where every entry is asked about, a look
# at its own children where few are left to ask about.
_ANY_CHILD = (
    " OR e.id IN (SELECT entry FROM variant WHERE text LIKE ? ESCAPE '\\')"
    " OR e.id IN (SELECT entry FROM target WHERE text LIKE ? ESCAPE '\\')"
)
_OWN_CHILD = (
    " OR EXISTS (SELECT 1 FROM variant WHERE entry = e.id AND text LIKE ? ESCAPE '\\')"
    " OR EXISTS (SELECT 1 FROM target WHERE entry = e.id AND text LIKE ? ESCAPE '\\')"
)


def all_of(conditions: Iterable[Condition]) -> list[Clause]:
    """One clause for each condition. What costs least, and of the texts the one that fewest entries will hold, comes
    first: SQLite asks in this order, and later only where an entry is still wanted."""
    clauses: list[Clause] = []
    has_text = False
    for condition in sorted(conditions, key=_cost):
        clauses.append(_clause(condition, few_are_left=has_text))
        has_text = has_text or isinstance(condition, Holds)
    return clauses


def _cost(condition: Condition) -> tuple[int, bool, int]:
    plain, is_negated = (condition.condition, True) if isinstance(condition, Not) else (condition, False)
    if isinstance(plain, Holds):
        # What can be a sound is found in more entries than what cannot.
        is_sound = bool(plain.reading_pattern or plain.romaji_pattern)
        return 2 + is_negated, is_sound, -max(map(len, plain.texts), default=0)
    return int(isinstance(plain, CountBetween | InDocument | Has)), is_negated, 0


def _clause(condition: Condition, *, few_are_left: bool) -> Clause:  # noqa: PLR0911  # one for each kind
    match condition:
        case Not(other):
            sql, parameters = _clause(other, few_are_left=few_are_left)
            return Clause(f"NOT ({sql})", parameters)
        case Holds():
            return _holds(condition, few_are_left=few_are_left)
        case StatusIs(statuses):
            return Clause(f"e.status IN ({', '.join('?' for _ in statuses)})", tuple(one.value for one in statuses))
        case SubjectHolds(text):
            return (
                Clause("e.subject LIKE ? ESCAPE '\\'", (contains_pattern(text),)) if text else Clause("e.subject = ''")
            )
        case ScoreBetween(least, below):
            return Clause("e.score >= ? AND e.score < ?", (least, below))
        case CountBetween(least, most):
            return _counted(least, most)
        case InDocument(part):
            # The plus keeps SQLite from a lookup for each place: one pass over the index by entries is faster.
            within = "SELECT id FROM document WHERE path LIKE ? ESCAPE '\\'"
            return Clause(
                f"e.id IN (SELECT entry FROM occurrence WHERE +document IN ({within}))", (contains_pattern(part),)
            )
        case Has(part):
            return Clause(_PARTS[part])
        case _:
            assert_never(condition)


def _holds(condition: Holds, *, few_are_left: bool) -> Clause:
    one = _OWN_TEXTS + (_OWN_CHILD if few_are_left else _ANY_CHILD)
    found_by = [one] * len(condition.texts)
    parameters = [contains_pattern(text) for text in condition.texts for _ in range(one.count("?"))]
    for column, pattern in (("e.reading", condition.reading_pattern), ("e.romaji", condition.romaji_pattern)):
        if pattern:
            found_by.append(f"fits(?, {column})")
            parameters.append(pattern)
    return Clause(f"({' OR '.join(found_by) or 'FALSE'})", tuple(parameters))


def _counted(least: int, most: int) -> Clause:
    if least > 0:
        counted = "SELECT entry FROM occurrence GROUP BY entry HAVING count(*) BETWEEN ? AND ?"
        return Clause(f"e.id IN ({counted})", (least, most))
    # What stands nowhere has no row to be counted.
    return Clause("e.id NOT IN (SELECT entry FROM occurrence GROUP BY entry HAVING count(*) > ?)", (most,))
