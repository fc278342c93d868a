"""Review: what people decide about entries and segments, each decision one undoable operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.errors import ConflictError, UsageError
from rnk_gloss.model import operation_names
from rnk_gloss.model.entry import Entry, Origin, Status, Usage
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.door import Writer
from rnk_gloss.store.entries import entries, entries_with_fold, entry
from rnk_gloss.store.entry_changes import (
    add_entry,
    edit_fields,
    merge_entries,
    put_target,
    remove_target,
    set_status,
)
from rnk_gloss.store.likenesses import set_apart
from rnk_gloss.store.segments import segment
from rnk_gloss.store.unit_changes import edit_unit, set_unit_status
from rnk_gloss.store.units import unit
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import fold_key, nfc
from rnk_gloss.text.readings import reading_of, romaji

# Longer than any term: a whole paragraph that was pasted by mistake is not one.
LONGEST_TERM = 400


@dataclass(frozen=True, slots=True)
class EntryEdit:
    """What to change of an entry; None leaves a field as it is.

    `targets` are added and the first becomes the preferred one; `forbidden` are targets that must not be used. With
    `whole` these are all the targets that the entry has afterwards: others are removed.
    """

    source: str | None = None
    reading: str | None = None
    category: str | None = None
    subject: str | None = None
    note: str | None = None
    targets: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    whole: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The fields that are to change, by their names in an entry."""
        named = {name: getattr(self, name) for name in ("source", "reading", "category", "subject", "note")}
        return {name: value for name, value in named.items() if value is not None}

    @property
    def names_targets(self) -> bool:
        """Whether anything is said of targets."""
        return bool(self.whole or self.targets or self.forbidden)


def decide_entries(workspace: Workspace, keys: Sequence[int], status: Status, *, reason: str = "") -> int:
    """How many entries changed their status, or the `reason` of their rejection.

    A rejected entry is remembered: no later extraction proposes its term again. Raises `NotFoundError` for an id
    that is not there.
    """
    with workspace.writing(operation_names.of_entries(status, keys)) as writer:
        return set_status(writer, keys, status, reason=nfc(reason.strip()))


def choose_target(workspace: Workspace, key: int, text: str, usage: Usage, *, approve: bool = False) -> bool:
    """Whether anything changed: a target is added where it is new, and used as said from now on; with `approve` the
    entry is approved in the same operation."""
    with workspace.writing(operation_names.of_usage(usage, key)) as writer:
        changed = put_target(writer, key, _target(text), usage)
        if approve:
            changed |= bool(set_status(writer, [key], Status.APPROVED))
    return changed


def set_subject(workspace: Workspace, keys: Sequence[int], subject: str) -> int:
    """How many entries got another subject field; an empty one takes it away."""
    text = nfc(subject.strip())
    with workspace.writing(operation_names.of_subject(keys)) as writer:
        return sum(edit_fields(writer, key, {"subject": text}) for key in dict.fromkeys(keys))


def edit_entry(workspace: Workspace, key: int, edit: EntryEdit, *, seen: Entry | None = None) -> bool:
    """Whether anything changed; fields that are set here are a person's from now on.

    `seen` is the entry that the edit was made from: where somebody has changed meanwhile what the edit changes, too,
    nothing is stored and a `ConflictError` says what stands there now.
    """
    values: dict[str, str | int | float | None] = {}
    if edit.source is not None:
        source = _term(edit.source)
        values |= {"source": source, "fold": fold_key(source)}
    if edit.reading is not None:
        reading = to_hiragana(nfc(edit.reading.strip()))
        values |= {"reading": reading, "reading_origin": Origin.PERSON.value, "romaji": romaji(reading)}
    for name, text in (("category", edit.category), ("subject", edit.subject), ("note", edit.note)):
        if text is not None:
            values[name] = nfc(text.strip())
    with workspace.writing(OperationName.EDIT_ENTRY.of(entry=key)) as writer:
        if seen is not None:
            _check_unchanged(entry(writer.connection, key), seen, edit)
        changed = edit_fields(writer, key, values) if values else False
        if edit.names_targets:
            changed |= _edit_targets(writer, key, edit)
    return changed


def _edit_targets(writer: Writer, key: int, edit: EntryEdit) -> bool:
    changed = False
    targets = [_target(target) for target in edit.targets]
    forbidden = [_target(target) for target in edit.forbidden]
    if edit.whole:
        for known in entry(writer.connection, key).targets:
            if known.text not in {*targets, *forbidden}:
                changed |= remove_target(writer, key, known.text)
    for number, target in enumerate(targets):
        changed |= put_target(writer, key, target, Usage.ADMITTED if number else Usage.PREFERRED)
    for target in forbidden:
        changed |= put_target(writer, key, target, Usage.FORBIDDEN)
    return changed


