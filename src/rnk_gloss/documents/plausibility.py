"""How much a decoded text looks like Japanese that somebody wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

# What one character says for the decoding that produced it. Kanji of JIS level 1 are the 2,965 common ones; a wrong
# decoding spreads over level 2, half-width katakana and the user-defined rows.
_WEIGHTS = {
    "kana": 1.0,
    "mark": 1.0,
    "common kanji": 0.9,
    "rare kanji": 0.1,
    "latin": 0.6,
    "half-width kana": -0.3,
    "other": 0.2,
    "impossible": -4.0,
}


@dataclass(frozen=True, slots=True)
class Plausibility:
    """`score` runs from below 0 to 1; `japanese` is the share (0–1) of letters beyond ASCII that are kana or kanji.

    `kana` is the share of hiragana and katakana, `count` the number of characters beyond ASCII.
    """

    score: float
    japanese: float
    kana: float
    count: int


def plausibility(text: str) -> Plausibility:
    """What the characters beyond ASCII say: a text without any has the score 0."""
    classes: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character >= "\x7f" or character == "\x00":
            classes[_class(character)] += count
    total = sum(classes.values())
    if not total:
        return Plausibility(0.0, 0.0, 0.0, 0)
    letters = total - classes["mark"]
    japanese = classes["kana"] + classes["common kanji"] + classes["rare kanji"] + classes["half-width kana"]
    score = sum(_WEIGHTS[name] * count for name, count in classes.items()) / total
    return Plausibility(score, japanese / letters if letters else 0.0, classes["kana"] / total, total)


# First to last character of each class; what stands in two is of the first.
_RANGES = (
    (0x30FB, 0x30FC, "mark"),  # ・ー
    (0x309B, 0x309C, "mark"),
    (0x3041, 0x30FF, "kana"),
    (0x3000, 0x303F, "mark"),
    (0xFF01, 0xFF5E, "mark"),
    (0xFFE0, 0xFFE5, "mark"),
    (0x2010, 0x203B, "mark"),  # dashes, quotes, …, ※
    (0x2190, 0x2193, "mark"),
    (0x25A0, 0x2606, "mark"),  # ■○◆★
    (0xFF61, 0xFF9F, "half-width kana"),
    (0x0000, 0x009F, "impossible"),
    (0xE000, 0xF8FF, "impossible"),
    (0xFFF0, 0xFFFF, "impossible"),
    (0xF0000, 0x10FFFF, "impossible"),
    (0x00A0, 0x024F, "latin"),
)


@cache
def _class(character: str) -> str:
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF:
        return "common kanji" if _is_level_one(character) else "rare kanji"
    return next((name for first, last, name in _RANGES if first <= code <= last), "other")


def _is_level_one(kanji: str) -> bool:
    try:
        encoded = kanji.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xCF
