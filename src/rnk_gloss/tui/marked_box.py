"""A text box in which places of the text are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text

from rnk_gloss.model.span import Span
from rnk_gloss.tui.painting import INKS
from rnk_gloss.tui.text_input import TextBox

# A place, half-open in characters of the text, and the ink that it gets.
Mark = tuple[Span, str]


class MarkedBox(TextBox):
    """A box whose marks stay where they are while the text around them changes; a mark that is typed into is gone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        # What highlights a line would paint over the inks in it.
        super().__init__(id=id, tab_behavior="focus", compact=True, highlight_cursor_line=False)
        self._marks: tuple[Mark, ...] = ()
        self._marked_text = ""

    def mark(self, text: str, marks: Sequence[Mark]) -> None:
        """Mark these places of a text; the box may hold another one by now."""
        if (text, tuple(marks)) != (self._marked_text, self._marks):
            self._marked_text, self._marks = text, tuple(marks)
            # Lines that were painted before are kept until a style changes.
            self.notify_style_update()
            self.refresh()

    @property
    def marks(self) -> list[Mark]:
        """The marks at their places in the text as it is now."""
        now, before = self.text, self._marked_text
        if now == before:
            return list(self._marks)
        kept = _same(before, now)
        same_end = _same(before[kept:][::-1], now[kept:][::-1])
        moved = len(now) - len(before)
        shown = [(span, ink) for span, ink in self._marks if span.end <= kept]
        behind = [(span, ink) for span, ink in self._marks if span.end > kept and span.start >= len(before) - same_end]
        return shown + [(Span(span.start + moved, span.end + moved), ink) for span, ink in behind]

    def get_line(self, line_index: int) -> Text:
        """The line as it is painted, its marks in their inks."""
        line = super().get_line(line_index)
        for span, ink in self._marks_in(line_index, len(line.plain)):
            style = self.get_component_rich_style(f"ink--{ink}")
            # Without what the ink is laid on: a mark may be selected.
            line.stylize(Style(color=style.color, underline=style.underline, strike=style.strike), *span)
        return line

    def _marks_in(self, line_index: int, length: int) -> Iterator[Mark]:
        first = sum(len(self.document.get_line(number)) + 1 for number in range(line_index))
        for (start, end), ink in self.marks:
            within = Span(max(start - first, 0), min(end - first, length))
            if within.start < within.end:
                yield within, ink


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
