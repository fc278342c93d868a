"""What a change does to the meaning: denied, turned round, another number, or other words only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rnk_gloss.match.changes import Change
from rnk_gloss.match.operators import Operator, operators, operators_over
from rnk_gloss.match.opposite_kanji import opposite_compounds
from rnk_gloss.match.oppositions import opposition_words, oppositions
from rnk_gloss.model.span import Span

Finding = tuple[str, tuple[Span, ...], tuple[Span, ...]]
"""A kind of difference, with the words that make it in the query's key and in the stored text's (there may be none)."""

_DATES = frozenset(("年", "月", "日", "年度", "時", "分", "世紀"))
_DIGITS_OF_YEAR = 3
_PREFIXES = frozenset("非不未無")
# 不可, 不能 and 不要 are there by themselves.
_DENIED_BY_ITSELF = frozenset("可能要")
_NEAR = 3
# As text, as below: what few comparisons need is compiled when one does.
_POLITE = "ます|まし|ませ|です|でし|でしょ|ください|ござい"
_ENDING = (
    "(?:ます|ました|まして|まし|ません|ませ|です|でした|でし|である|であった|だった|だ|する|した|して|し"
    "|います|いる|いました|いた|ない|なかった|あり|らない|りません|[うくぐすつぬぶむるえいた])*"
)


def findings(query: str, stored: str, change: Change, language: str) -> list[Finding]:
    """What a change between two match keys does to the meaning, worst first; empty where it is other words only."""
    ours = operators_over(query, language, change.query)
    theirs = operators_over(stored, language, change.stored)
    if not ours or not theirs:
        ours, theirs = (
            _with_longer(ours, theirs, query, change.query, language),
            _with_longer(theirs, ours, stored, change.stored, language),
        )
    opposite = opposite_compounds(query, stored, (change.query, change.stored)) if language == "ja" else None
    if not ours and not theirs and not opposite:
        return []
    opposed = _oppositions(ours, theirs, (query, stored), language)
    if opposite and not opposed:
        opposed = [("antonym", (opposite[0],), (opposite[1],))]
    if change.query.start < change.query.end and change.stored.start < change.stored.end:
        near_ours, near_theirs = _around(query, change.query), _around(stored, change.stored)
        ours = [operator for operator in ours if not _denies_nothing(operator, query, near_theirs)]
        theirs = [operator for operator in theirs if not _denies_nothing(operator, stored, near_ours)]
    found = [*_polarity(ours, theirs), *opposed, *_numbers(ours, theirs)]
    fragments = query[slice(*change.query)], stored[slice(*change.stored)]
    return found if _is_potential(*fragments) else [*found, *_modality(ours, theirs)]


def _with_longer(found: list[Operator], others: list[Operator], key: str, span: Span, language: str) -> list[Operator]:
    """What a change touches in a key; where it adds to a word or number of the other key, the one that goes without:
    被控訴人 and 控訴人, 100 and 10, -5 and 5."""
    if found or not others or span.start != span.end:
        return found
    return [
        operator
        for operator in operators(key, language)
        if (operator.start == span.start and any(other.value.endswith(operator.value) for other in others))
        or (operator.end == span.start and any(other.value.startswith(operator.value) for other in others))
    ]


def _around(key: str, span: Span) -> str:
    return key[max(0, span.start - _NEAR) : span.end + _NEAR]


def _denies_nothing(operator: Operator, key: str, other: str) -> bool:
    """Whether 不 or its like belongs to a word of its own: 不平 denies nothing where 冗談 stood, 不安定 does where 安定
    did."""
    if operator.family != "polarity" or operator.value not in _PREFIXES:
        return False
    denied = key[operator.end : operator.end + 1]
    return denied not in other and denied not in _DENIED_BY_ITSELF


def _polarity(ours: list[Operator], theirs: list[Operator]) -> list[Finding]:
    denied = [operator for operator in ours if operator.family == "polarity"]
    denied_there = [operator for operator in theirs if operator.family == "polarity"]
    return [("polarity", (), ())] if len(denied) % 2 != len(denied_there) % 2 else []


def _modality(ours: list[Operator], theirs: list[Operator]) -> list[Finding]:
    here = Counter(operator.value for operator in ours if operator.family == "modality")
    there = Counter(operator.value for operator in theirs if operator.family == "modality")
    return [("modality", (), ())] if here != there else []


def _is_potential(query: str, stored: str) -> bool:
    """Whether both fragments say that something can be done: 望むことができる and 望める, 食べることができる and
    食べられる."""
    longer, shorter = (query, stored) if len(query) > len(stored) else (stored, query)
    ending = _CAN_BE_DONE.fullmatch(longer)
    return ending is not None and shorter in {_POTENTIAL[ending[1]], "られ" if ending[1] == "る" else ""}


_POTENTIAL = dict(zip("うくぐすつぬぶむる", "えけげせてねべめれ", strict=True))
_CAN_BE_DONE = re.compile(f"([{''.join(_POTENTIAL)}])こと[がはも]でき")


def _numbers(ours: list[Operator], theirs: list[Operator]) -> list[Finding]:
    here = [operator for operator in ours if operator.family == "number"]
    there = [operator for operator in theirs if operator.family == "number"]
    if Counter(map(_amount, here)) == Counter(map(_amount, there)):
        return []
    dated = any(_is_date(number) for number in (*here, *there))
    values, values_there = [number.value for number in here], [number.value for number in there]
    # In another order, 3月4日 is 4月3日.
    if values == values_there or (not dated and Counter(values) == Counter(values_there)):
        return [("unit", _spans(here), _spans(there))]
    return [("date" if dated else "number", _spans(here), _spans(there))]


def _amount(number: Operator) -> tuple[str, str]:
    # 2度行った and 2回行った, 1年 and 1年間; 2024年 is a date.
    if number.unit == "年間" or (number.unit == "年" and len(number.value) < _DIGITS_OF_YEAR):
        return number.value, "年"
    return number.value, "回" if number.unit == "度" else number.unit


def _spans(words: Iterable[Operator]) -> tuple[Span, ...]:
    return tuple(Span(word.start, word.end) for word in words)


def _is_date(number: Operator) -> bool:
    # 8年 is a time that something takes: keys have no years of eras.
    is_duration = number.unit == "年" and len(number.value) < _DIGITS_OF_YEAR
    return ":" in number.value or (number.unit in _DATES and not is_duration)


# One end of a span may go unsaid: 三月から五月まで and 三月～五月.
_ENDS_OF_SPANS = frozenset(("から", "てから", "まで", "from", "until"))


def _oppositions(ours: list[Operator], theirs: list[Operator], keys: tuple[str, str], language: str) -> list[Finding]:
    rows = oppositions(language)
    sides = opposition_words(language)[1]
    here = [operator for operator in ours if operator.family == "word"]
    there = [operator for operator in theirs if operator.family == "word"]
    found: list[Finding] = []
    taken: set[Operator] = set()
    for word in here:
        for other in there:
            row = _row_of_both(sides[word.value], sides[other.value])
            if row is not None and not taken.intersection((word, other)):
                taken |= {word, other}
                found.append((rows[row].kind, _spans([word]), _spans([other])))
    if found:
        return found
    limits, limits_there = ({row for word in words for row, _side in sides[word.value]} for words in (here, there))
    alone = [
        word
        for words, others, key in ((here, limits_there, keys[0]), (there, limits, keys[1]))
        for word in words
        if word.value not in _ENDS_OF_SPANS
        and not (word.value.startswith("以") and _limits_nothing(key, word.start))
        and any(rows[row].limit and row not in others for row, _side in sides[word.value])
    ]
    return [("bound", _spans(here), _spans(there))] if alone else []


def _row_of_both(sides: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> int | None:
    """The first row on different sides of which two words stand."""
    return next((row for row, side in sides if any(row == there and side != that for there, that in others)), None)


def _limits_nothing(key: str, place: int) -> bool:
    """Whether 以下 or its like stands behind nothing that it could be a limit of: 以下のとおり, それ以前."""
    before = key[place - 1 : place]
    counts_things = before == "つ" and key[place - 2 : place - 1].isdecimal()
    return not before or before in ' "' or ("ぁ" <= before <= "ゖ" and not counts_things)


def is_politeness(query: str, stored: str) -> bool:
    """Whether two fragments are one word in two styles: 支払う and 支払います, だ and である.

    Whether one denies what the other says is for `findings` to tell, and is not asked here.
    """
    if query == stored:
        return False
    common = 0
    while common < min(len(query), len(stored)) and query[common] == stored[common]:
        common += 1
    endings = query[common:], stored[common:]
    if bool(re.search(_POLITE, query)) == bool(re.search(_POLITE, stored)) and not _COPULA.issuperset(endings):
        return False
    return all(re.fullmatch(_ENDING, _sound_row(ending)) for ending in endings)


_COPULA = frozenset(("", "だ", "である", "だった", "であった", "った", "あった"))


def _sound_row(ending: str) -> str:
    # 支払い+ます and 支払う differ in the row of their last kana only; the polite side's kana is dropped.
    return re.sub("^[いきぎしちにびみりっん](?=ま|た|だ|て|で)", "", ending)


def is_reordered(query: str, stored: str) -> bool:
    """Whether the same characters stand in another order (日英 and 英日), with no kana to say why."""
    return (
        len(query) > 1
        and query != stored
        and any(map(str.isalnum, query))
        and sorted(query) == sorted(stored)
        and not any("ぁ" <= character <= "ゖ" for character in query)
    )
