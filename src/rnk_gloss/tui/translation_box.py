"""The editor for one translation."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal, TypeAlias

from textual import events
from textual.binding import BindingType
from textual.message import Message

from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.marked_box import MarkedBox
from rnk_gloss.tui.text_input import typed_lines

Wish: TypeAlias = Literal["approve", "rest", "next", "previous"]
# What has a number, 0 being the source: its text, and whether it is a whole sentence.
Offer: TypeAlias = "Callable[[int], tuple[str, bool] | None]"

_OWN = "writing."


class TranslationBox(MarkedBox):
    """Where a translation is written; what its keys ask for is done by its screen, what has a number comes by `offer`.

    Keys that are typed after a key which leads to another sentence wait until that is there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.WRITING)]

    class Asked(Message):
        """The user wants something done."""

        def __init__(self, wish: Wish) -> None:
            super().__init__()
            self.wish: Wish = wish

    class Missed(Message):
        """Nothing has the number of which something should be inserted."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, offer: Offer) -> None:
        super().__init__(id="target")
        self._offer = offer
        self._waiting: list[events.Key] | None = None

    async def on_key(self, event: events.Key) -> None:
        if self._waiting is not None:
            event.stop()
            event.prevent_default()
            self._waiting.append(event)
        elif len(event.key) > 1:
            bound = self.screen.active_bindings.get(event.key)
            if bound is not None and bound.node is self and (bound.binding.id or "").startswith(_OWN):
                # At once: as other bindings are, it would be done after keys that were typed later.
                event.stop()
                event.prevent_default()
                await self.run_action(bound.binding.action)
            elif event.key.startswith("alt+"):
                # It has the character of the key without alt, which the editor would insert.
                event.character = None

    def put(self, text: str) -> None:
        """Show this text, the caret behind it; the editor's own undo begins anew."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def go_on(self) -> None:
        """Take the keys that have waited."""
        waiting, self._waiting = self._waiting or [], None
        for event in waiting:
            # As the terminal sends them: to whatever has the focus by then.
            self.app.post_message(events.Key(event.key, event.character).set_sender(self.app))

    def insert_numbered(self, number: int) -> None:
        """Put what has this number at the caret, in the place of what is selected; a part of a sentence is kept apart
        from the words beside it."""
        offered = self._offer(number)
        if offered is None:
            self.post_message(self.Missed(number))
            return
        text, whole = offered
        text = typed_lines(text)
        if not whole:
            start, end = sorted((self.selection.start, self.selection.end))
            before = self.document.get_line(start[0])[: start[1]][-1:]
            after = self.document.get_line(end[0])[end[1] : end[1] + 1]
            text = f"{' ' if _is_in_word(before) else ''}{text}{' ' if _is_in_word(after) else ''}"
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def _ask(self, wish: Wish) -> None:
        self._waiting = []
        self.post_message(self.Asked(wish))

    def action_approve(self) -> None:
        """Approve what is written and write the next sentence."""
        self._ask("approve")

    def action_rest(self) -> None:
        """Go to the list."""
        self._ask("rest")

    def action_next(self) -> None:
        """Write the next sentence."""
        self._ask("next")

    def action_previous(self) -> None:
        """Write the sentence before."""
        self._ask("previous")

    def action_insert(self, number: int) -> None:
        """Insert a match or a term."""
        self.insert_numbered(number)

    def action_copy_source(self) -> None:
        """Insert the source."""
        self.insert_numbered(0)


def _is_in_word(character: str) -> bool:
    """Whether a word that is put beside the character needs a space between: not after Japanese."""
    return character.isascii() and (character.isalnum() or character in set(",;.:!?)"))
