"""Steps of a path as beads that a person can judge: texts, confidence, flags and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rnk_gloss.align.confidence import Support, confidence, kinship
from rnk_gloss.align.lengths import compare
from rnk_gloss.align.path import Step
from rnk_gloss.align.reasons import LENGTH, reasons
from rnk_gloss.align.text_pair import TextPair
from rnk_gloss.align.words import QUANTITIES
from rnk_gloss.model.segment import Bead, Flag
from rnk_gloss.text.numbers import numbers_of_one_side

_ODD_LENGTH = 3.0  # standard deviations from the ratio of the document
_NOT_YET = 0.0  # a score takes the evidence of the neighbours


def beads(source: Sequence[str], target: Sequence[str], pair: TextPair, steps: Sequence[Step]) -> list[Bead]:
    """One bead for each step, in order."""
    found = [_bead(source, target, pair, step, _beside_omission(steps, number)) for number, step in enumerate(steps)]
    supports = [_support(pair, bead) for bead in found]
    return [
        replace(bead, score=_score(pair, step, bead, kinship(supports, number)))
        for number, (step, bead) in enumerate(zip(steps, found, strict=True))
    ]


def _support(pair: TextPair, bead: Bead) -> Support | None:
    if Flag.OMISSION in bead.flags:
        return None
    words = pair.costs.target.words[list(bead.target_indices)].sum()
    return Support(sum(reason.weight for reason in bead.evidence if reason.kind != LENGTH), int(words))


def _score(pair: TextPair, step: Step, bead: Bead, chance_of_kinship: float) -> float:
    beside = Flag.BESIDE_OMISSION in bead.flags
    return confidence(step, beside_omission=beside, dictionary=pair.dictionary, kinship=chance_of_kinship)


def _beside_omission(steps: Sequence[Step], number: int) -> bool:
    around = [*steps[max(0, number - 1) : number], *steps[number + 1 : number + 2]]
    return any(0 in step.shape for step in around)


def _bead(source: Sequence[str], target: Sequence[str], pair: TextPair, step: Step, beside: bool) -> Bead:
    rows = range(step.source, step.source + step.shape.source)
    columns = range(step.target, step.target + step.shape.target)
    source_text, target_text = "".join(source[row] for row in rows), " ".join(target[column] for column in columns)
    if not rows or not columns:
        return Bead(source_text, target_text, tuple(rows), tuple(columns), _NOT_YET, (Flag.OMISSION,))
    causes = {
        Flag.N_M: step.shape != (1, 1),
        Flag.BESIDE_OMISSION: beside,
        Flag.NUMBER: _numbers_differ(pair, rows, columns),
        Flag.LENGTH: compare(*pair.lengths(rows, columns), pair.costs.log_ratio)[1] > _ODD_LENGTH,
        Flag.SAME_TEXT: source_text.strip() == target_text.strip(),
    }
    flags = tuple(flag for flag, holds in causes.items() if holds)
    evidence = reasons(pair, rows, columns, target_text)
    return Bead(source_text, target_text, tuple(rows), tuple(columns), _NOT_YET, flags, evidence)


def _numbers_differ(pair: TextPair, rows: range, columns: range) -> bool:
    """Whether a side has a number that the other has not."""
    onward = pair.costs.onward
    source, target = onward.explaining.row(rows), onward.explained.row(columns)
    here = {form for word in source.tolist() if (form := pair.source_vocabulary[word].form).startswith(QUANTITIES)}
    there = {key for word in target.tolist() if (key := pair.target_vocabulary[word][0].key).startswith(QUANTITIES)}
    return any(numbers_of_one_side(here, there))
