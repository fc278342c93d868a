"""Many units checked one after the other: those of a file of another tool, or those of the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.selection import UnitSelection
from rnk_gloss.store.units import selected_units
from rnk_gloss.text.match_key import match_key

if TYPE_CHECKING:
    from rnk_gloss.service.reference import Reference

_READ_OPTIONS = ReadOptions(kind="units")


@dataclass(frozen=True, slots=True)
class CheckedUnit:
    """A unit with what was noticed in it; `number` counts the units of a file from 1, and is its id in the memory."""

    number: int
    unit: Unit
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class FileChecks:
    """The checks of one file: iterate once, then `remarks` says what the reader left out or decided."""

    glossary: Reference
    path: Path
    format_name: str | None = None
    options: ReadOptions = _READ_OPTIONS
    remarks: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[CheckedUnit]:
        """Each unit of the file, in order. A source that the file itself translates otherwise is inconsistent, too.

        Raises `InputError` where the file cannot be read, `UsageError` where its format holds no translations.
        """
        reading = format_for(self.path, self.format_name).read(self.path, replace(self.options, kind="units"))
        first: dict[tuple[str, str, str], str] = {}
        units = (item for item in reading if isinstance(item, Unit))
        for number, unit in enumerate(units, start=1):
            findings = _findings(self.glossary, unit)
            earlier = first.setdefault((unit.source_language, unit.target_language, unit.source), unit.target)
            if _otherwise(unit, earlier) and not any(one.kind is FindingKind.INCONSISTENT for one in findings):
                findings = (*findings, Finding(FindingKind.INCONSISTENT, wanted=(earlier,)))
            yield CheckedUnit(number, unit, findings)
        self.remarks = tuple(map(str, reading.report.remarks))


def check_memory(glossary: Reference, selection: UnitSelection) -> Iterator[CheckedUnit]:
    """Each selected unit of the memory, all as they stand at one moment."""
    with glossary.workspace.reading() as connection:
        for unit in selected_units(connection, selection):
            yield CheckedUnit(unit.id or 0, unit, _findings(glossary, unit))


def _findings(glossary: Reference, unit: Unit) -> tuple[Finding, ...]:
    return glossary.check_pair(
        unit.source, unit.target, language=unit.source_language, target_language=unit.target_language
    )


def _otherwise(unit: Unit, earlier: str) -> bool:
    if not unit.target.strip() or not earlier.strip():
        return False
    return match_key(unit.target, unit.target_language) != match_key(earlier, unit.target_language)
