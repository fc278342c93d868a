"""What a worker thread says when it could not do its work."""

from __future__ import annotations

from textual.message import Message

from rnk_gloss.errors import GlossError


class Failed(Message):
    """Background work could not be done."""

    def __init__(self, error: GlossError) -> None:
        super().__init__()
        self.error = error
