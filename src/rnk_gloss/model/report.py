"""What a use case did, for its caller to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class DocumentState(StrEnum):
    """What an extraction found of a document in comparison with the store."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document of an extraction: what was decided in reading it, how long it is, and its aligned segments."""

    path: str
    translation: str | None
    state: DocumentState
    characters: int
    sentences: int
    remarks: tuple[str, ...] = ()
    segments: int = 0
    sure_segments: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be used, and why."""

    path: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractionReport:
    """What an extraction did: `new`, `known` and `removed` count entries, `shown` those above the default cut."""

    documents: tuple[DocumentReport, ...]
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Failure, ...] = ()
    new: int = 0
    known: int = 0
    removed: int = 0
    shown: int = 0
    dictionary: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with `dry_run` would do: of `seen` units or rows of the file, `units` and `entries` are
    new, `merged` gave a known entry new targets, `duplicates` were known, `skipped` could not be used. `remarks` say
    what the reader decided, repaired or left out."""

    path: str
    format: str
    seen: int = 0
    skipped: int = 0
    units: int = 0
    entries: int = 0
    duplicates: int = 0
    merged: int = 0
    dry_run: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: so many `units` or `entries`, whichever `kind` says; `losses` say what the format could not
    carry, and where it was put."""

    path: str
    format: str
    kind: str = "units"
    units: int = 0
    entries: int = 0
    losses: tuple[str, ...] = field(default=())
