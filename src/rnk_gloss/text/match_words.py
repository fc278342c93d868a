"""What the edits between two match keys are counted in: words, where a language writes spaces, or else characters.

A translator sees another word where a reader of characters sees three edits of one and five of the next. Words are
also far more telling than pairs of Latin letters, which most English sentences share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rnk_gloss.text.languages import primary_language

# Raised whenever a key is cut otherwise or a word gets another code: an index over other codes is built anew.
WORDS_VERSION = 1

# Languages that are written without spaces between words; Japanese and the Chinese languages first.
_WITHOUT_SPACES = frozenset(("ja", "zh", "yue", "wuu", "nan", "hak", "cmn", "lzh", "th", "lo", "km", "my", "bo", "dz"))

# Characters of their scripts stand alone where they are quoted in another language.
_ALONE = (
    "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
# Marks that belong to the letter before them: Latin, Hebrew, Arabic, and the vowels of the scripts of India.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0980-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0bbe-\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0ddf\u200c\u200d"
)
_LETTERS = f"(?:[^\\W_{_ALONE}]+|[{_MARKS}]+)++"
# 5kg and 5 kg are the same two words; 3.5 and 10,000 are one each, as are don't and covid19.
_ASCII_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[a-zA-Z0-9]+(?:'[a-zA-Z0-9]+)*|[^\s]")

_FIRST_CODE, _CODE_BITS = 0x10000, 20
_FENCE = "\0"


def counts_words(language: str) -> bool:
    """Whether edits in this language (a tag such as `en` or `pt-BR`) are counted in words, not in characters."""
    return primary_language(language) not in _WITHOUT_SPACES


def _words_of(key: str) -> re.Pattern[str]:
    return _ASCII_WORD if key.isascii() else _word()


@cache
def _word() -> re.Pattern[str]:
    # It takes milliseconds to compile, and a single lookup of plain English does not need it.
    return re.compile(rf"\d+(?:[.,]\d+)*|{_LETTERS}(?:'{_LETTERS})*|\S")


def words(key: str) -> list[str]:
    """The words, numbers and single marks of a match key, in order."""
    return _words_of(key).findall(key)


def word_spans(key: str) -> list[tuple[int, int]]:
    """Where the words of a match key begin and end, in characters."""
    return [match.span() for match in _words_of(key).finditer(key)]


def counted(key: str, language: str) -> Sequence[str]:
    """What edits of a match key are counted in: its words, or the key itself as its characters."""
    return words(key) if counts_words(language) else key


def code(key: str, language: str) -> str:
    """A match key with one character for each thing that edits are counted in.

    Two words may have one code, so the distance of two codes is at most that of the keys: whoever looks for keys
    within a distance finds them all among the codes within it. The code of a word is the same in all processes.
    """
    return "".join(map(_code_of_word, words(key))) if counts_words(language) else key


def fenced(coded: str, language: str) -> str:
    """A code with a mark at both ends where it stands for words: few as they are, the first and last tell a lot."""
    return f"{_FENCE}{coded}{_FENCE}" if counts_words(language) else coded


@lru_cache(maxsize=65_536)
def _code_of_word(word: str) -> str:
    # Texts in Japanese do without it.
    from zlib import crc32

    return chr(_FIRST_CODE + (crc32(word.encode("utf-8", "surrogatepass")) & (1 << _CODE_BITS) - 1))
