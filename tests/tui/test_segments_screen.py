from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from rnk_gloss import Glossary
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Segment
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, text_of, toasts, type_filter


def stored(path: Path) -> list[Segment]:
    with Glossary.open(path, create=False) as glossary:
        return glossary.segments()


async def in_document_order(pilot: Pilot[Any]) -> None:
    await pilot.press("o")
    await settle(pilot)
    await pilot.press("home")


async def test_decisions_are_stored_and_undone(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await press_quickly(pilot, "a", "x")
        assert [one.status for one in stored(store)[:3]] == [Status.APPROVED, Status.REJECTED, Status.CANDIDATE]
        await pilot.press("u")
        assert stored(store)[1].status is Status.CANDIDATE
        assert rows_of(pilot).cursor == 1
        await pilot.press("U")
        assert stored(store)[1].status is Status.REJECTED


async def test_a_segment_without_english_cannot_be_approved(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await pilot.press("]", "]")
        assert rows_of(pilot).cursor == 4
        await pilot.press("a")
        await pilot.pause()
        assert "has no target" in toasts(pilot)
        assert rows_of(pilot).cursor == 4, "it is still to be decided on"
        assert stored(store)[4].status is Status.CANDIDATE


async def test_flagged_segments_are_visited_forwards_and_backwards(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        visited = []
        for key in ("]", "]", "]", "]", "[", "["):
            await pilot.press(key)
            visited.append(rows_of(pilot).cursor)
        assert visited == [2, 4, 5, 5, 4, 2]
        assert "number differs" in sheet_text(pilot, "segment")


async def test_both_texts_can_be_edited(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await pilot.press("G", "e")
        pilot.app.screen.query_one("#source", TextArea).text = "樽か\u3099届いた。"
        pilot.app.screen.query_one("#target", TextArea).text = "The barrels have come."
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "The barrels have come." in sheet_text(pilot, "segment")
    assert (stored(store)[-1].source, stored(store)[-1].target) == ("樽が届いた。", "The barrels have come.")


async def test_two_texts_stand_side_by_side_and_wrap_by_japanese_rules(store: Path) -> None:
    async with review(store, screen="segments", size=(80, 24)) as pilot:
        await in_document_order(pilot)
        await pilot.press("G")
        lines = sheet_text(pilot, "segment").split("\n")[2:]
        left = [line.split("   ")[0] for line in lines]
        assert "".join(left) == stored(store)[-1].source
        assert not [line for line in left if line.startswith(("、", "。"))]
        assert "When the season is over" in lines[0]


async def test_views_and_filter_choose_what_is_listed(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("s")
        await settle(pilot)
        assert [text[:2] for text in listed(pilot)] == ["見学", "樽の", "収穫"], "flagged, the least sure first"
        await pilot.press("s")
        await in_document_order(pilot)
        assert listed(pilot)[0].startswith("地下")
        await type_filter(pilot, "HUMIDITY")
        assert listed(pilot) == ["貯蔵庫の湿度は毎朝、係の者が記録します。"]
        assert "◐ 71" not in text_of(rows_of(pilot))


async def test_segments_are_merged_and_split_where_they_stand_in_the_list(store: Path) -> None:
    before = stored(store)
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert stored(store)[0].source == before[0].source + before[1].source
        assert len(rows_of(pilot).keys) == len(before) - 1
        assert rows_of(pilot).cursor == 0
        assert before[1].source[-6:] in sheet_text(pilot, "segment").replace("\n", "")
        await pilot.press("S", "enter")
        await settle(pilot)
        assert [one.source for one in stored(store)] == [one.source for one in before]
        assert listed(pilot) == [one.source for one in before]
        await pilot.press("u", "u")
        await settle(pilot)
        assert [(one.id, one.source, one.score) for one in stored(store)] == [
            (one.id, one.source, one.score) for one in before
        ]


async def test_the_least_sure_stays_under_the_cursor_when_it_is_mended(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        first = listed(pilot)[0]
        await pilot.press("m")
        await settle(pilot)
        assert rows_of(pilot).cursor == 0
        assert listed(pilot)[0].startswith(first)
        await pilot.press("a")
        assert rows_of(pilot).cursor == 1


async def test_a_sentence_moves_to_the_neighbour(store: Path) -> None:
    before = stored(store)
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await pilot.press("J")
        await settle(pilot)
        assert (stored(store)[0].target, stored(store)[1].target) == ("", f"{before[0].target} {before[1].target}")
        await pilot.press("u", "down", "h", "K")
        await settle(pilot)
        assert stored(store)[0].source == before[0].source + before[1].source
        await pilot.press("u", "home", "K")
        await settle(pilot)
        assert "is the first one" in toasts(pilot)
        assert [one.source for one in stored(store)] == [one.source for one in before]


async def test_what_is_sure_is_approved_together(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("A")
        await settle(pilot)
        sure = {one.source for one in stored(store) if one.status is Status.APPROVED}
        assert sure == {one.source for one in stored(store) if one.score >= 90 and not one.flags and one.target}
        assert sure
        assert f"{len(sure)} segments approved" in toasts(pilot)
        await pilot.press("u")
        assert not [one for one in stored(store) if one.status is Status.APPROVED]


async def test_a_document_is_aligned_anew_in_the_background(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.service.workspace._shared", [Lexicon.none()])
    async with review(store, screen="segments") as pilot:
        await in_document_order(pilot)
        await pilot.press("m", "a", "R")
        await settle(pilot)
        assert "1 kept as decided" in toasts(pilot)
        assert stored(store)[0].status is Status.APPROVED


async def test_later_reopen_and_the_sides_by_arrows(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        first = listed(pilot)[0]
        await pilot.press("space")
        assert listed(pilot)[-1] == first
        await pilot.press("x", "up", "r")
        assert {one.status for one in stored(store)} == {Status.CANDIDATE}
        await pilot.press("left")
        assert "▸ Japanese" in sheet_text(pilot, "segment")
        await pilot.press("question_mark")
        await pilot.pause()
        assert "split this segment: choose the places in both texts" in sheet_text(pilot, "keys")
        assert "show the segments of one document" in sheet_text(pilot, "keys")
