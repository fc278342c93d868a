"""Ids that no two units of a file share."""

from __future__ import annotations

from rnk_gloss.interchange.report import LossTally


class UniqueIds:
    """Numbers an id that was given before, and counts that."""

    def __init__(self, losses: LossTally) -> None:
        self._losses = losses
        self._last_number: dict[str, int] = {}

    def given(self, wanted: str) -> str:
        """The id that is wanted, with a number behind it if it has been given before."""
        unique = wanted
        while unique in self._last_number:
            self._last_number[wanted] += 1
            unique = f"{wanted}-{self._last_number[wanted]}"
        if unique != wanted:
            self._losses.add("ids used twice", "the id with a number")
        self._last_number[unique] = 1
        return unique
