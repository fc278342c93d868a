"""A screen with a long list: its beginning is shown at once, the rest is read in the background and kept fresh."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.model.selection import Beginning
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.painting import Fragment
from rnk_gloss.tui.rows import Reviewed, RowList
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.undoing import UndoingScreen
from rnk_gloss.tui.wording import say


@dataclass(frozen=True, slots=True)
class ListQuery:
    """How a list is read, in a worker thread: what it begins with, and all of it. What two lists of the same `order`
    both hold stands in the same order in both."""

    first: Callable[[Glossary], Beginning]
    whole: Callable[[Glossary], array[int]]
    order: Hashable


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a list: a later one takes its place. `at` is where the cursor shall be, `stamp` that of the store:
    after any operation an id may stand at another place of the same order."""

    number: int
    query: ListQuery
    at: int | None
    stamp: int

    @property
    def order(self) -> tuple[int, Hashable]:
        """The order, as it was at that moment."""
        return self.stamp, self.query.order


class _IdsRead(Message):
    def __init__(self, reading: Reading, keys: array[int]) -> None:
        super().__init__()
        self.reading = reading
        self.keys = keys


class ListScreen(UndoingScreen):
    """Loads a list of ids in the background, and loads it again when the store has changed."""

    SECONDS_BETWEEN_CHECKS: ClassVar[float] = 2.0
    AUTO_FOCUS: ClassVar[str | None] = "RowList"

    class Begun(_IdsRead):
        """The ids with which the list begins have been read."""

    class Loaded(_IdsRead):
        """All ids of the list have been read."""

    class Counted(Message):
        """The figures for the banner have been read."""

        def __init__(self, figures: list[Fragment]) -> None:
            super().__init__()
            self.figures = figures

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen = -1
        # The number of the newest reading, and of the one of which the beginning is shown.
        self._readings = self._begun = 0
        self._shown_order: tuple[int, Hashable] | None = None
        self._counted: tuple[int, Hashable] | None = None
        self._told_by_timer = ""

    @property
    def rows(self) -> RowList[Reviewed]:
        """The list."""
        return self.query_one(RowList)

    def query_now(self) -> ListQuery:
        """How to read the ids that this screen shows now."""
        raise NotImplementedError

    def show_current(self) -> None:
        """Show what stands under the cursor."""
        raise NotImplementedError

    def show_place(self) -> None:
        """Say which one of how many stands under the cursor."""
        raise NotImplementedError

    def describe_list(self) -> None:
        """Say what the list holds, and why where it holds nothing."""
        raise NotImplementedError

    def figures(self, glossary: Glossary) -> list[Fragment]:
        """The figures for the banner; called in a worker thread."""
        raise NotImplementedError

    @property
    def counted_part(self) -> Hashable:
        """What the figures are about: they are counted anew when it is something else."""
        return None

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(self.SECONDS_BETWEEN_CHECKS, self.refresh_if_changed)

    def reload(self, *, at: int | None = None) -> None:
        """Read the list again, the cursor on `at` or where it stands when the list has been read."""
        with errors_told(self):
            self._seen = self.desk.stamp()
        self._readings += 1
        self._load(Reading(self._readings, self.query_now(), at, self._seen))

    @work(thread=True, exclusive=True, group="list")
    def _load(self, reading: Reading) -> None:
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary, glossary.workspace.reading_while(lambda: not worker.is_cancelled):
                # While it waited for its turn, the list may have been asked for anew.
                beginning = Beginning(is_whole=True) if worker.is_cancelled else reading.query.first(glossary)
                keys = beginning.keys
                if not beginning.is_whole:
                    self.post_message(self.Begun(reading, keys))
                    keys = reading.query.whole(glossary)
        except GlossError as error:
            if not worker.is_cancelled:
                self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Loaded(reading, keys))

    @on(Begun)
    def show_beginning(self, message: Begun) -> None:
        """Show the ids with which the list begins, where they tell which of them the cursor is on."""
        reading = message.reading
        if reading.number == self._readings and self.rows.begin(
            message.keys, at=reading.at, in_same_order=reading.order == self._shown_order
        ):
            self._begun, self._shown_order = reading.number, reading.order
            self.describe_list()

    @on(Loaded)
    def show_loaded(self, message: Loaded) -> None:
        """Show all ids of the list."""
        reading = message.reading
        if reading.number != self._readings:
            return
        # Where the beginning was shown, the cursor is there, or where it was moved to since.
        self.rows.complete(message.keys, at=None if reading.number == self._begun else reading.at)
        self._shown_order = reading.order
        self.describe_list()
        self.show_place()
        if self._counted != (self._seen, self.counted_part):
            self.count()

    def count(self) -> None:
        """Bring the figures in the banner up to date."""
        self._counted = (self._seen, self.counted_part)
        self._count()

    @work(thread=True, exclusive=True, group="figures")
    def _count(self) -> None:
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                # While it waited for its turn, a later decision may have asked again.
                figures = [] if worker.is_cancelled else self.figures(glossary)
        except GlossError as error:
            self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(figures))

    @on(Counted)
    def show_figures(self, message: Counted) -> None:
        """Show the figures that were read."""
        self.query_one(Banner).show(message.figures)

    def refresh_if_changed(self) -> None:
        """Read the list again when another screen or another program has changed the store."""
        if not self.is_current:
            return
        try:
            if self.desk.stamp() != self._seen:
                self.reload()
            self._told_by_timer = ""
        except GlossError as error:
            # A timer meets the same fault again and again.
            if error.message != self._told_by_timer:
                tell_error(self, error)
            self._told_by_timer = error.message

    def on_screen_resume(self) -> None:
        if self._seen >= 0:
            self.refresh_if_changed()

    @on(RowList.Moved)
    def cursor_moved(self) -> None:
        """Follow the cursor."""
        self.show_current()

    @on(RowList.EndWanted)
    def end_wanted(self) -> None:
        """Say that the end of the list is not known yet."""
        self._tell_being_read()

    def take_out(self, gone: set[int], *, new: list[int] | None = None, at: int | None = None) -> None:
        """Take things that are gone out of the list, as `RowList.take_out` does."""
        self.rows.take_out(gone, new=new or (), at=at)
        self.describe_list()
        self.show_current()
        if not self.rows.is_whole:
            # The rest is being read as it was before.
            self.reload(at=at)

    def has_end(self) -> bool:
        """Whether the end of the list is known; where it is not yet, this is said."""
        if not self.rows.is_whole:
            self._tell_being_read()
        return self.rows.is_whole

    def has_rows(self) -> bool:
        """Whether there is anything to do something to; where there is not, this is said."""
        rows = self.rows
        if not rows.keys:
            tell(self, say("There is nothing here to do this to."))
        elif rows.is_going_to_the_end:
            # Somebody who has asked for the end means the last row.
            self._tell_being_read()
        return bool(rows.keys) and not rows.is_going_to_the_end

    def _tell_being_read(self) -> None:
        tell(self, say("The list is still being read; its end comes in a moment."))
