"""A glossary entry as a file gives it, before the store knows it."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.entry import Evidence, Origin, Status, Target, TermPlace, Variant


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One row, or concept, of a glossary file. `status` is None where the file says nothing of review; `line` is
    the line of the file, counted from 1, on which the entry starts. Times are ISO 8601 in UTC; what is empty is not
    said by the file. `whole`: the file gives all that a store knows of the entry, so that nothing is found out anew.
    """

    source: str
    targets: tuple[Target, ...]
    reading: str = ""
    note: str = ""
    subject: str = ""
    category: str = ""
    status: Status | None = None
    score: float = 0.0
    count: int = 0
    variants: tuple[Variant, ...] = ()
    source_language: str = "ja"
    target_language: str = "en"
    line: int = 0
    reading_origin: Origin = Origin.NONE
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    created_at: str = ""
    created_by: str = ""
    changed_at: str = ""
    changed_by: str = ""
    edited: tuple[str, ...] = ()
    places: tuple[TermPlace, ...] = ()
    whole: bool = False
