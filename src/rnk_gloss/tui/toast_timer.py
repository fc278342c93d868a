"""Toasts that end in time, also those that are over when they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.timer import Timer
from textual.widget import Widget
from textual.widgets._toast import Toast

_SOON = 0.001


def end_late_toasts() -> None:
    """Let a toast whose time ran out while it was made end at once.

    Textual would give its timer a negative interval, and such a timer never gives way again: the program stands still.
    """
    Toast.set_timer = _set_timer  # type: ignore[method-assign, assignment]


def _set_timer(self: Toast, delay: float, callback: Callable[..., Any] | None = None, **settings: Any) -> Timer:
    return Widget.set_timer(self, max(delay, _SOON), callback, **settings)
