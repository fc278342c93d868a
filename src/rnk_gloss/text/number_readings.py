"""How numbers are read in Japanese, alone and with the sound changes before counters (三本 さんぼん)."""

from __future__ import annotations

import re

from rnk_gloss.text.japanese_numbers import numeral_value

_DIGITS = ("ぜろ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
_LARGE_UNITS = ((10**16, "けい"), (10**12, "ちょう"), (10**8, "おく"), (10**4, "まん"))
_LONGEST_READ_WHOLE = 20  # digits; longer ones are codes, read one by one
_DECIMAL = re.compile(r"(?P<whole>[\d,]+)\.(?P<part>\d+)(?P<unit>[万億兆京]?)")

# Endings that shorten to っ before the consonants of a row.
_SHORTENED = {
    "か": ("いち", "ろく", "はち", "じゅう", "ひゃく", "びゃく", "ぴゃく"),
    "さ": ("いち", "はち", "じゅう"),
    "た": ("いち", "はち", "じゅう"),
    "は": ("いち", "ろく", "はち", "じゅう", "ひゃく", "びゃく", "ぴゃく"),
    "ぱ": ("いち", "はち", "じゅう"),
    "キ": ("ろく", "じゅう"),  # loan words such as キロ: いちきろ, ろっきろ
}
_ROWS = {kana: row for row in ("かきくけこ", "さしすせそ", "たちつてと", "はひふへほ", "ぱぴぷぺぽ") for kana in row}
_TO_P = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_TO_B = str.maketrans("はひふへほ", "ばびぶべぼ")
# Counters in h: their plain reading, and how it begins after ん.
_H_COUNTERS = {
    "本": ("ほん", _TO_B),
    "匹": ("ひき", _TO_B),
    "杯": ("はい", _TO_B),
    "票": ("ひょう", _TO_B),
    "分": ("ふん", _TO_P),
    "泊": ("はく", _TO_P),
    "発": ("はつ", _TO_P),
    "拍": ("はく", _TO_P),
    "版": ("はん", _TO_P),
    "編": ("へん", _TO_P),
    "遍": ("へん", _TO_P),
    "敗": ("はい", _TO_P),
}
_VOICED_AFTER_THREE = {"階": ("かい", "がい"), "軒": ("けん", "げん"), "足": ("そく", "ぞく"), "国": ("こく", "ごく")}
_OTHER_DIGITS = {
    "月": {"よん": "し", "なな": "しち", "きゅう": "く"},
    "時": {"よん": "よ", "なな": "しち", "きゅう": "く"},
    "日": {"なな": "しち", "きゅう": "く"},
    "年": {"よん": "よ"},
    "人": {"よん": "よ"},
    "円": {"よん": "よ"},
}
_THINGS = ("ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの")
_FIRST_DAYS = ("ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか")
_DAYS = dict(enumerate(_FIRST_DAYS, start=2)) | {14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか"}


def number_reading(written: str) -> str | None:
    """The reading in hiragana of a number in half-width digits or kanji, below 10^20; None for anything else.

    Decimals are read digit by digit (3.14: さんてんいちよん), and so are numbers that begin with 0 (007) or are longer.
    """
    if decimal := _DECIMAL.fullmatch(written):
        return _decimal_reading(decimal)
    value = numeral_value(written)
    if value is None or value.denominator != 1:
        return None
    digits = written.replace(",", "")
    if digits.isdecimal() and ((digits[0] == "0" and len(digits) > 1) or len(digits) > _LONGEST_READ_WHOLE):
        return _spell(digits)
    return _integer_reading(int(value)) if value < 10**_LONGEST_READ_WHOLE else None


def counted_reading(written: str, counter: str, counter_reading: str, *, ordinal: bool = False) -> str | None:
    """The reading in hiragana of a number with its counter; None where the number cannot be read.

    `counter_reading` is the counter's own reading in hiragana. After 第 (`ordinal`) the words ひとり, ふたり and
    ついたち are not used.
    """
    number = number_reading(written)
    value = numeral_value(written)
    if number is None or value is None:
        return None
    if not ordinal and (special := _special_reading(int(value), counter, counter_reading)) and value.denominator == 1:
        return special
    for usual, other in _OTHER_DIGITS.get(counter[0], {}).items():
        number = number.removesuffix(usual) + other if number.endswith(usual) else number
    return _join(number, counter, counter_reading)


def _special_reading(value: int, counter: str, reading: str) -> str | None:
    if counter[0] == "日":
        after = reading.removeprefix("にち")
        if value == 1:
            return "いちにち" + after if after else "ついたち"
        return _DAYS[value] + after if value in _DAYS else None
    if counter[0] == "人" and value in {1, 2} and counter not in {"人称", "人前"}:
        return ("ひとり", "ふたり")[value - 1] + reading.removeprefix("にん")
    if counter == "つ" and 1 <= value <= len(_THINGS):
        return _THINGS[value - 1] + "つ"
    return "はたち" if counter in {"歳", "才"} and value == 20 else None


def _decimal_reading(decimal: re.Match[str]) -> str | None:
    whole = decimal["whole"].replace(",", "")
    before = "れい" if not whole.strip("0") else number_reading(whole)
    if before is None or len(decimal["part"]) > _LONGEST_READ_WHOLE:
        return None
    number = _shorten(before, "た") + "てん" + _spell(decimal["part"])
    unit = {"万": "まん", "億": "おく", "兆": "ちょう", "京": "けい"}.get(decimal["unit"], "")
    return _shorten(number, _ROWS.get(unit[0], "")) + unit if unit else number


def _spell(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


def _integer_reading(value: int) -> str:
    if value == 0:
        return _DIGITS[0]
    parts: list[str] = []
    for size, unit in _LARGE_UNITS:
        group, value = divmod(value, size)
        if group:
            number = _below_ten_thousand(group)
            if number.startswith("せん"):
                number = "いっ" + number
            parts.append(_shorten(number, _ROWS.get(unit[0], "")) + unit)
    return "".join(parts) + _below_ten_thousand(value)


def _below_ten_thousand(value: int) -> str:
    thousands, value = divmod(value, 1000)
    hundreds, value = divmod(value, 100)
    tens, ones = divmod(value, 10)
    return (
        _digit_with(thousands, "せん", {3: "さんぜん", 8: "はっせん"})
        + _digit_with(hundreds, "ひゃく", {3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"})
        + _digit_with(tens, "じゅう", {})
        + (_DIGITS[ones] if ones else "")
    )


def _digit_with(digit: int, unit: str, irregular: dict[int, str]) -> str:
    if digit == 0:
        return ""
    return irregular.get(digit, unit if digit == 1 else _DIGITS[digit] + unit)


def _shorten(number: str, row: str) -> str:
    for ending in _SHORTENED.get(row[:1], ()):
        if number.endswith(ending):
            return number[: -len(ending)] + {"じゅう": "じゅっ"}.get(ending, ending[:-1] + "っ")
    return number


def _join(number: str, counter: str, reading: str) -> str:
    if counter[0] in _H_COUNTERS:
        plain, after_n = _H_COUNTERS[counter[0]]
        rest = reading[len(plain) :]
        shortened = _shorten(number, "は")
        if shortened.endswith("っ"):
            return shortened + plain[0].translate(_TO_P) + plain[1:] + rest
        is_changed = number.endswith("ん") and (after_n is _TO_P or not number.endswith("よん"))
        return number + (plain[0].translate(after_n) if is_changed else plain[0]) + plain[1:] + rest
    if counter[0] in _VOICED_AFTER_THREE and number.endswith("さん"):
        plain, voiced = _VOICED_AFTER_THREE[counter[0]]
        return number + voiced + reading[len(plain) :]
    row = _ROWS.get(reading[:1], "")
    is_loan = row == "かきくけこ" and "ァ" <= counter[0] <= "ヺ" and counter[0] not in "カケヵヶ"
    return _shorten(number, "キ" if is_loan else row) + reading
