"""Numbers, years and shares written in one way, for match keys: 一万二千 and 1万2千 and 12,000, 令和6年 and 2024年."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rnk_gloss.text.measure_spellings import MEASURE_SPELLINGS, MEASURES_AND_MONEY
from rnk_gloss.text.rewriting import Rewriting
from rnk_gloss.text.script import KANJI_OF_KEY
from rnk_gloss.text.time_spellings import DATE_SPELLINGS

if TYPE_CHECKING:
    from decimal import Decimal

_DIGITS = "〇一二三四五六七八九"
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "億": 10**8, "兆": 10**12}
NUMERALS = f"0-9{_DIGITS}十百千万億兆"
_LONGEST = 24

_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
# Year 1 of each era, and its last year (an open end for the present one).
_ERAS = {"明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31), "令和": (2019, 99)}

# After these a single kanji numeral counts something; 一部, 一時, 一行 … are words.
_COUNTERS = frozenset(
    "審年月日時分秒週人名者円個箇件回度枚本冊台階歳才点号条項章節版種類社校国州県市区町村軍党院戦期代世次位等級倍割%か"
    "対列字文語問席票株口機隻両匹泊着通部巻曲話丁番組局段輪桁隊課班棟軒戸室つヶヵカケ層面行錠包滴粒缶杯頭羽袋箱瓶皿膳基艘発門挺坪畳升束株鉢塁体"
)
_ERAS_BY_INITIAL = dict(zip("mtshr", _ERAS.values(), strict=True))
_OF_TIME = ("間", "後", "前", "位", "ぐらい", "くらい", "ごと", "おき", "ほど", "以内")
_NOT_AFTER_ONE = frozenset("部時行層種面次口着通語文杯発門束体")


def _number(match: re.Match[str]) -> str:
    year, numerals = match.groups()
    written = match.group()
    if year is not None:
        return _western_year(written, year)
    if numerals is None:
        # 一月 is January: ひと月 is as long as a month.
        return ("1" if written[0] == "ひ" else "2") + ("つ" if written[-1] == "つ" else "か月")
    if written.isascii():
        return _arabic(written, match)
    if len(written) == 1 and not _counts(match, written):
        return written
    return _spelled_out(written, match)


def _western_year(written: str, year: str) -> str:
    number = 1 if year == "元" else int(_value(year) or 0)
    first, last = _ERAS[written[:2]]
    return f"{first + number - 1}年" if 1 <= number <= last else written


def _arabic(written: str, match: re.Match[str]) -> str:
    in_threes = "," in written and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written)
    plain = written.replace(",", "") if in_threes else written
    if plain[0] == "0" and _following(match) in "月日時分" and plain.isdecimal():
        plain = plain.lstrip("0") or "0"
    return plain


def _following(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + 1] or " "


def _preceding(match: re.Match[str]) -> str:
    return match.string[match.start() - 1] if match.start() else " "


# 三対二 is a result; 大さじ一杯 is one of them, and 一杯 otherwise full.
_RESULT_BEFORE = "[0-9一二三四五六七八九]対"
# 一事故につき is for each.
_LONGEST_EACH = 7
_NUMBERED = ("別紙", "別表", "様式", "資料", "付録")
_EACH = f"{KANJI_OF_KEY}{{1,3}}(?:につき|あたり|当たり|ごと|毎)"
_VESSELS = ("さじ", "匙", "カップ", "コップ", "グラス", "ジョッキ", "スプーン", "茶碗", "ちゃわん", "バケツ")


def _counts(match: re.Match[str], numeral: str) -> bool:
    if numeral in _LARGE_UNITS:
        return False
    text, end = match.string, match.end()
    if (
        # 答えは三だ.
        (_preceding(match) == "は" and numeral != "一" and _following(match) in "だで")
        or _preceding(match) == "第"
        or text.endswith(_NUMBERED, 0, match.start())
        or text.endswith("分の", 0, match.start())
        or text.startswith((*MEASURES_AND_MONEY, "学期", "学年"), end)
        or re.match(_EACH, text[end : end + _LONGEST_EACH])
        or re.fullmatch(_RESULT_BEFORE, text[max(0, match.start() - 2) : match.start()])
        or (numeral + _following(match) == "一杯" and text.endswith(_VESSELS, 0, match.start()))
    ):
        return True
    following = _following(match)
    if text.startswith("目", end + 1):
        # 一行 may be a party; 一行目 is the first line.
        return following in _COUNTERS
    if numeral == "一" and following in _NOT_AFTER_ONE:
        # 一時 is for a while, 一時間 an hour.
        return text.startswith("時間", end)
    if numeral + following == "十分" and _preceding(match) != "時":
        # 十分 is enough, unless it is ten minutes before, after, or so.
        return text.startswith(_OF_TIME, end + 1)
    return following in _COUNTERS


def _spelled_out(written: str, match: re.Match[str]) -> str:
    if "." in written and _DIGITS_AND_POINT.issuperset(written):
        return "".join(character if character == "." else str(_DIGITS.index(character)) for character in written)
    if all(character in _DIGITS for character in written) and len(written) > 1:
        # 二三日 is two or three days; 二〇 and 二四年 are numbers.
        if "〇" not in written and (len(written) == 2 or _following(match) not in _COUNTERS):
            return written
        return "".join(str(_DIGITS.index(character)) for character in written)
    whole, point, part = written.partition(".")
    if part[:1] in _DIGITS and point and (before := _value(whole)) is not None:
        # 四十五.六 and 一.五億.
        digits = part[: len(part) - len(part.lstrip(_DIGITS))]
        written = f"{before}.{''.join(str(_DIGITS.index(digit)) for digit in digits)}{part[len(digits) :]}"
        if digits == part:
            return written
    value = _value(written)
    if value is None or value != value.to_integral_value():
        return written
    return str(int(value))


_DIGITS_AND_POINT = frozenset(_DIGITS + ".")


# It takes a millisecond to compile, and few texts have such a number.
@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|[{_DIGITS}]+)?([十百千万億兆]?)")


def _value(written: str) -> Decimal | None:
    """The number, or None where the numerals make no number (百2024, 万一)."""
    from decimal import Decimal

    if len(written) > _LONGEST:
        return None
    total = group = Decimal(0)
    small_limit, large_limit = 10**4, 10**16
    place = 0
    while place < len(written):
        part = _part().match(written, place)
        if part is None or part.end() == place:
            return None
        place = part.end()
        amount, unit = _amount(part[1]), part[2]
        if unit in _LARGE_UNITS:
            group += amount or 0
            if not group or _LARGE_UNITS[unit] >= large_limit:
                return None
            large_limit, small_limit = _LARGE_UNITS[unit], 10**4
            total, group = total + group * large_limit, Decimal(0)
            continue
        size = _SMALL_UNITS.get(unit, 1)
        if size >= small_limit or (amount is not None and group and amount * size >= small_limit):
            return None
        group += (Decimal(1) if amount is None else amount) * size
        small_limit = size
    return total + group


def _amount(written: str | None) -> Decimal | None:
    from decimal import Decimal

    if written is None:
        return None
    if written[0] in _DIGITS:
        return Decimal("".join(str(_DIGITS.index(character)) for character in written))
    return Decimal(written.replace(",", ""))


def _decimal_point(match: re.Match[str]) -> str:
    text, place = match.string, match.start()
    before, after = text[place - 1], text[place + 1]
    # 二・三度 may be two or three times.
    is_either = text[place + 2 : place + 3] in "度点" and _DIGITS.find(after) - _DIGITS.find(before) == 1
    return "・" if is_either else "."


def _digit(match: re.Match[str]) -> str:
    return str(_DIGITS.index(match.group()))


def _counter(match: re.Match[str]) -> str:
    return "歳" if match.group() == "才" else "か"


def _year_of_initial(match: re.Match[str]) -> str:
    first, last = _ERAS_BY_INITIAL[match.group()[0]]
    number = int(match[1])
    return f"{first + number - 1}" if 1 <= number <= last else match.group()


def _roman(match: re.Match[str]) -> str:
    value = _ROMAN.get(match[1])
    return f"第{value}" if value else match.group()


def _roman_before(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    value = _ROMAN.get(match[1])
    return match.group() if not value or (before.isascii() and before.isalnum()) else f"{value}"


_ERA_NAMES = "|".join(f"(?<={name[0]}){name[1]}" for name in _ERAS)
# What is measured so finely that a number of it may have a part behind a point.
_MEASURED = (
    "%|パーセント|ポイント|倍|点|度|円|ドル|ユーロ|ウォン|億|万|兆|キロ|メートル|センチ|ミリ|グラム|トン|リットル|ヘクタール"
    "|ヘルツ|ワット|ボルト|カロリー|割|秒|時間|畳|坪|歳|[mcgklt]"
    "|と(?:なっ|なる|推)|に(?:[上下低増減達改悪回]|な[っる])|を(?:[超上下割記]|切)"
)
DECIMAL_POINT = Rewriting(
    rf"・(?:(?<=〇・)(?=[{_DIGITS}])|(?<=[{_DIGITS}十百]・)(?=[{_DIGITS}]+(?:{_MEASURED})))",
    _decimal_point,
    needed="・",
)
"""The point of a decimal as vertical text has it: 三・五倍; 三・一 is a date, or two numbers."""

NUMBER_SPELLINGS = (
    Rewriting("零(?=[時度点分秒])", "0", needed="零"),
    # A ratio; minutes have two figures.
    Rewriting(r":(?<=\d:)(?=\d(?![\d:]))", "対", needed=":"),
    # 三四 is no number here.
    Rewriting("[一二三四](?=四半期)", _digit, needed=("四半期",)),
    Rewriting("[一二三四五六七](?<=震度.)", _digit, needed=("震度",)),
    Rewriting(
        r"[mtshr](?<![a-z\d].)(\d{1,2})(?=年|([./-])\d{1,2}\2\d{1,2}(?![\d./-]))",
        _year_of_initial,
        present=r"[mtshr]\d+[年./-]",
    ),
    Rewriting("十(?=数[人名件個回年日本点社枚])", "10", needed=("十数",)),
    Rewriting(f"参(?![0-9])(?=[{NUMERALS}参拾円銭])", "三", needed="参"),
    Rewriting(f"拾(?=[{NUMERALS}参拾円銭])", "十", needed="拾"),
    *DATE_SPELLINGS,
    Rewriting(
        # The set at the head lets the search skip to what can begin a number.
        rf"[{''.join(name[0] for name in _ERAS)}{NUMERALS}ひふ](?:"
        rf"(?:{_ERA_NAMES})(元|\d{{1,2}}|[{_DIGITS}十]{{1,3}})年"
        rf"|(?<=[{NUMERALS}])((?:[{NUMERALS}]|[,.](?=[{NUMERALS}]))*)"
        rf"|(?<![{NUMERALS}].)(?:(?<=ひ)と|(?<=ふ)た)[つ月])",
        _number,
    ),
    Rewriting(r"[カヵヶケ箇個才](?<=\d.)(?:(?<=才)|(?=[国月所年条村])(?<!才))", _counter),
    Rewriting(r"(\d+)分の(\d+)", lambda match: f"{match[2]}/{match[1]}", needed=("分の",)),
    Rewriting(r"およそ(?=\d)", "約", needed=("およそ",)),
    Rewriting(r"摂氏(?=\d)", needed=("摂氏",)),
    Rewriting(r"華氏(\d+(?:\.\d+)?)度", r"\1度f", needed=("華氏",)),
    Rewriting("第([ivx]{1,5})(?![a-z])", _roman, needed="第"),
    Rewriting("([ivx]{1,5})(?=[型相期級世])", _roman_before, needed="型相期級世", present="[ivx][型相期級世]"),
    *MEASURE_SPELLINGS,
)
"""Steps for text in compatibility form: what is a number is written in ASCII digits, what is none stays."""
