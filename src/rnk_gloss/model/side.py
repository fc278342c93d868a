"""The sides of the memory: texts, and their translations."""

from __future__ import annotations

from typing import Literal, NamedTuple

Side = Literal["source", "target"]
"""One side of a unit: the text, or its translation."""


class Shelf(NamedTuple):
    """The texts of the memory that stand on one side and are in one language."""

    side: Side
    language: str
