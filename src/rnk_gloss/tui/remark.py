"""A line that is there only while there is something to say."""

from __future__ import annotations

from textual.strip import Strip

from rnk_gloss.text.cells import fit
from rnk_gloss.tui.painting import InkView


class Remark(InkView):
    """One line of warning, or nothing."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        super().__init__(id=id)
        self.text = ""
        self.display = False

    def show(self, text: str) -> None:
        """Say this, or nothing any more."""
        self.text = text
        self.display = bool(text)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return self.strip_of([(" ", ""), (fit(self.text, max(width - 1, 0)), "warning")] if y == 0 else (), width)
