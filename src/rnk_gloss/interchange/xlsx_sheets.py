"""What stands in a workbook beside its rows: its sheets, shared texts, and number formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.xlsx_package import Package
from rnk_gloss.interchange.xlsx_texts import SharedTexts
from rnk_gloss.interchange.xlsx_values import whole_number


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name and the part that holds it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """What the rows of all sheets need. `readings` are the furigana of shared texts, where they cover every kanji."""

    package: Package
    sheets: list[Sheet]
    texts: list[str]
    readings: dict[int, str]
    formats: list[tuple[int, str]]
    from_1904: bool = False


def open_workbook(package: Package) -> Workbook:
    """The workbook without its rows; `InputError` if the file holds none."""
    root = package.targets("")
    main = next((part for kind, part in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    catalogue = _Catalogue()
    package.parse_whole(main, catalogue)
    relations = package.targets(main)
    sheets = [
        Sheet(name, relations[key][1], hidden)
        for name, key, hidden in catalogue.sheets
        if key in relations and relations[key][0] == "worksheet"
    ]
    if not sheets:
        raise InputError(f"{package.path}: not a workbook that can be read: it has no sheets", hint="Save it as .xlsx.")
    parts = dict(relations.values())
    texts, formats = SharedTexts(package.path), _Formats()
    package.parse_whole(parts.get("sharedStrings", ""), texts)
    package.parse_whole(parts.get("styles", ""), formats)
    return Workbook(package, sheets, texts.found, texts.readings, formats.by_style(), catalogue.from_1904)


class _Catalogue:
    """The list of sheets in the workbook part."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            key = next((value for one, value in attributes.items() if one.rpartition("}")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), key, attributes.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def data(self, text: str) -> None:
        """The list holds no text."""


class _Formats:
    """The number format of each cell style."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self._codes[whole_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and self._inside:
            self._styles.append(whole_number(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def data(self, text: str) -> None:
        """Styles hold no text."""

    def by_style(self) -> list[tuple[int, str]]:
        return [(number, self._codes.get(number, "")) for number in self._styles]
