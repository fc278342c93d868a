"""The texts of a workbook's cells: in runs, with their furigana apart, alone or shared by many cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.xlsx_values import unescaped, whole_number

LONGEST_CELL = 1 << 20
"""Excel allows 32,767 characters; a file with more in a cell is no table."""

MOST_TEXTS = 4_000_000
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\u30fb \u3000]+")


class CellText:
    """A text in runs, with its furigana apart; of a shared text or of one that stands in its cell."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pieces: list[str] = []
        self._readings: list[tuple[int, int, str]] = []
        self._phonetic: tuple[int, int] | None = None
        self._open = False
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rPh":
            self._phonetic = whole_number(attributes.get("sb")), whole_number(attributes.get("eb"))
        elif name == "t":
            self._open = True

    def end(self, name: str) -> None:
        if name == "rPh":
            self._phonetic = None
        elif name == "t":
            self._open = False

    def data(self, text: str) -> None:
        if not self._open:
            return
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise endless_cell(self._path)
        if self._phonetic is None:
            self._pieces.append(text)
        else:
            self._readings.append((*self._phonetic, text))

    def text(self) -> str:
        return unescaped("".join(self._pieces))

    def reading(self) -> str:
        """The text with its furigana in the place of the kanji; "" if that does not give kana alone."""
        if not self._readings:
            return ""
        text = "".join(self._pieces)
        reading, place = "", 0
        for start, end, kana in sorted(self._readings, key=itemgetter(0, 1)):
            reading += text[place:start] + kana if start >= place else kana
            place = max(place, end)
        reading += text[place:]
        return reading if _KANA.fullmatch(reading) else ""


class SharedTexts:
    """The shared texts in their order."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.found: list[str] = []
        self.readings: dict[int, str] = {}
        self._text = CellText(path)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._text = CellText(self._path)
        self._text.start(name, attributes)

    def end(self, name: str) -> None:
        self._text.end(name)
        if name != "si":
            return
        if len(self.found) >= MOST_TEXTS:
            raise InputError(f"{self._path}: more than {MOST_TEXTS:,} texts", hint="Split the workbook.")
        if reading := self._text.reading():
            self.readings[len(self.found)] = reading
        self.found.append(self._text.text())

    def data(self, text: str) -> None:
        self._text.data(text)


def endless_cell(path: Path) -> InputError:
    """The error for a cell whose text does not end."""
    return InputError(f"{path}: a cell holds more than {LONGEST_CELL:,} characters: this is no table")
