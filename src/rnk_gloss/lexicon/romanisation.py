"""Japanese names in Latin letters as English prints them: without the length of vowels."""

from __future__ import annotations

import re
import unicodedata

# Satou, Oosaka, Yuuki. Vowels that meet at the seam of two words stay: Inoue, Kawanouchi, Minoura.
LONG_VOWEL = re.compile(r"(?<!n)o[ou](?!e)|(?<=n)o[ou](?!e|chi|ra|mi)|uu", re.IGNORECASE)
MACRON = "\N{COMBINING MACRON}"
VOWELS = "aeiou"
# A long o and u, which kana write おう and うう.
LONG_O_OR_U = re.compile(rf"([ou]){MACRON}", re.IGNORECASE)


def without_length(name: str, reading: str = "") -> str:
    """The name with long vowels written as short ones: *Shinzō* as *Shinzo*, and *Satou*, read さとう, as *Sato*.

    Doubled vowels count as long only where the letters follow the hiragana of the reading: *Zhou* is left alone.
    """
    spelt = unicodedata.normalize("NFD", name)
    plain = unicodedata.normalize("NFC", spelt.replace(MACRON, ""))
    lengthened = unicodedata.normalize("NFC", LONG_O_OR_U.sub(r"\1u", spelt).replace(MACRON, ""))
    if not reading or _vowels_of_kana(reading) != [letter for letter in lengthened.lower() if letter in VOWELS]:
        return plain
    return LONG_VOWEL.sub(lambda match: match.group()[0], lengthened)


def _vowels_of_kana(reading: str) -> list[str]:
    """The vowels of a reading in hiragana, one for each syllable; nothing for other scripts."""
    vowels: list[str] = []
    for kana in reading:
        name = unicodedata.name(kana, "")
        if not name.startswith("HIRAGANA LETTER "):
            return []
        if name.endswith((" SMALL YA", " SMALL YU", " SMALL YO")):
            vowels = vowels[:-1]  # き and ゃ are one syllable
        if name[-1].lower() in VOWELS and not name.endswith(" SMALL TU"):
            vowels.append(name[-1].lower())
    return vowels
