"""Readings: kana from Japanese text, one kana script from the other, and Latin letters from kana."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.number_readings import counted_reading, number_reading
from rnk_gloss.text.script import Script, is_kanji, script_of
from rnk_gloss.text.tokens import Token, tokens

if TYPE_CHECKING:
    from pykakasi import Kakasi

_KANA_ONLY = re.compile(r"[\u3041-\u3096\u309d\u309e\u30a1-\u30fe]+")
_ROMAN_NUMERALS = {0x2160 + place: str(place + 1) for place in range(12)} | {
    0x2170 + place: str(place + 1) for place in range(12)
}
_LETTER_NAMES = (
    *("えー", "びー", "しー", "でぃー", "いー", "えふ", "じー", "えいち", "あい", "じぇー", "けー", "える", "えむ"),
    *(
        "えぬ",
        "おー",
        "ぴー",
        "きゅー",
        "あーる",
        "えす",
        "てぃー",
        "ゆー",
        "ぶい",
        "だぶりゅー",
        "えっくす",
        "わい",
        "ぜっと",
    ),
)
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _LETTER_NAMES, strict=True))
_UNITS = {
    "m": "めーとる",
    "cm": "せんちめーとる",
    "mm": "みりめーとる",
    "km": "きろめーとる",
    "g": "ぐらむ",
    "mg": "みりぐらむ",
    "kg": "きろぐらむ",
    "t": "とん",
    "l": "りっとる",
    "ml": "みりりっとる",
    "w": "わっと",
    "kw": "きろわっと",
}
_MOST_NUMERAL_WORDS = 12
# Names of meetings keep their English numerals: G7 じーせぶん.
_ENGLISH_NUMERALS = {("G", "7"): "じーせぶん", ("G", "8"): "じーえいと", ("G", "20"): "じーとぅえんてぃー"}
# Words that Sudachi's dictionary reads in the less usual way.
_USUAL_READINGS = {"日本": ("にっぽん", "にほん"), "研究所": ("けんきゅうしょ", "けんきゅうじょ")}
# Sudachi lists these after a numeral in a changed or special form.
_PLAIN_COUNTERS = {"日": "にち", "日間": "にちかん", "日目": "にちめ", "人": "にん"}
_AFTER_DAY = {"目": "め", "分": "ぶん", "中": "じゅう"}  # 1日目 is いちにちめ, not ついたちめ
_COUNTERS_NOT_TAGGED = frozenset("人日者国")


@cache
def _kakasi() -> Kakasi:
    from pykakasi import Kakasi

    # pykakasi declares itself typed, but not its constructor.
    create: Callable[[], Kakasi] = Kakasi
    return create()


def romaji(kana: str) -> str:
    """Kana in Latin letters after Hepburn, long vowels written out as in kana (とうきょう toukyou, メール meeru).

    Characters other than kana stay as they are, in NFKC form.
    """
    folded = unicodedata.normalize("NFKC", kana)
    parts = re.split(f"({_KANA_ONLY.pattern})", folded)
    return "".join(_romanise(part) if place % 2 else part for place, part in enumerate(parts))


def _romanise(kana: str) -> str:
    return "".join(part["hepburn"] for part in _kakasi().convert(to_hiragana(kana)))


def reading_of(text: str) -> str:
    """The reading of a word or text in hiragana, ー and ・ kept, other symbols and white space left out.

    Words are read by Sudachi's dictionary, kana as they are written, abbreviations letter by letter (ICBM
    あいしーびーえむ), numbers below 10^20 as numbers, with the sound changes before common counters. Foreign words in
    Latin letters that no dictionary has are kept in lower case, since their sound cannot be known. Names of persons and
    places with more than one reading may be wrong: nothing in the text decides them.
    """
    folded = unicodedata.normalize("NFKC", text.translate(_ROMAN_NUMERALS))
    words = tokens(folded)
    readings: list[str] = []
    place = 0
    while place < len(words):
        reading, place = _reading_at(words, place)
        readings.append(reading)
    return "".join(readings)


def _reading_at(words: list[Token], place: int) -> tuple[str, int]:
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if following and (word.surface, following.surface) in _ENGLISH_NUMERALS:
        return _ENGLISH_NUMERALS[word.surface, following.surface], place + 2
    if _is_numeral(word):
        after = place + 1
        while (
            after < min(len(words), place + _MOST_NUMERAL_WORDS)
            and _is_numeral(words[after])
            and words[after].start == words[after - 1].end
        ):
            after += 1
        for end in range(after, place, -1):
            written = "".join(part.surface for part in words[place:end])
            if number_reading(written) is not None:
                is_ordinal = place > 0 and words[place - 1].surface == "第"
                return _number_at(words, end, written, is_ordinal=is_ordinal)
    return _word_reading(word), place + 1


def _is_numeral(word: Token) -> bool:
    return len(word.part_of_speech) > 1 and word.part_of_speech[1] == "数詞"


def _number_at(words: list[Token], end: int, written: str, *, is_ordinal: bool) -> tuple[str, int]:
    """The reading of a number that ends before `words[end]`, with that word if it is its counter or unit."""
    following = words[end] if end < len(words) else None
    if following is not None and following.surface.lower() in _UNITS:
        return (number_reading(written) or "") + _UNITS[following.surface.lower()], end + 1
    if following is not None and _is_counter(following):
        counter = _word_reading(following)
        plain = _PLAIN_COUNTERS.get(following.surface, counter)
        end += 1
        if following.surface == "日" and end < len(words) and words[end].surface in _AFTER_DAY:
            plain += _AFTER_DAY[words[end].surface]
            end += 1
        return counted_reading(written, following.surface, plain, ordinal=is_ordinal) or "", end
    return number_reading(written) or "", end


def _is_counter(word: Token) -> bool:
    return any("助数詞" in level for level in word.part_of_speech) or word.surface in _COUNTERS_NOT_TAGGED


def _word_reading(word: Token) -> str:
    if word.part_of_speech[0] in {"補助記号", "空白"} and not any(map(is_kanji, word.surface)):
        return "・" * word.surface.count("・")
    if _KANA_ONLY.fullmatch(word.surface):
        return to_hiragana(word.surface)
    reading = to_hiragana(word.reading)
    has_latin = any(script_of(character) is Script.LATIN for character in word.surface)
    if has_latin and (len(word.surface) == 1 or not _KANA_ONLY.fullmatch(reading)):
        return "".join(_piece_reading(piece) for piece in re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]+", word.surface))
    for ending, (rare, usual) in _USUAL_READINGS.items():
        if word.surface.endswith(ending) and reading.endswith(rare):
            return reading.removesuffix(rare) + usual
    return reading if _KANA_ONLY.fullmatch(reading) else _reading_without_dictionary(word.surface)


def _piece_reading(piece: str) -> str:
    if piece.isdecimal():
        return number_reading(piece) or "".join(number_reading(digit) or "" for digit in piece)
    if not piece.isascii() or not piece.isalpha():
        return _reading_without_dictionary(piece)
    is_abbreviation = sum(letter.isupper() for letter in piece) * 2 >= len(piece) or not set("aeiouy") & set(piece)
    if is_abbreviation or len(piece) == 1:
        return "".join(_LETTERS[letter] for letter in piece.lower())
    return piece.lower()


def _reading_without_dictionary(text: str) -> str:
    """Single kanji by pykakasi, which knows some that Sudachi does not; one that neither knows stays as it is."""
    readings: list[str] = []
    for character in text:
        if is_kanji(character):
            reading = "".join(part["hira"] for part in _kakasi().convert(character))
            readings.append(reading or character)
        elif _KANA_ONLY.fullmatch(character) or character.isalpha():
            readings.append(to_hiragana(character).lower())
    return "".join(readings)
