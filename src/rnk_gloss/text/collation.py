"""The order of words in a glossary: 五十音順 after JIS X 4061 (1996) for readings, A–Z for English."""

from __future__ import annotations

import re
import unicodedata

from rnk_gloss.text.kana import to_hiragana

OTHERS = "＃"
"""The section of what begins with neither a letter nor a kana."""

_ROWS = {
    row[0]: row
    for row in (
        *("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの"),
        *("はひふへほ", "まみむめも", "やゆよ", "らりるれろ", "わゐゑをん"),
    )
}
_ROW_OF = {kana: row for row, members in _ROWS.items() for kana in members}
_VOWEL_OF = {kana: "あいうえお"[place] for row in "あかさたなはまら" for place, kana in enumerate(_ROWS[row])} | {
    "や": "あ", "ゆ": "う", "よ": "お", "わ": "あ", "ゐ": "い", "ゑ": "え", "を": "お", "ん": "ん"
}  # fmt: skip
_FULL_SIZE = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_VOICED, _HALF_VOICED = "\u3099", "\u309a"
_LONG, _SMALL, _REPEATED, _PLAIN = range(4)

_ARTICLE = re.compile(r"^\s*(?:the|an?)\s+(?=\S)")

SortKey = tuple[tuple[tuple[int, str], ...], tuple[int, ...], tuple[int, ...], str]


def reading_order(reading: str) -> SortKey:
    """A key that sorts readings as a Japanese dictionary does.

    Kana count first by their base: は, ば and ぱ, つ and っ, ー and the vowel that it lengthens are equal. Among equals
    plain stands before voiced, a long mark before a small kana before a full one, then hiragana before katakana.
    White space and punctuation count for nothing; digits and Latin letters stand before kana, the rest after.
    """
    bases: list[tuple[int, str]] = []
    voices: list[int] = []
    kinds: list[int] = []
    for character in unicodedata.normalize("NFD", to_hiragana(reading)):
        last = bases[-1][1] if bases else ""
        if character in {_VOICED, _HALF_VOICED}:
            if voices:
                voices[-1] = 1 if character == _VOICED else 2
            continue
        base, kind = character, _PLAIN
        if character == "ー":
            base, kind = _VOWEL_OF.get(last, ""), _LONG
        elif character == "ゝ":
            base, kind = (last if last in _ROW_OF else ""), _REPEATED
        elif character in _FULL_SIZE:
            base, kind = _FULL_SIZE[character], _SMALL
        weight = _weight(base)
        if weight is not None:
            bases.append(weight)
            voices.append(0)
            kinds.append(kind)
    return tuple(bases), tuple(voices), tuple(kinds), reading


def reading_section(reading: str) -> str:
    """The section in which a reading stands: あ か さ …, `A–Z`, `0–9`, or `＃`."""
    bases = reading_order(reading)[0]
    if not bases:
        return OTHERS
    kind, first = bases[0]
    return {1: "0–9", 2: "A–Z"}.get(kind) or _ROW_OF.get(first, OTHERS)


def alphabetical_order(text: str) -> SortKey:
    """A key that sorts English words letter by letter, without an article before them: case, accents, white space and
    punctuation count last."""
    folded = _ARTICLE.sub("", unicodedata.normalize("NFKD", text).casefold(), count=1)
    return tuple(weight for one in folded if (weight := _weight(one)) is not None), (), (), text


def alphabetical_section(text: str) -> str:
    """The section in which a word stands: its first letter as a capital, `0–9`, or `＃`."""
    weights = alphabetical_order(text)[0]
    if not weights:
        return OTHERS
    kind, first = weights[0]
    return {1: "0–9", 2: first.upper()}.get(kind, OTHERS)


def _weight(character: str) -> tuple[int, str] | None:
    """The class of a character and the character; None for what counts for nothing."""
    if not character or unicodedata.category(character)[0] in "PZCMS":
        return None
    if character.isdecimal():
        return 1, character
    if character.isascii():
        return 2, character.lower()
    return (3, character) if character in _ROW_OF else (4, character)
