"""What all screens of one session share: the open glossary, one more for background work, and how things look."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rnk_gloss.errors import NotFoundError
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.tui.glyphs import GLYPHS, Glyphs
from rnk_gloss.tui.wording import say

if TYPE_CHECKING:
    from rnk_gloss.match.scoring import Scoring
    from rnk_gloss.model.operation import Operation
    from rnk_gloss.tui.pair_editor import PairDraft

# While the main thread waits for another program, no key is answered.
_PATIENCE = 1.5


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation was done to: the kind of thing, and the ids of those that it touched. `lists` says that it
    made or removed some: a list that held them is another one once the operation is taken back."""

    kind: str
    keys: tuple[int, ...] = ()
    lists: bool = False


# Ids of operations with what they were done to, the newest last.
_Steps: TypeAlias = list[tuple[int, Done]]


class Desk:
    """A reviewer's desk. `glossary` belongs to the main thread; worker threads take turns at a second connection."""

    def __init__(
        self, database: Path, *, author: str, glyphs: Glyphs = GLYPHS["unicode"], scoring: Scoring | None = None
    ) -> None:
        self.database = database
        self._author = author
        self.glyphs = glyphs
        self.glossary = Glossary.open(database, author=author, create=False, busy_seconds=_PATIENCE)
        self.is_warm = False
        self._behind = Glossary.open(database, author=author, create=False, scoring=scoring)
        self._turn = threading.Lock()
        self._done: _Steps = []
        self._undone: _Steps = []
        # What was typed of segments and is not stored, by their ids: whoever leaves the screen finds it there again.
        self.drafts: dict[int, PairDraft] = {}

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

    @contextmanager
    def aside(self) -> Iterator[Glossary]:
        """The glossary, opened once more for one piece of work of many seconds: nobody waits for its turn behind it."""
        with Glossary.open(self.database, author=self._author, create=False) as glossary:
            yield glossary

    def warm_up(self) -> None:
        """Load, in a worker thread, what the first decision and the first card would otherwise wait for."""
        from rnk_gloss.service import review
        from rnk_gloss.text.readings import romaji

        assert review
        romaji("あ")
        if not gc.get_freeze_count():
            # What was loaded stays, and there is so much of it that looking it through for waste takes a tenth of a
            # second, now and then, in the middle of a key.
            gc.freeze()
        self.is_warm = True

    def romaji(self, reading: str) -> str:
        """The reading in Latin letters; empty until `warm_up` is done."""
        return _romaji(reading) if self.is_warm and reading else ""

    def stamp(self) -> int:
        """A number that is another one after every operation on the database, whoever did it. Raises `DatabaseError`
        where the file is no longer there."""
        self.glossary.workspace.check_file()
        return self.glossary.newest_operation()

    def note_done(self, done: Done, operation: int | None = None) -> int:
        """The id of the operation, the main thread's last one if none is named: from now on undo can take it back."""
        key = self.glossary.workspace.last_operation if operation is None else operation
        self._done.append((key, done))
        self._undone.clear()
        return key

    def undo(self) -> tuple[Operation, Done]:
        """The last operation that was done at this desk and still stands, taken back, and what it was done to.

        What others did, and what was done before the review began, is left alone. Raises `NotFoundError` where
        nothing is left, and `ConflictError` where somebody has changed the same thing since.
        """
        return self._move(self._done, self._undone, say("Nothing is left to undo: nothing else was done here."))

    def redo(self) -> tuple[Operation, Done]:
        """What was undone last at this desk, done again; as `undo`."""
        return self._move(self._undone, self._done, say("There is nothing to redo."))

    def _move(self, taken: _Steps, given: _Steps, nothing: str) -> tuple[Operation, Done]:
        if not taken:
            raise NotFoundError(nothing, hint=say("rnk-gloss history lists what was done before, undo takes it back"))
        key, done = taken[-1]
        # What cannot be taken back now stays the next to be tried: the conflict may be undone elsewhere.
        operation = self.glossary.take_back(key)
        taken.pop()
        given.append((self.glossary.workspace.last_operation, done))
        return operation, done


@lru_cache(maxsize=2048)
def _romaji(reading: str) -> str:
    from rnk_gloss.text.readings import romaji

    return romaji(reading)
