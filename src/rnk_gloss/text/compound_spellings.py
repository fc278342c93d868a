"""Compounds with a part in kana: 受けとる, くり返す, 位置づけ, お客さま beside 受け取る, 繰り返す, 位置付け, お客様.

Alone these parts would stand for other words, too; here they are told by the verb or noun that they are joined to. The
spelling that is taken is only the key's; it is no advice to writers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.okurigana import drops_before_kanji, is_kanji
from rnk_gloss.text.rewriting import TableRewriting, word_pairs

# Verbs behind another one. Those of the first list inflect in five rows; of the others what stands before their る.
_SECOND_IN_FIVE_ROWS = """
込む=こむ 取る=とる 切る=きる 合う=あう 返す=かえす 直す=なおす 通す=とおす 続く=つづく
戻す=もどす 起こす=おこす 延ばす=のばす 落とす=おとす 潰す=つぶす 倒す=たおす 外す=はずす 残す=のこす 上がる=あがる
下がる=さがる 掛かる=かかる 違う=ちがう 終わる=おわる 尽くす=つくす 崩す=くずす
"""
_SECOND = """
出す=だす 出さな=ださな 出さず=ださず 出させ=ださせ 出され=だされ 出せる=だせる 出せな=だせな 出せば=だせば
出して=だして 出した=だした 出しつつ=だしつつ 抜く=ぬく 抜き=ぬき 抜いた=ぬいた 抜いて=ぬいて 抜け=ぬけ
上げ=あげ 下げ=さげ 入れ=いれ 付け=つけ 受け=うけ 立て=たて 当て=あて 寄せ=よせ 続け=つづけ 始め=はじめ
過ぎ=すぎ 掛け=かけ 合わせ=あわせ 込め=こめ 締め=しめ 越え=こえ 終え=おえ 切れ=きれ 落ち=おち 重ね=かさね 混ぜ=まぜ
集め=あつめ 並べ=ならべ 纏め=まとめ 忘れ=わすれ
"""
# What such kana begin now and then that is no second verb.
_OTHER_WORDS = (
    "なおさら", "あえず", "あわて", "あいだ", "あいつ", "あっと", "あげく", "きらい", "きれい", "きっと",
    "きっかけ", "とりわけ", "とりあえず", "とらえ", "とらわ", "とっさ", "とっく", "とっても", "かかわ", "かけがえ",
    "あてはま", "こんな", "こんど", "こんに", "こんば", "こまか", "こまる", "こまっ", "こまり", "ちがいな",
    "うけたまわ", "おとしい", "おちい", "だすべて", "だすぐ", "だすく", "だすで", "だすみ", "だすご", "だすば",
    "だすき", "だすら",
)  # fmt: skip
_LAST_KANA_OF_FIRST = frozenset("いきぎしちびみりえけげせぜねべめれじ")
# What stands between a kanji and the last kana of 分かり, 向かい, 起こし.
_BEFORE_LAST_KANA = frozenset("かわまこさ")
# 提出し and 確認し are 提出 and 確認 with する: behind し only verbs like 申しこむ; 協力しあう is a compound, too.
_IN_SHI = frozenset("申差押貸消返渡話指戻越直崩回落召示流倒殺探試")
_ALSO_WITH_SURU = frozenset(("あわ", "あい", "あう", "あえ", "あお", "あっ"))
# ぬ denies behind these: 見えぬ, 食べぬ; 道みつけ has 見つけ in kana.
_NOT_AFTER = dict.fromkeys(("ぬく", "ぬき", "ぬけ", "ぬいた", "ぬいて"), "えけげせねべめれ") | {"つけ": "み"}
# Later steps write these in kana again wherever the verb before keeps its own kana.
_LATER_IN_KANA = frozenset("続残渡外潰倒違掛過始並集戻纏")

# First verbs in kana, with what begins the verbs behind them.
_FIRST = {
    "あらい": ("洗い", "流出直落上"),
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
    "ならべ": ("並べ", "替換"),
}
# は and が may stand before them, but not the end of a word: 金もち込み.
_BEFORE_FIRST = frozenset("をにがはでともへやのて")

_AFTER_NOUN = {
    "ずみ": "済み",
    "ばらい": "払い",
    "どおり": "通り",
    "つき": "付き",
    "づけ": "付け",
    "づく": "付く",
    "づき": "付き",
    "づい": "付い",
    "づかな": "付かな",
    "づかせ": "付かせ",
    "づこう": "付こう",
    "づくり": "作り",
    "づかい": "遣い",
    "づかう": "遣う",
    "づかっ": "遣っ",
}
# 基づく is a word by itself, and the kana of the others are their own.
_WITHOUT_NOUN = frozenset("基続仏跪躓")
# 左がわの席; 声がわれる and 日がわかる have が and a verb.
_SIDE, _BEHIND_SIDE = "がわ", frozenset("のをにはでともまへ")
# 右のほうが, 休んだほうは; 初めてのかたに, 書きかたを.
_WAY_OR_PERSON = {
    "ほう": ("方", frozenset("のいるただなうくすつむぶぐ")),
    "かた": ("方", frozenset("のるたいりきしちびみえけせめれべ")),
}
_BEHIND_WAY = frozenset("がはをにへもので")
_ALL_ALONG, _OF_TIME_AND_PLACE = "じゅう", frozenset("日界国家町街体年夜")
# 様 and 達 behind people; 同様 and 発達 are other words.
_LIKEWISE, _REACHED = "模仕異多同有各何一両別今貴", "上発到伝調配速熟栄先通送示友練闊"
_BEHIND_PEOPLE = {"様": ("さま", _LIKEWISE), "様達": ("さまたち", _LIKEWISE), "達": ("たち", _REACHED)}
_NOT_BEHIND_PEOPLE = frozenset("しすさせっ")

_WORDS = """
働きかけ=はたらきかけ 働き掛け=はたらきかけ はたらき掛け=はたらきかけ つきあう=付き合う
つきあっ=付き合っ つきあい=付き合い つきあわ=付き合わ つきあわせ=突き合わせ つきあえ=付き合え つきあお=付き合お
落ちつ=落ち着 行きつく=行き着く 行きつい=行き着い 見とお=見通 見なおす=見直す 見なおし=見直し 見のが=見逃 見わた=見渡
見おろ=見下ろ 見おくる=見送る 見おくり=見送り 見おくっ=見送っ 見こむ=見込む 見こみ=見込み 見こん=見込ん 見こま=見込ま
見わけ=見分け 見あわせ=見合わせ 見うけ=見受け 見かえ=見返 見ぬく=見抜く 見ぬき=見抜き 見ぬい=見抜い 見いだ=見出
見い出=見出 出なお=出直 出まわ=出回 出あう=出会う 出あい=出会い 出あっ=出会っ 出逢=出会 出むか=出迎 手つだ=手伝
手つづき=手続き 手びき=手引き 手がかり=手掛かり 手がけ=手掛け 手わたし=手渡し 手ばな=手放 目ざす=目指す 目ざし=目指し
目ざさ=目指さ 目ざめ=目覚め めざす=目指す めざし=目指し 目だつ=目立つ 目だち=目立ち 心がけ=心掛け 名のる=名乗る
名のり=名乗り 名のっ=名乗っ 名ざし=名指し 先だつ=先立つ 先だち=先立ち 役だつ=役立つ 役だち=役立ち 役だて=役立て
傷つ=傷付 値あげ=値上げ 値さげ=値下げ 値びき=値引き 割びき=割引 受つけ=受付 後まわし=後回し 先おくり=先送り
棚あげ=棚上げ 底あげ=底上げ 前だおし=前倒し 上のせ=上乗せ 横ながし=横流し 裏がえ=裏返 持ちかえり=持ち帰り
申しで=申し出 とりかか=取り掛か とりまとめ=取り纏め 支はら=支払 切りかえ=切り替え 取りかえ=取り替え 乗りかえ=乗り替え
入れかえ=入れ替え 言いかえ=言い替え 書きかえ=書き替え 引きかえ=引き替え 張りかえ=張り替え 組みかえ=組み替え
買いかえ=買い替え 詰めかえ=詰め替え 差しかえ=差し替え 塗りかえ=塗り替え 付けかえ=付け替え 植えかえ=植え替え
挿しかえ=挿し替え 読みかえ=読み替え 使いわけ=使い分け 切りわけ=切り分け 振りわけ=振り分け 引きわけ=引き分け
書きわけ=書き分け 読みわけ=読み分け 聞きわけ=聞き分け 塗りわけ=塗り分け 受けとめ=受け止め 差しとめ=差し止め
突きとめ=突き止め 食いとめ=食い止め 引きとめ=引き止め 書きとめ=書き留め 取りやめ=取り止め とりやめ=取り止め
取りきめ=取り決め 取りけし=取り消し 打ちけし=打ち消し 取りけす=取り消す 打ちけす=打ち消す 取りけさ=取り消さ
打ちけさ=打ち消さ 引きつぐ=引き継ぐ 受けつぐ=受け継ぐ 語りつぐ=語り継ぐ 乗りつぐ=乗り継ぐ 引きつぎ=引き継ぎ
受けつぎ=受け継ぎ 語りつぎ=語り継ぎ 乗りつぎ=乗り継ぎ 引きつが=引き継が 受けつが=受け継が 語りつが=語り継が
乗りつが=乗り継が 引きつい=引き継い 受けつい=受け継い 語りつい=語り継い 乗りつい=乗り継い 取りくむ=取り組む
取りくみ=取り組み 取りくま=取り組ま 取りくん=取り組ん 取りのぞ=取り除 取りあつか=取り扱 取りしらべ=取り調べ
取りかこ=取り囲 取りしまり=取り締まり 取りしまる=取り締まる 取りこわ=取り壊 取りはら=取り払 追いはら=追い払
切りはなす=切り離す 引きはなす=引き離す 突きはなす=突き離す 切りはなし=切り離し 引きはなし=引き離し
突きはなし=突き離し 切りはなさ=切り離さ 引きはなさ=引き離さ 突きはなさ=突き離さ 切りはなせ=切り離せ
引きはなせ=引き離せ 突きはなせ=突き離せ 追いつく=追い付く 思いつく=思い付く 結びつく=結び付く 飛びつく=飛び付く
食いつく=食い付く 凍りつく=凍り付く 抱きつく=抱き付く 焼きつく=焼き付く 追いつき=追い付き 思いつき=思い付き
結びつき=結び付き 飛びつき=飛び付き 食いつき=食い付き 凍りつき=凍り付き 抱きつき=抱き付き 焼きつき=焼き付き
追いつか=追い付か 思いつか=思い付か 結びつか=結び付か 飛びつか=飛び付か 食いつか=食い付か 凍りつか=凍り付か
抱きつか=抱き付か 焼きつか=焼き付か 追いつい=追い付い 思いつい=思い付い 結びつい=結び付い 飛びつい=飛び付い
食いつい=食い付い 凍りつい=凍り付い 抱きつい=抱き付い 焼きつい=焼き付い 貸しだし=貸し出し 呼びだし=呼び出し
引きだし=引き出し 売りだし=売り出し 書きだし=書き出し 切りだし=切り出し 抜きだし=抜き出し 飛びだし=飛び出し
打ちだし=打ち出し 持ちだし=持ち出し 洗いだし=洗い出し 送りだし=送り出し 取りだし=取り出し 繰りだし=繰り出し
切りかえす=切り返す 切りかえし=切り返し 切りかえさ=切り返さ 切りかえせ=切り返せ 切りかえそ=切り返そ
取りかえす=取り返す 取りかえし=取り返し 取りかえさ=取り返さ 取りかえせ=取り返せ 取りかえそ=取り返そ
言いかえす=言い返す 言いかえし=言い返し 言いかえさ=言い返さ 言いかえせ=言い返せ 言いかえそ=言い返そ
引きかえす=引き返す 引きかえし=引き返し 引きかえさ=引き返さ 引きかえせ=引き返せ 引きかえそ=引き返そ
読みかえす=読み返す 読みかえし=読み返し 読みかえさ=読み返さ 読みかえせ=読み返せ 読みかえそ=読み返そ
塗りかえす=塗り返す 塗りかえし=塗り返し 塗りかえさ=塗り返さ 塗りかえせ=塗り返せ 塗りかえそ=塗り返そ
書きかえす=書き返す 書きかえし=書き返し 書きかえさ=書き返さ 書きかえせ=書き返せ 書きかえそ=書き返そ
差しかえす=差し返す 差しかえし=差し返し 差しかえさ=差し返さ 差しかえせ=差し返せ 差しかえそ=差し返そ
張りかえす=張り返す 張りかえし=張り返し 張りかえさ=張り返さ 張りかえせ=張り返せ 張りかえそ=張り返そ
組みかえす=組み返す 組みかえし=組み返し 組みかえさ=組み返さ 組みかえせ=組み返せ 組みかえそ=組み返そ 振りかえ=振り返
引きわた=引き渡 明けわた=明け渡 譲りわた=譲り渡 言いわた=言い渡 売りわた=売り渡
"""
# These have a noun before them as well: 大幅値あげ.
_BEHIND_NOUNS = frozenset("値割受前底棚裏支と")
_WORDS_ANYWHERE = """
ならべかえ=並べ替え ならび替え=並び替え 人びと=人々 すみずみ=隅々 のり面=法面 を以て=をもって のなかに=の中に
のあいだ=の間 のわりに=の割に のなかで=の中で のなかの=の中の のなかを=の中を のなかは=の中は のなかが=の中が
のなかから=の中から のなかへ=の中へ いちど=一度 ばあい=場合 ひつよう=必要 明けがた=明け方 夕がた=夕方 暮れがた=暮れ方
上ばき=うわばき 下ばき=したばき 費こみ=費込み 税こみ=税込み 料こみ=料込み 代こみ=代込み 手もと=手元 手許=手元
足もと=足元 足許=足元 身もと=身元 身許=身元 国もと=国元 国許=国元 親もと=親元 親許=親元 枕もと=枕元 枕許=枕元
胸もと=胸元 口もと=口元 耳もと=耳元 年振り=年ぶり 月振り=月ぶり 日振り=日ぶり 久し振り=久しぶり 久振り=久しぶり
ひと言=一言 ひと目=一目 ひと口=一口 ひと晩=一晩 ひと休み=一休み ひと握り=一握り ひと安心=一安心 ひと段落=一段落
ひと昔=一昔 ひと足=一足 ひと息=一息 ひと苦労=一苦労 ひと回り=一回り ひと工夫=一工夫 ひと手間=一手間 ひとり=一人
独り=一人 ひとりでに=ひとりでに ひとりよがり=ひとりよがり 独りよがり=ひとりよがり 独り善がり=ひとりよがり ふたり=二人
みっつ=三つ よっつ=四つ ななつ=七つ 換え=替え 置換え=置換え 置き換え=置き換え 置替え=置換え 置き替え=置き換え
置きかえ=置き換え 乗換=乗替 切換=切替 組換=組替 書換=書替 引換=引替 取換=取替 入換=入替 遣り=やり みぎ=右 ひだり=左
筋書きどおり=筋書き通り 思いどおり=思い通り いつもどおり=いつも通り みやげ=土産 きっぷ=切符 まちが=間違
街づくり=まちづくり 町づくり=まちづくり まちづくり=まちづくり あわ立=泡立 ふりこむ=振り込む ふりこみ=振り込み
ふりこん=振り込ん ふりこま=振り込ま たて書=縦書 たて長=縦長 たて軸=縦軸 たて糸=縦糸 よこ書=横書 よこ長=横長
よこ軸=横軸 よこ糸=横糸 水もれ=水漏れ ガスもれ=ガス漏れ 油もれ=油漏れ 記入もれ=記入漏れ 入力もれ=入力漏れ
申告もれ=申告漏れ 確認もれ=確認漏れ 記載もれ=記載漏れ 登録もれ=登録漏れ かり難い=かりにくい かり難く=かりにくく
使い難=使いにく 読み難=読みにく 見え難=見えにく 扱い難=扱いにく 書き難=書きにく 取り難=取りにく 起こり難=起こりにく
壊れ難=壊れにく 滑り難=滑りにく し難い=しがたい し難く=しがたく し難か=しがたか じ難い=じがたい じ難く=じがたく
得難い=得がたい 得難く=得がたく 耐え難=耐えがた 堪え難=堪えがた 忘れ難=忘れがた 抗い難=抗いがた 捨て難=捨てがた
替え難=替えがた 避け難=避けがた 離れ難=離れがた 抑え難=抑えがた 認め難=認めがた
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

