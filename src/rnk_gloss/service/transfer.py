"""Import and export: files of other tools into the store and out of it, with a report of what was lost."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import Format, format_for
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import Item, Loss, LossReport, Written
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness
from rnk_gloss.model.conflict import OnConflict
from rnk_gloss.model.entry import Entry, Origin, Status, Target, Usage
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.report import ExportReport, ImportReport
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection, UnitSelection
from rnk_gloss.service.clock import now
from rnk_gloss.service.import_archive import ArchiveImport
from rnk_gloss.service.import_entries import EntryImport
from rnk_gloss.service.import_findings import Findings
from rnk_gloss.service.import_units import UnitImport
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.archive import archived_documents, archived_likenesses, count_likenesses, places_of_entries
from rnk_gloss.store.connection import read_in_passing
from rnk_gloss.store.contexts import contexts
from rnk_gloss.store.entries import entries, entry_ids
from rnk_gloss.store.units import add_units, count_beside, selected_units
from rnk_gloss.text.match_key import match_keys

if TYPE_CHECKING:
    import sqlite3

Kind = Literal["units", "entries"]

_ENTRIES_AT_ONCE = 500
# Compounds put together of words, and names spelt by their sound.
_MADE_UP = frozenset({Origin.COMPOSITION, Origin.SOUND})


def import_file(
    workspace: Workspace,
    path: Path,
    *,
    format_name: str | None = None,
    options: ReadOptions | None = None,
    dry_run: bool = False,
    on_conflict: OnConflict = OnConflict.BOTH,
    progress: Progress | None = None,
) -> ImportReport:
    """Put a file's units and entries into the store: all of them or, on any error, none; one undoable operation.

    A unit that the memory holds already is counted as a duplicate. An entry whose term the glossary has already gains
    the targets and variants it lacks. `on_conflict` says who wins where the file translates otherwise than the store.
    What a file says nothing of is taken as approved: people made these files. The report stays in the history.
    """
    file_format = format_for(path, format_name)
    reading = file_format.read(path, options or ReadOptions())
    findings = Findings()
    with workspace.writing(OperationName.IMPORT.of(path=path.name)) as writer:
        if dry_run:
            writer.abandon()
        archive = ArchiveImport(writer, reading, findings)
        arriving = _Arrival(EntryImport(writer, reading, findings, on_conflict), archive, progress)
        units = UnitImport(writer, reading, findings, on_conflict)
        new = units.new(arriving.units(reading), whole=file_format.whole)
        add_units(writer, new, match_keys, archive.new)
        archive.link_translations()
        report = findings.report(reading, format_name=file_format.name, dry_run=dry_run)
        writer.describe(asdict(report))
    return report


class _Arrival:
    """Passes the units of a reading on; everything else is put into the store on the way."""

    def __init__(self, glossary: EntryImport, archive: ArchiveImport, progress: Progress | None) -> None:
        self._glossary = glossary
        self._archive = archive
        self._progress = progress

    def units(self, items: Iterable[Item]) -> Iterator[Unit]:
        for number, item in enumerate(items):
            if self._progress and number % 1000 == 0:
                self._progress("importing", number, 0)
            if isinstance(item, Unit):
                yield item
            elif isinstance(item, ArchivedDocument):
                self._archive.put_document(item)
            elif isinstance(item, ArchivedLikeness):
                self._archive.put_likeness(item, self._glossary.keys)
            else:
                self._glossary.put(item, self._archive.placed)


def export(
    workspace: Workspace,
    path: Path,
    *,
    format_name: str | None = None,
    kind: Kind | None = None,
    statuses: Sequence[Status] | None = None,
    options: WriteOptions | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write the glossary or the memory to a file, whole or not at all; the same store gives the same bytes.

    Without `statuses`, what was not rejected is written; of entries, what is approved or above the default cut. A
    format that can hold both is given the glossary unless `kind` says units; one that can hold the whole store at once
    is given all of it, rejected and omitted things too. With `strict`, nothing is written when anything is lost.
    """
    file_format = format_for(path, format_name)
    if kind is None and not file_format.whole:
        kind = "entries" if "entries" in file_format.carries else "units"
    options = replace(options or WriteOptions(), kind=kind, created=now())
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder does not exist", hint=f"make it with: mkdir -p {path.parent}")
    default = tuple(Status) if file_format.whole else (Status.CANDIDATE, Status.APPROVED)
    chosen = tuple(statuses) if statuses is not None else default
    with workspace.reading() as connection, read_in_passing(connection):
        selection = _Selection(connection, chosen, file_format, progress)
        items = selection.items(kind, options)
        write = _write_if_lossless if strict else _write
        report = write(file_format, path, items, options, lambda: selection.left_out(kind, options))
    return ExportReport(
        path=str(path),
        format=file_format.name,
        kind=kind or "all",
        units=report.written if kind == "units" else selection.units,
        entries=report.written if kind == "entries" else selection.entries,
        losses=tuple(str(loss) for loss in report.losses),
        refused=strict and bool(report.losses),
    )


