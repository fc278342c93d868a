"""Match keys: spellings and styles that mean the same thing are equal, and nothing else is.

The memory is indexed by these keys and the base score counts edits in them, so a key depends on its text alone.
"""

from __future__ import annotations

import re
from array import array
from unicodedata import is_normalized

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.katakana_spellings import katakana_table
from rnk_gloss.text.normalise import (
    FINAL_LONG_VOWEL,
    JOINING_DOT,
    ONE_FOR_ONE,
    SMALL_VOWEL,
    V_SOUND,
    compatible,
    compatible_traced,
)
from rnk_gloss.text.number_spellings import NUMBER_SPELLINGS, NUMERALS
from rnk_gloss.text.okurigana import OKURIGANA_SPELLINGS, is_kanji
from rnk_gloss.text.old_kanji import OLD_TO_NEW
from rnk_gloss.text.politeness import POLITE_STYLE
from rnk_gloss.text.rewriting import Rewriting, Step, TableRewriting, rewrite, rewrite_traced
from rnk_gloss.text.spellings import (
    AFTER_KANJI_TOO,
    BEFORE_FORMAL_NOUNS,
    COUNTRY_ALONE,
    FORMAL_NOUNS,
    KATAKANA_FOR_LOOK,
    spelling_table,
)

# Raised whenever a text gets another key: the index over the keys is then built anew.
MATCH_KEY_VERSION = 2

# One rewriting can bring together what another rewrites; real texts settle in two passes.
_MOST_PASSES = 8

_DASHES = dict.fromkeys("‐‑‒–—―−─━", "-") | {"〜": "~", "∼": "~"}
_CHARACTERS = OLD_TO_NEW | dict.fromkeys("「」『』“”„‟〝〞〟‘’‚‛«»‹›", '"') | _DASHES
_CHARACTERS |= dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")
_OTHER_CHARACTERS = dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟«»", '"') | _DASHES

# Between two of these a comma or a space keeps things apart: 三、四日 is not 三四日.
_APART = f"{NUMERALS}a-z"
_SILENCE = (
    Rewriting(" {2,}", lambda _match: " ", needed=("  ",)),
    Rewriting(f" (?:(?<![{_APART}] )|(?![{_APART}]))", needed=" "),
    Rewriting(f"[.,]+(?![{_APART}.,])", needed=".,"),
)


_SOUNDS = (
    V_SOUND,
    SMALL_VOWEL,
    # The long e of foreign words, プレイ and プレー, and their ya after i, ダイヤル and ダイアル.
    Rewriting("イ(?<=[エケセテネヘメレゲゼデベペ]イ)", lambda _match: "ー", needed="イ"),
    Rewriting("ヤ(?<=[イキシチニヒミリギジビピ]ヤ)", lambda _match: "ア", needed="ヤ"),
)


def _foreign_words() -> dict[str, str]:
    table = {rewrite(word, _SOUNDS): rewrite(key, _SOUNDS) for word, key in katakana_table().items()}
    return {word: key for word, key in table.items() if word != key}


def _stands_alone(text: str, place: int, word: str) -> bool:
    """Whether a word that katakana dresses up touches no other katakana."""
    end = place + len(word)
    return not ((place and _is_katakana(text[place - 1])) or (end < len(text) and _is_katakana(text[end])))


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"


def _is_own_word(text: str, place: int, word: str) -> bool:
    """Whether a spelling of one kanji and kana is a word here, and not the end of one: 主に, but 株主に."""
    if not place or word[0] in AFTER_KANJI_TOO or word == "下さい" or (len(word) > 1 and is_kanji(word[1])):
        return True
    return not is_kanji(text[place - 1])


def _is_formal(text: str, place: int, word: str) -> bool:
    end = place + len(word)
    if end < len(text) and is_kanji(text[end]):
        return False
    return text.endswith(BEFORE_FORMAL_NOUNS[word], 0, place)


def _is_argument(text: str, place: int, _word: str) -> bool:
    """Whether a country's one kanji stands for itself here: a particle after it, and no word that it could end."""
    before = text[place - 1] if place else '"'
    return text[place + 1 : place + 2] in _PARTICLES and not ("ぁ" <= before <= "ゖ" or is_kanji(before))


_PARTICLES = frozenset("はがもをにの")


def _is_word(text: str, place: int, word: str) -> bool:
    if word in FORMAL_NOUNS:
        return _is_formal(text, place, word)
    if word in COUNTRY_ALONE:
        return _is_argument(text, place, word)
    return _is_own_word(text, place, word)


