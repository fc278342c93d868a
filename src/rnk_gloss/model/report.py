"""What a use case did, for its caller to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rnk_gloss.model.conflict import Contradiction


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
    new, `merged` changed a known entry, `duplicates` were known, `skipped` could not be used. Of the known
    units so many were candidates before and are `approved` now, because the file has them as reviewed.

    `contradictions` translate otherwise than the store, a few of them in `examples`; `replaced` and `kept` say what was
    done about them. `several` counts units whose source the file had translated otherwise before, `suspicious` those
    that look spoilt. `remarks` say what the reader decided, repaired or left out, and what is suspicious.
    """

    path: str
    format: str
    seen: int = 0
    skipped: int = 0
    units: int = 0
    entries: int = 0
    duplicates: int = 0
    merged: int = 0
    approved: int = 0
    dry_run: bool = False
    remarks: tuple[str, ...] = ()
    encoding: str = ""
    languages: tuple[tuple[str, int], ...] = ()
    contradictions: int = 0
    examples: tuple[Contradiction, ...] = ()
    several: int = 0
    suspicious: int = 0
    replaced: int = 0
    kept: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: so many `units` or `entries`, whichever `kind` says; `losses` say what the format could not
    carry, and where it was put. `refused`: nothing was written, because something would have been lost."""

    path: str
    format: str
    kind: str = "units"
    units: int = 0
    entries: int = 0
    losses: tuple[str, ...] = field(default=())
    refused: bool = False
