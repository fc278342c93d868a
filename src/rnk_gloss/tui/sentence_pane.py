"""One sentence that is being translated: its source, the editor, what the checks say, and what can be taken over."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from rnk_gloss.model.finding import CheckedTerm, Finding
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import typed_lines
from rnk_gloss.tui.translation_box import TranslationBox
from rnk_gloss.tui.translation_help import Help, match_lines, term_lines
from rnk_gloss.tui.translation_rows import finding_lines, finding_marks, source_lines
from rnk_gloss.tui.wording import say

TALL = 28
# Lines for the two texts, in a short terminal and in a tall one.
_SHORT, _TALL = (4, 8), (6, 12)
_BORDERS = 2


class SentencePane(Vertical):
    """Source and editor side by side, findings below them, then matches and terms."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="sentence")
        self.sentence: TranslatedSentence | None = None
        self.help: Help | None = None
        # Held here, for it is asked what is written also when the screen has gone.
        self.box = TranslationBox(self._offer)
        self._glyphs = glyphs
        self._terms: Sequence[CheckedTerm] = ()
        self._findings: Sequence[Finding] = ()

    def compose(self) -> ComposeResult:
        with Horizontal(id="pair"):
            yield Sheet(id="source")
            yield self.box
        yield Sheet(id="findings")
        with Horizontal(id="help"):
            yield Sheet(id="matches")
            yield Sheet(id="terms")

    def on_mount(self) -> None:
        for name, title in (
            ("source", say("source")),
            ("target", say("translation")),
            ("matches", say("like it")),
            ("terms", say("terms")),
        ):
            self.query_one(f"#{name}").border_title = Content(title)

    @property
    def text(self) -> str:
        """What is written."""
        return typed_lines(self.box.text)

    @property
    def is_stored(self) -> bool:
        """Whether the sentence has in the store, as far as is known, what is written."""
        return self.sentence is None or self.text.strip() == typed_lines(self.sentence.target).strip()

    def show(self, sentence: TranslatedSentence, count: int, known: Help | None) -> None:
        """Show this sentence of `count`, with what is `known` for it already.

        Where it is shown already, what is written stays if it is not stored yet, whatever somebody else wrote.
        """
        shown = self.sentence
        is_other = shown is None or sentence.span != shown.span or sentence.source != shown.source
        if is_other or (shown is not None and sentence.target != shown.target and self.is_stored):
            self.box.put(typed_lines(sentence.target))
        self.sentence = sentence
        if is_other:
            self.help, self._terms, self._findings = known, (), ()
        self.query_one("#source").border_title = Content(
            say("source {number} of {count}", number=sentence.id, count=count)
        )
        self._make_room()
        self._paint(from_top=is_other)

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """Give source and editor as many lines as the source needs, within bounds that leave room for the others."""
        sheet = self.query_one("#source", Sheet)
        width = sheet.scrollable_content_region.width
        if self.sentence is None or width <= 0:
            return
        lines = len(source_lines(self.sentence.source, (), (), width))
        least, most = _SHORT if self.app.size.height < TALL else _TALL
        self.query_one("#pair").styles.height = max(least, min(lines, most)) + _BORDERS

    def clear(self) -> None:
        """Show no sentence."""
        self.sentence = None
        self.help, self._terms, self._findings = None, (), ()
        self.box.put("")
        self._paint(from_top=True)

    def _offer(self, number: int) -> tuple[str, bool] | None:
        if self.sentence is not None and number == 0:
            return self.sentence.source, True
        return self.help.text(number) if self.help else None

    def show_help(self, found: Help) -> None:
        """Show what memory and glossary have, unless another sentence is shown by now."""
        if self.sentence is not None and found.source == self.sentence.source:
            self.help = found
            self._paint()

    def show_checked(self, source: str, target: str, terms: Sequence[CheckedTerm], findings: Sequence[Finding]) -> None:
        """Show what was noticed, unless something else is written by now."""
        if self.sentence is not None and source == self.sentence.source and target == self.text:
            self._terms, self._findings = terms, findings
            self.box.mark(target, finding_marks(findings))
            self._paint()

    def _paint(self, *, from_top: bool = False) -> None:
        source = self.sentence.source if self.sentence else ""
        terms, findings, found, target, glyphs = self._terms, self._findings, self.help, self.text, self._glyphs
        layouts = {
            "source": lambda width: source_lines(source, terms, findings, width),
            "findings": lambda width: finding_lines(findings, target, width),
            "matches": lambda width: match_lines(found, glyphs, width) if found else (),
            "terms": lambda width: term_lines(found, terms, glyphs, width) if found else (),
        }
        for name, layout in layouts.items():
            sheet = self.query_one(f"#{name}", Sheet)
            (sheet.show if from_top else sheet.set_layout)(layout)
