"""What was done to the store: operations and their changes, by which they can be undone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operation:
    """One undoable step: what it was called, when (ISO 8601, UTC), by whom, and how many rows it touched."""

    id: int
    name: str
    at: str
    author: str
    changes: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done to one thing: what it was called, when (ISO 8601, UTC), and by whom."""

    name: str
    at: str
    author: str
