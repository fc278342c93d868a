"""What a term names, as far as the evidence goes."""

from __future__ import annotations

import re

from rnk_gloss.extract.classes import NameKind, Word
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.proposals import Proposal, Rule
from rnk_gloss.extract.wordlists import heads, titles

TERM = "term"
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&]{1,7}|[a-z][A-Z][A-Z0-9&]{1,7}")
LONGEST_HEAD = 8
PERSON_RULES = frozenset({Rule.PERSON, Rule.TITLED})
WHOLE_NAMES = (("organization", "organisation"), ("company", "organisation"), ("place", "place"), ("person", "person"))


def category_of(proposal: Proposal, knowledge: Knowledge) -> str:
    """The category of a form: person, country, place, organisation, document, event, weapon, title, abbreviation,
    shorthand, or `term` where nothing tells."""
    form, words = proposal.form, proposal.words
    if Rule.SHORTHAND in proposal.rules:
        return "shorthand"
    if ABBREVIATION.fullmatch(form):
        return "abbreviation"
    if proposal.rules & PERSON_RULES or (len(words) == 1 and words[0].name is NameKind.PERSON):
        return "person"
    if form in titles() or any(form[start:] in titles() for start in range(1, len(form) - 1)):
        return "title"
    if (category := heads().get(_organisation_head(form))) == "organisation":
        return category
    return _by_name(words, form, knowledge) or _by_head(form, knowledge)


def _organisation_head(form: str) -> str:
    """The longest head of two and more letters that ends a longer form; such a name is of no place (日本銀行)."""
    longest = min(LONGEST_HEAD, len(form) - 1)
    return next((form[-length:] for length in range(longest, 1, -1) if form[-length:] in heads()), "")


def _by_name(words: tuple[Word, ...], form: str, knowledge: Knowledge) -> str:
    if len(words) == 1 and words[0].name is NameKind.COUNTRY:
        return "country"
    if len(words) == 1 and words[0].name is NameKind.PLACE:
        return "place"
    facts = knowledge.of(form)
    if words[-1].name is NameKind.PLACE:
        return "place"
    if facts.is_word and not words[-1].is_proper:
        return ""
    return next((category for kind, category in WHOLE_NAMES if kind in facts.name_types), "")


def _by_head(form: str, knowledge: Knowledge) -> str:
    for length in range(min(LONGEST_HEAD, len(form)), 0, -1):
        head = form[-length:]
        category = heads().get(head)
        # One character is a head only in what is written wholly as a name or compound of two words.
        if category and (length > 1 or (len(form) > 2 and not knowledge.of(form[-2:]).is_word)):
            return category
    return TERM
