"""Import and export: files of other tools into the store and out of it, with a report of what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.model.entry import Entry, Origin, Status, Target, Usage
from rnk_gloss.model.report import ExportReport, ImportReport
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.selection import DEFAULT_CUT, EntrySelection, UnitSelection
from rnk_gloss.service.clock import now
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.door import Writer
from rnk_gloss.store.entries import entries, entries_with_fold, entry_ids
from rnk_gloss.store.entry_changes import add_entry, put_target
from rnk_gloss.store.history import IMPORT
from rnk_gloss.store.units import add_units, has_unit, selected_units
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import fold_key, nfc
from rnk_gloss.text.readings import reading_of, romaji, to_hiragana

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.interchange.imported import ImportedEntry

Kind = Literal["units", "entries"]


@dataclass(slots=True)
class _Counts:
    units: int = 0
    entries: int = 0
    duplicates: int = 0
    merged: int = 0


def import_file(
    workspace: Workspace,
    path: Path,
    *,
    format_name: str | None = None,
    options: ReadOptions | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Put a file's units and entries into the store: all of them or, on any error, none; one undoable operation.

    A unit that the memory holds already is counted as a duplicate. An entry whose term the glossary has already gains
    the targets it lacks. What a file says nothing of is taken as approved: people made these files.
    """
    file_format = format_for(path, format_name)
    reading = file_format.read(path, options or ReadOptions())
    counts = _Counts()
    with workspace.writing(f"{IMPORT}{path.name}") as writer:
        if dry_run:
            writer.abandon()
        add_units(writer, _new_units(writer, reading, counts, progress), match_key)
    report = reading.report
    return ImportReport(
        path=str(path),
        format=file_format.name,
        seen=report.seen,
        skipped=report.skipped,
        units=counts.units,
        entries=counts.entries,
        duplicates=counts.duplicates,
        merged=counts.merged,
        dry_run=dry_run,
        remarks=tuple(str(remark) for remark in report.remarks),
    )


def _new_units(
    writer: Writer, items: Iterable[Unit | ImportedEntry], counts: _Counts, progress: Progress | None
) -> Iterator[Unit]:
    """The units that are to be added; entries are put into the glossary on the way."""
    seen: set[bytes] = set()
    for number, item in enumerate(items):
        if progress and number % 1000 == 0:
            progress("importing", number, 0)
        if not isinstance(item, Unit):
            _put_entry(writer, item, counts)
            continue
        mark = _mark(item)
        if mark in seen or has_unit(writer.connection, item):
            counts.duplicates += 1
            continue
        seen.add(mark)
        counts.units += 1
        yield item


def _mark(unit: Unit) -> bytes:
    # Units wait in batches before the store knows them; sixteen bytes each keep a large file's texts out of memory.
    text = f"{unit.source}\0{unit.target}\0{unit.source_language}\0{unit.target_language}"
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _put_entry(writer: Writer, item: ImportedEntry, counts: _Counts) -> None:
    source = nfc(item.source.strip())
    known = _same_entry(writer.connection, item)
    if known is None:
        reading = to_hiragana(nfc(item.reading)) if item.reading else ""
        origin = Origin.IMPORT
        if not reading and item.source_language == "ja":
            reading, origin = reading_of(source), Origin.ANALYSER
        fields = {
            "source": source,
            "reading": reading,
            "category": item.category,
            "subject": item.subject,
            "note": nfc(item.note),
        }
        key = add_entry(
            writer,
            fields,
            fold=fold_key(source),
            romaji=romaji(reading),
            languages=(item.source_language, item.target_language),
            status=item.status or (Status.APPROVED if item.targets else Status.CANDIDATE),
            reading_origin=origin,
        )
        for variant in item.variants:
            writer.insert(
                "variant", {"entry": key, "text": variant.text, "fold": fold_key(variant.text), "kind": variant.kind}
            )
        counts.entries += 1
    else:
        key = known.id
    held = {target.text for target in known.targets} if known else set()
    added = False
    for number, target in enumerate(item.targets):
        text = nfc(target.text.strip())
        if text and text not in held:
            added |= put_target(writer, key, text, _usage(target, known, first=number == 0), origin=Origin.IMPORT)
            held.add(text)
    if known is not None:
        counts.merged += added
        counts.duplicates += not added


def _usage(target: Target, known: Entry | None, *, first: bool) -> Usage:
    """A file does not overrule the glossary's own choice; for a term that is new, its first target is preferred."""
    if target.usage is Usage.FORBIDDEN:
        return Usage.FORBIDDEN
    if known is not None:
        return Usage.ADMITTED
    return Usage.PREFERRED if first else target.usage


def _same_entry(connection: sqlite3.Connection, item: ImportedEntry) -> Entry | None:
    keys = entries_with_fold(connection, fold_key(nfc(item.source.strip())))
    languages = (item.source_language, item.target_language)
    return next(
        (
            entry
            for entry in entries(connection, keys)
            if (entry.source_language, entry.target_language) == languages
            and (not item.subject or entry.subject in {item.subject, ""})
        ),
        None,
    )


def export(
    workspace: Workspace,
    path: Path,
    *,
    format_name: str | None = None,
    kind: Kind | None = None,
    statuses: Sequence[Status] | None = None,
    options: WriteOptions | None = None,
) -> ExportReport:
    """Write the glossary or the memory to a file, whole or not at all; the same store gives the same bytes.

    Without `statuses`, what was not rejected is written; of entries, what is approved or above the default cut. A
    format that can hold both is given the glossary unless `kind` says units.
    """
    file_format = format_for(path, format_name)
    kind = kind or ("entries" if "entries" in file_format.carries else "units")
    options = replace(options or WriteOptions(), kind=kind, created=now())
    chosen = tuple(statuses) if statuses is not None else (Status.CANDIDATE, Status.APPROVED)
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder does not exist", hint=f"make it with: mkdir -p {path.parent}")
    with workspace.reading() as connection:
        items = _entries(connection, chosen) if kind == "entries" else _units(connection, chosen, options)
        report = file_format.write(path, items, options)
    return ExportReport(
        path=str(path),
        format=file_format.name,
        kind=kind,
        units=report.written if kind == "units" else 0,
        entries=report.written if kind == "entries" else 0,
        losses=tuple(str(loss) for loss in report.losses),
    )


def _entries(connection: sqlite3.Connection, statuses: tuple[Status, ...]) -> Iterator[Entry]:
    keys = entry_ids(connection, EntrySelection(statuses, 0.0 if Status.REJECTED in statuses else DEFAULT_CUT))
    for start in range(0, len(keys), 500):
        yield from entries(connection, keys[start : start + 500])


def _units(connection: sqlite3.Connection, statuses: tuple[Status, ...], options: WriteOptions) -> Iterator[Unit]:
    return selected_units(connection, UnitSelection(statuses, options.source_language, options.target_language))
