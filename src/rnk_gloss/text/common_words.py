"""The commonest verbs and adjectives, in kana as in kanji: 本をよむ and 本を読む, 道がながい and 道が長い.

Their kana stand for several words, or for the ends and beginnings of others. Behind a particle they are nearly always
the one that is meant here: はなす is 話す behind を, and may be anything elsewhere.
"""

from __future__ import annotations

from functools import cache

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.okurigana import is_kanji
from rnk_gloss.text.rewriting import word_pairs

_VERBS_IN_FIVE_ROWS = {
    "を": """
聞く=きく 話す=はなす 書く=かく 読む=よむ 飲む=のむ 出す=だす 置く=おく 取る=とる 持つ=もつ 消す=けす 返す=かえす
切る=きる 押す=おす 引く=ひく 直す=なおす 待つ=まつ 送る=おくる 落とす=おとす 貸す=かす 焼く=やく 抜く=ぬく
割る=わる 図る=はかる 通す=とおす 移す=うつす 伸ばす=のばす 増やす=ふやす 減らす=へらす 望む=のぞむ
表す=あらわす 生む=うむ 燃やす=もやす 知る=しる 通る=とおる 拾う=ひろう 編む=あむ 削る=けずる 乾かす=かわかす
沸かす=わかす 嗅ぐ=かぐ 蹴る=ける
""",
    "に": "登る=のぼる 当たる=あたる 決まる=きまる 曲がる=まがる",
    "が": """
起こる=おこる 止まる=とまる 変わる=かわる 終わる=おわる 決まる=きまる 高まる=たかまる 深まる=ふかまる
強まる=つよまる 広まる=ひろまる 減る=へる
""",
}
_VERBS_IN_RU = {
    "を": """
見=み 入れ=いれ 開け=あけ 付け=つけ 上げ=あげ 下げ=さげ 変え=かえ 決め=きめ 借り=かり 出=で 受け=うけ 立て=たて
混ぜ=まぜ 炒め=いため 信じ=しんじ 感じ=かんじ 超え=こえ 分け=わけ 見せ=みせ 述べ=のべ 避け=さけ 高め=たかめ
深め=ふかめ 強め=つよめ 広め=ひろめ 弱め=よわめ 改め=あらため 捨て=すて 添え=そえ 呼びかけ=よびかけ
""",
    "が": "増え=ふえ 出=で 燃え=もえ 冷え=ひえ 伸び=のび 折れ=おれ 割れ=われ 落ち=おち",
}
# Shorter beginnings are those of other verbs, too: をおく of 置く, をおかす of 犯す.
_AFTER_RU_STEM = ("る", "た", "て", "られ", "れば", "ない", "なく", "なか", "なけ", "ず", "させ", "よう")
_WHOLE = """
に合わせて=にあわせて に行く=にいく に行かな=にいかな に行きた=にいきた へ行く=へいく へ行った=へいった
へ行って=へいって に来る=にくる に来た=にきた に来て=にきて
"""
# 書面をもって is by means of it, をみたす is 満たす.
_OTHERS = frozenset(("をもって", "をみた"))
# 当たって, 改めて and 生まれ are written in kana by other rules.
_OTHERS |= {"にあたって", "をあらためて", "をうまれ"}
# 囲う, 襲う and 纏う.
_OTHERS |= {"をかこう", "をおそう", "をまとう"}
# Other words that begin like some of these; they stand for themselves.
_KEPT = """
をおすすめ にいくつ にいくら にくるし をかくさ をかくし をかくす をかくせ をかくそ をまったく をまつる をまつり
をまつわ をわるく をしるさ をしるし をしるす をしるせ をしるそ をひくい をもつれ をかすめ をかすか をかくれ をおくり
をおくれ をおくらせ をしらせ をおいたい をかいたい をかいたく をかさなる をかさなり をかさなっ をかさなら をやくす
をやくさ をやくし をやくせ をやくそ をでたらめ もちかけ ひろいあつめ ひろいだ ひろいあげ やみつか すみつか をかみつか
にかみつか がかみつか ねがいた うたがいた うかがいた したがいた ちがいた
"""
# Several kanji, of which the first stands for all where they mean the same.
_ONE_FOR_OTHERS = """
をおくりかえ=を送り返 をおくりだ=を送り出 をおくりこ=を送り込 をつけたす=を付け足す をつけたさ=を付け足さ
をやくだ=を役立 を延ば=を伸ば を現す=を表す を現し=を表し を現さ=を表さ を現せ=を表せ に上る=に登る に上っ=に登っ
に昇=に登 が延び=が伸び
"""

