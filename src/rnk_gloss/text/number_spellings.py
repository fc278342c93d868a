"""Numbers, years and shares written in one way, for match keys: 一万二千 and 1万2千 and 12,000, 令和6年 and 2024年."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.script import KANJI_OF_KEY
from rnk_gloss.text.time_spellings import DATE_SPELLINGS, TIME_SPELLINGS

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
    "対列字文語問席票株口機隻両匹泊着通部巻曲話丁番組局段輪桁隊課班棟軒戸室つヶヵカケ層面行錠包滴粒缶杯頭羽袋箱瓶皿膳基艘発門挺坪畳升束株鉢塁"
)
_ERAS_BY_INITIAL = dict(zip("mtshr", _ERAS.values(), strict=True))
_WEEKDAYS = "月火水木金土日"
_OF_TIME = ("間", "後", "前", "位", "ぐらい", "くらい", "ごと", "おき", "ほど", "以内")
_NOT_AFTER_ONE = frozenset("部時行層種面次口着通語文杯発門束")


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
        or text.startswith((*_MEASURES_AND_MONEY, "学期", "学年"), end)
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


def _percentage(match: re.Match[str]) -> str:
    from decimal import Decimal

    share = Decimal(match[1]) * 10 + Decimal(match[2] or 0)
    return f"{share.normalize():f}%"


def _counter(match: re.Match[str]) -> str:
    return "歳" if match.group() == "才" else "か"


def _square(match: re.Match[str]) -> str:
    return f"{match[2] or 'm'}{_POWERS[match[1]]}"


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
    return match.group() if not value or (before.isascii() and before.isalpha()) else f"{value}"


def _yen(match: re.Match[str]) -> str:
    from decimal import Decimal

    return f"{(Decimal(match[1]) + Decimal(match[2]) / 100).normalize():f}円"


def _amount_of_money(match: re.Match[str]) -> str:
    return f"{match[2] or match[3] or ''}{_MONEY[match[1]]}"


_SPEED_OR_WAY, _WEIGHT = (
    ("時速", "分速", "秒速", "距離", "半径", "直径", "全長", "高度"),
    ("体重", "重さ", "重量", "荷重"),
)
_NEAR = 12


def _kilo(match: re.Match[str]) -> str:
    start = max(0, match.start() - _NEAR, match.string.rfind(FENCE, 0, match.start()))
    before = match.string[start : match.start()]
    if any(word in before for word in _SPEED_OR_WAY):
        return "km"
    return "kg" if any(word in before for word in _WEIGHT) else match.group()


_ERA_NAMES = "|".join(f"(?<={name[0]}){name[1]}" for name in _ERAS)
_MEASURES = {
    "メートル": "m", "グラム": "g", "リットル": "l", "ボルト": "v", "ワット": "w", "アンペア": "a", "ヘルツ": "hz",
    "オーム": "ω", "ヘクタール": "ha", "バイト": "b", "カロリー": "cal", "トン": "t",
}  # fmt: skip
_MONEY = {"¥": "円", "$": "ドル", "€": "ユーロ", "£": "ポンド", "₩": "ウォン"}
_DOLLARS = {"u": "米", "n": "台湾", "h": "香港"}
_SPANS = {"h": "時間", "min": "分", "sec": "秒"}
_UNITS_OF_RANGE = "(?<=\\d)(?:[a-z%]{1,3}|[年月日時分秒人円個枚本冊台回度歳点倍階章条項頁]|か月|ページ)"
_POWERS = {"平方": "2", "立方": "3"}
_MEASURES_AND_MONEY = (
    *_POWERS,
    *_MEASURES,
    "キロ",
    "センチ",
    "ミリ",
    "トン",
    "ドル",
    "ユーロ",
    "ポンド",
    "ページ",
    "ダース",
    *("kg", "mg", "km", "cm", "mm", "ml", "kl", "kw", "kv", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "kcal"),
)
_MEASURE_NAMES = "|".join(f"(?<={name[0]}){name[1:]}" for name in _MEASURES)

UNIT_SYMBOL = (
    "(?:[kcmμn]?m|[kmμn]?g|[kmdμ]?l|[kmメ]?[vw]|[kmメ]?wh|[kmg]?hz|[kmgtp]b|[kmg]?bps|[hkmメ]?pa|k?cal|m?mol|m?sv|[km]?ev"
    "|bq|kn|kj|ma|ha|ms|min|ppm|ppb|rpm|db|dpi|px|fps)(?![a-z])"
)
"""A pattern for the symbols that are written behind a number with a space or without, in small letters."""

# What is measured so finely that a number of it may have a part behind a point.
_MEASURED = (
    "%|パーセント|ポイント|倍|点|度|円|ドル|ユーロ|ウォン|億|万|兆|キロ|メートル|センチ|ミリ|グラム|トン|リットル|ヘクタール"
    "|ヘルツ|ワット|ボルト|カロリー|割|秒|時間|畳|坪|歳|[mcgklt]"
    "|と(?:なっ|なる|推)|に(?:[上下低増減達改悪回]|な[っる])|を(?:[超上下割記]|切)"
)
DECIMAL_POINT = Rewriting(
    rf"・(?:(?<=〇・)(?=[{_DIGITS}])|(?<=[{_DIGITS}]・)(?=[{_DIGITS}]+(?:{_MEASURED})))", _decimal_point, needed="・"
)
"""The point of a decimal as vertical text has it: 三・五倍; 三・一 is a date, or two numbers."""

NUMBER_SPELLINGS = (
    Rewriting("零(?=[時度点分秒])", "0", needed="零"),
    # 三四 is no number here.
    Rewriting("[一二三](?=四半期)", _digit, needed=("四半期",)),
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
    # 三月以内 is as long as three months; 三月以降 is from March.
    Rewriting(r"月(?<=\d月)(?=以内|以上|以下|未満|に処|の懲役|の禁錮)", "か月", needed="月"),
    Rewriting(r"ミリ(?<=\dミリ)(?![ァ-ヺー秒])", "mm", needed=("ミリ",)),
    Rewriting(r"センチ(?<=\dセンチ)(?![ァ-ヺー])", "cm", needed=("センチ",)),
    Rewriting(r"プラスマイナス(?=\d)", "±", needed=("プラスマイナス",)),
    Rewriting(r"(?:▲|△|マイナス)(?=\d)", "-", needed=("▲", "△", "マイナス")),
    Rewriting(r"プラス(?=\d)", "+", needed=("プラス",)),
    Rewriting(r"(\d+)円(\d{1,2})銭", _yen, needed=("銭",)),
    # A kilo is so much of a way or of a weight.
    Rewriting(r"キロ(?<=\dキロ)(?![ァ-ヺー])", _kilo, needed=("キロ",)),
    Rewriting(r"(\d+(?:\.\d+)?)km/h", lambda match: f"時速{match[1]}km", needed=("km/h",)),
    Rewriting(r"(\d+(?:\.\d+)?)m/s(?![a-z\d])", lambda match: f"秒速{match[1]}m", needed=("m/s",)),
    Rewriting("時(?<=kw時)", "h", needed=("kw時",)),
    Rewriting(r"帖(?<=\d帖)", "畳", needed="帖"),
    Rewriting(r"平米(?<=\d平米)", "m2", needed=("平米",)),
    Rewriting(r"立米(?<=\d立米)", "m3", needed=("立米",)),
    Rewriting(r"か年(?<=\dか年)", "年間", needed=("か年",)),
    Rewriting(r"マグニチュード(?=\d)", "m", needed=("マグニチュード",)),
    Rewriting(r"l(?<![a-z]l)v\.?(?=\d)", "レベル", needed=("lv",)),
    # 3F and 3階, B1F and 地下1階.
    Rewriting(r"b(?<![a-z\d]b)(\d)(?:f|階)(?![a-z\d])", r"地下\1階", needed="b"),
    Rewriting(r"f(?<=\df)(?<![a-z.°]\df)(?<![a-z\d.°]\d\df)(?![a-z\d])", "階", needed="f"),
    # 4週間以内 and 4週以内; but 5日 and 5年 may be dates.
    Rewriting(r"間(?:(?<=\d週間)|(?<=\d分間)|(?<=\d秒間)|(?<=\dか月間))", needed=("週間", "分間", "秒間", "月間")),
    # People and animals, and how often: 3名, 2頭, 週に一度.
    Rewriting(r"名(?<=\d名)(?![前称字義簿作産所物門詞])", "人", needed="名"),
    Rewriting(r"頭(?<=\d頭)(?![身立筋部])", "匹", needed="頭"),
    Rewriting(r"度(?:(?<=[週月年日]に\d度)|(?<=[週月年日]\d度))(?!目)", "回", needed=("度",)),
    Rewriting(r"杯(?:(?<=じ\d杯)|(?<=プ\d杯))", needed=("杯",)),
    Rewriting(r"程(?:(?<=\d.程)|(?<=\d時間程)|(?<=\dか月程))(?!度)", "ほど", needed=("程",)),
    Rewriting(r"毎(?:(?<=\d.毎)|(?<=\d時間毎)|(?<=\dか月毎))", "ごと", needed=("毎",)),
    # 3月5日(金曜日) and 3月5日(金): brackets are quotation marks here.
    Rewriting(f'曜日?(?:(?<=日"[{_WEEKDAYS}]曜)|(?<=日"[{_WEEKDAYS}]曜日))(?=")', needed=('日"',)),
    Rewriting(r"引き(?<=%引き)(?!続|[ぁ-んさし])", "引", needed=("%引き",)),
    Rewriting(r"\.(?<=no\.)(?=\d)", needed=("no.",)),
    Rewriting(r"°(?<=\d°)(?:c(?![a-z]))?", "度", needed="°"),
    # メートル and its like are words, as in メートル法, where they measure nothing.
    Rewriting(
        rf"[{''.join(name[0] for name in _MEASURES)}](?<=\d.)(?:{_MEASURE_NAMES})(?![ァ-ヺー])",
        lambda match: _MEASURES[match.group()],
    ),
    Rewriting(r"(平方|立方)(?<=\d..)(?:([kcm]?m)(?![a-z])|メートル(?![ァ-ヺー]))", _square, needed=("平方", "立方")),
    Rewriting("第([ivx]{1,5})(?![a-z])", _roman, needed="第"),
    Rewriting("([ivx]{1,5})(?=[型相期級世])", _roman_before, needed="型相期級世", present="[ivx][型相期級世]"),
    Rewriting(
        rf"([{''.join(_MONEY)}])(?:(?<=\d.)(?!\d)|(?<![$])(\d+(?:\.\d+)?)|(\d\d+(?:\.\d+)?|\d\.\d+))",
        _amount_of_money,
        needed="".join(_MONEY),
    ),
    *TIME_SPELLINGS,
    Rewriting(
        r"([unh])(?<![a-z].)(?:(?<=u)s|(?<=n)t|(?<=h)k)(\d+(?:\.\d+)?)ドル",
        lambda match: f"{match[2]}{_DOLLARS[match[1]]}ドル",
        needed=("us", "nt", "hk"),
    ),
    Rewriting(
        r"[hms](?<=\d.)(?:(?<=h)|(?<=m)in|(?<=s)ec)(?![a-z])",
        lambda match: _SPANS[match.group()],
        needed=("h", "min", "sec"),
    ),
    Rewriting(r"p(?<![a-z.]p)p?\. ?(\d+(?:-\d+)?)(?!\d)", r"\1ページ", needed=("p.",)),
    # 100mから200mまで, 100m-200m and 100-200m.
    Rewriting(
        rf"({_UNITS_OF_RANGE})から(\d[\d.]*)\1まで(?![にも])",
        r"-\2\1",
        needed=("から",),
        present=r"\d[^\d\s]{1,3}から\d",
    ),
    Rewriting(rf"({_UNITS_OF_RANGE})[~-](?=\d[\d.]*\1(?![a-z]))", "-", needed="~-", present=r"\d[^\d\s]{1,2}[~-]\d"),
    Rewriting(r"(\d{1,9}(?:\.\d{1,9})?)割(?:(\d)分)?(?![りる当合増戻])", _percentage, needed="割"),
)
"""Steps for text in compatibility form: what is a number is written in ASCII digits, what is none stays."""
