"""Words that exclude one another: opposite actions and states, limits, directions."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rnk_gloss.match import opposite_words as tables
from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.rewriting import word_pairs
from rnk_gloss.text.word_places import WordPlaces


class Opposition(NamedTuple):
    """Sides that exclude one another. A limit counts too where one text has it and the other has none."""

    kind: str
    sides: tuple[tuple[str, ...], ...]
    limit: bool = False


INFLECTED = "~"
"""Stands behind a verb or an adjective of which all forms count."""


def _rows(kind: str, table: str, *, limit: bool = False) -> list[Opposition]:
    return [
        Opposition(kind, tuple(tuple(side.split("/")) for side in line.split("|")), limit)
        for line in re.split("  |\n", table.strip())
    ]


@cache
def oppositions(language: str) -> tuple[Opposition, ...]:
    """The oppositions of a language (`ja` or another): Japanese ones as people write them, English ones in small
    letters. Texts are searched for their match keys."""
    if language == "ja":
        return (
            *_rows("bound", tables.LIMITS, limit=True),
            *_rows("bound", tables.EXTREMES),
            *_rows("date", tables.DATES),
            *_rows("unit", tables.UNITS),
            *_rows("direction", tables.DIRECTIONS),
            *_rows("antonym", tables.ANTONYMS),
        )
    return (
        *_rows("bound", tables.ENGLISH_LIMITS),
        *_rows("date", tables.ENGLISH_DATES),
        *_rows("number", tables.ENGLISH_ORDINALS),
        *_rows("antonym", tables.ENGLISH_ANTONYMS),
    )


# The match keys of those Japanese words that are not their own: asking for the keys of all takes longer than a lookup.
MATCH_KEYS = word_pairs(
    "いい=よい アクティブ=アクテーブ アンフォロー=アンフオロ ウェット=ウエット オフ=off オン=on サーバー=サーバ"
    " ソフトウェア=ソフトウエア チェックアウト=チエックアウト チェックイン=チエックイン ネガティブ=ネガテーブ"
    " ハードウェア=ハードウエア フェードアウト=フエードアウト フェードイン=フエードイン フォロー=フオロ"
    " ポジティブ=ポジテーブ マイナー=マイナ マスター=マスタ メジャー=メジャ ライセンサー=ライセンサ"
    " ライセンシー=ライセンシ 一昨日=おととい 一緒=いっしょ 丁寧=ていねい 上書き=上書 下手=へた 与える~=あたえる~"
    " 並びに=ならびに 乱す~=みだす~ 今年=ことし 今年度=ことし度 今日=きょう 仕入れ=仕入 仮名=かな 休む~=やすむ~"
    " 作る~=つくる~ 使う~=つかう~ 便利=べんり 促す~=うながす~ 倒す~=たおす~ 倒れる~=たおれる~ 偶然=ぐうぜん"
    " 傲慢=ごう慢 働く~=はたらく~ 優れる~=すぐれる~ 元に戻す~=元にもどす~ 元気=げんき 全て=すべて 冷やす~=ひやす~"
    " 凍らす~=こおらす~ 凍る~=こおる~ 出かける~=でかける~ 切り上げる~=切上げる~ 切り捨てる~=切捨てる~"
    " 別々=べつべつ 剥がす~=はがす~ 剥奪=はく奪 剥離=はく離 加える~=くわえる~ 加わる~=くわわる~ 劣る~=おとる~"
    " 助ける~=たすける~ 動かす~=うごかす~ 動く~=うごく~ 勝ち越=勝越 包む~=つつむ~ 北京=ペキン 厳しい~=きびしい~"
    " 又は=または 及び=および 反米=反アメリカ 取り下げる~=取下げる~ 取り付け=取付 取り付ける~=取付ける~"
    " 取り出す~=取出す~ 取り外=取外 取り消す~=取消す~ 取付け=取付 受け入れ=受入 受け入れる~=受入れる~"
    " 受け取る~=受取る~ 受入れ=受入 叱る~=しかる~ 合わせる~=合せる~ 同じ=おなじ 含む~=ふくむ~ 含める~=ふくめる~"
    " 喜ぶ~=よろこぶ~ 嘘=うそ 固まる~=かたまる~ 壊す~=こわす~ 壊れる~=こわれる~ 売り手=売手 売り越=売越"
    " 外す~=はずす~ 大人=おとな 失う~=うしなう~ 奪う~=うばう~ 好き=すき 好む~=このむ~ 妨げる~=さまたげる~"
    " 始まる~=はじまる~ 始める~=はじめる~ 嫌い=きらい 嫌う~=きらう~ 嬉しい~=うれしい~ 子供=子ども 学ぶ~=まなぶ~"
    " 守る~=まもる~ 宛先=あて先 尋ねる~=たずねる~ 少し=すこし 嵌合=かん合 差し止める~=差止める~ 差し込む~=差込む~"
    " 帰ってきた=かえってきた 帰ってきて=かえってきて 帰ってくる=かえってくる 帰ってこな=かえってこな 帰り=かえり"
    " 帰る~=かえる~ 常に=つねに 幸せ=しあわせ 広がる~=ひろがる~ 広げる~=ひろげる~ 座る~=すわる~ 弊社=当社"
    " 引き上げる~=引上げる~ 引き下げる~=引下げる~ 引き出す~=引出す~ 引き受ける~=引受ける~ 引き抜く~=引抜く~"
    " 引き渡す~=引渡す~ 引っ張る~=引張る~ 後で=あとで 従う~=したがう~ 必ず=かならず 忘れる~=わすれる~"
    " 忙しい~=いそがしい~ 思い出す~=おもい出す~ 息子=むすこ 悲し=かなし 愚か=おろか 憎む~=にくむ~ 戻す~=もどす~"
    " 戻ってきた=もどってきた 戻ってきて=もどってきて 戻ってくる=もどってくる 戻ってこな=もどってこな"
    " 戻る~=もどる~ 打ち切る~=打切る~ 払う~=はらう~ 投げる~=なげる~ 押し込む~=押込む~ 拒む~=こばむ~"
    " 拮抗薬=きっ抗薬 持ち出す~=持出す~ 持ち込む~=持込む~ 捕まえる~=つかまえる~ 排泄=排せつ 掛ける~=かける~"
    " 握る~=にぎる~ 教える~=おしえる~ 散らかす~=ちらかす~ 整える~=ととのえる~ 断る~=ことわる~ 明後日=あさって"
    " 明日=あした 易しい~=やさしい~ 昨夜=ゆうべ 昨日=きのう 時々=ときどき 普通=ふつう 暇=ひま 暖か=温か"
    " 曇る~=くもる~ 曖昧=あいまい 書き出す~=書出す~ 書き込み=書込 書き込む~=書込む~ 有り=あり 有名=ゆうめい"
    " 柔らか=やわらか 楽しい~=たのしい~ 残す~=のこす~ 残る~=のこる~ 求める~=もとめる~ 汎用=はん用 汚い~=きたない~"
    " 沈む~=しずむ~ 渡す~=わたす~ 温める~=あたためる~ 湿っ=しめっ 湿らす~=しめらす~ 満たす~=みたす~"
    " 滑らか=なめらか 濡らす~=ぬらす~ 濡れる~=ぬれる~ 片付ける~=かたづける~ 特別=とくべつ 現れる~=あらわれる~"
    " 生まれる~=うまれる~ 田舎=いなか 申し立てる~=申立てる~ 申し込む~=申込む~ 留まる~=とどまる~ 異なる~=ことなる~"
    " 畳む~=たたむ~ 疑う~=うたがう~ 眠る~=ねむる~ 破る~=やぶる~ 硬い~=固い~ 稀に=まれに 突然=とつぜん"
    " 竣工=しゅん工 笑う~=わらう~ 等しい~=ひとしい~ 簡単=かんたん 細かい~=こまかい~ 終える~=おえる~"
    " 組み立てる~=組立てる~ 結ぶ~=むすぶ~ 絶対=ぜったい 続く~=つづく~ 続ける~=つづける~ 緩める~=ゆるめる~"
    " 縮む~=ちぢむ~ 縮める~=ちぢめる~ 美しい~=うつくしい~ 習う~=ならう~ 背く~=そむく~ 脱ぐ~=ぬぐ~"
    " 膨らむ~=ふくらむ~ 臆病=おく病 良い~=よい~ 若しくは=もしくは 苦し=くるし 著しく=いちじるしく"
    " 衰える~=おとろえる~ 褒める~=ほめる~ 見える~=みえる~ 覚える~=おぼえる~ 覚醒=覚せい 親米=親アメリカ"
    " 訪れる~=おとずれる~ 許す~=ゆるす~ 認める~=みとめる~ 誘う~=さそう~ 誤り=あやまり 誤る~=あやまる~"
    " 読み出し=読出し 読み出す~=読出す~ 読み取り=読取 読み取る~=読取る~ 読み込む~=読込む~ 豊か=ゆたか 貧し=まずし"
    " 貴社=御社 買い手=買手 買い越=買越 貼り付ける~=貼付ける~ 貼る~=はる~ 賞賛=称賛 贅沢=ぜいたく 走る~=はしる~"
    " 軟らか=やわらか 軽蔑=軽べつ 迎える~=むかえる~ 近づく~=近付く~ 近づける~=近付ける~ 退ける~=しりぞける~"
    " 送り主=送主 送り出す~=送出す~ 逃がす~=にがす~ 逃げる~=にげる~ 進む~=すすむ~ 進める~=すすめる~"
    " 遅れる~=おくれる~ 違う~=ちがう~ 遵守=順守 選ぶ~=えらぶ~ 配る~=くばる~ 閉じる~=とじる~ 閉める~=しめる~"
    " 開く~=ひらく~ 間に合う~=まにあう~ 隠す~=かくす~ 隠れる~=かくれる~ 集まる~=あつまる~ 集める~=あつめる~"
    " 雇う~=やとう~ 離れる~=はなれる~ 難しい~=むずかしい~ 静か=しずか 非アクティブ=非アクテーブ"
    " 面白い~=おもしろい~ 預ける~=あずける~ 預け入れ=あずけ入れ 頼む~=たのむ~ 食べる~=たべる~ 騒がし=さわがし"
    " 麻痺=まひ"
)

# A verb with one of these kana before る keeps its stem, and with a kanji before it does so if it is one of the few.
_BEFORE_RU = "いきぎしじちにびみりえけげせぜてでねべめれ"
_OF_ONE_ROW = frozenset(("出る", "得る", "着る", "寝る"))
_AFTER_ONE_KANJI = "るたてなれよず"
_AFTER_ADJECTIVE = "いくかけ"


def forms(word: str) -> set[str]:
    """What each form of a word begins with in match keys: in that of the word alone, and where others keep its own
    spelling, as 特別 in 特別委員会."""
    return {*_inflected(word, MATCH_KEYS.get(word, word)), *_inflected(word, word)}


def _inflected(word: str, written: str) -> tuple[str, ...]:
    if not word.endswith(INFLECTED):
        return (written,)
    dictionary_form, stem = word[:-1], written[:-2]
    if dictionary_form.endswith("い"):
        endings = _AFTER_ADJECTIVE
    elif dictionary_form in _OF_ONE_ROW:
        endings = _AFTER_ONE_KANJI
    elif dictionary_form.endswith("る") and dictionary_form[-2] in _BEFORE_RU:
        return (stem,)
    else:
        endings = FIVE_ROWS[dictionary_form[-1]]
    return tuple(stem + kana for kana in endings)


Sides = dict[str, tuple[tuple[int, int], ...]]


@cache
def opposition_words(language: str) -> tuple[WordPlaces, Sides]:
    """The words to look for in match keys, and for each the (row, side) pairs that it stands for."""
    sides: dict[str, list[tuple[int, int]]] = {}
    for row, opposition in enumerate(oppositions(language)):
        for side, words in enumerate(opposition.sides):
            for word in words:
                for form in forms(word):
                    sides.setdefault(form, []).append((row, side))
    return WordPlaces(sides), {word: tuple(places) for word, places in sides.items()}
