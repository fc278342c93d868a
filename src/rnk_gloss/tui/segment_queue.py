"""The list of aligned segments: which of them, in which order, and how to get about in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import DocumentProgress, Segment, SegmentCounts
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.service.filter_pieces import FilterError
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.long_lists import first_segment_ids
from rnk_gloss.service.segment_progress import document_progress, first_flagged, segment_counts
from rnk_gloss.service.segment_search import filtered
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.text.cells import cell_width, fit, printable
from rnk_gloss.tui.bead import segment_rows
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.filter_mistakes import in_words
from rnk_gloss.tui.list_screen import ListQuery
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.queue_screen import QueueScreen, following
from rnk_gloss.tui.remark import Remark
from rnk_gloss.tui.reviewed_documents import ALL, DocumentChoice, document_picker
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.wording import noted, say, say_count

_VIEWS: dict[str, SegmentSelection] = {
    noted("all"): SegmentSelection(),
    noted("flagged"): SegmentSelection((Status.CANDIDATE,), flagged=True),
    noted("undecided"): SegmentSelection((Status.CANDIDATE,)),
    noted("approved"): SegmentSelection((Status.APPROVED,)),
    noted("rejected"): SegmentSelection((Status.REJECTED,)),
}
_ORDERS = {SegmentOrder.DOCUMENT: noted("by document"), SegmentOrder.SCORE: noted("least sure first")}
_TALL = 28
_LONGEST_NAME = 36
# So many ids are searched for a flag at once; the rest of a long list in the background.
_NEAR = 4000


class SegmentQueue(QueueScreen):
    """The part of the segments screen that lists."""

    KIND = "segment"

    class FlagFound(Message):
        """The next flagged segment, searched for in the background; None where there is none."""

        def __init__(self, key: int | None, step: int) -> None:
            super().__init__()
            self.key = key
            self.step = step

    class DocumentsCounted(Message):
        """The documents to choose from have been read."""

        def __init__(self, documents: list[DocumentProgress]) -> None:
            super().__init__()
            self.documents = documents

    FILTER_HINT: ClassVar[str] = noted("Japanese or English, status: flag: score:<60 doc:")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.side: SideName = "target"
        self._view = "all"
        self._order = SegmentOrder.SCORE
        self._mistake = self._understood = ""
        self._document = DocumentChoice(ALL, "", SegmentCounts())

    def on_resize(self, event: events.Resize) -> None:
        self.query_one(RowList).set_row_height(2 if event.size.height >= _TALL else 1)

    def _fetch(self, keys: Sequence[int]) -> list[Segment]:
        try:
            return self.desk.glossary.segments_of(keys)
        except GlossError as error:
            tell_error(self, error)
            return []

    def _paint(self, segment: Segment, place: int, width: int) -> Sequence[Line]:
        side = self.side if place == self.rows.cursor else None
        return segment_rows(segment, self.desk.glyphs, width, self.rows.row_height, side=side)

    def query_now(self) -> ListQuery:
        everything = replace(_VIEWS[self._view], order=self._order, document_id=self._document.id or None)
        self._mistake = ""
        try:
            selection = filtered(everything, self.filter_text)
            self._understood = self.filter_text
        except FilterError as error:
            # While somebody is typing, a filter is seldom whole: what it last meant stays to be seen.
            self._mistake = in_words(error)
            selection = filtered(everything, self._understood)
        return ListQuery(
            lambda glossary: first_segment_ids(glossary.workspace, selection),
            lambda glossary: glossary.segment_ids(selection),
            selection.order,
        )

    def describe_list(self) -> None:
        rows, between = self.query_one(RowList), self.desk.glyphs.between
        title = f"{say('segments')}  {say(self._view)}"
        if self._document.id != ALL:
            title = f"{title} {between} {short_name(self._document.source)}"
        rows.border_title = Content(title)
        self.query_one(Remark).show(self._mistake)
        rows.border_subtitle = Content(f"{rows.count} {between} {say(_ORDERS[self._order])}")
        if self.filter_text:
            rows.placeholder = [
                [(say("nothing holds {text}", text=printable(self.filter_text)), "dim")],
                [(say("esc shows everything again"), "dim")],
            ]
        elif self._view == "all":
            rows.placeholder = [
                [(say("There are no aligned segments yet."), "")],
                [],
                [(say("Align a text with its translation:"), "dim")],
                [("  rnk-gloss extract a.ja.txt a.en.txt", "")],
            ]
        else:
            rows.placeholder = [[(say("nothing here: s shows others"), "dim")]]

    @property
    def counted_part(self) -> int:
        return self._document.id

    def figures(self, glossary: Glossary) -> list[Fragment]:
        glyphs = self.desk.glyphs
        counts = segment_counts(glossary.workspace, self._document.id or None)
        candidates = say_count("{count} candidate", "{count} candidates", counts.candidates)
        flagged = say_count("{count} flagged", "{count} flagged", counts.flagged)
        return [
            (f"{glyphs.approved} {counts.approved:,}", "approved"),
            (f"  {glyphs.rejected} {counts.rejected:,}", "rejected"),
            (f"  {candidates}", "dim"),
            (f"  {flagged}" if counts.flagged else "", "warning"),
        ]

    def decide(self, keys: Sequence[int], status: Status) -> int:
        return self.desk.glossary.decide_segments(keys, status)

    def open_segment(self, key: int) -> None:
        """Show a segment, among all where the present list does not have it."""
        if not self.rows.move_to_key(key):
            self._view = "all"
            self._document = replace(self._document, id=ALL)
            self.clear_filter()
            self.reload(at=key)

    def action_next_flagged(self) -> None:
        """Go to the next flagged segment that is not decided."""
        self._go_to_flagged(1)

    def action_previous_flagged(self) -> None:
        """Go to the previous one."""
        self._go_to_flagged(-1)

    def _go_to_flagged(self, step: int) -> None:
        keys, cursor = self.rows.keys, self.rows.cursor
        beyond = keys[cursor + 1 :] if step > 0 else keys[:cursor][::-1]
        with errors_told(self):
            place = first_flagged(self.desk.glossary.workspace, beyond[:_NEAR])
            if place is not None:
                self.rows.move_to(cursor + step * (place + 1))
            elif len(beyond) > _NEAR:
                self._search_flagged(beyond[_NEAR:], step)
            elif step < 0 or self.has_end():
                self._tell_no_flag(step)

    @work(thread=True, exclusive=True, group="flagged")
    def _search_flagged(self, keys: Sequence[int], step: int) -> None:
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                place = first_flagged(glossary.workspace, keys)
        except GlossError as error:
            self.post_message(Failed(error))
            return
        if not worker.is_cancelled:
            self.post_message(self.FlagFound(None if place is None else keys[place], step))

    @on(FlagFound)
    def show_flagged(self, message: FlagFound) -> None:
        """Go to the flagged segment that was found."""
        is_found = message.key is not None and self.rows.move_to_key(message.key)
        if not is_found and (message.step < 0 or self.has_end()):
            self._tell_no_flag(message.step)

    def _tell_no_flag(self, step: int) -> None:
        after, before = noted("There is no flagged segment after this one."), noted("There is none before this one.")
        tell(self, say(after if step > 0 else before))

    def action_status(self) -> None:
        """Show the segments of the next kind."""
        self._view = following(list(_VIEWS), self._view)
        self.reload()

    def action_order(self) -> None:
        """Show them in the next order."""
        self._order = following(list(_ORDERS), self._order)
        self.reload()

    def action_documents(self) -> None:
        """Choose the document whose segments are shown."""
        self._count_documents()

    @work(thread=True, exclusive=True, group="documents")
    def _count_documents(self) -> None:
        try:
            with self.desk.behind() as glossary:
                documents = document_progress(glossary.workspace)
        except GlossError as error:
            self.post_message(Failed(error))
            return
        self.post_message(self.DocumentsCounted(documents))

    @on(DocumentsCounted)
    def choose_document(self, message: DocumentsCounted) -> None:
        """Ask for a document, and show its segments."""

        def show(chosen: DocumentChoice | None) -> None:
            if chosen is not None:
                self._document = chosen
                self.reload()

        if self.is_current:
            self.app.push_screen(document_picker(message.documents, self.desk.glyphs), show)


def short_name(path: str) -> str:
    """The end of a path, where it is too long for the frame of a list."""
    name = printable(path)
    return fit(name, min(cell_width(name), _LONGEST_NAME), "right")
