"""Where a Japanese quotation of several sentences can be cut, as a translator into English may have cut it."""

from __future__ import annotations

import re

# A paragraph of so many sentences has lost its structure: speech no longer stands in lines of its own.
RUN_ON_SENTENCES = 10
_OPENING, _CLOSING = "「『", "」』"
_STOPS = re.compile(r"[。！？]+(?![。！？」』）、])")


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
