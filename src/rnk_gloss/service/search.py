"""Finding entries by what a person types: kanji, kana of either kind, romaji or English."""

from __future__ import annotations

from rnk_gloss.text.normalise import nfc
from rnk_gloss.text.readings import to_hiragana


def texts_to_find(text: str) -> tuple[str, ...]:
    """What to look for in terms, readings, romaji and targets: the text itself and its hiragana.

    Long vowels of romaji may be typed with or without a macron or ^; the store holds them as pykakasi writes them.
    """
    wanted = nfc(text.strip())
    plain = wanted.translate(str.maketrans("āīūēōâîûêô", "aiueoaiueo"))
    return tuple(dict.fromkeys(one for one in (wanted, to_hiragana(wanted), plain) if one))
