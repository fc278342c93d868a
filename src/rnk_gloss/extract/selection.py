"""From proposals to terms: nested and peeled forms taken in, each form placed and weighed, spellings clustered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from rnk_gloss.extract.classes import text_of
from rnk_gloss.extract.fields import fields_of, words_of_fields
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import Nesting
from rnk_gloss.extract.occurrences import Place, find_occurrences
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.peeling import peeled
from rnk_gloss.extract.proposals import LONGEST_TERM, Proposal, Proposals, Rule
from rnk_gloss.extract.spellings import clusters
from rnk_gloss.extract.termhood import Company, Judge, Termhood
from rnk_gloss.extract.work import Work

# Each of the four parts of proposing is told in so many steps.
STEPS = 1000


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


def propose(
    passages: list[Passage], knowledge: Knowledge, progress: Callable[[int, int], None]
) -> tuple[Proposals, Nesting]:
    """All forms that the rules propose for the passages, those inside longer runs included. `progress` is told the
    steps done and in all."""
    proposals = Proposals(knowledge)
    steps = Work(4 * STEPS, progress)
    tell = steps.part(0, 0.25)
    for number, passage in enumerate(passages):
        proposals.read(number, passage)
        tell(number, len(passages))
    nesting = Nesting(knowledge, proposals.stands_alone)
    tell = steps.part(0.25, 0.5)
    for number, runs in enumerate(proposals.runs):
        for run in runs:
            nesting.see(run)
        tell(number, len(passages))
    proposals.field_words = _field_words(passages, proposals)
    for words, reason in nesting.accepted(proposals.field_words, steps.part(0.5, 0.75)):
        if proposals.add(words, Rule.NESTED):
            proposals.by_form[text_of(words)].reason = reason
    tell = steps.part(0.75, 1)
    for number, runs in enumerate(proposals.runs):
        for run in runs:
            for rest in peeled(run, knowledge, proposals.stands_alone) if len(run) <= LONGEST_TERM else ():
                proposals.add(rest, Rule.PEELED, number)
        tell(number, len(passages))
    return proposals, nesting


def settle(
    passages: list[Passage],
    proposals: Proposals,
    nesting: Nesting,
    knowledge: Knowledge,
    progress: Callable[[int, int], None],
) -> list[Term]:
    """The terms of a batch, best first; among equals the longer, then the one that sorts first. `progress` is told the
    steps done and in all."""
    found = find_occurrences(
        passages, proposals, nesting, proposals.by_form, lambda done, total: progress(done, 2 * total)
    )
    placed = {form: places for form, places in found.items() if places}
    judge = Judge(Company(run for runs in proposals.runs for run in runs), knowledge, proposals.field_words)
    gathered = clusters({form: len(placed[form]) for form in placed})
    terms = []
    for cluster in gathered:
        terms.append(_term(cluster, passages, proposals, placed, judge))
        progress(len(gathered) + len(terms), 2 * len(gathered))
    return sorted(terms, key=lambda term: (-term.termhood.score, -len(term.form), term.form))


def _field_words(passages: list[Passage], proposals: Proposals) -> frozenset[str]:
    """The words that are terms in the fields of any of the documents."""
    by_document: dict[int, list[str]] = defaultdict(list)
    for passage, runs in zip(passages, proposals.runs, strict=True):
        words = by_document[passage.document]
        for run in runs:
            words += [word.text for word in run]
            words += [text_of(run)] if len(run) > 1 else []
    return words_of_fields(field for words in by_document.values() for field in fields_of(words))


def _term(
    cluster: list[str], passages: list[Passage], proposals: Proposals, places: dict[str, list[Place]], judge: Judge
) -> Term:
    # Two writers who choose a spelling say more about usage than one who repeats it.
    documents = {form: len({passages[number].document for number, _ in places[form]}) for form in cluster}
    count = sum(len(places[form]) for form in cluster)
    head = max(cluster, key=lambda form: (documents[form], len(places[form]), len(form), form))
    proposal = proposals.by_form[head]
    merged = Proposal(proposal.words, set(), set(), proposal.reason)
    for form in cluster:
        merged.rules |= proposals.by_form[form].rules
    return Term(merged, {form: places[form] for form in sorted(cluster)}, judge.weigh(merged, count))
