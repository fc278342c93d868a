"""Conditions in SQL, made of text from people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Clause(NamedTuple):
    """A condition in SQL, and what is bound to its places."""

    sql: str
    parameters: tuple[str | float, ...] = ()


def contains_pattern(*parts: str) -> str:
    """A LIKE pattern (with ESCAPE '\\') for rows that hold these parts, one behind the other."""
    escaped = (part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for part in parts)
    return f"%{'%'.join(escaped)}%"


def holds(column: str, *parts: str) -> Clause:
    """The column holds these parts, one behind the other; in ASCII capitals and small letters are alike."""
    # Where there is no ASCII letter this is the same, and faster.
    if len(parts) == 1 and not any("A" <= letter <= "Z" or "a" <= letter <= "z" for letter in parts[0]):
        return Clause(f"instr({column}, ?)", parts)
    return Clause(f"{column} LIKE ? ESCAPE '\\'", (contains_pattern(*parts),))


def any_of(clauses: Iterable[Clause]) -> Clause:
    """One of the clauses holds; of none, none does."""
    return _joined(" OR ", list(clauses), "FALSE")


def every_one_of(clauses: Iterable[Clause]) -> Clause:
    """All clauses hold, which are asked in this order."""
    return _joined(" AND ", list(clauses), "TRUE")


def _joined(word: str, clauses: Sequence[Clause], without: str) -> Clause:
    sql = word.join(clause.sql for clause in clauses) or without
    return Clause(f"({sql})", tuple(value for clause in clauses for value in clause.parameters))
