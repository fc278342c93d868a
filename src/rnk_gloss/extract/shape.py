"""What the shape of a form says for or against its being a term: length, script, first and last words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.peeling import described_name
from rnk_gloss.extract.runs import KATAKANA, Run, joins_terms
from rnk_gloss.extract.wordlists import affixes, generic_words, sections
from rnk_gloss.model.evidence_details import TermReason

# The kind of evidence, what it says in words, and its weight in the judge's sum.
Weighed = tuple[str, str, float]

LONG_WORDS, LONG_FORM = 6, 14
CODE = re.compile(r"(?:[A-Z][A-Za-z]*|[a-z]{1,2}[A-Z])[A-Z0-9][A-Za-z0-9\-]*")
ARTICLE = frozenset({"条", "項", "章"})


def from_shape(form: str, words: Run, knowledge: Knowledge) -> Iterator[Weighed]:
    """The evidence of a form's shape; `words` are its words without middle dots."""
    facts = knowledge.of(form)
    if CODE.fullmatch(form):
        yield "shape", TermReason.CODE, 1.0
    if KATAKANA.fullmatch(form) and not facts.is_word:
        yield "shape", TermReason.UNKNOWN_KATAKANA, 0.8
    if len(words) >= 2 and not (len(words) == 2 and _begins_with_negation(words)):
        yield "shape", TermReason.COMPOUND.of(count=len(words)), 0.6
    if len(words) >= LONG_WORDS or len(form) >= LONG_FORM:
        yield "shape", TermReason.VERY_LONG, -0.5
    if any(word.kind is WordClass.ADVERBIAL for word in words):
        yield "shape", TermReason.ADVERBIAL, -1.0
    if not facts.fields:
        yield from _abstract(form, words, knowledge)
    if words[-1].text.endswith("的"):
        yield "shape", TermReason.LIKE_ADJECTIVE, -2.5
    if len(words) >= 2 and not facts.is_word:
        yield from _loose_ends(words, knowledge)


def _begins_with_negation(words: Run) -> bool:
    """Whether a form is 不, 未, 無 … and a word, which make one word and no compound."""
    return words[0].kind is WordClass.PREFIX and words[0].text in affixes("binding prefixes")


def _abstract(form: str, words: Run, knowledge: Knowledge) -> Iterator[Weighed]:
    if form.endswith("化"):
        if len(words) == 1 and (form[:-1] in generic_words() or knowledge.of(form[:-1]).commonness):
            yield "shape", TermReason.GENERAL_PROCESS, -1.0
        if not knowledge.of(form).entries:
            yield "shape", TermReason.UNKNOWN_PROCESS, -1.0
    if form.endswith("性") and len(words) == 1:
        yield "shape", TermReason.QUALITY, -0.4
    if len(form) > 2 and form[-1] in "さ味" and (len(words) == 1 or words[-1].kind is WordClass.SUFFIX):
        yield "shape", TermReason.ADJECTIVE_AS_NOUN, -2.0


def _loose_ends(words: Run, knowledge: Knowledge) -> Iterator[Weighed]:
    first, last = words[0], words[-1]
    if last.text in affixes("never last"):
        yield "loose end", TermReason.ONLY_QUALIFIES.of(word=last.text), -1.5
    if last.text in affixes("loose heads"):
        yield "loose end", TermReason.EMPTY_HEAD.of(word=last.text), -1.2
    if last.text in affixes("place relations") and any(word.is_proper for word in words[:-1]):
        yield "loose end", TermReason.NEAR_PLACE, -1.5
    if first.text in affixes("place qualifiers") and words[1].is_proper:
        yield "loose end", TermReason.DESCRIBED_PLACE, -1.5
    if described_name(words, knowledge):
        yield "loose end", TermReason.DESCRIBED_NAME, -1.5
    if first.text in affixes("former posts") and not last.is_proper:
        yield "loose end", TermReason.FORMER_POST.of(word=first.text), -0.8
    if any(joins_terms(word) for word in words[1:-1]) or (last.text not in affixes("joiners") and joins_terms(last)):
        yield "loose end", TermReason.RELATED_TERMS, -0.8
    if last.text in ARTICLE and text_of(words[:-3]) in sections("heads.txt")["document"]:
        yield "loose end", TermReason.ARTICLE_OF_NOTHING, -1.5
    if last.kind is WordClass.NUMERAL and first.kind is WordClass.NOUN and not knowledge.of(first.text).is_capitalised:
        yield "loose end", TermReason.NUMBERED_WORD, -1.2
