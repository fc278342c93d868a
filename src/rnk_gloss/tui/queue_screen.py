"""A screen with a list of things to decide on, one key for one decision: what terms and segments have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.timer import Timer
from textual.widgets import Input

from rnk_gloss.model.entry import Status
from rnk_gloss.text.cells import fit
from rnk_gloss.tui.actions import Action, Scope
from rnk_gloss.tui.desk import Desk, Done
from rnk_gloss.tui.list_screen import ListScreen
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import errors_told, tell
from rnk_gloss.tui.wording import say

_DEBOUNCE = 0.15
_LONGEST_TOLD = 24
# The last parts of the ids of what can also be done where the list is empty.
_NEED_NO_ROW = frozenset({"undo", "redo", "filter", "status", "order", "keys", "contexts"})

ChoiceT = TypeVar("ChoiceT")


class QueueScreen(ListScreen):
    """Filters its list, and stores each decision at once."""

    KIND: ClassVar[str]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter_text = ""
        self._debounce: Timer | None = None
        self._has_told_input_method = False

    def decide(self, keys: Sequence[int], status: Status) -> int:
        """How many things changed their status, in one operation."""
        raise NotImplementedError

    def why_not(self, action: Action) -> str:
        name = action.id.rpartition(".")[2]
        if action.scope is not Scope.EVERYWHERE and self.rows.key is None and name not in _NEED_NO_ROW:
            return say("the list is empty")
        return super().why_not(action)

    def on_mount(self) -> None:
        self.query_one("#filter").display = False

    def note_done(self, *keys: int, operation: int | None = None, lists: bool = False) -> None:
        """Take in an operation that has just been stored for these things, the last one if none is named, so that it
        can be undone; `lists` as in `Done`."""
        self._take_in(self.desk.note_done(Done(self.KIND, keys, lists), operation), keys)

    def _take_in(self, operation: int, keys: Sequence[int]) -> None:
        if operation == self._seen + 1:
            # Otherwise somebody else wrote meanwhile, and the next look at the store reads the list again.
            self._seen = operation
        self.rows.forget(keys)
        self.count()

    def decide_as(self, status: Status, decide: Callable[[Sequence[int]], int] | None = None) -> None:
        """Decide on what is chosen, in this way where it is given, and go on."""
        if not self.has_rows():
            return
        keys, after = self.rows.chosen_keys, self.rows.range.stop
        with errors_told(self):
            if decide(keys) if decide is not None else self.decide(keys, status):
                self.note_done(*keys)
            self.rows.set_range_start(None)
            if status is Status.CANDIDATE or after == len(self.rows.keys):
                self.show_current()
            else:
                self.rows.move_to(after)

    def action_range(self) -> None:
        """Begin a range at the cursor, or end it: what is decided next is decided for all of it."""
        if self.has_rows():
            self.rows.set_range_start(None if self.rows.range_start is not None else self.rows.cursor)

    def action_approve(self) -> None:
        """Approve what stands under the cursor."""
        self.decide_as(Status.APPROVED)

    def action_reject(self) -> None:
        """Reject what stands under the cursor."""
        self.decide_as(Status.REJECTED)

    def action_reopen(self) -> None:
        """Make what stands under the cursor undecided again."""
        self.decide_as(Status.CANDIDATE)

    def action_later(self) -> None:
        """Put what stands under the cursor at the end of the list."""
        if self.has_rows():
            self.rows.put_last()

    def go_back_to(self, done: Done, message: str) -> None:
        """Show what an operation was done to, as it is now, and say the message."""
        if done.kind != self.KIND or not done.keys:
            tell(self, message)
            self.reload()
            return
        key = done.keys[0]
        self._take_in(self.desk.glossary.workspace.last_operation, done.keys)
        if done.lists or not self.rows.move_to_key(key):
            tell(self, message)
            self.reload(at=key)
            return
        self.show_current()
        row = self.rows.row
        tell(self, message if row is None else f"{message}  {fit(row.source, _LONGEST_TOLD).rstrip()}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Its key is a letter where a text is typed.
        return not (action == "filter" and isinstance(self.focused, Input)) and super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Open the filter."""
        box = self.query_one("#filter", TextInput)
        box.display = True
        # At once, as the action itself is done first: what is typed right after its key is text, and no decision.
        self.set_focus(box)

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
        self.set_focus(self.rows)

    def clear_filter(self) -> None:
        """Show everything again when the list is read next."""
        box = self.query_one("#filter", TextInput)
        with box.prevent(Input.Changed):
            box.value = ""
        box.display = False
        self.filter_text = ""

    def on_key(self, event: events.Key) -> None:
        box = self.query_one("#filter", TextInput)
        if event.key == "escape" and self.rows.range_start is not None and self.rows.has_focus:
            event.stop()
            self.rows.set_range_start(None)
            return
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
        tell(self, say("Japanese input is on: keys work after 英数 or ctrl+space"), seconds=6)


def following(choices: Sequence[ChoiceT], present: ChoiceT) -> ChoiceT:
    """The choice after the present one; after the last, the first."""
    return choices[(choices.index(present) + 1) % len(choices)]
