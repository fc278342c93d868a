"""Verbs that are written in kanji or in kana alike: each of their stems with the kana that stand for it in match keys.

Only verbs that are often met in both, and whose kana stand for no other verb: のぞむ may be 望む or 臨む, which are not
the same.
"""

from __future__ import annotations

from rnk_gloss.text.conjugation import FIVE_ROWS

# The dictionary form, and its reading behind `=`. Those of the first list inflect in five rows, those of the second
# keep what stands before their る.
_IN_FIVE_ROWS = """
含む=ふくむ 及ぶ=およぶ 及ぼす=およぼす 伴う=ともなう 従う=したがう 狙う=ねらう 拒む=こばむ 担う=になう 償う=つぐなう
雇う=やとう 頼る=たよる 貫く=つらぬく 施す=ほどこす 脅かす=おびやかす 陥る=おちいる 偏る=かたよる 渡る=わたる
亘る=わたる 倣う=ならう 習う=ならう 滅ぼす=ほろぼす 防ぐ=ふせぐ 急ぐ=いそぐ 騒ぐ=さわぐ 隠す=かくす 壊す=こわす
挟む=はさむ 縮む=ちぢむ 遊ぶ=あそぶ 叫ぶ=さけぶ 見做す=みなす 見なす=みなす 企む=たくらむ
"""
_BEFORE_RU = """
帯び=おび 訪れ=おとずれ 抱え=かかえ 触れ=ふれ 隠れ=かくれ 壊れ=こわれ 恐れ=おそれ 虞=おそれ 怠け=なまけ 慌て=あわて
企て=くわだて 隔て=へだて 眺め=ながめ 褒め=ほめ 誉め=ほめ 汚れ=よごれ 揺れ=ゆれ 濡れ=ぬれ 慣れ=なれ 馴れ=なれ
"""
# 応ずる is the older form of 応じる.
_OLDER_IN_ZURU = "応生論信感通転禁報命準演投講重軽甘疎奉封"


def verb_spellings() -> dict[str, str]:
    """Each stem in kanji, with the kana that it takes next, beside the same in kana."""
    table = dict(item.split("=") for item in _BEFORE_RU.split())
    for kanji in _OLDER_IN_ZURU:
        table |= {f"{kanji}ずる": f"{kanji}じる", f"{kanji}ずれ": f"{kanji}じれ"}
    for item in _IN_FIVE_ROWS.split():
        written, reading = item.split("=")
        for kana in FIVE_ROWS[written[-1]]:
            table[written[:-1] + kana] = reading[:-1] + kana
    return table
