"""Numbers and months as shared words: 500億 and *50 billion* are one word, 6月 and *June* another."""

from __future__ import annotations

from rnk_gloss.text.numbers import find_numbers


def quantities(text: str, language: str) -> tuple[list[str], str]:
    """The numbers of a text as words for comparing, and the text with a space in the place of each."""
    keys, kept, start = [], [], 0
    for number in find_numbers(text, language):
        keys.append(number.key)
        kept.append(text[start : number.span.start])
        start = number.span.end
    return keys, " ".join([*kept, text[start:]])
