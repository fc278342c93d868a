"""Text in terminal cells: widths, cutting to a width, wrapping by Japanese rules, and text a terminal may safely get.

Widths follow Unicode's East Asian Width (UAX #11) with ambiguous characters counted as one cell; what is drawn as one
sign (UAX #29: a letter with its marks, an emoji sequence) is never torn apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

ELLIPSIS = "…"

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_HALF_WIDTH_VOICING = "ﾞﾟ"
# Narrow characters that U+FE0F turns into wide emoji (Unicode, emoji-variation-sequences.txt).
_EMOJI_BASES = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣"
    "☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇"
    "❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊"
    "🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)
_MOST_CARRIED = 4

# JIS X 4051: what may not begin a line, and what may not end one.
_NOT_AT_START = frozenset(
    "、。，．,.・：；:;？！?!゛゜´｀¨ヽヾゝゞ々ー‐–—〜～…‥’”)）〕]］}｝〉》」』】〗〙〟»｡､｣･ｰﾞﾟ％%℃°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_NOT_AT_END = frozenset("‘“(（〔[［{｛〈《「『【〖〘〝«｢￥¥＄$£€")

# What has no place in a cell: marks that reorder, hide or annotate text, and the soft hyphen.
_DROPPED = dict.fromkeys(
    map(ord, "\xad\u061c\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufff9\ufffa\ufffb\U000e0001")
) | dict.fromkeys(range(0x2066, 0x2070))
_CONTROL_PICTURES = {point: 0x2400 + point for point in range(0x20)} | {0x7F: 0x2421, 0x09: 0x20}
_REPLACED = dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD) | {0x2028: 0x240A, 0x2029: 0x240A}
_PRINTABLE = _DROPPED | _CONTROL_PICTURES | _REPLACED


class Cluster(NamedTuple):
    """What is drawn as one sign (a grapheme cluster), and its width in cells."""

    text: str
    width: int


def printable(text: str) -> str:
    """A text that is safe on a terminal, as one line: no control character, escape or reordering mark is left.

    Control characters become their pictures (␛, ␊), a tab one space, C1 controls and lone surrogates �; bidirectional
    marks, the soft hyphen and the byte order mark are dropped. Applying it twice changes nothing more.
    """
    if text.isprintable() and text.isascii():
        return text
    # A joiner at either end would draw the neighbouring text into this one.
    return text.translate(_PRINTABLE).lstrip(_JOINER + _EMOJI_STYLE).rstrip(_JOINER)


@lru_cache(maxsize=16384)
def _character_width(character: str) -> int:
    point, kind = ord(character), unicodedata.category(character)
    if kind == "Cn":
        # Not yet assigned in this Python's tables: new emoji and rare ideographs are wide.
        return 2 if 0x1F300 <= point <= 0x1FAFF or 0x20000 <= point <= 0x3FFFD else 1
    if kind in {"Cc", "Mn", "Me", "Mc", "Zl", "Zp"} or _is_medial_jamo(point) or 0x1F3FB <= point <= 0x1F3FF:
        return 0
    if kind == "Cf":
        # The Arabic and Kaithi number signs are drawn, although they are format characters; so is the soft hyphen.
        return 1 if point == 0xAD or (0x600 <= point <= 0x8E2 and point != 0x61C) or 0x11000 <= point < 0x12000 else 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_medial_jamo(point: int) -> bool:
    """Vowels and finals, drawn in the cells of their initial, and the Hangul fillers."""
    return 0x1160 <= point <= 0x11FF or 0xD7B0 <= point <= 0xD7FF or point in {0x3164, 0xFFA0}


def clusters(text: str) -> Iterator[Cluster]:
    """The signs of a text in order; joined together they are the text."""
    start, width, base, joined, flags = 0, 0, "", False, 0
    for place, character in enumerate(text):
        own = _character_width(character)
        is_flag_letter = 0x1F1E6 <= ord(character) <= 0x1F1FF
        is_voicing = character in _HALF_WIDTH_VOICING and "ｦ" <= base <= "ﾝ"
        if joined or own == 0 or is_voicing or (is_flag_letter and flags % 2):
            if joined:
                own = 0
            elif character == _EMOJI_STYLE and width == 1 and base in _EMOJI_BASES:
                own = 1
        elif place:
            yield Cluster(text[start:place], width)
            start, width, flags = place, 0, 0
        base = character if own and not joined else base
        # One that a joiner has drawn into another sign is no first half of a flag.
        flags += is_flag_letter and not joined
        width += own
        joined = character == _JOINER and not joined
    if text:
        yield Cluster(text[start:], width)


def cell_width(text: str) -> int:
    """The number of terminal cells a text takes; control characters, tabs among them, count as none."""
    if text.isascii():
        return len(text) if text.isprintable() else sum(character.isprintable() for character in text)
    return sum(cluster.width for cluster in clusters(text))


def fit(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """A text in exactly `width` cells: padded with spaces, or cut with `…`.

    Aligned left, the beginning is kept; aligned right, the end. The result is printable.
    """
    if width <= 0:
        return ""
    signs: Iterable[Cluster] = clusters(printable(text))
    if align == "right":
        signs = reversed(list(signs))
    kept, taken, is_cut = _fitting(signs, width)
    if is_cut:
        kept.append(ELLIPSIS)
        taken += 1
    padding = " " * (width - taken)
    return "".join(kept) + padding if align == "left" else padding + "".join(reversed(kept))


def _fitting(signs: Iterable[Cluster], width: int) -> tuple[list[str], int, bool]:
    """The first signs that fit, their width, and whether some are left out: then a cell is free for `…`.

    No more signs are read than are needed, since what is shown may be the beginning of a whole document.
    """
    kept: list[str] = []
    taken = beside_ellipsis = width_beside_ellipsis = 0
    for sign in signs:
        if taken + sign.width > width:
            return kept[:beside_ellipsis], width_beside_ellipsis, True
        kept.append(sign.text)
        taken += sign.width
        if taken < width:
            beside_ellipsis, width_beside_ellipsis = len(kept), taken
    return kept, taken, False


def kwic(left: str, key: str, right: str, width: int) -> str:
    """A key word in its context, in exactly `width` cells: the key in the middle, both sides cut on their far ends."""
    return "".join(kwic_parts(left, key, right, width))


def kwic_parts(left: str, key: str, right: str, width: int) -> tuple[str, str, str]:
    """The three parts of `kwic`; both sides are empty where the key alone fills the width."""
    left, key, right = printable(left), printable(key), printable(right)
    # What is drawn as one sign with the end of a part belongs to that part, and counts there.
    key, right = _with_whole_sign(key, right)
    left, key = _with_whole_sign(left, key)
    sides = width - cell_width(key)
    if sides < 0:
        return "", fit(key, width), ""
    return fit(left, sides // 2, "right"), key, fit(right, sides - sides // 2)


def _with_whole_sign(before: str, after: str) -> tuple[str, str]:
    whole, end = before + after, 0
    for cluster in clusters(whole):
        if end >= len(before):
            break
        end += len(cluster.text)
    while end < len(whole) and not _character_width(whole[end]):
        end += 1
    return whole[:end], whole[end:]


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` cells (at least 2, for one kanji).

    Line breaks of the text are kept. Latin words and numbers stay whole, and no line begins with a closing mark, small
    kana or ー, or ends with an opening bracket (JIS X 4051), unless a single unbreakable run is wider than the line.
    White space at a break is dropped. The lines are printable.
    """
    lines: list[str] = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines.extend(_wrap_paragraph(list(clusters(printable(paragraph))), max(width, 2)))
    return lines


