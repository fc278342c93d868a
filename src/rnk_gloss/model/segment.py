"""Alignment and memory: beads as the aligner finds them, segments as the store keeps them, units of the memory."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rnk_gloss.model.entry import Evidence, Status
from rnk_gloss.model.span import Span
from rnk_gloss.model.unit import Alignment, Property, Unit

__all__ = [
    "AlignedSegment",
    "Alignment",
    "Bead",
    "DocumentProgress",
    "Flag",
    "KeptSegment",
    "Property",
    "Segment",
    "SegmentCounts",
    "ShapedSegment",
    "Unit",
]


class Flag(StrEnum):
    """What a reviewer should look at in a bead."""

    N_M = "n-m"
    BESIDE_OMISSION = "beside an omission"
    OMISSION = "omission"
    NUMBER = "number differs"
    LENGTH = "length"
    SAME_TEXT = "same text"
    TERM = "term missing"


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other; one side is empty for an omission or an addition.

    Indices count the sentences given to the aligner. Spans count characters of the original texts where these are
    known (`align_texts`), else they are None. `score` is the confidence 0–100 that the bead is right.
    """

    source: str
    target: str
    source_indices: tuple[int, ...]
    target_indices: tuple[int, ...]
    score: float
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    source_span: Span | None = None
    target_span: Span | None = None


class AlignedSegment(NamedTuple):
    """Two texts that translate each other: the index of their document in a batch, and the span of the source in its
    original where it is known."""

    document: int
    source: str
    target: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class KeptSegment:
    """A segment that a new alignment leaves as a person made it, with its places in the originals as they are now."""

    id: int
    source: str
    target: str
    source_span: Span | None
    target_span: Span | None


@dataclass(frozen=True, slots=True)
class ShapedSegment:
    """What a person made of neighbouring segments: two texts, their places, and how many sentences stand in each."""

    source: str
    target: str
    source_span: Span | None
    target_span: Span | None
    shape: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of the memory seen as a bead of its document, in review. Spans count characters of the two originals.

    `document` is the path of the source document, `document_id` its id. `edited` says that a person changed the text,
    `decided` that a person did anything about it: decided its status, edited, merged, split or shifted it, or noted
    something. A new alignment works around decided segments.
    """

    id: int
    document: str
    number: int
    source: str
    target: str
    source_span: Span | None
    target_span: Span | None
    score: float
    status: Status
    flags: tuple[Flag, ...]
    shape: str = "1-1"
    edited: bool = False
    decided: bool = False
    document_id: int = 0


@dataclass(frozen=True, slots=True)
class SegmentCounts:
    """How many segments stand in each status; `flagged` of the candidates have a flag."""

    candidates: int = 0
    approved: int = 0
    rejected: int = 0
    flagged: int = 0

    @property
    def total(self) -> int:
        return self.candidates + self.approved + self.rejected


@dataclass(frozen=True, slots=True)
class DocumentProgress:
    """How far the review of a document's segments is; `id` and `path` are those of the source document."""

    id: int
    path: str
    counts: SegmentCounts
