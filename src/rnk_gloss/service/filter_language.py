"""The language in which a list of entries is filtered: words that all must be found, and qualifiers.

A word is kanji, kana, romaji or English; in quotation marks it is found as it stands. Qualifiers are `status:`,
`subject:`, `score:`, `count:`, `doc:` and `has:`; a minus before either asks for the others. What an input method
types is understood: full-width letters, digits, colons, minuses and spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from rnk_gloss.model.entry_conditions import (
    Condition,
    CountBetween,
    Has,
    InDocument,
    Not,
    Part,
    Plain,
    ScoreBetween,
    StatusIs,
    SubjectHolds,
)
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.model.status import Status
from rnk_gloss.service.filter_pieces import FilterError, Piece, Problem, alternatives, limits, named, pieces
from rnk_gloss.service.search import literal, sounding

__all__ = ["FilterError", "Problem", "filtered"]


def filtered(selection: EntrySelection, typed: str) -> EntrySelection:
    """The selection, of entries that what was typed asks for; nothing typed selects everything.

    Where it names a status, the statuses and the cut of the selection do not count; where a score, not the cut. Raises
    `FilterError`.
    """
    conditions = tuple(_conditions(typed))
    plain = [condition.condition if isinstance(condition, Not) else condition for condition in conditions]
    if any(isinstance(condition, StatusIs) for condition in plain):
        selection = replace(selection, statuses=(), minimum_score=0.0)
    if any(isinstance(condition, ScoreBetween) for condition in plain):
        selection = replace(selection, minimum_score=0.0)
    return replace(selection, conditions=(*selection.conditions, *conditions))


def _conditions(typed: str) -> Iterator[Condition]:
    for piece in pieces(typed, _QUALIFIERS):
        condition = _condition(piece)
        yield Not(condition) if piece.is_negated else condition


def _condition(piece: Piece) -> Plain:
    if piece.name:
        return _QUALIFIERS[piece.name](piece.name, piece.value)
    return literal(piece.value) if piece.is_quoted else sounding(piece.value)


def _status(name: str, value: str) -> Plain:
    return StatusIs(tuple(named(Status, name, one) for one in alternatives(value)))


def _has(name: str, value: str) -> Plain:
    return Has(named(Part, name, value))


def _subject(_name: str, value: str) -> Plain:
    return SubjectHolds(value.strip())


def _document(_name: str, value: str) -> Plain:
    return InDocument(value.strip())


def _score(name: str, value: str) -> Plain:
    low, high, step = limits(name, value, ">80, <50, 50-70 or 90")
    # People read whole numbers on the screen: score:80 is what is shown as 80.
    return ScoreBetween(low - step / 2, high + step / 2)


def _count(name: str, value: str) -> Plain:
    low, high, _ = limits(name, value, ">10, <3, 2-5 or 1", whole=True)
    return CountBetween(int(low), int(high))


_QUALIFIERS: dict[str, Callable[[str, str], Plain]] = {
    "status": _status,
    "subject": _subject,
    "score": _score,
    "count": _count,
    "doc": _document,
    "has": _has,
}
