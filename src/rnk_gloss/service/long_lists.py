"""What a long list begins with, before all of it is read."""

from __future__ import annotations

from rnk_gloss.model.selection import Beginning, EntrySelection, SegmentSelection
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store import entries, segments


def first_entry_ids(workspace: Workspace, selection: EntrySelection) -> Beginning:
    """The ids with which the list of selected entries begins, as far as a look at few entries tells."""
    with workspace.reading() as connection:
        return entries.first_entry_ids(connection, selection)


def first_segment_ids(workspace: Workspace, selection: SegmentSelection) -> Beginning:
    """The ids with which the list of selected segments begins, as far as a look at few segments tells."""
    with workspace.reading() as connection:
        return segments.first_segment_ids(connection, selection)


def has_entries(workspace: Workspace) -> bool:
    """Whether there is any entry."""
    with workspace.reading() as connection:
        return not entries.is_empty(connection)
