"""The first line of each screen: program, database, the three screens, and figures."""

from __future__ import annotations

from collections.abc import Iterator

from textual.strip import Strip

from rnk_gloss.text.cells import cell_width, fit
from rnk_gloss.tui.actions import Scope, actions_of
from rnk_gloss.tui.painting import Fragment, InkView, sides
from rnk_gloss.tui.wording import say

_MOST_FOR_NAME = 24


def _tabs() -> Iterator[tuple[str, str]]:
    """The screens with what is written on their tabs."""
    for action in actions_of(Scope.EVERYWHERE):
        if action.command.startswith("switch_mode"):
            yield action.id.removeprefix("app."), f"{action.keys[0].upper()} {say(action.label)}"


class Banner(InkView):
    """One line: names on the left, figures on the right."""

    def __init__(self, database: str, mode: str) -> None:
        super().__init__()
        self._database = database
        self._mode = mode
        self._figures: list[Fragment] = []

    def show(self, figures: list[Fragment]) -> None:
        """Replace the figures."""
        self._figures = figures
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y:
            return self.strip_of((), width)
        tabs: list[Fragment] = []
        for mode, label in _tabs():
            tabs += [(f"[{label}]", "tab") if mode == self._mode else (f" {label} ", "dim")]
        right = [*self._figures, (" ", "")]
        program: Fragment = (" rnk-gloss", "dim")
        taken = sum(cell_width(text) for text, _ in (*tabs, *right))
        room = min(_MOST_FOR_NAME, cell_width(self._database), width - taken - 4)
        left: list[Fragment] = [(" " + fit(self._database, room) + "  ", "strong")] if room > 3 else [(" ", "")]
        if taken + room + 4 + cell_width(program[0]) <= width:
            left = [program, *left]
        return self.strip_of(sides([*left, *tabs], right, width), width)
