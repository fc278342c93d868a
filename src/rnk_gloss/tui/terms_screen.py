"""The screen on which terms are reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Entry, Status
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.long_lists import first_entry_ids, has_entries
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.card import HISTORY_SHOWN, CardFacts, card_lines, entry_row
from rnk_gloss.tui.contexts import PAGE, ContextPage, agreement_in_words, context_lines, page_of
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.entry_actions import EntryActions
from rnk_gloss.tui.list_screen import ListQuery, ListScreen
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.remark import Remark
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.term_list import ORDERS, TermList
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.wording import say


class TermsScreen(EntryActions):
    """A list of entries, the card of one, and the places where its term stands."""

    KIND = "entry"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TERMS)]

    class Warmed(Message):
        """What the first card waits for has been loaded."""

    def __init__(self, desk: Desk, *, choose_approves: bool = False) -> None:
        super().__init__(desk, choose_approves=choose_approves)
        self._list = TermList()
        self._entry: Entry | None = None
        self._facts = CardFacts()
        self._page = ContextPage()
        self._is_warming = False
        self._has_full_evidence = False
        self._has_whole_contexts = False

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "terms")
        yield TextInput(
            id="filter",
            placeholder=say(
                'kanji, kana, romaji, English · status: subject: score:>80 count: doc: has: -not "exactly"'
            ),
            compact=True,
        )
        yield Remark(id="filter-mistake")
        with Vertical(id="body"):
            with Horizontal(id="desk"):
                yield RowList(self._fetch, self._paint, id="list")
                yield Sheet(id="card")
            yield Sheet(id="contexts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#card").border_title = Content(say("term"))
        self.query_one("#contexts").border_title = Content(say("contexts"))

    @on(ListScreen.Loaded)
    def warm_up(self) -> None:
        """Load what the card shows besides, once the first list is painted, which would have to wait for it."""
        if not self._is_warming:
            self._is_warming = True
            self.call_after_refresh(self._warm_up)

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

    def query_now(self) -> ListQuery:
        selection = self._list.selection(self.filter_text)
        self.query_one(Remark).show(self._list.mistake)
        return ListQuery(
            lambda glossary: first_entry_ids(glossary.workspace, selection),
            lambda glossary: glossary.entry_ids(selection),
            selection.order,
        )

    def describe_list(self) -> None:
        rows = self.query_one(RowList)
        rows.border_title = Content(self._list.title)
        rows.border_subtitle = Content(f"{rows.count} {self.desk.glyphs.between} {say(ORDERS[self._list.order])}")
        if not rows.keys:
            with errors_told(self):
                has_others = has_entries(self.desk.glossary.workspace)
                rows.placeholder = self._list.reasons_for_nothing(self.filter_text, is_empty=not has_others)

    def figures(self, glossary: Glossary) -> list[Fragment]:
        counts, glyphs = glossary.entry_counts(), self.desk.glyphs
        return [
            (f"{glyphs.approved} {counts[Status.APPROVED]:,}", "approved"),
            (f"  {glyphs.rejected} {counts[Status.REJECTED]:,}", "rejected"),
            ("  " + say("{count} candidates", count=f"{counts[Status.CANDIDATE]:,}"), "dim"),
        ]

    def show_current(self) -> None:
        key = self.rows.key
        self._entry, self._facts = None, CardFacts()
        if key is not None:
            with errors_told(self):
                glossary = self.desk.glossary
                self._entry = glossary.entry(key)
                self._facts = CardFacts(
                    self.desk.romaji(self._entry.reading),
                    glossary.likenesses(entry=key),
                    glossary.deeds(key, limit=HISTORY_SHOWN),
                )
        self.show_place()
        self._show_card(from_top=True)
        self._show_contexts(0)
        pane = self.query_one("#contexts", Sheet)
        pane.border_subtitle = ""
        if self._entry is not None:
            with errors_told(self):
                known = self.desk.glossary.agreement(self._entry)
                # A title that is a plain string would be read as markup.
                pane.border_subtitle = Content(agreement_in_words(self._entry, known))

    def show_place(self) -> None:
        rows = self.rows
        title = say("term")
        if rows.keys:
            title = say("term {number} of {count}", number=f"{rows.cursor + 1:,}", count=rows.count)
        self.query_one("#card").border_title = Content(title)

    def _show_card(self, *, from_top: bool = False) -> None:
        entry, facts, glyphs, full = self._entry, self._facts, self.desk.glyphs, self._has_full_evidence
        card = self.query_one("#card", Sheet)
        show = card.show if from_top else card.set_layout
        if entry is None:
            show(lambda _width: ())
            return
        if not facts.romaji:
            facts = CardFacts(self.desk.romaji(entry.reading), facts.questions, facts.history)
        show(lambda width: card_lines(entry, facts, glyphs, width, full=full))

    def _show_contexts(self, first: int) -> None:
        entry = self._entry
        self._page = ContextPage()
        if entry is not None:
            with errors_told(self):
                contexts = self.desk.glossary.contexts(entry.id, limit=PAGE, skip=first)
                self._page = page_of(contexts, entry, first)
        pane = self.query_one("#contexts", Sheet)
        pane.border_title = Content(self._page.title)
        if entry is None:
            pane.show(lambda _width: ())
            return
        page, glyphs, whole = self._page, self.desk.glyphs, self._has_whole_contexts
        pane.show(lambda width: context_lines(page, glyphs, width, whole=whole))

    def open_entry(self, key: int) -> None:
        """Show an entry, among all where the present list does not have it."""
        if not self.rows.move_to_key(key):
            self._list.view = "all"
            self.clear_filter()
            self.reload(at=key)

    def current(self) -> Entry | None:
        if not self.has_rows():
            return None
        if self.rows.key != (self._entry.id if self._entry else None):
            self.show_current()
        return self._entry

    def decide(self, keys: Sequence[int], status: Status) -> int:
        return self.desk.glossary.decide(keys, status)

    def action_status(self) -> None:
        """Show the entries of the next kind."""
        self._list.next_view()
        self.reload()

    def action_order(self, step: int = 1) -> None:
        """Show them in the next order, or in the one before."""
        self._list.turn_order(step)
        self.reload()

    def action_contexts(self) -> None:
        """Show contexts as lines or as whole sentences."""
        self._has_whole_contexts = not self._has_whole_contexts
        self._show_contexts(self._page.first)

    def action_turn(self, step: int) -> None:
        """Show the next page of contexts, or the one before."""
        first = self._page.first + step * PAGE
        if 0 <= first < self._page.count:
            self._show_contexts(first)
        elif self._page.count:
            tell(self, say("This is the last page.") if step > 0 else say("This is the first page."))

    def action_evidence(self) -> None:
        """Show all evidence, each in its own line, or the shortest words for it."""
        self._has_full_evidence = not self._has_full_evidence
        self._show_card()
