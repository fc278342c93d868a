"""The screen on which a document is translated, sentence by sentence."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Footer, TextArea

from rnk_gloss.errors import ConflictError, GlossError
from rnk_gloss.model.status import Status
from rnk_gloss.model.translation import TranslatedSentence, TranslationProgress
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.actions import Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk, Done
from rnk_gloss.tui.document_picker import DocumentPicker
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sentence_pane import SentencePane
from rnk_gloss.tui.text_input import typed_lines
from rnk_gloss.tui.toasts import errors_told, tell, tell_error
from rnk_gloss.tui.translation_box import TranslationBox
from rnk_gloss.tui.translation_rows import sentence_row
from rnk_gloss.tui.translation_work import TranslationWork
from rnk_gloss.tui.wording import say, say_count

KIND = "sentence"
_REST = 0.3
_DRAFT_REST = 2.0
_SECONDS_BETWEEN_CHECKS = 2.0


class TranslationScreen(TranslationWork):
    """The sentences of a document, the editor for one of them, and beside it what memory and glossary have for it.

    What is typed is a draft as soon as typing rests; leaving a sentence, the screen or the program keeps it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TRANSLATION)]
    AUTO_FOCUS: ClassVar[str | None] = "#list"

    def __init__(self, desk: Desk, document: str | None = None) -> None:
        super().__init__(desk)
        self.pane = SentencePane(desk.glyphs)
        self._wanted = document
        self._document: TranslationProgress | None = None
        self._documents: Sequence[TranslationProgress] = ()
        self._sentences: list[TranslatedSentence] = []
        self._rest: Timer | None = None
        self._draft_rest: Timer | None = None
        self._seen = -1

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "segments")
        with Vertical(id="translation"):
            yield RowList(self._fetch, self._paint, id="list")
            yield self.pane
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.read()
        self.set_interval(_SECONDS_BETWEEN_CHECKS, self._read_if_changed)

    def on_unmount(self) -> None:
        sentence = self.pane.sentence
        if sentence is None or self.pane.is_stored:
            return
        try:
            self.desk.glossary.translate(sentence, self.pane.text, Status.CANDIDATE)
        except GlossError as error:
            # There is no screen any more: it is said where the terminal goes on.
            self.app.exit(message=printable(f"rnk-gloss: error: {error.message}; not stored: {self.pane.text}"))

    def on_screen_suspend(self) -> None:
        self._keep_draft()

    def on_screen_resume(self) -> None:
        if self._seen >= 0:
            self._read_if_changed()

    @property
    def rows(self) -> RowList[TranslatedSentence]:
        """The list of sentences."""
        return self.query_one("#list", RowList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a translation is written, the keys of the list are letters."""
        if action in _LIST_ACTIONS and isinstance(self.focused, TextArea):
            return False
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        self.refresh_bindings()

    def _fetch(self, keys: Sequence[int]) -> list[TranslatedSentence]:
        return [self._sentences[key - 1] for key in keys if key <= len(self._sentences)]

    def _paint(self, sentence: TranslatedSentence, _place: int, width: int) -> Sequence[Line]:
        return sentence_row(sentence, self.desk.glyphs, width)

    def read(self) -> None:
        """Read the documents, and the sentences of the one that is open, in the background."""
        with errors_told(self):
            self._seen = self.desk.stamp()
        self.read_documents(None if self._document is None else self._document.id, self._wanted)

    def _read_if_changed(self) -> None:
        if self.is_current:
            with errors_told(self):
                if self.desk.stamp() != self._seen:
                    self.read()

    @on(TranslationWork.Read)
    def show_read(self, message: TranslationWork.Read) -> None:
        """Show what was read; ask for the document where several could be meant."""
        self._documents = message.documents
        if message.document is None:
            self._describe()
            if message.documents:
                self.action_documents()
            return
        self._wanted = None
        self._document = message.document
        self._show_sentences(message.sentences)

    def _show_sentences(self, sentences: list[TranslatedSentence], at: int | None = None) -> None:
        """Show these sentences, the cursor where it was, or on the first that is not approved."""
        before = self.pane.sentence
        self._sentences = sentences
        if at is None:
            same = (one.id for one in sentences if before is not None and one.span == before.span)
            first = (one.id for one in sentences if not one.is_translated)
            at = next(same, None) or next(first, 1)
        self.rows.show(array("q", range(1, len(sentences) + 1)), at=at)
        self._describe()

    def _describe(self) -> None:
        rows, document, glyphs = self.rows, self._document, self.desk.glyphs
        if document is None:
            rows.border_title = say("translation")
            rows.placeholder = [
                [(say("There is no document without a translation."), "")],
                [],
                [(say("Take one in:"), "dim")],
                [("  rnk-gloss extract article.txt", "")],
            ]
            self.query_one(Banner).show([])
            rows.refresh()
            return
        approved = sum(one.is_translated for one in self._sentences)
        drafts = sum(one.is_draft for one in self._sentences)
        rows.border_title = printable(document.path)
        share = 100 * approved // max(len(self._sentences), 1)
        rows.border_subtitle = f"{approved:,}/{len(self._sentences):,} {glyphs.between} {share}%"
        self.query_one(Banner).show(
            [
                (f"{glyphs.approved} {approved:,}", "approved"),
                (f"  {glyphs.fair} {drafts:,}", "fair"),
                (f"  {len(self._sentences) - approved - drafts:,} " + say("open"), "dim"),
            ]
        )

    def action_documents(self) -> None:
        """Choose the document."""

        def open_document(key: int | None) -> None:
            if key is not None and self._keep_draft():
                self.pane.clear()
                self._document = next(one for one in self._documents if one.id == key)
                self.read()

        if not self._documents:
            tell(self, say("There is no document without a translation."))
            return
        present = None if self._document is None else self._document.id
        self.app.push_screen(DocumentPicker(self._documents, present, self.desk.glyphs), open_document)

    @on(RowList.Moved)
    def cursor_moved(self, message: RowList.Moved) -> None:
        """Keep the draft of the sentence that was left, and show the one that was reached."""
        message.stop()
        sentence, shown, document = self.rows.row, self.pane.sentence, self._document
        if shown is not None and (sentence is None or sentence.span != shown.span) and not self._keep_draft():
            self.rows.move_to(next((n for n, one in enumerate(self._sentences) if one.span == shown.span), 0))
            return
        if sentence is None or document is None:
            return
        # Keeping the draft may have changed it: the same sentence stands elsewhere, too.
        sentence = self._sentences[sentence.id - 1]
        self.pane.show(sentence, len(self._sentences), self.known_help(sentence))
        following = self._sentences[sentence.id] if sentence.id < len(self._sentences) else None
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

    @on(TranslationWork.Failed)
    def show_failure(self, message: TranslationWork.Failed) -> None:
        """Say what went wrong in the background."""
        tell_error(self, message.error)

    @on(TextArea.Changed)
    def text_changed(self) -> None:
        """Check what is written once typing rests, and keep it as a draft once it rests longer."""
        for timer in (self._rest, self._draft_rest):
            if timer is not None:
                timer.stop()
        self._rest = self.set_timer(_REST, self._check)
        self._draft_rest = self.set_timer(_DRAFT_REST, self._keep_draft)

    def _check(self) -> None:
        sentence, document = self.pane.sentence, self._document
        if sentence is not None and document is not None:
            self.check(sentence, self.pane.text, (document.language, document.target_language))

    @on(TranslationBox.Asked)
    def do_as_asked(self, message: TranslationBox.Asked) -> None:
        """Do what a key in the editor asks for."""
        message.stop()
        if message.wish == "approve":
            self._approve(write=True)
        elif message.wish == "insert":
            self.action_insert(message.number)
        elif message.wish == "rest":
            if self._keep_draft():
                self.rows.focus()
        else:
            self.rows.move_to(self.rows.cursor + (1 if message.wish == "next" else -1))

    def action_write(self) -> None:
        """Write the translation."""
        if self.pane.sentence is not None:
            self.pane.box.focus()

    def action_insert(self, number: int) -> None:
        """Put a match or a term into the editor, and go on writing there."""
        sentence, pane = self.pane.sentence, self.pane
        if sentence is None:
            return
        found = (sentence.source, True) if number == 0 else pane.help.text(number)
        if found is None:
            tell(self, say("Nothing has the number {number} here.", number=number))
            return
        text, whole = found
        pane.box.insert_whole_or_part(typed_lines(text), whole=whole)
        pane.box.focus()

    def action_copy_source(self) -> None:
        """Put the source into the editor."""
        self.action_insert(0)

    def action_clear(self) -> None:
        """Take the translation away."""
        if not self.pane.text:
            tell(self, say("There is no translation to take away."))
            return
        self.pane.box.put("")
        self._keep_draft()

    def _keep_draft(self) -> bool:
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
        if key == self._seen + 1:
            self._seen = key
        self.pane.sentence, self._sentences = stored, sentences
        self.rows.forget()
        self._describe()
        return True

    def _take_in_elsewhere(self, sentence: TranslatedSentence) -> None:
        with errors_told(self):
            self._sentences = self.desk.glossary.sentences_of(sentence.document)
            present = next((one for one in self._sentences if one.span == sentence.span), None)
            self.pane.sentence = present or sentence
            self.rows.forget()

    def action_approve(self) -> None:
        """Approve what is written and go on."""
        self._approve(write=False)

    def _approve(self, *, write: bool) -> None:
        shown = self.pane.sentence
        if shown is None:
            return
        before = [one.target for one in self._sentences]
        if not (shown.is_translated and self.pane.is_stored) and not self._store(shown, Status.APPROVED):
            return
        filled = sum(bool(one.target) and not old for one, old in zip(self._sentences, before, strict=False))
        filled -= bool(not shown.target)
        if filled > 0:
            message = say_count(
                "{count} more sentence is the same: it has this as a draft",
                "{count} more sentences are the same: they have this as a draft",
                filled,
            )
            tell(self, message)
        if not self._go_to_open(1):
            self.rows.focus()
            tell(self, say("All sentences that follow are approved."))
        elif write:
            self.pane.box.focus()

    def _go_to_open(self, step: int) -> bool:
        """Whether there is a sentence that is not approved behind, or before, this one; the cursor is there then."""
        last = len(self._sentences) if step > 0 else -1
        for place in range(self.rows.cursor + step, last, step):
            if not self._sentences[place].is_translated:
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

    def action_undo(self) -> None:
        """Take back what was done last at this desk, and go to what it touched."""
        with errors_told(self):
            operation, done = self.desk.undo()
            self._go_back_to(done, say("Undid: {operation}", operation=operation.name))

    def action_redo(self) -> None:
        """Do again what was undone last, and go to what it touched."""
        with errors_told(self):
            operation, done = self.desk.redo()
            self._go_back_to(done, say("Did again: {operation}", operation=operation.name))

    def _go_back_to(self, done: Done, message: str) -> None:
        tell(self, message)
        document = self._document
        if done.kind != KIND or document is None or done.keys[0] != document.id:
            self.read()
            return
        sentences = self.desk.glossary.sentences_of(document.id)
        self._seen = self.desk.stamp()
        self.pane.clear()
        place = next((one.id for one in sentences if one.span.start == done.keys[1]), None)
        self._show_sentences(sentences, at=place)

    async def action_leave(self) -> None:
        """Go back to the segments."""
        if self._keep_draft():
            await self.app.switch_mode("segments")

    def on_resize(self, event: events.Resize) -> None:
        self.rows.set_row_height(1)


_LIST_ACTIONS = frozenset(
    binding.action.partition("(")[0] for binding in bindings(Scope.TRANSLATION) if not binding.action.startswith("app.")
)
