"""Countries by their short names in newspapers: 米 and アメリカ, 日米関係, 仏大統領, 対露."""

from __future__ import annotations

import re
from functools import cache
from itertools import permutations

from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.okurigana import is_kanji
from rnk_gloss.text.rewriting import FENCE

_NAMES = {
    "日": "日本", "米": "アメリカ", "英": "イギリス", "仏": "フランス", "独": "ドイツ", "伊": "イタリア",
    "露": "ロシア", "ロ": "ロシア", "中": "中国", "韓": "韓国", "朝": "北朝鮮", "豪": "オーストラリア",
    "加": "カナダ", "印": "インド",
}  # fmt: skip
# Only before a head.
_HEADED = {"蘭": "オランダ", "比": "フィリピン"}
_WHOLE = {
    "米国": "アメリカ", "英国": "イギリス", "仏国": "フランス", "独国": "ドイツ", "露国": "ロシア",
    "豪州": "オーストラリア", "欧州": "ヨーロッパ",
}  # fmt: skip
_IN_KANJI = {
    "露西亜": "ロシア", "独逸": "ドイツ", "仏蘭西": "フランス", "英吉利": "イギリス", "伊太利": "イタリア",
    "伊太利亜": "イタリア", "亜米利加": "アメリカ", "亜細亜": "アジア", "欧羅巴": "ヨーロッパ", "印度": "インド",
    "濠太剌利": "オーストラリア", "阿蘭陀": "オランダ", "和蘭": "オランダ", "西班牙": "スペイン",
    "葡萄牙": "ポルトガル", "瑞西": "スイス", "倫敦": "ロンドン", "巴里": "パリ", "伯林": "ベルリン",
    "紐育": "ニューヨーク",
}  # fmt: skip
# As a topic or an argument of their own. 米, 仏 and 中 are other words too often.
_ALONE = frozenset("露独伊韓豪英")
_PARTICLES = frozenset("はがもをにの")
# At the head of a sentence that is about what states do, these are states, too: 仏は決議に反対した.
_ALONE_AMONG_STATES = frozenset("米仏加")
_DOES, _HEADS_OF_SENTENCES = frozenset("はがも"), frozenset(f' "{FENCE}')
_OF_STATES = (
    "制裁|関税を|外相|首相|大統領|政府|議会|軍|核|ミサイル|決議|条約|協定|同盟|交渉|会談|首脳|大使|外交|国連|安保|常任|理事|停戦|和平"
    "|主権|領土|撤退|脱退|離脱|加盟|派遣|侵攻|訪問|拒否|(?:提案|表明|発表|批判|非難|要求|合意|署名|批准|締結|支持|反対|主張|警告|承認)し"
)
# Before these each is a country: 仏大統領, 伊国債.
_WITH_HEAD = frozenset("米英仏独伊露韓豪加印蘭比")
_HEADS = (
    "大統領", "首相", "外相", "国防省", "国防総省", "国防長官", "国防相", "国防費", "外務", "財務", "国務", "商務",
    "司法省", "政府", "当局", "軍", "海軍", "空軍", "陸軍", "議会", "国会", "上院", "下院", "国債", "紙", "企業",
    "大使", "外交", "代表", "産", "製", "系", "資本", "経済", "市場", "中央銀行", "中銀", "最高裁", "空母", "海兵",
    "通信社", "メディア", "選手", "国民", "国境", "裁判所", "連銀", "株式",
)  # fmt: skip
_LANGUAGES = {"仏語": "フランス語", "独語": "ドイツ語", "露語": "ロシア語", "伊語": "イタリア語"}
# Before these two or more are countries: 日米同盟, 英仏両国; 日中 alone is the daytime.
_BETWEEN = (
    "両|三国|三か国|3国|3か国|首脳|外相|外務|国防|防衛|関係|間|同盟|会談|会合|協議|協力|交渉|合意|貿易|通商|経済|条約"
    "|協定|安保|安全保障|戦争|共同|合同|政府|摩擦|対立|友好|親善|国交|国境|軍|原子力|租税|投資|地位|航空|漁業|交流|連携"
    "|提携|など|のほか|双方|[日米英仏独伊露ロ韓朝豪加印]"
)
_NOT_FIRST = frozenset("朝加")
# With one of these a pair is nothing else.
_ONE_THING_ONLY = frozenset("露ロ")
_NOT_COUNTRIES = frozenset(("中米", "日中", "中日", "独英", "印日", "印中"))
_TRIPLES = (
    "日米韓", "日中韓", "日米豪", "日米印", "日米英", "日米中", "米英豪", "米英仏", "英仏独", "独仏英", "米中露",
    "米中ロ", "中露朝", "中ロ朝",
)  # fmt: skip
# What is done to a country.
_TOWARDS = "対在訪親反駐"


