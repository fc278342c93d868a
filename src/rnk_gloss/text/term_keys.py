"""Keys by which the terms of a glossary are found in a text: equal for all spellings or inflections of a term."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from rnk_gloss.text.conjugation import changing_ending
from rnk_gloss.text.languages import primary_language
from rnk_gloss.text.match_key import MATCH_KEY_VERSION, match_key
from rnk_gloss.text.normalise import fold_key

# Raised whenever a term gets other keys by the rules of this module, of `normalise`, `english_forms`
# or `american_spellings`.
TERM_KEY_VERSION = 5
# Japanese is looked for by its first two characters, other languages by their first word.
BEGINNING = 2
# A term with a longer key is a text. Lengths are kept as bytes.
LONGEST_KEY = 255
# Any kanji with which no spelling of a word ends: it shows how a term is written as the first part of a compound.
_FOLLOWING = "案"


class TermKey(NamedTuple):
    """A key, what it begins with, and how long it is: in characters for Japanese, in words for other languages."""

    key: str
    beginning: str
    length: int


def present_versions() -> dict[str, str]:
    """What the keys of a term depend on besides the term."""
    return {
        "term key": str(TERM_KEY_VERSION),
        "match key": str(MATCH_KEY_VERSION),
        "Unicode": unicodedata.unidata_version,
    }


def term_keys(form: str, language: str = "ja") -> list[TermKey]:
    """The keys under which a form of a term is kept, none longer than `LONGEST_KEY`; no letters, no keys."""
    keys = _japanese_keys(form) if primary_language(language) == "ja" else _word_keys(form)
    return [key for key in keys if len(key.key) <= LONGEST_KEY]


def _japanese_keys(form: str) -> list[TermKey]:
    """The folded form, its match key, the key that it has before another kanji, where okurigana may go, and the stems
    of a verb or adjective."""
    key = match_key(form)
    keys = [fold_key(form), key]
    if "ぁ" <= key[-1:] <= "ゖ":
        before_kanji = match_key(form + _FOLLOWING)
        if before_kanji.endswith(_FOLLOWING):
            keys.append(before_kanji[: -len(_FOLLOWING)])
        keys += stem_keys(form)
    return [TermKey(one, one[:BEGINNING], len(one)) for one in dict.fromkeys(keys) if one.strip()]


def stem_keys(form: str) -> list[str]:
    """The keys of a form without the ending that changes, if it may be a verb or adjective."""
    ending = changing_ending(form)
    if not ending:
        return []
    return [
        key.removesuffix(ending) for key in (fold_key(form), match_key(form)) if key.endswith(ending) and key != ending
    ]


def _word_keys(form: str) -> list[TermKey]:
    """The keys of the words of a form, and where it has hyphens, of the words that they join."""
    from rnk_gloss.text.english_forms import english_words, joined_at_hyphens, without_leading, word_key

    words = without_leading(english_words(form))
    spelt = dict.fromkeys(
        " ".join(word_key(word.written) for word in reading) for reading in (words, joined_at_hyphens(words, form))
    )
    return [TermKey(key, key.partition(" ")[0], key.count(" ") + 1) for key in spelt if key]
