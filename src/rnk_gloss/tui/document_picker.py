"""Choosing a document by its name, with how far its review is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from rnk_gloss.model.segment import DocumentProgress, SegmentCounts
from rnk_gloss.text.normalise import compatible
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Fragment, Line, sides
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.wording import noted, say, say_count

ALL = 0


@dataclass(frozen=True, slots=True)
class _Choice:
    """A row of the picker: a document, or with the id `ALL` all of them."""

    id: int
    source: str
    counts: SegmentCounts


class DocumentPicker(ModalScreen[DocumentProgress | None]):
    """Asks for a document; the answer has the id `ALL` for all of them, and is None when the picker was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", noted("next row"), priority=True),
        Binding("up", "move(-1)", noted("previous row"), priority=True),
        Binding("escape", "leave", noted("leave")),
    ]

    def __init__(self, documents: Sequence[DocumentProgress], chosen: int, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._chosen = chosen
        parts = [one.counts for one in documents]
        whole = SegmentCounts(
            sum(one.candidates for one in parts),
            sum(one.approved for one in parts),
            sum(one.rejected for one in parts),
            sum(one.flagged for one in parts),
        )
        self._choices = {ALL: _Choice(ALL, "", whole)} | {
            one.id: _Choice(one.id, one.path, one.counts) for one in documents
        }

    def compose(self) -> ComposeResult:
        with Vertical(id="documents"):
            yield TextInput(placeholder=say("a part of the name"), compact=True, id="document-name")
            yield RowList(self._fetch, self._paint, id="document-list")

    def on_mount(self) -> None:
        self.query_one("#documents").border_title = say("documents: what is undecided of all segments")
        self.query_one("#documents").border_subtitle = say("enter shows · esc leaves")
        self.query_one(RowList).can_focus = False
        self._show("")

    def _show(self, typed: str) -> None:
        wanted = compatible(typed)
        keys = [key for key, one in self._choices.items() if not wanted or wanted in compatible(one.source)]
        self._rows.placeholder = [[(say("no document has this in its name"), "dim")]]
        self._rows.show(array("q", keys), at=self._chosen)

    @property
    def _rows(self) -> RowList[_Choice]:
        return self.query_one(RowList)

    def _fetch(self, keys: Sequence[int]) -> list[_Choice]:
        return [self._choices[key] for key in keys]

    def _paint(self, choice: _Choice, _place: int, width: int) -> Sequence[Line]:
        counts = choice.counts
        flagged = say_count("{count} flagged", "{count} flagged", counts.flagged) if counts.flagged else ""
        right: list[Fragment] = [
            (f"{flagged}  ", "warning"),
            (f"{counts.candidates:,} / {counts.total:,} ", "" if counts.candidates else "dim"),
            (f"{self._glyphs.candidate if counts.candidates else self._glyphs.approved} ", "approved"),
        ]
        name: Fragment = (choice.source, "") if choice.id != ALL else (say("all documents"), "strong")
        return [sides([(" ", ""), name], right, width)]

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show the documents whose names hold what is typed."""
        event.stop()
        self._show(event.value.strip())

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Answer with the document under the cursor."""
        event.stop()
        row = self._rows.row
        if row is not None:
            self.dismiss(DocumentProgress(row.id, row.source, row.counts))

    def action_move(self, step: int) -> None:
        """Go to another document."""
        self._rows.move_to(self._rows.cursor + step)

    def action_leave(self) -> None:
        """Leave the list as it is."""
        self.dismiss(None)
