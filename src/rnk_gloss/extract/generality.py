"""What general language says against a form: words of any text, common words, and verbs' nouns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rnk_gloss.extract.classes import WordClass
from rnk_gloss.extract.knowledge import Facts, Knowledge
from rnk_gloss.extract.pieces import piece_count
from rnk_gloss.extract.proposals import Proposal, Rule
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.shape import Weighed
from rnk_gloss.extract.wordlists import affixes, generic_words, heads
from rnk_gloss.model.evidence_details import TermReason

FREQUENT_BANDS = 6
HIRAGANA = re.compile(r"[ぁ-ん]")
COMPOUND = re.compile(r"(?=.*[一-龥々A-Za-z])[一-龥々ァ-ヶーA-Za-z0-9]{3,}")
LONG_KATAKANA = 5
ONCE, ONCE_COMPOUND = -0.7, -0.3
DOUBTFUL_CLASSES = frozenset({WordClass.ADJECTIVAL, WordClass.ADVERBIAL})
CONFIRMED = frozenset({Rule.QUOTED, Rule.GLOSS, Rule.PERSON})


def from_generality(
    proposal: Proposal, words: Run, count: int, field_words: Collection[str], knowledge: Knowledge
) -> Iterator[Weighed]:
    """The evidence for a form from general language; `field_words` are terms of the texts' fields."""
    form = proposal.form
    if form in field_words:
        yield "subject field", TermReason.OF_FIELD, 0.6 if form in generic_words() else 1.0
    elif form in generic_words():
        yield "general word", TermReason.OF_ANY_TEXT, -4.0
    if len(words) >= 2:
        yield from _compound(form, words, knowledge)
    elif not words[0].is_proper and not proposal.rules & CONFIRMED:
        yield from _single(form, words[0].kind, count, form in field_words, knowledge.of(form))


def _compound(form: str, words: Run, knowledge: Knowledge) -> Iterator[Weighed]:
    last = words[-1].text
    if all(word.text in generic_words() for word in words):
        yield "general word", TermReason.WORDS_OF_ANY_TEXT, -0.8
    if form not in generic_words() and not knowledge.of(form).is_word:
        if last in affixes("action tails"):
            yield "general word", TermReason.ENDS_WITH_ACTION.of(word=last), -0.9
        elif last in generic_words() and last not in heads():
            yield "general word", TermReason.GENERAL_HEAD.of(word=last), -0.5
    common = sum(knowledge.of(word.text).commonness for word in words) / len(words)
    yield "general word", TermReason.NEWSPAPER_WORDS, -0.12 * common


def _single(form: str, kind: WordClass, count: int, of_field: bool, facts: Facts) -> Iterator[Weighed]:
    is_compound = COMPOUND.fullmatch(form) is not None and piece_count(form) >= 2
    share = 0.4 if of_field or is_compound or facts.is_capitalised else 1.0
    yield "general word", TermReason.NEWSPAPER_WORD, -0.35 * share * facts.commonness
    if facts.band is not None and facts.band < FREQUENT_BANDS:
        detail = TermReason.FREQUENT.of(count=facts.band * 500)
        yield "general word", detail, -0.3 * share * (FREQUENT_BANDS - facts.band)
    if kind in DOUBTFUL_CLASSES:
        yield "general word", TermReason.ADJECTIVAL, -1.5
    if kind is WordClass.VERBAL_NOUN and not of_field:
        yield "general word", TermReason.VERBAL_NOUN, -0.3
    is_rare_loan = KATAKANA.fullmatch(form) is not None and len(form) >= LONG_KATAKANA and not facts.commonness
    if count == 1 and not (of_field or is_rare_loan or facts.is_capitalised):
        yield "general word", TermReason.ONCE, ONCE_COMPOUND if is_compound else ONCE
    if HIRAGANA.search(form) and not of_field:
        yield "general word", TermReason.HIRAGANA, -0.8
