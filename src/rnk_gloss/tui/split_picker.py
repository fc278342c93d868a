"""Choosing where a segment is cut in two: both parts are seen before anything is done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from rnk_gloss.model.segment import Segment
from rnk_gloss.model.span import Span
from rnk_gloss.service.cut_places import likely_cut, offered_cuts
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.text.cells import clusters
from rnk_gloss.tui.actions import with_twins
from rnk_gloss.tui.bead import LANGUAGES, side_text
from rnk_gloss.tui.bead_pane import beside, columns, sentence_lines, sentences, side_heading
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Line, sides
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.toasts import tell
from rnk_gloss.tui.wording import noted, say

Cut = dict[SideName, int]


class SplitPicker(ModalScreen[Cut | None]):
    """Asks where to cut the two texts. The answer holds a place of each, in characters; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(with_twins(("right", "l")), "offered(1)", noted("next place")),
        Binding(with_twins(("left", "h")), "offered(-1)", noted("place before")),
        Binding(with_twins(("shift+right", "L")), "character(1)", noted("a character on")),
        Binding(with_twins(("shift+left", "H")), "character(-1)", noted("a character back")),
        Binding(with_twins(("tab", "shift+tab", "space")), "other_side", noted("other side")),
        Binding("enter", "cut", noted("cut")),
        Binding(with_twins(("escape", "q")), "leave", noted("leave")),
    ]

    def __init__(self, segment: Segment, side: SideName, glyphs: Glyphs) -> None:
        super().__init__()
        self._segment = segment
        self._side = side
        self._glyphs = glyphs
        self._cut_line = 0
        source, target = likely_cut(segment)
        self._at: Cut = {"source": source, "target": target}
        self._offered = {name: offered_cuts(side_text(segment, name), LANGUAGES[name]) for name in LANGUAGES}
        self._signs = {name: _sign_ends(side_text(segment, name)) for name in LANGUAGES}

    def compose(self) -> ComposeResult:
        yield Sheet(id="split")

    def on_mount(self) -> None:
        sheet = self.query_one(Sheet)
        sheet.can_focus = False
        sheet.border_title = Content(say("split segment {number}", number=self._segment.number + 1))
        sheet.border_subtitle = Content(say("tab other side · enter cuts · esc leaves"))
        self._show()

    def on_resize(self) -> None:
        # The sheet has its new height once it is laid out.
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        """Shows the parts, the cut in the middle where they are longer than the screen."""
        sheet = self.query_one(Sheet)
        sheet.set_layout(self._lines)
        sheet.scroll_to(y=max(0, self._cut_line - sheet.scrollable_content_region.height // 2), animate=False)

    def _lines(self, width: int) -> list[Line]:
        glyphs, left = self._glyphs, columns(width)[0]
        parts: list[list[Line]] = []
        for number in (0, 1):
            both = [
                self._part_lines(name, number, cells) for name, cells in zip(LANGUAGES, columns(width), strict=True)
            ]
            parts.append(beside(both[0], both[1], left))
        headings = [
            side_heading(name, len(self._sentences(name)), glyphs, cells, is_chosen=name == self._side)
            for name, cells in zip(LANGUAGES, columns(width), strict=True)
        ]
        hint = sides(
            [(say("left and right: the next place that is offered; with shift: one character"), "dim")], [], width
        )
        cut: Line = [(glyphs.cut * width, "warning")]
        above = [hint, *beside([headings[0]], [headings[1]], left), *parts[0]]
        self._cut_line = len(above)
        return [*above, cut, *parts[1]]

    def _part_lines(self, side: SideName, number: int, width: int) -> list[Line]:
        text, at = side_text(self._segment, side), self._at[side]
        part = text[at:].strip() if number else text[:at].strip()
        if not part:
            return [[(f"{self._glyphs.nothing} {say('nothing')}", "dim")]]
        return sentence_lines([(part, "")], sentences(part, LANGUAGES[side]), self._glyphs, width)

    def _sentences(self, side: SideName) -> list[Span]:
        return sentences(side_text(self._segment, side), LANGUAGES[side])

    def _move(self, places: list[int], step: int) -> None:
        at = self._at[self._side]
        place = bisect_right(places, at) if step > 0 else bisect_left(places, at) - 1
        if 0 <= place < len(places):
            self._at[self._side] = places[place]
            self._show()

    def action_offered(self, step: int) -> None:
        """Cut the chosen side at the next place that is offered, or the one before."""
        self._move(self._offered[self._side], step)

    def action_character(self, step: int) -> None:
        """Cut the chosen side one sign further on or back; what is drawn as one sign is never torn apart."""
        self._move(self._signs[self._side], step)

    def action_other_side(self) -> None:
        """Choose the other side."""
        self._side = "target" if self._side == "source" else "source"
        self._show()

    def action_cut(self) -> None:
        """Answer with the places, where each part has some text."""
        texts = {name: side_text(self._segment, name) for name in LANGUAGES}
        parts = (
            "".join(texts[name][: self._at[name]] for name in LANGUAGES),
            "".join(texts[name][self._at[name] :] for name in LANGUAGES),
        )
        if all(part.strip() for part in parts):
            self.dismiss(self._at)
        else:
            tell(self, say("One part would have no text: move the cut first."))

    def action_leave(self) -> None:
        """Leave the segment as it is."""
        self.dismiss(None)


def _sign_ends(text: str) -> list[int]:
    ends = [0]
    for sign in clusters(text):
        ends.append(ends[-1] + len(sign.text))
    return ends
