"""A small dialog with a few named fields, for editing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Label

from rnk_gloss.errors import GlossError
from rnk_gloss.tui.refusal_words import error_words
from rnk_gloss.tui.text_input import TextBox, TextInput, typed, typed_lines
from rnk_gloss.tui.wording import noted, say


@dataclass(frozen=True, slots=True)
class Field:
    """A text to edit: its key in the answer, what stands before it, its value now, and the lines it gets."""

    key: str
    label: str
    value: str
    lines: int = 1
    help: str = ""


Answer: TypeAlias = dict[str, str]


class FieldsDialog(ModalScreen[Answer | None]):
    """Asks for the texts of some fields. The answer holds those that were changed; None when it was left.

    `store` is given the answer before the dialog closes: while it raises a `GlossError`, that is shown, the dialog
    stays open, and nothing that was typed is lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", noted("cancel")),
        Binding("ctrl+s", "save", noted("save")),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        store: Callable[[Answer], object] | None = None,
    ) -> None:
        super().__init__()
        self._heading = title
        self._fields = tuple(fields)
        self._store = store
        self._has_told = False

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
            yield Label("", id="dialog-error", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(Content(say("Save  {key}", key="ctrl+s")), id="save", variant="primary", compact=True)
                yield Button(Content(say("Cancel  {key}", key="esc")), id="cancel", compact=True)

    def on_mount(self) -> None:
        self.query_one("#dialog-error").display = False

    def on_input_submitted(self) -> None:
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_cancel()

    def action_save(self) -> None:
        """Answer with what was changed."""
        answer = self._changed()
        if self._store is not None and answer:
            try:
                self._store(answer)
            except GlossError as error:
                self._say(error_words(error))
                return
        self.dismiss(answer)

    def _changed(self) -> Answer:
        answer: Answer = {}
        for field in self._fields:
            if field.lines == 1:
                text, before = self.query_one(f"#{field.key}", TextInput).value, typed(field.value)
            else:
                text = typed_lines(self.query_one(f"#{field.key}", TextBox).text)
                before = typed_lines(field.value)
            if text != before:
                answer[field.key] = text
        return answer

    @property
    def has_unstored(self) -> bool:
        """Whether something was typed that would be lost with the dialog."""
        return bool(self._changed())

    def _say(self, text: str) -> None:
        label = self.query_one("#dialog-error", Label)
        label.update(Content(text))
        label.display = True
        label.scroll_visible(animate=False)

    def action_cancel(self) -> None:
        """Leave everything as it is; what was typed is dropped only when that is asked for again."""
        if self.has_unstored and not self._has_told:
            self._has_told = True
            self._say(say("Not saved yet: ctrl+s saves, esc again drops what you typed."))
            return
        self.dismiss(None)
