"""The review terminal: its screens on one glossary."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.actions import Action, Scope, actions_of, bindings
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.dialogs import FieldsDialog
from rnk_gloss.tui.faults import run_guarded
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.key_names import keys_in_words
from rnk_gloss.tui.key_sheet import KeySheet
from rnk_gloss.tui.keyboard import read_alt_digits
from rnk_gloss.tui.lookup_screen import LookupScreen
from rnk_gloss.tui.painting import INKS
from rnk_gloss.tui.palette import Command, action_palette, theme_palette
from rnk_gloss.tui.plain_signs import PLAIN, scroll_bars
from rnk_gloss.tui.preferences import Preferences, read_preferences
from rnk_gloss.tui.segments_screen import SegmentsScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.toast_timer import end_late_toasts
from rnk_gloss.tui.toasts import tell
from rnk_gloss.tui.translation_screen import TranslationScreen
from rnk_gloss.tui.worded_screen import WordedScreen
from rnk_gloss.tui.wording import say, speak

if TYPE_CHECKING:
    from rnk_gloss.match.scoring import Scoring

_SCOPES = {"terms": Scope.TERMS, "segments": Scope.SEGMENTS, "lookup": Scope.LOOKUP, "translation": Scope.TRANSLATION}
# A process that a signal ended has this much more than the signal's number as its exit code.
_SIGNALLED = 128
_TO_READ = 8.0


class ReviewApp(App[None]):
    """The application; `screen` names the one that is shown first."""

    TITLE = "rnk-gloss"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
    CSS_PATH = "style.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.EVERYWHERE)]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012  # Textual types it as an instance's

    def __init__(
        self, desk: Desk, *, screen: str = "terms", preferences: Preferences | None = None, document: str | None = None
    ) -> None:
        # A mode of Textual's own would first show a screen that nobody sees, and have all styles worked out once more.
        self.DEFAULT_MODE = screen  # type: ignore[misc]
        super().__init__()
        self._desk = desk
        self._unstored_told = 0
        self._preferences = preferences or Preferences()
        speak(self._preferences.language)
        read_alt_digits()
        end_late_toasts()
        self.add_mode("terms", lambda: TermsScreen(desk, choose_approves=self._preferences.choose_approves))
        self.add_mode("segments", lambda: SegmentsScreen(desk))
        self.add_mode("lookup", lambda: LookupScreen(desk, self._preferences.wish))
        self.add_mode("translation", lambda: TranslationScreen(desk, document))

    def on_mount(self) -> None:
        self.theme = self._preferences.theme
        is_plain = self._preferences.glyphs == "ascii"
        self.set_class(is_plain, PLAIN)
        ScrollBar.renderer = scroll_bars(plain=is_plain)
        self.set_keymap(self._preferences.keymap)
        if not self.is_headless:
            self._end_on_signals()

    def _end_on_signals(self) -> None:
        """Give the terminal back when somebody ends the process; what was decided is stored already."""
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    asyncio.get_running_loop().add_signal_handler(
                        number, partial(self.exit, return_code=_SIGNALLED + number)
                    )
                except NotImplementedError:  # Windows, where closing the window ends the process at once
                    return

    def offered(self, screen: Screen[object]) -> Iterator[Command]:
        """What the command palette offers on a screen, in the order of the actions' table."""
        for action in actions_of(_SCOPES[self.current_mode], Scope.EVERYWHERE):
            if action.palette:
                yield self._command(action, screen)
        yield Command(say("Change theme"), say("choose colours; they are not kept by themselves"), self.choose_theme)
        yield Command(say("Quit"), say("leave; everything is stored already"), self.leave, "ctrl+q")

    def _command(self, action: Action, screen: Screen[object]) -> Command:
        label, text = say(action.label), say(action.help)
        keys = keys_in_words(self._preferences.keys.get(action.id, action.keys))
        reason = screen.why_not(action) if isinstance(screen, WordedScreen) else ""
        if reason:
            text = say("not now: {reason}", reason=reason)
            return Command(_title(label), text, partial(tell, self, text), keys)
        namespace = self if action.scope is Scope.EVERYWHERE else screen
        return Command(_title(label), text, partial(self.run_action, action.command, namespace), keys)

    def choose_theme(self) -> None:
        """Let the user choose a theme."""
        self.push_screen(theme_palette())

    def action_command_palette(self) -> None:
        """Show what can be done."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(action_palette())

    async def action_quit(self) -> None:
        """Leave; where something was typed and not stored, only when it is asked for again."""
        self.leave()

    def leave(self) -> None:
        """End the review, or say what would be lost with it."""
        screen = self.screen
        is_typing = isinstance(screen, WordedScreen | FieldsDialog) and screen.has_unstored
        unstored = len(self._desk.drafts) + is_typing
        if unstored > self._unstored_told:
            self._unstored_told = unstored
            tell(self, say("What you typed is not stored yet. ctrl+q again leaves without it."), seconds=_TO_READ)
            return
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave: what usually interrupts a program copies text here."""
        tell(self, say("ctrl+q leaves; everything is stored already"))

    async def on_lookup_screen_entry_wanted(self, message: LookupScreen.EntryWanted) -> None:
        """Show an entry among the terms."""
        await self.switch_mode("terms")
        if isinstance(self.screen, TermsScreen):
            self.screen.open_entry(message.key)

    async def on_lookup_screen_segment_wanted(self, message: LookupScreen.SegmentWanted) -> None:
        """Show a unit among the segments."""
        await self.switch_mode("segments")
        if isinstance(self.screen, SegmentsScreen):
            self.screen.open_segment(message.key)

    def action_keys(self) -> None:
        """Show all keys."""
        if not isinstance(self.screen, KeySheet):
            self.push_screen(KeySheet(_SCOPES[self.current_mode], self._preferences.keys))


def _title(label: str) -> str:
    return label[:1].upper() + label[1:]


def run_review(
    database: Path,
    *,
    author: str,
    screen: str = "terms",
    language: str | None = None,
    document: str | None = None,
    settings: Mapping[str, object] = MappingProxyType({}),
    scoring: Scoring | None = None,
) -> int:
    """The exit code, after the glossary at `database` was reviewed until the user left; every decision is stored when
    it is made.

    `screen` is terms, segments, lookup or translation, the last of a `document` named by its path or a part of it;
    `language`, en or ja, wins over the settings; `settings` may hold the tables `ui` (theme, glyphs, language), `keys`
    and `lookup` (minimum, limit); `scoring` is that of lookups. Raises `UsageError` for settings that make no sense,
    `DatabaseError` where there is no such glossary, and `ReviewFaultError` where the program itself fails.
    """
    if screen not in _SCOPES:
        raise UsageError(f"there is no screen {screen!r}", hint=f"the screens are: {', '.join(_SCOPES)}")
    preferences = read_preferences(settings)
    if language is not None:
        preferences = replace(preferences, language=language)
    desk = Desk(database, author=author, glyphs=GLYPHS[preferences.glyphs], scoring=scoring)
    try:
        app = ReviewApp(desk, screen=screen, preferences=preferences, document=document)
        if preferences.theme not in app.available_themes:
            themes = ", ".join(sorted(app.available_themes))
            raise UsageError(f"settings: there is no theme {preferences.theme!r}", hint=f"the themes are: {themes}")
        return run_guarded(app)
    finally:
        desk.close()
