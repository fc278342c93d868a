"""Okurigana that writers may leave out in compounds: 取り扱い, 取扱い, 取扱; 申し込み書, 申込書.

The kana are dropped from a closed list of verbs only, in the places where official Japanese lets them go (the
compounds of the cabinet notice of 1973 on okurigana, rules 6 and 7), so that no other word loses an ending.
"""

from __future__ import annotations

from rnk_gloss.text.kana import is_katakana
from rnk_gloss.text.rewriting import TableRewriting

# The first verb of a compound, by the kana that may go before another kanji: 取り扱い, 引き渡し, 申し込み.
_FIRST = {
    "り": "積締取割切折振張貼釣借刈売繰乗送移断限残走塗座絞縛掘彫練盛降通漏寄入預作",
    "き": "引書置巻抜焼突続解聞敷吹付向行開働",
    "し": "申差押貸出消返渡話指戻越直崩回落",
    "け": "受付掛届分助明向請",
    "み": "組積読込飲踏住編刻染済",
    "ち": "打立持待勝",
    "い": "買払扱追言問使洗向歌合縫狙",
    "え": "植備据替換考教",
    "げ": "上下投揚",
    "め": "締決埋止詰",
    "べ": "述並調比延",
    "れ": "入",
    "て": "立捨当建",
    "び": "呼並飛",
    "ぎ": "継次",
    "せ": "合寄載乗",
    "ね": "重",
}
FIRST_VERBS = frozenset("".join(_FIRST.values()))
"""The kanji of verbs that begin compounds."""

# The last verb of a compound, by the kana that may go after a kanji: 申込み, 手続き, 値上げ, 確認済み.
_LAST = {
    "り": "取割切締積振繰",
    "し": "渡出消返戻越直崩貸",
    "み": "込組済並",
    "け": "受届分向請",
    "え": "替換押",
    "げ": "上下揚",
    "て": "立捨当建",
    "れ": "入",
    "い": "払扱買雇",
    "き": "引続書抜置",
    "め": "決止詰",
    "べ": "調延",
    "ぎ": "継次",
    "ち": "持",
}
# A reader can tell 条件付き from 条件付け: け goes only after these verbs and nouns, き only after others.
_FASTENED = "取貼割植組焼据備受裏日格巻打貸買振締"


# Kana inside a compound's verb: 引っ越し is 引越し, 見積もり 見積り, 組み合わせ 組合せ, 預かり金 預り金.
_INSIDE = {
    "引っ越": "引越",
    "引っ張": "引張",
    "引っ掛": "引掛",
    "合わせ": "合せ",
    "積もり": "積り",
    "締まり": "締り",
    "押さえ": "押え",
    "落とし": "落し",
}
_INSIDE |= {"預かり": "預り", "立入り": "立入", "出入り": "出入"}
_AFTER_NOUNS = frozenset("をのはがにとでもやへかすさし")
_WORDS_AFTER_NOUNS = ("まで", "など", "なし", "なら", "だ", "ごと")
# お読み下さい and 使い始める are no compounds.
_HELPING_VERBS = ("下さ", "頂", "戴", "致", "始め", "始ま", "続け", "終え", "終わ", "終る")
# 提出し and 解消し are 提出 and 解消 with する; し is an ending of its verb only after these.
_BEFORE_SHI = frozenset("貸届申引呼持売積取振押繰抜見打受明言払割買差借折立書追")
# Meetings are not unions: い may go after these only (組合い stays apart from 組合).
_MEETINGS = frozenset("話釣立割試会")


# The kanji behind which some last verbs lose their kana; the others do behind any.
_BEFORE_LAST = {verb + "し": _BEFORE_SHI for verb in _LAST["し"]}
_BEFORE_LAST |= {"付け": frozenset(_FASTENED), "合い": _MEETINGS, "会い": _MEETINGS}


def _without_ending(table: dict[str, str]) -> dict[str, str]:
    return {verb + kana: verb for kana, verbs in table.items() for verb in verbs}


_FIRST_WITH_ENDING = frozenset(verb + kana for kana, verbs in _FIRST.items() for verb in verbs)


def drops_before_kanji(verb: str) -> bool:
    """Whether a first verb, a kanji and a kana, is written without its kana before another verb in kanji."""
    return verb in _FIRST_WITH_ENDING


def _before_kanji(text: str, place: int, word: str) -> bool:
    end = place + len(word)
    if word in _INSIDE:
        return True
    if word == "通り" and place and text[place - 1].isnumeric():
        # 一通り is not 一通, which is a letter.
        return False
    if word == "限り" and text[place - 1 : place] in {"る", "た", "い"}:
        # 知る限り、彼は: a comma stood there.
        return False
    return end < len(text) and is_kanji(text[end]) and not text.startswith(_HELPING_VERBS, end)


def _ends_compound(text: str, place: int, word: str) -> bool:
    if not place or not _noun_goes_on(text, place + len(word), word[1]):
        return False
    before = text[place - 1]
    if word == "行き":
        # 東京（羽田）行き; 先行き is what is to come.
        return before == '"' or is_katakana(before) or (is_kanji(before) and before != "先")
    if word == "付き":
        return is_kanji(before) and before not in _FASTENED
    return before in _BEFORE_LAST[word] if word in _BEFORE_LAST else is_kanji(before)


def _noun_goes_on(text: str, end: int, kana: str) -> bool:
    """Whether what follows can follow a noun, so that the verb before it is used as one: not 申し込みます."""
    following = text[end : end + 1]
    if not "ぁ" <= following <= "ゖ":
        return not is_kanji(following)
    return (following in _AFTER_NOUNS and following != kana) or text.startswith(_WORDS_AFTER_NOUNS, end)


def is_kanji(character: str) -> bool:
    """Whether a character is a kanji, or 々, which repeats one."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character == "々"


OKURIGANA_SPELLINGS = (
    TableRewriting(_without_ending(_FIRST) | _INSIDE, _before_kanji),
    TableRewriting(
        _without_ending(_LAST) | {"付け": "付", "付き": "付", "行き": "行", "合い": "合", "会い": "会"}, _ends_compound
    ),
)
"""Steps that drop the kana. What is left is a key: 組み合わせ becomes 組合せ, which is not 組合."""
