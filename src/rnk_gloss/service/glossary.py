"""The facade that scripts import: one open glossary, with everything the program can do with it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection, SegmentSelection
from rnk_gloss.model.status import Status, Usage
from rnk_gloss.model.unit import Unit
from rnk_gloss.service.reference import PathLike, Reference
from rnk_gloss.service.workspace import Progress

if TYPE_CHECKING:
    from rnk_gloss.model.document import DocumentRecord
    from rnk_gloss.model.entry import Context, Entry, FormCount, Likeness
    from rnk_gloss.model.operation import Deed, Operation
    from rnk_gloss.model.report import ExportReport, ExtractionReport, ImportReport
    from rnk_gloss.model.segment import Segment
    from rnk_gloss.model.translation import TranslatedSentence, TranslationProgress
    from rnk_gloss.service.agreement import Agreement
    from rnk_gloss.service.intake import Options
    from rnk_gloss.service.realignment import Realignment
    from rnk_gloss.service.review import EntryEdit


class Glossary(Reference):
    """An open `glossary.db`. Use it in a `with` block, in one thread; errors are `rnk_gloss.errors.GlossError`s.

    Use cases are imported where they are called: nothing waits for what only an extraction needs.
    """

    def extract(
        self,
        source: PathLike,
        translation: PathLike | None = None,
        *,
        subject: str = "",
        encoding: str | None = None,
        progress: Progress | None = None,
    ) -> ExtractionReport:
        """Extract the terms of a Japanese file or folder and, with its translation, its aligned segments."""
        from rnk_gloss.service.intake import Options

        pairs = [] if translation is None else [(Path(source), Path(translation))]
        singles = [Path(source)] if translation is None else []
        return self.extract_all(singles, pairs=pairs, options=Options(subject, encoding), progress=progress)

    def extract_all(
        self,
        paths: Sequence[Path],
        *,
        pairs: Sequence[tuple[Path, Path]] = (),
        options: Options | None = None,
        progress: Progress | None = None,
    ) -> ExtractionReport:
        """Extract many files and folders as one operation; files that belong together by name are paired."""
        from rnk_gloss.service.extraction import extract

        return extract(self.workspace, paths, pairs=pairs, options=options, progress=progress)

    def add_units(self, units: Iterable[Unit | tuple[str, str]], *, status: Status = Status.APPROVED) -> int:
        """How many units were added to the memory: `Unit`s, or pairs of a Japanese and an English text."""
        from rnk_gloss.model.operation_names import OperationName
        from rnk_gloss.store.units import add_units
        from rnk_gloss.text.match_key import match_keys
        from rnk_gloss.text.normalise import nfc

        def whole(unit: Unit | tuple[str, str]) -> Unit:
            return unit if isinstance(unit, Unit) else Unit(nfc(unit[0]), nfc(unit[1]), status=status)

        with self.workspace.writing(OperationName.ADD_UNITS.of()) as writer:
            return add_units(writer, map(whole, units), match_keys)

    def import_file(
        self,
        path: PathLike,
        *,
        dry_run: bool = False,
        format_name: str | None = None,
        on_conflict: OnConflict | str = OnConflict.BOTH,
    ) -> ImportReport:
        """Put the units and entries of a file of another tool, or of another store, into this one, all or none of them.

        `on_conflict` says who wins where the file translates otherwise than the store: `keep`, `replace` or `both`.
        """
        from rnk_gloss.service.transfer import import_file

        return import_file(
            self.workspace, Path(path), dry_run=dry_run, format_name=format_name, on_conflict=OnConflict(on_conflict)
        )

    def export(
        self,
        path: PathLike,
        *,
        status: Status | str | None = None,
        format_name: str | None = None,
        profile: str | None = None,
        kind: Literal["units", "entries"] | None = None,
        strict: bool = False,
    ) -> ExportReport:
        """Write the memory (TMX), the glossary (CSV …) or everything (JSON lines) to a file.

        Without `status`, what is not rejected is written, to JSON lines all. With `strict`, nothing is written when the
        format cannot carry everything.
        """
        from rnk_gloss.interchange.options import WriteOptions
        from rnk_gloss.service.transfer import export

        statuses = None if status is None else (Status(status),)
        options = WriteOptions(profile=profile)
        return export(
            self.workspace,
            Path(path),
            format_name=format_name,
            kind=kind,
            statuses=statuses,
            options=options,
            strict=strict,
        )

    def terms(self, *, everything: bool = False, order: EntryOrder = EntryOrder.SCORE) -> list[Entry]:
        """The glossary, best first: what is approved or above the default cut or, with `everything`, every entry."""
        selection = (
            EntrySelection(order=order)
            if everything
            else EntrySelection((Status.CANDIDATE, Status.APPROVED), DEFAULT_CUT, order=order)
        )
        return self.entries(self.entry_ids(selection))

    def entry_ids(self, selection: EntrySelection) -> array[int]:
        """The ids of the selected entries, in order: cheap for very long lists."""
        from rnk_gloss.store.entries import entry_ids

        with self.workspace.reading() as connection:
            return entry_ids(connection, selection)

    def entries(self, keys: Sequence[int], *, evidence: bool = False) -> list[Entry]:
        """The entries of these ids, in this order; with `evidence` also why each is believed."""
        from rnk_gloss.store.entries import entries

        with self.workspace.reading() as connection:
            return entries(connection, keys, evidence=evidence)

    def entry(self, key: int) -> Entry:
        """One entry with its evidence. Raises `NotFoundError`."""
        from rnk_gloss.store.entries import entry

        with self.workspace.reading() as connection:
            return entry(connection, key)

    def contexts(self, key: int, *, limit: int | None = None, skip: int = 0) -> list[Context]:
        """Where the term of an entry stands, with the translations that are aligned with these places."""
        from rnk_gloss.store.contexts import contexts

        with self.workspace.reading() as connection:
            return contexts(connection, key, limit=limit, skip=skip)

    def agreement(self, entry: Entry) -> Agreement:
        """How often the English of the entry stands in the sentences that are aligned with its places."""
        from rnk_gloss.service.agreement import agreement

        return agreement(self.workspace, entry)

    def entry_counts(self) -> dict[Status, int]:
        """How many entries stand in each status."""
        from rnk_gloss.store.entries import counts_by_status

        with self.workspace.reading() as connection:
            return counts_by_status(connection)

    def decide(self, keys: Sequence[int], status: Status, *, reason: str = "") -> int:
        """How many entries changed: approve, reject (with a reason) or reopen them as one undoable operation."""
        from rnk_gloss.service.review import decide_entries

        return decide_entries(self.workspace, keys, status, reason=reason)

    def choose_target(self, key: int, text: str, usage: Usage = Usage.PREFERRED, *, approve: bool = False) -> bool:
        """Whether anything changed: say how a target of an entry is to be used, adding it where it is new; with
        `approve` the entry is approved, too."""
        from rnk_gloss.service.review import choose_target

        return choose_target(self.workspace, key, text, usage, approve=approve)

    def set_subject(self, keys: Sequence[int], subject: str) -> int:
        """How many entries got another subject field, in one undoable operation."""
        from rnk_gloss.service.review import set_subject

        return set_subject(self.workspace, keys, subject)

    def subjects(self) -> list[str]:
        """The subject fields in use, the most frequent first."""
        from rnk_gloss.store.entries import subjects

        with self.workspace.reading() as connection:
            return subjects(connection)

    def reasons(self) -> list[str]:
        """Why entries were rejected, the most frequent reason first."""
        from rnk_gloss.store.entries import reasons

        with self.workspace.reading() as connection:
            return reasons(connection)

    def edit_entry(self, key: int, edit: EntryEdit, *, seen: Entry | None = None) -> bool:
        """Whether anything changed in an entry. Raises `ConflictError` where it is no longer as it was `seen`."""
        from rnk_gloss.service.review import edit_entry

        return edit_entry(self.workspace, key, edit, seen=seen)

    def create_entry(self, edit: EntryEdit) -> int:
        """The id of a new, approved entry."""
        from rnk_gloss.service.review import create_entry

        return create_entry(self.workspace, edit)

    def merge(self, into: int, others: Sequence[int]) -> None:
        """Make the terms of other entries variants of one."""
        from rnk_gloss.service.review import merge

        merge(self.workspace, into, others)

    def variants(self) -> list[tuple[Entry, list[FormCount]]]:
        """The entries that stand in the texts in more than one form, with each form's count and documents."""
        from rnk_gloss.store.entries import entries
        from rnk_gloss.store.likenesses import entries_with_variants, forms_in_texts

        with self.workspace.reading() as connection:
            keys = entries_with_variants(connection)
            forms = forms_in_texts(connection, keys)
            return [(entry, forms[entry.id]) for entry in entries(connection, keys)]

    def likenesses(self, *, apart: bool = False, entry: int | None = None) -> list[Likeness]:
        """Entries that may be one term, or one with this `entry`, the surest first, to be merged or kept apart."""
        from rnk_gloss.store.likenesses import likenesses

        with self.workspace.reading() as connection:
            return likenesses(connection, apart=apart, entry=entry)

    def keep_apart(self, key: int, other: int) -> bool:
        """Whether anything changed: two entries that look alike are different terms."""
        from rnk_gloss.service.review import keep_apart

        return keep_apart(self.workspace, key, other)

    def segments(self, selection: SegmentSelection | None = None) -> list[Segment]:
        """The aligned segments of all documents, or of a selection, in order."""
        return self.segments_of(self.segment_ids(selection or SegmentSelection()))

    def segment_ids(self, selection: SegmentSelection) -> array[int]:
        """The ids of the selected segments, in order: cheap for very long lists."""
        from rnk_gloss.store.segments import segment_ids

        with self.workspace.reading() as connection:
            return segment_ids(connection, selection)

    def segments_of(self, keys: Sequence[int]) -> list[Segment]:
        """The segments of these ids, in this order."""
        from rnk_gloss.store.segments import segments

        with self.workspace.reading() as connection:
            return segments(connection, keys)

    def segment(self, key: int) -> Segment:
        """One segment. Raises `NotFoundError`."""
        from rnk_gloss.store.segments import segment

        with self.workspace.reading() as connection:
            return segment(connection, key)

    def decide_segments(self, keys: Sequence[int], status: Status) -> int:
        """How many segments changed: approve, reject or reopen them as one undoable operation."""
        from rnk_gloss.service.review import decide_segments

        return decide_segments(self.workspace, keys, status)

    def edit_segment(
        self, key: int, *, source: str | None = None, target: str | None = None, note: str | None = None
    ) -> bool:
        """Whether anything changed in a segment."""
        from rnk_gloss.service.review import edit_segment

        return edit_segment(self.workspace, key, source=source, target=target, note=note)

    def merge_segments(self, keys: Sequence[int]) -> int:
        """The id of the segment that neighbouring ones have become; one id alone is merged with the next segment."""
        from rnk_gloss.service.segment_shapes import merge_segments

        return merge_segments(self.workspace, keys)

    def split_segment(self, key: int, *, source_at: int | None = None, target_at: int | None = None) -> list[int]:
        """The ids of the two segments that one has become, cut at places in characters or at the best sentence ends."""
        from rnk_gloss.service.segment_shapes import split_segment

        return split_segment(self.workspace, key, source_at=source_at, target_at=target_at)

    def shift_sentence(self, key: int, side: Literal["source", "target"], *, forward: bool) -> list[int]:
        """The ids of two neighbours after a sentence has moved from one to the other: the last one forward, or the
        first one back."""
        from rnk_gloss.service.segment_shapes import shift_sentence

        return shift_sentence(self.workspace, key, side, forward=forward)

    def realign(
        self, document: str, *, omissions: Omissions = Omissions.SOME, progress: Progress | None = None
    ) -> Realignment:
        """Align a document with its translation again, between the segments that a person decided on."""
        from rnk_gloss.service.realignment import realign

        return realign(self.workspace, document, omissions=omissions, progress=progress)

    def translations(self) -> list[TranslationProgress]:
        """The documents that have sentences without a translation, by path, with how far each is."""
        from rnk_gloss.service.translations import translations

        return translations(self.workspace)

    def sentences_of(self, document: str | int) -> list[TranslatedSentence]:
        """The sentences of a document that are there to be translated, each with what was written."""
        from rnk_gloss.service.translations import sentences_of

        return sentences_of(self.workspace, document)

    def translate(
        self, sentence: TranslatedSentence, text: str, status: Status | str = Status.APPROVED
    ) -> TranslatedSentence:
        """The sentence as it stands after its translation was stored: approved, or as a candidate, which is a draft.

        Raises `ConflictError` where somebody changed it since it was read.
        """
        from rnk_gloss.service.translations import translate

        return translate(self.workspace, sentence, text, Status(status))

    def documents(self) -> list[DocumentRecord]:
        """The documents that were extracted, by path."""
        from rnk_gloss.store.documents import document_records

        with self.workspace.reading() as connection:
            return document_records(connection)

    def undo(self, steps: int = 1) -> list[Operation]:
        """The operations that were taken back, the last one first."""
        from rnk_gloss.service.upkeep import undo

        return undo(self.workspace, steps)

    def redo(self) -> Operation:
        """Do again what was undone last; what comes back is the undo that was taken back."""
        from rnk_gloss.service.upkeep import redo

        return redo(self.workspace)

    def take_back(self, operation: int) -> Operation:
        """One operation by its id, taken back or, if it was an undo, done again, whatever was done after it.

        Raises `ConflictError` where what it touched was changed since, or it was taken back already.
        """
        from rnk_gloss.service.upkeep import take_back

        return take_back(self.workspace, operation)

    def history(self, entry: int | None = None, *, limit: int = 50) -> list[Operation]:
        """The newest operations first: all, or those that touched one entry."""
        from rnk_gloss.service.upkeep import operations

        return operations(self.workspace, entry_id=entry, limit=limit)

    def newest_operation(self) -> int:
        """The id of the newest operation, whoever did it; 0 where there is none."""
        from rnk_gloss.store.history import newest_operation

        with self.workspace.reading() as connection:
            return newest_operation(connection)

    def deeds(self, entry: int, *, limit: int = 3) -> list[Deed]:
        """What was done to an entry last and was not undone, newest first."""
        from rnk_gloss.service.upkeep import deeds

        return deeds(self.workspace, entry, limit=limit)
