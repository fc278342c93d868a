"""How far the review of aligned segments is, and how one of them stands out from its document."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.segment import DocumentProgress, Segment, SegmentCounts
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store import segment_progress


def segment_counts(workspace: Workspace, document: int | None = None) -> SegmentCounts:
    """How many segments stand in each status: of all documents, or of the one with this id."""
    with workspace.reading() as connection:
        return segment_progress.segment_counts(connection, document)


def document_progress(workspace: Workspace) -> list[DocumentProgress]:
    """The documents that have segments, by path, with the counts of each."""
    with workspace.reading() as connection:
        return segment_progress.document_progress(connection)


def first_flagged(workspace: Workspace, keys: Sequence[int]) -> int | None:
    """The place among these ids of the first segment that is flagged and not decided; None where there is none."""
    with workspace.reading() as connection:
        return segment_progress.first_flagged(connection, keys)


def relative_length(workspace: Workspace, segment: Segment) -> float | None:
    """How long the translation of a segment is, in characters, compared with what is usual in its document for a source
    of its length: 1 is usual, 2 twice as long. None where a side is missing."""
    if not segment.source or not segment.target:
        return None
    with workspace.reading() as connection:
        usual = segment_progress.usual_length(connection, segment.document_id)
    return len(segment.target) / len(segment.source) / usual if usual else None
