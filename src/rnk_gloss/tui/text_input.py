"""Inputs for Japanese: composed text that a terminal may safely get, a caret where the terminal has it, and words that
end where they do."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection
from textual.widgets.text_area import Edit, EditResult

from rnk_gloss.text.cells import clusters, printable
from rnk_gloss.text.normalise import nfc
from rnk_gloss.text.script import script_of


class TextInput(Input):
    """One line of text, always as `typed` gives it."""

    def validate_value(self, value: str) -> str:
        """The value as it may stand here."""
        return typed(value)

    def validate_selection(self, selection: Selection) -> Selection:
        """The selection with both ends between signs: a caret inside one would have it drawn in two."""
        start, end = super().validate_selection(selection)
        is_forward = end > self.selection.end
        return Selection(_between_signs(self.value, start, is_forward), _between_signs(self.value, end, is_forward))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands, and with it an input method's window.

        Textual puts it one cell behind the caret at the end of the text.
        """
        offset = super().cursor_screen_offset
        return Offset(offset.x - 1, offset.y) if self.cursor_at_end else offset

    def action_delete_left_word(self) -> None:
        """Delete back over one run of one script: Japanese has no spaces to stop at."""
        if not self.selection.is_empty:
            self.delete_selection()
            return
        place = self.cursor_position
        while place and self.value[place - 1].isspace():
            place -= 1
        if place:
            script = script_of(self.value[place - 1])
            while place and not self.value[place - 1].isspace() and script_of(self.value[place - 1]) is script:
                place -= 1
        self.delete(place, self.cursor_position)


class TextBox(TextArea):
    """Several lines of text, always as `typed` gives each of them."""

    def edit(self, edit: Edit) -> EditResult:
        """Put a text in, as it may stand here."""
        edit.text = typed_lines(edit.text)
        return super().edit(edit)


def _between_signs(text: str, place: int, is_forward: bool) -> int:
    end = 0
    for cluster in clusters(text):
        start, end = end, end + len(cluster.text)
        if place < end:
            return end if is_forward and place > start else start
    return end


def typed(text: str) -> str:
    """The text in NFC, where a kana and its voicing mark are one character, with nothing that a terminal would obey."""
    return printable(nfc(text))


def typed_lines(text: str) -> str:
    """The text line by line as `typed` gives it."""
    return "\n".join(map(typed, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
