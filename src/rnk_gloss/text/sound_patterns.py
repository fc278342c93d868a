"""Patterns of how a word sounds, from what a person types: kana of either kind, or romaji of any system.

Hepburn and Kunrei are read alike (shi and si, tsu and tu, ja and zya), and a vowel that is typed short may be long in
the word (saba finds サーバー, jo finds jō): people leave out what their keyboard does not have.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rnk_gloss.text.normalise import nfc

_TO_HIRAGANA = {point: point - 0x60 for point in [*range(0x30A1, 0x30F7), 0x30FD, 0x30FE]}
_KANA = re.compile(r"[ぁ-ゖゝゞー・\s-]*[ぁ-ゖ][ぁ-ゖゝゞー・\s-]*")
_LONG = str.maketrans(dict(zip("āīūēōâîûêô", [f"{vowel}:" for vowel in "aiueo"] * 2, strict=True)))

# A vowel that was typed long, as the store writes it, which spells long vowels as kana do.
_LENGTHENINGS = {"a": "a", "i": "i", "u": "u", "e": "[ei]", "o": "[ou]"}
# Kunrei, Nihon-shiki and what else is typed, as Hepburn has it; longer ones first.
_HEPBURN = {
    "sya": "sha", "syu": "shu", "syo": "sho", "tya": "cha", "tyu": "chu", "tyo": "cho", "cya": "cha", "cyu": "chu",
    "cyo": "cho", "zya": "ja", "zyu": "ju", "zyo": "jo", "jya": "ja", "jyu": "ju", "jyo": "jo", "dya": "ja",
    "dyu": "ju", "dyo": "jo", "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji",
}  # fmt: skip
_SYLLABLE = re.compile(
    r"(?P<double>k(?=k)|s(?=s)|t(?=t)|t(?=c)|c(?=c)|p(?=p)|g(?=g)|d(?=d)|b(?=b)|z(?=z)|j(?=j)|f(?=f))?"
    r"(?P<onset>(?:ky|gy|ny|hy|my|ry|by|py|sh|sy|ch|ty|cy|ts|zy|jy|dy|[kgsztdnhbpmyrwfjv])?)"
    r"(?P<vowel>[aiueo])(?P<long>(?::|-|(?<=a)a|(?<=i)i|(?<=u)u|(?<=e)[ei]|(?<=o)[ou])*)(?P<silent>h(?![aiueoy]))?"
    r"|(?P<nasal>n'?|m(?=[bpm]))"
    r"|(?P<between>[\s'-]+)"
)


@dataclass(frozen=True, slots=True)
class SoundPatterns:
    """Regular expressions for a reading in hiragana and for its romaji; an empty one fits nothing."""

    reading: str = ""
    romaji: str = ""

    def whole(self) -> SoundPatterns:
        """The same for the whole of a reading."""
        return SoundPatterns(*(rf"\A(?:{one})\Z" if one else "" for one in (self.reading, self.romaji)))


def sound_patterns(typed: str) -> SoundPatterns:
    """The patterns of the readings that contain what was typed; none where it is neither kana nor romaji."""
    plain = unicodedata.normalize("NFKC", nfc(typed.strip())).lower()
    hiragana = plain.translate(_TO_HIRAGANA)
    if _KANA.fullmatch(hiragana):
        return SoundPatterns(reading=_kana_pattern(re.sub(r"[・\s]", "", hiragana.replace("-", "ー")).strip("ー")))
    return SoundPatterns(romaji=_romaji_pattern(plain.replace("’", "'").translate(_LONG)))


def _kana_pattern(typed: str) -> str:
    """The pattern of hiragana that was typed: a ー inside it is heard, and others may stand in the reading."""
    return "[ー・]*".join(re.sub("ー+", "ー", typed)) + "ー?"


def _romaji_pattern(typed: str) -> str:
    """The pattern of romaji that was typed; empty where it is none."""
    parts: list[str] = []
    place = 0
    while place < len(typed):
        match = _SYLLABLE.match(typed, place)
        if match is None:
            return ""
        parts.append(_part(match, is_last=match.end() == len(typed)))
        place = match.end()
    return "".join(parts)


def _part(match: re.Match[str], *, is_last: bool) -> str:
    if match["between"]:
        return ""
    if match["nasal"]:
        return "[nm]'?"
    vowel = match["vowel"]
    syllable = _HEPBURN.get(match["onset"] + vowel, match["onset"] + vowel)
    # Hepburn doubles ch by t, others by c.
    doubled = "[tc]" if match["double"] and syllable[0] == "c" else syllable[0] if match["double"] else ""
    # At the end of a word even a long vowel may be missing: サーバー is サーバ, too.
    # Hepburn parts ん from a vowel after it (shin'ichi), which few people type.
    syllable = syllable.replace("n", "n'?", 1) if syllable[0] == "n" else syllable
    is_long = bool(match["long"] or match["silent"]) and not is_last
    return f"{doubled}{syllable}{_LENGTHENINGS[vowel]}" + ("" if is_long else "?")
