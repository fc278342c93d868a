"""The two texts of a segment, edited in the place where they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message

from rnk_gloss.model.segment import Segment
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.tui.text_input import TextBox, typed_lines
from rnk_gloss.tui.wording import noted, say


@dataclass(frozen=True, slots=True)
class PairDraft:
    """What was typed of a segment's texts, and the texts that stood there when it was begun."""

    key: int
    source: str
    target: str
    before: tuple[str, str]

    @classmethod
    def of(cls, segment: Segment) -> PairDraft:
        """A segment of which nothing was typed yet."""
        return cls(segment.id, typed_lines(segment.source), typed_lines(segment.target), texts_of(segment))

    @property
    def changes(self) -> dict[SideName, str]:
        """The sides that were changed, as they were typed."""
        changed: dict[SideName, str] = {}
        if self.source != typed_lines(self.before[0]):
            changed["source"] = self.source
        if self.target != typed_lines(self.before[1]):
            changed["target"] = self.target
        return changed

    def rebased(self, now: tuple[str, str]) -> PairDraft:
        """The same changes of texts that are others now: a side of which nothing was typed is as it is now."""
        changes = self.changes
        source, target = changes.get("source", typed_lines(now[0])), changes.get("target", typed_lines(now[1]))
        return PairDraft(self.key, source, target, now)

    def changed_by_others(self, now: tuple[str, str]) -> list[str]:
        """The texts that somebody else has changed of the sides that were changed here, too."""
        both = zip(("source", "target"), now, self.before, strict=True)
        return [text for side, text, before in both if side in self.changes and text != before]


def texts_of(segment: Segment) -> tuple[str, str]:
    """The two texts of a segment."""
    return segment.source, segment.target


class PairEditor(Horizontal):
    """Two boxes side by side; it is shown while something is edited."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "store", noted("store"), priority=True),
        Binding("tab,shift+tab", "other_side", noted("other side"), priority=True, key_display="tab"),
        Binding("ctrl+r", "revert", noted("as stored"), priority=True),
        Binding("escape", "leave", noted("leave"), priority=True),
    ]

    class Stored(Message):
        """What was typed shall be stored."""

        def __init__(self, draft: PairDraft) -> None:
            super().__init__()
            self.draft = draft

    class Left(Message):
        """The editor was left; what was typed is a draft."""

        def __init__(self, draft: PairDraft) -> None:
            super().__init__()
            self.draft = draft

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        super().__init__(id=id)
        self._before = PairDraft(0, "", "", ("", ""))

    def compose(self) -> ComposeResult:
        for side in ("source", "target"):
            yield TextBox(id=side, tab_behavior="focus", compact=True)

    def on_mount(self) -> None:
        self.display = False

    def open(self, draft: PairDraft, side: SideName) -> None:
        """Show a draft, the caret at the end of one of its sides."""
        self._before = draft
        self.border_title = Content(say("edit segment"))
        self.border_subtitle = Content(say("ctrl+s stores · ctrl+r as stored · tab other side · esc leaves"))
        self._show(draft.source, draft.target)
        self.display = True
        self._box(side).focus()

    def _show(self, source: str, target: str) -> None:
        for name, text in (("source", source), ("target", target)):
            box = self._box(name)
            box.text = text
            box.move_cursor(box.document.end)

    def close(self) -> None:
        """Show it no longer."""
        self.display = False

    @property
    def draft(self) -> PairDraft:
        """What stands in the boxes now."""
        before = self._before
        return PairDraft(before.key, self._box("source").text, self._box("target").text, before.before)

    def _box(self, side: str) -> TextBox:
        return self.query_one(f"#{side}", TextBox)

    def action_store(self) -> None:
        """Store what was typed."""
        self.post_message(self.Stored(self.draft))

    def action_other_side(self) -> None:
        """Go to the other text."""
        self._box("target" if self._box("source").has_focus else "source").focus()

    def action_revert(self) -> None:
        """Show the texts as they were before anything was typed."""
        self._show(*map(typed_lines, self._before.before))

    def action_leave(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left(self.draft))
