"""The whole screen as a terminal would show it."""

from __future__ import annotations

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.strip import Strip

# What a terminal obeys or what turns a line around; no text may bring these to the screen.
OBEYED = frozenset("\x85\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def strips_of(pilot: Pilot[None]) -> list[Strip]:
    """The lines of the screen, dialogs included."""
    return list(pilot.app.screen._compositor.render_strips())


def picture_of(pilot: Pilot[None]) -> str:
    """The screen as text, line by line."""
    return "\n".join(strip.text.rstrip() for strip in strips_of(pilot)) + "\n"


def assert_exact(pilot: Pilot[None]) -> None:
    """Every line is exactly as wide as the screen, by its own measure and by rich's, and holds nothing that a terminal
    would obey."""
    width, height = pilot.app.size
    strips = strips_of(pilot)
    assert len(strips) == height
    for strip in strips:
        assert strip.cell_length == width, strip.text
        assert cell_len(strip.text) == width, strip.text
        assert not [sign for sign in strip.text if ord(sign) < 32 or sign in OBEYED], strip.text
