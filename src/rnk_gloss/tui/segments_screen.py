"""The screen on which aligned segments are reviewed."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError, NotFoundError
from rnk_gloss.model.segment import Segment
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.tui.actions import Scope, actions_of, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.bead_pane import segment_lines
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.pair_checks import PairChecks, check_lines, marks_of, pair_checks
from rnk_gloss.tui.pair_editor import PairDraft, PairEditor, texts_of
from rnk_gloss.tui.pair_file import edit_pair
from rnk_gloss.tui.remark import Remark
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.segment_shaping import SegmentShaping
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import TextInput, typed_lines
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.wording import say

_CURSOR_RESTS = 0.06
_TO_READ = 8.0
_COMMANDS = frozenset(action.command.partition("(")[0] for action in actions_of(Scope.SEGMENTS))


class SegmentsScreen(SegmentShaping):
    """A list of segments, Japanese left and English right, and the whole texts of one with what is checked of them."""

    class Checked(Message):
        """The texts of a segment have been checked."""

        def __init__(self, segment: Segment, checks: PairChecks) -> None:
            super().__init__()
            self.segment = segment
            self.checks = checks

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SEGMENTS)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._segment: Segment | None = None
        self._checks: PairChecks | None = None
        self._left: PairDraft | None = None
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "segments")
        yield TextInput(id="filter", placeholder=say(self.FILTER_HINT), compact=True)
        yield Remark(id="filter-mistake")
        with Vertical(id="body"):
            yield RowList(self._fetch, self._paint, id="list")
            yield Sheet(id="segment")
            yield PairEditor(id="editor")
            yield Sheet(id="checks")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#checks").can_focus = False

    @property
    def _draft(self) -> PairDraft | None:
        """What was typed of the segment under the cursor."""
        return None if self._segment is None else self.desk.drafts.get(self._segment.id)

    @property
    def editor(self) -> PairEditor:
        """Where the two texts are edited."""
        return self.query_one(PairEditor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does anything now: those of the list do not while a text is edited."""
        is_hidden = action in _COMMANDS and self.editor.display
        return not is_hidden and super().check_action(action, parameters)

    def show_current(self) -> None:
        key = self.rows.key
        self._segment = self._checks = None
        problem = ""
        try:
            self._segment = None if key is None else self.desk.glossary.segment(key)
        except NotFoundError:
            # Somebody merged it or aligned its document anew: the list is read again, too.
            problem = say("This segment is no longer there: it was merged, split or aligned anew elsewhere.")
            tell(self, problem, seconds=_TO_READ)
            self.call_later(self.refresh_if_changed)
        except GlossError as error:
            tell_error(self, error)
        if self.editor.display and key != self.editor.draft.key and self.editor.draft.key in self.rows.keys:
            # A mouse has led away from it.
            self._put_aside(self.editor.draft)
            self._hide_editor()
        self._show_segment(problem)
        self._check_soon()

    def _show_segment(self, problem: str = "") -> None:
        pane, foot, segment, glyphs = (
            self.query_one("#segment", Sheet),
            self.query_one("#checks", Sheet),
            self._segment,
            self.desk.glyphs,
        )
        if segment is None:
            self.show_place()
            pane.show(lambda _width: [[(problem, "warning")]] if problem else ())
            foot.show(lambda _width: ())
            return
        self.show_place()
        checks = self._checks
        marks = None if checks is None else marks_of(checks)
        show = pane.show if checks is None else pane.set_layout
        show(lambda width: segment_lines(segment, glyphs, width, side=self.side, marks=marks))
        if checks is not None:
            foot.show(lambda width: check_lines(checks, glyphs, width, foot.size.height))

    def show_place(self) -> None:
        title = say("segment")
        if self._segment is not None:
            title = say("segment {place} of {count}", place=f"{self.rows.cursor + 1:,}", count=self.rows.count)
            if self._draft:
                title = f"{title} {self.desk.glyphs.between} {say('draft')}"
        self.query_one("#segment", Sheet).border_title = Content(title)

    def _check_soon(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        segment = self._segment
        if segment is not None:
            self._rest = self.set_timer(_CURSOR_RESTS, lambda: self._check(segment))

    @work(thread=True, exclusive=True, group="checks")
    def _check(self, segment: Segment) -> None:
        worker = get_current_worker()
        try:
            with self.desk.behind() as glossary:
                if worker.is_cancelled:
                    return
                checks = pair_checks(glossary, segment)
        except GlossError as error:
            self.post_message(Failed(error))
            return
        self.post_message(self.Checked(segment, checks))

    @on(Checked)
    def show_checks(self, message: Checked) -> None:
        """Show what was checked, if it still stands under the cursor."""
        if message.segment == self._segment:
            self._checks = message.checks
            self._show_segment()

    def current_segment(self) -> Segment | None:
        """The segment under the cursor, also when the cursor has just moved and its texts are not shown yet; that there
        is none is said."""
        if self.has_rows() and self.rows.key != (self._segment.id if self._segment else None):
            self.show_current()
        return self._segment

    def action_side(self, side: SideName) -> None:
        """Choose the side whose sentences are moved and whose text is edited first."""
        self.side = side
        self.rows.refresh()
        self._show_segment()

    def action_edit(self) -> None:
        """Edit the two texts where they stand."""
        segment = self.current_segment()
        if segment is not None:
            self._open_editor(self._draft or PairDraft.of(segment))

    def _open_editor(self, draft: PairDraft) -> None:
        self.query_one("#segment").display = False
        self.editor.open(draft, self.side)
        self.refresh_bindings()

    @on(PairEditor.Left)
    def edit_left(self, message: PairEditor.Left) -> None:
        """Go back to the list; what was typed is kept until it is stored or taken back."""
        message.stop()
        draft = message.draft
        if draft.key in self.rows.keys or not draft.changes:
            self._put_aside(draft)
        elif draft != self._left:
            self._left = draft
            tell(self, say("This segment is no longer in the list: esc again drops what you typed."), seconds=_TO_READ)
            return
        self._close_editor()

    def _put_aside(self, draft: PairDraft) -> None:
        if draft.changes:
            self.desk.drafts[draft.key] = draft
            tell(self, say("What you typed is kept, but not stored: e at this segment goes on with it."))
        else:
            self.desk.drafts.pop(draft.key, None)

    @property
    def has_unstored(self) -> bool:
        draft = self.editor.draft
        return self.editor.display and draft.key not in self.desk.drafts and bool(draft.changes)

    @on(PairEditor.Stored)
    def edit_stored(self, message: PairEditor.Stored) -> None:
        """Store what was typed, unless somebody else has changed the segment since."""
        left = self._store(message.draft)
        if left is None:
            self.desk.drafts.pop(message.draft.key, None)
            self._close_editor()
        elif left != message.draft:
            self._open_editor(left)

    def _store(self, draft: PairDraft) -> PairDraft | None:
        """What is left to be stored, which is said: where somebody else has changed the same text, all of it."""
        try:
            now = texts_of(self.desk.glossary.segment(draft.key))
            others = draft.changed_by_others(now)
            draft = draft.rebased(now)
            if others:
                tell(self, say("Somebody has changed it since: {text}", text=" / ".join(others)), seconds=_TO_READ)
                tell(self, say("ctrl+s again stores what you typed in its place."), seconds=_TO_READ)
                return draft
            if draft.changes and self.desk.glossary.edit_segment(draft.key, **draft.changes):
                self.note_done(draft.key)
        except GlossError as error:
            tell_error(self, error)
            return draft
        return None

    def _close_editor(self) -> None:
        self._hide_editor()
        self.rows.focus()
        self.show_current()

    def _hide_editor(self) -> None:
        self.editor.close()
        self.query_one("#segment").display = True
        self.refresh_bindings()

    def action_edit_outside(self) -> None:
        """Edit both texts in the user's own editor."""
        segment = self.current_segment()
        if segment is None:
            return
        with errors_told(self):
            draft = self._draft or PairDraft.of(segment)
            edited = edit_pair(self.app, draft.source, draft.target)
            if edited is not None:
                source, target = map(typed_lines, edited)
                left = self._store(PairDraft(draft.key, source, target, draft.before))
                if left is not None:
                    self._open_editor(left)
                    return
                self.desk.drafts.pop(segment.id, None)
        self.show_current()

    async def action_translate(self) -> None:
        """Go to the screen on which is translated what has no translation."""
        await self.app.switch_mode("translation")
