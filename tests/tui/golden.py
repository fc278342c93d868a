"""What the screens look like, as text: compared with the files in `golden`; where a change is meant, write them anew:

python -m tests.tui.golden
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from textual.pilot import Pilot

from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.wording import ENGLISH, speak
from tests.tui.example_store import write_example_store
from tests.tui.running import review, settle
from tests.tui.whole_screen import picture_of

FOLDER = Path(__file__).parent / "golden"
# The moment of every change in the store, and the time that every lookup takes.
_MOMENT = {"SOURCE_DATE_EPOCH": "1700000000"}
_CLOCK = SimpleNamespace(perf_counter=lambda: 0.0)
_WIDE, _SMALL = (100, 30), (80, 24)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: a screen at a size, in a language and a set of signs, after some keys or with a text looked up."""

    screen: str
    size: tuple[int, int]
    language: str = ENGLISH
    glyphs: str = "unicode"
    keys: tuple[str, ...] = ()
    text: str = ""


SCENES = {
    "terms": Scene("terms", _WIDE),
    "terms-small-ja": Scene("terms", _SMALL, "ja"),
    "terms-small-ascii": Scene("terms", _SMALL, glyphs="ascii", keys=("a", "x", "c")),
    "entry-small": Scene("terms", _SMALL, keys=("e",)),
    "segments": Scene("segments", _WIDE),
    "segments-small-ja": Scene("segments", _SMALL, "ja"),
    "segments-small-ascii": Scene("segments", _SMALL, glyphs="ascii"),
    "lookup": Scene("lookup", _WIDE, text="貯蔵庫の湿度は毎朝、係の人が記録します。"),
    "lookup-small-ja": Scene("lookup", _SMALL, "ja", text="貯蔵庫の湿度は毎晩、係の者が測ります。"),
    "lookup-small-ascii": Scene("lookup", _SMALL, glyphs="ascii", text="The head winemaker moved the harvest."),
    "keys-ja": Scene("terms", (140, 45), "ja", keys=("question_mark",)),
    "palette-small": Scene("segments", _SMALL, keys=("ctrl+p",)),
}


async def paint(scene: Scene, store: Path) -> str:
    """The picture of a scene; the store was written by `write_golden_store`."""
    preferences = Preferences(language=scene.language, glyphs=scene.glyphs)
    try:
        with mock.patch("rnk_gloss.tui.lookup_screen.time", _CLOCK), mock.patch.dict(os.environ, _MOMENT):
            async with review(store, screen=scene.screen, size=scene.size, preferences=preferences) as pilot:
                await _set(pilot, scene)
                return picture_of(pilot)
    finally:
        speak(ENGLISH)


async def _set(pilot: Pilot[None], scene: Scene) -> None:
    if scene.text:
        pilot.app.screen.query_one("#query", TextInput).value = scene.text
        await pilot.pause(0.2)
        await settle(pilot)
    if scene.keys:
        await pilot.press(*scene.keys)
        await settle(pilot)
        await pilot.pause(0.2)
    # What is checked of a segment comes once the cursor rests.
    await pilot.pause(0.4)
    await settle(pilot)
    pilot.app.clear_notifications()
    await pilot.pause()


def write_golden_store(path: Path) -> None:
    """Write the example as it was at one moment."""
    with mock.patch.dict(os.environ, _MOMENT):
        write_example_store(path)


def write_pictures() -> None:
    """Write all pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "written.db"
        write_golden_store(written)
        for name, scene in SCENES.items():
            store = Path(shutil.copy(written, Path(folder) / "cellar.db"))
            (FOLDER / f"{name}.txt").write_text(asyncio.run(paint(scene, store)), encoding="utf-8", newline="\n")
            for left in Path(folder).glob("cellar.db*"):
                left.unlink()


if __name__ == "__main__":
    write_pictures()
