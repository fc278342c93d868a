"""Numbers as Japanese writes them: １２，０００, 1万2千, 一万二千, 二〇二四, 令和6年, 3割, 3分の1, 6月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_gloss.text.numbers import NumberKind

_LONGEST_NUMBER = 100
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

# 3.5 is one number, 3.5.1 (a version, a date) is three.
_ARABIC = r"(?:(?<!\d\.)(?>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d++(?!\.\d))?+|\d++)"
_KANJI_DIGIT = "[〇零一二三四五六七八九]"
_COUNT = rf"(?:{_ARABIC}|{_KANJI_DIGIT})"
_SECTION = (
    rf"(?:{_KANJI_DIGIT}{{2,}}+(?![十百千])|"
    rf"(?=[\d〇零一二三四五六七八九十百千])(?:{_COUNT}?千)?(?:{_COUNT}?百)?(?:{_COUNT}?十)?{_COUNT}?)"
)
_NUMERAL = rf"(?:{_SECTION}京)?(?:{_SECTION}兆)?(?:{_SECTION}億)?(?:{_SECTION}万)?(?:{_SECTION})?"
# 三・五％ in vertical style
_DOTTED = rf"{_KANJI_DIGIT}+・{_KANJI_DIGIT}+(?=%|パーセント|ポイント|倍)"
_WHOLE_NUMERAL = re.compile(_NUMERAL)
_ZERO = "(?<![ァ-ヺー])ゼロ(?![ァ-ヺー])"
_NUMBER = re.compile(
    rf"(?P<zero>{_ZERO})|(?P<dotted>{_DOTTED})|(?=[\d〇零一二三四五六七八九十百千])(?P<plain>{_NUMERAL})"
)
_ERA_BEFORE = re.compile("(?:" + "|".join(_ERAS) + r")\Z")
_FIRST_YEAR = re.compile(rf"(?P<era>{'|'.join(_ERAS)})元(?=年)")

_COUNTER = re.compile(
    r"年|月|日|人(?!称)|つ|回|件|時|分|秒|歳|才|割|倍|度|階|週|位|番|本(?!木|気)|台|個|匹|頭|羽|機|隻|艘|社|校|票|議席|枚|名|"
    r"世|代|次|点|勝|敗|試合|者|色|通|冊|軒|戸|棟|棟|発|件|歩|組|班|両|節|項|条|章|号|巻|版|段|級|行|列|語|文字|桁|"
    r"[かカヵヶケ箇ヵ](?:国|月|所|年|条|村|町|店|語|寺)|国間|円|銭|ドル|ユーロ|ポンド|ウォン|元|ルーブル|キロ|メートル|センチ|"
    r"ミリ|グラム|トン|リットル|ヘクタール|坪|里|尺|パーセント|ポイント|%|カ所|か所|分の|区|丁目|連[勝敗覇]|連続|夜|泊|畳|品"
)
# Words that only look like a numeral, or a numeral before its counter.
_NO_NUMBER = re.compile(
    r"一[部方番度層体杯切般種定同連帯環見目口面概様変段際]|一時(?!間|[0-9])|一人称|十分(?!間|の一|後|前|ごと|おき|ほど|以内|程度)|"
    r"三日月|四日市|五日市|八日市|十日町|二本松|六本木|三本木|五十(?:嵐|音)|八百(?:屋|長)|九十九(?:里|折)|三十路|十二分に|"
    r"七五三|五七五|一二三|三三五五|三三九度|四六時中|千代|千里眼|一日中|一点張|一本調子|一本化|一元|一行(?=[はがをのと])"
)
_PART_OF_WORD_BEFORE = re.compile(r"(?:[統唯均単同随択逐画専]一|再三|無二)\Z")
_PERCENT = re.compile(r" ?%|パーセント|㌫")
_TENTHS = re.compile(r"割(?![らるれろっ合当]|り(?!引))(?:(?P<hundredths>[\d一二三四五六七八九])分(?!の))?")
_FRACTION = re.compile(rf"分の(?P<numerator>{_NUMERAL})")
_YEAR_AFTER = re.compile(r"年|[・~〜\-–—,、./](?:\d{1,2}|[一二三四五六七八九十]{1,3})[年.]")


def japanese_numbers(text: str) -> Iterator[tuple[NumberKind, Fraction, int, int]]:
    """Kind, value, start and end of each number, in order; the text has half-width digits."""
    first_years = {match.start(): match for match in _FIRST_YEAR.finditer(text)}
    pending = sorted(first_years)
    place = 0
    while match := _NUMBER.search(text, place):
        while pending and pending[0] < match.start():
            first = first_years[pending.pop(0)]
            yield "number", Fraction(_ERAS[first["era"]] + 1), first.start(), first.end()
        if match.end() == match.start():
            place = match.end() + 1
            continue
        other_word = _NO_NUMBER.match(text, match.start())
        if other_word and _covers(other_word, match):
            place = other_word.end()
            continue
        place = match.end()
        if not _is_number(text, match):
            continue
        value = _value(match.group())
        kind, value, start, end = _in_context(text, value, match)
        yield kind, value, start, end
        place = end
    for start in pending:
        first = first_years[start]
        yield "number", Fraction(_ERAS[first["era"]] + 1), first.start(), first.end()


def _covers(other_word: re.Match[str], numeral: re.Match[str]) -> bool:
    if other_word.end() == numeral.end():
        return not _COUNTER.match(numeral.string, numeral.end())  # 七五三, but 七五三人
    return other_word.end() > numeral.end()


def _is_number(text: str, match: re.Match[str]) -> bool:
    written, start, end = match.group(), match.start(), match.end()
    before = text[start - 1 : start]
    is_about = before in {"数", "何", "幾"} or text.startswith("数", end)  # 数十人, 何百, 十数人 are no exact numbers
    if len(written) > _LONGEST_NUMBER or is_about:
        return False
    if before == "第" or match["dotted"] or match["zero"] or any(character.isdecimal() for character in written):
        return True
    if _PART_OF_WORD_BEFORE.search(before + written[0]):
        return False
    has_units = any(character in _SMALL_UNITS or character in _LARGE_UNITS for character in written)
    stands_alone = len(written) > 2 or (len(written) == 2 and (has_units or "〇" in written))
    return stands_alone or _COUNTER.match(text, end) is not None


def numeral_value(written: str) -> Fraction | None:
    """The value of a numeral in half-width digits, kanji or both (1万2千, 二〇二四, 12,000.5); else None."""
    if not written or len(written) > _LONGEST_NUMBER or not _WHOLE_NUMERAL.fullmatch(written):
        return None
    return _value(written)


def _value(written: str) -> Fraction:
    if written == "ゼロ":
        return Fraction(0)
    if "・" in written:
        whole, part = written.split("・")
        return _value(whole) + _value(part) * Fraction(1, 10 ** len(part))
    total = section = Fraction(0)
    current: Fraction | None = None
    for token in re.findall(r"[\d.,]+|.", written):
        if token in _DIGITS:
            current = (current or 0) * 10 + Fraction(_DIGITS[token])
        elif token in _SMALL_UNITS:
            section += (1 if current is None else current) * _SMALL_UNITS[token]
            current = None
        elif token in _LARGE_UNITS:
            total += (section + (current or 0)) * _LARGE_UNITS[token]
            section, current = Fraction(0), None
        else:
            current = Fraction(token.replace(",", ""))
    return total + section + (current or 0)


def _in_context(text: str, value: Fraction, match: re.Match[str]) -> tuple[NumberKind, Fraction, int, int]:
    start, end = match.span()
    era = _ERA_BEFORE.search(text, max(0, start - 2), start)
    if era and value.denominator == 1 and _YEAR_AFTER.match(text, end):
        return "number", value + _ERAS[era.group()], era.start(), end
    if percent := _PERCENT.match(text, end):
        return "percent", value, start, percent.end()
    if tenths := _TENTHS.match(text, end):
        hundredths = _value(tenths["hundredths"]) if tenths["hundredths"] else 0
        return "percent", value * 10 + hundredths, start, tenths.end()
    if text.startswith("月", end) and not text.startswith("月間", end) and value in range(1, 13):
        return "month", value, start, end + 1
    fraction = _FRACTION.match(text, end)
    if fraction and fraction["numerator"] and len(fraction["numerator"]) <= _LONGEST_NUMBER and value:
        return "number", _value(fraction["numerator"]) / value, start, fraction.end()
    return "number", value, start, end
