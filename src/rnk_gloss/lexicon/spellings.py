"""Other ways to write a form, under which a dictionary may have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from rnk_gloss.text.old_kanji import OLD_TO_NEW

KANJI_DIGITS = "〇一二三四五六七八九"
# What is counted: parties, countries, times, articles … Before anything else (一部, 三菱) a number is part of a word.
COUNTED = "者国次条項章号回大極層段階軸期年月日世人割点本党派院港州省県市島"
COUNT_SIGN_PLACE = "[かカヵヶケ箇個](?=[国年月所条点村])"
COUNT_SIGNS = ("か", "カ", "ヶ", "ヵ", "箇")
KANJI_NUMBER = re.compile(rf"[一二三四五六七八九十]{{1,3}}(?=[{COUNTED}]|{COUNT_SIGN_PLACE})")
BELOW_HUNDRED = re.compile(rf"([{KANJI_DIGITS}]?)十([{KANJI_DIGITS}]?)")
DIGITS = re.compile(r"(?<!\d)[1-9]\d?(?!\d)")
COUNT_SIGN = re.compile(rf"(?<=[\d一二三四五六七八九十百千数何]){COUNT_SIGN_PLACE}")
# Place names: 霞が関 and 霞ケ関, 関ヶ原 and 関が原.
PLACE_SIGN = re.compile(r"(?<=[一-鿿々])[がケヶ](?=[一-鿿])")
PLACE_SIGNS = ("が", "ヶ", "ケ")
COUNTRY_BESIDE = "日米韓朝中欧英仏独伊加豪印台越土"
RUSSIA = re.compile(rf"(?<![ァ-ヺー])[露ロ](?=[{COUNTRY_BESIDE}])|(?<=[{COUNTRY_BESIDE}])[露ロ](?![ァ-ヺー])")
V_SOUND = re.compile(r"ヴ([ァィェォャュョ]?)")
V_SERIES = {"ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ", "ャ": "ビャ", "ュ": "ビュ", "ョ": "ビョ", "": "ブ"}
KATAKANA_WORD = re.compile(r"[ァ-ヺー]{2,}[ァ-マヤ-ヲー]")
MOST_VARIANTS = 12
_TO_NEW_KANJI = str.maketrans(OLD_TO_NEW)


@lru_cache(16_384)
def spelling_variants(form: str) -> tuple[str, ...]:
    """Other spellings of a form, the nearest first and never the form itself: 6者 and 六者, 三カ国 and 三か国, 日ロ and
    日露, 霞ケ関 and 霞が関, ヴェトナム and ベトナム, サーバ and サーバー, old kanji in their new shape.

    Spellings, not words: what the dictionary knows of them is for the caller to ask. At most twelve.
    """
    found = {form: None}
    for rewrite in _REWRITINGS:
        for spelling in tuple(found):
            for variant in rewrite(spelling):
                found.setdefault(variant)
                if len(found) > MOST_VARIANTS:
                    return tuple(found)[1:]
    return tuple(found)[1:]


def _other_numerals(form: str) -> Iterator[str]:
    if DIGITS.search(form):
        yield DIGITS.sub(lambda match: _in_kanji(int(match.group())), form)
    if KANJI_NUMBER.search(form):
        yield KANJI_NUMBER.sub(lambda match: _in_digits(match.group()), form)


def _in_kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (KANJI_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (KANJI_DIGITS[ones] if ones else "")


def _in_digits(kanji: str) -> str:
    """The number in digits; what is no number below 100 (十十) stays as it is."""
    if "十" not in kanji:
        return "".join(str(KANJI_DIGITS.index(digit)) for digit in kanji)
    below_hundred = BELOW_HUNDRED.fullmatch(kanji)
    if below_hundred is None:
        return kanji
    tens, ones = (KANJI_DIGITS.index(digit) if digit else None for digit in below_hundred.groups())
    return str(10 * (1 if tens is None else tens) + (ones or 0))


def _other_count_signs(form: str) -> Iterator[str]:
    if COUNT_SIGN.search(form):
        for sign in COUNT_SIGNS:
            yield COUNT_SIGN.sub(sign, form)


def _other_place_signs(form: str) -> Iterator[str]:
    if PLACE_SIGN.search(form) and not COUNT_SIGN.search(form):
        for sign in PLACE_SIGNS:
            yield PLACE_SIGN.sub(sign, form)


def _other_russia(form: str) -> Iterator[str]:
    if RUSSIA.search(form):
        for character in "露ロ":
            yield RUSSIA.sub(character, form)


def _plain_v_sounds(form: str) -> Iterator[str]:
    if "ヴ" in form:
        yield V_SOUND.sub(lambda match: V_SERIES[match[1]], form)


def _new_kanji(form: str) -> Iterator[str]:
    renewed = form.translate(_TO_NEW_KANJI)
    if renewed != form:
        yield renewed


def _other_long_vowels(form: str) -> Iterator[str]:
    if KATAKANA_WORD.fullmatch(form):
        yield form.removesuffix("ー") if form.endswith("ー") else f"{form}ー"


def _without_dots(form: str) -> Iterator[str]:
    if "・" in form:
        yield form.replace("・", "")


_REWRITINGS: tuple[Callable[[str], Iterator[str]], ...] = (
    _new_kanji,
    _other_numerals,
    _other_count_signs,
    _other_place_signs,
    _other_russia,
    _plain_v_sounds,
    _without_dots,
    _other_long_vowels,
)
