"""Text folded so that terms are recognised however they were typed: width, case, long vowels, foreign sounds."""

from __future__ import annotations

import re
from array import array
from functools import cache, lru_cache
from unicodedata import combining, is_normalized, normalize

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.rewriting import Rewriting
from rnk_gloss.text.steps import Steps, rewrite, rewrite_traced

# Patterns as text are compiled when they are first asked for: each names so many letters that it takes a millisecond.
# What joins the character before it: half-width voicing marks, Hangul vowels and finals; combining marks besides.
JOINING = "ﾞﾟ\u1160-\u11ff\ud7b0-\ud7ff\uffa0-\uffdc"
_JOINS = f"[{JOINING}]"
# Where every character is one of these, normalising the whole text and normalising it cluster by cluster agree.
_ORDINARY = "\u0000-\u024f\u2000-\u2bff\u3000-\u3098\u309b-\u312f\u3200-\u9fff\uf900-\ufaff\uff00-\uff9f"
_ORDINARY_RANGES = tuple(zip(_ORDINARY[::3], _ORDINARY[2::3], strict=True))
# Each of these becomes one character, whatever stands beside it.
ONE_FOR_ONE = "[\u0000-\u007f\u3000-\u3029\u3030-\u3098\u309d\u309e\u30a0-\u30fe\u3400-\u9fff\uff01-\uff5e]*"

KATAKANA = "ァ-ヺ"
# A voicing mark or tone mark that stands alone would join what is left when a long vowel mark before it is dropped.
MARKS = "\u0300-\u036f\u3099\u309a"

_V_SOUNDS = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴャ": "ビャ", "ヴュ": "ビュ", "ヴョ": "ビョ"}
_V_SOUNDS |= {"ヷ": "バ", "ヸ": "ビ", "ヹ": "ベ", "ヺ": "ボ"}
_FULL_SIZE = dict(zip("ァィゥェォヮ", "アイウエオワ", strict=True))


def _v_sound(match: re.Match[str]) -> str:
    return _V_SOUNDS.get(match.group(), "ブ")


def _full_size(match: re.Match[str]) -> str:
    return _FULL_SIZE[match.group()]


# Patterns begin with the letter that they drop and look back from there: the search then skips to that letter.
# JIS Z 8301 lets writers drop the long vowel mark at the end of a word where three sounds or more are left: カバー and
# シャワー are no カバ and シャワ. Of エアー and エア, ドアー and ドア all know both.
_TWO_SOUNDS = f"[{KATAKANA}][ャュョ][{KATAKANA}]ー"
_THREE_SOUNDS = f"(?<=[{KATAKANA}ー]{{2}}[{KATAKANA}]ー)(?<!^{_TWO_SOUNDS})(?<![^{KATAKANA}ー]{_TWO_SOUNDS})"
FINAL_LONG_VOWEL = Rewriting(rf"ー(?:{_THREE_SOUNDS}|(?<=[{KATAKANA}]アー))ー*(?![{KATAKANA}ー{MARKS}])", needed="ー")
V_SOUND = Rewriting("[ヴヷヸヹヺ](?:(?<=ヴ)[ァィェォャュョ])?", _v_sound, needed="ヴヷヸヹヺ")
SMALL_VOWEL = Rewriting("[ァィゥェォヮ]", _full_size, needed="".join(_FULL_SIZE))
JOINING_DOT = Rewriting(rf"・(?<=[{KATAKANA}ー]・)(?=[{KATAKANA}])", needed="・")

_FOLDING = Steps(
    (
        V_SOUND,
        SMALL_VOWEL,
        FINAL_LONG_VOWEL,
        JOINING_DOT,
        # again: ア・カー has a final long vowel only once it is one word
        FINAL_LONG_VOWEL,
    )
)


def nfc(text: str) -> str:
    """The text in Unicode's composed form (NFC), as texts are kept."""
    return normalize("NFC", text)


def fold(text: str) -> TracedText:
    """The text as terms are recognised in it, each character with its place in the original.

    Width and case are folded (NFKC and case folding, for each character with its marks), ・ inside a katakana word and
    ー at its end are dropped, ヴ becomes バ行, small vowels become large ones.
    """
    return rewrite_traced(compatible_traced(text), _FOLDING)


def fold_key(text: str) -> str:
    """The text of `fold(text)`: what two spellings of one term have in common. Folding it again changes nothing."""
    return rewrite(compatible(text), _FOLDING)


def compatible(text: str) -> str:
    """The text in compatibility form (NFKC), case-folded."""
    if is_ordinary(text):
        return _settled(text)
    return "".join(_settled(text[start:end]) for start, end in _clusters(text))


def is_ordinary(text: str) -> bool:
    """Whether normalising the whole text is the same as normalising each of its parts."""
    if Preparation.can_wait(text):
        return all(map(_is_ordinary_character, set(text)))
    return _ordinary().fullmatch(text) is not None


@cache
def _ordinary() -> re.Pattern[str]:
    return re.compile(f"[{_ORDINARY}]*")


@lru_cache(maxsize=16_384)
def _is_ordinary_character(character: str) -> bool:
    return any(first <= character <= last for first, last in _ORDINARY_RANGES)


def compatible_traced(text: str) -> TracedText:
    """The text of `compatible(text)`, each character with its place in the original."""
    settled = compatible(text)
    if settled == text or re.fullmatch(ONE_FOR_ONE, text):
        whole = TracedText.verbatim(text)
        return TracedText(settled, whole.starts, whole.ends)
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        count = 1 if end - start == 1 and text[start] < "\x80" else len(_settled(text[start:end]))
        starts.extend([start] * count)
        ends.extend([end] * count)
    return TracedText(settled, array("I", starts), array("I", ends))


def _settled(text: str) -> str:
    # Case folding can undo composition and composition can bring back capitals (K, the kelvin sign), so both twice.
    folded = (text if is_normalized("NFKC", text) else normalize("NFKC", text)).casefold()
    if folded == text or is_normalized("NFKC", folded):
        return folded
    return normalize("NFKC", folded).casefold()


def _clusters(text: str) -> list[tuple[int, int]]:
    joins = re.compile(_JOINS)
    bounds = [
        place
        for place, character in enumerate(text)
        if place == 0 or character < "\u0300" or not (combining(character) or joins.match(character))
    ]
    return list(zip(bounds, [*bounds[1:], len(text)], strict=True))
