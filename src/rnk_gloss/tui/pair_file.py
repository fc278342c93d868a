"""The two texts of a segment as one file for an external editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.bead_pane import SIDE_NAMES
from rnk_gloss.tui.external_editor import edit_text
from rnk_gloss.tui.wording import say

if TYPE_CHECKING:
    from textual.app import App

# Who makes the same mistake so often does not look at what stands above the texts.
_MOST_TRIES = 3


def edit_pair(app: App[object], source: str, target: str) -> tuple[str, str] | None:
    """Both texts as they are after the user's editor was left; None where nothing was changed.

    Where the headings are not as they were, the editor opens again with what was typed and what is wrong above it.
    Raises `UsageError` after the third time, and as `edit_text` does.
    """
    text = written(source, target)
    for further in reversed(range(_MOST_TRIES)):
        edited = edit_text(app, text)
        if edited is None:
            return None
        try:
            return read_back(edited, source, target)
        except UsageError as error:
            if not further:
                raise
            text = f"! {error.message}; {error.hint}\n{edited}"
    return None


def written(source: str, target: str) -> str:
    """Both texts, each below its heading."""
    heads = _headings(source, target)
    return f"{heads[0]}\n{source}\n\n{heads[1]}\n{target}\n"


def read_back(text: str, source: str, target: str) -> tuple[str, str]:
    """The two texts of a file that was `written` with these and edited since. Raises `UsageError` without headings."""
    heads = _headings(source, target)
    lines = text.split("\n")
    if [line for line in lines if line in heads] != heads:
        raise UsageError(
            say("the two headings are not as they were: nothing was changed"),
            hint=say("write below {first} and {second}", first=heads[0], second=heads[1]),
        )
    first, second = map(lines.index, heads)
    return "\n".join(lines[first + 1 : second]).strip("\n"), "\n".join(lines[second + 1 :]).strip("\n")


def _headings(source: str, target: str) -> list[str]:
    """Two lines that no text has: as many signs as it takes."""
    taken = {line for text in (source, target) for line in text.split("\n")}
    signs = "#"
    while True:
        heads = [f"{signs} {say(name)}" for name in SIDE_NAMES.values()]
        if not taken & set(heads):
            return heads
        signs += "#"
