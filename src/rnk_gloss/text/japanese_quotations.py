"""Where Japanese quotations are cut for an aligner, which can join sentences but not cut them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rnk_gloss.text.japanese_sentences import japanese_sentence_ends

# A paragraph of so many sentences has lost its structure: speech no longer stands in lines of its own.
RUN_ON_SENTENCES = 6
_OPENING, _CLOSING = "「『", "」』"
_SPEECH_GOES_ON = re.compile(r"[。！？!?][」』”）)](?=[^\s「『（“(【])")
_STOPS = re.compile(r"[。！？]+(?![。！？」』）、])")


def ends_for_alignment(line: str, ends: Sequence[int], *, western_stops: bool) -> list[int]:
    """The places in a line after which an aligner should have a sentence end; `ends` are those of its sentences.

    A quotation stays whole, however long it is, and with it what follows it: who speaks, 「…。」彼は笑った。, often
    stands before it in the other text. In a run-on line, where nothing tells how far speech goes, its sentences are
    cut apart.
    """
    whole = japanese_sentence_ends(line, western_stops=western_stops, longest_quote=len(line))
    if len(whole) + 1 < RUN_ON_SENTENCES:
        return [end for end in whole if not _SPEECH_GOES_ON.match(line, end - 2)]
    return [
        start + end
        for start, stop in pairwise([0, *ends, len(line)])
        for end in [*quotation_ends(line[start:stop]), stop - start]
        if start + end < len(line)
    ]


def quotation_ends(sentence: str) -> list[int]:
    """The places inside one sentence after which a quoted sentence ends and another one follows in the quotation.

    None where the quotation is a part of the sentence that reports it, with words before and after it: that is one
    sentence in English, too.
    """
    whole = sentence.strip()
    if not whole or (whole[0] not in _OPENING and whole.rstrip("。")[-1:] not in _CLOSING):
        return []
    ends, depth, last = [], 0, 0
    for match in _STOPS.finditer(sentence):
        passed = sentence[last : match.end()]
        depth += sum(map(passed.count, _OPENING)) - sum(map(passed.count, _CLOSING))
        last = match.end()
        if depth > 0 and last < len(sentence):
            ends.append(last)
    return ends
