"""The screen on which aligned segments are reviewed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Footer

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Segment
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.realignment import Realignment
from rnk_gloss.text.cells import printable
from rnk_gloss.text.normalise import nfc
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.bead import segment_lines, segment_rows
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.dialogs import Field, FieldsDialog
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.queue_screen import Query, QueueScreen, following
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import errors_told, tell, tell_error

_VIEWS: dict[str, SegmentSelection] = {
    "all": SegmentSelection(),
    "flagged": SegmentSelection((Status.CANDIDATE,), flagged=True),
    "undecided": SegmentSelection((Status.CANDIDATE,)),
    "approved": SegmentSelection((Status.APPROVED,)),
    "rejected": SegmentSelection((Status.REJECTED,)),
}
_ORDERS = {SegmentOrder.DOCUMENT: "by document", SegmentOrder.SCORE: "least sure first"}
_TALL = 28
_SURE = 90.0


class SegmentsScreen(QueueScreen):
    """A list of segments, Japanese left and English right, and the whole texts of one."""

    class Realigned(Message):
        """A document was aligned anew, by an operation where that changed anything."""

        def __init__(self, report: Realignment, operation: int | None) -> None:
            super().__init__()
            self.report = report
            self.operation = operation

    KIND = "segment"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SEGMENTS)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._segment: Segment | None = None
        self._view = "all"
        self._order = SegmentOrder.SCORE

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "segments")
        yield TextInput(id="filter", placeholder="Japanese or English that the segment holds", compact=True)
        with Vertical(id="body"):
            yield RowList(self._fetch, self._paint, id="list")
            yield Sheet(id="segment")
        yield Footer(show_command_palette=False, compact=True)

    def on_resize(self, event: events.Resize) -> None:
        self.query_one(RowList).set_row_height(2 if event.size.height >= _TALL else 1)

    def _fetch(self, keys: Sequence[int]) -> list[Segment]:
        try:
            return self.desk.glossary.segments_of(keys)
        except GlossError as error:
            tell_error(self, error)
            return []

    def _paint(self, segment: Segment, _place: int, width: int) -> Sequence[Line]:
        return segment_rows(segment, self.desk.glyphs, width, self.rows.row_height)

    def query_now(self) -> Query:
        view = _VIEWS[self._view]
        text = nfc(self.filter_text) or None
        selection = SegmentSelection(view.statuses, flagged=view.flagged, text=text, order=self._order)
        return lambda glossary: glossary.segment_ids(selection)

    def describe_list(self) -> None:
        rows = self.query_one(RowList)
        rows.border_title = f"segments  {self._view}"
        rows.border_subtitle = f"{len(rows.keys):,} {self.desk.glyphs.between} {_ORDERS[self._order]}"
        if self.filter_text:
            rows.placeholder = [
                [(f"nothing holds {printable(self.filter_text)}", "dim")],
                [("esc shows everything again", "dim")],
            ]
        elif self._view == "all":
            rows.placeholder = [
                [("There are no aligned segments yet.", "")],
                [],
                [("Align a text with its translation:", "dim")],
                [("  rnk-gloss extract a.ja.txt a.en.txt", "")],
            ]
        else:
            rows.placeholder = [[("nothing here: s shows others", "dim")]]

    def figures(self, glossary: Glossary) -> list[Fragment]:
        glyphs = self.desk.glyphs
        counts = {status: len(glossary.segment_ids(SegmentSelection((status,)))) for status in Status}
        return [
            (f"{glyphs.approved} {counts[Status.APPROVED]:,}", "approved"),
            (f"  {glyphs.rejected} {counts[Status.REJECTED]:,}", "rejected"),
            (f"  {counts[Status.CANDIDATE]:,} candidates", "dim"),
        ]

    def show_current(self) -> None:
        key, glyphs = self.rows.key, self.desk.glyphs
        pane = self.query_one("#segment", Sheet)
        self._segment = None
        if key is not None:
            with errors_told(self):
                self._segment = self.desk.glossary.segment(key)
        segment = self._segment
        if segment is None:
            pane.border_title = "segment"
            pane.show(lambda _width: ())
            return
        pane.border_title = f"segment {self.rows.cursor + 1:,} of {len(self.rows.keys):,}"
        pane.show(lambda width: segment_lines(segment, glyphs, width))

    def _current(self) -> Segment | None:
        """The segment under the cursor, also when the cursor has just moved and its texts are not shown yet."""
        if self.rows.key != (self._segment.id if self._segment else None):
            self.show_current()
        return self._segment

    def decide(self, keys: Sequence[int], status: Status) -> int:
        return self.desk.glossary.decide_segments(keys, status)

    def action_edit(self) -> None:
        """Edit the two texts in a dialog."""
        segment = self._current()
        if segment is None:
            return

        def store(answer: dict[str, str] | None) -> None:
            if not answer:
                return
            with errors_told(self):
                if self.desk.glossary.edit_segment(
                    segment.id, source=answer.get("source"), target=answer.get("target")
                ):
                    self.note_done(segment.id)
                self.show_current()

        fields = [Field("source", "Japanese", segment.source, 4), Field("target", "English", segment.target, 5)]
        self.app.push_screen(FieldsDialog("Edit segment", fields), store)

    def action_merge(self) -> None:
        """Make one segment of this one and the next one of its document."""
        self._reshape(lambda segment: [self.desk.glossary.merge_segments([segment.id])])

    def action_split(self) -> None:
        """Make two segments of this one."""
        self._reshape(lambda segment: self.desk.glossary.split_segment(segment.id))

    def action_shift(self, side: Literal["source", "target"], forward: bool) -> None:
        """Move a sentence of one side to a neighbour."""
        self._reshape(lambda segment: self.desk.glossary.shift_sentence(segment.id, side, forward=forward))

    def _reshape(self, change: Callable[[Segment], list[int]]) -> None:
        """Changes the shape of this segment and its neighbours; the list keeps its order, whatever their scores are."""
        segment = self._current()
        if segment is None:
            return
        with errors_told(self):
            made = change(segment)
            there = set(self.desk.glossary.segment_ids(SegmentSelection()))
            listed = list(self.rows.keys)
            place = listed.index(segment.id)
            listed[place + 1 : place + 1] = [key for key in made if key not in listed]
            key = segment.id if segment.id in there else made[0]
            self.note_done(key)
            self.rows.forget()
            self.rows.show(array("q", (one for one in listed if one in there)), at=key)
            self.describe_list()
            self.show_current()

    def action_approve_sure(self) -> None:
        """Approve what the aligner is sure of in this document."""
        segment = self._current()
        if segment is None:
            return
        with errors_told(self):
            glossary = self.desk.glossary
            selection = SegmentSelection((Status.CANDIDATE,), segment.document, minimum_score=_SURE, whole=True)
            found = glossary.segments_of(glossary.segment_ids(selection))
            sure = [one.id for one in found if one.document == segment.document]
            changed = glossary.decide_segments(sure, Status.APPROVED) if sure else 0
            tell(self, f"{changed} segments approved; u takes it back" if changed else "No segment is so sure.")
            if changed:
                self.note_done(*sure)
                self.reload()

    def action_realign(self) -> None:
        """Align the document of this segment anew, in the background."""
        segment = self._current()
        if segment is not None:
            tell(self, f"aligning {segment.document} anew", seconds=2)
            self._realign(segment.document)

    @work(thread=True, exclusive=True, group="realign")
    def _realign(self, document: str) -> None:
        try:
            with self.desk.behind() as glossary:
                before = glossary.workspace.last_operation
                report = glossary.realign(document)
                operation = glossary.workspace.last_operation
        except GlossError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Realigned(report, operation if operation != before else None))

    @on(Realigned)
    def show_realigned(self, message: Realigned) -> None:
        """Show the segments as they are now."""
        report = message.report
        if message.operation is not None:
            self.note_done(operation=message.operation)
        tell(self, f"{report.segments} segments, {report.kept} kept as decided, {report.new} new")
        self.rows.forget()
        self.reload()

    def action_next_flagged(self) -> None:
        """Go to the next flagged segment."""
        self._go_to_flagged(1)

    def action_previous_flagged(self) -> None:
        """Go to the previous flagged segment."""
        self._go_to_flagged(-1)

    def _go_to_flagged(self, step: int) -> None:
        with errors_told(self):
            flagged = set(self.desk.glossary.segment_ids(SegmentSelection(flagged=True)))
            keys = self.rows.keys
            last = len(keys) if step > 0 else -1
            for place in range(self.rows.cursor + step, last, step):
                if keys[place] in flagged:
                    self.rows.move_to(place)
                    return
            tell(self, "There is no flagged segment after this one." if step > 0 else "There is none before this one.")

    async def action_translate(self) -> None:
        """Go to the screen on which is translated what has no translation."""
        await self.app.switch_mode("translation")

    def action_status(self) -> None:
        """Show the segments of the next kind."""
        self._view = following(list(_VIEWS), self._view)
        self.reload()

    def action_order(self) -> None:
        """Show them in the next order."""
        self._order = following(list(_ORDERS), self._order)
        self.reload()
