"""What a cell of a table holds beside plain text: several values, a guard against spreadsheets, a status word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rnk_gloss.model.entry import Status

# What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection; in Japanese locales also at full width),
# behind any number of guards, so that guarding and unguarding are each other's inverse.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")

_SEPARATOR = re.compile(r"\\(.)|\|", re.DOTALL)

STATUS_WORDS = {
    **dict.fromkeys(("candidate", "provisional", "proposed", "候補", "未承認"), Status.CANDIDATE),
    **dict.fromkeys(("approved", "承認", "承認済", "承認済み", "確定"), Status.APPROVED),
    **dict.fromkeys(("rejected", "却下", "不採用"), Status.REJECTED),
}


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` put there."""
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
