"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from rnk_gloss.text.cells import fit
from rnk_gloss.tui.actions import Action, Scope, actions_of
from rnk_gloss.tui.painting import Line, wrap_fragments
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.wording import say

_KEY_WIDTH = 20
_SIGNS = {"pagedown": "page down", "pageup": "page up"}


class KeySheet(ModalScreen[None]):
    """What every key does: the present screen's first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1,enter", "dismiss_sheet", "close")]

    def __init__(self, scope: Scope, chosen: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> None:
        super().__init__()
        self._scope = scope
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(id="key-sheet"):
            yield Sheet(id="keys")

    def on_mount(self) -> None:
        self.query_one("#key-sheet").border_title = say("keys")
        self.query_one("#key-sheet").border_subtitle = say("esc closes")
        self.query_one(Sheet).show(lambda width: key_lines(self._scope, width, self._chosen))

    def action_dismiss_sheet(self) -> None:
        """Close the sheet."""
        self.dismiss()


def key_lines(first: Scope, width: int, chosen: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> list[Line]:
    """The key sheet, the actions of `first` before the others; `chosen` keys stand for the usual ones."""
    scopes = [first, *(scope for scope in (Scope.LIST, Scope.EVERYWHERE, *Scope) if scope is not first)]
    lines: list[Line] = []
    for scope in dict.fromkeys(scopes):
        lines += [[(say(scope.value), "label")]]
        for keys, text in _described(actions_of(scope), chosen):
            for number, line in enumerate(wrap_fragments([(text, "")], max(width - _KEY_WIDTH - 2, 2))):
                lines += [[("  " + fit(keys if number == 0 else "", _KEY_WIDTH), "strong"), *line]]
        lines += [[]]
    return lines[:-1]


def _described(actions: Sequence[Action], chosen: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    described: dict[str, str] = {}
    for action in actions:
        if action.id[-1:].isdigit() and action.id not in chosen:
            described[f"{action.keys[0][:-1]}1 … 9"] = say(action.help)
            continue
        keys = ", ".join(_SIGNS.get(key, key) for key in chosen.get(action.id, action.keys))
        described[keys] = say(action.help)
    return list(described.items())
