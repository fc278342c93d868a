"""Source text that was left in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rnk_gloss.check.codes import without_codes
from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.span import Span
from rnk_gloss.text.script import is_japanese

_MOST_QUOTED = 5
_BETWEEN = "、。・「」『』（）！？：ー〜 \u3000"
# What stands in brackets, quotation marks or backquotes is given in Japanese on purpose: Kishida (岸田).
_ENCLOSED = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|“[^”]*”|\"[^\"]*\"|‘[^’]*’|'[^']*'|`[^`]*`|（[^（）]*）|「[^」]*」|『[^』]*』"
)


def check_nothing_there(source: str, target: str) -> Iterator[Finding]:
    """A translation that is empty, or the Japanese source itself."""
    if not target.strip():
        yield Finding(FindingKind.EMPTY)
    elif target.strip() == source.strip() and any(map(is_japanese, source)):
        yield Finding(FindingKind.SAME, target_span=Span(0, len(target)))


def check_leftovers(target: str) -> Iterator[Finding]:
    """Japanese that stands in a translation into another language, all of it as one finding that points at the first.

    What brackets or quotation marks enclose is left alone, where anything stands outside them.
    """
    spans = leftovers(target)
    enclosed = [match.span() for match in _ENCLOSED.finditer(target)]
    loose = [span for span in spans if not any(start <= span.start and span.end <= end for start, end in enclosed)]
    if loose:
        yield Finding(
            FindingKind.UNTRANSLATED,
            target_span=loose[0],
            found=tuple(target[start:end] for start, end in loose[:_MOST_QUOTED]),
        )


def leftovers(text: str) -> list[Span]:
    """The stretches of Japanese in a text, with the marks within them."""
    text = without_codes(text)
    spans: list[Span] = []
    for place, character in enumerate(text):
        if not is_japanese(character):
            continue
        if spans and all(one in _BETWEEN for one in text[spans[-1].end : place]):
            spans[-1] = Span(spans[-1].start, place + 1)
        else:
            spans.append(Span(place, place + 1))
    return spans
