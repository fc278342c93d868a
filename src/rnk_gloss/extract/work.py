"""Progress through work of several parts, told in one measure."""

from __future__ import annotations

from collections.abc import Callable

# Told of what is done and of all there is to do.
Progress = Callable[[int, int], None]

MOST_CALLS = 1000


class Work:
    """Work worth `total` units, done in parts; `progress` is told at most about a thousand times, never backwards."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._progress = progress
        self._told = -1

    def part(self, start: float, end: float) -> Progress:
        """What a part of the work tells its own progress; `start` and `end` are its shares of the whole, 0 to 1."""

        def tell(done: int, whole: int) -> None:
            share = done / whole if whole else 1.0
            self._tell(int(self._total * (start + (end - start) * share)))

        return tell

    def finish(self) -> None:
        """Tells that all is done."""
        if self._progress is not None and self._told < self._total:
            self._told = self._total
            self._progress(self._total, self._total)

    def _tell(self, done: int) -> None:
        if self._progress is not None and done - self._told >= max(1, self._total // MOST_CALLS) and done < self._total:
            self._told = done
            self._progress(done, self._total)
