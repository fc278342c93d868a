"""What a lookup found: hits in named groups, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from rnk_gloss.model.unit import Unit
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.painting import Fragment, InkView, Line, wrap_fragments

_NUMBERED = 9
_NUMBER_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: the texts that can be copied, its lines at a width, and the entry or the unit that it is."""

    source: str
    target: str
    layout: Callable[[int], Sequence[Line]]
    entry: int | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind under a heading; of a group that is wanted most the first hit is chosen at once.
    `without` is said where other groups have hits and this one has none, `more` where there are more than these."""

    heading: str
    hits: tuple[Hit, ...]
    is_wanted: bool = False
    without: str = ""
    more: str = ""


class HitList(InkView, can_focus=True, inherit_bindings=False):
    """Groups of hits; the lines of a hit are laid out for the width of the list, its number before the first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        super().__init__(id=id)
        self.cursor = 0
        self.placeholder: Sequence[Line] = ()
        self._groups: Sequence[Group] = ()
        self._laid_out: list[tuple[Line, int]] = []

    @property
    def hits(self) -> list[Hit]:
        """All hits, in order."""
        return [hit for group in self._groups for hit in group.hits]

    @property
    def hit(self) -> Hit | None:
        """The chosen hit."""
        hits = self.hits
        return hits[self.cursor] if self.cursor < len(hits) else None

    @property
    def numbered(self) -> list[Hit]:
        """The hits that have a number, from 1 on: those of the group that is wanted most, or of all where it has none;
        what has no English has no number."""
        wanted = [hit for group in self._groups if group.is_wanted for hit in group.hits]
        return [hit for hit in wanted or self.hits if hit.target][:_NUMBERED]

    @property
    def has_more(self) -> bool:
        """Whether a group could show more hits."""
        return any(group.more for group in self._groups)

    def show(self, groups: Sequence[Group], placeholder: Sequence[Line] = (), *, at: int | None = None) -> None:
        """Show these groups, or the placeholder where they hold nothing; the hit number `at` is chosen, or else the
        first of the group that is wanted most."""
        self._groups = groups if any(group.hits for group in groups) else ()
        self.placeholder = placeholder
        self.cursor = 0 if at is None else at
        if at is None:
            for place, group in enumerate(self._groups):
                if group.is_wanted and group.hits:
                    self.cursor = sum(len(before.hits) for before in self._groups[:place])
        self._lay_out()
        if at is None:
            self.scroll_to(y=0, animate=False)
        self.move(0)

    def move(self, step: int) -> None:
        """Choose another hit."""
        self.cursor = max(0, min(self.cursor + step, len(self.hits) - 1))
        places = [place for place, (_, hit) in enumerate(self._laid_out) if hit == self.cursor]
        if places:
            height = self.scrollable_content_region.height
            top = 0 if self.cursor == 0 else places[0]
            if top < self.scroll_offset.y:
                self.scroll_to(y=top, animate=False, force=True)
            elif places[-1] >= self.scroll_offset.y + height:
                self.scroll_to(y=min(places[-1] - height + 1, top), animate=False, force=True)
        self.refresh()

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width - _NUMBER_WIDTH, 2)
        numbers = {id(hit): str(number) for number, hit in enumerate(self.numbered, start=1)}
        laid_out: list[tuple[Line, int]] = []
        place = 0
        for group in self._groups:
            heading = (group.heading, "label") if group.hits else (group.without, "dim")
            if not heading[0]:
                continue
            if laid_out:
                laid_out.append(((), -1))
            laid_out.append(([heading, (f"  {group.more}" if group.more else "", "dim")], -1))
            for hit in group.hits:
                for first, line in enumerate(hit.layout(width)):
                    number = "" if first else numbers.get(id(hit), "")
                    head: Fragment = (number.ljust(_NUMBER_WIDTH), "strong")
                    laid_out.append(([head, *line], place))
                place += 1
        if not laid_out:
            laid_out = [(line, -1) for told in self.placeholder for line in wrap_fragments(told, width) or [()]]
        self._laid_out = laid_out
        self.virtual_size = Size(0, len(self._laid_out))
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= place < len(self._laid_out) and self._laid_out[place][1] >= 0:
            self.move(self._laid_out[place][1] - self.cursor)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= len(self._laid_out):
            return self.strip_of((), width)
        line, hit = self._laid_out[place]
        return self.strip_of(line, width, *(("chosen",) if hit == self.cursor else ()))

    def _page(self) -> int:
        """How many hits a page is: those that are seen now, but one."""
        top = self.scroll_offset.y
        seen = self._laid_out[top : top + self.scrollable_content_region.height]
        return max(1, len({hit for _, hit in seen if hit >= 0}) - 1)

    def action_down(self) -> None:
        self.move(1)

    def action_up(self) -> None:
        self.move(-1)

    def action_page_down(self) -> None:
        self.move(self._page())

    def action_page_up(self) -> None:
        self.move(-self._page())

    def action_first(self) -> None:
        self.move(-len(self.hits))

    def action_last(self) -> None:
        self.move(len(self.hits))
