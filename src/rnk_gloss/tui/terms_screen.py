"""The screen on which terms are reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Footer

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Entry, Status, Usage
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.search import holding
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.card import card_lines, entry_row
from rnk_gloss.tui.contexts import context_lines
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.dialogs import FieldsDialog
from rnk_gloss.tui.entry_fields import edit_of, entry_fields, note_field
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.queue_screen import Query, QueueScreen, following
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import errors_told, tell, tell_error

_VIEWS: dict[str, tuple[tuple[Status, ...], float]] = {
    "candidates": ((Status.CANDIDATE,), DEFAULT_CUT),
    "all": ((), 0.0),
    "approved": ((Status.APPROVED,), 0.0),
    "rejected": ((Status.REJECTED,), 0.0),
}
_ORDERS = {
    EntryOrder.SCORE: "best first",
    EntryOrder.COUNT: "most frequent first",
    EntryOrder.READING: "by reading",
    EntryOrder.SOURCE: "by term",
    EntryOrder.NEWEST: "last changed first",
}
_MOST_CONTEXTS = 50


class TermsScreen(QueueScreen):
    """A list of entries, the card of one, and the places where its term stands."""

    KIND = "entry"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TERMS)]

    class Warmed(Message):
        """What the first card waits for has been loaded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entry: Entry | None = None
        self._view = "candidates"
        self._order = EntryOrder.SCORE
        self._whole_contexts = False

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "terms")
        yield TextInput(id="filter", placeholder="kanji, kana, romaji or English", compact=True)
        with Vertical(id="body"):
            with Horizontal(id="desk"):
                yield RowList(self._fetch, self._paint, id="list")
                yield Sheet(id="card")
            yield Sheet(id="contexts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#card").border_title = "term"
        self.query_one("#contexts").border_title = "contexts"
        self._warm_up()

    @work(thread=True, group="warm")
    def _warm_up(self) -> None:
        self.desk.warm_up()
        self.post_message(self.Warmed())

    @on(Warmed)
    def show_romaji(self) -> None:
        """Show the card again, now with romaji."""
        self._show_card()

    def _fetch(self, keys: Sequence[int]) -> list[Entry]:
        try:
            return self.desk.glossary.entries(keys)
        except GlossError as error:
            tell_error(self, error)
            return []

    def _paint(self, entry: Entry, _place: int, width: int) -> Sequence[Line]:
        return [entry_row(entry, self.desk.glyphs, width)]

    def query_now(self) -> Query:
        statuses, minimum = _VIEWS[self._view]
        selection = holding(EntrySelection(statuses, minimum, order=self._order), self.filter_text)
        return lambda glossary: glossary.entry_ids(selection)

    def describe_list(self) -> None:
        rows = self.query_one(RowList)
        shown = f"{self._view} from score {DEFAULT_CUT:.0f}" if self._view == "candidates" else self._view
        rows.border_title = shown
        rows.border_subtitle = f"{len(rows.keys):,} {self.desk.glyphs.between} {_ORDERS[self._order]}"
        rows.placeholder = self._reasons_for_nothing()

    def _reasons_for_nothing(self) -> list[Line]:
        if self.filter_text:
            return [[(f"nothing holds {printable(self.filter_text)}", "dim")], [("esc shows everything again", "dim")]]
        with errors_told(self):
            if not any(self.desk.glossary.entry_counts().values()):
                return [
                    [("This glossary has no terms yet.", "")],
                    [],
                    [("Take them from texts:", "dim")],
                    [("  rnk-gloss extract a.ja.txt a.en.txt", "")],
                    [("or from a table:", "dim")],
                    [("  rnk-gloss import glossary.csv", "")],
                ]
        return [[("nothing here: s shows others", "dim")]]

    def figures(self, glossary: Glossary) -> list[Fragment]:
        counts, glyphs = glossary.entry_counts(), self.desk.glyphs
        return [
            (f"{glyphs.approved} {counts[Status.APPROVED]:,}", "approved"),
            (f"  {glyphs.rejected} {counts[Status.REJECTED]:,}", "rejected"),
            (f"  {counts[Status.CANDIDATE]:,} candidates", "dim"),
        ]

    def show_current(self) -> None:
        key = self.rows.key
        self._entry = None
        contexts = []
        if key is not None:
            with errors_told(self):
                self._entry = self.desk.glossary.entry(key)
                contexts = self.desk.glossary.contexts(key, limit=_MOST_CONTEXTS)
        self.query_one("#card").border_title = (
            "term" if key is None else f"term {self.rows.cursor + 1:,} of {len(self.rows.keys):,}"
        )
        self._show_card(from_top=True)
        entry = self._entry
        pane = self.query_one("#contexts", Sheet)
        if entry is None:
            pane.border_title = "contexts"
            pane.show(lambda _width: ())
            return
        count = f"{len(contexts):,} of {entry.count:,}" if entry.count > len(contexts) else f"{len(contexts):,}"
        pane.border_title = f"contexts  {count}"
        whole, glyphs = self._whole_contexts, self.desk.glyphs
        pane.show(lambda width: context_lines(contexts, entry, glyphs, width, whole=whole))

    def _show_card(self, *, from_top: bool = False) -> None:
        entry, glyphs = self._entry, self.desk.glyphs
        card = self.query_one("#card", Sheet)
        show = card.show if from_top else card.set_layout
        if entry is None:
            show(lambda _width: ())
            return
        romaji = self.desk.romaji(entry.reading)
        show(lambda width: card_lines(entry, romaji, glyphs, width))

    def open_entry(self, key: int) -> None:
        """Show an entry, among all where the present list does not have it."""
        if not self.rows.move_to_key(key):
            self._view = "all"
            self.clear_filter()
            self.reload(at=key)

    def _current(self) -> Entry | None:
        """The entry under the cursor, also when the cursor has just moved and the card does not show it yet."""
        if self.rows.key != (self._entry.id if self._entry else None):
            self.show_current()
        return self._entry

    def decide(self, keys: Sequence[int], status: Status) -> int:
        return self.desk.glossary.decide(keys, status)

    def action_choose(self, number: int) -> None:
        """Make a target the preferred one."""
        entry = self._current()
        if entry is None:
            return
        if number > len(entry.targets):
            tell(self, f"There is no target {number}.")
            return
        with errors_told(self):
            if self.desk.glossary.choose_target(entry.id, entry.targets[number - 1].text, Usage.PREFERRED):
                self.note_done(entry.id)
            self.show_current()

    def action_edit(self) -> None:
        """Edit the entry in a dialog."""
        entry = self._current()
        if entry is not None:
            self._edit(entry, FieldsDialog("Edit entry", entry_fields(entry)))

    def action_note(self) -> None:
        """Write a note in a dialog."""
        entry = self._current()
        if entry is not None:
            self._edit(entry, FieldsDialog("Note", [note_field(entry)]))

    def _edit(self, entry: Entry, dialog: FieldsDialog) -> None:
        def store(answer: dict[str, str] | None) -> None:
            if not answer:
                return
            with errors_told(self):
                if self.desk.glossary.edit_entry(entry.id, edit_of(answer)):
                    self.note_done(entry.id)
                self.show_current()

        self.app.push_screen(dialog, store)

    def action_status(self) -> None:
        """Show the entries of the next kind."""
        self._view = following(list(_VIEWS), self._view)
        self.reload()

    def action_order(self) -> None:
        """Show them in the next order."""
        self._order = following(list(_ORDERS), self._order)
        self.reload()

    def action_contexts(self) -> None:
        """Show contexts as lines or as whole sentences."""
        self._whole_contexts = not self._whole_contexts
        self.show_current()
