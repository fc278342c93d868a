"""What all screens have: keys that are named in the language that is spoken, and words for what goes wrong."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.binding import ActiveBinding
from textual.screen import Screen

from rnk_gloss.tui.actions import Action
from rnk_gloss.tui.failure import Failed
from rnk_gloss.tui.toasts import tell_error
from rnk_gloss.tui.wording import say


class WordedScreen(Screen[None]):
    """The bindings are made with their English names, before anybody knows the language; the footer shows these."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings that work now, by their keys."""
        return {key: _worded(active) for key, active in super().active_bindings.items()}

    @on(Failed)
    def show_failure(self, message: Failed) -> None:
        """Say what went wrong in the background."""
        tell_error(self, message.error)

    @property
    def has_unstored(self) -> bool:
        """Whether something is typed here now that is not stored, and would be lost with the screen."""
        return False

    def why_not(self, action: Action) -> str:
        """Why an action of this screen can do nothing now; empty where it can."""
        return ""


def _worded(active: ActiveBinding) -> ActiveBinding:
    binding = replace(active.binding, description=say(active.binding.description))
    return ActiveBinding(active.node, binding, active.enabled, say(active.tooltip))
