"""Choosing where a segment is cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from rnk_gloss import Glossary
from rnk_gloss.model.segment import Segment
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.tui.split_picker import SplitPicker
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, toasts

JAPANESE = "樽を開けた。香りを確かめ、色を見た。"
ENGLISH = "They opened the casks. They smelled the wine, and looked at it."


@pytest.fixture
def two_sentences(store: Path) -> Path:
    """The example glossary, with two sentences on each side of the segment that is the least sure."""
    with Glossary.open(store) as glossary:
        least = glossary.segment_ids(SegmentSelection(order=SegmentOrder.SCORE))[0]
        glossary.edit_segment(least, source=JAPANESE, target=ENGLISH)
    return store


def segments(path: Path) -> list[Segment]:
    with Glossary.open(path, create=False) as glossary:
        return glossary.segments(SegmentSelection(text="樽を開けた", order=SegmentOrder.DOCUMENT))


def halves(path: Path) -> list[tuple[str, str]]:
    with Glossary.open(path, create=False) as glossary:
        here = glossary.segments()
    place = next(place for place, one in enumerate(here) if one.source.startswith("樽を開け"))
    return [(one.source, one.target) for one in here[place : place + 2]]


def parts(pilot: Pilot[Any]) -> list[list[str]]:
    """The two parts as they are shown: for each the lines of text."""
    lines = sheet_text(pilot, "split").split("\n")
    cut = next(place for place, line in enumerate(lines) if set(line) == {"╌"})
    return [[" ".join(line.split()) for line in lines[2:cut]], [" ".join(line.split()) for line in lines[cut + 1 :]]]


async def test_the_likely_cut_is_shown_first_and_enter_cuts(two_sentences: Path) -> None:
    async with review(two_sentences, screen="segments") as pilot:
        await pilot.press("S")
        assert isinstance(pilot.app.screen, SplitPicker)
        assert parts(pilot) == [
            ["樽を開けた。 They opened the casks."],
            ["香りを確かめ、色を見た。 They smelled the wine, and looked at it."],
        ]
        await pilot.press("enter")
        await settle(pilot)
        assert rows_of(pilot).cursor == 0
        assert listed(pilot)[:2] == ["樽を開けた。", "香りを確かめ、色を見た。"]
        await pilot.press("u")
        await settle(pilot)
        assert listed(pilot)[0] == JAPANESE
        assert len(rows_of(pilot).keys) == 6, "what the split had made is gone from the list"
    assert [(one.source, one.target) for one in segments(two_sentences)] == [(JAPANESE, ENGLISH)]


@pytest.mark.parametrize(
    ("keys", "cut"),
    [
        pytest.param(["right"], (6, len(ENGLISH)), id="次の候補は末尾"),
        pytest.param(["l", "l", "l"], (6, len(ENGLISH)), id="末尾より先はない"),
        pytest.param(["left"], (6, 0), id="前の候補は先頭"),
        pytest.param(["shift+right", "shift+right"], (6, 24), id="一文字ずつ"),
        pytest.param(["H"], (6, 21), id="一文字戻る"),
        pytest.param(["tab", "L", "L", "L"], (9, 22), id="反対側"),
        pytest.param(["tab", "left", "space", "h"], (0, 0), id="両側"),
    ],
)
async def test_keys_move_the_cut(two_sentences: Path, keys: list[str], cut: tuple[int, int]) -> None:
    async with review(two_sentences, screen="segments") as pilot:
        await pilot.press("S", *keys)
        above, below = parts(pilot)
        expected = [
            f"{JAPANESE[: cut[0]] or '– nothing'} {ENGLISH[: cut[1]].strip() or '– nothing'}",
            f"{JAPANESE[cut[0] :] or '– nothing'} {ENGLISH[cut[1] :].strip() or '– nothing'}",
        ]
        numbers = str.maketrans("", "", "①② ")
        shown = ["".join(part).translate(numbers) for part in (above, below)]
        # Two sentences stand on two lines, each beside what is next to it on the other side.
        assert [sorted(text) for text in shown] == [sorted(text.translate(numbers)) for text in expected]


async def test_a_part_without_text_is_not_cut_off_and_esc_changes_nothing(two_sentences: Path) -> None:
    async with review(two_sentences, screen="segments") as pilot:
        await pilot.press("S", "left", "tab", "left", "enter")
        assert isinstance(pilot.app.screen, SplitPicker)
        assert "would have no text" in toasts(pilot)
        await pilot.press("escape")
        assert rows_of(pilot).has_focus
    assert [(one.source, one.target) for one in segments(two_sentences)] == [(JAPANESE, ENGLISH)]


async def test_a_sign_is_never_torn_apart(store: Path) -> None:
    family = "👨\u200d👩\u200d👧"
    with Glossary.open(store) as glossary:
        least = glossary.segment_ids(SegmentSelection(order=SegmentOrder.SCORE))[0]
        glossary.edit_segment(least, source=f"樽を開け{family}、葛\U000e0100𠮷へ", target="To them.")
    async with review(store, screen="segments") as pilot:
        await pilot.press("S", "tab", "left", *["L"] * 5, "enter")
        await settle(pilot)
    assert halves(store)[0][0] == f"樽を開け{family}"


async def test_the_cut_stays_in_sight_in_long_texts(store: Path) -> None:
    with Glossary.open(store) as glossary:
        least = glossary.segment_ids(SegmentSelection(order=SegmentOrder.SCORE))[0]
        glossary.edit_segment(least, source="樽を開けた。" * 200, target="They opened it. " * 200)
    async with review(store, screen="segments", size=(80, 24)) as pilot:
        await pilot.press("S")
        await pilot.pause()
        await press_quickly(pilot, *["l"] * 30)
        sheet = pilot.app.screen.query_one("#split")
        shown = [sheet.render_line(y).text for y in range(sheet.size.height)]
        assert any(set(line.strip()) == {"╌"} for line in shown)


async def test_a_segment_without_text_to_part_is_left_alone(store: Path) -> None:
    with Glossary.open(store) as glossary:
        least = glossary.segment_ids(SegmentSelection(order=SegmentOrder.SCORE))[0]
        glossary.edit_segment(least, source="樽", target="")
    async with review(store, screen="segments") as pilot:
        await pilot.press("S")
        assert "nothing to split" in toasts(pilot)
