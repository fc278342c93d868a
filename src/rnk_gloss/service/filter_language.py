"""The language in which a list of entries is filtered: words that all must be found, and qualifiers.

A word is kanji, kana, romaji or English; in quotation marks it is found as it stands. Qualifiers are `status:`,
`subject:`, `score:`, `count:`, `doc:` and `has:`; a minus before either asks for the others. What an input method
types is understood: full-width letters, digits, colons, minuses and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar
from unicodedata import normalize

from rnk_gloss.errors import UsageError
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
from rnk_gloss.service.search import literal, sounding
from rnk_gloss.text.normalise import nfc

LONGEST_FILTER = 400
MOST_CONDITIONS = 12

_QUOTES = '"＂“”'
_PIECE = re.compile(
    r"(?P<minus>[-－](?=\S))?"
    r"(?:(?P<name>[A-Za-zＡ-Ｚａ-ｚ]+)[:：])?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)|(?P<word>\S*))"
)
_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,3})?)"
_COMPARED = re.compile(rf"(>=|<=|>|<|≥|≤|=)?{_NUMBER}")
_RANGE = re.compile(rf"{_NUMBER}(?:-|~|〜|–|\.\.){_NUMBER}")
_HIGHEST = 10.0**9
_Chosen = TypeVar("_Chosen", Status, Part)


class Problem(StrEnum):
    """What can be wrong with a filter."""

    QUALIFIER = "unknown qualifier"
    VALUE = "unknown value"
    NUMBER = "no number"
    EMPTY = "nothing after the colon"
    LONG = "too long"


_SAID = {
    Problem.QUALIFIER: '{name}: is no qualifier; there are {known}; "{name}:…" in quotation marks is found as text',
    Problem.VALUE: "{name}: knows {known}, not {value}",
    Problem.NUMBER: "{name}: needs a number, such as {known}",
    Problem.EMPTY: "{name}: needs something after the colon",
    Problem.LONG: "the filter is too long: {known}",
}


class FilterError(UsageError):
    """A filter that makes no sense: the `problem`, the qualifier's `name`, the `value` typed, and what is `known`."""

    def __init__(self, problem: Problem, name: str = "", value: str = "", known: str = "") -> None:
        super().__init__(_SAID[problem].format(name=name, value=value, known=known))
        self.problem = problem
        self.name = name
        self.value = value
        self.known = known


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
    text = nfc(typed.strip())
    if len(text) > LONGEST_FILTER:
        raise FilterError(Problem.LONG, known=f"{LONGEST_FILTER} characters at most")
    place = count = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        piece = _PIECE.match(text, place)
        # Every piece has one character at least: here is one that is no space.
        assert piece is not None
        place = piece.end()
        condition = _condition(piece)
        if condition is not None:
            count += 1
            if count > MOST_CONDITIONS:
                raise FilterError(Problem.LONG, known=f"{MOST_CONDITIONS} words at most")
            yield Not(condition) if piece["minus"] else condition


def _condition(piece: re.Match[str]) -> Plain | None:
    quoted, word = piece["quoted"], piece["word"]
    if piece["name"] is not None:
        name = normalize("NFKC", piece["name"]).lower()
        meaning = _QUALIFIERS.get(name)
        if meaning is None:
            raise FilterError(Problem.QUALIFIER, name, known=" ".join(f"{known}:" for known in _QUALIFIERS))
        value = word if quoted is None else quoted
        if not value.strip() and quoted is None:
            raise FilterError(Problem.EMPTY, name)
        return meaning(name, value)
    if quoted is not None:
        return literal(quoted) if quoted.strip() else None
    return sounding(word)


def _status(name: str, value: str) -> Plain:
    return StatusIs(tuple(_named(Status, name, one) for one in _alternatives(value)))


def _has(name: str, value: str) -> Plain:
    return Has(_named(Part, name, value))


def _subject(_name: str, value: str) -> Plain:
    return SubjectHolds(value.strip())


def _document(_name: str, value: str) -> Plain:
    return InDocument(value.strip())


def _score(name: str, value: str) -> Plain:
    low, high, step = _limits(name, value, ">80, <50, 50-70 or 90")
    # People read whole numbers on the screen: score:80 is what is shown as 80.
    return ScoreBetween(low - step / 2, high + step / 2)


def _count(name: str, value: str) -> Plain:
    low, high, _ = _limits(name, value, ">10, <3, 2-5 or 1", whole=True)
    return CountBetween(int(low), int(high))


_QUALIFIERS: dict[str, Callable[[str, str], Plain]] = {
    "status": _status,
    "subject": _subject,
    "score": _score,
    "count": _count,
    "doc": _document,
    "has": _has,
}


def _alternatives(value: str) -> list[str]:
    return [part for part in re.split("[,，、|]", value) if part.strip()] or [value]


def _named(kind: Iterable[_Chosen], name: str, value: str) -> _Chosen:
    """The one whose name begins as was typed."""
    typed = normalize("NFKC", value).strip().lower()
    found = [one for one in kind if typed and one.value.startswith(typed)]
    if len(found) != 1:
        raise FilterError(Problem.VALUE, name, value, ", ".join(one.value for one in kind))
    return found[0]


def _limits(name: str, value: str, examples: str, *, whole: bool = False) -> tuple[float, float, float]:
    """The least and the greatest number that is asked for, and the step between two numbers as they were typed."""
    typed = normalize("NFKC", value).strip()
    numbers = _RANGE.fullmatch(typed) or _COMPARED.fullmatch(typed)
    if numbers is None or (whole and "." in typed.replace("..", "")):
        raise FilterError(Problem.NUMBER, name, value, examples)
    step = 10.0 ** -max(len(part.partition(".")[2]) for part in numbers.groups() if part and part[0].isdigit())
    if numbers.re is _RANGE:
        low, high = sorted((float(numbers[1]), float(numbers[2])))
        return low, high, step
    sign, number = numbers[1], float(numbers[2])
    least = {">": number + step, ">=": number, "≥": number}.get(sign, -1.0 if sign in {"<", "<=", "≤"} else number)
    most = {"<": number - step, "<=": number, "≤": number}.get(sign, _HIGHEST if sign in {">", ">=", "≥"} else number)
    return least, most, step
