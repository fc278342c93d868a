"""The review terminal: three screens on one glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.actions import Scope, actions_of, bindings
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.key_sheet import KeySheet
from rnk_gloss.tui.keyboard import read_alt_digits
from rnk_gloss.tui.lookup_screen import LookupScreen
from rnk_gloss.tui.preferences import Preferences, read_preferences
from rnk_gloss.tui.segments_screen import SegmentsScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.translation_screen import TranslationScreen
from rnk_gloss.tui.wording import say, speak

if TYPE_CHECKING:
    from rnk_gloss.match.scoring import Scoring

_SCOPES = {"terms": Scope.TERMS, "segments": Scope.SEGMENTS, "lookup": Scope.LOOKUP, "translation": Scope.TRANSLATION}
_TEXTUALS_OWN = frozenset({"Theme", "Screenshot", "Quit"})


class ReviewApp(App[None]):
    """The application; `screen` names the one that is shown first."""

    TITLE = "rnk-gloss"
    CSS_PATH = "style.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.EVERYWHERE)]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012  # Textual types it as an instance's

    def __init__(
        self, desk: Desk, *, screen: str = "terms", preferences: Preferences | None = None, document: str | None = None
    ) -> None:
        super().__init__()
        self._preferences = preferences or Preferences()
        self._first = screen
        speak(self._preferences.language)
        read_alt_digits()
        self.add_mode("terms", lambda: TermsScreen(desk))
        self.add_mode("segments", lambda: SegmentsScreen(desk))
        self.add_mode("lookup", lambda: LookupScreen(desk))
        self.add_mode("translation", lambda: TranslationScreen(desk, document))

    def on_mount(self) -> None:
        self.theme = self._preferences.theme
        self.set_class(self._preferences.glyphs == "ascii", "-ascii-glyphs")
        self.set_keymap(self._preferences.keymap)
        self.switch_mode(self._first)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: what can be done on this screen, then what Textual itself offers."""
        for action in actions_of(_SCOPES[self.current_mode], Scope.EVERYWHERE):
            if action.palette:
                namespace = self if action.scope is Scope.EVERYWHERE else screen
                label = say(action.label)
                title = label[:1].upper() + label[1:]
                yield SystemCommand(title, say(action.help), partial(self.run_action, action.command, namespace))
        for command in super().get_system_commands(screen):
            if command.title in _TEXTUALS_OWN:
                yield command

    async def on_lookup_screen_entry_wanted(self, message: LookupScreen.EntryWanted) -> None:
        """Show an entry among the terms."""
        await self.switch_mode("terms")
        if isinstance(self.screen, TermsScreen):
            self.screen.open_entry(message.key)

    def action_keys(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, KeySheet):
            self.push_screen(KeySheet(_SCOPES[self.current_mode], self._preferences.keys))


def run_review(
    database: Path,
    *,
    author: str,
    screen: str = "terms",
    document: str | None = None,
    settings: Mapping[str, object] = MappingProxyType({}),
    scoring: Scoring | None = None,
) -> None:
    """Review the glossary at `database` until the user leaves; every decision is stored when it is made.

    `screen` is terms, segments, lookup or translation, the last of a `document` named by its path or a part of it;
    `settings` may hold the tables `ui` (theme, glyphs) and `keys`; `scoring` is that of lookups. Raises `UsageError`
    for settings that make no sense and `DatabaseError` where there is no such glossary.
    """
    if screen not in _SCOPES:
        raise UsageError(f"there is no screen {screen!r}", hint=f"the screens are: {', '.join(_SCOPES)}")
    preferences = read_preferences(settings)
    desk = Desk(database, author=author, glyphs=GLYPHS[preferences.glyphs], scoring=scoring)
    try:
        app = ReviewApp(desk, screen=screen, preferences=preferences, document=document)
        if preferences.theme not in app.available_themes:
            themes = ", ".join(sorted(app.available_themes))
            raise UsageError(f"settings: there is no theme {preferences.theme!r}", hint=f"the themes are: {themes}")
        app.run()
    finally:
        desk.close()
