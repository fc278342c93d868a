"""Katakana: which characters are, and what they are as hiragana."""

from __future__ import annotations

import unicodedata

_TO_HIRAGANA = {point: point - 0x60 for point in [*range(0x30A1, 0x30F7), 0x30FD, 0x30FE]}


def is_katakana(character: str) -> bool:
    """Whether a full-width character is katakana, or the long vowel mark."""
    return "ァ" <= character <= "ヺ" or character == "ー"


def to_hiragana(kana: str) -> str:
    """The text with its katakana (of either width) as hiragana; ー and every other character stay."""
    return unicodedata.normalize("NFKC", kana).translate(_TO_HIRAGANA)
