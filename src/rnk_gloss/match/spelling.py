"""What kind of spelling difference it is: width, okurigana, kanji or kana …"""

from __future__ import annotations

import re
from unicodedata import normalize

from rnk_gloss.text.measure_spellings import UNIT_SYMBOL
from rnk_gloss.text.old_kanji import OLD_TO_NEW
from rnk_gloss.text.politeness import is_styled_otherwise

# As text: they are compiled when two spellings are first compared.
_PUNCTUATION = r"[\s、。，．､｡,.・「」『』【】〈〉《》≪≫<>〔〕［］\[\]“”„‟〝〞〟‘’'\"‐‑‒–—―−─━〜~→⇒?!:;-]+"
# 100 m2 is no second year of Meiji.
_ERA = "明治|大正|昭和|平成|令和|(?<![a-z])(?!m[23]$)[mtshr](?=[0-9])"
_NUMERAL = "[0-9〇零壱弐参拾一二三四五六七八九十百千万億兆]|(?<![a-z])[ivx]+(?![a-z])"
_KATAKANA = "[ァ-ヺー]"
_PEOPLE = {"人", "名"}
_HIRAGANA = "[ぁ-ゖ]+"
_ONE_SOUND = str.maketrans("づぢをわ", "ずじおは")
_NEW_KANJI = str.maketrans(OLD_TO_NEW)


def spelling_kind(query: str, stored: str) -> str:
    """The kind (see `deductions`) of the difference between two pieces of text that have one match key."""
    query, stored = normalize("NFKC", query), normalize("NFKC", stored)
    if query == stored:
        return "width"
    query, stored = query.casefold(), stored.casefold()
    if query == stored:
        return "case"
    query, stored = re.sub(_PUNCTUATION, "", query), re.sub(_PUNCTUATION, "", stored)
    if query == stored:
        return "punctuation"
    if query.translate(_NEW_KANJI) == stored.translate(_NEW_KANJI):
        return "old kanji"
    if is_styled_otherwise(query, stored) or _are_two_ways_to_speak(query, stored):
        return "politeness"
    return _word_kind(query, stored)


def _are_two_ways_to_speak(query: str, stored: str) -> bool:
    """Whether both are in hiragana: せざる and しない, てる and ている; but もとずく is もとづく spelt wrongly."""
    in_hiragana = re.fullmatch(_HIRAGANA, query) and re.fullmatch(_HIRAGANA, stored)
    return bool(in_hiragana) and query.translate(_ONE_SOUND) != stored.translate(_ONE_SOUND)


def _word_kind(query: str, stored: str) -> str:
    if set(re.findall(_ERA, query)) != set(re.findall(_ERA, stored)):
        return "era"
    if _are_two_notations(query, stored):
        return "numeral notation"
    if re.search(_KATAKANA, query) and re.search(_KATAKANA, stored):
        return "long vowel" if query.replace("ー", "") == stored.replace("ー", "") else "katakana"
    if not any("ぁ" <= character <= "ゖ" or "一" <= character <= "鿿" for character in query + stored):
        return _kind_without_kana(query, stored)
    if re.sub(_HIRAGANA, "", query) == re.sub(_HIRAGANA, "", stored) != "":
        return "okurigana"
    return "kanji/kana"


def _are_two_notations(query: str, stored: str) -> bool:
    """Whether both have a number, or one time is written in two ways (9:00, 9時); 100人 and 100名 count alike."""
    both = query + stored
    is_time = re.search("[0-9]", both) and re.search("[年月日時分秒]", both)
    return bool(is_time or {query, stored} == _PEOPLE or (re.search(_NUMERAL, query) and re.search(_NUMERAL, stored)))


def _kind_without_kana(query: str, stored: str) -> str:
    both = query + stored
    # kg and キログラム, % and パーセント; third and 3rd.
    is_measure = any(re.fullmatch(f"{UNIT_SYMBOL}|%", side) for side in (query, stored))
    if is_measure or (both.isascii() and re.search(r"\d", both)):
        return "numeral notation"
    # colour and color; Web and ウェブ.
    return "spelling" if both.isascii() else "katakana"
