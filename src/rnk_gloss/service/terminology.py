"""Where a word stands in the memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rnk_gloss.errors import UsageError
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.span import Span
from rnk_gloss.store.units import units, units_holding
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit that holds the text that was asked for, and where: `within` counts the characters of that side."""

    unit: Unit
    side: str
    within: Span


def concordance(
    connection: sqlite3.Connection, text: str, *, side: str = "source", limit: int = 50
) -> list[ConcordanceHit]:
    """The units of which one side holds `text` (of any length, Latin letters of any case), newest first."""
    wanted = nfc(text.strip())
    if not wanted:
        raise UsageError("a concordance needs a text to look for")
    if side not in {"source", "target"}:
        raise UsageError(f"the side must be source or target, not {side}")
    keys = units_holding(connection, wanted, target=side == "target", limit=limit)
    hits = []
    for unit in units(connection, keys):
        place = getattr(unit, side).lower().find(wanted.lower())
        if place >= 0:
            hits.append(ConcordanceHit(unit, side, Span(place, place + len(wanted))))
    return hits
