"""A list of any length: it holds ids, and fetches only the rows that are seen."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.list_places import next_left, place_kept, place_of, with_last
from rnk_gloss.tui.painting import InkView, Line
from rnk_gloss.tui.wording import say

PAGE = 128
_PAGES_KEPT = 16
# So far behind the cursor one is looked for that is left, while the whole list is not known.
_FAR = 20_000


class Reviewed(Protocol):
    """What a row shows: something with an id and a Japanese text."""

    @property
    def id(self) -> int: ...

    @property
    def source(self) -> str: ...


RowT = TypeVar("RowT", bound=Reviewed)


class RowList(InkView, Generic[RowT], can_focus=True, inherit_bindings=False):
    """Rows by their ids, in pages that are fetched when they are seen and kept for a while.

    `fetch` gives the rows of some ids (those that are gone may be missing), `paint` the lines of one row at a width.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    class Moved(Message):
        """The cursor stands on another row, or on none."""

    class EndWanted(Message):
        """The cursor shall go to the end of a list that is not known yet; it goes there when it is."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[RowT]],
        paint: Callable[[RowT, int, int], Sequence[Line]],
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self.keys = array("q")
        # Where it is not, these are the ids with which the list begins.
        self.is_whole = True
        self.cursor = 0
        self.range_start: int | None = None
        self.row_height = 1
        self.placeholder: Sequence[Line] = ()
        self._fetch = fetch
        self._paint = paint
        self._known: OrderedDict[int, RowT | None] = OrderedDict()
        self._goes_to_end = False
        # What was put last stays there, in this order, however often the list is read again.
        self._last: dict[int, None] = {}

    @property
    def key(self) -> int | None:
        """The id under the cursor."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    @property
    def row(self) -> RowT | None:
        """The row under the cursor."""
        return self._row(self.cursor) if self.keys else None

    @property
    def range(self) -> range:
        """The places of the rows that a decision is about: from the range's start to the cursor, or its own alone."""
        if not self.keys:
            return range(0)
        other = self.cursor if self.range_start is None else self.range_start
        return range(min(self.cursor, other), max(self.cursor, other) + 1)

    @property
    def chosen_keys(self) -> list[int]:
        """The ids of the rows that a decision is about, in order."""
        places = self.range
        return list(self.keys[places.start : places.stop])

    def set_range_start(self, place: int | None) -> None:
        """Begin a range at a place, or end it."""
        self.range_start = place
        self.refresh()

    @property
    def count(self) -> str:
        """How many rows there are, as people write it; a question mark while that is not known."""
        return f"{len(self.keys):,}" if self.is_whole else "?"

    @property
    def is_going_to_the_end(self) -> bool:
        """Whether the cursor will be on the last row once the whole list is known."""
        return self._goes_to_end

    def show(self, keys: array[int], *, at: int | None = None) -> None:
        """Show these ids, the cursor on the id `at` where that is among them, else where it was: on the same id or,
        where that is gone, on the next one that is left. It stays in the line of the screen where it is. A range goes
        on unless it would hold other rows than those that were chosen.
        """
        keys = with_last(keys, self._last)
        cursor = place_of(at, keys)
        self._put(keys, place_kept(self.keys, self.cursor, keys) if cursor is None else cursor)
        self.is_whole = True
        if self._goes_to_end:
            self.move_to(len(self.keys) - 1)

    def begin(self, keys: array[int], *, at: int | None = None, in_same_order: bool = False) -> bool:
        """Whether these ids are shown, with which a list begins of which the rest is not known yet: where they tell
        alone where the cursor goes, and fill the pane. `in_same_order` says that the list is in the order of this one.
        """
        if len(keys) <= self._page() or self.range_start is not None:
            return False
        shown = array("q", [key for key in keys if key not in self._last])
        wanted = self.key if at is None else at
        place = 0 if wanted is None else place_of(wanted, shown)
        if place is None and at is None and in_same_order:
            # What was before the next one that is left would be before it here, too.
            place = next_left(self.keys[self.cursor : self.cursor + _FAR], shown)
        if place is None or not shown:
            return False
        self._put(shown, place)
        self.is_whole = False
        return True

    def complete(self, keys: array[int], *, at: int | None = None) -> None:
        """Show all the ids of a list, of which the beginning may be shown already: then nothing moves."""
        if self.is_whole or at is not None or keys[: len(self.keys)] != self.keys:
            self.show(keys, at=at)
            return
        self.keys, self.is_whole = keys, True
        self._measure()
        self.refresh()
        if self._goes_to_end:
            self.move_to(len(self.keys) - 1)

    def _put(self, keys: array[int], cursor: int) -> None:
        line = self.cursor * self.row_height - self.scroll_offset.y
        start = None if self.range_start is None else self.keys[self.range_start]
        chosen = () if start is None else set(self.chosen_keys)
        self.keys = keys
        self.cursor = max(0, min(cursor, len(keys) - 1))
        self.range_start = place_of(start, keys)
        if self.range_start is not None and not set(self.chosen_keys) <= set(chosen):
            self.range_start = None
        self._known.clear()
        self._measure()
        self.scroll_to(y=self.cursor * self.row_height - line, animate=False, force=True)
        self._settle()

    def take_out(self, gone: Iterable[int], *, new: Sequence[int] = (), at: int | None = None) -> None:
        """Show the list without these ids, and with the new ones behind the cursor; the cursor is then on the id `at`
        or, without it, where it was: on the same id or on the one that followed."""
        keys, cursor = self.keys[:], self.cursor
        keys[cursor + 1 : cursor + 1] = array("q", new)
        for key in gone:
            place = place_of(key, keys, near=cursor)
            if place is not None:
                del keys[place]
                cursor -= place < cursor
        self.range_start = None
        self._put(keys, cursor if at is None else place_of(at, keys, near=cursor) or 0)

    def set_row_height(self, height: int) -> None:
        """Give every row this many lines."""
        if height != self.row_height:
            self.row_height = height
            self._measure()
            self._keep_in_view()

    def forget(self, keys: Iterable[int] | None = None) -> None:
        """Fetch some rows again, or all, because they have changed."""
        if keys is None:
            self._known.clear()
        else:
            for key in keys:
                self._known.pop(key, None)
        self.refresh()

    def move_to(self, place: int) -> None:
        """Put the cursor on a row, or as near as the list goes."""
        place = max(0, min(place, len(self.keys) - 1))
        self._goes_to_end = False
        if place != self.cursor:
            self.cursor = place
            self._settle()

    def move_to_key(self, key: int) -> bool:
        """Whether the id is in the list, where the cursor now is."""
        place = place_of(key, self.keys, near=self.cursor)
        if place is not None:
            self.move_to(place)
        return place is not None

    def put_last(self) -> None:
        """Move the chosen rows to the end of the list; the cursor is then on the one that followed them."""
        if self.keys:
            places, moved = self.range, self.chosen_keys
            self._last = {key: None for key in self._last if key not in moved} | dict.fromkeys(moved)
            del self.keys[places.start : places.stop]
            self.keys.extend(moved)
            self.cursor, self.range_start = places.start, None
            self._settle()

    def row_at(self, place: int) -> RowT | None:
        """The row at a place of the list."""
        return self._row(place)

    def _row(self, place: int) -> RowT | None:
        key = self.keys[place]
        if key not in self._known:
            start = place - place % PAGE
            missing = [other for other in self.keys[start : start + PAGE] if other not in self._known]
            self._known.update(dict.fromkeys(missing))
            self._known.update((row.id, row) for row in self._fetch(missing))
            while len(self._known) > PAGE * _PAGES_KEPT:
                self._known.popitem(last=False)
        return self._known.get(key)

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self.keys) * self.row_height)

    def _settle(self) -> None:
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_view(self) -> None:
        height = max(self.scrollable_content_region.height, self.row_height)
        top, bottom = self.cursor * self.row_height, (self.cursor + 1) * self.row_height
        seen = self.scroll_offset.y
        # A list that has just been filled has no scroll bar yet, and would not be scrolled without force.
        if top < seen:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > seen + height:
            self.scroll_to(y=bottom - height, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not self.keys:
            return self.strip_of(self.placeholder[y] if y < len(self.placeholder) else (), width)
        place, part = divmod(y + self.scroll_offset.y, self.row_height)
        if place >= len(self.keys):
            return self.strip_of((), width)
        row = self._row(place)
        lines: Sequence[Line] = (
            [[("  " + say("(no longer there)"), "dim")]] if row is None else self._paint(row, place, width)
        )
        grounds = ("chosen",) if place == self.cursor else ("ranged",) if place in self.range else ()
        return self.strip_of(lines[part] if part < len(lines) else (), width, *grounds)

    def on_resize(self) -> None:
        self._keep_in_view()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = -1 if offset is None else (offset.y + self.scroll_offset.y) // self.row_height
        if 0 <= place < len(self.keys):
            self.move_to(place)

    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // self.row_height - 1)

    def action_down(self) -> None:
        self.move_to(self.cursor + 1)

    def action_up(self) -> None:
        self.move_to(self.cursor - 1)

    def action_page_down(self) -> None:
        self.move_to(self.cursor + self._page())

    def action_page_up(self) -> None:
        self.move_to(self.cursor - self._page())

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        if self.is_whole:
            self.move_to(len(self.keys) - 1)
            return
        self._goes_to_end = True
        self.post_message(self.EndWanted())
