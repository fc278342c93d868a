"""How the terminal shall look, which keys it shall know and what a lookup shall show at first: the tables `[ui]`,
`[keys]` and `[lookup]` of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.actions import with_twins
from rnk_gloss.tui.findings import Wish
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.keymap import read_keymap
from rnk_gloss.tui.wording import ENGLISH, LANGUAGES, language_of

DEFAULT_THEME = "textual-dark"
DEFAULT_GLYPHS = "unicode"
_KNOWN = frozenset({"theme", "glyphs", "language", "choose_approves"})


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the screens look, what language they speak, and, by the ids of their actions, which keys are unusual."""

    theme: str = DEFAULT_THEME
    glyphs: str = DEFAULT_GLYPHS
    language: str = ENGLISH
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wish: Wish = field(default_factory=lambda: Wish(""))
    choose_approves: bool = False

    @property
    def keymap(self) -> dict[str, str]:
        """The keys as Textual's keymap takes them, with their full-width twins."""
        return {name: with_twins(keys) for name, keys in self.keys.items()}


def read_preferences(settings: Mapping[str, object]) -> Preferences:
    """The preferences in the settings. Raises `UsageError` for a table, value or action that does not exist."""
    ui = _table(settings, "ui")
    unknown = sorted(set(ui) - _KNOWN)
    if unknown:
        known = ", ".join(f"ui.{name}" for name in sorted(_KNOWN))
        raise UsageError(f"settings: ui.{unknown[0]} is not known", hint=f"known are: {known}")
    theme, glyphs = ui.get("theme", DEFAULT_THEME), ui.get("glyphs", DEFAULT_GLYPHS)
    language = ui.get("language", language_of())
    choose_approves = ui.get("choose_approves", False)
    if not isinstance(choose_approves, bool):
        raise UsageError(f"settings: ui.choose_approves must be true or false, not {choose_approves!r:.80}")
    if not isinstance(theme, str):
        raise UsageError(f"settings: ui.theme must be the name of a theme, not {theme!r}")
    if glyphs not in GLYPHS:
        raise UsageError(f"settings: ui.glyphs must be {' or '.join(GLYPHS)}, not {glyphs!r}")
    if language not in LANGUAGES:
        raise UsageError(f"settings: ui.language must be {' or '.join(LANGUAGES)}, not {language!r}")
    keys, wish = read_keymap(_table(settings, "keys")), _wish(_table(settings, "lookup"))
    return Preferences(theme, str(glyphs), str(language), keys, wish, choose_approves)


def _wish(lookup: Mapping[str, object]) -> Wish:
    minimum, limit = lookup.get("minimum", Wish("").minimum), lookup.get("limit", Wish("").limit)
    if isinstance(minimum, bool) or not isinstance(minimum, int | float) or not 50 <= minimum <= 100:
        raise UsageError(f"settings: lookup.minimum must be a number from 50 to 100, not {minimum!r:.80}")
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise UsageError(f"settings: lookup.limit must be a whole number from 1 on, not {limit!r:.80}")
    return Wish("", minimum, limit)


def _table(settings: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = settings.get(name, {})
    if not isinstance(table, Mapping):
        raise UsageError(f"settings: {name} must be a table, [{name}]")
    return table
