"""From proposals to terms: nested and peeled forms taken in, each form placed and weighed, spellings clustered."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.extract.classes import text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import Nesting
from rnk_gloss.extract.occurrences import Place, find_occurrences
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.peeling import peeled
from rnk_gloss.extract.pieces import piece_count
from rnk_gloss.extract.proposals import Proposal, Proposals, Rule
from rnk_gloss.extract.spellings import clusters
from rnk_gloss.extract.termhood import Company, Judge, Termhood


@dataclass(frozen=True, slots=True)
class Term:
    """A settled term: its head form, all its forms with their places, and its termhood."""

    proposal: Proposal
    places: dict[str, list[Place]]
    termhood: Termhood

    @property
    def form(self) -> str:
        return self.proposal.form

    @property
    def forms(self) -> tuple[str, ...]:
        """The head form, then the other spellings, the most frequent first."""
        others = sorted(self.places, key=lambda form: (-len(self.places[form]), form))
        return (self.form, *(form for form in others if form != self.form))

    @property
    def count(self) -> int:
        return sum(map(len, self.places.values()))


def propose(passages: list[Passage], knowledge: Knowledge) -> tuple[Proposals, Nesting]:
    """All forms that the rules propose for the passages, those inside longer runs included."""
    proposals = Proposals(knowledge)
    for number, passage in enumerate(passages):
        proposals.read(number, passage)
    nesting = Nesting(knowledge, proposals.stands_alone)
    for runs in proposals.runs:
        for run in runs:
            nesting.see(run)
    _take_in_nested(proposals, nesting)
    for number, runs in enumerate(proposals.runs):
        for run in runs:
            for rest in peeled(run, knowledge, proposals.stands_alone):
                proposals.add(rest, Rule.PEELED, number)
    return proposals, nesting


def _take_in_nested(proposals: Proposals, nesting: Nesting) -> None:
    for words, reason in nesting.accepted(piece_count):
        if proposals.add(words, Rule.NESTED):
            proposals.by_form[text_of(words)].reason = reason


def settle(passages: list[Passage], proposals: Proposals, nesting: Nesting, knowledge: Knowledge) -> list[Term]:
    """The terms of a batch, best first; among equals the longer, then the one that sorts first."""
    found = find_occurrences(passages, proposals, nesting, proposals.by_form)
    placed = {form: places for form, places in found.items() if places}
    judge = Judge(Company(run for runs in proposals.runs for run in runs), knowledge, piece_count)
    terms = [
        _term(cluster, proposals, placed, judge) for cluster in clusters({form: len(placed[form]) for form in placed})
    ]
    return sorted(terms, key=lambda term: (-term.termhood.score, -len(term.form), term.form))


def _term(cluster: list[str], proposals: Proposals, places: dict[str, list[Place]], judge: Judge) -> Term:
    count = sum(len(places[form]) for form in cluster)
    head = max(cluster, key=lambda form: (len(places[form]), len(form), form))
    proposal = proposals.by_form[head]
    merged = Proposal(proposal.words, set(), set(), proposal.reason)
    for form in cluster:
        merged.rules |= proposals.by_form[form].rules
    return Term(merged, {form: places[form] for form in sorted(cluster)}, judge.weigh(merged, count))
