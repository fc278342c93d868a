"""Choosing the entry of which others are variants."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from rnk_gloss.model.entry import Entry
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.service.filter_language import filtered
from rnk_gloss.service.search import holding
from rnk_gloss.tui.card import entry_row
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.painting import Fragment, Line, wrap_fragments
from rnk_gloss.tui.picker import Picker
from rnk_gloss.tui.wording import say

_SHORTEST_PART = 2


class EntryPicker(Picker[Entry]):
    """Asks of which entry some others, which are given, are variants.

    Before anything is typed it offers those that an extraction asked about, then those that hold a part of the term.
    """

    def __init__(self, desk: Desk, entries: Sequence[Entry]) -> None:
        super().__init__(
            say("This is a variant of …") if len(entries) == 1 else say("These are variants of …"),
            self._found,
            desk.glossary.entries,
            lambda entry, _place, width: [entry_row(entry, desk.glyphs, width)],
            about=self._both,
            hint=say("kanji, kana, romaji or English"),
        )
        self._desk = desk
        self._entries = entries

    def _found(self, typed: str) -> array[int]:
        with self._desk.behind() as glossary:
            if typed:
                keys = list(glossary.entry_ids(filtered(EntrySelection(), typed)))
            else:
                keys = [
                    key
                    for entry in self._entries
                    for question in glossary.likenesses(entry=entry.id)
                    for key in (question.entry, question.other)
                ]
                for part in self._parts():
                    keys += glossary.entry_ids(holding(EntrySelection(), part))
        left_out = {entry.id for entry in self._entries}
        return array("q", (key for key in dict.fromkeys(keys) if key not in left_out))

    def _parts(self) -> list[str]:
        """The whole term, then its beginning and its end: what shortens or lengthens a term keeps one of them."""
        source = self._entries[0].source
        half = max(len(source) // 2, _SHORTEST_PART)
        return list(dict.fromkeys([source, source[:half], source[-half:]]))

    def _both(self, row: Entry | None, width: int) -> Sequence[Line]:
        between = f" {self._desk.glyphs.between} "
        variants: list[Fragment] = [(between.join(_described(entry) for entry in self._entries[:3]), "term")]
        if len(self._entries) > len(self._entries[:3]):
            variants.append((between + say("and {count} more", count=len(self._entries) - 3), "term"))
        lines = wrap_fragments(variants, width)
        if row is not None:
            into: list[Fragment] = [(f"{self._desk.glyphs.translation} ", "label"), (_described(row), "preferred")]
            lines += wrap_fragments(into, width)
        return [*lines, []]


def _described(entry: Entry) -> str:
    return f"{entry.source} ({entry.preferred})" if entry.preferred else entry.source
