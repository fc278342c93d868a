"""Times as TMX writes them (YYYYMMDDThhmmssZ) and as the program keeps them (ISO 8601, UTC)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from rnk_gloss.interchange.report import LossTally

_TMX = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_ISO_SECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


# A memory names few moments, and each of them many times.
@lru_cache(maxsize=4096)
def from_tmx(text: str) -> str | None:
    """`20240401T093000Z` → `2024-04-01T09:30:00Z`; None if it is no time. Other ISO 8601 forms are understood too,
    and a time without a zone is taken for UTC."""
    moment = _moment(text)
    if moment is None:
        return None
    if _TMX.fullmatch(text):
        return f"{text[:4]}-{text[4:6]}-{text[6:11]}:{text[11:13]}:{text[13:]}"
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


@lru_cache(maxsize=4096)
def exact_to_tmx(text: str) -> str | None:
    """The same for a time that `is_exact`; None for any other."""
    if not _ISO_SECONDS.fullmatch(text):
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text.replace("-", "").replace(":", "")


@lru_cache(maxsize=4096)
def to_tmx(text: str) -> str | None:
    """`2024-04-01T09:30:00Z` → `20240401T093000Z`; None if it is no time. Fractions of a second are cut off."""
    moment = _moment(text)
    if moment is None:
        return None
    exact = text if is_exact(text) else moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    return exact.replace("-", "").replace(":", "")


@lru_cache(maxsize=4096)
def is_exact(text: str) -> bool:
    """Whether TMX can hold the time without changing the way it is written."""
    return _ISO_SECONDS.fullmatch(text) is not None


def written_time(text: str, losses: LossTally) -> str:
    """The time in seconds of UTC, "" for what is none; what that costs is counted."""
    written = from_tmx(text)
    if written is None:
        losses.add("times that are none")
    elif not is_exact(text):
        losses.add("time zones and fractions of a second", "seconds in UTC")
    return written or ""


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
