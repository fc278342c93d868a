"""What is typed into a filter, in pieces: words, texts in quotation marks, and qualifiers with their values.

What an input method types is understood: full-width letters, digits, colons, minuses and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from rnk_gloss.errors import UsageError
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
_Chosen = TypeVar("_Chosen", bound=StrEnum)


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


class Piece(NamedTuple):
    """One piece: a qualifier of this `name` with its `value` or, without a name, a word or a text that was quoted. With
    `is_negated` the others are asked for."""

    name: str
    value: str
    is_quoted: bool
    is_negated: bool


def pieces(typed: str, known: Collection[str]) -> Iterator[Piece]:
    """The pieces of a filter that knows these qualifiers. Raises `FilterError`."""
    text = nfc(typed.strip())
    if len(text) > LONGEST_FILTER:
        raise FilterError(Problem.LONG, known=f"{LONGEST_FILTER} characters at most")
    place = count = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        match = _PIECE.match(text, place)
        # Every piece has one character at least: here is one that is no space.
        assert match is not None
        place = match.end()
        piece = _piece(match, known)
        if piece.name or piece.value.strip():
            count += 1
            if count > MOST_CONDITIONS:
                raise FilterError(Problem.LONG, known=f"{MOST_CONDITIONS} words at most")
            yield piece


def _piece(match: re.Match[str], known: Collection[str]) -> Piece:
    quoted = match["quoted"]
    value = match["word"] if quoted is None else quoted
    name = normalize("NFKC", match["name"] or "").lower()
    if name and name not in known:
        raise FilterError(Problem.QUALIFIER, name, known=" ".join(f"{one}:" for one in known))
    if name and quoted is None and not value.strip():
        raise FilterError(Problem.EMPTY, name)
    return Piece(name, value, quoted is not None, bool(match["minus"]))


def alternatives(value: str) -> list[str]:
    """The values that commas or bars part."""
    return [part for part in re.split("[,，、|]", value) if part.strip()] or [value]


def named(kind: Iterable[_Chosen], name: str, value: str) -> _Chosen:
    """The one whose name begins as was typed."""
    typed = normalize("NFKC", value).strip().lower()
    found = [one for one in kind if typed and one.value.startswith(typed)]
    if len(found) != 1:
        raise FilterError(Problem.VALUE, name, value, ", ".join(one.value for one in kind))
    return found[0]


def limits(name: str, value: str, examples: str, *, whole: bool = False) -> tuple[float, float, float]:
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
