"""Spellings of one term that stand in the same texts, clustered where the rule is safe.

A rule is a key: two forms that share it are spellings of one word. The rules go from certain to safe. Looser
likenesses (the same reading, one letter off) never merge, since most pairs that they find are different words; where
both forms stand in the same document they are questions for a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rnk_gloss.extract.shorthands import COUNTRY_CHARACTERS
from rnk_gloss.lexicon.countries import members
from rnk_gloss.text.old_kanji import OLD_TO_NEW
from rnk_gloss.text.tokens import tokens

MODERN_KANJI = str.maketrans(OLD_TO_NEW)
KANJI_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
SPACING = re.compile(r"[\s・\-‐‑–—−=]")
COUNTING_KA = re.compile(r"[カヵヶケか箇ヶ個](?=国|月|所|年|条)")
RUSSIA = re.compile(f"(?<=[{COUNTRY_CHARACTERS}])露|露(?=[{COUNTRY_CHARACTERS}])")
KATAKANA_WORD = re.compile(r"[ァ-ヴー]{2,}")
V_SOUNDS = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
FULL_VOWELS = str.maketrans("ァィゥェォヂヅ", "アイウエオジズ")
INNER_KANA = re.compile(r"(?<=[一-龥])[ぁ-ん]{1,3}(?=[一-龥])|(?<=[一-龥])[ぁ-ん]{1,2}$")
KANJI = re.compile(r"[一-龥]")
ADJECTIVE_MARK = re.compile(r"(?<=.)的な?(?=.)")
COUNTED_PARTIES = re.compile(r"([一二三四五六七八九十〇]+)(?:者|カ国|国)(?=.)")
PARTICLE_KANA = re.compile(r"[のとやをがはに]")
# Longer clusters than this come from a key that says nothing.
LARGEST_CLUSTER = 12


def plain_key(form: str) -> str:
    """Width, spaces, middle dots, letter case and old kanji folded."""
    text = SPACING.sub("", unicodedata.normalize("NFKC", form)).casefold()
    return text.translate(MODERN_KANJI)


def _numbers_folded(plain: str) -> str:
    """Also digits written as kanji and the カ of 三カ国 in any spelling."""
    return COUNTING_KA.sub("カ", plain.translate(KANJI_DIGITS))


def _katakana_folded(text: str) -> str:
    """Also long marks, ヴ and small vowels in katakana."""
    return KATAKANA_WORD.sub(_folded_katakana, text)


def _folded_katakana(found: re.Match[str]) -> str:
    word = found.group()
    for sound, folded in V_SOUNDS:
        word = word.replace(sound, folded)
    return word.translate(FULL_VOWELS).replace("ー", "")


def _without_okurigana(text: str) -> str:
    """Also kana between and after kanji, unless they are particles (取り扱い, 取扱)."""
    if len(KANJI.findall(text)) < 2:
        return text
    return INNER_KANA.sub(lambda found: found.group() if PARTICLE_KANA.search(found.group()) else "", text)


def _without_adjective_marks(text: str) -> str:
    """Also 的 and 的な inside a form (軍事的な支援, 軍事支援)."""
    return ADJECTIVE_MARK.sub("", text) if len(text) > 4 else text


def _as_analysed(text: str) -> str:
    """The analyser's normalised words (附属, 付属)."""
    return "".join(token.normalized_form for token in tokens(text))


def _in_one_order(text: str) -> str:
    """A row of country characters in any order; other forms are not changed."""
    if not members(text):
        return text
    # 欧米 and 米欧 are two words, and so are other rows with a region in them.
    return text if "欧" in text else "".join(sorted(text))


# From certain to safe; the first rule under which two forms are alike names their difference.
RULES = (
    "width, spacing or old kanji",
    "number",
    "country character",
    "katakana",
    "okurigana",
    "的",
    "spelling",
    "order of countries",
    "counter",
)


@lru_cache(maxsize=32_768)
def _keys(form: str) -> tuple[str, ...]:
    """A form's key by each of the rules, in their order."""
    plain = plain_key(form)
    number = _numbers_folded(plain)
    # 露 and ロ beside another country's character are the same.
    country = RUSSIA.sub("ロ", number)
    katakana = _katakana_folded(country)
    okurigana = _without_okurigana(katakana)
    return (
        plain,
        number,
        country,
        katakana,
        okurigana,
        _without_adjective_marks(okurigana),
        _as_analysed(country),
        _in_one_order(country),
        COUNTED_PARTIES.sub(r"\1者", number),
    )


def difference(form: str, other: str) -> str:
    """What the spellings differ in, by the first rule that makes them one; "" where none does."""
    for kind, mine, theirs in zip(RULES, _keys(form), _keys(other), strict=True):
        if mine == theirs:
            return kind
    return ""


def clusters(counts: Mapping[str, int]) -> list[list[str]]:
    """The forms in clusters of spellings, in the order of the mapping; a form alone is a cluster of one."""
    parent = {form: form for form in counts}

    def head(form: str) -> str:
        while parent[form] != form:
            parent[form] = parent[parent[form]]
            form = parent[form]
        return form

    for place in range(len(RULES)):
        for alike in _alike(counts, place):
            for form in alike[1:]:
                parent[head(form)] = head(alike[0])
    gathered: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        gathered[head(form)].append(form)
    return list(gathered.values())


def _alike(forms: Iterable[str], place: int) -> list[list[str]]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        key = _keys(form)[place]
        if len(key) >= 2:
            by_key[key].append(form)
    return [alike for alike in by_key.values() if 2 <= len(alike) <= LARGEST_CLUSTER]
