"""The keys that a user chose for actions: whether they exist, and whether one would mean two things on a screen."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import REPLACED_KEYS, Keys, key_to_character

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.actions import ACTIONS, Scope, actions_of

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
_NAMES = frozenset(key.value for key in Keys)
SCREENS = tuple(scope for scope in Scope if scope not in {Scope.LIST, Scope.EVERYWHERE})
"""The scopes that are screens of their own; what works in a list and everywhere works on them, too."""


def read_keymap(keys: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The keys of each action that is named. Raises `UsageError` for an action or a key that does not exist, and for
    a key that two actions of one screen would have."""
    known = {action.id for action in ACTIONS}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, value in keys.items():
        if name not in known:
            raise UsageError(f"settings: keys: there is no action {name!r}", hint="docs/settings.md names the actions")
        wanted = [value] if isinstance(value, str) else value
        if not isinstance(wanted, list) or not wanted or not all(isinstance(key, str) and key for key in wanted):
            raise UsageError(f'settings: keys: {name!r} needs a key or a list of keys, such as "a" or ["a", "enter"]')
        for key in wanted:
            _check_key(name, key)
        chosen[name] = tuple(_named(key) for key in wanted)
    _check_clashes(chosen)
    return chosen


def _check_key(name: str, key: str) -> None:
    # The last sign may itself be a plus.
    before, _, last = key[:-1].rpartition("+")
    base = last + key[-1]
    modifiers = before.split("+") if before else []
    if not set(modifiers) <= _MODIFIERS or not (key in _NAMES or base in _NAMES or _character(base)):
        raise UsageError(
            f"settings: keys: {name!r}: there is no key {key!r:.80}",
            hint="a key is a character, or such as: space, enter, f5, ctrl+a, alt+1, pagedown",
        )
    if modifiers == ["shift"] and len(base) == 1:
        raise UsageError(
            f"settings: keys: {name!r}: a terminal does not tell {key!r:.80}", hint=f"write {base.upper()!r} instead"
        )


def _check_clashes(chosen: Mapping[str, tuple[str, ...]]) -> None:
    for screen in SCREENS:
        taken: dict[str, str] = {}
        for action in actions_of(screen, Scope.LIST, Scope.EVERYWHERE):
            for key in map(_character_or_name, chosen.get(action.id, action.keys)):
                other = taken.setdefault(key, action.id)
                # Where the usual keys have one for two things, a list and its screen do the same by it.
                if other != action.id and (other in chosen or action.id in chosen):
                    raise UsageError(
                        f"settings: keys: {key!r} would be both {other} and {action.id} on the screen {screen.value!r}",
                        hint="give one of the two another key",
                    )


def _named(key: str) -> str:
    """The key as Textual's lists of keys can hold it: a comma parts them."""
    return "comma" if key == "," else "space" if key == " " else key


def _character_or_name(key: str) -> str:
    return _character(key) or key


def _character(key: str) -> str:
    """The character of a key, written as itself or by its name; empty for other keys."""
    found = key if len(key) == 1 else key_to_character(REPLACED_KEYS.get(key, key)) or ""
    return found if found.isprintable() else ""
