"""Stems of verbs and adjectives, what their forms begin with: 取り消 of 取り消す, 解除 of 解除する, 新し of 新しい.

By script alone: a noun in kana may look like a verb. The analyser says what a stem is in a text.
"""

from __future__ import annotations

from rnk_gloss.text.script import Script, script_of

FIVE_ROWS = {
    "う": "わいうえおっ",
    "く": "かきくけこい",
    "ぐ": "がぎぐげごい",
    "す": "さしすせそ",
    "つ": "たちつてとっ",
    "ぬ": "なにぬねのん",
    "ぶ": "ばびぶべぼん",
    "む": "まみむめもん",
    "る": "らりるれろっ",
}
"""The kana that come after the stem of a verb of five rows, by the last of its dictionary form."""

# The same for all: 行く has 行っ too; 食べる ends as these verbs may, and has its bare stem before た and ない.
_AFTER_STEM = FIVE_ROWS | {"く": "かきくけこいっ", "る": "", "い": "かきくけ", "する": "さしすせで", "ずる": "じずぜ"}
_LONGEST_ENDING = 2


def changing_ending(form: str) -> str:
    """The end of a dictionary form that its other forms change; empty for what cannot be a verb or adjective."""
    for length in range(_LONGEST_ENDING, 0, -1):
        stem, ending = form[:-length], form[-length:]
        if ending in _AFTER_STEM and _can_be_stem(stem, ending):
            return ending
    return ""


def _can_be_stem(stem: str, ending: str) -> bool:
    last = script_of(stem[-1:]) if stem else None
    if last is Script.KATAKANA:
        # ググる, but not the い of トイい; and テストする.
        return ending in {"る", "する"}
    return last is Script.KANJI or (last is Script.HIRAGANA and len(stem) > 1)


_PAUSES = "、，,"


def can_follow_stem(ending: str, character: str) -> bool:
    """Whether a form of a verb or adjective with this dictionary ending can go on so after its stem."""
    if ending == "る" and character in _PAUSES:
        # 野菜を炒め、煮る: the stem is a form by itself.
        return True
    return "ぁ" <= character <= "ゖ" and character in (_AFTER_STEM[ending] or character)
