"""A list of documents to choose one from."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from rnk_gloss.model.translation import TranslationProgress
from rnk_gloss.text.cells import fit, printable
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.wording import say

_FIGURES_WIDTH = 25


class DocumentPicker(ModalScreen[int | None]):
    """Asks which document is to be translated; the answer is its id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,d,ｄ", "choose", "choose", priority=True),
        Binding("escape,q,ｑ", "cancel", "cancel"),
    ]

    def __init__(self, documents: Sequence[TranslationProgress], present: int | None, glyphs: Glyphs) -> None:
        super().__init__()
        self._documents = {one.id: one for one in documents}
        self._present = present
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        with Vertical(id="picker"):
            yield RowList(self._fetch, self._paint, id="documents")

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.border_title = say("documents to translate")
        rows.border_subtitle = say("enter opens, esc closes")
        rows.show(array("q", self._documents), at=self._present)
        rows.focus()

    def _fetch(self, keys: Sequence[int]) -> list[TranslationProgress]:
        return [self._documents[key] for key in keys]

    def _paint(self, one: TranslationProgress, _place: int, width: int) -> Sequence[Line]:
        share = 100 * one.approved / one.sentences
        drafts = f"{self._glyphs.fair} {one.drafts:,}" if one.drafts else ""
        return [
            [
                (f"{share:4.0f}%  ", confidence_ink(share)),
                (fit(f"{one.approved:,}/{one.sentences:,}", 12), "dim"),
                (fit(drafts, 6), "fair"),
                (fit(printable(one.path), max(width - _FIGURES_WIDTH, 4)), ""),
            ]
        ]

    def action_choose(self) -> None:
        """Answer with the document under the cursor."""
        self.dismiss(self.query_one(RowList).key)

    def action_cancel(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
