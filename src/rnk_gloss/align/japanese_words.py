"""The evidence words of Japanese sentences: what Sudachi finds, in long and in short units, and what is shared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rnk_gloss.align.quantities import quantities
from rnk_gloss.align.words import CURRENCIES, MARK, Kind, SourceWord, shared
from rnk_gloss.text.tokens import morphemes, short_units

if TYPE_CHECKING:
    from sudachipy import Morpheme

_CONTENT = frozenset(
    {"名詞", "動詞", "形容詞", "形状詞", "副詞", "代名詞", "接尾辞", "接頭辞", "連体詞", "接続詞", "感動詞"}
)
# They stand in every sentence, or translate as nothing.
_LIGHT_VERBS = "する いる ある なる できる 行う 言う いう 見る 来る くる いく 行く しまう おく れる られる せる させる"
_GIVING_VERBS = "くれる もらう いただく くださる ください"
_FORMAL_NOUNS = "こと もの の ため よう とき 時 所 場合 方 際 うち わけ はず まま ほど 中 上 下"
_POINTING_WORDS = "これ それ あれ この その あの ここ そこ あそこ そう こう"
_ENDINGS = "さん 氏 様 的 化 性 者 等 など 年 月 日 分 人 つ 回 件 目 度 号"
_FUNCTION_WORDS = frozenset(f"{_LIGHT_VERBS} {_GIVING_VERBS} {_FORMAL_NOUNS} {_POINTING_WORDS} {_ENDINGS}".split())
_MARKS = {"?": "?", "!": "!", "「": '"', "『": '"', "“": '"', '"': '"', "(": "(", "…": "…", ":": ":"}
_LATIN = re.compile(r"[A-Za-z0-9.&-]+")
_KATAKANA = re.compile(r"[ァ-ヺー・]{2,}")
_ONE_HIRAGANA = re.compile(r"[ぁ-ん]")

# A text repeats its words, and asking the analyser about a word takes longer than finding it.
_met: dict[tuple[str, int], tuple[SourceWord, ...]] = {}
_MOST_MET = 50_000


def source_words(sentence: str) -> list[SourceWord]:
    """The evidence words of a Japanese sentence, with repetitions."""
    # A lone surrogate, as JSON can hold one, is no text: the analyser refuses it.
    text = unicodedata.normalize("NFKC", sentence.encode("utf-8", "ignore").decode())
    keys, rest = quantities(text, "ja")
    marks = dict.fromkeys(name for mark, name in _MARKS.items() if mark in text)
    keys.extend(MARK + mark for mark in marks)
    keys.extend(name for symbol, name in CURRENCIES.items() if symbol in rest)
    words = [shared(key) for key in keys]
    for morpheme in morphemes(rest):
        words.extend(_units(morpheme))
    return words


def _units(morpheme: Morpheme) -> tuple[SourceWord, ...]:
    """A word and, where it is a compound, its parts too: a dictionary may have either."""
    # The analyser's number alone does not tell apart the words that it does not know.
    key = morpheme.surface(), morpheme.word_id()
    found = _met.get(key)
    if found is None:
        if len(_met) >= _MOST_MET:
            _met.clear()
        found = _met[key] = tuple(_evidence(morpheme))
    return found


def _evidence(morpheme: Morpheme) -> Iterator[SourceWord]:
    if morpheme.part_of_speech()[0] in _CONTENT:
        parts = short_units(morpheme) if len(morpheme.surface()) > 2 else ()
        for unit in (morpheme, *parts):
            if (word := _word(unit)) is not None:
                yield word


def _word(morpheme: Morpheme) -> SourceWord | None:
    part_of_speech = morpheme.part_of_speech()
    if part_of_speech[0] not in _CONTENT:
        return None
    surface, form = morpheme.surface(), morpheme.dictionary_form()
    normalized = morpheme.normalized_form()
    if _LATIN.fullmatch(surface):
        return SourceWord(surface, Kind.LATIN)
    if _KATAKANA.fullmatch(surface):
        return SourceWord(form, Kind.KATAKANA, surface, normalized)
    if part_of_speech[1] == "固有名詞":
        return SourceWord(form, Kind.NAME, morpheme.reading_form(), normalized)
    if form in _FUNCTION_WORDS or surface in _FUNCTION_WORDS or _ONE_HIRAGANA.fullmatch(form):
        return None
    return SourceWord(form, Kind.DICTIONARY, "", normalized)
