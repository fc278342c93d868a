"""Whether two texts are read alike, where one writes a word by its sound: 弁を開く, 弁をひらく."""

from __future__ import annotations

import re
from functools import lru_cache

# A reading begins with a full syllable.
_KANA = re.compile("[あいうえおか-ぢつ-もやゆよら-ろわ][ぁ-ゖー]*")
_SILENT = re.compile(r"[\s、。「」『』]+")
# One kanji is read with one to about five kana.
_LONGEST_READING = 5


def sounds_alike(query: str, stored: str, changed: tuple[str, str]) -> bool:
    """Whether the texts have one reading, given the only fragments in which they differ.

    The analyser is asked only where one fragment is kana that could be the reading of the other.
    """
    kana, written = changed if _KANA.fullmatch(changed[0]) else changed[::-1]
    # Not by a pattern: one with so many characters takes a millisecond to compile.
    kanji = sum("一" <= character <= "鿿" or character == "々" for character in written)
    if not kanji or not _KANA.fullmatch(kana) or not kanji <= len(kana) <= _LONGEST_READING * len(written):
        return False
    return _sound(query) == _sound(stored)


@lru_cache(maxsize=1024)
def _sound(text: str) -> str:
    from rnk_gloss.text.tokens import tokens

    return _SILENT.sub("", "".join(token.reading for token in tokens(text)))
