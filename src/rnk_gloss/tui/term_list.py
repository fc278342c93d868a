"""What the list of terms holds, in which order, and why it may be empty."""

from __future__ import annotations

from typing import TypeVar

from rnk_gloss.model.entry import Status
from rnk_gloss.model.selection import DEFAULT_CUT, EntryOrder, EntrySelection
from rnk_gloss.service.filter_language import FilterError, filtered
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.filter_mistakes import in_words
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.wording import noted, say

VIEWS: dict[str, tuple[tuple[Status, ...], float]] = {
    noted("candidates"): ((Status.CANDIDATE,), DEFAULT_CUT),
    noted("all"): ((), 0.0),
    noted("approved"): ((Status.APPROVED,), 0.0),
    noted("rejected"): ((Status.REJECTED,), 0.0),
}
ORDERS = {
    EntryOrder.SCORE: noted("best first"),
    EntryOrder.COUNT: noted("most frequent first"),
    EntryOrder.READING: noted("by reading"),
    EntryOrder.DOCUMENT: noted("by document"),
    EntryOrder.NEWEST: noted("last changed first"),
}

_Choice = TypeVar("_Choice")


class TermList:
    """The view, the order and the filter of the list, and what is wrong with the filter."""

    def __init__(self) -> None:
        self.view = "candidates"
        self.order = EntryOrder.SCORE
        self.mistake = ""
        self._understood = ""

    def selection(self, typed: str) -> EntrySelection:
        """The entries to be listed; while the filter makes no sense, those of the last one that did."""
        statuses, minimum = VIEWS[self.view]
        everything = EntrySelection(statuses, minimum, order=self.order)
        try:
            chosen = filtered(everything, typed)
        except FilterError as error:
            self.mistake = in_words(error)
            return filtered(everything, self._understood)
        self.mistake = ""
        self._understood = typed
        return chosen

    def next_view(self) -> None:
        """Turn to the next view; after the last, the first."""
        self.view = _moved(list(VIEWS), self.view, 1)

    def turn_order(self, step: int) -> None:
        """Turn to the next order, or with -1 to the one before."""
        self.order = _moved(list(ORDERS), self.order, step)

    @property
    def title(self) -> str:
        """What is listed."""
        if self.view == "candidates":
            return say("candidates from score {score}", score=f"{DEFAULT_CUT:.0f}")
        return say(self.view)

    def reasons_for_nothing(self, typed: str, *, is_empty: bool) -> list[Line]:
        """What to say in place of the list; `is_empty` says that the glossary has no entries at all."""
        if typed:
            return [
                [(say("nothing here holds {text}", text=printable(typed)), "dim")],
                [(say("s looks among others · esc shows everything again"), "dim")],
            ]
        if not is_empty:
            return [[(say("nothing here: s shows others"), "dim")]]
        return [
            [(say("This glossary has no terms yet."), "")],
            [],
            [(say("Take them from texts:"), "dim")],
            [("  rnk-gloss extract a.ja.txt a.en.txt", "")],
            [(say("or from a table:"), "dim")],
            [("  rnk-gloss import glossary.csv", "")],
        ]


def _moved(choices: list[_Choice], present: _Choice, step: int) -> _Choice:
    return choices[(choices.index(present) + step) % len(choices)]
