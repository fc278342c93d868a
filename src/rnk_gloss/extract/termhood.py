"""Termhood: how likely a form is a term, as a sum of weighed evidence.

The core is FLR (Nakagawa and Mori 2002, "A simple but powerful automatic term extraction method"): frequency times the
geometric mean of the left and right company that the form's words keep in the batch's noun runs. To its logarithm is
added what else speaks for or against the form.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from rnk_gloss.extract.classes import WordClass
from rnk_gloss.extract.generality import from_generality
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import Reason
from rnk_gloss.extract.pieces import piece_count
from rnk_gloss.extract.proposals import Proposal, Rule
from rnk_gloss.extract.runs import KATAKANA, Run, members_of
from rnk_gloss.extract.shape import Weighed, from_shape
from rnk_gloss.extract.wordlists import affixes, generic_words
from rnk_gloss.model.entry import Evidence
from rnk_gloss.model.evidence_details import TermReason

# One unit of the sum below is worth so many points of the score; a sum of MIDDLE stands at 50.
POINTS = 11.0
MIDDLE = 0.75
NESTED, NESTED_OF_FIELD = -1.5, -1.2
CENTRE = 50.0
# Beyond these the scale is bent, so that no sum reaches 0 or 100 and the order is kept.
KNEE = 10.0


class Company:
    """How many words stand left and right of each word in the noun runs."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._left: Counter[str] = Counter()
        self._right: Counter[str] = Counter()
        for run in runs:
            words = [word.text for word in run if word.kind is not WordClass.MIDDOT]
            for before, after in pairwise(words):
                self._right[before] += 1
                self._left[after] += 1

    def neighbours(self, words: Iterable[str]) -> tuple[int, int]:
        """The left and right neighbours of all words together."""
        listed = list(words)
        return sum(self._left[word] for word in listed), sum(self._right[word] for word in listed)

    def log_mean(self, words: Iterable[str]) -> float:
        """The logarithm of FLR's geometric mean over the words, 0 for words that stand alone always."""
        listed = list(words)
        logs = [math.log(self._left[word] + 1) + math.log(self._right[word] + 1) for word in listed]
        return sum(logs) / (2 * max(1, len(logs)))


@dataclass(frozen=True, slots=True)
class Termhood:
    """A form's score 0–100 and the evidence whose weights, in points, add up to it."""

    score: float
    evidence: tuple[Evidence, ...]


class Judge:
    """Weighs proposals against each other's company and the dictionary."""

    def __init__(self, company: Company, knowledge: Knowledge, field_words: Collection[str] = frozenset()) -> None:
        self._company = company
        self._knowledge = knowledge
        self._field_words = field_words

    def weigh(self, proposal: Proposal, count: int) -> Termhood:
        """The termhood of a form that occurs `count` times."""
        words = tuple(word for word in proposal.words if word.kind is not WordClass.MIDDOT)
        found = [
            self._flr(words, count),
            *_from_rules(proposal),
            *from_shape(proposal.form, words, self._knowledge),
            *self._from_dictionary(proposal, words),
            *from_generality(proposal, words, count, self._field_words, self._knowledge),
        ]
        evidence = tuple(
            Evidence(kind, str(detail), round(weight * POINTS, 1))
            for kind, detail, weight in found
            if weight or kind == "FLR"
        )
        score = scale(sum(weight for _, _, weight in found))
        start = Evidence("start", TermReason.START.of(), CENTRE)
        bend = round(score - CENTRE - sum(item.weight for item in evidence), 1)
        if abs(bend) >= 1:
            evidence = (*evidence, Evidence("scale", TermReason.SCALE.of(), bend))
        return Termhood(score, (start, *evidence))

    def _flr(self, words: Run, count: int) -> Weighed:
        texts = [word.text for word in words]
        left, right = self._company.neighbours(texts)
        counted = TermReason.ONE_OCCURRENCE if count == 1 else TermReason.OCCURRENCES
        detail = counted.of(count=count, left=left, right=right)
        return "FLR", detail, math.log(1 + max(1, count)) + 0.5 * self._company.log_mean(texts) - MIDDLE

    def _from_dictionary(self, proposal: Proposal, words: Run) -> Iterable[Weighed]:
        form = proposal.form
        facts = self._knowledge.of(form)
        if len(words) == 1 and words[0].is_proper:
            yield "proper noun", TermReason.PROPER_NOUN, 1.3
        elif any(word.is_proper for word in words):
            yield "proper noun", TermReason.HOLDS_PROPER_NOUN, 0.5
        elif len(words) == 1 and facts.is_capitalised:
            yield "proper noun", TermReason.NAME_BY_ENGLISH, 1.0
        if facts.fields:
            yield "dictionary", TermReason.FIELD_IN_DICTIONARY.of(fields=", ".join(sorted(facts.fields))), 0.7
        if (KATAKANA.fullmatch(form) or len(form) >= 4) and (facts.is_place or "organization" in facts.name_types):
            yield "dictionary", TermReason.PLACE_OR_ORGANISATION, 0.5
        if facts.is_word and form[-1] not in affixes("formal suffixes") and piece_count(form) >= 2:
            entry = facts.entries[0]
            yield "dictionary", TermReason.IN_DICTIONARY.of(number=entry.number), 0.9


def _from_rules(proposal: Proposal) -> Iterable[Weighed]:
    rules = proposal.rules
    members = members_of(proposal.words)
    if len(members) > 1 and any(len(member) == 1 and member[0].text in generic_words() for member in members):
        yield "whole", TermReason.GENERAL_COORDINATION, -1.0
    if Rule.GLOSS in rules:
        yield "gloss", TermReason.GLOSSED, 1.2
    if Rule.QUOTED in rules:
        yield "quotation", TermReason.QUOTED, 0.7
    if Rule.PERSON in rules:
        yield "person", TermReason.NAMED_PERSON, 1.5
    if rules == {Rule.POST}:
        yield "whole", TermReason.POST_WITH_ORGANISATION, -2.0
    elif rules <= {Rule.POST, Rule.MEMBER}:
        yield "whole", TermReason.MEMBER, -1.0
    if rules == {Rule.TITLED}:
        yield "person", TermReason.PERSON_WITH_TITLE, 0.3
    if rules == {Rule.NESTED}:
        weight = NESTED_OF_FIELD if proposal.reason == Reason.FIELD else NESTED
        yield "nested", TermReason.NESTED.of(reason=proposal.reason), weight


def scale(total: float) -> float:
    """The score 0–100 of a sum of weights: linear from KNEE to 100 − KNEE, bent beyond without losing the order."""
    score = CENTRE + POINTS * total
    if score > 100 - KNEE:
        return 100 - KNEE * math.exp((100 - KNEE - score) / KNEE)
    if score < KNEE:
        return KNEE * math.exp((score - KNEE) / KNEE)
    return score