def _is_guess(target: Target) -> bool:
    return target.origin in _MADE_UP and target.usage is Usage.ADMITTED and not target.edited


def _write(
    file_format: Format, path: Path, items: Iterable[Written], options: WriteOptions, left_out: Callable[[], list[Loss]]
) -> LossReport:
    report = file_format.write(path, items, options)
    return LossReport(report.written, (*left_out(), *report.losses))


def _write_if_lossless(
    file_format: Format, path: Path, items: Iterable[Written], options: WriteOptions, left_out: Callable[[], list[Loss]]
) -> LossReport:
    # What is lost is known only when all has been written: elsewhere, therefore, under the same name.
    with tempfile.TemporaryDirectory() as folder:
        elsewhere = Path(folder) / path.name
        report = _write(file_format, elsewhere, items, options, left_out)
        if not report.losses:
            with elsewhere.open("rb") as whole, replacing(path) as stream:
                shutil.copyfileobj(whole, stream)
    return report


class _Selection:
    """What of the store goes into a file, and how much of it has gone."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        statuses: tuple[Status, ...],
        file_format: Format,
        progress: Progress | None,
    ) -> None:
        self._connection = connection
        self._statuses = statuses
        self._whole = file_format.whole
        self._with_context = file_format.contexts
        self._progress = progress
        self.units = 0
        self.entries = 0
        self._guesses = 0

    def items(self, kind: Kind | None, options: WriteOptions) -> Iterator[Written]:
        if kind == "entries":
            return self._entries()
        if kind == "units":
            return self._units(options)
        return self._everything(options)

    def left_out(self, kind: Kind | None, options: WriteOptions) -> list[Loss]:
        """What belongs to the things that are chosen, and was not among them, once they have gone."""
        if self._whole or kind is None:
            return []
        if kind == "entries":
            losses = [
                Loss("English that was made up and that nobody chose", self._guesses),
                Loss("likenesses between terms", count_likenesses(self._connection, self._entry_keys())),
            ]
        else:
            elsewhere, one_sided = count_beside(self._connection, self._unit_selection(options))
            losses = [Loss("segments between other languages", elsewhere), Loss("segments of one side only", one_sided)]
        return [loss for loss in losses if loss.count]

    def _everything(self, options: WriteOptions) -> Iterator[Written]:
        yield from archived_documents(self._connection)
        yield from self._entries()
        yield from archived_likenesses(self._connection)
        yield from self._units(options)

    def _entry_keys(self) -> Sequence[int]:
        cut = 0.0 if self._whole or Status.REJECTED in self._statuses else DEFAULT_CUT
        # As they came: their numbers in the file then stay what they are, also in a store that was made of it.
        order = EntryOrder.AGE if self._whole else EntryOrder.SCORE
        return entry_ids(self._connection, EntrySelection(self._statuses, cut, order=order))

    def _entries(self) -> Iterator[Entry]:
        keys = self._entry_keys()
        for start in range(0, len(keys), _ENTRIES_AT_ONCE):
            batch = keys[start : start + _ENTRIES_AT_ONCE]
            places = places_of_entries(self._connection, batch) if self._whole else {}
            for entry in entries(self._connection, batch, evidence=True):
                self.entries += 1
                if self._whole:
                    yield replace(entry, places=tuple(places.get(entry.id, ())))
                    continue
                entry = self._without_guesses(entry)
                if self._with_context and entry.count:
                    yield replace(entry, contexts=tuple(contexts(self._connection, entry.id, limit=1)))
                else:
                    yield entry
            self._tell(self.entries, len(keys))

    def _without_guesses(self, entry: Entry) -> Entry:
        """An approved entry without the English that the program made up and nobody chose.

        It was shown to be chosen from; who approved the entry did not say that all of it may be used.
        """
        if entry.status is not Status.APPROVED:
            return entry
        kept = [one for number, one in enumerate(entry.targets) if number == 0 or not _is_guess(one)]
        self._guesses += len(entry.targets) - len(kept)
        return replace(entry, targets=tuple(kept))

    def _unit_selection(self, options: WriteOptions) -> UnitSelection:
        if self._whole:
            return UnitSelection(self._statuses, one_sided=True)
        return UnitSelection(self._statuses, options.source_language, options.target_language)

    def _units(self, options: WriteOptions) -> Iterator[Unit]:
        for unit in selected_units(self._connection, self._unit_selection(options)):
            if self.units % 1000 == 0:
                self._tell(self.units, 0)
            self.units += 1
            yield unit

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress("exporting", done, total)