# 回 by itself and behind a verb; 賜る, 構わない, 向日葵, 振る舞う and 忌まわしい have these kana in them.
_TURNING = {f"まわ{kana}": f"回{kana}" for kana in "りるっしすさせそられ"} | {"周り": "回り"}
_NOT_TURNING = frozenset("おたかひるいしわ忌")


def _second_verbs() -> dict[str, str]:
    table = {kana: written for written, kana in word_pairs(_SECOND).items()}
    for written, reading in word_pairs(_SECOND_IN_FIVE_ROWS).items():
        for kana in FIVE_ROWS[written[-1]]:
            table[reading[:-1] + kana] = written[:-1] + kana
    return table


_SECOND_VERBS = _second_verbs()
_JOINED = word_pairs(_WORDS)
_FIRST_VERBS = {kana + other: written + other for kana, (written, others) in _FIRST.items() for other in others}


def _follows_verb(text: str, place: int, word: str) -> bool:
    if place < 2 or text[place - 1] not in _LAST_KANA_OF_FIRST or text.startswith(_OTHER_WORDS, place):
        return False
    first, last = text[place - 2], text[place - 1]
    if last in _NOT_AFTER.get(word, ""):
        return False
    if not is_kanji(first):
        return first in _BEFORE_LAST_KANA and place > 2 and is_kanji(text[place - 3]) and _stays(word)
    if last == "し" and first not in _IN_SHI and word not in _ALSO_WITH_SURU:
        return False
    return _stays(word) or drops_before_kanji(first + last)


