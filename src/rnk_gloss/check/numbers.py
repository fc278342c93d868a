"""Numbers of the source that the translation has otherwise, or not at all: 一万二千 is 12,000, 令和6年 is 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rnk_gloss.check.codes import without_codes
from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.span import Span
from rnk_gloss.text.numbers import Number, find_numbers, numbers_of_one_side


def _words(english: str, japanese: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{english})\b" + (f"|{japanese}" if japanese else ""), re.IGNORECASE)


# What a number is called by words that do not name it.
_SAID_OTHERWISE = {
    "number:0": _words("midnight|non-?zero|zeros", "零時|正午"),
    "number:1/4": _words("quarters?", "四半"),
    "number:1/2": _words("half|halves", "半"),
    "number:2": _words(
        "twice|double[ds]?|doubling|both|pairs?|couple|half|halves|twins?|few|several|binary", "[倍両半]"
    ),
    "number:3": _words("triple[ds]?|tripling|trio|thrice|few|several|quarters?", "サード|スリー|四半"),
    "number:4": _words("quarters?|quarterly|quadruple[ds]?|several", "四半"),
    "number:5": _words("several"),
    "number:6": _words("several"),
    "number:8": _words("octal"),
    "number:10": _words("decades?|teens?|teenagers?|teenaged?|decimal"),
    "number:11": _words("eleven", "イレブン"),
    "number:12": _words("noon|midday|midnight|dozens?", "ダース|正午"),
    "number:15": _words("quarter"),
    "number:16": _words("hex|hexadecimal"),
    "number:24": _words("midnight"),
    "number:30": _words("half", "半"),
    "number:100": _words("century|centuries|centenary|hundreds?"),
    "number:1000": _words("thousands"),
    "percent:25": _words("quarter", "四半"),
    "percent:50": _words("half|halves|halved?", "半"),
    "percent:100": _words("all|whole|entire|entirely|fully", "全"),
}
_NAME_BEFORE = re.compile(r"\b([A-Z][A-Za-z]*)-$", re.ASCII)
_LATIN_WORD = re.compile(r"[a-z]+")
_LONGEST_NAME = 24
_ADDRESS = re.compile(r"\b(?:https?|ftp)://[^\s<>「」、。]+", re.IGNORECASE)
_SMALL_COUNTS = frozenset(("number:1", "number:2"))
_SPANS_OF_TIME = ((_words("decades?"), 10), (_words("century|centuries"), 100))
_AFTERNOON = re.compile(r"午後|夜|晩|夕|\bp\.?m\b|\b(?:afternoon|evening|night)\b", re.IGNORECASE)
_CENTURIES = frozenset((1700, 1800, 1900, 2000))


@dataclass(frozen=True, slots=True)
class Settled:
    """The places of both texts where a term stands and is rendered as the glossary says."""

    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()


NOTHING_SETTLED = Settled()


def check_numbers(
    source: str, target: str, language: str, target_language: str, settled: Settled = NOTHING_SETTLED
) -> Iterator[Finding]:
    """The numbers that one side alone has, each of the source beside one of the translation.

    Other ways to say a number count as the number: two decades, noon, half past, 90年代 for the 1990s, 3 p.m. for 15時.
    What the glossary settles is no fault: 制裁委員会 may be the *1718 Committee*.
    """
    source, target = _prose(source), _prose(target)
    here, there = find_numbers(source, language), find_numbers(target, target_language)
    lost, added = numbers_of_one_side({number.key for number in here}, {number.key for number in there})
    if not lost and not added:
        return
    afternoon = bool(_AFTERNOON.search(source) or _AFTERNOON.search(target))
    here, there = _apart_from_names(here, source, target), _apart_from_names(there, target, source)
    only_here = _unsaid(_outside(here, settled.source), lost, there, target, afternoon=afternoon)
    only_there = _unsaid(_outside(there, settled.target), added, here, source, afternoon=afternoon)
    kept = numbers_of_one_side({number.key for number in only_here}, {number.key for number in only_there})
    pairs = zip_longest(
        (number for number in only_here if number.key in kept[0]),
        (number for number in only_there if number.key in kept[1]),
    )
    for number, other in pairs:
        yield Finding(
            FindingKind.NUMBER,
            source_span=number.span if number else None,
            target_span=other.span if other else None,
            wanted=(number.text,) if number else (),
            found=(other.text,) if other else (),
        )


def _apart_from_names(numbers: Sequence[Number], text: str, other: str) -> list[Number]:
    """The numbers without those of a name in Latin letters (COVID-19) that the other text says otherwise altogether."""
    said = set(_LATIN_WORD.findall(other.casefold()))
    kept = []
    for number in numbers:
        start = number.span[0]
        name = _NAME_BEFORE.search(text[max(start - _LONGEST_NAME, 0) : start])
        if name is None or name[1].casefold() in said:
            kept.append(number)
    return kept


def _outside(numbers: Sequence[Number], places: Sequence[Span]) -> list[Number]:
    return [
        number
        for number in numbers
        if not any(start <= number.span[0] and number.span[1] <= end for start, end in places)
    ]


def _prose(text: str) -> str:
    """The text without its codes and addresses, as long as before."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), without_codes(text))


def _unsaid(
    numbers: Sequence[Number], alone: frozenset[str], others: Sequence[Number], text: str, *, afternoon: bool
) -> list[Number]:
    """Of the numbers that stand `alone`, each once, those that the other text does not say in another way either."""
    first = {number.key: number for number in reversed(numbers) if number.key in alone}
    return [
        number
        for key, number in sorted(first.items(), key=lambda item: item[1].span)
        # 15:00 says no more than 15時; 一 and *second* are words of many kinds where 1 and 2 are counts.
        if number.text != "00"
        and not (key in _SMALL_COUNTS and not any(map(str.isdecimal, number.text)))
        and not (key in _SAID_OTHERWISE and _SAID_OTHERWISE[key].search(text))
        and not any(_may_be_one(number, other, afternoon=afternoon) for other in others)
        and not _spans_time(number, others, text)
    ]


def _may_be_one(number: Number, other: Number, *, afternoon: bool) -> bool:
    """Whether two numbers may be one in two notations: 30〜40％ and 30% to 40%, 午後3時 and 15:00, 90年代 and 1990s."""
    apart = abs(number.value - other.value)
    smaller = min(number.value, other.value)
    return (
        (apart == 0 and number.kind != other.kind)
        or (afternoon and apart == 12 and smaller <= 12)
        or (apart in _CENTURIES and smaller < 100)
    )


def _spans_time(number: Number, others: Sequence[Number], text: str) -> bool:
    """Whether the other text counts the same years in decades or centuries."""
    return any(
        word.search(text) and (number.value == years or any(number.value == other.value * years for other in others))
        for word, years in _SPANS_OF_TIME
    )
