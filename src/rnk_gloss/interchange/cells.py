"""What a cell of a table holds beside plain text: several values, a guard against spreadsheets, a status word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rnk_gloss.model.entry import Status

# What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection; in Japanese locales also at full width),
# behind any number of guards, so that guarding and unguarding are each other's inverse.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")

_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')

_SEPARATOR = re.compile(r"\\(.)|\|", re.DOTALL)

_OPENING, _CLOSING = "([{（［｛「『〈《【〔", ")]}）］｝」』〉》】〕"
# What stands for a separator in Japanese text beside its wide form.
_SEPARATOR_FORMS = {"、": ",", "､": ","}

STATUS_WORDS = {
    **dict.fromkeys(("candidate", "provisional", "proposed", "候補", "未承認"), Status.CANDIDATE),
    **dict.fromkeys(("approved", "承認", "承認済", "承認済み", "確定"), Status.APPROVED),
    **dict.fromkeys(("rejected", "却下", "不採用"), Status.REJECTED),
}


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` put there, or the formula ="…" in which people keep a number as
    it is."""
    if formula := _TEXT_FORMULA.fullmatch(text):
        return formula[1].replace('""', '"')
    return text[1:] if _GUARDED.match(text) else text


def joined_values(values: Iterable[str]) -> str:
    """Several values in one cell: `king|monarch`, with a backslash before a | or backslash that is text."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def split_values(cell: str) -> tuple[str, ...]:
    """The values that `joined_values` joined; white space at their ends and empty ones are left out."""
    values, current, end = [], "", 0
    for match in _SEPARATOR.finditer(cell):
        current += cell[end : match.start()] + (match[1] or "")
        end = match.end()
        if match[1] is None:
            values.append(current)
            current = ""
    values.append(current + cell[end:])
    return tuple(value.strip() for value in values if value.strip())


def split_alternatives(cell: str, separator: str) -> tuple[str, ...]:
    """The terms that someone wrote into one cell with this separator between them, each once, without blanks around.

    A separator of one character is meant in its wide form, too (; and ；, comma and 、). One in brackets separates
    nothing, unless the brackets do not close.
    """
    if len(separator) > 1:
        pieces = cell.split(separator)
    else:
        pieces = _split_outside_brackets(cell, separator) or _split_outside_brackets(cell, separator, brackets=False)
    return tuple(dict.fromkeys(stripped for piece in pieces if (stripped := piece.strip())))


def _split_outside_brackets(cell: str, separator: str, *, brackets: bool = True) -> list[str]:
    """The pieces; none if a bracket is not closed."""
    wanted = _plain_separator(separator)
    pieces, depth, start = [], 0, 0
    for place, character in enumerate(cell):
        if brackets and character in _OPENING:
            depth += 1
        elif brackets and character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and _plain_separator(character) == wanted:
            pieces.append(cell[start:place])
            start = place + 1
    return [] if depth else [*pieces, cell[start:]]


def _plain_separator(character: str) -> str:
    return _SEPARATOR_FORMS.get(character) or unicodedata.normalize("NFKC", character)
