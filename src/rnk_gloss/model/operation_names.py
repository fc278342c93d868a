"""How operations on the store are called: the names that the history shows, and those of undo and redo."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.status import Status, Usage
from rnk_gloss.model.template import Template


class OperationName(Template):
    """The names of operations; `entry`, `other`, `segment` and `sentence` are ids, `count` says how many they are."""

    EXTRACT_MORE = "extract {path} and {count} more"
    EXTRACT = "extract {path}"
    IMPORT = "import {path}"
    REALIGN = "realign {path}"
    ADD_UNITS = "add units"
    ADD_ENTRY = "add entry {term}"
    APPROVE_ENTRY = "approve entry {entry}"
    APPROVE_ENTRIES = "approve {count} entries"
    REJECT_ENTRY = "reject entry {entry}"
    REJECT_ENTRIES = "reject {count} entries"
    REOPEN_ENTRY = "reopen entry {entry}"
    REOPEN_ENTRIES = "reopen {count} entries"
    SET_SUBJECT = "set the subject of entry {entry}"
    SET_SUBJECTS = "set the subject of {count} entries"
    EDIT_ENTRY = "edit entry {entry}"
    PREFER = "mark preferred in entry {entry}"
    ADMIT = "mark admitted in entry {entry}"
    FORBID = "mark forbidden in entry {entry}"
    MERGE_ENTRIES = "merge {count} into entry {entry}"
    KEEP_APART = "keep entries {entry} and {other} apart"
    APPROVE_SEGMENT = "approve segment {segment}"
    APPROVE_SEGMENTS = "approve {count} segments"
    REJECT_SEGMENT = "reject segment {segment}"
    REJECT_SEGMENTS = "reject {count} segments"
    REOPEN_SEGMENT = "reopen segment {segment}"
    REOPEN_SEGMENTS = "reopen {count} segments"
    EDIT_SEGMENT = "edit segment {segment}"
    MERGE_SEGMENTS = "merge segments"
    SPLIT_SEGMENT = "split segment {segment}"
    MOVE_SENTENCE = "move a sentence of segment {segment}"
    TRANSLATE = "translate sentence {sentence}"
    DRAFT = "draft sentence {sentence}"
    REJECT_SENTENCE = "reject sentence {sentence}"


_Name = OperationName
_ENTRY_DECISIONS = {
    Status.APPROVED: (_Name.APPROVE_ENTRY, _Name.APPROVE_ENTRIES),
    Status.REJECTED: (_Name.REJECT_ENTRY, _Name.REJECT_ENTRIES),
    Status.CANDIDATE: (_Name.REOPEN_ENTRY, _Name.REOPEN_ENTRIES),
}
_SEGMENT_DECISIONS = {
    Status.APPROVED: (_Name.APPROVE_SEGMENT, _Name.APPROVE_SEGMENTS),
    Status.REJECTED: (_Name.REJECT_SEGMENT, _Name.REJECT_SEGMENTS),
    Status.CANDIDATE: (_Name.REOPEN_SEGMENT, _Name.REOPEN_SEGMENTS),
}
_USAGES = {Usage.PREFERRED: _Name.PREFER, Usage.ADMITTED: _Name.ADMIT, Usage.FORBIDDEN: _Name.FORBID}
_TRANSLATIONS = {
    Status.APPROVED: _Name.TRANSLATE, Status.CANDIDATE: _Name.DRAFT, Status.REJECTED: _Name.REJECT_SENTENCE,
}  # fmt: skip


def of_entries(status: Status, keys: Sequence[int]) -> str:
    """The name of a decision on entries: the id of a single one, else how many they are."""
    one, many = _ENTRY_DECISIONS[status]
    return one.of(entry=keys[0]) if len(keys) == 1 else many.of(count=len(keys))


def of_segments(status: Status, keys: Sequence[int]) -> str:
    """The name of a decision on segments, as `of_entries`."""
    one, many = _SEGMENT_DECISIONS[status]
    return one.of(segment=keys[0]) if len(keys) == 1 else many.of(count=len(keys))


def of_subject(keys: Sequence[int]) -> str:
    """The name of giving entries a subject field, as `of_entries`."""
    one, many = _Name.SET_SUBJECT, _Name.SET_SUBJECTS
    return one.of(entry=keys[0]) if len(keys) == 1 else many.of(count=len(keys))


def of_usage(usage: Usage, entry: int) -> str:
    """The name of saying how a target of an entry is to be used."""
    return _USAGES[usage].of(entry=entry)


def of_translation(status: Status, sentence: int) -> str:
    """The name of storing a translation; a candidate is a draft."""
    return _TRANSLATIONS[status].of(sentence=sentence)
