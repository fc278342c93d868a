"""Quoted terms: what stands in quotation marks and is short and nominal, not a sentence that somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rnk_gloss.extract.classes import IN_RUNS, Word, WordClass
from rnk_gloss.extract.runs import Run
from rnk_gloss.model.span import Span

QUOTATION = re.compile(r"[「『“]([^「」『』“”。、,!?]{2,22})[」』”]")
# Particles that relate a noun to a verb, and degrees: with one of these a quotation is a clause or a judgement.
CLAUSE_WORDS = frozenset(
    {"は", "が", "を", "に", "へ", "も", "と", "から", "まで", "最も", "とても", "非常に", "極めて"}
)
MOST_PARTICLES = 2
NO_BEGINNING = frozenset({WordClass.ADVERBIAL, WordClass.PRONOUN, WordClass.OTHER, WordClass.COUNTER})


def quoted_places(sentence: str) -> Iterator[Span]:
    """The insides of the short quotations in a sentence."""
    for found in QUOTATION.finditer(sentence):
        yield Span(*found.span(1))


def quoted_term(words: Sequence[Word]) -> Run | None:
    """The words of a quotation as a term (開かれた社会 …), or None where it is a clause."""
    if not words or any(word.text in CLAUSE_WORDS for word in words):
        return None
    kinds = [word.kind for word in words]
    particles = kinds.count(WordClass.OTHER)
    if kinds[0] in NO_BEGINNING or kinds[-1] not in IN_RUNS or particles > MOST_PARTICLES:
        return None
    if WordClass.ADVERBIAL in kinds:
        return None
    return tuple(words)
