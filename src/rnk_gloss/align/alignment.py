"""Beads of two texts that are given as sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.segment import Bead

if TYPE_CHECKING:
    from rnk_gloss.align.cost import Costs
    from rnk_gloss.align.path import Step

__all__ = ["Omissions", "align_sentences"]

# So many sentences show how freely the translator worked; more would only take time.
_SENTENCES_OF_SAMPLE = 1_000


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    *,
    lexicon: Lexicon,
    source_breaks: Collection[int] = (),
    target_breaks: Collection[int] = (),
    known_pairs: Iterable[tuple[str, str]] = (),
    omissions: Omissions = Omissions.SOME,
    fixed: Sequence[tuple[range, range]] = (),
) -> list[Bead]:
    """Beads that cover every Japanese and every English sentence exactly once, in order.

    `source_breaks` and `target_breaks` are the indices of sentences that begin a paragraph; they count where both are
    given. `known_pairs` are glossary entries or approved units (source, target): where both sides of one stand, that
    weighs about as much as anything can. Without a dictionary (`lexicon.available` False) lengths, numbers, names and
    Latin words decide, and what a first alignment by them teaches about the other words. `fixed` are beads that a
    person decided on, in order: the runs of source and of target sentences of each; the rest is aligned between them. A
    bead's `score` is the chance, 0–100, that it is right; its evidence weighs in nats.

    Method: dynamic programming over beads up to 1-8, 8-1 and 3-3 (Gale and Church 1993) that maximises a lexical
    log-likelihood ratio in both directions (IBM model 1, Brown et al. 1993) with the likelihood of the lengths. Long
    texts are cut where both surely run side by side; time and memory grow linearly.
    """
    # numpy costs 140 ms: everything below is loaded when a text is aligned, not when a command starts.
    from rnk_gloss.align.beads import beads
    from rnk_gloss.align.learning import learned
    from rnk_gloss.align.text_pair import text_pair
    from rnk_gloss.align.windows import path

    pair = text_pair(
        source,
        target,
        lexicon,
        source_breaks=source_breaks,
        target_breaks=target_breaks,
        known_pairs=known_pairs,
        omission=omissions.cost,
    )

    def aligned(costs: Costs) -> list[Step]:
        return path(costs, fixed)

    pair = learned(pair, aligned)
    found = _as_freely_as_here(pair.costs, fixed) if omissions is Omissions.SOME else aligned(pair.costs)
    return beads(source, target, pair, found)


def _as_freely_as_here(costs: Costs, fixed: Sequence[tuple[range, range]]) -> list[Step]:
    """The best path, with omissions as likely as they are in this text."""
    from rnk_gloss.align.omission_rate import learned_cost
    from rnk_gloss.align.windows import borders, steps

    inner = borders(costs)
    first = list(takewhile(lambda step: step.source < _SENTENCES_OF_SAMPLE, steps(costs, inner, fixed)))
    whole = len(costs.source) <= _SENTENCES_OF_SAMPLE
    learned = learned_cost(costs.omission, first, min(costs.onward.coverage, costs.back.coverage))
    if whole and learned <= costs.omission and not any(0 in step.shape for step in first):
        # Nothing was left out, and dearer omissions make no other path better.
        return first
    return list(steps(replace(costs, omission=learned), inner, fixed))