def _stays(word: str) -> bool:
    return _SECOND_VERBS[word][0] not in _LATER_IN_KANA


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


def _is_way_or_person(text: str, place: int, word: str) -> bool:
    before, after = text[place - 1 : place], text[place + len(word) : place + len(word) + 1]
    # しかたがない is 仕方がない.
    is_noun = word == "かた" and before == "し" and not is_kanji(text[place - 2 : place - 1] or "し")
    return before in _WAY_OR_PERSON[word][1] and after in _BEHIND_WAY and not is_noun


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
    # 使いまわす; of the kana that are no turning い alone ends a first verb often.
    is_behind_verb = text[place - 1 : place] == "い" and place > 1 and is_kanji(text[place - 2])
    return not place or is_behind_verb or text[place - 1] not in _NOT_TURNING


def _is_measure(text: str, place: int, word: str) -> bool:
    after = text[place + len(word) : place + len(word) + 1]
    return not after or after in _BEHIND_MEASURES or not ("ぁ" <= after <= "ゖ" or is_kanji(after))


def _is_before(text: str, place: int, word: str) -> bool:
    return text[place - 1 : place] in {"の", "る"}


def _anywhere(text: str, place: int, word: str) -> bool:
    return True


_Fits = Callable[[str, int, str], bool]
_TABLES: tuple[tuple[_Fits, Mapping[str, str]], ...] = (
    (_follows_verb, _SECOND_VERBS),
    (_stands_before_verb, _FIRST_VERBS),
    (_follows_noun, _AFTER_NOUN),
    (_is_side, {_SIDE: "側"}),
    (_is_way_or_person, {word: kanji for word, (kanji, _) in _WAY_OR_PERSON.items()}),
    (_goes_all_along, {_ALL_ALONG: "中"}),
    (_follows_people, {word: kana for word, (kana, _) in _BEHIND_PEOPLE.items()}),
    (_begins, _JOINED),
    (_follows_stem, _HARD_OR_EASY),
    (_turns, _TURNING),
    (_is_measure, {word: word[:-1] + "め" for word in _MEASURES}),
    (_is_before, {f"まえ{particle}": f"前{particle}" for particle in "にでの"}),
    (_anywhere, word_pairs(_WORDS_ANYWHERE)),
)
_FITS = {word: fits for fits, table in _TABLES for word in table}

COMPOUNDS: Mapping[str, str] = {word: written for _, table in _TABLES for word, written in table.items()}
"""Parts of compounds with the spelling that stands for each where it is one."""

COMPOUND_SPELLINGS = TableRewriting(
    COMPOUNDS,
    lambda text, place, word: _FITS[word](text, place, word),
)
"""A step for texts without stops in plain style, before okurigana is looked at."""
