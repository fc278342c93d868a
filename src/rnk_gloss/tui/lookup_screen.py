"""The screen on which a text is looked up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer, Input
from textual.worker import get_current_worker

from rnk_gloss.errors import GlossError
from rnk_gloss.tui.actions import Action, Scope, bindings
from rnk_gloss.tui.banner import Banner
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.findings import PASSAGES, Wish, find
from rnk_gloss.tui.hits import Group, Hit, HitList
from rnk_gloss.tui.looked_up import LookedUp
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.pasted import pasted_sentences
from rnk_gloss.tui.query_input import QueryInput
from rnk_gloss.tui.toasts import tell
from rnk_gloss.tui.worded_screen import WordedScreen
from rnk_gloss.tui.wording import say, say_count

_DEBOUNCE = 0.15
_STEP = 5
_LOWEST, _HIGHEST = 50, 100


class LookupScreen(WordedScreen):
    """An input, and below it what the glossary and the memory know about what is typed there."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LOOKUP)]
    AUTO_FOCUS: ClassVar[str | None] = "#query"

    class Found(Message):
        """A lookup is done; `seconds` is how long it took."""

        def __init__(self, wish: Wish, groups: list[Group], seconds: float) -> None:
            super().__init__()
            self.wish = wish
            self.groups = groups
            self.seconds = seconds

    class EntryWanted(Message):
        """The user wants to see an entry among the terms."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    class SegmentWanted(EntryWanted):
        """The user wants to see a unit among the segments of its document."""

    def __init__(self, desk: Desk, wish: Wish | None = None) -> None:
        """`wish` says how little likeness is shown at first, and how many."""
        super().__init__()
        self.desk = desk
        self._wish = wish or Wish("")
        self._shown: Wish | None = None
        self._debounce: Timer | None = None
        self._before = LookedUp()
        self._sentences: list[str] = []
        self._sentence = 0

    def compose(self) -> ComposeResult:
        yield Banner(self.desk.database.name, "lookup")
        with Vertical(id="body"):
            yield QueryInput(id="query", placeholder=say("a sentence, a word, a term"))
            yield HitList(id="hits")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._show_help()
        self._describe()

    def _show_help(self) -> None:
        self._shown = None
        self.query_one(HitList).show([], _help())
        self.query_one(Banner).show([])

    def _describe(self) -> None:
        box = self.query_one(QueryInput)
        box.border_title = Content(say("text"))
        if self._sentences:
            place, count = self._sentence + 1, len(self._sentences)
            box.border_title = Content(say("sentence {place} of {count}: ctrl+n the next", place=place, count=count))
        box.border_subtitle = Content(say("likeness from {percent}%", percent=f"{self._wish.minimum:.0f}"))

    @property
    def _text(self) -> str:
        return self.query_one(QueryInput).value.strip()

    @on(Input.Changed, "#query")
    def text_changed(self) -> None:
        """Look the text up once typing rests."""
        if self._debounce is not None:
            self._debounce.stop()
        self._debounce = self.set_timer(_DEBOUNCE, self.look_up)

    def look_up(self) -> None:
        """Look up what is typed now."""
        if self._text:
            self._find(replace(self._wish, text=self._text))
        else:
            self._show_help()

    @work(thread=True, exclusive=True, group="lookup")
    def _find(self, wish: Wish) -> None:
        worker = get_current_worker()
        start = time.perf_counter()

        def is_wanted() -> bool:
            return not worker.is_cancelled

        try:
            with self.desk.behind() as glossary:
                groups = find(glossary, wish, self.desk.glyphs, is_wanted=is_wanted)
        except GlossError as error:
            if is_wanted():
                self.post_message(Failed(error))
            return
        if is_wanted():
            self.post_message(self.Found(wish, groups, time.perf_counter() - start))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show what was found, unless something else has been asked since."""
        wish = message.wish
        if wish != replace(self._wish, text=self._text, passages=wish.passages):
            return
        hits = self.query_one(HitList)
        goes_on = self._shown is not None and replace(self._shown, passages=wish.passages) == wish
        hits.show(message.groups, [[(say("nothing like it is known"), "dim")]], at=hits.cursor if goes_on else None)
        self._shown = wish
        self._before.note(wish.text)
        milliseconds = f"{message.seconds * 1000:.0f}"
        figures = say_count("{count} hit in {ms} ms", "{count} hits in {ms} ms", len(hits.hits), ms=milliseconds)
        self.query_one(Banner).show([(figures, "dim")])

    @on(QueryInput.Pasted)
    def take_pasted(self, message: QueryInput.Pasted) -> None:
        """Look a pasted text up; of several sentences the first, the others are a key away."""
        sentences = pasted_sentences(message.text)
        if sentences:
            self._sentences = sentences if len(sentences) > 1 else []
            self._go_to_sentence(0, sentences)
            if self._sentences:
                tell(
                    self,
                    say("{count} sentences pasted: ctrl+n goes on", count=len(sentences)),
                )

    def _go_to_sentence(self, place: int, sentences: Sequence[str]) -> None:
        self._sentence = place
        self._put_in(sentences[place])

    def _put_in(self, text: str) -> None:
        box = self.query_one(QueryInput)
        box.value = text
        box.cursor_position = len(box.value)
        self.set_focus(box)
        self._describe()

    def on_paste(self, event: object) -> None:
        """What is pasted while the list has the focus is looked up, too."""
        text = getattr(event, "text", "")
        if text:
            self.post_message(QueryInput.Pasted(text))

    def action_next_sentence(self) -> None:
        """Look up the next sentence of what was pasted."""
        self._step_sentence(1)

    def action_previous_sentence(self) -> None:
        """Look up the sentence before."""
        self._step_sentence(-1)

    def _step_sentence(self, step: int) -> None:
        place = self._sentence + step
        if not self._sentences:
            tell(self, say("Paste a text of several sentences: these keys go through them."))
        elif 0 <= place < len(self._sentences):
            self._go_to_sentence(place, self._sentences)
        else:
            tell(self, say("This is the last sentence.") if step > 0 else say("This is the first sentence."))

    def action_previous(self) -> None:
        """Choose the hit before; where nothing is typed, recall what was looked up before."""
        self._move(-1)

    def action_next(self) -> None:
        """Choose the next hit; from what was recalled, go on to what was looked up after it."""
        self._move(1)

    def _move(self, step: int) -> None:
        value = self.query_one(QueryInput).value
        if value and not self._before.is_recalled(value):
            self._before.leave()
            self.query_one(HitList).move(step)
            return
        recalled = self._before.older() if step < 0 else self._before.newer()
        if recalled is not None:
            self._put_in(recalled)
        elif step > 0:
            self._put_in("")
        elif not value:
            tell(self, say("Nothing was looked up before."))

    def action_copy(self) -> None:
        """Copy the English of the chosen hit."""
        self._copy_english(self.query_one(HitList).hit)

    def action_choose(self, number: int) -> None:
        """Copy the English of a numbered hit."""
        numbered = self.query_one(HitList).numbered
        if number > len(numbered):
            tell(self, say("There is no hit {number}.", number=number))
            return
        self._copy_english(numbered[number - 1])

    def _copy_english(self, hit: Hit | None) -> None:
        if hit is None or not hit.target:
            tell(self, say("There is no English to copy."))
            return
        self.app.copy_to_clipboard(hit.target)
        tell(self, say("Copied: {text}", text=hit.target))

    def action_copy_pair(self) -> None:
        """Copy both texts of the chosen hit."""
        hit = self.query_one(HitList).hit
        if hit is None:
            tell(self, say("There is nothing to copy."))
            return
        self.app.copy_to_clipboard(f"{hit.source}\t{hit.target}")
        tell(self, say("Copied both texts."))

    def action_open(self) -> None:
        """Go to the chosen term on the screen of the terms, or to the chosen unit among the segments."""
        hit = self.query_one(HitList).hit
        if hit is None:
            tell(self, say("There is nothing to open."))
        elif hit.entry is not None:
            self.post_message(self.EntryWanted(hit.entry))
        elif hit.unit is not None and hit.unit.id is not None and hit.unit.document:
            self.post_message(self.SegmentWanted(hit.unit.id))
        else:
            tell(self, say("This unit stands in no document: it was imported or added."))

    def action_more(self) -> None:
        """Show more places."""
        if self._shown is None or not self.query_one(HitList).has_more:
            tell(self, say("There are no more places."))
        else:
            self._find(replace(self._shown, passages=self._shown.passages + PASSAGES))

    def action_clear(self) -> None:
        """Go back to the text; from there, empty it."""
        box = self.query_one(QueryInput)
        if box.has_focus:
            self._sentences = []
            self._before.leave()
            box.value = ""
            self._describe()
        self.set_focus(box)

    def action_looser(self) -> None:
        """Lower the least likeness."""
        self._set_minimum(self._wish.minimum - _STEP)

    def action_stricter(self) -> None:
        """Raise the least likeness."""
        self._set_minimum(self._wish.minimum + _STEP)

    def _set_minimum(self, minimum: float) -> None:
        self._wish = replace(self._wish, minimum=max(_LOWEST, min(minimum, _HIGHEST)))
        self._describe()
        self.look_up()

    def why_not(self, action: Action) -> str:
        hits = self.query_one(HitList)
        if action.id in _NEED_A_HIT and hits.hit is None:
            return say("nothing is found")
        if action.id == "lookup.more" and not hits.has_more:
            return say("there are no more places")
        if action.id in _NEED_SENTENCES and not self._sentences:
            return say("no text of several sentences was pasted")
        return super().why_not(action)


_NEED_A_HIT = frozenset({"lookup.copy", "lookup.copy_pair", "lookup.open"})
_NEED_SENTENCES = frozenset({"lookup.next_sentence", "lookup.previous_sentence"})


def _help() -> list[Line]:
    return [
        [(say("Type or paste a sentence or a word; romaji finds terms, too."), "")],
        [],
        [
            (
                say("Shown are terms in it, sentences of the memory that are like it, and the places where it stands."),
                "dim",
            )
        ],
        [(say("English is looked for in the English."), "dim")],
        [],
        [(say("tab goes to the hits and back; arrow up brings back what was looked up before."), "dim")],
    ]