def _wrap_paragraph(signs: list[Cluster], width: int) -> list[str]:
    lines: list[str] = []
    line: list[Cluster] = []
    taken = 0
    for run in _unbreakable_runs(signs):
        run_width = sum(sign.width for sign in run)
        if lines and not line and run[0].text.isspace():
            continue
        if taken + run_width <= width:
            line += run
            taken += run_width
            continue
        if run[0].text.isspace():
            # White space that would begin the next line hangs over the end of this one.
            if line:
                lines.append(_text(line))
            line, taken = [], 0
            continue
        if line and not _is_blank(line):
            lines.append(_text(line))
        *full, line = _fold(run, width)
        lines += map(_text, full)
        taken = sum(sign.width for sign in line)
    if line or not lines:
        lines.append(_text(line))
    return lines


def _text(line: list[Cluster]) -> str:
    return "".join(sign.text for sign in line).rstrip()


def _is_blank(line: list[Cluster]) -> bool:
    return all(sign.text.isspace() for sign in line)


def _unbreakable_runs(signs: list[Cluster]) -> Iterator[list[Cluster]]:
    if not signs:
        return
    run = [signs[0]]
    for before, after in pairwise(signs):
        if _may_break(before, after):
            yield run
            run = []
        run.append(after)
    yield run


def _may_break(before: Cluster, after: Cluster) -> bool:
    if before.text.isspace() or after.text.isspace():
        return True
    if after.text[0] in _NOT_AT_START or before.text[-1] in _NOT_AT_END:
        return False
    return not (_is_western(before) and _is_western(after))


def _is_western(sign: Cluster) -> bool:
    """Full-width Latin letters and digits make words too; half-width kana does not."""
    first = sign.text[0]
    if sign.width == 1:
        return not "\uff61" <= first <= "\uffdc"
    return "０" <= first <= "ｚ" and first.isalnum()


def _fold(run: list[Cluster], width: int) -> list[list[Cluster]]:
    """A run in pieces that fit; a few signs are carried down so that no piece begins or ends with a forbidden one."""
    pieces: list[list[Cluster]] = []
    start = 0
    while start < len(run):
        end, taken = start, 0
        while end < len(run) and (taken + run[end].width <= width or end == start):
            taken += run[end].width
            end += 1
        if end < len(run):
            end = _carry_down(run, start, end)
        pieces.append(run[start:end])
        start = end
    return pieces


def _carry_down(run: list[Cluster], start: int, end: int) -> int:
    for place in range(end, max(start, end - _MOST_CARRIED - 1), -1):
        if run[place].text[0] not in _NOT_AT_START and run[place - 1].text[-1] not in _NOT_AT_END:
            return place
    return end
