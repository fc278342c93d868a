"""Which format a file has, by its name; the code of a format is imported when it is first used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import Kind, ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading, Written
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

_READ_OPTIONS = ReadOptions()
_WRITE_OPTIONS = WriteOptions()


class FormatModule(Protocol):
    """What a module must have to be a format."""

    def read(self, path: Path, options: ReadOptions) -> Reading: ...

    # A module may take items of one sort only: what it is given is what it carries.
    def write(self, path: Path, items: Iterable[Any], options: WriteOptions) -> LossReport: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, its suffixes, what it carries, and its profiles, the first of them by default.
    `whole`: it carries all that a store holds at once, and is given that unless one kind is asked for. `contexts`: it
    has a place for a sentence in which a term stands."""

    name: str
    suffixes: tuple[str, ...]
    carries: frozenset[Kind]
    profiles: tuple[str, ...]
    module: str
    whole: bool = False
    contexts: bool = False

    def read(self, path: Path, options: ReadOptions = _READ_OPTIONS) -> Reading:
        """The items of the file with a report.

        Raises `InputError` for a file that is not what it claims to be, `UsageError` for options that do not fit.
        """
        self._check_kind(options.kind)
        return self._code().read(path, replace(options, profile=self.chosen_profile(options.profile)))

    def write(
        self,
        path: Path,
        items: Iterable[Unit] | Iterable[Entry] | Iterable[Written],
        options: WriteOptions = _WRITE_OPTIONS,
    ) -> LossReport:
        """What could not be carried. On any error no file appears, and an old one stays as it was."""
        self._check_kind(options.kind)
        return self._code().write(path, items, replace(options, profile=self.chosen_profile(options.profile)))

    def _code(self) -> FormatModule:
        return cast("FormatModule", import_module(self.module))

    def chosen_profile(self, name: str | None) -> str:
        """The profile of that name, or the one by default; `UsageError` if there is none."""
        if name is not None and name not in self.profiles:
            raise UsageError(
                f"{self.name} has no profile {name}", hint=f"Profiles of {self.name}: {', '.join(self.profiles)}."
            )
        return name or self.profiles[0]

    def _check_kind(self, kind: Kind | None) -> None:
        if kind is not None and kind not in self.carries:
            raise UsageError(f"{self.name} carries {' and '.join(sorted(self.carries))}, not {kind}")


_TABLE = "rnk_gloss.interchange.delimited"
_BOTH: frozenset[Kind] = frozenset({"units", "entries"})
_FORMATS = (
    Format("jsonl", (".jsonl",), _BOTH, ("plain",), "rnk_gloss.interchange.jsonl", whole=True),
    Format("tmx", (".tmx",), frozenset({"units"}), ("plain", "omegat"), "rnk_gloss.interchange.tmx"),
    Format(
        "xliff",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
        frozenset({"units"}),
        ("2.1", "1.2"),
        "rnk_gloss.interchange.xliff",
    ),
    Format("po", (".po", ".pot"), frozenset({"units"}), ("plain",), "rnk_gloss.interchange.po"),
    # Excel is what opens a .csv when it is double-clicked, and only a file made for it shows its Japanese there.
    Format("csv", (".csv",), _BOTH, ("excel", "plain", "omegat", "memoq", "multiterm"), _TABLE),
    Format("tsv", (".tsv", ".tab"), _BOTH, ("plain", "excel", "omegat", "memoq", "multiterm"), _TABLE),
    # A .txt or .utf8 glossary is OmegaT's.
    Format("txt", (".txt", ".utf8"), _BOTH, ("omegat", "plain", "excel", "memoq", "multiterm"), _TABLE),
    # Version 2 is what tools read; none but checkers of the standard read version 3.
    Format(
        "tbx",
        (".tbx",),
        frozenset({"entries"}),
        ("basic2", "basic3", "basic3-dct"),
        "rnk_gloss.interchange.tbx",
        contexts=True,
    ),
    Format("xlsx", (".xlsx", ".xlsm"), _BOTH, ("plain", "memoq", "multiterm"), "rnk_gloss.interchange.xlsx"),
    # For people: written, never read.
    Format(
        "markdown",
        (".md", ".markdown"),
        frozenset({"entries"}),
        ("gojuon", "a-z"),
        "rnk_gloss.interchange.markdown_glossary",
    ),
    Format(
        "html",
        (".html", ".htm"),
        frozenset({"entries"}),
        ("gojuon", "ruby", "a-z"),
        "rnk_gloss.interchange.html_glossary",
    ),
    Format("utx", (".utx",), frozenset({"entries"}), ("utx",), _TABLE),
)


# What people have in hand whose tool can save it as something that is read here.
_INSTEAD = {
    ".xls": "Save it as .xlsx or CSV",
    ".ods": "Save it as .xlsx or CSV",
    ".numbers": "Export it as CSV or Excel (.xlsx)",
    ".xml": "Of a MultiTerm termbase, make TBX or a table; of a memory, TMX",
    ".sdltm": "Export the memory as TMX in Trados Studio",
    ".sdltb": "Export the termbase as a table or TBX with MultiTerm",
    ".ttx": "Save it as bilingual file or TMX, or open it in Trados Studio and take the .sdlxliff",
    ".mtb": "Export the termbase as CSV",
    ".ts": "Convert it with Qt's lconvert: lconvert -o FILE.po FILE.ts",
    ".strings": "Export the localisations from Xcode as .xliff",
    ".properties": "Convert it with prop2po of Translate Toolkit",
    ".json": "Convert it with json2po of Translate Toolkit; JSON lines of rnk-gloss end in .jsonl",
    **dict.fromkeys((".docx", ".odt", ".pdf"), "For the terms and segments of texts there is: rnk-gloss extract"),
}


def formats() -> tuple[Format, ...]:
    """Every format that can be read and written."""
    return _FORMATS


def format_for(path: Path, name: str | None = None) -> Format:
    """The format called `name`, else the one that the suffix of the path stands for; `UsageError` if there is none."""
    suffix = path.suffix.lower()
    for candidate in _FORMATS:
        if candidate.name == name or (name is None and suffix in candidate.suffixes):
            return candidate
    known = ", ".join(f"{one.name} ({' '.join(one.suffixes)})" for one in _FORMATS)
    problem = f"there is no format {name}" if name else f"{path}: no format is known by the suffix '{suffix}'"
    instead = f"{_INSTEAD[suffix]}. " if name is None and suffix in _INSTEAD else ""
    raise UsageError(problem, hint=f"{instead}Formats: {known}.")
