"""The screen on which a document is translated, sentence by sentence."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import TextArea

from rnk_gloss.errors import ConflictError, GlossError
from rnk_gloss.model.status import Status
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.desk import Desk, Done
from rnk_gloss.tui.document_screen import DocumentScreen
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.translation_box import TranslationBox
from rnk_gloss.tui.translation_work import TranslationWork
from rnk_gloss.tui.wording import say, say_count

KIND = "sentence"
_REST = 0.3
_DRAFT_REST = 2.0


class TranslationScreen(DocumentScreen):
    """The sentences of a document, the editor for one of them, and beside it what memory and glossary have for it.

    What is typed is a draft as soon as typing rests; leaving a sentence, the screen or the program keeps it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TRANSLATION)]
    AUTO_FOCUS: ClassVar[str | None] = "#list"

    def __init__(self, desk: Desk, document: str | None = None) -> None:
        super().__init__(desk, document)
        self._rest: Timer | None = None
        self._draft_rest: Timer | None = None

    def on_unmount(self) -> None:
        sentence = self.pane.sentence
        if sentence is None or self.pane.is_stored:
            return
        try:
            self.desk.glossary.translate(sentence, self.pane.text, Status.CANDIDATE)
        except GlossError as error:
            # There is no screen any more: it is said where the terminal goes on.
            told = say("not stored: {text}", text=self.pane.text)
            self.app.exit(message=Text(printable(f"rnk-gloss: error: {error.message}; {told}")))

    def on_screen_suspend(self) -> None:
        self.keep_draft()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a translation is written, the keys of the list are letters."""
        if action in _LIST_ACTIONS and isinstance(self.focused, TextArea):
            return False
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    @on(RowList.Moved)
    def cursor_moved(self, message: RowList.Moved) -> None:
        """Keep the draft of the sentence that was left, and show the one that was reached."""
        message.stop()
        self._follow_cursor()
        self.show_following()
        self.pane.box.go_on()

    def _follow_cursor(self) -> None:
        sentence, shown, document = self.rows.row, self.pane.sentence, self.document
        if shown is not None and (sentence is None or sentence.span != shown.span) and not self.keep_draft():
            self.rows.move_to(next((n for n, one in enumerate(self.sentences) if one.span == shown.span), 0))
            return
        if sentence is None or document is None:
            return
        # Keeping the draft may have changed it: the same sentence stands elsewhere, too.
        sentence = self.sentences[sentence.id - 1]
        self.pane.show(sentence, len(self.sentences), self.known_help(sentence))
        following = self.sentences[sentence.id] if sentence.id < len(self.sentences) else None
        self.find(sentence, following, document.language)
        self._check()

    @on(TranslationWork.Helped)
    def show_help(self, message: TranslationWork.Helped) -> None:
        """Show what memory and glossary have for the sentence."""
        self.pane.show_help(message.help)

    @on(TranslationWork.Checked)
    def show_checked(self, message: TranslationWork.Checked) -> None:
        """Show the findings."""
        self.pane.show_checked(message.source, message.target, message.terms, message.findings)

    @on(TextArea.Changed)
    def text_changed(self) -> None:
        """Check what is written once typing rests, and keep it as a draft once it rests longer."""
        for timer in (self._rest, self._draft_rest):
            if timer is not None:
                timer.stop()
        self._rest = self.set_timer(_REST, self._check)
        self._draft_rest = self.set_timer(_DRAFT_REST, self.keep_draft)

    def _check(self) -> None:
        sentence, document = self.pane.sentence, self.document
        if sentence is not None and document is not None:
            self.check(sentence, self.pane.text, (document.language, document.target_language))

    @on(TranslationBox.Asked)
    def do_as_asked(self, message: TranslationBox.Asked) -> None:
        """Do what a key in the editor asks for."""
        message.stop()
        before = self.rows.cursor
        if message.wish == "approve":
            self._approve(write=True)
        elif message.wish == "rest":
            if self.keep_draft():
                self.set_focus(self.rows)
        else:
            self.rows.move_to(before + (1 if message.wish == "next" else -1))
        if self.rows.cursor == before:
            self.pane.box.go_on()

    @on(TranslationBox.Missed)
    def tell_missed(self, message: TranslationBox.Missed) -> None:
        """Say that there is nothing to insert."""
        tell(self, say("Nothing has the number {number} here.", number=message.number))

    def action_write(self) -> None:
        """Write the translation."""
        if self.pane.sentence is not None:
            self.set_focus(self.pane.box)

    def action_insert(self, number: int) -> None:
        """Put a match or a term into the editor, and go on writing there."""
        if self.pane.sentence is not None:
            self.pane.box.insert_numbered(number)
            self.set_focus(self.pane.box)

    def action_copy_source(self) -> None:
        """Put the source into the editor."""
        self.action_insert(0)

    def action_clear(self) -> None:
        """Take the translation away."""
        if not self.pane.text:
            tell(self, say("There is no translation to take away."))
            return
        self.pane.box.put("")
        self.keep_draft()

    def keep_draft(self) -> bool:
        """Whether what is written is in the store: as it was, or as a draft from now on."""
        sentence = self.pane.sentence
        return sentence is None or self.pane.is_stored or self._store(sentence, Status.CANDIDATE)

    def _store(self, sentence: TranslatedSentence, status: Status) -> bool:
        try:
            stored = self.desk.glossary.translate(sentence, self.pane.text, status)
            key = self.desk.note_done(Done(KIND, (sentence.document, sentence.span.start)))
            sentences = self.desk.glossary.sentences_of(sentence.document)
        except ConflictError as error:
            # Now the other translation is known, and ours stays in the editor: who stores again knows both.
            tell_error(self, error)
            self._take_in_elsewhere(sentence)
            return False
        except GlossError as error:
            tell_error(self, error)
            return False
        if key == self.seen + 1:
            self.seen = key
        self.pane.sentence, self.sentences = stored, sentences
        self.rows.forget()
        self.describe()
        return True

    def _take_in_elsewhere(self, sentence: TranslatedSentence) -> None:
        with errors_told(self):
            self.sentences = self.desk.glossary.sentences_of(sentence.document)
            same = (one for one in self.sentences if (one.span, one.source) == (sentence.span, sentence.source))
            self.pane.sentence = next(same, sentence)
            self.rows.forget()

    def action_approve(self) -> None:
        """Approve what is written and go on."""
        self._approve(write=False)

    def _approve(self, *, write: bool) -> None:
        shown = self.pane.sentence
        if shown is None:
            return
        before = [one.target for one in self.sentences]
        if not (shown.is_translated and self.pane.is_stored) and not self._store(shown, Status.APPROVED):
            return
        filled = sum(bool(one.target) and not old for one, old in zip(self.sentences, before, strict=False))
        filled -= bool(not shown.target)
        if filled > 0:
            message = say_count(
                "{count} more sentence is the same: it has this as a draft",
                "{count} more sentences are the same: they have this as a draft",
                filled,
            )
            tell(self, message)
        if not self._go_to_open(1):
            self.set_focus(self.rows)
            tell(self, say("All sentences that follow are approved."))
        elif write:
            self.set_focus(self.pane.box)

    def _go_to_open(self, step: int) -> bool:
        """Whether there is a sentence that is not approved behind, or before, this one; the cursor is there then."""
        last = len(self.sentences) if step > 0 else -1
        for place in range(self.rows.cursor + step, last, step):
            if not self.sentences[place].is_translated:
                self.rows.move_to(place)
                return True
        return False

    def action_next_open(self) -> None:
        """Go to the next sentence that is not approved."""
        if not self._go_to_open(1):
            tell(self, say("All sentences that follow are approved."))

    def action_previous_open(self) -> None:
        """Go to the previous sentence that is not approved."""
        if not self._go_to_open(-1):
            tell(self, say("All sentences before this one are approved."))

    def go_back_to(self, done: Done, message: str) -> None:
        """Show what an operation was done to, as it is now, and say the message."""
        tell(self, message)
        document = self.document
        if done.kind != KIND or document is None or done.keys[0] != document.id:
            self.read()
            return
        sentences = self.desk.glossary.sentences_of(document.id)
        self.seen = self.desk.stamp()
        self.pane.clear()
        place = next((one.id for one in sentences if one.span.start == done.keys[1]), None)
        self.show_sentences(sentences, at=place)

    async def action_leave(self) -> None:
        """Go back to the segments."""
        if self.keep_draft():
            await self.app.switch_mode("segments")

    def on_resize(self, event: events.Resize) -> None:
        self.rows.set_row_height(1)


_LIST_ACTIONS = frozenset(
    binding.action.partition("(")[0] for binding in bindings(Scope.TRANSLATION) if not binding.action.startswith("app.")
)