# Few texts name two countries side by side; a short run need not wait for the pattern.
@cache
def _between() -> re.Pattern[str]:
    return re.compile(_BETWEEN)


@cache
def _of_states() -> re.Pattern[str]:
    return re.compile(f"[^{FENCE}]*?(?:{_OF_STATES})")


def _of_several() -> dict[str, str]:
    pairs = ("".join(pair) for pair in permutations(_NAMES, 2) if pair[0] not in _NOT_FIRST)
    several = (*pairs, *_TRIPLES)
    return {written: "".join(_NAMES[country] for country in written) for written in several}


_SEVERAL = _of_several()
# 米国債 and 英国民 hold two names that end and begin with 国.
_WITH_STATE = {
    f"{country}{head}": f"{_NAMES[country]}{head}" for country in "米英仏独露" for head in _HEADS if head[0] == "国"
}
_SHORT = {
    country: name
    for country, name in (_NAMES | _HEADED).items()
    if country in _WITH_HEAD | _ALONE | _ALONE_AMONG_STATES
}
COUNTRY_SPELLINGS = _WHOLE | _IN_KANJI | _LANGUAGES | _SHORT | _SEVERAL | _WITH_STATE
COUNTRY_SPELLINGS |= {
    f"{towards}{name}": f"{towards}{_NAMES[name]}" for towards in _TOWARDS for name in "米英仏独露ロ朝豪印"
}
# With 連 as well, which else would be put behind ソ twice.
COUNTRY_SPELLINGS |= {
    f"{country}{soviet}": f"{_NAMES.get(country, country)}ソ連"
    for country in "日米英中独対"
    for soviet in ("ソ", "ソ連")
}
"""Each name with the one that stands for it in match keys, where `is_country` allows."""


def is_country(text: str, place: int, word: str) -> bool:
    """Whether a short name, or several of them, stand for countries there."""
    if word[-1] in "ロソ" and is_katakana(text[place + len(word) : place + len(word) + 1]):
        return False
    if word in _SEVERAL:
        return not _goes_on_before(text, place) and _are_countries(text, place + len(word), word)
    if word in _SHORT:
        return _is_one(text, place, word)
    return word in _WHOLE or not _goes_on_before(text, place)


def _are_countries(text: str, end: int, word: str) -> bool:
    if _between().match(text, end) or not _ONE_THING_ONLY.isdisjoint(word):
        return True
    # 日米の, 米英が, but 日中の and 中日の.
    following = text[end : end + 1]
    return word not in _NOT_COUNTRIES and (following in _PARTICLES or not following.isalpha())


def _is_one(text: str, place: int, word: str) -> bool:
    if _goes_on_before(text, place):
        return False
    end = place + len(word)
    if word in _WITH_HEAD and text.startswith(_HEADS, end):
        # 韓国民 is 韓国 and 民.
        return word != "韓" or text[end] != "国"
    before, following = text[place - 1] if place else FENCE, text[end : end + 1]
    if word in _ALONE_AMONG_STATES:
        return before in _HEADS_OF_SENTENCES and following in _DOES and _of_states().match(text, end) is not None
    if word not in _ALONE or following not in _PARTICLES or "ぁ" <= before <= "ゖ":
        return False
    # 露は反対した and 露を非難した, but 露を見る.
    return following in _DOES or _of_states().match(text, end) is not None


def _goes_on_before(text: str, place: int) -> bool:
    return bool(place) and (is_kanji(text[place - 1]) or is_katakana(text[place - 1]))
