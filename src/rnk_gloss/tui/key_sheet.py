"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from rnk_gloss.text.cells import cell_width, fit
from rnk_gloss.tui.actions import Action, Scope, actions_of
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.key_names import keys_in_words
from rnk_gloss.tui.painting import Fragment, Line, wrap_fragments
from rnk_gloss.tui.sheet import Sheet
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.wording import say

_KEY_WIDTH = 20
_TWO_COLUMNS = 116
_GAP = 3

ChosenKeys = Mapping[str, tuple[str, ...]]


class KeySheet(ModalScreen[None]):
    """What every key does: the present screen's first. A filter keeps those that hold a text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ,question_mark,？,f1,enter", "dismiss_sheet", "close"),
        Binding("slash,／", "filter", "filter"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "Sheet"

    def __init__(self, scope: Scope, chosen: ChosenKeys = MappingProxyType({})) -> None:
        super().__init__()
        self._scope = scope
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(id="key-sheet"):
            yield TextInput(id="key-filter", placeholder=say("what a key does, or the key"), compact=True)
            yield Sheet(id="keys")

    def on_mount(self) -> None:
        self.query_one("#key-sheet").border_title = Content(say("keys"))
        self.query_one("#key-sheet").border_subtitle = Content(say("/ filters, esc closes"))
        self.query_one(TextInput).display = False
        self._show("")

    def _show(self, wanted: str) -> None:
        self.query_one(Sheet).show(lambda width: key_lines(self._scope, width, self._chosen, wanted))

    def action_filter(self) -> None:
        """Open the filter."""
        self.query_one(TextInput).display = True
        self.set_focus(self.query_one(TextInput))

    @on(Input.Changed)
    def filter_changed(self, event: Input.Changed) -> None:
        """Show the keys that the filter keeps."""
        self._show(event.value.strip())

    @on(Input.Submitted)
    def filter_done(self) -> None:
        """Go back to the sheet, which stays filtered."""
        self.query_one(Sheet).focus()

    def on_key(self, event: events.Key) -> None:
        box = self.query_one(TextInput)
        if event.key == "escape" and box.display:
            event.stop()
            box.value = ""
            box.display = False
            self.query_one(Sheet).focus()

    def action_dismiss_sheet(self) -> None:
        """Close the sheet."""
        self.dismiss()


def key_lines(first: Scope, width: int, chosen: ChosenKeys = MappingProxyType({}), wanted: str = "") -> list[Line]:
    """The key sheet, the actions of `first` before the others, in two columns where there is room for them.

    `chosen` keys stand for the usual ones; with `wanted`, only what holds this text is shown.
    """
    is_wide = width >= _TWO_COLUMNS
    room = (width - _GAP) // 2 if is_wide else width
    scopes = dict.fromkeys([first, *(scope for scope in (Scope.LIST, Scope.EVERYWHERE, *Scope) if scope is not first)])
    blocks = [block for scope in scopes if (block := _block(scope, room, chosen, wanted))]
    if not blocks:
        return [[(say("no key does that"), "dim")]]
    if not wanted:
        blocks.append(_sample(room))
    lines = [line for block in blocks for line in ([], *block)][1:]
    if not is_wide:
        return lines
    half = (len(lines) + 1) // 2
    return [_beside(lines, place, half, room) for place in range(half)]


def _block(scope: Scope, width: int, chosen: ChosenKeys, wanted: str) -> list[Line]:
    lines: list[Line] = []
    for keys, text in _described(actions_of(scope), chosen):
        if wanted.casefold() not in f"{keys} {text}".casefold():
            continue
        for number, line in enumerate(wrap_fragments([(text, "")], max(width - _KEY_WIDTH - 2, 2))):
            lines.append([("  " + fit(keys if number == 0 else "", _KEY_WIDTH), "strong"), *line])
    return [[(say(scope.value), "label")], *lines] if lines else []


def _described(actions: Sequence[Action], chosen: ChosenKeys) -> list[tuple[str, str]]:
    described: dict[str, str] = {}
    for action in actions:
        number = action.id.rpartition(".")[2]
        if number.isdigit() and action.id not in chosen:
            modifiers = [key.removesuffix(number) for key in action.keys]
            described[", ".join(f"{modifier}1-9" for modifier in modifiers)] = say(action.help)
            continue
        described[keys_in_words(chosen.get(action.id, action.keys))] = say(action.help)
    return list(described.items())


def _sample(width: int) -> list[Line]:
    """A row of the signs that some terminals draw two cells wide: there, the two bars are not below each other."""
    signs = GLYPHS["unicode"]
    sample = f"{signs.sure}{signs.fair}{signs.poor}{signs.between}{signs.nothing}…→①※"
    told = say('Do the two bars stand one below the other? If not, write glyphs = "ascii" into [ui] of rnk-gloss.toml.')
    return [
        [(say("signs"), "label")],
        [(f"  {sample}|", "")],
        [(f"  {'1234567890'[: cell_width(sample)]}|", "")],
        *([("  ", ""), *line] for line in wrap_fragments([(told, "dim")], max(width - 2, 2))),
    ]


def _beside(lines: Sequence[Line], place: int, half: int, width: int) -> Line:
    first, second = lines[place], lines[place + half] if place + half < len(lines) else []
    gap: Fragment = (" " * (width - sum(cell_width(text) for text, _ in first) + _GAP), "")
    return [*first, gap, *second]
