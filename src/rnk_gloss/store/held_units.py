"""What the memory holds for the sources of a file that is being imported."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from rnk_gloss.model.segment import Unit
from rnk_gloss.model.status import Status

_BATCH = 500


class HeldUnit(NamedTuple):
    """As much of a unit of the memory as says whether it is the same as one of a file."""

    id: int
    target: str
    languages: tuple[str, str]
    document: str
    number: int | None
    previous: str
    following: str
    external_id: str
    status: Status

    @property
    def context(self) -> tuple[str, int | None, str, str]:
        """Where it stands: document, place in it, and the texts around it."""
        return self.document, self.number, self.previous, self.following


def context_of(unit: Unit) -> tuple[str, int | None, str, str]:
    """The same of a unit that comes."""
    number = None if unit.alignment is None else unit.alignment.number
    return unit.document, number, unit.previous, unit.following


def held_units(connection: sqlite3.Connection, sources: Collection[str], last: int) -> dict[str, list[HeldUnit]]:
    """The units with one of these sources, by source, the oldest first; none with an id above `last`."""
    found: dict[str, list[HeldUnit]] = defaultdict(list)
    wanted = sorted(set(sources)) if last else []
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        rows = connection.execute(
            "SELECT source, id, target, source_language, target_language, document_name, number, previous, following,"
            f" external_id, status FROM unit WHERE source IN ({', '.join('?' for _ in batch)})"
            " AND id <= ? ORDER BY id",
            (*batch, last),
        )
        for row in rows:
            source, key, target, source_language, target_language, document, number, previous, following = row[:9]
            languages = source_language, target_language
            found[source].append(
                HeldUnit(key, target, languages, document, number, previous, following, row[9], Status(row[10]))
            )
    return found
