"""Fuzzy matches: how alike two texts are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rnk_gloss.model.side import Side
from rnk_gloss.model.unit import Unit


class MatchKind(StrEnum):
    """What a match is worth, best first."""

    CONTEXT = "context"
    EXACT = "exact"
    VARIANT = "variant"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a query and a stored text, and the points that it costs."""

    kind: str
    query: str
    stored: str
    cost: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two texts are: `score` = `base` (edit distance of the match keys) less the costs, 0–100."""

    score: float
    base: float
    differences: tuple[Difference, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class ForbiddenUse:
    """A translation that uses the forbidden rendering `target` of a `term` of its source; `preferred` is the one to
    use, where the glossary has one."""

    term: str
    target: str
    preferred: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of the memory of which one `side` is like a query.

    `score` is 0–100, or 101 where its neighbours are the query's too. `differences` are those of the texts and, behind
    them, the penalties for the unit's origin.
    """

    score: float
    kind: MatchKind
    source: str
    target: str
    explanation: str
    differences: tuple[Difference, ...]
    unit: Unit
    side: Side = "source"
    forbidden: tuple[ForbiddenUse, ...] = ()
