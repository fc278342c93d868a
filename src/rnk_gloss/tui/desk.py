"""What all screens of one session share: the open glossary, one more for background work, and how things look."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.service.glossary import Glossary
from rnk_gloss.tui.glyphs import GLYPHS, Glyphs

if TYPE_CHECKING:
    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.operation import Operation


class Desk:
    """A reviewer's desk. `glossary` belongs to the main thread; worker threads take turns at a second connection."""

    def __init__(
        self, database: Path, *, author: str, glyphs: Glyphs = GLYPHS["unicode"], scoring: Scoring | None = None
    ) -> None:
        self.database = database
        self.glyphs = glyphs
        self.glossary = Glossary.open(database, author=author, create=False)
        self.is_warm = False
        self._behind = Glossary.open(database, author=author, create=False, scoring=scoring)
        self._turn = threading.Lock()
        self._touched: dict[int, tuple[str, int]] = {}

    def close(self) -> None:
        """Close both connections, once the background work in hand is done."""
        with self._turn:
            self._behind.close()
        self.glossary.close()

    @contextmanager
    def behind(self) -> Iterator[Glossary]:
        """The glossary for one piece of background work."""
        with self._turn:
            yield self._behind

    def warm_up(self) -> None:
        """Load, in a worker thread, what the first decision and the first card would otherwise wait for."""
        from rnk_gloss.service import review
        from rnk_gloss.text.readings import romaji

        assert review
        romaji("あ")
        self.is_warm = True

    def romaji(self, reading: str) -> str:
        """The reading in Latin letters; empty until `warm_up` is done."""
        return _romaji(reading) if self.is_warm and reading else ""

    def stamp(self) -> int:
        """A number that is another one after every operation on the database, whoever did it."""
        newest = self.glossary.history(limit=1)
        return newest[0].id if newest else 0

    def note_touched(self, kind: str, key: int) -> None:
        """Remember what the newest operation touched, so that its undo can go back there."""
        self._touched[self.stamp()] = (kind, key)

    def undo(self) -> tuple[Operation, tuple[str, int] | None]:
        """The operation that was taken back, and the kind and id of what it touched where that is known."""
        operation = self.glossary.undo()[0]
        return operation, self._carry_over(operation)

    def redo(self) -> tuple[Operation, tuple[str, int] | None]:
        """The undo that was taken back, and the kind and id of what it touched where that is known."""
        operation = self.glossary.redo()
        return operation, self._carry_over(operation)

    def _carry_over(self, operation: Operation) -> tuple[str, int] | None:
        touched = self._touched.get(operation.id)
        if touched is not None:
            # An undo is an operation too, and what a redo takes back.
            self.note_touched(*touched)
        return touched


@lru_cache(maxsize=2048)
def _romaji(reading: str) -> str:
    from rnk_gloss.text.readings import romaji

    return romaji(reading)
