"""The shapes of aligned segments: merged, split, a sentence moved, a whole document aligned anew; and what is sure."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work
from textual.content import Content
from textual.message import Message

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Segment
from rnk_gloss.model.selection import SegmentSelection
from rnk_gloss.service.realignment import Realignment
from rnk_gloss.service.segment_shapes import neighbours
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.segment_queue import SegmentQueue, short_name
from rnk_gloss.tui.split_picker import Cut, SplitPicker
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.wording import say, say_count

_SURE = 90.0


class SegmentShaping(SegmentQueue):
    """The part of the segments screen that changes what a segment is."""

    class Realigned(Message):
        """A document was aligned anew, by an operation where that changed anything; or it could not be."""

        def __init__(self, report: Realignment | None, operation: int | None, error: GlossError | None = None) -> None:
            super().__init__()
            self.report = report
            self.operation = operation
            self.error = error

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._aligning = ""

    def describe_list(self) -> None:
        super().describe_list()
        if self._aligning:
            self.rows.border_subtitle = Content(say("aligning {document} anew …", document=short_name(self._aligning)))

    def current_segment(self) -> Segment | None:
        """The segment under the cursor."""
        raise NotImplementedError

    def action_merge(self) -> None:
        """Make one segment of this one and the next one of its document, or of the range."""
        chosen = self.rows.chosen_keys
        self._reshape(lambda segment: [self.desk.glossary.merge_segments(chosen if len(chosen) > 1 else [segment.id])])

    def action_split(self) -> None:
        """Make two segments of this one, where the user says."""
        segment = self.current_segment()
        if segment is None:
            return

        def split(cut: Cut | None) -> None:
            if cut is not None:
                at = {"source_at": cut["source"], "target_at": cut["target"]}
                self._reshape(lambda segment: self.desk.glossary.split_segment(segment.id, **at))

        if len(segment.source + segment.target) < 2:
            tell(self, say("This segment has nothing to split."))
        else:
            self.app.push_screen(SplitPicker(segment, self.side, self.desk.glyphs), split)

    def action_shift(self, forward: bool) -> None:
        """Move a sentence of the chosen side to a neighbour."""
        self._reshape(lambda segment: self.desk.glossary.shift_sentence(segment.id, self.side, forward=forward))

    def _reshape(self, change: Callable[[Segment], list[int]]) -> None:
        """Changes the shape of this segment and its neighbours; the list keeps its order, whatever their scores are."""
        segment = self.current_segment()
        if segment is None:
            return
        with errors_told(self):
            # Nothing else can be part of it: a document may have a million segments.
            before = [*self.rows.chosen_keys, *neighbours(self.desk.glossary.workspace, segment.id)]
            made = change(segment)
            gone = set(before).difference(one.id for one in self.desk.glossary.segments_of(before))
            here = made[0] if segment.id in gone else segment.id
            self.note_done(here, lists=True)
            self.take_out(gone, new=[key for key in made if key not in before], at=here)

    def action_approve_sure(self) -> None:
        """Approve what the aligner is sure of in this document."""
        segment = self.current_segment()
        if segment is None:
            return
        with errors_told(self):
            selection = SegmentSelection(
                (Status.CANDIDATE,), minimum_score=_SURE, whole=True, document_id=segment.document_id
            )
            sure = self.desk.glossary.segment_ids(selection)
            if not sure:
                tell(self, say("No undecided segment of this document is so sure."))
                return
            changed = self.decide(sure, Status.APPROVED)
            tell(
                self,
                say_count(
                    "{count} segment approved; u takes it back", "{count} segments approved; u takes it back", changed
                ),
            )
            self.note_done(*sure)
            self.reload()

    def action_realign(self) -> None:
        """Align the document of this segment anew, in the background."""
        segment = self.current_segment()
        if self._aligning:
            tell(self, say("{document} is still being aligned.", document=self._aligning))
        elif segment is not None:
            self._aligning = segment.document
            self.describe_list()
            self._realign(segment.document)

    @work(thread=True, group="realign")
    def _realign(self, document: str) -> None:
        try:
            with self.desk.aside() as glossary:
                report = glossary.realign(document)
                self.post_message(self.Realigned(report, glossary.workspace.last_operation or None))
        except GlossError as error:
            self.post_message(self.Realigned(None, None, error))

    @on(Realigned)
    def show_realigned(self, message: Realigned) -> None:
        """Show the segments as they are now."""
        self._aligning = ""
        if message.error is not None or message.report is None:
            if message.error is not None:
                tell_error(self, message.error)
            self.describe_list()
            return
        if message.operation is not None:
            self.note_done(operation=message.operation)
        report = message.report
        tell(
            self,
            say(
                "{segments} segments, {kept} kept as decided, {new} new",
                segments=f"{report.segments:,}",
                kept=f"{report.kept:,}",
                new=f"{report.new:,}",
            ),
        )
        self.rows.forget()
        self.reload()
