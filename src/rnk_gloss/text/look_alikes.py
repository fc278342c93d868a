"""What folding case and width would make one although it means two things: 5 MW and 5 mW, 10² and 102."""

from __future__ import annotations

import re

# Where a thousandth is measured as well as a million: W, Wh, Pa, Ω; behind a number V and J, too.
_MEGA = re.compile(
    "[MＭ](?<![A-Za-zＡ-Ｚａ-ｚ].)"
    "(?=(?:[WＷ][hｈ]?|[PＰ][aａ]|Ω|(?:(?<=[0-9０-９].)|(?<=[0-9０-９][ 　].))[VＶJＪ])(?![A-Za-zＡ-Ｚａ-ｚ]))"
)
_WIDE_BRACKETS = re.compile("＜([^＜＞\0]+)＞")
_POWER = re.compile("[¹²³⁴⁵⁶⁷⁸⁹](?:(?<=[0-9０-９].)|(?<=[0-9０-９]⁻.))")
# ⑴ is (1) once it is folded, and stands apart from the digits beside it.
_POWERS = dict(zip("¹²³⁴⁵⁶⁷⁸⁹", "⑴⑵⑶⑷⑸⑹⑺⑻⑼", strict=True))
_CIRCLED = dict(zip("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", strict=True))
_AT_RISK = re.compile("[MＭ＜¹²³⁴-⁹①-⑳]")


def told_apart(text: str) -> str:
    """The text with other characters in these places, one for one, that stay apart once case and width are folded.

    メ for the M of 5 MW; ⑵ for the ² of 10², and for ② at the head of an item (② 月を見る, not 2月を見る);
    〈〉 for ＜＞ around words, which would look like a tag or a comparison.
    """
    if not _AT_RISK.search(text):
        return text
    if text[0] in _CIRCLED:
        text = _CIRCLED[text[0]] + text[1:]
    text = _POWER.sub(lambda match: _POWERS[match.group()], text)
    return _MEGA.sub("メ", _WIDE_BRACKETS.sub(r"〈\1〉", text))
