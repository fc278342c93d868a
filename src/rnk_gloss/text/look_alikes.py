"""What folding case and width would make one although it means two things: 5 MW and 5 mW, 10² and 102."""

from __future__ import annotations

import re

# As text: they are compiled when a text first needs them.
# Where a thousandth is measured as well as a million: W, Wh, Pa, Ω; behind a number V and J, too.
_MEGA = (
    "[MＭ](?<![A-Za-zＡ-Ｚａ-ｚ].)"
    "(?=(?:[WＷ][hｈ]?|[PＰ][aａ]|Ω|(?:(?<=[0-9０-９].)|(?<=[0-9０-９][ 　].))[VＶJＪ])(?![A-Za-zＡ-Ｚａ-ｚ]))"
)
# A newton metre is no nanometre.
_NEWTON = "N(?:(?<=[0-9]N)|(?<=[0-9] N))(?=m(?![A-Za-z]))"
_BITS = "b(?:(?<=[0-9][KMGT]b)|(?<=[0-9] [KMGT]b))(?![A-Za-z])"
_BYTES_A_SECOND = "B(?<=[KMGTkmg]B)(?=ps(?![A-Za-z]))"
_WIDE_BRACKETS = "＜([^＜＞\0]+)＞"
_POWER = "[¹²³⁴⁵⁶⁷⁸⁹](?:(?<=[0-9０-９].)|(?<=[0-9０-９]⁻.))"
# ⑴ is (1) once it is folded, and stands apart from the digits beside it.
_POWERS = dict(zip("¹²³⁴⁵⁶⁷⁸⁹", "⑴⑵⑶⑷⑸⑹⑺⑻⑼", strict=True))
_CIRCLED = dict(zip("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", strict=True))


def told_apart(text: str) -> str:
    """The text with other characters in these places, one for one, that stay apart once case and width are folded.

    メ for the M of 5 MW, ニ for the N of 5 Nm, ビ for the b of 5 Mb and バ for the B of MBps;
    ⑵ for the ² of 10², and for ② at the head of
    an item (② 月を見る, not 2月を見る); 〈〉 for ＜＞ around words, which would look like a tag or a comparison.
    """
    if text[:1] in _CIRCLED:
        text = _CIRCLED[text[0]] + text[1:]
    for power in _POWERS:
        if power in text:
            text = re.sub(_POWER, lambda match: _POWERS[match.group()], text)
            break
    if "＜" in text:
        text = re.sub(_WIDE_BRACKETS, r"〈\1〉", text)
    if "Nm" in text:
        text = re.sub(_NEWTON, "ニ", text)
    if "b" in text:
        text = re.sub(_BITS, "ビ", text)
    if "Bps" in text:
        text = re.sub(_BYTES_A_SECOND, "バ", text)
    return re.sub(_MEGA, "メ", text) if "M" in text or "Ｍ" in text else text
