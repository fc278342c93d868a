"""The editor for one translation."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from textual import events
from textual.binding import BindingType
from textual.message import Message

from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.text_input import TextBox

Wish: TypeAlias = Literal["approve", "rest", "next", "previous", "insert"]


class TranslationBox(TextBox):
    """Where a translation is written; what its keys ask for is done by its screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.WRITING)]

    class Asked(Message):
        """The user wants something done; `number` says what is to be inserted, 0 for the source."""

        def __init__(self, wish: Wish, number: int = 0) -> None:
            super().__init__()
            self.wish: Wish = wish
            self.number = number

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            # A sentence has one line, and the editor would take the key for itself.
            event.stop()
            event.prevent_default()
            self.action_approve()

    def put(self, text: str) -> None:
        """Show this text, the caret behind it; the editor's own undo begins anew."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def insert_whole_or_part(self, text: str, *, whole: bool) -> None:
        """Put a text at the caret, in the place of what is selected; a part of a sentence is kept apart from words."""
        if not whole:
            start, end = sorted((self.selection.start, self.selection.end))
            before = self.document.get_text_range((start[0], 0), start)[-1:]
            after = self.document.get_line(end[0])[end[1] : end[1] + 1]
            text = f"{' ' if _is_in_word(before) else ''}{text}{' ' if _is_in_word(after) else ''}"
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def action_approve(self) -> None:
        """Approve what is written and write the next sentence."""
        self.post_message(self.Asked("approve"))

    def action_rest(self) -> None:
        """Go to the list."""
        self.post_message(self.Asked("rest"))

    def action_next(self) -> None:
        """Write the next sentence."""
        self.post_message(self.Asked("next"))

    def action_previous(self) -> None:
        """Write the sentence before."""
        self.post_message(self.Asked("previous"))

    def action_insert(self, number: int) -> None:
        """Insert a match or a term."""
        self.post_message(self.Asked("insert", number))

    def action_copy_source(self) -> None:
        """Insert the source."""
        self.post_message(self.Asked("insert", 0))


def _is_in_word(character: str) -> bool:
    """Whether a word that is put beside the character needs a space between: not after Japanese."""
    return character.isascii() and (character.isalnum() or character in set(",;.:!?)"))
