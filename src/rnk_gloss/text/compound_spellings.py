"""Compounds with a part in kana: 受けとる, くり返す, 位置づけ, お客さま beside 受け取る, 繰り返す, 位置付け, お客様.

Alone these parts would stand for other words, too; here they are told by the verb or noun that they are joined to. The
spelling that is taken is only the key's; it is no advice to writers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.okurigana import drops_before_kanji, is_kanji
from rnk_gloss.text.rewriting import TableRewriting

# Verbs behind another one. Those of the first list inflect in five rows; of the others what stands before their る.
_SECOND_IN_FIVE_ROWS = """
込む=こむ 取る=とる 切る=きる 合う=あう 返す=かえす 直す=なおす 通す=とおす 続く=つづく 回す=まわす 渡す=わたす
戻す=もどす 起こす=おこす 延ばす=のばす 落とす=おとす 潰す=つぶす 倒す=たおす 外す=はずす 残す=のこす 上がる=あがる
下がる=さがる 掛かる=かかる 違う=ちがう 終わる=おわる 尽くす=つくす 崩す=くずす
"""
_SECOND = """
出す=だす 出さな=ださな 出さず=ださず 出させ=ださせ 出され=だされ 出せる=だせる 出せな=だせな 出せば=だせば
出して=だして 出した=だした 出しつつ=だしつつ 抜く=ぬく 抜き=ぬき 抜いた=ぬいた 抜いて=ぬいて 抜け=ぬけ 回る=まわる
回っ=まわっ 上げ=あげ 下げ=さげ 入れ=いれ 付け=つけ 受け=うけ 立て=たて 当て=あて 寄せ=よせ 続け=つづけ 始め=はじめ
過ぎ=すぎ 掛け=かけ 合わせ=あわせ 込め=こめ 締め=しめ 越え=こえ 終え=おえ 切れ=きれ 落ち=おち 重ね=かさね 混ぜ=まぜ
集め=あつめ 並べ=ならべ 纏め=まとめ
"""
# What such kana begin now and then that is no second verb.
_OTHER_WORDS = (
    "なおさら", "あえず", "あわて", "あいだ", "あいつ", "あっと", "あげく", "きらい", "きれい", "きっと",
    "きっかけ", "とりわけ", "とりあえず", "とらえ", "とらわ", "とっさ", "とっく", "とっても", "かかわ", "かけがえ",
    "あてはま", "こんな", "こんど", "こんに", "こんば", "こまか", "こまる", "こまっ", "こまり", "ちがいな",
    "うけたまわ", "おとしい", "おちい", "だすべて", "だすぐ", "だすく", "だすで", "だすみ", "だすご", "だすば",
    "だすき", "だすら",
)  # fmt: skip
_LAST_KANA_OF_FIRST = frozenset("いきぎしちびみりえけげせねべめれじ")
# What stands between a kanji and the last kana of 分かり, 向かい, 起こし.
_BEFORE_LAST_KANA = frozenset("かわまこさ")
# 提出し and 確認し are 提出 and 確認 with する: behind し only verbs like 申しこむ; 協力しあう is a compound, too.
_IN_SHI = frozenset("申差押貸消返渡話指戻越直崩回落召示流倒殺探試")
_ALSO_WITH_SURU = frozenset(("あわ", "あい", "あう", "あえ", "あお", "あっ"))
# ぬ denies behind these: 見えぬ, 食べぬ; 道みつけ has 見つけ in kana.
_NOT_AFTER = dict.fromkeys(("ぬく", "ぬき", "ぬけ", "ぬいた", "ぬいて"), "えけげせねべめれ") | {"つけ": "み"}
# Later steps write these in kana wherever no okurigana was dropped before them, and two steps that undo each other
# would never come to an end.
_LATER_IN_KANA = frozenset("続残渡外潰倒違掛過始並集戻纏")

# Second verbs that only some verbs have before them, with these.
_AFTER_SOME = {
    "かえ": ("替え", "切取乗入言書引張組着買詰差塗付挿植"),
    "わたし": ("渡し", "引売明譲"),
    "はなす": ("離す", "切引突"),
    "はなし": ("離し", "切引突"),
    "はなさ": ("離さ", "切引突"),
    "わけ": ("分け", "使切振取引書読聞塗"),
    "とめ": ("止め", "受差突食引取書"),
    "きめ": ("決め", "取"),
    "やめ": ("止め", "取"),
    "けし": ("消し", "取打"),
    "けす": ("消す", "取打"),
    "けさ": ("消さ", "取打"),
    "つぐ": ("継ぐ", "引受語乗"),
    "つぎ": ("継ぎ", "引受乗"),
    "つい": ("継い", "引受語乗"),
    "くむ": ("組む", "取"),
    "くみ": ("組み", "取仕"),
    "くん": ("組ん", "取"),
    "のぞ": ("除", "取"),
    "あつか": ("扱", "取"),
    "しらべ": ("調べ", "取"),
    "かこ": ("囲", "取"),
    "しまり": ("締まり", "取"),
    "しまる": ("締まる", "取"),
    "こわ": ("壊", "取"),
    "はら": ("払", "取追"),
    "つく": ("付く", "追思結飛食凍抱焼"),
    "つき": ("付き", "追思結飛食抱焼"),
    "つか": ("付か", "追思結飛"),
    # 休みだし is a sentence that goes on.
    "だし": ("出し", "貸呼引売書切抜飛打持洗滑送投追取繰"),
}

# First verbs in kana, with what begins the verbs behind them.
_FIRST = {
    "くり": ("繰り", "返広出上越下延入"),
    "とり": ("取り", "扱引組消戻付外出上入替換下決締巻囲止除壊崩調寄急次残直込去払違潰掛立乱纏"),
    "さし": ("差し", "上出込引押替換止支迫障戻控入"),
    "うけ": ("受け", "取入付持継止渡容答"),
    "ひき": ("引き", "続継出上下取受渡起返込締離抜寄戻当裂払"),
    "くみ": ("組み", "合立込替換入上"),
    "おし": ("押し", "付込出切上寄流"),
    "ふり": ("振り", "返向込替分回払仮"),
    "もち": ("持ち", "帰込出上越主運歩回直続"),
    "のり": ("乗り", "換替越入出込切遅継降"),
    "よみ": ("読み", "取込上書返出替方直"),
    "よび": ("呼び", "出掛込寄起止戻"),
    "つみ": ("積み", "立重上込替下出残荷"),
    "きり": ("切り", "替換取出捨抜開離上下分詰返"),
    "くい": ("食い", "違止込"),
    "ぬり": ("塗り", "替分込付"),
    "つき": ("付き", "合添"),
    "つくり": ("作り", "直上出替変方手"),
    "つかい": ("使い", "方切分込道捨勝"),
    "かき": ("書き", "込出換替直写取"),
    "ぬき": ("抜き", "出取打"),
}
# は and が may stand before them, but not the end of a word: 金もち込み.
_BEFORE_FIRST = frozenset("をにがはでともへやのて")

_AFTER_NOUN = {
    "ずみ": "済み",
    "づけ": "付け",
    "づく": "付く",
    "づき": "付き",
    "づい": "付い",
    "づかな": "付かな",
    "づかせ": "付かせ",
    "づくり": "作り",
    "づかい": "遣い",
    "づかう": "遣う",
    "づかっ": "遣っ",
}
# 基づく is a word by itself, and the kana of the others are their own.
_WITHOUT_NOUN = frozenset("基続仏跪躓")
# 左がわの席; 声がわれる and 日がわかる have が and a verb.
_SIDE, _BEHIND_SIDE = "がわ", frozenset("のをにはでとも")
_ALL_ALONG, _OF_TIME_AND_PLACE = "じゅう", frozenset("日界国家町街体年夜")
# 様 and 達 behind people; 同様 and 発達 are other words.
_LIKEWISE, _REACHED = "模仕異多同有各何一両別今貴", "上発到伝調配速熟栄先通送示友練闊"
_BEHIND_PEOPLE = {"様": ("さま", _LIKEWISE), "様達": ("さまたち", _LIKEWISE), "達": ("たち", _REACHED)}
_NOT_BEHIND_PEOPLE = frozenset("しすさせっ")

_WORDS = """
落ちつ=落ち着 行きつく=行き着く 行きつい=行き着い 見とお=見通 見なおす=見直す 見なおし=見直し 見のが=見逃 見わた=見渡
見おろ=見下ろ 見おくる=見送る 見おくり=見送り 見おくっ=見送っ 見こむ=見込む 見こみ=見込み 見こん=見込ん 見こま=見込ま
見わけ=見分け 見あわせ=見合わせ 見うけ=見受け 見かえ=見返 見ぬく=見抜く 見ぬき=見抜き 見ぬい=見抜い 見いだ=見出
見い出=見出 出なお=出直 出まわ=出回 出あう=出会う 出あい=出会い 出あっ=出会っ 出逢=出会 出むか=出迎 手つだ=手伝
手つづき=手続き 手びき=手引き 手がかり=手掛かり 手がけ=手掛け 手わたし=手渡し 手ばな=手放 目ざす=目指す 目ざし=目指し
目ざさ=目指さ 目ざめ=目覚め めざす=目指す めざし=目指し 目だつ=目立つ 目だち=目立ち 心がけ=心掛け 名のる=名乗る
名のり=名乗り 名のっ=名乗っ 名ざし=名指し 先だつ=先立つ 先だち=先立ち 役だつ=役立つ 役だち=役立ち 役だて=役立て
傷つ=傷付 値あげ=値上げ 値さげ=値下げ 値びき=値引き 割びき=割引 受つけ=受付 後まわし=後回し 先おくり=先送り
棚あげ=棚上げ 底あげ=底上げ 前だおし=前倒し 上のせ=上乗せ 横ながし=横流し 裏がえ=裏返 持ちかえり=持ち帰り
申しで=申し出 とりかか=取り掛か とりまとめ=取り纏め 支はら=支払
"""
# These have a noun before them as well: 大幅値あげ.
_BEHIND_NOUNS = frozenset("値割受前底棚裏支と")
_WORDS_ANYWHERE = """
手もと=手元 手許=手元 足もと=足元 足許=足元 身もと=身元 身許=身元 国もと=国元 国許=国元 親もと=親元 親許=親元
枕もと=枕元 枕許=枕元 胸もと=胸元 口もと=口元 耳もと=耳元 年振り=年ぶり 月振り=月ぶり 日振り=日ぶり 久し振り=久しぶり
久振り=久しぶり ひと言=一言 ひと目=一目 ひと口=一口 ひと晩=一晩 ひと休み=一休み ひと握り=一握り ひと安心=一安心
ひと段落=一段落 ひと昔=一昔 ひと足=一足 ひと息=一息 ひと苦労=一苦労 ひと回り=一回り ひと工夫=一工夫 ひと手間=一手間
ひとり=一人 独り=一人 ひとりでに=ひとりでに ひとりよがり=ひとりよがり 独りよがり=ひとりよがり
独り善がり=ひとりよがり
ふたり=二人 みっつ=三つ よっつ=四つ ななつ=七つ 換え=替え 置換え=置換え 置き換え=置き換え 置替え=置換え
置き替え=置き換え 置きかえ=置き換え 乗換=乗替 切換=切替 組換=組替 書換=書替 引換=引替 取換=取替 入換=入替 遣り=やり
みぎ=右 ひだり=左
"""
# How much of something there is; 多目的 and 長目的 are other words.
_MEASURES = (
    "早目", "多目", "少な目", "長目", "短目", "高目", "低目", "厚目", "濃い目", "控え目", "大き目", "小さ目", "強目",
    "弱目",
)  # fmt: skip
_BEHIND_MEASURES = frozenset("のになでがはをも")
_HARD_OR_EASY = {
    "易い": "やすい",
    "易く": "やすく",
    "易か": "やすか",
    "辛い": "づらい",
    "辛く": "づらく",
    "辛か": "づらか",
}

# 回 by itself; 賜る, 構わない, 向日葵, 振る舞う and 忌まわしい have these kana in them.
_TURNING = {"まわり": "回り", "周り": "回り", "まわる": "回る", "まわっ": "回っ", "まわす": "回す", "まわし": "回し"}
_NOT_TURNING = frozenset("おたかひるいしわ")


def _pairs(table: str) -> dict[str, str]:
    return dict(item.split("=") for item in table.split())


def _second_verbs() -> dict[str, str]:
    table = {kana: written for written, kana in _pairs(_SECOND).items()}
    for item in _SECOND_IN_FIVE_ROWS.split():
        written, reading = item.split("=")
        for kana in FIVE_ROWS[written[-1]]:
            table[reading[:-1] + kana] = written[:-1] + kana
    return table


_SECOND_VERBS = _second_verbs()
_JOINED = _pairs(_WORDS)
_FIRST_VERBS = {kana + other: written + other for kana, (written, others) in _FIRST.items() for other in others}


def _follows_verb(text: str, place: int, word: str) -> bool:
    if place < 2 or text[place - 1] not in _LAST_KANA_OF_FIRST or text.startswith(_OTHER_WORDS, place):
        return False
    first, last = text[place - 2], text[place - 1]
    if last in _NOT_AFTER.get(word, ""):
        return False
    if word in _AFTER_SOME:
        return first in _AFTER_SOME[word][1]
    if not is_kanji(first):
        return first in _BEFORE_LAST_KANA and place > 2 and is_kanji(text[place - 3]) and _stays(word)
    if last == "し" and first not in _IN_SHI and word not in _ALSO_WITH_SURU:
        return False
    return _stays(word) or drops_before_kanji(first + last)


def _stays(word: str) -> bool:
    return _SECOND_VERBS.get(word, "")[:1] not in _LATER_IN_KANA


def _stands_before_verb(text: str, place: int, word: str) -> bool:
    before, end = text[place - 1 : place], place + len(word)
    if not "ぁ" <= text[end : end + 1] <= "ゖ":
        # 引数をとり付属品を: a comma stood there.
        return False
    return before in _BEFORE_FIRST or not ("ぁ" <= before <= "ゖ" or (word.startswith("もち") and is_kanji(before)))


def _follows_noun(text: str, place: int, word: str) -> bool:
    before = text[place - 1 : place]
    return before != "" and (is_kanji(before) or is_katakana(before)) and before not in _WITHOUT_NOUN


def _is_side(text: str, place: int, word: str) -> bool:
    after = text[place + len(word) : place + len(word) + 1]
    return _follows_noun(text, place, word) and (after in _BEHIND_SIDE or not "ぁ" <= after <= "ゖ")


def _goes_all_along(text: str, place: int, word: str) -> bool:
    return place > 0 and text[place - 1] in _OF_TIME_AND_PLACE


def _follows_people(text: str, place: int, word: str) -> bool:
    before, after = text[place - 1 : place], text[place + len(word) : place + len(word) + 1]
    is_people = (before and is_kanji(before) and before not in _BEHIND_PEOPLE[word][1]) or before == "も"
    return is_people and after not in _NOT_BEHIND_PEOPLE and not (after and is_kanji(after))


def _begins(text: str, place: int, word: str) -> bool:
    return not place or not is_kanji(text[place - 1]) or word[0] in _BEHIND_NOUNS


def _follows_stem(text: str, place: int, word: str) -> bool:
    before = text[place - 1] if place else ""
    if word[0] == "易":
        return "ぁ" <= before <= "ゖ"
    return before in _LAST_KANA_OF_FIRST and place > 1 and is_kanji(text[place - 2])


def _turns(text: str, place: int, word: str) -> bool:
    return not place or text[place - 1] not in _NOT_TURNING


def _is_measure(text: str, place: int, word: str) -> bool:
    after = text[place + len(word) : place + len(word) + 1]
    return not after or after in _BEHIND_MEASURES or not ("ぁ" <= after <= "ゖ" or is_kanji(after))


def _anywhere(text: str, place: int, word: str) -> bool:
    return True


_Fits = Callable[[str, int, str], bool]
_TABLES: tuple[tuple[_Fits, Mapping[str, str]], ...] = (
    (_follows_verb, _SECOND_VERBS | {word: written for word, (written, _) in _AFTER_SOME.items()}),
    (_stands_before_verb, _FIRST_VERBS),
    (_follows_noun, _AFTER_NOUN),
    (_is_side, {_SIDE: "側"}),
    (_goes_all_along, {_ALL_ALONG: "中"}),
    (_follows_people, {word: kana for word, (kana, _) in _BEHIND_PEOPLE.items()}),
    (_begins, _JOINED),
    (_follows_stem, _HARD_OR_EASY),
    (_turns, _TURNING),
    (_is_measure, {word: word[:-1] + "め" for word in _MEASURES}),
    (_anywhere, _pairs(_WORDS_ANYWHERE)),
)
_FITS = {word: fits for fits, table in _TABLES for word in table}

COMPOUNDS: Mapping[str, str] = {word: written for _, table in _TABLES for word, written in table.items()}
"""Parts of compounds with the spelling that stands for each where it is one."""

COMPOUND_SPELLINGS = TableRewriting(
    COMPOUNDS,
    lambda text, place, word: _FITS[word](text, place, word),
)
"""A step for texts without stops in plain style, before okurigana is looked at."""
