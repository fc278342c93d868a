"""Numbers as English writes them: 12,000, 3.4 million, £2bn, twelve thousand, thirty-first, 30 per cent, June."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_gloss.text.numbers import NumberKind

_LONGEST_NUMBER = 100
_MOST_WORDS = 24


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split(","))}


_ONES = _numbered("zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve", 0) | _numbered(
    "thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen", 13
)
_TENS = _numbered("twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety", 20, 10)
ORDINALS = _numbered(
    "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,fifteenth,"
    "sixteenth,seventeenth,eighteenth,nineteenth",
    1,
) | _numbered("twentieth,thirtieth,fortieth,fiftieth,sixtieth,seventieth,eightieth,ninetieth", 20, 10)
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + plural: value for word, value in ORDINALS.items() if value > 2 for plural in ("", "s")
}
_NUMBER_WORDS = frozenset({*_ONES, *_TENS, *ORDINALS, *_SCALES, *_PARTS})
CARDINALS = frozenset({*_ONES, *_TENS, *_SCALES}) - {"one"}
"""Every number in words has one of these, but for *one* alone, *first* and its like."""
MONTHS = _numbered(
    "january,february,march,april,may,june,july,august,september,october,november,december", 1
) | _numbered("jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec", 1)
MONTHS["sept"] = 9

# 3.5 is one number; 3.5.1 (a version, a date) is three and 7.55 am two.
_TOKEN = re.compile(
    r"(?P<digits>(?<!\d\.)(?>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d++(?!\.\d| ?[ap]\.?m\b))?+|\d++)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|[ -]?(?P<scale>hundred|dozen|thousand|million|billion|trillion)\b|"
    r"(?P<short>(?:k|mn?|bn?|t?rn|tn)\b))?"
    r"|\b(?P<word>[a-z]+)",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"[$£€¥₩₹] ?\Z")
_PERCENT = re.compile(r" ?%|[ -]per ?cent(?:age points?)?\b| percentage points?\b| pct\b", re.IGNORECASE)
_JOIN = re.compile(r"(?:,? and |[ -])(?P<word>[a-z]+)\b", re.IGNORECASE)
_DATE_AFTER = re.compile(r"\.?,? ?\d")
_DATE_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|of|on|by|since|until|till|from|to|last|next|this|early|mid|late|every|"
    r"between|through|before|after|during|and|or))[ -]\Z",
    re.IGNORECASE,
)


def english_numbers(text: str) -> Iterator[tuple[NumberKind, Fraction, int, int]]:
    """Kind, value, start and end of each number, in order; the text has half-width digits."""
    place = 0
    while match := _TOKEN.search(text, place):
        place = match.end()
        found = _digits_value(text, match) if match["digits"] else _phrase(text, match)
        if found is not None:
            value, end = found
            percent = _PERCENT.match(text, end)
            place = percent.end() if percent else end
            yield "percent" if percent else "number", value, match.start(), place
        elif match["word"] and (month := _month(text, match)):
            yield "month", Fraction(month), match.start(), match.end()


def _digits_value(text: str, match: re.Match[str]) -> tuple[Fraction, int] | None:
    if len(match["digits"]) > _LONGEST_NUMBER:
        return None
    value = Fraction(match["digits"].replace(",", ""))
    if match["scale"]:
        return value * _SCALES[match["scale"].lower()], match.end()
    short = (match["short"] or "").lower()
    # 5m and 3b are metres and paragraphs as often as millions: they need a currency.
    if short in _SHORT_SCALES and (
        short not in {"m", "b"} or _CURRENCY_BEFORE.search(text, max(0, match.start() - 2), match.start())
    ):
        return value * _SHORT_SCALES[short], match.end()
    return value, match.end() if match["ordinal"] else match.end("digits")


def _phrase(text: str, match: re.Match[str]) -> tuple[Fraction, int] | None:
    """The value of the longest number in words that begins with this word, and where it ends."""
    words = [(match["word"].lower(), match.end())]
    if words[0][0] not in _NUMBER_WORDS and words[0][0] not in {"a", "an"}:
        return None
    while len(words) < _MOST_WORDS and (following := _JOIN.match(text, words[-1][1])):
        word = following["word"].lower()
        if word not in _NUMBER_WORDS:
            break
        words.append((word, following.end()))
    if (fraction := _fraction(words)) is not None:
        return fraction
    return _cardinal(words, text)


def _fraction(words: list[tuple[str, int]]) -> tuple[Fraction, int] | None:
    if len(words) < 2 or words[0][0] not in _ONES or words[1][0] not in _PARTS:
        return None
    numerator, part = _ONES[words[0][0]], words[1][0]
    # *two third places* is no fraction, *one third* is.
    if numerator == 0 or (numerator > 1 and not part.endswith("s") and part not in {"half", "quarter"}):
        return None
    return Fraction(numerator, _PARTS[part]), words[1][1]


def _cardinal(words: list[tuple[str, int]], text: str) -> tuple[Fraction, int] | None:
    total = section = 0
    value: tuple[Fraction, int] | None = None
    largest = 10**15
    room = 10**3  # what may still be added to the section: tens after hundreds, ones after tens
    for place, (word, end) in enumerate(words):
        if word in {"a", "an"} and place == 0 and len(words) > 1 and words[1][0] in _SCALES:
            section = 1
            continue
        small = _ONES.get(word, _TENS.get(word, ORDINALS.get(word)))
        if small is not None and (small < room or section == 0 == total) and not (small == 0 and place):
            section += small
            room = 10 if word in _TENS else 0
        elif word == "hundred" and 0 < section < 100 and room <= 10:
            section, room = section * 100, 100
        elif word in _SCALES and section and _SCALES[word] < largest:
            largest = _SCALES[word]
            total, section, room = total + section * largest, 0, 10**3
        else:
            break
        value = Fraction(total + section), end
        if word in ORDINALS:
            break
    if value is None or (words[0][1] == value[1] and words[0][0] == "one"):
        return None
    return value


def _month(text: str, match: re.Match[str]) -> int | None:
    word = match["word"]
    month = MONTHS.get(word.lower())
    if month is None or not word[0].isupper():
        return None
    if len(word) > 5 or word in {"June", "July", "April"} or (word.isupper() and len(word) > 3):
        return month
    # *May*, *March* and the abbreviations are words and names too.
    is_date = _DATE_AFTER.match(text, match.end()) or _DATE_BEFORE.search(
        text, max(0, match.start() - 12), match.start()
    )
    is_abbreviated = len(word) <= 4 and word != "May" and text.startswith(".", match.end())
    return month if is_date or is_abbreviated else None
