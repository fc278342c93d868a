"""Text with width folded and letter case kept, as abbreviations and product names need it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText

# A character and the marks that NFKC composes with it (half-width ｶﾞ).
CLUSTER = re.compile(r".[\u3099\u309a\uff9e\uff9f]*", re.DOTALL)


def fold_width(text: str) -> TracedText:
    """The text in NFKC (full-width letters, half-width kana), each character knowing its place in the text."""
    if unicodedata.is_normalized("NFKC", text):
        return TracedText.verbatim(text)
    parts: list[TracedText] = []
    plain_from = 0
    for found in CLUSTER.finditer(text):
        cluster = found.group()
        if _is_plain(cluster):
            continue
        parts.append(TracedText.verbatim(text[plain_from : found.start()], plain_from))
        parts.append(TracedText.standing_for(unicodedata.normalize("NFKC", cluster), Span(*found.span())))
        plain_from = found.end()
    parts.append(TracedText.verbatim(text[plain_from:], plain_from))
    return TracedText.joined(parts)


@lru_cache(maxsize=4096)
def _is_plain(cluster: str) -> bool:
    return unicodedata.is_normalized("NFKC", cluster)
