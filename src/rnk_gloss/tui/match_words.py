"""Why a match has its score, in the language that is spoken."""

from __future__ import annotations

import re

from rnk_gloss.tui.wording import noted, say

# What the explanation of a match names: differences of the texts, and why its unit is trusted less.
_KINDS = (
    noted("width"), noted("case"), noted("punctuation"), noted("long vowel"), noted("katakana"), noted("okurigana"),
    noted("kanji/kana"), noted("old kanji"), noted("spelling"), noted("numeral notation"), noted("politeness"),
    noted("era"),
    noted("polarity"), noted("bound"), noted("direction"), noted("antonym"), noted("roles"), noted("number"),
    noted("date"), noted("unit"), noted("modality"), noted("reading"), noted("inflection"), noted("wording"),
    noted("unreviewed"), noted("alignment"), noted("machine"), noted("file"),
)  # fmt: skip
_DEDUCTION = re.compile(rf"(− \d+ )({'|'.join(map(re.escape, _KINDS))})(?= \(| − |$)")
_REST = re.compile(r"(− \d+ )in (\d+) other places?(?= − |$)")
_SAME = {
    "the same text": noted("{score} = the same text"),
    "the same text between the same neighbours": noted("{score} = the same text between the same neighbours"),
}


def explanation_words(explanation: str) -> str:
    """The explanation of a match, its deductions named in words; what is not known in it stays as it stands."""
    score, is_equal, said = explanation.partition(" = ")
    if is_equal and said in _SAME:
        return say(_SAME[said], score=score)
    named = _DEDUCTION.sub(lambda found: found[1] + say(found[2]), explanation)
    return _REST.sub(lambda found: found[1] + say("in {count} other places", count=found[2]), named)
