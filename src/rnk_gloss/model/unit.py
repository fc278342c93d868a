"""Units of the memory."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.status import Status


@dataclass(frozen=True, slots=True)
class Property:
    """A named value that another tool put on a unit: `level` is `unit`, `source` or `target` (TMX tu or tuv)."""

    level: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A translation unit of the memory with what TMX can say of it. Times are ISO 8601 in UTC."""

    source: str
    target: str
    id: int | None = None
    source_language: str = "ja"
    target_language: str = "en"
    status: Status = Status.CANDIDATE
    origin: str = ""
    document: str = ""
    previous: str = ""
    following: str = ""
    note: str = ""
    created_at: str = ""
    created_by: str = ""
    changed_at: str = ""
    changed_by: str = ""
    used_at: str = ""
    usage_count: int = 0
    external_id: str = ""
    properties: tuple[Property, ...] = ()
