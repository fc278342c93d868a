"""What each kind of difference costs: the whole policy in one table, which a reader can check and a caller replace."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Deduction(NamedTuple):
    """One row: the kind of difference, its cost in points beside the edits that it takes, and what it is."""

    kind: str
    cost: float
    what: str


_SPELLING = (
    Deduction("width", 1, "full-width and half-width forms of one character"),
    Deduction("case", 1, "capital and small letters"),
    Deduction("punctuation", 1, "commas, stops, spaces and the style of quotation marks"),
    Deduction("long vowel", 1, "ー at the end of a katakana word"),
    Deduction("katakana", 1, "two spellings of one foreign word"),
    Deduction("okurigana", 1, "kana that may be left out: 申込, 申し込み"),
    Deduction("kanji/kana", 1, "one word in kanji or in kana"),
    Deduction("old kanji", 1, "old and new forms of one kanji"),
    Deduction("spelling", 1, "one English word in two ways: colour, color; don't, do not"),
    Deduction("numeral notation", 1, "one number in two notations"),
    Deduction("politeness", 2, "plain and polite style: する, します; だ, です, である"),
    Deduction("era", 2, "a year of an era and the same year of the common calendar"),
)
_MEANING = (
    Deduction("polarity", 18, "said and denied: ない, ず, 非, 不, 未, 無, を除き"),
    Deduction("bound", 18, "the end or side of a limit: 以上, 以下, 以前, まで, から, 最大"),
    Deduction("direction", 18, "opposite places and times: 前, 後, 上, 下, 午前, 午後"),
    Deduction("antonym", 18, "opposite actions and states: 開始, 停止"),
    Deduction("roles", 18, "who does what to whom: が and を, 甲 and 乙 changed over"),
    Deduction("number", 18, "another number"),
    Deduction("date", 18, "another date or time"),
    Deduction("unit", 18, "the same number of something else"),
    Deduction("modality", 8, "duty and permission: なければならない, てもよい"),
    Deduction("reading", 0, "a word written by its sound"),
    Deduction("inflection", 0, "another form of an English word: sign, signed"),
    Deduction("wording", 2, "other words; taken once, however many they are"),
)
DEDUCTIONS: Mapping[str, Deduction] = MappingProxyType({row.kind: row for row in (*_SPELLING, *_MEANING)})
"""The rows by kind."""

SPELLING_KINDS = frozenset(row.kind for row in _SPELLING)
"""Kinds that leave the meaning alone. Texts that differ in nothing else are variants of one another."""

VARIANT_FLOOR = 95.0
"""The least that a variant scores: spelling costs no more in all than what is above this."""

FUZZY_CEILING = 94.0
"""The most that a text scores whose wording differs, however long it is: less than any variant."""
