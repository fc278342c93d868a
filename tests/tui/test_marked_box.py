"""Places that are marked in a text box: where they are painted, and where they go while somebody types."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from rnk_gloss.model.span import Span
from rnk_gloss.tui.marked_box import MarkedBox


class _Boxed(App[None]):
    CSS = ".ink--changed { text-style: underline; } .ink--forbidden { text-style: strike; } TextArea { height: 8; }"

    def compose(self) -> ComposeResult:
        yield MarkedBox(id="box")


@asynccontextmanager
async def boxed(text: str, *marks: tuple[str, str], width: int = 40) -> AsyncIterator[tuple[Pilot[Any], MarkedBox]]:
    """A box with the text, and in it the parts marked in their inks."""
    app = _Boxed()
    async with app.run_test(size=(width, 10)) as pilot:
        box = app.query_one(MarkedBox)
        box.text = text
        box.move_cursor(box.document.end)
        box.mark(text, [(Span(text.index(part), text.index(part) + len(part)), ink) for part, ink in marks])
        await pilot.pause()
        yield pilot, box


def painted(box: MarkedBox, style: str = "underline") -> list[str]:
    """What is painted in this style, line by line."""
    lines = []
    for y in range(box.size.height):
        strip = box.render_line(y)
        assert strip.cell_length <= box.size.width
        lines.append("".join(one.text for one in strip if one.style is not None and getattr(one.style, style)))
    return [line for line in lines if line]


@pytest.mark.parametrize(
    ("text", "part", "width", "lines"),
    [
        pytest.param("All  barrels", "  ", 40, ["  "], id="空白"),
        pytest.param("The Ｗｉｎｅ cellar", "Ｗｉｎｅ", 40, ["Ｗｉｎｅ"], id="全角"),
        pytest.param("貯蔵庫のcellar", "cellar", 40, ["cellar"], id="全角の後"),
        pytest.param("葛󠄀城の樽 𠮷野 が 「cask", "「", 40, ["「"], id="異体字と結合文字の後"),
        pytest.param("one two three four five", "two three four", 14, ["two ", "three four"], id="折り返し"),
        pytest.param("first line\nsecond cask here", "cask", 40, ["cask"], id="二行目"),
        pytest.param("first cask\ncask", "cask\ncask", 40, ["cask", "cask"], id="二行にまたがる"),
    ],
)
async def test_what_is_marked_is_painted_so(text: str, part: str, width: int, lines: Sequence[str]) -> None:
    async with boxed(text, (part, "changed"), width=width) as (_, box):
        assert painted(box) == lines


async def test_each_mark_has_its_ink() -> None:
    async with boxed("tun and tuns", ("tun", "forbidden"), ("and", "changed")) as (_, box):
        assert painted(box) == ["and"]
        assert painted(box, "strike") == ["tun"]
        box.mark(box.text, [])
        assert not painted(box)
        assert not painted(box, "strike")


@pytest.mark.parametrize(
    ("place", "typed", "expected"),
    [
        pytest.param(0, "So ", ["casks"], id="前に書く"),
        pytest.param(len("The 12 casks are"), " all", ["casks"], id="後に書く"),
        pytest.param(len("The 12 ca"), "s", [], id="中に書く"),
        pytest.param(len("The 12 "), "樽", ["casks"], id="すぐ前に書く"),
    ],
)
async def test_a_mark_stays_with_its_word_while_the_text_around_it_changes(
    place: int, typed: str, expected: Sequence[str]
) -> None:
    async with boxed("The 12 casks are old", ("casks", "changed")) as (_, box):
        box.move_cursor((0, place))
        box.insert(typed)
        assert painted(box) == expected


async def test_a_text_that_is_emptied_has_no_marks() -> None:
    async with boxed("cask cask", ("cask", "changed")) as (_, box):
        box.text = ""
        assert not painted(box)
        box.text = "cask"
        assert painted(box) in ([], ["cask"])
