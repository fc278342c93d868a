"""Measures, money and what is counted written in one way, for match keys: 5kg, ㎡ and 80平米, $500, 3名, 100～200m."""

from __future__ import annotations

import re

from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.time_spellings import TIME_SPELLINGS

_WEEKDAYS = "月火水木金土日"
_MEASURES = {
    "メートル": "m", "グラム": "g", "リットル": "l", "ボルト": "v", "ワット": "w", "アンペア": "a", "ヘルツ": "hz",
    "オーム": "ω", "ヘクタール": "ha", "バイト": "b", "カロリー": "cal", "トン": "t",
}  # fmt: skip
_MONEY = {"¥": "円", "$": "ドル", "€": "ユーロ", "£": "ポンド", "₩": "ウォン"}
_DOLLARS = {"u": "米", "n": "台湾", "h": "香港"}
_SPANS = {"h": "時間", "min": "分", "sec": "秒"}
_UNITS_OF_RANGE = "(?<=\\d)(?:[a-z%]{1,3}|[年月日時分秒人円個枚本冊台回度歳点倍階章条項頁]|か月|ページ)"
_POWERS = {"平方": "2", "立方": "3"}
MEASURES_AND_MONEY = (
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
    *("マイル", "ヤード", "フィート", "インチ", "オンス", "ガロン", "バレル", "エーカー", "パック", "セット", "ケース"),
    *("kg", "mg", "km", "cm", "mm", "ml", "kl", "kw", "kv", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "kcal"),
)
_MEASURE_NAMES = "|".join(f"(?<={name[0]}){name[1:]}" for name in _MEASURES)

UNIT_SYMBOL = (
    "(?:[kcmμn]?m|[kmμn]?g|[kmdμ]?l|[kmメ]?[vw]|[kmメ]?wh|[kmg]?hz|[kmgtp]b|[kmg]?bps|[hkmメ]?pa|k?cal|m?mol|m?sv|[km]?ev"
    "|bq|kn|kj|ma|ha|ms|min|ppm|ppb|rpm|db|dpi|px|fps)(?![a-z])"
)
"""A pattern for the symbols that are written behind a number with a space or without, in small letters."""


def _percentage(match: re.Match[str]) -> str:
    from decimal import Decimal

    share = Decimal(match[1]) * 10 + Decimal(match[2] or 0)
    return f"{share.normalize():f}%"


def _square(match: re.Match[str]) -> str:
    return f"{match[2] or 'm'}{_POWERS[match[1]]}"


def _yen(match: re.Match[str]) -> str:
    from decimal import Decimal

    return f"{(Decimal(match[1]) + Decimal(match[2]) / 100).normalize():f}円"


def _amount_of_money(match: re.Match[str]) -> str:
    return f"{match[2] or match[3] or ''}{_MONEY[match[1]]}"


def _house_number(match: re.Match[str]) -> str:
    return f"-{match[1]}-{match[2] or match[3]}"


_SPEED_OR_WAY, _WEIGHT = (
    ("時速", "分速", "秒速", "距離", "半径", "直径", "全長", "高度"),
    ("体重", "重さ", "重量", "荷重", "荷物", "貨物"),
)
_NEAR = 12


def _kilo(match: re.Match[str]) -> str:
    start = max(0, match.start() - _NEAR, match.string.rfind(FENCE, 0, match.start()))
    before = match.string[start : match.start()]
    if any(word in before for word in _SPEED_OR_WAY):
        return "km"
    return "kg" if any(word in before for word in _WEIGHT) else match.group()


MEASURE_SPELLINGS = (
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
    Rewriting(r"丁目(?<=\d丁目)(\d+)(?:番(?:地の?)?(\d+)号?|-(\d+))", _house_number, needed=("丁目",)),
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
"""Steps for text whose numbers are in digits already; those for times of day are among them."""
