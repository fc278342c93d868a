"""Choosing one thing of many by typing a part of it, or by its number."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic
from unicodedata import normalize

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.rows import RowList, RowT
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.wording import noted, say


class Picker(ModalScreen[RowT | None], Generic[RowT]):
    """Asks for one row of a list that follows what is typed; the answer is None when it was left.

    `find` gives the ids of the rows for a text, in a worker thread; `fetch` the rows of ids and `paint` their lines, as
    for a `RowList`. `about` says at a width what is chosen for, and what the row under the cursor would make of it.
    With `numbered`, a digit chooses a row while nothing has been typed. The cursor begins on the id `present`.
    """

    AUTO_FOCUS: ClassVar[str | None] = "#picker-text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", noted("next row"), priority=True),
        Binding("up", "move(-1)", noted("previous row"), priority=True),
        Binding("escape", "leave", noted("leave")),
    ]

    class Found(Message):
        """The ids for a text have been read, or why they were not."""

        def __init__(self, typed: str, keys: array[int] | None, error: GlossError | None = None) -> None:
            super().__init__()
            self.typed = typed
            self.keys = keys
            self.error = error

    def __init__(
        self,
        title: str,
        find: Callable[[str], array[int]],
        fetch: Callable[[Sequence[int]], Sequence[RowT]],
        paint: Callable[[RowT, int, int], Sequence[Line]],
        *,
        about: Callable[[RowT | None, int], Sequence[Line]] | None = None,
        hint: str = "",
        numbered: bool = False,
        present: int | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._fetch = fetch
        self._paint = paint
        self._about = about
        self._hint = hint
        self._numbered = numbered
        self._present = present
        self._answered = ""
        self._is_chosen = False

    def compose(self) -> ComposeResult:
        with Vertical(id="picker"):
            yield Sheet(id="picker-about")
            yield _PickerInput(placeholder=self._hint, compact=True, id="picker-text", numbered=self._numbered)
            yield RowList[RowT](self._fetch, self._paint, id="picker-list")

    def on_mount(self) -> None:
        # A title that is a plain string would be read as markup.
        self.query_one("#picker").border_title = Content(self._title)
        self._say(say("enter chooses · esc leaves"))
        self.query_one("#picker-about").can_focus = False
        self.query_one("#picker-about").display = self._about is not None
        self._rows.can_focus = False
        if self._numbered:
            # A number may be typed at once.
            self.show_found(self.Found("", self._find("")))
        else:
            self._read("")

    @property
    def _rows(self) -> RowList[RowT]:
        return self.query_one("#picker-list", RowList)

    def _say(self, text: str) -> None:
        self.query_one("#picker").border_subtitle = Content(text)

    @work(thread=True, exclusive=True, group="picker")
    def _read(self, typed: str) -> None:
        worker = get_current_worker()
        try:
            found = self.Found(typed, self._find(typed))
        except GlossError as error:
            found = self.Found(typed, None, error)
        if not worker.is_cancelled:
            self.post_message(found)

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show the rows that were found; where there is a mistake in the text, say so and leave them as they are."""
        self._answered = message.typed
        if message.error is not None:
            self._is_chosen = False
            self._say(printable(message.error.message))
            return
        self._say(say("enter chooses · esc leaves"))
        keys = message.keys or array("q")
        self._rows.placeholder = [[(say("nothing is found"), "dim")]]
        first = keys[0] if keys else None
        self._rows.show(keys, at=self._present if self._present in keys else first)
        if self._is_chosen:
            self.choose()

    @on(RowList.Moved)
    def show_about(self) -> None:
        """Say what the row under the cursor would make of it."""
        about = self._about
        if about is not None:
            row = self._rows.row
            self.query_one("#picker-about", Sheet).show(lambda width: about(row, width))

    @on(Input.Changed)
    def text_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        self._read(event.value.strip())

    @on(Input.Submitted)
    def choose(self) -> None:
        """Answer with the row under the cursor, once the list is that of the typed text."""
        self._is_chosen = self.query_one(TextInput).value.strip() != self._answered
        row = self._rows.row
        if row is not None and not self._is_chosen:
            self.dismiss(row)

    def choose_number(self, number: int) -> None:
        """Answer with a row by its number."""
        row = self._rows.row_at(number - 1) if number <= len(self._rows.keys) else None
        if row is None:
            self._say(say("there is no {number}", number=number))
        else:
            self.dismiss(row)

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and event.widget is self._rows:
            self.choose()

    def action_move(self, step: int) -> None:
        """Go up or down in the list."""
        self._rows.move_to(self._rows.cursor + step)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


class _PickerInput(TextInput):
    """Types, but for a digit that chooses a row while nothing has been typed."""

    def __init__(self, *, placeholder: str, compact: bool, id: str, numbered: bool) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, compact=compact, id=id)
        self._numbered = numbered

    def on_key(self, event: events.Key) -> None:
        digit = normalize("NFKC", event.character or "")
        if not self._numbered or self.value or len(digit) != 1 or digit not in "123456789":
            return
        event.prevent_default()
        event.stop()
        if isinstance(self.screen, Picker):
            self.screen.choose_number(int(digit))
