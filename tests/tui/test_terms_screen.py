from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.widgets import Label

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Entry, Status, Usage
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.tui.queue_screen import QueueScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.text_input import TextInput
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, text_of, toasts, type_filter

SHOWN_AT_FIRST = ["貯蔵庫", "醸造責任者", "樽", "湿度", "収穫", "見学"]


def stored(path: Path) -> dict[str, Entry]:
    with Glossary.open(path, create=False) as glossary:
        return {entry.source: entry for entry in glossary.entries(glossary.entry_ids(EntrySelection()))}


async def test_each_decision_is_stored_at_once_and_the_cursor_goes_on(store: Path) -> None:
    async with review(store) as pilot:
        assert listed(pilot) == SHOWN_AT_FIRST
        await pilot.press("a")
        assert stored(store)["貯蔵庫"].status is Status.APPROVED
        await pilot.press("x")
        assert stored(store)["醸造責任者"].status is Status.REJECTED
        assert rows_of(pilot).cursor == 2
        await press_quickly(pilot, "k", "r")
        assert stored(store)["醸造責任者"].status is Status.CANDIDATE
        assert rows_of(pilot).cursor == 1, "a reopened entry is to be decided on now"
    assert stored(store)["貯蔵庫"].changed_by == "aki"


async def test_full_width_keys_do_the_same_and_other_japanese_keys_tell_why_they_do_nothing(store: Path) -> None:
    async with review(store) as pilot:
        await press_quickly(pilot, "２", "ａ", "ｘ", "あ", "い")
        assert toasts(pilot).count("Japanese input is on") == 1
    entries = stored(store)
    assert entries["貯蔵庫"].preferred == "storehouse"
    assert [entries[name].status for name in ("貯蔵庫", "醸造責任者")] == [Status.APPROVED, Status.REJECTED]