_FOREIGN_SPELLINGS = (
    TableRewriting(_foreign_words()),
    JOINING_DOT,
    FINAL_LONG_VOWEL,
    TableRewriting(KATAKANA_FOR_LOOK, _stands_alone),
)
# Okurigana first: 売り主に must be 売主に before 主に is looked for.
_WORD_SPELLINGS = (*OKURIGANA_SPELLINGS, TableRewriting(spelling_table() | FORMAL_NOUNS | COUNTRY_ALONE, _is_word))
# What these make of a text they leave alone afterwards, so one more pass is needed only where later steps rewrite.
# Style is among them, for it needs the kana before ます that okurigana would drop.
_SILENCE_AND_STYLE = (*_SILENCE, *POLITE_STYLE)
_SOUNDS_SILENCE_AND_STYLE = (*_SILENCE, *_SOUNDS, FINAL_LONG_VOWEL, *POLITE_STYLE)
_TRANSLATION = str.maketrans(_CHARACTERS)
_OTHER_TRANSLATION = str.maketrans(_OTHER_CHARACTERS)
_HAS_KATAKANA = re.compile("[ァ-ヺ]")
_HAS_NUMERAL = re.compile(f"[{NUMERALS}]")
_HAS_UNUSUAL = re.compile(f"[{re.escape(''.join(_CHARACTERS))}]")


def _steps_for(text: str, *, has_katakana: bool) -> list[Step]:
    """The steps that can change a text in compatibility form, in order."""
    steps: list[Step] = []
    if has_katakana:
        steps += _FOREIGN_SPELLINGS
    if _HAS_NUMERAL.search(text) or "ひとつ" in text or "ふたつ" in text:
        steps += NUMBER_SPELLINGS
    steps += _WORD_SPELLINGS
    return steps


def _plain_characters(text: str) -> str:
    """The text with stops as spaces, new kanji for old ones, one kind of quotation mark and of dash."""
    text = text.replace("、", " ").replace("。", " ")
    return text.translate(_TRANSLATION) if _HAS_UNUSUAL.search(text) else text


def match_key(text: str, language: str = "ja") -> str:
    """The key of a text: equal for texts that differ in spelling or style only. The key of a key is the key itself.

    Japanese: width, case, old kanji, silent punctuation, long vowels and other katakana choices, numbers and years,
    kanji or kana for the same word, okurigana, polite and plain style. Other languages:
    width, case, quotes, dashes, spaces, final stop.
    """
    if not _is_japanese(language):
        return _plain_key(text)
    for _ in range(_MOST_PASSES):
        settled = _plain_characters(compatible(text))
        has_katakana = _HAS_KATAKANA.search(settled) is not None
        settled = rewrite(settled, _SOUNDS_SILENCE_AND_STYLE if has_katakana else _SILENCE_AND_STYLE)
        text = rewrite(settled, _steps_for(settled, has_katakana=has_katakana))
        if text == settled and is_normalized("NFKC", text):
            break
    return text


def traced_match_key(text: str, language: str = "ja") -> TracedText:
    """The text of `match_key`, each character with the place in the original that it stands for."""
    key = TracedText.verbatim(text)
    if not _is_japanese(language):
        return _plain_key_traced(key)
    for _ in range(_MOST_PASSES):
        settled = _compatible_through(key)
        settled = TracedText(_plain_characters(settled.text), settled.starts, settled.ends)
        has_katakana = _HAS_KATAKANA.search(settled.text) is not None
        settled = rewrite_traced(settled, _SOUNDS_SILENCE_AND_STYLE if has_katakana else _SILENCE_AND_STYLE)
        key = rewrite_traced(settled, _steps_for(settled.text, has_katakana=has_katakana))
        if key.text == settled.text and is_normalized("NFKC", key.text):
            break
    return key


def _is_japanese(language: str) -> bool:
    return language == "ja" or language.partition("-")[0].lower() == "ja"


def _compatible_through(inner: TracedText) -> TracedText:
    """`inner` in compatibility form, with the places of its own original."""
    settled = compatible(inner.text)
    if settled == inner.text:
        return inner
    if re.fullmatch(ONE_FOR_ONE, inner.text):
        return TracedText(settled, inner.starts, inner.ends)
    outer = compatible_traced(inner.text)
    return TracedText(
        outer.text,
        array("I", [inner.starts[place] for place in outer.starts]),
        array("I", [inner.ends[place - 1] for place in outer.ends]),
    )


# Only where a run begins: in the middle of a long one the search would try every place.
_PLAIN_STEPS = (Rewriting(r"^\s+|(?<![\s.])[\s.]+$"), Rewriting(r"\s+", lambda _match: " "))


def _plain_key(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split()).rstrip(" .")
    for _ in range(_MOST_PASSES):
        before = text
        text = rewrite(compatible(text).translate(_OTHER_TRANSLATION), _PLAIN_STEPS)
        if text == before:
            break
    return text


def _plain_key_traced(key: TracedText) -> TracedText:
    for _ in range(_MOST_PASSES):
        before = key.text
        settled = _compatible_through(key)
        settled = TracedText(settled.text.translate(_OTHER_TRANSLATION), settled.starts, settled.ends)
        key = rewrite_traced(settled, _PLAIN_STEPS)
        if key.text == before:
            break
    return key
