"""The shortest units that a form is made of, asked often and answered once."""

from __future__ import annotations

from functools import lru_cache

from rnk_gloss.text.tokens import tokens


@lru_cache(maxsize=16_384)
def shortest_pieces(form: str) -> tuple[str, ...]:
    """The surfaces of the analyser's shortest units (Sudachi mode A)."""
    return tuple(token.surface for token in tokens(form, "A"))


def piece_count(form: str) -> int:
    """Of how many shortest units a form is made."""
    return len(shortest_pieces(form))
