"""Short messages over the screen: what was done, and what went wrong in words that help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.dom import DOMNode

from rnk_gloss.errors import GlossError
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.refusal_words import error_words

_SECONDS = 3.0
_SECONDS_OF_ERROR = 8.0


def tell(node: DOMNode, message: str, *, seconds: float = _SECONDS) -> None:
    """Show a message for a moment."""
    node.app.notify(printable(message), timeout=seconds, markup=False)


def tell_error(node: DOMNode, error: GlossError) -> None:
    """Show what went wrong, and what to do next."""
    node.app.notify(error_words(error), severity="error", timeout=_SECONDS_OF_ERROR, markup=False)


@contextmanager
def errors_told(node: DOMNode) -> Iterator[None]:
    """Show the error of a facade call and go on: what stands after the block in the same function is still done."""
    try:
        yield
    except GlossError as error:
        tell_error(node, error)
