"""Which writing system a character belongs to, and which language a text is likely to be in."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Literal

KANJI_OF_KEY = r"[^\Wa-zぁ-ヿ]"
"""A pattern for any kanji of a match key, as what is neither kana nor small letter nor sign: a set that names all kanji
takes a millisecond to compile, each time."""
KANJI_AND_OTHERS = "一-鿿々"
"""The same as a part of a set, where a character may be something else too: for patterns that few texts need."""


class Script(StrEnum):
    """What a character is, as far as Japanese–English text needs to know; symbols count as punctuation."""

    KANJI = "kanji"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    LATIN = "latin"
    DIGIT = "digit"
    PUNCTUATION = "punctuation"
    OTHER = "other"


_KANJI = (
    (0x2E80, 0x2FDF),  # radicals, as scanned texts and PDF files have them
    (0x3005, 0x3007),  # 々〆〇
    (0x3021, 0x3029),  # Hangzhou numerals
    (0x3038, 0x303B),
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x3FFFD),  # extensions B and later
)
_HIRAGANA = (
    (0x3041, 0x3096),
    (0x309D, 0x309F),
    (0x1B001, 0x1B11F),  # hentaigana
    (0x1B132, 0x1B132),
    (0x1B150, 0x1B152),
    (0x1F200, 0x1F200),
)
_KATAKANA = (
    (0x30A1, 0x30FA),
    (0x30FC, 0x30FF),  # ー and the iteration marks
    (0x31F0, 0x31FF),
    (0xFF66, 0xFF9F),  # half-width, with ｰ, ﾞ and ﾟ
    (0x1B000, 0x1B000),
    (0x1B120, 0x1B122),
    (0x1B155, 0x1B155),
    (0x1B164, 0x1B167),
)
_JAPANESE = frozenset({Script.KANJI, Script.HIRAGANA, Script.KATAKANA})
_WORTH_OF_LATIN_WORD = 0.75


@lru_cache(maxsize=8192)
def script_of(character: str) -> Script:
    """The script of one character. Combining marks, white space and control characters are `OTHER`."""
    point = ord(character)
    for ranges, script in ((_KANJI, Script.KANJI), (_HIRAGANA, Script.HIRAGANA), (_KATAKANA, Script.KATAKANA)):
        if any(first <= point <= last for first, last in ranges):
            return script
    kind = unicodedata.category(character)
    if kind[0] == "N":
        return Script.DIGIT
    if kind[0] in "PS":
        return Script.PUNCTUATION
    if kind[0] == "L" and "LATIN" in unicodedata.name(character, ""):
        return Script.LATIN
    return Script.OTHER


def is_kanji(character: str) -> bool:
    """True for ideographs of every plane and for 々, 〆 and 〇."""
    return script_of(character) is Script.KANJI


def is_katakana(character: str) -> bool:
    """True for katakana of either width, small letters and the long mark ー; not for the middle dot ・."""
    return script_of(character) is Script.KATAKANA


def is_hiragana(character: str) -> bool:
    """True for hiragana with its iteration marks; not for ー, which counts as katakana."""
    return script_of(character) is Script.HIRAGANA


def is_japanese(character: str) -> bool:
    """True for kanji, hiragana and katakana."""
    return script_of(character) in _JAPANESE


def guess_language(text: str) -> Literal["ja", "en"] | None:
    """`"ja"`, `"en"`, or None where a text has no letters of either script or is mostly in a third one.

    Hiragana is the strongest sign of Japanese, since a sentence has no grammar without it; kanji and katakana also
    occur as quoted names in English. `"en"` says no more than that the text is in Latin letters.
    """
    japanese = 0.0
    latin_words = foreign = 0
    previous = Script.OTHER
    for character in text:
        script = script_of(character)
        if script is Script.HIRAGANA:
            japanese += 1
        elif script in _JAPANESE:
            japanese += 0.5
        elif script is Script.LATIN:
            latin_words += previous is not Script.LATIN
        elif script is Script.OTHER and character.isalpha():
            foreign += 1
        if not unicodedata.combining(character):
            previous = script
    english = latin_words * _WORTH_OF_LATIN_WORD
    if max(japanese, english) == 0 or foreign > japanese + english * 5:
        return None
    return "ja" if japanese >= english else "en"
