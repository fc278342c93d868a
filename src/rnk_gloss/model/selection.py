"""Which entries, segments or units are asked for, and in which order."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from rnk_gloss.model.status import Status

if TYPE_CHECKING:
    from rnk_gloss.model.entry_conditions import Condition
    from rnk_gloss.model.segment_conditions import SegmentCondition

# The score from which a candidate is shown without being asked for: about four terms for 100 characters stand above it.
DEFAULT_CUT = 50.0


class EntryOrder(StrEnum):
    """Orders of a list of entries; all are made total by the id. By document is by the first place in the first one;
    what stands nowhere comes last."""

    SCORE = "score"
    COUNT = "count"
    READING = "reading"
    SOURCE = "source"
    DOCUMENT = "document"
    NEWEST = "newest"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class EntrySelection:
    """Entries with one of `statuses` (empty: any), of at least `minimum_score` (an approved entry passes always), of a
    subject field where given, for which all `conditions` hold."""

    statuses: tuple[Status, ...] = ()
    minimum_score: float = 0.0
    subject: str | None = None
    conditions: tuple[Condition, ...] = ()
    order: EntryOrder = EntryOrder.SCORE


class SegmentOrder(StrEnum):
    """Orders of a list of segments."""

    DOCUMENT = "document"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class SegmentSelection:
    """Aligned segments with one of `statuses` (empty: any), of documents whose path holds `document`, of the one with
    the id `document_id`, flagged, holding `text`, of at least `minimum_score`; `whole` ones have both sides and no
    flag. All `conditions` hold for each."""

    statuses: tuple[Status, ...] = ()
    document: str | None = None
    flagged: bool = False
    text: str | None = None
    minimum_score: float = 0.0
    whole: bool = False
    order: SegmentOrder = SegmentOrder.DOCUMENT
    document_id: int | None = None
    conditions: tuple[SegmentCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitSelection:
    """Units of the memory with one of `statuses` (empty: any), between two languages where given, of documents whose
    name holds `document`; omissions, which have one side only, with `one_sided`."""

    statuses: tuple[Status, ...] = ()
    source_language: str | None = None
    target_language: str | None = None
    one_sided: bool = False
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The ids with which a list begins, as far as they are quickly known; `is_whole` says that there are no others."""

    keys: array[int] = field(default_factory=lambda: array("q"))
    is_whole: bool = False
