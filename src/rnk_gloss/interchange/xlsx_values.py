"""What a cell of a workbook shows: numbers, dates, and characters that XML cannot hold."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta

_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[ymdhs]", re.IGNORECASE)
_ZEROS = re.compile(r"0{2,}")
_LATEST = 2_958_466
_LEAP_DAY = 60

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_date_format(number: int, code: str) -> bool:
    """Whether a number format shows dates or times: a built-in one by its number, others by their letters."""
    if code:
        return bool(_DATE_LETTER.search(_LITERAL.sub("", code.partition(";")[0])))
    return number in _DATE_FORMATS


def shown_number(value: str, code: str) -> str:
    """A number as Excel shows it by default, with 15 digits; a format of zeros only fills up with them."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not math.isfinite(number):
        return value
    whole = number == int(number) and abs(number) < 1e15
    text = str(int(number)) if whole else f"{number:.15g}"
    return text.zfill(len(code)) if whole and _ZEROS.fullmatch(code) else text


def shown_date(value: str, *, from_1904: bool) -> str | None:
    """A day number as a date, a time, or both, in ISO 8601; None if it is none.

    Days count from 1900-01-00 with a 29 February 1900 that never was (ECMA-376, 18.17.4.1), or from 1904-01-01.
    """
    try:
        days = float(value)
    except ValueError:
        return None
    if not 0 <= days < _LATEST:
        return None
    # A cell has no time zone; one is needed to count.
    start = datetime(1904, 1, 1, tzinfo=UTC) if from_1904 else datetime(1899, 12, 30, tzinfo=UTC)
    if not from_1904 and days < _LEAP_DAY:
        start += timedelta(days=1)
    try:
        moment = (start + timedelta(seconds=round(days * 86_400))).replace(tzinfo=None)
    except OverflowError:
        return None
    if days < 1:
        return moment.time().isoformat()
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(" ")


def unescaped(text: str) -> str:
    """The text with each `_x000D_` as the character it stands for; a half of a surrogate pair alone becomes U+FFFD, and
    NUL nothing."""
    if "_x" not in text:
        return text
    found = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\0", "")
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def escaped_for_cell(text: str) -> str:
    """The text with `_x000B_` for each character that XML cannot hold, as Excel writes them."""
    return _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def whole_number(text: str | None) -> int:
    """The number that stands there, 0 for what is none."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else 0
