"""Patterns of how a word sounds, from what a person types: kana of either kind, or romaji of any system.

Hepburn and Kunrei are read alike (shi and si, tsu and tu, ja and zya), and a vowel that is typed short may be long in
the word (saba finds サーバー, jo finds jō): people leave out what their keyboard does not have.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

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
    """Regular expressions for a reading in hiragana and for its romaji; an empty one fits nothing. What fits one holds
    its parts, one behind the other."""

    reading: str = ""
    romaji: str = ""
    reading_parts: tuple[str, ...] = ()
    romaji_parts: tuple[str, ...] = ()

    def whole(self) -> SoundPatterns:
        """The same for the whole of a reading."""
        reading, romaji = (rf"\A(?:{one})\Z" if one else "" for one in (self.reading, self.romaji))
        return replace(self, reading=reading, romaji=romaji)


def sound_patterns(typed: str) -> SoundPatterns:
    """The patterns of the readings that contain what was typed; none where it is neither kana nor romaji."""
    plain = unicodedata.normalize("NFKC", nfc(typed.strip())).lower()
    hiragana = plain.translate(_TO_HIRAGANA)
    if _KANA.fullmatch(hiragana):
        return _kana_patterns(re.sub(r"[・\s]", "", hiragana.replace("-", "ー")).strip("ー"))
    return _romaji_patterns(plain.replace("’", "'").translate(_LONG))


def _kana_patterns(typed: str) -> SoundPatterns:
    """The pattern of hiragana that was typed: a ー inside it is heard, and others may stand in the reading."""
    kana = re.sub("ー+", "ー", typed)
    return SoundPatterns(reading="[ー・]*".join(kana) + "ー?", reading_parts=tuple(kana))


def _romaji_patterns(typed: str) -> SoundPatterns:
    """The pattern of romaji that was typed; none where it is not."""
    pattern = ""
    parts: list[str] = []
    place = 0
    while place < len(typed):
        match = _SYLLABLE.match(typed, place)
        if match is None:
            return SoundPatterns()
        place = match.end()
        if match["nasal"]:
            pattern += "[nm]'?"
        elif match["vowel"]:
            beginning, syllable = _heard(match)
            # At the end of a word even a long vowel may be missing: サーバー is サーバ, too.
            is_long = bool(match["long"] or match["silent"]) and place < len(typed)
            pattern += f"{beginning}{syllable}{_LENGTHENINGS[match['vowel']]}" + ("" if is_long else "?")
            parts.append(syllable)
    return SoundPatterns(romaji=pattern, romaji_parts=tuple(parts))


def _heard(match: re.Match[str]) -> tuple[str, str]:
    """The pattern of what may stand before a syllable, or how it may begin, and what of it is always there."""
    syllable = _HEPBURN.get(match["onset"] + match["vowel"], match["onset"] + match["vowel"])
    # Hepburn doubles ch by t, others by c.
    doubled = "[tc]" if match["double"] and syllable[0] == "c" else syllable[0] if match["double"] else ""
    # Hepburn parts ん from a vowel after it (shin'ichi), which few people type.
    return (f"{doubled}n'?", syllable[1:]) if syllable[0] == "n" else (doubled, syllable)
