"""How alike a Japanese reading and an English name sound.

Both are brought to a rough common spelling: what Japanese cannot tell apart (l and r, b and v, th and s) is written
alike. Half of the likeness is of these spellings, half of their consonants, which survive where vowels change.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒフヘホ",
    "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ",
    "p": "パピプペポ",
}  # fmt: skip
_VOWELS = "aiueo"
_SYLLABLES = {
    kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, _VOWELS, strict=True)
} | {
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヴ": "bu",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n",
}  # fmt: skip
_SMALL_VOWELS = dict(zip("ァィゥェォ", _VOWELS, strict=True))
_SMALL_Y = dict(zip("ャュョ", "auo", strict=True))

# Ordered: a longer or earlier spelling must be gone before a shorter one is read.
_ENGLISH = (
    ("sch", "sh"), ("tch", "ch"), ("ck", "k"), ("ph", "f"), ("th", "s"), ("tio", "sho"), ("qu", "k"), ("x", "ks"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("kh", "ch"), ("l", "r"), ("v", "b"), ("wh", "w"),
)  # fmt: skip
_LONG_VOWELS = (("ou", "o"), ("uu", "u"), ("oo", "o"), ("ei", "e"), ("ii", "i"), ("aa", "a"), ("ee", "e"))
_CONSONANTS = (
    ("sh", "s"), ("ch", "t"), ("ts", "t"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("j", "z"), ("g", "k"), ("z", "s"),
    ("d", "t"), ("f", "h"), ("b", "p"), ("m", "n"), ("y", ""), ("w", ""),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiou]")


@lru_cache(100_000)
def japanese_sound(kana: str) -> str:
    """A katakana reading in the common spelling; what is not katakana is left out."""
    sound = ""
    for character in kana:
        if character in _SMALL_VOWELS:
            sound = sound.rstrip(_VOWELS) + _SMALL_VOWELS[character]
        elif character in _SMALL_Y:
            palatal = sound.endswith(("shi", "chi", "ji"))
            sound = sound.removesuffix("i") + ("" if palatal else "y") + _SMALL_Y[character]
        else:
            sound += _SYLLABLES.get(character, "")
    return _rewrite(sound, _LONG_VOWELS)


@lru_cache(100_000)
def english_sound(word: str) -> str:
    """An English word in the common spelling; accents and what is not a letter are left out."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return _rewrite("".join(c for c in decomposed if "a" <= c <= "z"), _ENGLISH)


@lru_cache(100_000)
def consonants(sound: str) -> str:
    """What is left of a sound without vowels, with voiced and unvoiced consonants written alike."""
    return _REPEATED.sub(r"\1", _VOWEL.sub("", _rewrite(sound, _CONSONANTS)))


def _rewrite(sound: str, rules: tuple[tuple[str, str], ...]) -> str:
    for old, new in rules:
        sound = sound.replace(old, new)
    return _REPEATED.sub(r"\1", sound)
