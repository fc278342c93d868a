"""Verbs that are written in kanji or in kana alike: each of their stems with the kana that stand for it in match keys.

Only verbs that are often met in both, and whose kana stand for no other verb: のぞむ may be 望む or 臨む, which are not
the same.
"""

from __future__ import annotations

from rnk_gloss.text.conjugation import FIVE_ROWS

# The dictionary form, and its reading behind `=`. Those of the first list inflect in five rows, those of the second
# keep what stands before their る.
_IN_FIVE_ROWS = """
含む=ふくむ 及ぶ=およぶ 及ぼす=およぼす 伴う=ともなう 従う=したがう 狙う=ねらう 拒む=こばむ 担う=になう
償う=つぐなう 雇う=やとう 頼る=たよる 貫く=つらぬく 施す=ほどこす 脅かす=おびやかす 陥る=おちいる 偏る=かたよる
渡る=わたる 亘る=わたる 倣う=ならう 習う=ならう 滅ぼす=ほろぼす 防ぐ=ふせぐ 急ぐ=いそぐ 騒ぐ=さわぐ 隠す=かくす
壊す=こわす 挟む=はさむ 縮む=ちぢむ 遊ぶ=あそぶ 叫ぶ=さけぶ 見做す=みなす 見なす=みなす 企む=たくらむ 届く=とどく
磨く=みがく 殴る=なぐる 欺く=あざむく 叱る=しかる 譲る=ゆずる 並ぶ=ならぶ 選ぶ=えらぶ 学ぶ=まなぶ 運ぶ=はこぶ
結ぶ=むすぶ 喜ぶ=よろこぶ 頼む=たのむ 進む=すすむ 盗む=ぬすむ 休む=やすむ 楽しむ=たのしむ 苦しむ=くるしむ
憎む=にくむ 恨む=うらむ 畳む=たたむ 刻む=きざむ 包む=つつむ 働く=はたらく 歩く=あるく 驚く=おどろく 招く=まねく
嘆く=なげく 輝く=かがやく 傾く=かたむく 築く=きずく 導く=みちびく 省く=はぶく 砕く=くだく 稼ぐ=かせぐ 泳ぐ=およぐ
注ぐ=そそぐ 相次ぐ=あいつぐ 示す=しめす 探す=さがす 捜す=さがす 試す=ためす 倒す=たおす 果たす=はたす 満たす=みたす
耕す=たがやす 覆す=くつがえす 乱す=みだす 浸す=ひたす 守る=まもる 祈る=いのる 走る=はしる 眠る=ねむる
広がる=ひろがる 預かる=あずかる 集まる=あつまる 握る=にぎる 触る=さわる 余る=あまる 限る=かぎる 語る=かたる
誇る=ほこる 迫る=せまる 配る=くばる 縛る=しばる 滑る=すべる 笑う=わらう 願う=ねがう 誘う=さそう 失う=うしなう
奪う=うばう 疑う=うたがう 争う=あらそう 迷う=まよう 養う=やしなう 漂う=ただよう 戦う=たたかう 誓う=ちかう
祝う=いわう 敬う=うやまう 味わう=あじわう 賄う=まかなう 保つ=たもつ
"""
_BEFORE_RU = """
帯び=おび 訪れ=おとずれ 抱え=かかえ 触れ=ふれ 隠れ=かくれ 壊れ=こわれ 恐れ=おそれ 虞=おそれ 怠け=なまけ 慌て=あわて
企て=くわだて 隔て=へだて 眺め=ながめ 褒め=ほめ 誉め=ほめ 汚れ=よごれ 揺れ=ゆれ 濡れ=ぬれ 慣れ=なれ 馴れ=なれ
求め=もとめ 認め=みとめ 知らせ=しらせ 退け=しりぞけ 集め=あつめ 定め=さだめ 諦め=あきらめ 温め=あたため
暖め=あたため 傾け=かたむけ 考え=かんがえ 伝え=つたえ 与え=あたえ 数え=かぞえ 迎え=むかえ 覚え=おぼえ 支え=ささえ
整え=ととのえ 唱え=となえ 訴え=うったえ 生まれ=うまれ 流れ=ながれ 忘れ=わすれ 崩れ=くずれ 乱れ=みだれ 任せ=まかせ
用い=もちい 率い=ひきい 逃げ=にげ 曲げ=まげ 広げ=ひろげ 投げ=なげ 告げ=つげ 遂げ=とげ 逃れ=のがれ 足り=たり
茹で=ゆで
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
