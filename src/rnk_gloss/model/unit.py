"""Units of the memory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Status


@dataclass(frozen=True, slots=True)
class Property:
    """A named value that another tool put on a unit: `level` is `unit`, `source` or `target` (TMX tu or tuv)."""

    level: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """What a unit knows as a bead of its document: its `number` there, its places in the characters of the two
    originals, how sure the aligner is (0–100), and what a person changed: the texts as the aligner found them, and
    whether its bounds were moved (`shaped`)."""

    number: int | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    score: float | None = None
    shape: str = ""
    flags: tuple[str, ...] = ()
    found_source: str | None = None
    found_target: str | None = None
    shaped: bool = False

    def exchanged(self) -> Alignment:
        """The same bead where source and target have changed places."""
        return replace(
            self,
            source_span=self.target_span,
            target_span=self.source_span,
            shape="-".join(reversed(self.shape.split("-"))),
            found_source=self.found_target,
            found_target=self.found_source,
        )


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
    alignment: Alignment | None = None
