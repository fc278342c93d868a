"""What happens when a file translates otherwise than the store does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OnConflict(StrEnum):
    """Who wins: the store (KEEP), the file (REPLACE), or nobody: both translations stand (BOTH), and of a term the
    one that the glossary had stays the preferred one."""

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A source that the store renders as `held` and the file as `given`; `line` of the file where it is known, else
    the number of the unit in it."""

    source: str
    held: str
    given: str
    line: int = 0