async def test_a_digit_makes_a_target_the_preferred_one(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("3")
        assert stored(store)["貯蔵庫"].preferred == "depot"
        # The preferred target is now the first.
        await pilot.press("2")
        usages = {target.text: target.usage for target in stored(store)["貯蔵庫"].targets}
        assert usages == {"cellar": Usage.PREFERRED, "storehouse": Usage.ADMITTED, "depot": Usage.ADMITTED}
        assert "▸ cellar" in sheet_text(pilot, "card")
        await pilot.press("9")
        await pilot.pause()
        assert "no target 9" in toasts(pilot)


async def test_each_digit_chooses_the_target_with_its_number(store: Path) -> None:
    with Glossary.open(store) as glossary:
        key = next(entry.id for entry in glossary.terms(everything=True) if entry.source == "貯蔵庫")
        for number in range(6):
            glossary.choose_target(key, f"vault {number}", Usage.ADMITTED)
    async with review(store) as pilot:
        for digit in range(1, 10):
            wanted = stored(store)["貯蔵庫"].targets[digit - 1].text
            await pilot.press(str(digit))
            await settle(pilot)
            assert stored(store)["貯蔵庫"].preferred == wanted


async def test_undo_and_redo_go_back_to_the_entry_that_they_change(store: Path) -> None:
    async with review(store) as pilot:
        await press_quickly(pilot, "a", "x", "down", "down", "u")
        assert stored(store)["醸造責任者"].status is Status.CANDIDATE
        assert rows_of(pilot).cursor == 1
        await pilot.press("u")
        assert stored(store)["貯蔵庫"].status is Status.CANDIDATE
        await pilot.press("U")
        assert stored(store)["貯蔵庫"].status is Status.APPROVED
        assert rows_of(pilot).cursor == 0
        await press_quickly(pilot, "U", "U")
        assert stored(store)["醸造責任者"].status is Status.REJECTED
        assert "nothing to redo" in toasts(pilot)


async def test_edit_stores_the_fields_that_were_changed(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("e")
        dialog = pilot.app.screen
        dialog.query_one("#reading", TextInput).value = "チョゾウコ"
        dialog.query_one("#targets", TextInput).value = "wine cellar； cellar"
        dialog.query_one("#forbidden", TextInput).value = "depot"
        # か and a voicing mark of its own, as macOS writes file names
        dialog.query_one("#note", TextInput).value = "か\u3099くにん"
        await pilot.press("enter")
        await settle(pilot)
        assert "wine cellar" in sheet_text(pilot, "card")
    entry = stored(store)["貯蔵庫"]
    assert (entry.reading, entry.note, entry.subject) == ("ちょぞうこ", "がくにん", "wine")
    assert {target.text: target.usage for target in entry.targets} == {
        "wine cellar": Usage.PREFERRED,
        "cellar": Usage.ADMITTED,
        "depot": Usage.FORBIDDEN,
    }, "what was taken out is removed"


async def test_leaving_a_dialog_and_an_impossible_edit_change_nothing(store: Path) -> None:
    before = stored(store)
    async with review(store) as pilot:
        await pilot.press("n", *"abc", "escape", "escape")
        await pilot.press("e")
        pilot.app.screen.query_one("#source", TextInput).value = " "
        pilot.app.screen.query_one("#note", TextInput).value = "忘れずに"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "a term cannot be empty" in str(pilot.app.screen.query_one("#dialog-error", Label).render())
        assert pilot.app.screen.query_one("#note", TextInput).value == "忘れずに", "what was typed is still there"
    assert stored(store) == before


FILTERS = {
    "責任": ["醸造責任者"],  # kanji, inside the term
    "ちょぞう": ["貯蔵庫"],
    "シツド": ["湿度"],
    "shuukaku": ["収穫"],
    "SHŪKAKU": ["収穫"],
    "ｔａｒｕ": ["樽"],
    "たる": ["樽"],  # a variant
    "barrel": ["樽"],
    "[/b]": [],
}


async def test_the_filter_finds_terms_however_they_are_typed(store: Path) -> None:
    found = {}
    async with review(store) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, TermsScreen)
        for typed in FILTERS:
            screen.filter_text = typed
            screen.reload()
            await settle(pilot)
            found[typed] = listed(pilot)
    assert found == FILTERS


async def test_filter_by_keys_keeps_the_place_and_escape_shows_everything_again(store: Path) -> None:
    async with review(store) as pilot:
        await type_filter(pilot, "湿")
        assert listed(pilot) == ["湿度"]
        await pilot.press("enter", "a")
        assert stored(store)["湿度"].status is Status.APPROVED, "after enter, keys are the list's again"
        await pilot.press("escape")
        await pilot.pause(0.2)
        await settle(pilot)
        assert listed(pilot) == [name for name in SHOWN_AT_FIRST if name != "湿度"]


async def test_status_order_and_later_change_what_is_listed(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("space")
        assert listed(pilot) == [*SHOWN_AT_FIRST[1:], SHOWN_AT_FIRST[0]]
        await pilot.press("s")
        await settle(pilot)
        assert listed(pilot) == [*SHOWN_AT_FIRST[1:], "係の者", SHOWN_AT_FIRST[0]], "all, also below the cut"
        order = []
        for _ in range(5):
            await pilot.press("o")
            await settle(pilot)
            order.append((listed(pilot)[0], (rows_of(pilot).border_subtitle or "").partition("· ")[2]))
        assert order[:3] == [
            ("醸造責任者", "most frequent first"),
            ("係の者", "by reading"),
            ("湿度", "by document"),
        ]
        assert [words for _, words in order[3:]] == ["last changed first", "best first"]
        assert listed(pilot)[-1] == SHOWN_AT_FIRST[0], "what was put off stays last"
        await press_quickly(pilot, "O", "O")
        await settle(pilot)
        assert "by document" in (rows_of(pilot).border_subtitle or "")
        await pilot.press("s")
        await settle(pilot)
        assert listed(pilot) == []
        assert "s shows others" in text_of(rows_of(pilot))


async def test_card_and_contexts_show_what_is_known(store: Path) -> None:
    async with review(store) as pilot:
        card = sheet_text(pilot, "card")
        for part in (
            "ちょぞうこ · chozouko",
            "candidate · noun · score 94",
            "3× in 1 document",
            " 2   storehouse",
            "of 3",
        ):
            assert part in card
        contexts = sheet_text(pilot, "contexts")
        assert "地下の貯蔵庫は一年中" in contexts
        assert "↳ The cellar below the house" in contexts
        await pilot.press("c")
        assert "香りと色を確かめてから、貯蔵庫の奥へ移す順番を決める。" in sheet_text(pilot, "contexts").replace(
            "\n  ", ""
        )


async def test_a_change_by_another_program_is_seen(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QueueScreen, "SECONDS_BETWEEN_CHECKS", 0.1)
    async with review(store) as pilot:
        with Glossary.open(store) as other:
            other.decide([rows_of(pilot).keys[1]], Status.REJECTED)
        await pilot.pause(0.3)
        await settle(pilot)
        assert "醸造責任者" not in listed(pilot)


async def test_an_empty_glossary_says_how_to_fill_it(tmp_path: Path) -> None:
    Glossary.open(tmp_path / "new.db").close()
    async with review(tmp_path / "new.db", size=(80, 24)) as pilot:
        assert "rnk-gloss extract" in text_of(rows_of(pilot))
        await press_quickly(pilot, "a", "x", "e", "1", "u", "space", "c")
        assert "Nothing is left to undo" in toasts(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "no aligned segments" in text_of(rows_of(pilot))


async def test_keys_that_come_faster_than_the_card_is_drawn_meet_the_entry_under_the_cursor(store: Path) -> None:
    async with review(store) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, TermsScreen)
        rows_of(pilot).move_to(2)
        screen.action_choose(2)
        rows_of(pilot).move_to(1)
        screen.action_note()
        await pilot.pause()
        pilot.app.screen.query_one("#note", TextInput).value = "家の人に聞く"
        await pilot.press("enter")
    entries = stored(store)
    assert entries["樽"].preferred == "cask"
    assert {name for name, entry in entries.items() if entry.note} == {"醸造責任者"}


async def test_a_range_is_decided_and_undone_as_one(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("down", "v", "down", "down", "a")
        entries = stored(store)
        approved = [name for name in SHOWN_AT_FIRST if entries[name].status is Status.APPROVED]
        assert approved == ["醸造責任者", "樽", "湿度"]
        assert rows_of(pilot).cursor == 4
        assert rows_of(pilot).range_start is None
        await pilot.press("u")
        assert not any(entry.status is Status.APPROVED for entry in stored(store).values())
        assert rows_of(pilot).cursor == 1


async def test_a_range_is_left_with_escape_and_can_be_put_off(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("v", "down", "escape", "a")
        assert [name for name, entry in stored(store).items() if entry.status is Status.APPROVED] == ["醸造責任者"]
        await pilot.press("g", "v", "down", "space")
        assert listed(pilot)[-2:] == ["貯蔵庫", "醸造責任者"]
        assert rows_of(pilot).cursor == 0


async def test_undo_leaves_alone_what_others_did_and_refuses_where_they_changed_the_same(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("u")
        assert "Nothing is left to undo" in toasts(pilot)
        await pilot.press("a", "x")
        with Glossary.open(store, author="ken") as other:
            keys = {entry.source: entry.id for entry in stored(store).values()}
            other.decide([keys["樽"]], Status.APPROVED)
            other.decide([keys["貯蔵庫"]], Status.REJECTED)
        await pilot.press("u")
        entries = stored(store)
        assert entries["醸造責任者"].status is Status.CANDIDATE
        assert entries["樽"].status is Status.APPROVED
        await pilot.press("u")
        assert "was changed since" in toasts(pilot)
        assert stored(store)["貯蔵庫"].status is Status.REJECTED


async def test_what_another_program_did_before_our_decision_is_shown(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QueueScreen, "SECONDS_BETWEEN_CHECKS", 0.05)
    async with review(store) as pilot:
        with Glossary.open(store, author="ken") as other:
            other.decide([other.entry_ids(EntrySelection())[3]], Status.APPROVED)
        await pilot.press("a")
        await pilot.pause(0.2)
        await settle(pilot)
        assert "湿度" not in listed(pilot)


async def test_what_is_typed_right_after_the_key_of_the_filter_is_text_and_no_decision(store: Path) -> None:
    async with review(store) as pilot:
        await press_quickly(pilot, "slash", "a", "x")
        await pilot.press("slash", "e")
        await settle(pilot)
        assert pilot.app.screen.query_one("#filter", TextInput).value == "ax/e"
        assert {entry.status for entry in stored(store).values()} == {Status.CANDIDATE}


async def test_what_is_loaded_for_good_is_not_looked_through_for_waste_in_the_middle_of_a_key(store: Path) -> None:
    # It is done once in a process, and other tests were here before.
    gc.unfreeze()
    async with review(store):
        # The dictionary of romaji alone is a quarter of a million objects.
        assert len(gc.get_objects()) < 200_000 < gc.get_freeze_count()
