"""What can be asked of aligned segments: the conditions of a selection, each a plain value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rnk_gloss.model.entry_conditions import InDocument, ScoreBetween, StatusIs

if TYPE_CHECKING:
    # A lookup loads this module, and needs nothing of what segments are.
    from rnk_gloss.model.segment import Flag


@dataclass(frozen=True, slots=True)
class SegmentHolds:
    """One of the two texts holds one of `texts`."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    """The segment has one of these flags; without any, no flag at all."""

    flags: tuple[Flag, ...]


PlainSegmentCondition: TypeAlias = SegmentHolds | Flagged | StatusIs | ScoreBetween | InDocument


@dataclass(frozen=True, slots=True)
class NotSegment:
    """The condition does not hold."""

    condition: PlainSegmentCondition


SegmentCondition: TypeAlias = PlainSegmentCondition | NotSegment
