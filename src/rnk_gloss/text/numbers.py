"""Numbers in Japanese and English text, brought to values that can be compared across the two languages."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rnk_gloss.model.span import Span
from rnk_gloss.text.english_numbers import english_numbers
from rnk_gloss.text.japanese_numbers import japanese_numbers

NumberKind = Literal["number", "percent", "month"]

# Some write a space between digits and kanji: 1 万 5 千, 6 月, 70 パーセント.
_SPACE_WITHIN = re.compile(
    r"(?<=\d) (?=[千百十万億兆京年月割%]|パーセント|分の)|(?<=[千百十万億兆京]) (?=\d)|(?<=分の) (?=\d)"
)
_SMALL_COUNTS = frozenset(("number:1", "number:2"))
# Full-width signs one for one, so that places in the folded text are places in the text.
_HALF_WIDTH = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written (`text`, at `span`) and what it means (`kind`, `value`). Two numbers are the same when kind
    and value are, however they are written; `key` says both in one word.

    - `number`: quantities, ordinals (第三, *third*: 3), fractions (3分の1: 1/3), days, and Gregorian years (令和6年:
      2024). Signs and currencies are not part of it.
    - `percent`: the value in per cent (3割, 30％, *30 percent*: 30); the span holds the sign or word.
    - `month`: 1–12 for a month of the year (6月, *June*); the span holds 月. A duration (6か月) is a number.
    """

    kind: NumberKind
    value: Fraction
    span: Span
    text: str

    @property
    def key(self) -> str:
        """A word for comparing: `number:12000`, `number:17/5` for 3.4, `percent:30`, `month:6`."""
        return f"{self.kind}:{self.value}"


def _number(text: str, kind: NumberKind, value: Fraction, start: int, end: int) -> Number:
    return Number(kind, value, Span(start, end), text[start:end])


def find_numbers(text: str, language: str = "ja") -> list[Number]:
    """The numbers of a text in order, without overlap; language codes other than `ja` are read as English.

    Kanji numerals count as numbers only where they are written as such: two or more of them (二十, 二〇二四), before a
    counter (六者, 三年), or after 第; words like 一部, 一方, 三菱, 万一 and 十分 do not count. Of the English
    words, *one* and *a* alone are no numbers. Numbers of more than 100 digits are left out.
    """
    folded = text.translate(_HALF_WIDTH)
    if language.replace("_", "-").split("-")[0].lower() != "ja":
        return [_number(text, *found) for found in english_numbers(folded)]
    if not _SPACE_WITHIN.search(folded):
        return [_number(text, *found) for found in japanese_numbers(folded)]
    spaces = {match.start() for match in _SPACE_WITHIN.finditer(folded)}
    places = [place for place in range(len(folded)) if place not in spaces]
    closed = "".join(folded[place] for place in places)
    return [
        _number(text, kind, value, places[start], places[end - 1] + 1)
        for kind, value, start, end in japanese_numbers(closed)
    ]


def numbers_of_one_side(source: AbstractSet[str], target: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers, by their keys, that one of two translations of each other has and the other has not; both empty
    where they may well agree.

    One and two alone say nothing: they are often words of another kind (一つ, *a*, *both*, *another*). So is a month
    that one side alone names: a Japanese report says 20日 where an English one says June 20.
    """
    months, months_there = ({key for key in side if key.startswith("month:")} for side in (source, target))
    if not months or not months_there:
        source, target = source - months, target - months_there
    only_here, only_there = frozenset(source - target), frozenset(target - source)
    if only_here and only_there:
        return only_here, only_there
    return only_here - _SMALL_COUNTS, only_there - _SMALL_COUNTS
