"""What can be asked of entries: the conditions of a selection, each a plain value that the store understands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rnk_gloss.model.status import Status


class Part(StrEnum):
    """What an entry may have or lack; a question is another entry that may be the same term."""

    NOTE = "note"
    ENGLISH = "english"
    VARIANT = "variant"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Holds:
    """The term, its reading, romaji, a variant or a target holds one of `texts`, or the reading or romaji fits a
    regular expression; an empty one fits nothing. Every text that fits it holds its parts, one behind the other: that
    is sooner asked."""

    texts: tuple[str, ...] = ()
    reading_pattern: str = ""
    romaji_pattern: str = ""
    reading_parts: tuple[str, ...] = ()
    romaji_parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusIs:
    """The entry stands in one of these statuses."""

    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class SubjectHolds:
    """The subject field holds this text; an empty one asks for entries without a subject field."""

    text: str


@dataclass(frozen=True, slots=True)
class ScoreBetween:
    """The score (0–100) is at least `least` and below `below`."""

    least: float
    below: float


@dataclass(frozen=True, slots=True)
class CountBetween:
    """The term stands at least `least` and at most `most` times in the texts."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class InDocument:
    """The term stands in a document of which the path holds this text."""

    part_of_path: str


@dataclass(frozen=True, slots=True)
class Has:
    """The entry has this part."""

    part: Part


Plain: TypeAlias = Holds | StatusIs | SubjectHolds | ScoreBetween | CountBetween | InDocument | Has


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Plain


Condition: TypeAlias = Plain | Not
