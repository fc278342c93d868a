"""Glosses: what a writer puts in parentheses after a term to explain it (an abbreviation, an English name, a reading).

Most parentheses are something else: dates, amounts, sources, positions in a photograph, asides. These are told apart by
their form alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rnk_gloss.model.span import Span


class GlossKind(StrEnum):
    """What a gloss gives for the term before it."""

    ABBREVIATION = "abbreviation"
    ENGLISH = "English name"
    READING = "reading"
    ALIAS = "other name"


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term and what the parenthesis after it gives; `left` and `right` are places in the sentence.

    `quoted` says that the term stands in quotation marks, so that its left border is certain.
    """

    term: str
    text: str
    kind: GlossKind
    left: Span
    right: Span
    quoted: bool


PARENTHESIS = re.compile(r"\(([^()]{1,60})\)")
QUOTED_BEFORE = re.compile(r"[「『“]([^「」『』“”]{2,25})[」』”]\s?$")
TERM_BEFORE = re.compile(r"([一-龥々ァ-ヶーA-Za-z0-9・\-]{2,30}) ?$")
HAS_KANJI = re.compile(r"[一-龥々]")
REACH = 40

ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9&\-]{0,9}|[a-z][A-Z][A-Za-z0-9&\-]{0,9}")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9 .&'’\-]*")
ENGLISH_AND_ABBREVIATION = re.compile(
    r"(?P<english>[A-Z][A-Za-z .&'’\-]*[A-Za-z])\s?[:;,、=/]\s?(?P<short>[A-Z][A-Z0-9][A-Za-z0-9]{0,7})"
    r"|(?P<short_before>[A-Z][A-Z0-9]{1,8})\s?[:;,、=/]\s?(?P<english_after>[A-Z][A-Za-z .&'’\-]+)"
)
READING = re.compile(r"[ぁ-ゖー・ ]{2,30}|[ァ-ヶー・ ]{2,30}")
KANJI_ONLY = re.compile(r"[一-龥々]+")
LONGEST_SYLLABLE = 3  # kana that one kanji can be read with, as a rule
ALIAS = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9・]{2,20}")
QUOTED_ALIAS = re.compile(r"[「『]([^「」『』]{2,25})[」』]")

# A parenthesis that holds one of these is a date, an amount, a source, a note or an aside.
NO_GLOSS = re.compile(
    r"\d+(?:年|月|日|時|分|歳|円|ドル|ユーロ|人|%|頁|ページ)|^[\d※,.~\-–/ ]+$|^第?\d+[条項章節号]"
    r"|^(?:右|左|中央|上|下|奥|手前|前列|後列|当時|仮名|敬称略|以下|前述|後述|前出|上記|下記|同|注|写真|図|表|出典|訳注|笑|略|故)"
    r"|[。、=:;?!]|^約|など$|のみ$|(?:前掲|参照|撮影|提供)"
)
# A source named after a quotation looks like a gloss of it; a term in quotation marks holds no particle phrase.
PHRASE = re.compile(r"[ぁ-ん]{2,}|[はがをにでともの]")


def find_glosses(sentence: str) -> list[Gloss]:
    """The glosses of a sentence (width folded, so that parentheses are ASCII), in order."""
    found: list[Gloss] = []
    for parenthesis in PARENTHESIS.finditer(sentence):
        term = _term_before(sentence, parenthesis.start())
        if term is None:
            continue
        name, left, quoted = term
        for kind, text, start in _readings_of(parenthesis.group(1), name, quoted):
            begin = parenthesis.start(1) + start
            found.append(Gloss(name, text, kind, left, Span(begin, begin + len(text)), quoted))
    return found


def _term_before(sentence: str, end: int) -> tuple[str, Span, bool] | None:
    start = max(0, end - REACH)
    before = sentence[start:end]
    quoted = QUOTED_BEFORE.search(before)
    found = quoted or TERM_BEFORE.search(before)
    if found is None:
        return None
    return found.group(1), Span(start + found.start(1), start + found.end(1)), quoted is not None


def _readings_of(inside: str, term: str, quoted: bool) -> list[tuple[GlossKind, str, int]]:
    """The kinds, texts and places of what a parenthesis gives, long forms before abbreviations; [] for no gloss."""
    if pair := ENGLISH_AND_ABBREVIATION.fullmatch(inside):
        english = "english" if pair["english"] else "english_after"
        short = "short" if pair["short"] else "short_before"
        return [
            (GlossKind.ENGLISH, pair[english], pair.start(english)),
            (GlossKind.ABBREVIATION, pair[short], pair.start(short)),
        ]
    if NO_GLOSS.search(inside) or len(inside) < 2:
        return []
    if READING.fullmatch(inside) and (inside[0] <= "ゖ" or _may_sound(inside, term)):
        return [(GlossKind.READING, inside, 0)] if HAS_KANJI.search(term) else []
    if ABBREVIATION.fullmatch(inside) and not inside.islower() and inside[1:] != inside[1:].lower():
        return [(GlossKind.ABBREVIATION, inside, 0)]
    if ENGLISH.fullmatch(inside):
        return [(GlossKind.ENGLISH, inside, 0)]
    return _alias_of(inside, term, quoted)


def _may_sound(katakana: str, term: str) -> bool:
    """Whether katakana can be the reading of a term in kanji, by its length (羅津, ラジン)."""
    return KANJI_ONLY.fullmatch(term) is not None and len(term) <= len(katakana) <= LONGEST_SYLLABLE * len(term)


def _alias_of(inside: str, term: str, quoted: bool) -> list[tuple[GlossKind, str, int]]:
    if quoted and PHRASE.search(term):
        return []
    if alias := QUOTED_ALIAS.fullmatch(inside):
        return [(GlossKind.ALIAS, alias.group(1), alias.start(1))]
    return [(GlossKind.ALIAS, inside, 0)] if ALIAS.fullmatch(inside) else []
