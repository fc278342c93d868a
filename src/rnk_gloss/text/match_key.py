"""Match keys: spellings and styles that mean the same thing are equal, and nothing else is.

The memory is indexed by these keys and the base score counts edits in them, so a key depends on its text alone.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import is_normalized, normalize

from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.languages import ENGLISH, JAPANESE, primary_language
from rnk_gloss.text.look_alikes import told_apart
from rnk_gloss.text.match_key_steps import (
    DASHES,
    plain_characters,
    settling_steps,
    spelling_parts,
    spelling_steps,
    traced_spelling_steps,
)
from rnk_gloss.text.normalise import (
    ONE_FOR_ONE,
    compatible,
    compatible_traced,
    is_ordinary,
)
from rnk_gloss.text.rewriting import FENCE, Rewriting
from rnk_gloss.text.steps import Steps, rewrite, rewrite_traced

# Raised whenever a text gets another key: the index over the keys is then built anew.
MATCH_KEY_VERSION = 13

# One rewriting can bring together what another rewrites; real texts settle in two passes.
_MOST_PASSES = 8


def match_key(text: str, language: str = "ja") -> str:
    """The key of a text: equal for texts that differ in spelling or style only. The key of a key is the key itself.

    Japanese: width, case, old kanji, silent punctuation, long vowels and other katakana choices, numbers and years,
    kanji or kana for the same word, okurigana, polite and plain style. Other languages: width, case, quotes, dashes,
    spaces, final stop.
    """
    if not _is_japanese(language):
        return _english_key(text) if _is_english(language) else _plain_key(text)
    text = told_apart(text)
    for _ in range(_MOST_PASSES):
        text, is_settled = _rewritten(text)
        if is_settled:
            break
    return text


def _rewritten(text: str) -> tuple[str, bool]:
    """The text after one pass, and whether another one would change nothing."""
    settled = plain_characters(compatible(text))
    settled = rewrite(settled, settling_steps(settled))
    text = rewrite(settled, spelling_steps(settled))
    return text, text == settled and is_normalized("NFKC", text)


def match_keys(texts: Sequence[str], language: str = "ja") -> list[str]:
    """The keys of several texts in one language, each as `match_key` gives it, three times as fast where they are many.

    Each step goes through all texts at once.
    """
    if not _is_japanese(language):
        return [match_key(text, language) for text in texts]
    keys = list(map(told_apart, texts))
    together = _that_go_together(keys)
    for place in set(range(len(keys))).difference(together):
        keys[place] = match_key(keys[place])
    for _ in range(_MOST_PASSES):
        if not together:
            break
        joined = plain_characters(_compatible_joined([keys[place] for place in together]))
        joined = rewrite(joined, settling_steps(joined))
        settled = joined.split(FENCE)
        unsettled = []
        for part, steps in spelling_parts(settled):
            joined = FENCE.join([settled[number] for number in part])
            rewritten = rewrite(joined, steps).split(FENCE) if part else ()
            all_normal = is_normalized("NFKC", joined)
            for number, key in zip(part, rewritten, strict=True):
                keys[together[number]] = key
                if key != settled[number] or not (all_normal or is_normalized("NFKC", key)):
                    unsettled.append(together[number])
        together = unsettled
    return keys


def _that_go_together(texts: Sequence[str]) -> list[int]:
    """The places of the texts in which nothing can reach beyond a fence."""
    joined = FENCE.join(texts)
    if is_ordinary(joined) and joined.count(FENCE) == len(texts) - 1:
        return list(range(len(texts)))
    return [place for place, text in enumerate(texts) if is_ordinary(text) and FENCE not in text]


def _compatible_joined(texts: Sequence[str]) -> str:
    """The texts in compatibility form with fences between them."""
    if is_ordinary("".join(texts)):
        composed = [text if is_normalized("NFKC", text) else normalize("NFKC", text) for text in texts]
        folded = FENCE.join(composed).casefold()
        if is_normalized("NFKC", folded):
            return folded
    return FENCE.join(map(compatible, texts))


def traced_match_key(text: str, language: str = "ja", known: str | None = None) -> TracedText:
    """The text of `match_key`, each character with the place in the original that it stands for.

    Where the key is `known` already, the pass that would only show it to be settled is saved; else it is not traced.
    """
    if not _is_japanese(language):
        key = TracedText.verbatim(text)
        return _english_key_traced(key) if _is_english(language) else _plain_key_traced(key)
    key = TracedText.verbatim(told_apart(text))
    for _ in range(_MOST_PASSES):
        settled = _compatible_through(key)
        settled = TracedText(plain_characters(settled.text), settled.starts, settled.ends)
        settled = rewrite_traced(settled, settling_steps(settled.text))
        key = rewrite_traced(settled, traced_spelling_steps(settled.text))
        if key.text == known or (key.text == settled.text and is_normalized("NFKC", key.text)):
            break
        if _rewritten(key.text)[0] == key.text:
            break
    return key


def _is_japanese(language: str) -> bool:
    return primary_language(language) == JAPANESE


def _is_english(language: str) -> bool:
    return primary_language(language) == ENGLISH


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
_PLAIN_STEPS = Steps((Rewriting(r"^\s+|(?<![\s.。])[\s.。]+$"), Rewriting(r"\s+", " ")))
_PLAIN_CHARACTERS = str.maketrans(dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟«»", '"') | DASHES)


def _plain_key(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split()).rstrip(" .")
    for _ in range(_MOST_PASSES):
        before = text
        text = rewrite(compatible(text).translate(_PLAIN_CHARACTERS), _PLAIN_STEPS)
        if text == before:
            break
    return text


def _plain_key_traced(key: TracedText) -> TracedText:
    for _ in range(_MOST_PASSES):
        before = key.text
        settled = _compatible_through(key)
        settled = TracedText(settled.text.translate(_PLAIN_CHARACTERS), settled.starts, settled.ends)
        key = rewrite_traced(settled, _PLAIN_STEPS)
        if key.text == before:
            break
    return key


# Of the targets that no run has taken in, the keys are asked for again after each change of the store.
@lru_cache(maxsize=4096)
def _english_key(text: str) -> str:
    # Texts in Japanese do without it.
    from rnk_gloss.text.english_spellings import english_steps

    for _ in range(_MOST_PASSES):
        plain = _plain_key(text)
        text = rewrite(plain, english_steps(plain))
        if text == plain:
            break
    return text


def _english_key_traced(key: TracedText) -> TracedText:
    from rnk_gloss.text.english_spellings import english_steps

    for _ in range(_MOST_PASSES):
        plain = _plain_key_traced(key)
        key = rewrite_traced(plain, english_steps(plain.text))
        if key.text == plain.text:
            break
    return key
