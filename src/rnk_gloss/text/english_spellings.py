"""What English writes in two ways, each in one: don't and do not, 10,000 and 10000, colour and color, 5 May and May 5.

Texts come as plain match keys: in small letters, with straight quotes and single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from rnk_gloss.text.american_spellings import american
from rnk_gloss.text.english_numbers import CARDINALS, MONTHS, ORDINALS, english_numbers
from rnk_gloss.text.rewriting import Rewriting, word_pairs
from rnk_gloss.text.steps import Edit, Steps, TracedStep

_IN_THREE_LETTERS = tuple(dict.fromkeys(name[:3] for name in MONTHS))
_FULL_NAMES = {name[:3]: name for name in MONTHS if len(name) > 3} | {"may": "may"}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_OTHER_MONTH = rf"(?!(?:may|march|mar)\b)(?:{_MONTH})"
_YEAR = r"(?:,? (?P<year>\d{4})\b)"
# Article 5 may say something, and 3 march along: here they are days.
_BEFORE_DATE = r"(?<=\bon )|(?<=\bby )|(?<=\bfrom )|(?<=\bsince )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )"


def _date(match: re.Match[str]) -> str:
    return " ".join(filter(None, (_FULL_NAMES[match["month"][:3]], match["day"], match["year"])))


def _time(match: re.Match[str]) -> str:
    hours = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
    return f"{hours}:{match['minutes'] or '00'}"


def _words_of(text: str) -> list[str]:
    # As fast as one can cut; other letters than these are rare in English.
    return text.translate(_NO_LETTERS).split() if text.isascii() else _LETTERS.findall(text)


_LETTERS = re.compile("[a-z]+")
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).islower()}


class _Numbers:
    """Numbers in words, with commas or with a scale become digits; 5 per cent becomes 5%, 3rd third."""

    needed = ()

    def apply(self, text: str) -> str:
        pieces: list[str] = []
        free = 0
        for start, end, replaced in self.edits(text):
            pieces += text[free:start], replaced
            free = end
        return "".join((*pieces, text[free:])) if free else text

    def edits(self, text: str) -> Sequence[Edit]:
        if CARDINALS.isdisjoint(_words_of(text)) and not _SCALED.search(text):
            return ()
        return [
            (start, end, digits)
            for kind, value, start, end in english_numbers(text)
            if (digits := _digits(text[start:end], value, kind)) is not None
        ]


_SCALE = "hundred|dozen|thousand|million|billion|trillion|k|mn?|t?rn|bn?|tn"
_SCALED = re.compile(rf"\d(?:,\d|(?:st|nd|rd|th)\b|[ -]?(?:per ?cent|pct|{_SCALE})\b| ?%)")
_IN_WORDS = re.compile("[a-z,]")
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(" ?%$|[ -]?(?:per ?cent|pct)$")
_ORDINAL = re.compile(rf"(?:\d(?:st|nd|rd|th)|\b(?:{'|'.join(ORDINALS)}))$")
_ORDINAL_WORDS = {value: word for word, value in ORDINALS.items()}
_PARTS = ("half", "halves", "quarter", "quarters", "ths", "rds")


def _digits(written: str, value: Fraction, kind: str) -> str | None:
    """How a number is written in a key; None where it stays as it is."""
    if kind == "percent":
        number, found = _PERCENT.subn("", written)
        # Percentage points are something else.
        return f"{_digits(number, value, 'number') or number}%" if found else None
    if value.denominator != 1:
        # Two thirds; one and a half million stays.
        return None if _DIGIT.search(written) else f"{value.numerator}/{value.denominator}"
    if written.endswith(_PARTS):
        return None
    if _ORDINAL.search(written):
        return _ORDINAL_WORDS.get(int(value), f"{value}th")
    # 3.0 is no 3 where a version is meant.
    return str(value) if _IN_WORDS.search(written) else None


_CODES = {"usd": "dollars", "eur": "euros", "gbp": "pounds", "jpy": "yen"}
_CURRENCIES = _CODES | {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_CODE = "|".join(_CODES)
_AMOUNT, _WHOLE = r"(?P<amount>\d+(?:\.\d+)?)", r"(?![\d,.]*\d)"


def _amount(match: re.Match[str]) -> str:
    return f"{match['amount']} {_CURRENCIES[match['currency']]}"


_SYMBOLS = word_pairs(
    "kilometer=km kilometers=km kilometre=km kilometres=km kms=km centimeter=cm centimeters=cm centimetre=cm"
    " centimetres=cm millimeter=mm millimeters=mm millimetre=mm millimetres=mm meter=m meters=m metre=m metres=m"
    " kilogram=kg kilograms=kg kilogramme=kg kilogrammes=kg kilo=kg kilos=kg kgs=kg milligram=mg milligrams=mg gram=g"
    " grams=g gramme=g grammes=g milliliter=ml milliliters=ml millilitre=ml millilitres=ml liter=l liters=l litre=l"
    " litres=l kilobyte=kb kilobytes=kb megabyte=mb megabytes=mb gigabyte=gb gigabytes=gb terabyte=tb terabytes=tb"
    " dollar=dollars euro=euros"
)
_SYMBOL = "|".join(sorted(_SYMBOLS, key=len, reverse=True))


def _symbol(match: re.Match[str]) -> str:
    return _SYMBOLS[match.group()]


class _InAmerican(Rewriting):
    def apply(self, text: str) -> str:
        # Nearly all texts stay as they are, and this tells so in a third of the time.
        words = _words_of(text)
        return text if [*map(american, words)] == words else super().apply(text)


_SHORTENED = ["mr", "mrs", "ms", "dr", "vs", "etc", "inc", "ltd", "corp", "co", "vol", "fig", "art", "approx"]
_SHORT_FORMS = (
    # The U.S. and the US, 5 p.m. and 5 pm.
    Rewriting(
        r"(?<![\w.])[a-z](?:\.[a-z])+(?!\w)\.?", lambda match: match.group().replace(".", ""), present=r"\.[a-z]\b"
    ),
    Rewriting(rf"\b({'|'.join(_SHORTENED)})\.(?= |,|$)", r"\1", needed=[f"{word}." for word in _SHORTENED]),
    Rewriting(r"\bno\.(?= ?\d)", "no", needed=("no.",)),
    Rewriting(r"\bwon't\b", "will not", needed=("won't",)),
    Rewriting(r"\bshan't\b", "shall not", needed=("shan't",)),
    Rewriting(r"\bcan't\b", "can not", needed=("can't",)),
    Rewriting(r"(?<=[a-z])n't\b", " not", needed=("n't",)),
    Rewriting(r"(?<=[a-z])'ll\b", " will", needed=("'ll",)),
    Rewriting(r"(?<=[a-z])'re\b", " are", needed=("'re",)),
    Rewriting(r"(?<=[a-z])'ve\b", " have", needed=("'ve",)),
    Rewriting(r"(?<=\bi)'m\b", " am", needed=("'m",)),
    # I'd like to, but I'd better and I'd seen.
    Rewriting(
        r"(?<=[a-z])'d(?= (?:(?:really |also |still )?(?:like|love|prefer|rather|be|recommend|suggest)|have to)\b)",
        " would",
        needed=("'d",),
    ),
    Rewriting(r"\b(it|that|there|here|what|who|where|how|he|she)'s\b", r"\1 is", needed=("'s",)),
    Rewriting(r"\blet's\b", "let us", needed=("let's",)),
    Rewriting(r"(?<=\d0)'s\b", "s", needed=("0's",)),
    # 'Quoted', but the parties' and 'twas.
    Rewriting(r"(?<![\w'])'([^']+)(?<=[\w.,!?])'(?![\w'])", r'"\1"', needed="'"),
)
_DATES = (
    Rewriting(
        rf"\b(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_OTHER_MONTH})\b\.?{_YEAR}?",
        _date,
        needed=_IN_THREE_LETTERS,
    ),
    Rewriting(
        rf"(?:{_BEFORE_DATE}|\b(?=\S+(?: of)? \S+,? \d{{4}}\b))(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?"
        rf" (?P<month>may|march|mar)\b\.?{_YEAR}?",
        _date,
        needed=(" may", " mar"),
    ),
    Rewriting(
        rf"\b(?P<month>{_MONTH})\b\.? (?P<day>\d{{1,2}})(?![\d:%]|[.,]\d)(?:st|nd|rd|th)?\b{_YEAR}?",
        _date,
        needed=_IN_THREE_LETTERS,
    ),
    # 2:30 pm and 14:30, 9 am and 9:00.
    Rewriting(
        r"(?<![\d.,:/-])(?P<hour>0?[1-9]|1[0-2])(?::(?P<minutes>[0-5]\d))? ?(?P<half>[ap])m\b",
        _time,
        needed=("am", "pm"),
    ),
    Rewriting(r"(?<![\d.,:/-])0(?=\d:[0-5]\d(?![\d:]))", needed=(":",)),
)
_AMOUNTS = (
    Rewriting(rf"(?:\bus(?=\$)|(?<![a-z]))(?P<currency>[$€£¥]) ?{_AMOUNT}{_WHOLE}", _amount, needed="$€£¥"),
    Rewriting(rf"\b(?P<currency>{_CODE}) ?{_AMOUNT}{_WHOLE}", _amount, needed=_CODES),
    Rewriting(rf"\b{_AMOUNT} ?(?P<currency>{_CODE})\b", _amount, needed=_CODES),
    Rewriting(r"(?<=\d) us (?=dollars?\b)", " ", needed=(" us ",)),
    Rewriting(r" ?degrees? (?=[cf]\b|celsius\b|fahrenheit\b)", "°", needed=("degree",)),
    Rewriting(r"(?<=°)(?:celsius|fahrenheit)\b", lambda match: match.group()[0], needed=("°celsius", "°fahrenheit")),
    Rewriting(r"(?<=\d) ?x ?(?=\d)", " × ", needed="x"),
    Rewriting(
        rf"(?:(?<=\d)|(?<=\d ))(?:{_SYMBOL})\b",
        _symbol,
        needed=("meter", "metre", "gram", "kilo", "kms", "kgs", "lit", "byte", "dollar", "euro"),
    ),
)
# What has Roman numbers; i, v and x by themselves are letters as often.
_NUMBERED = "world war|chapter|part|volume|book|article|type|phase|section|annex|appendix|class|grade|level|title|act"
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
_PERIODS = "second|minute|hour|day|week|month|year|percent|copy|page|tablet|meter|km|kg"
_WORDS = (
    Rewriting(r"\bcannot\b", "can not", needed=("cannot",)),
    # One of them is no number.
    Rewriting(rf"\bone(?= (?:calendar |business )?(?:{_PERIODS})\b)", "1", needed=("one ",)),
    Rewriting(r"\bper cent\b", "percent", needed=("per cent",)),
    Rewriting(r"\bnot (?=(?:later|earlier|more|less|fewer|longer) than\b)", "no ", needed=("not ",)),
    Rewriting(r"\be-mail", "email", needed=("e-mail",)),
    Rewriting(r"\bwi-fi\b", "wifi", needed=("wi-fi",)),
    Rewriting(r"\bapprox\b", "approximately", needed=("approx",)),
    Rewriting(r"\bvs\b", "versus", needed=("vs",)),
    Rewriting(r"\bfig(?= \d)", "figure", needed=("fig ",)),
    Rewriting(
        rf"\b({_NUMBERED}) ({'|'.join(_ROMAN)})\b",
        lambda match: f"{match[1]} {_ROMAN[match[2]]}",
        present=r" [ivx]+\b",
    ),
    Rewriting(r"\bco-(?=op|ord)", "co", needed=("co-",)),
    Rewriting("(?<=[a-z])-(?=[a-z])", " ", needed="-"),
    Rewriting(r",(?= (?:and|or)\b)", needed=(", and", ", or")),
    Rewriting("(?<= )&(?= )", "and", needed="&"),
    _InAmerican("[a-z]{4,}", lambda match: american(match.group())),
)
_NUMBERS = _Numbers()
# By whether a text may have short forms, and whether it has digits.
_STEPS: Mapping[tuple[bool, bool], Steps[TracedStep]] = {
    (False, False): Steps((_NUMBERS, *_WORDS)),
    (False, True): Steps((*_DATES, _NUMBERS, *_AMOUNTS, *_WORDS)),
    (True, False): Steps((*_SHORT_FORMS, _NUMBERS, *_WORDS)),
    (True, True): Steps((*_SHORT_FORMS, *_DATES, _NUMBERS, *_AMOUNTS, *_WORDS)),
}


def english_steps(text: str) -> Steps[TracedStep]:
    """The steps that can change a text, in order. Others may be able to change what they make of it."""
    return _STEPS["'" in text or "." in text, _DIGIT.search(text) is not None]
