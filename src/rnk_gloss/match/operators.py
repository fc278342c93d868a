"""The small words that turn a sentence's meaning: negations, numbers, duties, and words with an opposite."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from rnk_gloss.match.oppositions import opposition_words
from rnk_gloss.model.span import Span
from rnk_gloss.text.script import KANJI_OF_KEY


class Operator(NamedTuple):
    """One of these words in a match key: `family` polarity, number, modality or word; `unit` for numbers only. The
    `value` of a polarity is what denies, 不 or ない."""

    family: str
    value: str
    start: int
    end: int
    unit: str = ""


# Duties say ない and mean its opposite; the others only look like a negation. Keys have one way only to say must.
_DUTY = (
    "なければなら(?:な(?:い|かっ)|ぬ)|ねばならぬ|べき(?!で(?:は)?な)|ざるを得な(?:い|かっ)"
    "|必要がある|義務を負う|義務がある|ものとする"
)
_PERMISSION = (
    f"(?:(?<=こと[がはも])|(?<={KANJI_OF_KEY})|(?<=[ァ-ヺー]))でき(?=[るたてなまれず])"
    f"|(?<={KANJI_OF_KEY})いただけ(?=[るたてなまれ])"
    "|(?:(?<!と)(?<!どうし)て|(?<=ん)で)も?(?:よい|よろしい|いい|かまわな(?:い|かっ)|構わな(?:い|かっ)|差支えな(?:い|かっ))"
)
_NO_NEGATION = (
    "かも(?:しれ|知れ)(?:ない|ません)|(?:くれ|もらえ|いただけ|くださら|下さら)(?:ない|ません)(?=か|だろう|でしょう)|かなし|もうしわけ(?:が|ござい)?(?:ない|ありません|ません)|申し?訳(?:が|ござい)?(?:ない|ありません|ません)|なんとなく|なけなし|ふるまい|あいかわらず|とりあえず|もてなし|はなし|こなし|やむなく|(?:ま|間)もなく|(?:ほど|程)なく|もれなく|漏れなく|くまなく|まんべんなく|余儀なく|それとなく|何気な|なにげな|さりげな|あっけな|おかず|そっけな|だらしな"
    "|ぎこちな|あどけな|なさけな|こよなく|つれない|つつがなく|に(?:すぎ|ほかなら)(?:ない|ません)|ほか(?:は)?ない|少な|すくな|危な|あぶな"
    f"|ないし(?=は|{KANJI_OF_KEY})"
    "|(?:だけ|ばかり|のみ)で(?:は)?なく|のみならず|かかわらず|限らず|とどまらず|かならず|わずか|はず|いずれ|ずつ|ずっと|ずれ|まず|たず[ねさ]|しず[くむま]|みずから"
    f"|おのずから|つたない|きたない|はかない|せつない|おさない|くだらない|つまらない|おとなし|(?:まか|うし|おぎ|つぐ|そこ|とも|おこ|うら|やし)ない|たぬき|まぬがれ|つらぬ|さつまいも|めまい|つない(?=[でだ])|(?<!{KANJI_OF_KEY})みなし|未満|満たない|未来|未明|未だ|不可欠|不動産|不思議|不足|不況"
    "|無線|無事|無理|無視|無数|無論|無償|無料|無罪|非常(?![任勤])"
)
_NEGATION = (
    "(?<=[てで]は)(?:駄目|だめ|ダメ)|ない|なかっ|なく(?![なさしすせそ])|(?<=[かさたなばまらわれえけげせてでねべめ])なく(?=な[っりるれ])|なけれ|なし(?:(?![ぁ-ゖ])|(?=[にのでがはもだを]))|ません|ませぬ"
    f"|(?:(?<=[かがさたなばまやらわえけげせぜてでねべめれ])|(?<={KANJI_OF_KEY}))ず(?![つっれいらかるみ])"
    f"|(?:(?<=でき)|(?<={KANJI_OF_KEY})[きぎじちにひびみりい])ず(?![つっれいらかるみ])"
    "|(?<=[かがさたなばまらわえけせてべめれ来得])ぬ(?![くけりるれの])|(?<=[るくすつむぐぶえけせてめれべ来見])まい|(?<=[信感論応命任演禁]じ)まい|(?<=[いきぎしちにびみりじえけげせぜてでねべめれ得])かね(?=[るた]|て(?!い))"
    f"|[非不未無](?={KANJI_OF_KEY})|反(?=時計|比例)|(?<!{KANJI_OF_KEY})除(?:き|く|い)(?!去)|を除(?:き|く|い)|以外"
    # 近寄るな, 行くな; ような and だろうな are no such forms.
    f"|(?:(?<=[すつむぶぬ])(?<!で.)(?<!ま.)|(?<=る)(?<!ある)|(?<={KANJI_OF_KEY}[うくぐ])(?<![近早長高低広短強弱]く))"
    r'な(?=[ !?"]|$)'
)
_UNIT = (
    "%|[kmcμn]?m(?![a-z])|t(?![a-z])|[kmμn]?g(?![a-z])|[kmdμ]?[vwl](?![a-z])|[kmg]?hz|[kmgt]b|[hkm]?pa(?![a-z])|k?cal|円|ドル|ユーロ|ポンド|元|ウォン|ルーブル"
    "|年度|年間|年|か月|月|日間|日|週間|週|時間|時|分間|分|秒|世紀|人|名|個|件|回|歳|才|台|本|枚|冊|部|度f?|倍|社|校|か国|か所|国|条|項|号|章|節"
    "|ページ|行|列|字|文字|トン|メートル|グラム|リットル|ボルト|ワット|アンペア|キロ|バイト|ビット|ドット|ピクセル|階|番|点|位|級|等|つ|箱|袋|缶|杯|匹|頭|羽|軒|棟|戸|皿|束|錠|滴|粒|株|ケース|ダース|パック|セット|マイル|ヤード|フィート|インチ"
    "|オンス|ガロン|バレル|エーカー|ヘクタール|坪|畳|合|升|尺|ノット|馬力|カロリー|ジュール|パスカル|ニュートン|オーム|ルクス|デシベル|a(?![a-z])"
)
# Less than nothing; between two numbers, months or letters it is a dash.
_SIGN = "(?:(?<![0-9a-z年月日時分秒円人個回条%度号番~-])-)?"
# What any of these begins with: most places of a text are passed by a look at one character.
_BEGINNINGS = (
    r"\d\-あいうおかきぎくこざしじすずせそただちつてでとなにぬねのはばひびふべほまみめもやりわを"
    "不以危少必未無義限除非反満申間程漏余何駄ダ"
)
_JAPANESE = (
    rf"(?=[{_BEGINNINGS}])(?:(?P<number>{_SIGN}\d+(?:\.\d+)*)(?P<unit>{_UNIT})?|(?P<duty>{_DUTY})|(?P<permission>{_PERMISSION})"
    rf"|(?P<plain>{_NO_NEGATION})|(?P<negation>{_NEGATION}))"
)
_ENGLISH = (
    # 14:30 is a time of day. In m2m and 4341ec53 digits are no numbers.
    r"(?P<number>(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])|"
    r"(?:(?<![\w)-])-)?(?<!\d)(?<![a-z_](?=\d+[a-z_]))\d[\d,]*+(?:\.\d+)*+(?![\d,.]*+[a-z_]++\d))"
    r"\s?(?P<unit>%|[kmc]?m\b|[km]?g\b|[kmcd]?l\b|[kmgt]b\b|dollars?|euros?|yen|pounds?|days?|weeks?"
    r"|months?|years?|hours?|minutes?|seconds?|percent)?"
    r"|(?P<duty>\b(?:must|shall|has to|have to|is required to|are required to)\b(?!\s+not))"
    # In May and May 5 it is a month.
    r"|(?P<permission>\b(?:(?<!\bin )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\d )(?<!since )(?<!until )(?<!last )(?<!next )"
    r"(?<!this )may(?! \d)|can|is allowed to|are allowed to)\b(?! not))"
    r"|(?P<plain>\bnot only\b|\b(?:no|not) (?:more|less|fewer|longer|later|earlier) than\b)"
    r"|(?P<negation>\b(?:not|never|no|none|neither|nor|without|hardly|scarcely|barely|rarely|seldom|nothing|nobody|except|unless)\b"
    r"|\b(?:non ?|un|dis|in)(?=(?:able|valid|used|known|available|complete|correct|active|connect|agree|approve)))"
)


# Compiled when they are needed: a short run waits milliseconds for it.
@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_JAPANESE if language == "ja" else _ENGLISH)


def _unit(written: str) -> str:
    return "%" if written == "percent" else written


@lru_cache(maxsize=4096)
def operators(key: str, language: str) -> tuple[Operator, ...]:
    """The operators in a match key, by where they begin. Words of two families may overlap."""
    found = []
    for match in _pattern(language).finditer(key):
        start, end = match.span()
        if match["number"]:
            found.append(Operator("number", match["number"].replace(",", ""), start, end, _unit(match["unit"] or "")))
        elif match["duty"] or match["permission"]:
            found.append(Operator("modality", "duty" if match["duty"] else "permission", start, end))
        elif match["negation"]:
            found.append(Operator("polarity", match["negation"], start, end))
    for place, word in opposition_words(language)[0].find(key):
        end = place + len(word)
        if language == "ja" or not (key[max(0, place - 1) : place].isalpha() or key[end : end + 1].isalpha()):
            found.append(Operator("word", word, place, end))
    return tuple(sorted(found, key=_START))


_START = attrgetter("start")


def operators_over(key: str, language: str, span: Span) -> list[Operator]:
    """The operators in a match key that a stretch lies in or runs over, an empty one beside a word over none."""
    found = operators(key, language)
    last = bisect_left(found, span.end, key=_START)
    first = bisect_left(found, span.start - _longest(key, language), key=_START)
    return [one for one in found[first:last] if span.start < one.end]


@lru_cache(maxsize=4096)
def _longest(key: str, language: str) -> int:
    return max((one.end - one.start for one in operators(key, language)), default=0)
