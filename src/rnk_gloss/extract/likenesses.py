"""Likenesses of terms that may be one, or belong together: questions for a person, which never merge anything.

Measured on pairs of dictionary entries: of those that differ in one kanji with the same reading one in four is two
words, of katakana words one letter apart nearly all are; so both are asked only of forms in the same document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rnk_gloss.extract.spellings import difference
from rnk_gloss.text.readings import reading_of

KANJI_FORM = re.compile(r"[一-龥々ァ-ヶーぁ-んA-Za-z0-9・]*[一-龥々][一-龥々ァ-ヶーぁ-んA-Za-z0-9・]*")
KATAKANA_FORM = re.compile(r"[ァ-ヶー・]{4,}")
SAME_READING, ONE_LETTER, SHORT_FORM, ALIAS = 0.65, 0.55, 0.6, 0.6
# A short form of two letters ends too many other terms (会談, 条約).
SHORTEST_SHORT_FORM = 3
# A form that ends more terms than this is their head, not the short form of one.
MOST_LONG_FORMS = 3
# Groups larger than this come from a likeness that says nothing.
LARGEST_GROUP = 12


@dataclass(frozen=True, slots=True)
class VariantQuestion:
    """Two forms that may be one term (`reason` "same reading" or "one katakana letter"), a term and its short form
    ("short form"), or two names of one thing ("alias"); `confidence` 0.5–0.8."""

    form: str
    other: str
    reason: str
    confidence: float


class _Pair(NamedTuple):
    form: str
    other: str


def questions(
    forms_by_documents: Mapping[str, Collection[int]],
    english_of: Callable[[str], str] = lambda _form: "",
) -> list[VariantQuestion]:
    """What is to be asked about the forms of a batch, the surest first.

    `forms_by_documents` says in which documents each form stands, one form for each cluster of safe spellings;
    `english_of` gives a form's first English in the dictionary, "" for none. Spellings that are safe to merge
    (`difference`) are no questions.
    """
    forms = sorted(forms_by_documents)
    found: dict[_Pair, VariantQuestion] = {}
    for reason, confidence, pairs in (
        ("same reading", SAME_READING, _same_reading(forms)),
        ("short form", SHORT_FORM, _short_forms(forms)),
        ("alias", ALIAS, _aliases(forms, english_of)),
        ("one katakana letter", ONE_LETTER, _one_letter(forms)),
    ):
        for pair in pairs:
            together = not set(forms_by_documents[pair.form]).isdisjoint(forms_by_documents[pair.other])
            if pair not in found and together and not difference(*pair):
                found[pair] = VariantQuestion(*pair, reason, confidence)
    return sorted(found.values(), key=lambda question: (-question.confidence, question.form, question.other))


def _pairs(groups: Mapping[object, list[str]]) -> Iterator[_Pair]:
    for group in groups.values():
        if 2 <= len(group) <= LARGEST_GROUP:
            for form, other in combinations(group, 2):
                yield _Pair(form, other)


def _same_reading(forms: list[str]) -> Iterator[_Pair]:
    """Pairs of one reading and one length that differ in one kanji."""
    groups: dict[object, list[str]] = defaultdict(list)
    for form in forms:
        if len(form) >= 2 and KANJI_FORM.fullmatch(form):
            groups[reading_of(form), len(form)].append(form)
    for pair in _pairs(groups):
        if sum(mine != theirs for mine, theirs in zip(*pair, strict=True)) == 1:
            yield pair


def _one_letter(forms: list[str]) -> Iterator[_Pair]:
    """Pairs of katakana words that are one letter apart: one more, one less, or another one."""
    groups: dict[object, list[str]] = defaultdict(list)
    for form in forms:
        if KATAKANA_FORM.fullmatch(form):
            # Two words one letter apart share a word that lacks one letter of each.
            for shape in {form, *(form[:place] + form[place + 1 :] for place in range(len(form)))}:
                groups[shape].append(form)
    yield from sorted({pair for pair in _pairs(groups) if _is_one_edit(*pair)})


def _is_one_edit(form: str, other: str) -> bool:
    if len(form) == len(other):
        return sum(mine != theirs for mine, theirs in zip(form, other, strict=True)) == 1
    long, short = sorted((form, other), key=len, reverse=True)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _short_forms(forms: list[str]) -> Iterator[_Pair]:
    """Terms with the form that lacks their qualifier (国際原子力機関, 原子力機関), the long one first."""
    known = set(forms)
    long_forms: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for start in range(1, len(form) - SHORTEST_SHORT_FORM + 1):
            if form[start:] in known:
                long_forms[form[start:]].append(form)
    for short, longs in sorted(long_forms.items()):
        if len(longs) <= MOST_LONG_FORMS:
            yield from (_Pair(long, short) for long in longs)


def _aliases(forms: list[str], english_of: Callable[[str], str]) -> Iterator[_Pair]:
    """Terms with one English (欧州, ヨーロッパ)."""
    groups: dict[object, list[str]] = defaultdict(list)
    for form in forms:
        if english := english_of(form).casefold():
            groups[english].append(form)
    yield from _pairs(groups)