def _check_unchanged(now: Entry, seen: Entry, edit: EntryEdit) -> None:
    by = now.changed_by
    for name in edit.fields:
        if getattr(now, name) != getattr(seen, name):
            said = Refusal.FIELD_CHANGED_BY if by else Refusal.FIELD_CHANGED
            raise ConflictError(
                said.of(field=name, author=by, text=repr(getattr(now, name))), hint=Refusal.SAVE_AGAIN.of()
            )
    if edit.names_targets and _usages(now) != _usages(seen):
        texts = "; ".join(target.text for target in now.targets)
        said = Refusal.TARGETS_CHANGED_BY if by else Refusal.TARGETS_CHANGED
        raise ConflictError(said.of(author=by, text=texts), hint=Refusal.SAVE_THEM_AGAIN.of())


def _usages(one: Entry) -> list[tuple[str, Usage]]:
    return [(target.text, target.usage) for target in one.targets]


def create_entry(workspace: Workspace, edit: EntryEdit, *, languages: tuple[str, str] = ("ja", "en")) -> int:
    """The id of a new, approved entry. Raises `UsageError` when the glossary has the term already."""
    source = _term(edit.source or "")
    reading = to_hiragana(nfc(edit.reading.strip())) if edit.reading else ""
    origin = Origin.PERSON
    if not reading and languages[0] == "ja":
        reading, origin = reading_of(source), Origin.ANALYSER
    with workspace.writing(OperationName.ADD_ENTRY.of(term=source)) as writer:
        known = entries(writer.connection, entries_with_fold(writer.connection, fold_key(source)))
        same = next((one for one in known if one.subject == (edit.subject or "")), None)
        if same is not None:
            raise UsageError(
                Refusal.KNOWN_TERM.of(term=same.source, entry=same.id),
                hint=f"change it with: rnk-gloss terms edit {same.id}",
            )
        fields = {
            "source": source,
            "reading": reading,
            "category": nfc((edit.category or "").strip()),
            "subject": nfc((edit.subject or "").strip()),
            "note": nfc((edit.note or "").strip()),
        }
        key = add_entry(
            writer, fields, fold=fold_key(source), romaji=romaji(reading), languages=languages, reading_origin=origin
        )
        for number, target in enumerate(edit.targets):
            put_target(writer, key, _target(target), Usage.ADMITTED if number else Usage.PREFERRED)
        for target in edit.forbidden:
            put_target(writer, key, _target(target), Usage.FORBIDDEN)
    return key


def merge(workspace: Workspace, into: int, others: Sequence[int]) -> None:
    """Make the terms of `others` variants of `into`. Raises `NotFoundError`; `UsageError` for a merge into itself."""
    if not others:
        raise UsageError("nothing to merge", hint="name the entries that are the same term: terms merge INTO OTHER...")
    with workspace.writing(OperationName.MERGE_ENTRIES.of(count=len(others), entry=into)) as writer:
        entry(writer.connection, into)
        merge_entries(writer, into, list(dict.fromkeys(others)))


def keep_apart(workspace: Workspace, entry_id: int, other: int) -> bool:
    """Whether anything changed: two entries that look alike are different terms, and are not asked about again."""
    with workspace.writing(OperationName.KEEP_APART.of(entry=entry_id, other=other)) as writer:
        return set_apart(writer, entry_id, other)


def decide_segments(workspace: Workspace, keys: Sequence[int], status: Status) -> int:
    """How many segments changed their status. A segment without one side cannot be approved (`UsageError`)."""
    with workspace.writing(operation_names.of_segments(status, keys)) as writer:
        if status is Status.APPROVED:
            for key in keys:
                found = unit(writer.connection, key)
                if not (found.source and found.target):
                    said = Refusal.NO_TARGET if found.source else Refusal.NO_SOURCE
                    raise UsageError(said.of(segment=key), hint=Refusal.REJECT_OR_EDIT.of())
        return set_unit_status(writer, keys, status)


def edit_segment(
    workspace: Workspace, key: int, *, source: str | None = None, target: str | None = None, note: str | None = None
) -> bool:
    """Whether anything changed; the texts are stored in NFC."""
    with workspace.writing(OperationName.EDIT_SEGMENT.of(segment=key)) as writer:
        segment(writer.connection, key)
        return edit_unit(
            writer,
            key,
            source=None if source is None else nfc(source),
            target=None if target is None else nfc(target),
            note=None if note is None else nfc(note),
            key_of=match_key,
        )


_OF_TERM = (Refusal.EMPTY_TERM, Refusal.LONG_TERM, Refusal.BROKEN_TERM)
_OF_TARGET = (Refusal.EMPTY_TARGET, Refusal.LONG_TARGET, Refusal.BROKEN_TARGET)


def _term(text: str) -> str:
    return _in_one_line(text, *_OF_TERM)


def _target(text: str) -> str:
    return _in_one_line(text, *_OF_TARGET)


def _in_one_line(text: str, empty: Refusal, too_long: Refusal, broken: Refusal) -> str:
    term = nfc(text.strip())
    if not term:
        raise UsageError(empty.of())
    if len(term) > LONGEST_TERM:
        raise UsageError(too_long.of(count=LONGEST_TERM, text=f"{term[:40]}…"))
    if "\n" in term or "\r" in term:
        raise UsageError(broken.of(text=repr(term[:40])))
    return term
