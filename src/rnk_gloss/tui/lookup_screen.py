"""The screen on which a text is looked up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer, Input
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.findings import find
from rnk_gloss.tui.hits import Group, HitList
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import tell, tell_error
from rnk_gloss.tui.worded_screen import WordedScreen

_DEBOUNCE = 0.15
_FIRST_MINIMUM, _STEP = 70, 5
_LOWEST, _HIGHEST = 50, 100
_HELP: Sequence[Line] = (
    [("Type or paste a sentence or a word.", "")],
    [],
    [("Shown are the glossary's terms in it, sentences of the memory that are like it,", "dim")],
    [("and the places where it stands. English is looked for in the English.", "dim")],
)


class QueryInput(TextInput):
    """The input of this screen: its enter key is the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, action="screen.copy") for binding in bindings(Scope.LOOKUP) if binding.action == "copy"
    ]


class LookupScreen(WordedScreen):
    """An input, and below it what the glossary and the memory know about what is typed there."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LOOKUP)]
    AUTO_FOCUS: ClassVar[str | None] = "#query"

    class Found(Message):
        """A lookup is done; `seconds` is how long it took."""

        def __init__(self, text: str, groups: list[Group], seconds: float) -> None:
            super().__init__()
            self.text = text
            self.groups = groups
            self.seconds = seconds

    class EntryWanted(Message):
        """The user wants to see an entry among the terms."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    class Failed(Message):
        """A lookup could not be done."""

        def __init__(self, error: GlossError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._minimum = _FIRST_MINIMUM
        self._debounce: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "lookup")
        with Vertical(id="body"):
            yield QueryInput(id="query", placeholder="a sentence, a word, a term")
            yield HitList(id="hits")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(HitList).show([], _HELP)
        self.query_one(TextInput).border_title = "text"
        self._describe()

    def _describe(self) -> None:
        self.query_one(TextInput).border_subtitle = f"likeness from {self._minimum}%"

    @property
    def _text(self) -> str:
        return self.query_one(TextInput).value.strip()

    @on(Input.Changed, "#query")
    def text_changed(self) -> None:
        """Look the text up once typing rests."""
        if self._debounce is not None:
            self._debounce.stop()
        self._debounce = self.set_timer(_DEBOUNCE, self.look_up)

    def look_up(self) -> None:
        """Look up what is typed now."""
        if self._text:
            self._find(self._text, self._minimum)
        else:
            self.query_one(HitList).show([], _HELP)
            self.query_one(Banner).show([])

    @work(thread=True, exclusive=True, group="lookup")
    def _find(self, text: str, minimum: float) -> None:
        worker = get_current_worker()
        start = time.perf_counter()
        try:
            with self.desk.behind() as glossary:
                groups = find(glossary, text, minimum, self.desk.glyphs)
        except GlossError as error:
            self.post_message(self.Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.Found(text, groups, time.perf_counter() - start))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show what was found, unless something else has been typed since."""
        if message.text != self._text:
            return
        self.query_one(HitList).show(message.groups, [[("nothing like it is known", "dim")]])
        count = len(self.query_one(HitList).hits)
        noun = "hit" if count == 1 else "hits"
        self.query_one(Banner).show([(f"{count} {noun} in {message.seconds * 1000:.0f} ms", "dim")])

    @on(Failed)
    def show_failure(self, message: Failed) -> None:
        """Say what went wrong."""
        tell_error(self, message.error)

    def on_key(self, event: events.Key) -> None:
        if event.character in {"y", "ｙ"} and not isinstance(self.focused, Input):
            event.stop()
            self.action_copy()

    def action_previous(self) -> None:
        """Choose the hit before."""
        self.query_one(HitList).move(-1)

    def action_next(self) -> None:
        """Choose the next hit."""
        self.query_one(HitList).move(1)

    def action_copy(self) -> None:
        """Copy the English of the chosen hit."""
        hit = self.query_one(HitList).hit
        if hit is None or not hit.target:
            tell(self, "There is no English to copy.")
            return
        self.app.copy_to_clipboard(hit.target)
        tell(self, f"Copied: {hit.target}")

    def action_copy_pair(self) -> None:
        """Copy both texts of the chosen hit."""
        hit = self.query_one(HitList).hit
        if hit is None:
            tell(self, "There is nothing to copy.")
            return
        self.app.copy_to_clipboard(f"{hit.source}\t{hit.target}")
        tell(self, "Copied both texts.")

    def action_open(self) -> None:
        """Go to the chosen term on the screen of the terms."""
        hit = self.query_one(HitList).hit
        if hit is None or hit.entry is None:
            tell(self, "The chosen hit is no term of the glossary.")
        else:
            self.post_message(self.EntryWanted(hit.entry))

    def action_clear(self) -> None:
        """Go back to the text; from there, empty it."""
        box = self.query_one(TextInput)
        if box.has_focus:
            box.value = ""
        box.focus()

    def action_looser(self) -> None:
        """Lower the least likeness."""
        self._set_minimum(self._minimum - _STEP)

    def action_stricter(self) -> None:
        """Raise the least likeness."""
        self._set_minimum(self._minimum + _STEP)

    def _set_minimum(self, minimum: int) -> None:
        self._minimum = max(_LOWEST, min(minimum, _HIGHEST))
        self._describe()
        self.look_up()
