"""Screens on which what was done can be taken back."""

from __future__ import annotations

from rnk_gloss.tui.desk import Desk, Done
from rnk_gloss.tui.template_words import operation_words
from rnk_gloss.tui.toasts import errors_told
from rnk_gloss.tui.worded_screen import WordedScreen
from rnk_gloss.tui.wording import say


class UndoingScreen(WordedScreen):
    """Takes back and does again what was done at its desk, on whatever screen that was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def go_back_to(self, done: Done, message: str) -> None:
        """Show what an operation was done to, as it is now, and say the message."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back what was done last at this desk, and go to what it touched."""
        with errors_told(self):
            operation, done = self.desk.undo()
            self.go_back_to(done, say("Undid: {operation}", operation=operation_words(operation.name)))

    def action_redo(self) -> None:
        """Do again what was undone last, and go to what it touched."""
        with errors_told(self):
            operation, done = self.desk.redo()
            self.go_back_to(done, say("Did again: {operation}", operation=operation_words(operation.name)))
