"""The review terminal, run without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from rnk_gloss.match.scoring import Scoring
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.painting import InkView
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.rows import Reviewed, RowList
from rnk_gloss.tui.sheet import Sheet


@asynccontextmanager
async def review(
    database: Path,
    *,
    screen: str = "terms",
    document: str | None = None,
    size: tuple[int, int] = (100, 30),
    preferences: Preferences | None = None,
    scoring: Scoring | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The application on a database, with its first list loaded."""
    chosen = preferences or Preferences()
    desk = Desk(database, author="aki", glyphs=GLYPHS[chosen.glyphs], scoring=scoring)
    try:
        app = ReviewApp(desk, screen=screen, preferences=chosen, document=document)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            await settle(pilot)
            yield pilot
    finally:
        desk.close()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until background work is done and its results are shown.

    A screen that looks again by itself may replace work that is waited for: then the newer work is waited for.
    """
    for _ in range(100):
        try:
            await pilot.app.workers.wait_for_complete()
            break
        except WorkerCancelled:
            await asyncio.sleep(0.05)
    await pilot.pause()


async def until_listed(pilot: Pilot[None]) -> None:
    """Wait until the present screen has a list: on a busy machine another screen takes its time to come."""
    for _ in range(100):
        await settle(pilot)
        if pilot.app.screen.query(RowList):
            return
        await asyncio.sleep(0.05)


async def press_quickly(pilot: Pilot[None], *keys: str) -> None:
    """Press letters, digits or named keys without waiting for the screen between them, as a quick reviewer does."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause()


async def type_filter(pilot: Pilot[None], text: str) -> None:
    """Type into the filter, and wait until the list has followed."""
    await pilot.press("slash", *text)
    await pilot.pause(0.2)
    await settle(pilot)


def rows_of(pilot: Pilot[None]) -> RowList[Reviewed]:
    """The list of the present screen."""
    return pilot.app.screen.query_one(RowList)


def listed(pilot: Pilot[None]) -> list[str]:
    """The Japanese texts of the list, in order."""
    rows = rows_of(pilot)
    shown = [rows.row_at(place) for place in range(len(rows.keys))]
    return [row.source for row in shown if row is not None]


def text_of(view: InkView) -> str:
    """What a widget paints, as plain text."""
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))


def sheet_text(pilot: Pilot[None], name: str) -> str:
    """All that a pane holds, also what is scrolled out of sight."""
    lines = pilot.app.screen.query_one(f"#{name}", Sheet).lines
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def toasts(pilot: Pilot[None]) -> str:
    """The messages that are shown now."""
    return "\n".join(text for toast in pilot.app.screen.query("Toast") if (text := str(toast.render())))
