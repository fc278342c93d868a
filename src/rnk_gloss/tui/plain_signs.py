"""Signs of ASCII alone, for terminals that draw others two cells wide or not at all."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBarRender

PLAIN = "-ascii-glyphs"
"""The class of the application, by which the style sheet draws borders of ASCII."""
# What is cut ends in an ellipsis, which such terminals draw wide: the only sign of ours that stands in a text's place.
_PLAINER = str.maketrans({"…": "~"})


def plainer(text: str) -> str:
    """The text with a tilde where it is cut, as wide as before."""
    return text.translate(_PLAINER)


class PlainScrollBar(ScrollBarRender):
    """A scroll bar whose ends are whole cells."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def scroll_bars(*, plain: bool) -> type[ScrollBarRender]:
    """How scroll bars are drawn."""
    return PlainScrollBar if plain else ScrollBarRender
