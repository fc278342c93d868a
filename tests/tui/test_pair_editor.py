"""Editing the two texts of a segment: in place, in an editor of one's own, and while others change them."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from rnk_gloss import Glossary
from rnk_gloss.model.segment import Segment
from rnk_gloss.model.selection import SegmentOrder, SegmentSelection
from rnk_gloss.tui.pair_editor import PairEditor
from tests.tui.running import press_quickly, review, rows_of, settle, sheet_text, text_of, toasts


def least_sure(path: Path) -> Segment:
    with Glossary.open(path, create=False) as glossary:
        return glossary.segments(SegmentSelection(order=SegmentOrder.SCORE))[0]


def box(pilot: Pilot[Any], side: str) -> TextArea:
    return pilot.app.screen.query_one(f"#{side}", TextArea)


def is_open(pilot: Pilot[Any]) -> bool:
    return bool(pilot.app.screen.query_one(PairEditor).display)


async def test_the_chosen_side_is_edited_first_and_ctrl_s_stores(store: Path) -> None:
    before = least_sure(store)
    async with review(store, screen="segments") as pilot:
        await pilot.press("e")
        assert box(pilot, "target").has_focus
        await pilot.press(*"Please", "tab", *"ぜひ電話")
        assert box(pilot, "source").has_focus
        footer = " ".join(key.description for key in pilot.app.screen.query("FooterKey"))  # type: ignore[attr-defined]
        assert "store" in footer
        assert "approve" not in footer, "letters are text now"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not is_open(pilot)
        assert rows_of(pilot).has_focus
        assert "Please" in sheet_text(pilot, "segment")
        assert "Please" in text_of(rows_of(pilot))
        after = least_sure(store)
        assert (after.source, after.target) == (f"{before.source}ぜひ電話", "Please")
        assert after.edited
        await pilot.press("u")
        await settle(pilot)
        assert "Undid" in toasts(pilot)
    assert least_sure(store) == before


async def test_h_chooses_the_japanese_side(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        assert "▸ English" in sheet_text(pilot, "segment")
        await pilot.press("h")
        assert "▸ Japanese" in sheet_text(pilot, "segment")
        assert "▸見学" in text_of(rows_of(pilot))
        await pilot.press("e")
        assert box(pilot, "source").has_focus
        await pilot.press("escape", "right")
        assert "▸ English" in sheet_text(pilot, "segment")


async def test_what_was_typed_is_kept_until_it_is_stored_or_taken_back(store: Path) -> None:
    before = least_sure(store)
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call", "escape")
        assert least_sure(store) == before
        assert "draft" in str(pilot.app.screen.query_one("#segment").border_title)
        assert "is kept" in toasts(pilot)
        await pilot.press("e")
        assert box(pilot, "target").text == "Call"
        await pilot.press("escape", "down")
        assert "draft" not in str(pilot.app.screen.query_one("#segment").border_title)
        await pilot.press("up", "e")
        assert box(pilot, "target").text == "Call"
        await pilot.press("ctrl+r")
        assert not box(pilot, "target").text
        await pilot.press("escape")
        assert "draft" not in str(pilot.app.screen.query_one("#segment").border_title)
    assert least_sure(store) == before


async def test_a_click_on_another_segment_keeps_what_was_typed(store: Path) -> None:
    key = least_sure(store).id
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call")
        await pilot.click("#list", offset=(10, 3))
        assert rows_of(pilot).key != key
        assert not is_open(pilot)
        assert "is kept" in toasts(pilot)
        rows_of(pilot).move_to_key(key)
        await pilot.pause()
        await pilot.press("e")
        assert box(pilot, "target").text == "Call"
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert least_sure(store).target == "Call"


async def test_who_leaves_is_told_once_what_is_not_stored(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call", "ctrl+q")
        assert "not stored yet" in toasts(pilot)
        assert pilot.app.return_code is None
        await pilot.press("escape", "f2", "q")
        assert pilot.app.return_code == 0


async def test_who_has_typed_nothing_leaves_at_once(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", "ctrl+q")
        assert pilot.app.return_code == 0


async def test_a_text_that_somebody_changed_meanwhile_is_shown_before_it_is_written_over(store: Path) -> None:
    key = least_sure(store).id
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call")
        with Glossary.open(store, create=False) as other:
            other.edit_segment(key, target="By phone, please.")
        pilot.app.screen.refresh_if_changed()  # type: ignore[attr-defined]
        await settle(pilot)
        assert is_open(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "By phone, please." in toasts(pilot)
        assert is_open(pilot)
        assert least_sure(store).target == "By phone, please."
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not is_open(pilot)
    assert least_sure(store).target == "Call"


async def test_the_other_side_may_be_changed_by_others_at_the_same_time(store: Path) -> None:
    before = least_sure(store)
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call")
        with Glossary.open(store, create=False) as other:
            other.edit_segment(before.id, source="見学は電話で。")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not is_open(pilot)
    assert (least_sure(store).source, least_sure(store).target) == ("見学は電話で。", "Call")


async def test_a_segment_that_goes_away_while_it_is_edited_takes_no_text_with_it(store: Path) -> None:
    key = least_sure(store).id
    with Glossary.open(store, create=False) as glossary:
        before = glossary.segments()
    place = [one.id for one in before].index(key)
    async with review(store, screen="segments") as pilot:
        await pilot.press("e", *"Call")
        with Glossary.open(store, create=False) as other:
            other.merge_segments([before[place - 1].id, key])
        pilot.app.screen.refresh_if_changed()  # type: ignore[attr-defined]
        await settle(pilot)
        assert key not in rows_of(pilot).keys
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "there is no segment" in toasts(pilot)
        assert is_open(pilot)
        assert box(pilot, "target").text == "Call"
        await pilot.press("escape")
        assert is_open(pilot)
        assert "esc again" in toasts(pilot)
        await pilot.press("escape")
        assert not is_open(pilot)


async def test_the_editor_of_ones_own_gets_both_texts(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/見学/ご見学/; s/^# English$/# English\\nBy phone./" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    async with review(store, screen="segments") as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await pilot.press("E")
        await settle(pilot)
        assert "By phone." in sheet_text(pilot, "segment")
        after = least_sure(store)
        assert (after.source[:3], after.target) == ("ご見学", "By phone.")
        seen = tmp_path / "seen"
        editor.write_text(f'#!/bin/sh\nsed -i "1d" "$1"; cat "$1" >> "{seen}"\n')
        await pilot.press("E")
        await pilot.pause()
        assert "headings" in toasts(pilot)
        assert seen.read_text().count("ご見学") == 3, "what was typed is there again each time"
        await pilot.press("u")
    assert least_sure(store).target == ""


async def test_keys_that_decide_are_text_while_a_text_is_edited(store: Path) -> None:
    before = least_sure(store)
    async with review(store, screen="segments") as pilot:
        await pilot.press("e")
        await press_quickly(pilot, *"axmSJKuRA")
        assert box(pilot, "target").text == "axmSJKuRA"
        await pilot.press("escape")
    assert least_sure(store) == before
