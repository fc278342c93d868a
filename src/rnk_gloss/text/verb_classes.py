"""To which class a verb before ます belongs: 浴びます is of 浴びる, 飛びます of 飛ぶ, 対します of 対する.

The form does not show it, so the fewer verbs of each kind are listed, by the kanji or kana that end their stems.
"""

from __future__ import annotations

from rnk_gloss.text.compound_verbs import STEMS_BEFORE_SU
from rnk_gloss.text.okurigana import FIRST_VERBS, is_kanji
from rnk_gloss.text.rewriting import FENCE

I_ROW = "いきぎしじちにびみり"
E_ROW = "えけげせぜてでねべめれ"
"""The kana before ます: of verbs of five rows and some in -iru, and of verbs in -eru."""
WHOLE_VERBS = "見着寝出得経来居似煮射干観診視看"
"""Verbs of one kanji and る. Others before ます are verbs of their own: 励ます, 済ます, 悩ます."""
# Verbs in -iru. With any other kanji before this kana the verb is one of five rows.
_IN_RU = {
    "い": "用率強老悔報",
    "き": "起生尽飽",
    "ぎ": "過",
    "ち": "落満朽",
    "び": "浴伸延帯滅錆詫綻媚",
    "み": "試顧省鑑",
    "り": "借足懲",
}
_IN_RU_BY_SOUND = (
    "てみ", "でみ", "をみ", "をき", "をに", "でき", "すぎ", "をおび", "ほろび", "をかり", "がおち", "さび",
    "こころみ", "かえりみ", "かんがみ", "もちい", "ひきい", "を降り", "び降り", "とびおり", "け降り", "で降り",
    "から降り", "に染み", "が染み", "がたり", "をわび", "がのび", "人び", "古び",
)  # fmt: skip
# います is a verb of its own after these; after others its い is the ending of one: 使います, もらいます.
_BEFORE_BEING = f"てでがはもにずへ {FENCE}"
# おもいます and をといます are of 思う and 問う.
_NOT_BEING = ("おも", "をと", "まちが")
# Verbs of one kanji and す; the others with します are made with する: 示します, but 対します.
_IN_SU = frozenset(
    "戻外映刺足干現記催癒騙施話出消示表指差貸返直残押渡回冷治隠崩壊試探写移通過起落許倒逃流離鳴乱汚耕犯尽増申及促捜潰浸零溢果覆失照越殺著成放冒晒曝正醸超為下"
)
_IN_SU_BEHIND_A_VERB = frozenset("逃消返渡出直越押戻落回")
# The same in kana; ゆっくりします and いらいらします are made with する.
_IN_SU_IN_KANA = (
    "だ", "かえ", "なお", "とお", "まわ", "もど", "わた", "はな", "のば", "おと", "つぶ", "たお", "はず", "のこ",
    "くず", "おこ", "しめ", "ため", "さが", "こわ", "かく", "ゆる", "うつ", "すご", "ほどこ", "およぼ", "みた",
    "はた", "ひた", "とば", "よご", "あらわ", "つく", "もたら", "ほろぼ", "だま", "こぼ", "もてな", "おびやか",
    "たがや", "うごか", "ついや", "なやま", "おどろか", "ちらか", "よろこば", "くつがえ", "うなが", "わずらわ",
    "煩わ", "をけ", "をお", "をか", "をへら", "をふや", "をもや", "をもら", "をあら", "をこら", "をてら",
    "をぬら", "をゆら", "をちら", "をそら", "をこが", "をなく", "をいや", "をひや", "をなら", "をはや", "をにが",
    "尽く", "亡く", "無く", "逃が", "焦が", "急が", "揺るが", "散らか", "甘やか", "膨らま", "みな", "見な", "こな",
    "さら", "ずら", "びらか", "のめか", "おろ", "よこ", "けな", "めぐら", "ごまか", "ぐらか", "やらか", "でか",
    "なりすま", "くわ", "めざ", "目ざ", "目指", "ゆびさ", "指さ", "指差", "閉ざ", "持て余", "をくら", "もよお", "しら",
    "見下", "見放", "見通", "手渡", "手放", "裏返", "を召", "をさ", "をた", "をこ", "をほ", "をめ", "をな", "をよ",
    "をおか", "をなが", "をいか", "をあか", "をさま", "をぬか", "をきら", "をのが", "をころ", "をしる", "をかわ",
    "をかざ", "をすま", "をとも", "もてはや",
)  # fmt: skip
# 見落とします; 段落とします has a noun and a particle.
_BEFORE_OTOSU = frozenset("見突打切撃")
# 動かします, 起こします, 減らします: kanji, one of these, and す.
_BEFORE_SU = frozenset("かこごたばぼまやらろわ")


def is_in_ru(before: str, kana: str) -> bool:
    """Whether the verb of which this kana of the i-row ends the stem, behind what stands before it, ends in -iru."""
    # No verb of five rows ends in ず today: 応じます, 生じます.
    is_being = kana == "い" and (not before or before[-1] in _BEFORE_BEING) and not before.endswith(_NOT_BEING)
    if kana == "じ" or is_being:
        return True
    return (before[-1:] in _IN_RU.get(kana, "") and before != "") or (before[-4:] + kana).endswith(_IN_RU_BY_SOUND)


def is_in_su(before: str) -> bool:
    """Whether what stands before し is of a verb in す, and not what する goes with."""
    last, earlier = before[-1:], before[-2:-1]
    if before.endswith(_IN_SU_IN_KANA) or (not is_kanji(last or " ") and before.endswith(STEMS_BEFORE_SU)):
        return True
    if before.endswith("落と"):
        return not is_kanji(before[-3:-2] or " ") or before[-3] in _BEFORE_OTOSU
    if not last or not earlier or not is_kanji(earlier):
        return last in _IN_SU
    return last in _BEFORE_SU or (last in _IN_SU_BEHIND_A_VERB and (earlier in FIRST_VERBS or earlier in WHOLE_VERBS))
