"""A pane of text that is laid out anew for each width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Size
from textual.strip import Strip

from rnk_gloss.tui.painting import InkView, Line

Layout = Callable[[int], Sequence[Line]]


def _nothing(_width: int) -> Sequence[Line]:
    return ()


class Sheet(InkView, can_focus=True):
    """Shows the lines that a layout gives for the pane's width, and scrolls over them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        super().__init__(id=id)
        self._layout: Layout = _nothing
        self._lines: Sequence[Line] = ()
        self._laid_out_for = -1

    def show(self, layout: Layout) -> None:
        """Show what this layout gives, from its top."""
        self.set_layout(layout)
        self.scroll_to(y=0, animate=False)

    def set_layout(self, layout: Layout) -> None:
        """Show what this layout gives, at the place that is seen now."""
        self._layout = layout
        self._laid_out_for = -1
        self._lay_out()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines as they are laid out now."""
        return self._lines

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0 and width != self._laid_out_for:
            self._laid_out_for = width
            self._lines = self._layout(width)
            self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        line = self._lines[place] if place < len(self._lines) else ()
        return self.strip_of(line, self.scrollable_content_region.width)
