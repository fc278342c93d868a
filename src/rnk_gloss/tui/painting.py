"""Lines of inked text, and the widget that paints them: nothing from the data is ever read as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rnk_gloss.text.cells import cell_width, fit, printable, wrap
from rnk_gloss.tui.plain_signs import PLAIN, plainer

# A text and the name of the ink it is written in; no ink is the widget's own colour.
Fragment = tuple[str, str]
Line = Sequence[Fragment]

INKS = (
    "dim", "strong", "label", "term", "approved", "rejected", "good", "fair", "poor", "preferred", "forbidden",
    "warning", "added", "removed", "changed", "tab",
)  # fmt: skip


class InkView(ScrollView):
    """A widget that paints lines, each exactly as wide as it is. Its application has the inks as component classes."""

    # What a line is laid on may look another way where the widget has the focus; inks are the same everywhere.
    COMPONENT_CLASSES: ClassVar[set[str]] = {"ink--chosen", "ink--ranged"}
    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    # The styles that were made for the lines that are painted now: a line more needs none of its own.
    _made: dict[str, Style] | None = None

    def ink(self, name: str) -> Style:
        """The style of an ink, without what it is laid on."""
        return self._once(name, self._ink) if name else Style.null()

    def _ink(self, name: str) -> Style:
        styles = self.app.get_component_styles(f"ink--{name}")
        if not styles.has_rule("color"):
            return styles.text_style
        # Muted colours are blended with the widget's ground first: a terminal knows no transparency.
        ground = self.background_colors[1]
        color = ground.get_contrast_text(styles.color.a) if styles.auto_color else styles.color
        return Style.from_color((ground + color).rich_color) + styles.text_style

    def ground(self, name: str) -> Style:
        """The style of what a line is laid on, without the colour of its text."""
        style = self.get_component_rich_style(f"ink--{name}")
        return Style(bgcolor=style.bgcolor, bold=style.bold)

    def _once(self, name: str, make: Callable[[str], Style]) -> Style:
        if self._made is None:
            return make(name)
        if name not in self._made:
            self._made[name] = make(name)
        return self._made[name]

    def render_lines(self, crop: Region) -> list[Strip]:
        self._made = {}
        try:
            return super().render_lines(crop)
        finally:
            self._made = None

    def strip_of(self, line: Line, width: int, *grounds: str) -> Strip:
        """The painted line, cut or filled to `width` cells; `grounds` lie under the whole of it."""
        ground = self._once("", lambda _: self.rich_style)
        for name in grounds:
            ground += self.ground(name)
        shown = [(plainer(text), ink) for text, ink in line] if self.app.has_class(PLAIN) else line
        segments = [Segment(text, ground + self.ink(ink)) for text, ink in shown if text]
        return Strip(segments).adjust_cell_length(width, ground)


def wrap_fragments(fragments: Sequence[Fragment], width: int) -> list[Line]:
    """The fragments broken into lines by the rules of `rnk_gloss.text.cells.wrap`, each part in its ink."""
    pieces = [(printable(text), ink) for text, ink in fragments]
    whole = "".join(text for text, _ in pieces)
    lines: list[Line] = []
    position = 0
    for text in wrap(whole, width):
        # Between two lines only white space is dropped.
        start = whole.index(text, position)
        position = start + len(text)
        lines.append(cut_fragments(pieces, start, position))
    return lines


def cut_fragments(fragments: Sequence[Fragment], start: int, end: int) -> list[Fragment]:
    """The fragments of the characters from `start` to `end`."""
    cut: list[Fragment] = []
    place = 0
    for text, ink in fragments:
        part = text[max(start - place, 0) : max(end - place, 0)]
        if part:
            cut.append((part, ink))
        place += len(text)
    return cut


def mark(text: str, places: Sequence[tuple[int, int]], ink: str, other: str = "") -> list[Fragment]:
    """The text as fragments, the places in `ink` and what is between them in `other`; places are in order."""
    fragments: list[Fragment] = []
    end = 0
    for start, stop in places:
        fragments += [(text[end:start], other), (text[start:stop], ink)]
        end = stop
    fragments.append((text[end:], other))
    return [fragment for fragment in fragments if fragment[0]]


def labelled(label: str, fragments: Sequence[Fragment], width: int, indent: int) -> list[Line]:
    """Wrapped fragments behind a label, the later lines under the first."""
    lines = wrap_fragments(fragments, max(width - indent, 2))
    head = fit(label, indent) if label else " " * indent
    return [[(head if number == 0 else " " * indent, "label"), *line] for number, line in enumerate(lines)]


def sides(left: Sequence[Fragment], right: Sequence[Fragment], width: int) -> Line:
    """One line with a left and a right part; the left one is cut where they do not fit."""
    left_width = width - sum(cell_width(text) for text, _ in right)
    room = left_width
    line: list[Fragment] = []
    for text, ink in left:
        shown = printable(text)
        if cell_width(shown) > room:
            shown = fit(shown, max(room, 0))
        line.append((shown, ink))
        room -= cell_width(shown)
        if room <= 0:
            break
    return [*line, (" " * max(room, 0), ""), *right]
