"""Cutting a text into sentences, with their places."""

from __future__ import annotations

import re

from rnk_gloss.model.span import Span
from rnk_gloss.text.endless_sentences import ends_in_endless_sentences
from rnk_gloss.text.english_sentences import english_sentence_ends
from rnk_gloss.text.japanese_quotations import ends_for_alignment
from rnk_gloss.text.japanese_sentences import japanese_sentence_ends, uses_western_stops

_LINE = re.compile(r"[^\n\r]+")
_JAPANESE = re.compile(r"[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff66-\uff9d\U00020000-\U0003fffd、。]")


def sentence_spans(text: str, language: str = "ja", *, for_alignment: bool = False) -> list[Span]:
    """The places of a text's sentences in order: disjoint, without white space at their ends, nothing left out.

    A line break always ends a sentence. `language` is a BCP 47 code of which the first part counts: `ja` gets the
    Japanese rules, every other language those for Latin script. A line without any Japanese character, such as a
    bibliographic reference, is cut by the Latin rules in either case. With `for_alignment`, Japanese
    quotations are cut as `ends_for_alignment` says. The time grows with the length of the text.
    """
    is_japanese = language.replace("_", "-").split("-")[0].lower() == "ja"
    western_stops = is_japanese and uses_western_stops(text)
    spans: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if is_japanese and _JAPANESE.search(line):
            ends = japanese_sentence_ends(line, western_stops=western_stops)
            if for_alignment:
                ends = ends_for_alignment(line, ends, western_stops=western_stops)
        else:
            ends = english_sentence_ends(line)
        if for_alignment:
            ends = ends_in_endless_sentences(line, ends, japanese=is_japanese)
        start = 0
        for end in [*ends, len(line)]:
            sentence = line[start:end]
            inner = sentence.strip()
            if inner:
                first = match.start() + start + len(sentence) - len(sentence.lstrip())
                spans.append(Span(first, first + len(inner)))
            start = end
    return spans


def split_sentences(text: str, language: str = "ja") -> list[str]:
    """The sentences of a text in order, without white space at their ends; the rules are those of `sentence_spans`."""
    return [text[start:end] for start, end in sentence_spans(text, language)]
