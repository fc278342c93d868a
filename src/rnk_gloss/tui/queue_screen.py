"""A screen with a list of things to decide on, one key for one decision: what terms and segments have in common."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias, TypeVar

from textual import events, on, work
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Status
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.text.cells import fit
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.painting import Fragment
from rnk_gloss.tui.rows import Reviewed, RowList
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import errors_told, tell, tell_error

_DEBOUNCE = 0.15
_LONGEST_TOLD = 24

Query: TypeAlias = "Callable[[Glossary], array[int]]"
ChoiceT = TypeVar("ChoiceT")


class QueueScreen(Screen[None]):
    """Loads a list of ids in the background, keeps it fresh, and stores each decision at once."""

    KIND: ClassVar[str]
    SECONDS_BETWEEN_CHECKS: ClassVar[float] = 2.0
    AUTO_FOCUS: ClassVar[str | None] = "RowList"

    class Loaded(Message):
        """A list of ids has been read; `at` is where the cursor shall be."""

        def __init__(self, keys: array[int], at: int | None) -> None:
            super().__init__()
            self.keys = keys
            self.at = at

    class Counted(Message):
        """The figures for the banner have been read."""

        def __init__(self, figures: list[Fragment]) -> None:
            super().__init__()
            self.figures = figures

    class Failed(Message):
        """Background work could not be done."""

        def __init__(self, error: GlossError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.filter_text = ""
        self._seen = -1
        self._debounce: Timer | None = None
        self._has_told_input_method = False

    @property
    def rows(self) -> RowList[Reviewed]:
        """The list."""
        return self.query_one(RowList)

    def query_now(self) -> Query:
        """How to read the ids that this screen shows now; it is called in a worker thread."""
        raise NotImplementedError

    def show_current(self) -> None:
        """Show what stands under the cursor."""
        raise NotImplementedError

    def describe_list(self) -> None:
        """Say what the list holds, and why where it holds nothing."""
        raise NotImplementedError

    def figures(self, glossary: Glossary) -> list[Fragment]:
        """The figures for the banner; called in a worker thread."""
        raise NotImplementedError

    def decide(self, key: int, status: Status) -> int:
        """How many things changed their status."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one("#filter").display = False
        self.reload()
        self.set_interval(self.SECONDS_BETWEEN_CHECKS, self.refresh_if_changed)

    def reload(self, *, at: int | None = None) -> None:
        """Read the list again, the cursor on `at` or where it stands."""
        with errors_told(self):
            self._seen = self.desk.stamp()
        self._load(self.query_now(), self.rows.key if at is None else at)

    @work(thread=True, exclusive=True, group="list")
    def _load(self, query: Query, at: int | None) -> None:
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                keys = query(glossary)
        except GlossError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Loaded(keys, at))

    @on(Loaded)
    def show_loaded(self, message: Loaded) -> None:
        """Show the ids that were read."""
        self.rows.show(message.keys, at=message.at)
        self.describe_list()
        self.count()

    @work(thread=True, exclusive=True, group="figures")
    def count(self) -> None:
        """Bring the figures in the banner up to date."""
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                figures = self.figures(glossary)
        except GlossError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(figures))

    @on(Counted)
    def show_figures(self, message: Counted) -> None:
        """Show the figures that were read."""
        self.query_one(Banner).show(message.figures)

    @on(Failed)
    def show_failure(self, message: Failed) -> None:
        """Say what went wrong in the background."""
        tell_error(self, message.error)

    def refresh_if_changed(self) -> None:
        """Read the list again when another screen or another program has changed the store."""
        if not self.is_current:
            return
        with errors_told(self):
            if self.desk.stamp() != self._seen:
                self.reload()

    def on_screen_resume(self) -> None:
        if self._seen >= 0:
            self.refresh_if_changed()

    @on(RowList.Moved)
    def cursor_moved(self) -> None:
        """Follow the cursor."""
        self.show_current()

    def note_done(self, key: int) -> None:
        """Take in an operation that has just been stored for this thing."""
        self.desk.note_touched(self.KIND, key)
        self._seen = self.desk.stamp()
        self.rows.forget(key)
        self.count()

    def _decide(self, status: Status) -> None:
        key = self.rows.key
        if key is None:
            return
        with errors_told(self):
            if self.decide(key, status):
                self.note_done(key)
            if status is Status.CANDIDATE or self.rows.cursor == len(self.rows.keys) - 1:
                self.show_current()
            else:
                self.rows.action_down()

    def action_approve(self) -> None:
        """Approve what stands under the cursor."""
        self._decide(Status.APPROVED)

    def action_reject(self) -> None:
        """Reject what stands under the cursor."""
        self._decide(Status.REJECTED)

    def action_reopen(self) -> None:
        """Make what stands under the cursor undecided again."""
        self._decide(Status.CANDIDATE)

    def action_later(self) -> None:
        """Put what stands under the cursor at the end of the list."""
        self.rows.put_last()

    def action_undo(self) -> None:
        """Take the last operation back, and go to what it touched."""
        with errors_told(self):
            operation, touched = self.desk.undo()
            self._go_back_to(touched, f"Undid: {operation.name}")

    def action_redo(self) -> None:
        """Do again what was undone last, and go to what it touched."""
        with errors_told(self):
            operation, touched = self.desk.redo()
            self._go_back_to(touched, f"Did again: {operation.name}")

    def _go_back_to(self, touched: tuple[str, int] | None, message: str) -> None:
        if touched is None or touched[0] != self.KIND:
            tell(self, message)
            self.reload()
            return
        key = touched[1]
        self._seen = self.desk.stamp()
        self.rows.forget(key)
        self.count()
        if not self.rows.move_to_key(key):
            tell(self, message)
            self.reload(at=key)
            return
        self.show_current()
        row = self.rows.row
        tell(self, message if row is None else f"{message}  {fit(row.source, _LONGEST_TOLD).rstrip()}")

    def action_filter(self) -> None:
        """Open the filter."""
        box = self.query_one("#filter", TextInput)
        box.display = True
        box.focus()

    @on(Input.Changed, "#filter")
    def filter_changed(self, event: Input.Changed) -> None:
        """Read the list again once typing rests."""
        if self._debounce is not None:
            self._debounce.stop()
        self.filter_text = event.value.strip()
        self._debounce = self.set_timer(_DEBOUNCE, self.reload)

    @on(Input.Submitted, "#filter")
    def filter_done(self) -> None:
        """Go back to the list, which stays filtered."""
        self.query_one("#filter").display = bool(self.filter_text)
        self.rows.focus()

    def clear_filter(self) -> None:
        """Show everything again when the list is read next."""
        box = self.query_one("#filter", TextInput)
        with box.prevent(Input.Changed):
            box.value = ""
        box.display = False
        self.filter_text = ""

    def on_key(self, event: events.Key) -> None:
        box = self.query_one("#filter", TextInput)
        if event.key == "escape" and (box.has_focus or self.filter_text):
            event.stop()
            self.clear_filter()
            self.reload()
            self.rows.focus()
            return
        character = event.character or ""
        is_typing = isinstance(self.focused, Input)
        if is_typing or character.isascii() or event.key in self.active_bindings or self._has_told_input_method:
            return
        self._has_told_input_method = True
        tell(self, "Japanese input is on: keys work after 英数 or ctrl+space", seconds=6)


def following(choices: Sequence[ChoiceT], present: ChoiceT) -> ChoiceT:
    """The choice after the present one; after the last, the first."""
    return choices[(choices.index(present) + 1) % len(choices)]
