"""Reading a table of names, as a user writes one in a spreadsheet or an editor."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.established_name import CATEGORIES, EstablishedName, name_key
from rnk_gloss.text.kana import to_hiragana
from rnk_gloss.text.script import is_japanese

COLUMNS = ("japanese", "english", "reading", "category")
HINT = "a table of names has the columns Japanese, English and, if wanted, reading and category"
OWN_SOURCE = "own names"
DEFAULT_CATEGORY = "term"

MOST_BYTES = 8_000_000
MOST_CHARACTERS = 300

# What a header may call a column; of several such columns the one named first here is taken.
_TITLES = {
    "japanese": ("japanese", "ja", "日本語", "原語", "source"),
    "english": ("english", "en", "英語", "訳語", "target"),
    "reading": ("reading", "読み", "よみ", "読み方"),
    "category": ("category", "分類", "種別"),
}
_BETWEEN_FORMS = re.compile("[|｜]")
_BETWEEN_RENDERINGS = re.compile("[|｜;；]")
_KANA = re.compile("[ぁ-ゖーゝゞ]*")


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was left out: the line where it begins, from 1, and the reason."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class NameTable:
    """The names of a table in its order, and the rows that are none."""

    names: tuple[EstablishedName, ...]
    skipped: tuple[SkippedRow, ...]


def read_name_table(path: Path) -> NameTable:
    """The names in a CSV or TSV file (UTF-8), with or without a first line that names its columns.

    Several spellings stand with | between them, several renderings with | or ;. Of rows that share a spelling the
    first one counts. Raises `InputError` with path and line for a file that cannot be read as a table.
    """
    rows = list(_records(path))
    places = _places(rows[0][1], path) if rows else None
    names: list[EstablishedName] = []
    skipped: list[SkippedRow] = []
    lines_by_key: dict[str, int] = {}
    for line, cells in rows if places is None else rows[1:]:
        name = _name(cells, places or {column: place for place, column in enumerate(COLUMNS)})
        if not isinstance(name, str):
            keys = [name_key(form) for form in name.japanese]
            earlier = next((lines_by_key[key] for key in keys if key in lines_by_key), None)
            if earlier is None:
                lines_by_key.update(dict.fromkeys(keys, line))
                names.append(name)
                continue
            name = f"the same name as in line {earlier}"
        skipped.append(SkippedRow(line, name))
    return NameTable(tuple(names), tuple(skipped))


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line where it begins."""
    lines = _text(path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = "\t" if any("\t" in line for line in lines[:1]) else ","
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                f"{path}:{line}: not a row of a table: {error}", hint="is a quotation mark left open?"
            ) from error
        clean = [" ".join(cell.split()) for cell in cells]
        if any(clean):
            yield line, clean


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        data = b"" if size > MOST_BYTES else path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}", hint=HINT) from error
    if size > MOST_BYTES:
        raise InputError(
            f"{path}: larger than {MOST_BYTES:,} bytes", hint="import a whole glossary with `rnk-gloss import`"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: not UTF-8", hint='save it as UTF-8 (in Excel: "CSV UTF-8")') from error


def _places(cells: list[str], path: Path) -> dict[str, int] | None:
    """Where each column stands, if the row names columns; None if it is a row of values already."""
    titles = [cell.casefold() for cell in cells]
    places = {
        column: titles.index(next(title for title in known if title in titles))
        for column, known in _TITLES.items()
        if not set(known).isdisjoint(titles)
    }
    if not places:
        return None
    for column in ("japanese", "english"):
        if column not in places:
            raise InputError(f"{path}:1: the first line names columns, but none is {column.capitalize()}", hint=HINT)
    return places


def _name(cells: list[str], places: dict[str, int]) -> EstablishedName | str:
    """The name that stands in a row, or why there is none."""
    given = {column: cells[place] if place < len(cells) else "" for column, place in places.items()}
    forms = _several(_BETWEEN_FORMS, given["japanese"])
    english = _several(_BETWEEN_RENDERINGS, given["english"])
    reading = to_hiragana(given.get("reading", "")).replace(" ", "")
    category = given.get("category", "").casefold() or DEFAULT_CATEGORY
    if not forms or not all(map(name_key, forms)):
        return "no Japanese"
    if not english:
        return "no English"
    reason = _fault(given, reading, category)
    return reason or EstablishedName(forms, reading, english, category, OWN_SOURCE)


def _fault(given: dict[str, str], reading: str, category: str) -> str:
    """What is wrong with the values of a row; "" when nothing is."""
    if any(len(value) > MOST_CHARACTERS for value in given.values()):
        return f"a cell is longer than {MOST_CHARACTERS} characters"
    if not all(value.isprintable() for value in given.values()):
        return "a control character"
    if any(map(is_japanese, given["english"])):
        return "Japanese where the English should be; are the columns the other way round?"
    if not _KANA.fullmatch(reading):
        return "a reading that is not in kana"
    if category not in CATEGORIES:
        return f"an unknown category, {category!r}: one of {', '.join(sorted(CATEGORIES))}"
    return ""


def _several(separator: re.Pattern[str], cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in separator.split(cell) if value.strip()))
