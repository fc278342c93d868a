"""What a caller may ask of a format when it reads or writes a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["units", "entries"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file; every None means: find out from the file.

    `kind` says what to make of a table, which can hold either a glossary or a memory. `columns` names the columns
    by hand from left to right (`source`, `target`, `note` …, empty for one that is not to be read), or each with its
    number or letter (`ja=2`, `en=C`); `header` says whether the first row names the columns, `sheet` which sheet of a
    workbook is meant, `alternatives` what separates several terms in one cell. `repair` mends characters that the
    format forbids and reports each kind, where they otherwise stop the reading. `proposals` asks for the other
    translations that XLIFF offers for a text (alt-trans, matches), as candidates.
    """

    source_language: str | None = None
    target_language: str | None = None
    profile: str | None = None
    kind: Kind | None = None
    encoding: str | None = None
    delimiter: str | None = None
    columns: tuple[str, ...] | None = None
    header: bool | None = None
    repair: bool = False
    proposals: bool = False
    sheet: str | None = None
    alternatives: str | None = None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write a file. `profile` names the tool that shall read it, `created` (ISO 8601) goes into headers that
    have a date: the same items and options give the same bytes. `kind` matters only when there are no items."""

    source_language: str = "ja"
    target_language: str = "en"
    profile: str | None = None
    kind: Kind | None = None
    created: str = ""
