"""A small dialog with a few named fields, for editing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Label

from rnk_gloss.tui.text_input import TextBox, TextInput, typed, typed_lines


@dataclass(frozen=True, slots=True)
class Field:
    """A text to edit: its key in the answer, what stands before it, its value now, and the lines it gets."""

    key: str
    label: str
    value: str
    lines: int = 1
    help: str = ""


class FieldsDialog(ModalScreen[dict[str, str] | None]):
    """Asks for the texts of some fields. The answer holds those that were changed; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel"),
        Binding("ctrl+s", "save", "save"),
    ]

    def __init__(self, title: str, fields: Sequence[Field]) -> None:
        super().__init__()
        self._heading = title
        self._fields = tuple(fields)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog", can_focus=False):
            yield Label(self._heading, id="dialog-title", markup=False)
            for field in self._fields:
                with Horizontal(classes="field"):
                    yield Label(field.label, classes="field-label", markup=False)
                    if field.lines == 1:
                        yield TextInput(field.value, id=field.key, select_on_focus=False, compact=True)
                    else:
                        area = TextBox(typed_lines(field.value), id=field.key, tab_behavior="focus", compact=True)
                        area.styles.height = field.lines
                        yield area
                if field.help:
                    yield Label(field.help, classes="field-help", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button("Save  ctrl+s", id="save", variant="primary", compact=True)
                yield Button("Cancel  esc", id="cancel", compact=True)

    def on_input_submitted(self) -> None:
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_cancel()

    def action_save(self) -> None:
        """Answer with what was changed."""
        answer: dict[str, str] = {}
        for field in self._fields:
            if field.lines == 1:
                text, before = self.query_one(f"#{field.key}", TextInput).value, typed(field.value)
            else:
                text = typed_lines(self.query_one(f"#{field.key}", TextBox).text)
                before = typed_lines(field.value)
            if text != before:
                answer[field.key] = text
        self.dismiss(answer)

    def action_cancel(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
