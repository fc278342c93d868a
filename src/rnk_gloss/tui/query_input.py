"""The input of the lookup screen."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.text_input import TextInput


class QueryInput(TextInput):
    """One line that is looked up: its enter key is the screen's, and what is pasted may have several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, action="screen.copy") for binding in bindings(Scope.LOOKUP) if binding.action == "copy"
    ]

    class Pasted(Message):
        """A text came in one piece, and is to be looked up."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        is_whole = not self.value or self.selected_text == self.value
        if is_whole or "\n" in event.text or "\r" in event.text:
            # What is pasted into a text that stands here already is a part of it, and Textual's to put in.
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))
