"""How keys are written for people."""

from __future__ import annotations

from collections.abc import Iterable

_SIGNS = {
    "pagedown": "page down",
    "pageup": "page up",
    "minus": "-",
    "plus": "+",
    "comma": ",",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
}


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys with commas between them."""
    return ", ".join(_SIGNS.get(key, key) for key in keys)