_ADJECTIVES = """
長=なが 短=みじか 高=たか 低=ひく 古=ふる 遅=おそ 多=おお 強=つよ 弱=よわ 広=ひろ 近=ちか 遠=とお 深=ふか 浅=あさ
軽=かる 悪=わる 寒=さむ 甘=あま 若=わか 白=しろ 黒=くろ 赤=あか 青=あお 丸=まる 細=ほそ 太=ふと 鋭=するど 鈍=にぶ
眠=ねむ 怖=こわ 少な=すくな 凄=すご 偉=えら 賢=かしこ 薄=うす 固=かた 正し=ただし 狭=せま 冷た=つめた 緩=ゆる 苦=にが
渋=しぶ
"""
_ADJECTIVE_ENDINGS = "いくけ"
# さ is that of a noun before a particle: おおさが, but おおさか; ながさを, but ながされる.
_LATER_ENDINGS = ("かっ", "すぎ", "そうだ", "そうな", "そうに", *(f"さ{particle}" for particle in "をがはのに"))
_BEFORE_ADJECTIVE = frozenset("はがのもにとで")
# Long enough to be no part of other words.
_ANYWHERE = """
おもしろ=おもしろ おおき=大き ちいさ=小さ あたらし=新し あかるい=明るい あかるく=明るく すずし=涼し あぶな=危な
あたたか=温か 暖か=温か まぶし=眩し 恐い=怖い 恐く=怖く 硬い=固い 硬く=固く 堅い=固い 堅く=固く 永い=長い 永く=長く
恐かっ=怖かっ 恐けれ=怖けれ 恐さ=怖さ 硬かっ=固かっ 堅かっ=固かっ あかるかっ=明るかっ あかるけ=明るけ あかるさ=明るさ
あかるす=明るす がいたい=が痛い がいたく=が痛く がいたかっ=が痛かっ がやすい=が安い がやすく=が安く
がやすかっ=が安かっ
"""


def _adjectives() -> dict[str, str]:
    table: dict[str, str] = {}
    for written, reading in word_pairs(_ADJECTIVES).items():
        table |= {reading + ending: written + ending for ending in (*_ADJECTIVE_ENDINGS, *_LATER_ENDINGS)}
    return table


ADJECTIVES_IN_KANA = _adjectives()
"""Beginnings of the forms of adjectives in kana with the same in kanji, which stand for them where they fit."""


def common_words() -> dict[str, str]:
    """Beginnings of the forms of these verbs and adjectives in kana, with the same in kanji."""
    table = ADJECTIVES_IN_KANA | word_pairs(_ANYWHERE)
    for particle, verbs in _VERBS_IN_FIVE_ROWS.items():
        for written, reading in word_pairs(verbs).items():
            for ending in _endings(written[-1]):
                table[f"{particle}{reading[:-1]}{ending}"] = f"{particle}{written[:-1]}{ending}"
    for particle, verbs in _VERBS_IN_RU.items():
        for written, reading in word_pairs(verbs).items():
            table |= {particle + reading + ending: particle + written + ending for ending in _AFTER_RU_STEM}
    table |= {reading: written for written, reading in word_pairs(_WHOLE).items()}
    table |= word_pairs(_ONE_FOR_OTHERS) | {word: word for word in _KEPT.split()}
    return {word: written for word, written in table.items() if word not in _OTHERS}


def before_pause() -> dict[str, str]:
    """The forms of these verbs after which a sentence goes on, as behind a comma: 水をのみ、本をよむ."""
    table: dict[str, str] = {}
    for particle, verbs in _VERBS_IN_FIVE_ROWS.items():
        for written, reading in word_pairs(verbs).items():
            i_row = FIVE_ROWS[written[-1]][1]
            table[particle + reading[:-1] + i_row] = particle + written[:-1] + i_row
    for particle, verbs in _VERBS_IN_RU.items():
        table |= {
            particle + reading: particle + written for written, reading in word_pairs(verbs).items() if len(reading) > 1
        }
    return table | {"におく": "に置く"}


@cache
def _endings(last: str) -> tuple[str, ...]:
    """What can follow the stem of a verb of five rows that ends in this kana, and shows which verb it is."""
    rows = FIVE_ROWS[last]
    a_row, i_row, sound = rows[0], rows[1], rows[5:] or rows[1]
    voiced = "だで" if last in "むぶぬぐ" else "たて"
    return (
        last,
        *(sound + kana for kana in voiced),
        *(a_row + ending for ending in ("な", "ず", "れ", "せ")),
        *(i_row + ending for ending in ("たい", "なが")),
        rows[3] + "ば",
        rows[4] + "う",
    )


def follows_particle(text: str, place: int, word: str) -> bool:
    """Whether an adjective in kana stands where it can only be one."""
    before = text[place - 1 : place]
    # 1つよい is よい, and 見たかい asks.
    if before.isdecimal() or (word[0] == "た" and before and is_kanji(before)):
        return False
    return before in _BEFORE_ADJECTIVE or not "ぁ" <= before <= "ー"
