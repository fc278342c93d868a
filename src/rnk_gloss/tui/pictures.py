"""Pictures of the screens for the documentation, drawn by the application itself:

python -m rnk_gloss.tui.pictures glossary.db docs/pictures --text 貯蔵庫の湿度 --translate cellar 2 "The humidity"
"""

from __future__ import annotations

import argparse
import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.upkeep import backup
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.lookup_screen import LookupScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.translation_screen import TranslationScreen

SIZE = (100, 30)
# The first of these that is there is used for Latin and Japanese alike, so both are on one grid.
_FONTS = "'Noto Sans Mono CJK JP', 'Source Han Mono', 'Sarasa Mono J', 'MS Gothic', Osaka-Mono, Menlo, monospace"
# Their Latin letters are half an em wide: at this size, one cell of the picture.
_CELL = 12.2
_FONT_SIZE = f"{2 * _CELL:g}px"
_REPLACEMENTS = (
    (re.compile(r"@font-face\s*\{.*?\}", re.DOTALL), ""),
    (re.compile(r"font-family:\s*(?:Fira Code|arial)[^;]*;"), f"font-family: {_FONTS};"),
    (re.compile(r"font-size:\s*20px"), f"font-size: {_FONT_SIZE}"),
    # Lines are clipped and placed for a smaller letter.
    (re.compile(r' clip-path="url\(#[\w-]+-(?:line-\d+|clip-terminal)\)"'), ""),
    (re.compile(r'<g class="([\w-]+-matrix)">'), r'<g class="\1" transform="translate(0, 2)">'),
)
_TEXT = re.compile(r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)">([^<]*)</text>')
_SPACE = "&#160;"
_TYPING_RESTS = 0.5
_SCREENS = ("terms", "segments", "lookup", "translation")


@dataclass(frozen=True, slots=True)
class Translating:
    """What is being translated: a document by its path or a part of it, the number of a sentence, what is written."""

    document: str
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the screens show: the entry in a `row` of the first, counted from 1, the `text` that is looked up, by
    default the first segment's Japanese, and what is translated; without that, no picture of it is made."""

    row: int = 1
    text: str = ""
    translating: Translating | None = None


def write_pictures(
    database: Path, folder: Path, shown: Shown | None = None, *, size: tuple[int, int] = SIZE
) -> list[Path]:
    """The SVG files that were written, one for each screen; they are made from a copy of the database."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="rnk-gloss-") as place:
        copy = Path(place) / database.name
        with Glossary.open(database, create=False) as glossary:
            backup(glossary.workspace, copy)
        return asyncio.run(_write_pictures(copy, folder, shown or Shown(), size))


async def _write_pictures(database: Path, folder: Path, shown: Shown, size: tuple[int, int]) -> list[Path]:
    desk = Desk(database, author="")
    written = []
    try:
        translating = shown.translating
        app = ReviewApp(desk, document=translating.document if translating else None)
        async with app.run_test(size=size) as pilot:
            for mode in _SCREENS if translating else _SCREENS[:-1]:
                await app.switch_mode(mode)
                await _settle(pilot)
                await _show(pilot, shown, desk)
                # The rest begins when what was typed has arrived.
                await _settle(pilot)
                await pilot.pause(_TYPING_RESTS)
                await _settle(pilot)
                path = folder / f"review-{mode}.svg"
                path.write_text(with_japanese_fonts(app.export_screenshot()), encoding="utf-8", newline="\n")
                written.append(path)
    finally:
        desk.close()
    return written


async def _settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _show(pilot: Pilot[None], shown: Shown, desk: Desk) -> None:
    screen = pilot.app.screen
    if isinstance(screen, TermsScreen):
        screen.rows.move_to(shown.row - 1)
    elif isinstance(screen, LookupScreen):
        screen.query_one(TextInput).value = shown.text or _first_text(desk)
    elif isinstance(screen, TranslationScreen) and shown.translating:
        screen.rows.move_to(shown.translating.sentence - 1)
        await pilot.pause()
        screen.action_write()
        screen.pane.box.put(shown.translating.text)


def _first_text(desk: Desk) -> str:
    segments = desk.glossary.segments()
    return segments[0].source if segments else ""


def with_japanese_fonts(svg: str) -> str:
    """The picture with fonts that have Japanese and need not be fetched from anywhere, each text in its own cells."""
    for pattern, replacement in _REPLACEMENTS:
        svg = pattern.sub(replacement, svg)
    return _TEXT.sub(_placed, svg)


def _placed(match: re.Match[str]) -> str:
    """A text without the spaces around it, which some viewers do not draw, stretched or pressed into its cells."""
    name, x, y, length, text = match.groups()
    shown = text
    left = float(x)
    width = float(length)
    while shown.startswith(_SPACE):
        shown, left, width = shown.removeprefix(_SPACE), left + _CELL, width - _CELL
    while shown.endswith(_SPACE):
        shown, width = shown.removesuffix(_SPACE), width - _CELL
    if not shown:
        return ""
    place = f'x="{left:g}" y="{y}" textLength="{width:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{name}" {place}>{shown}</text>'


def main() -> None:
    """Write the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="write SVG pictures of the review terminal's screens")
    parser.add_argument("database", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--text", default="", help="what is looked up on the third screen")
    parser.add_argument("--row", type=int, default=1, help="which entry is shown on the first screen (default: 1)")
    parser.add_argument(
        "--translate", nargs=3, metavar=("DOCUMENT", "NUMBER", "TEXT"),
        help="the sentence that is being translated on the fourth screen, and what is written",
    )  # fmt: skip
    parser.add_argument("--size", default="100x30", help="columns x rows (default: 100x30)")
    arguments = parser.parse_args()
    columns, rows = (int(number) for number in arguments.size.split("x"))
    translating = None
    if arguments.translate:
        document, number, text = arguments.translate
        translating = Translating(document, int(number), text)
    shown = Shown(arguments.row, arguments.text, translating)
    write_pictures(arguments.database, arguments.folder, shown, size=(columns, rows))


if __name__ == "__main__":
    main()
