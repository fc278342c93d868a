"""The command palette: what can be done on the present screen, each with its keys, and the choice of a theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from rnk_gloss.tui.toasts import tell
from rnk_gloss.tui.wording import say


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette offers, with the keys that do the same; `help` also says why it can do nothing now."""

    title: str
    help: str
    run: Callable[[], object]
    keys: str = ""


class _Commands(Provider):
    """Offers commands by their titles and by what is said of them."""

    def commands(self) -> Iterator[Command]:
        """The commands, in order."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        for command in self.commands():
            title = Content.assemble(command.title, _keys(command))
            yield DiscoveryHit(title, command.run, command.title, command.help or None)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self.commands():
            # What the title says counts more than what is said of it.
            score = max(matcher.match(command.title), matcher.match(command.help) / 2)
            if score > 0:
                title = Content.assemble(matcher.highlight(command.title), _keys(command))
                yield Hit(score, title, command.run, command.title, command.help or None)


def _keys(command: Command) -> tuple[str, str]:
    return f"  {command.keys}" if command.keys else "", "dim"


class ThemeChoice(_Commands):
    """Offers the themes; the one that is chosen is not kept by itself, and what keeps it is said."""

    def commands(self) -> Iterator[Command]:
        for name in sorted(self.app.available_themes):
            yield Command(name, "", partial(self._choose, name))

    def _choose(self, name: str) -> None:
        self.app.theme = name
        line = f'[ui] theme = "{name}"'
        tell(self.app, say("To keep it, write into rnk-gloss.toml: {line}", line=line), seconds=8)


class ActionChoice(_Commands):
    """Offers the actions of the screen that the palette was opened on, and the choice of a theme."""

    def commands(self) -> Iterator[Command]:
        app = self.app
        assert isinstance(app, Offering)
        yield from app.offered(self.screen)


@runtime_checkable
class Offering(Protocol):
    """An application that knows what can be done on its screens."""

    def offered(self, screen: Screen[object]) -> Iterator[Command]: ...


def action_palette() -> CommandPalette:
    """The palette of the actions."""
    return CommandPalette(providers=[ActionChoice], placeholder=say("an action"), id="--command-palette")


def theme_palette() -> CommandPalette:
    """The palette of the themes."""
    return CommandPalette(providers=[ThemeChoice], placeholder=say("a theme"))
