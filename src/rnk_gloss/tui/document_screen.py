"""A screen with a document that is being translated: the list of its sentences, and one of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer

from rnk_gloss.model.translation import TranslatedSentence, TranslationProgress
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.document_picker import translation_picker
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.sentence_pane import SentencePane
from rnk_gloss.tui.toasts import errors_told, tell
from rnk_gloss.tui.translation_rows import sentence_row
from rnk_gloss.tui.translation_work import TranslationWork
from rnk_gloss.tui.wording import say

_SECONDS_BETWEEN_CHECKS = 2.0


class DocumentScreen(TranslationWork):
    """Reads the document in the background and keeps it fresh; `sentences` are its own, `pane` shows one of them."""

    def __init__(self, desk: Desk, document: str | None = None) -> None:
        super().__init__(desk)
        self.pane = SentencePane(desk.glyphs)
        self._wanted = document
        self.document: TranslationProgress | None = None
        self._documents: Sequence[TranslationProgress] = ()
        self.sentences: list[TranslatedSentence] = []
        self.seen = -1

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "segments")
        with Vertical(id="translation"):
            yield RowList(self._fetch, self._paint, id="list")
            yield self.pane
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.read()
        self.set_interval(_SECONDS_BETWEEN_CHECKS, self._read_if_changed)

    def on_screen_resume(self) -> None:
        if self.seen >= 0:
            self._read_if_changed()

    @property
    def rows(self) -> RowList[TranslatedSentence]:
        """The list of sentences."""
        return self.query_one("#list", RowList)

    def keep_draft(self) -> bool:
        """Whether what is written is in the store: as it was, or as a draft from now on."""
        raise NotImplementedError

    def _fetch(self, keys: Sequence[int]) -> list[TranslatedSentence]:
        return [self.sentences[key - 1] for key in keys if key <= len(self.sentences)]

    def _paint(self, sentence: TranslatedSentence, _place: int, width: int) -> Sequence[Line]:
        return sentence_row(sentence, self.desk.glyphs, width)

    def read(self) -> None:
        """Read the documents, and the sentences of the one that is open, in the background."""
        with errors_told(self):
            self.seen = self.desk.stamp()
        self.read_documents(None if self.document is None else self.document.id, self._wanted, self.seen)

    def _read_if_changed(self) -> None:
        if self.is_current:
            with errors_told(self):
                if self.desk.stamp() != self.seen:
                    self.read()

    @on(TranslationWork.Read)
    def show_read(self, message: TranslationWork.Read) -> None:
        """Show what was read; ask for the document where several could be meant."""
        if message.stamp != self.seen:
            # Something was stored here meanwhile, which is not in what was read.
            self.read()
            return
        self._documents = message.documents
        if message.document is None:
            self.describe()
            if self._wanted is not None:
                tell(self, say("There is no single document of this name to translate: {name}", name=self._wanted))
                self._wanted = None
            if message.documents:
                self.action_documents()
            return
        self._wanted = None
        self.document = message.document
        self.show_sentences(message.sentences)

    def show_sentences(self, sentences: list[TranslatedSentence], at: int | None = None) -> None:
        """Show these sentences, the cursor where it was, or on the first that is not approved."""
        before = self.pane.sentence
        self.sentences = sentences
        if at is None:
            same = (one.id for one in sentences if before is not None and one.span == before.span)
            first = (one.id for one in sentences if not one.is_translated)
            at = next(same, None) or next(first, 1)
        self.rows.show(array("q", range(1, len(sentences) + 1)), at=at)
        self.describe()

    def show_following(self) -> None:
        """Let what follows the sentence under the cursor be seen, too."""
        rows = self.rows
        height = rows.scrollable_content_region.height
        bottom = min(rows.cursor + 2, len(rows.keys)) * rows.row_height
        if height > rows.row_height and bottom > rows.scroll_offset.y + height:
            rows.scroll_to(y=bottom - height, animate=False, force=True)

    def describe(self) -> None:
        rows, document, glyphs = self.rows, self.document, self.desk.glyphs
        if document is None:
            rows.border_title = Content(say("translation"))
            nothing = [
                [(say("There is no document without a translation."), "")],
                [],
                [(say("Take one in:"), "dim")],
                [("  rnk-gloss extract article.txt", "")],
            ]
            rows.placeholder = [[(say("d shows the documents"), "dim")]] if self._documents else nothing
            self.query_one(Banner).show([])
            rows.refresh()
            return
        approved = sum(one.is_translated for one in self.sentences)
        drafts = sum(one.is_draft for one in self.sentences)
        rows.border_title = Content(printable(document.path))
        share = 100 * approved // max(len(self.sentences), 1)
        rows.border_subtitle = Content(f"{approved:,}/{len(self.sentences):,} {glyphs.between} {share}%")
        self.query_one(Banner).show(
            [
                (f"{glyphs.approved} {approved:,}", "approved"),
                (f"  {glyphs.fair} {drafts:,}", "fair"),
                (f"  {len(self.sentences) - approved - drafts:,} " + say("open"), "dim"),
            ]
        )

    def action_documents(self) -> None:
        """Choose the document."""

        def open_document(chosen: TranslationProgress | None) -> None:
            if chosen is not None and self.keep_draft():
                self.pane.clear()
                self.document = chosen
                self.read()

        if not self._documents:
            tell(self, say("There is no document without a translation."))
            return
        present = None if self.document is None else self.document.id
        self.app.push_screen(translation_picker(self._documents, present, self.desk.glyphs), open_document)
