"""Each key of the terms screen beside those that approve, reject and undo: one key, one operation, undone by one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Label

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Entry, LikenessKind, Status, Usage
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.service.filter_language import filtered
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.store.likenesses import FoundLikeness, put_likenesses
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.dialogs import FieldsDialog
from rnk_gloss.tui.painting import InkView
from rnk_gloss.tui.picker import Picker
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.remark import Remark
from rnk_gloss.tui.rows import RowList
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.text_input import TextInput
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, text_of, toasts, type_filter


def stored(path: Path) -> dict[str, Entry]:
    with Glossary.open(path, create=False) as glossary:
        return {entry.source: entry for entry in glossary.entries(glossary.entry_ids(EntrySelection()))}


@contextmanager
def another_program(path: Path) -> Iterator[tuple[Glossary, dict[str, int]]]:
    keys = {source: entry.id for source, entry in stored(path).items()}
    with Glossary.open(path, author="ken") as other:
        yield other, keys


def ask(path: Path, one: str, other: str) -> None:
    """Let an extraction ask whether two entries are one term."""
    with another_program(path) as (glossary, keys), glossary.workspace.writing("extract") as writer:
        put_likenesses(writer, [FoundLikeness(keys[one], keys[other], LikenessKind.SPELLING, "test", 0.6)])


async def test_a_reason_is_asked_for_and_known_reasons_have_numbers(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("X")
        await pilot.press(*"一般語", "enter")
        await settle(pilot)
        assert stored(store)["貯蔵庫"].reason == "一般語"
        assert rows_of(pilot).cursor == 1
        await pilot.press("v", "down", "X")
        await settle(pilot)
        await pilot.press("１")
        await settle(pilot)
        entries = stored(store)
        assert [entries[name].reason for name in ("醸造責任者", "樽")] == ["一般語", "一般語"]
        assert rows_of(pilot).cursor == 3
        await pilot.press("u")
        assert [stored(store)[name].status for name in ("醸造責任者", "樽")] == [Status.CANDIDATE] * 2
        await pilot.press("X", "escape")
    assert stored(store)["湿度"].status is Status.CANDIDATE, "leaving the question rejects nothing"


async def test_a_subject_is_chosen_or_new_for_a_range_too(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("v", "down", "d")
        await settle(pilot)
        await pilot.press(*"醸造", "enter")
        await settle(pilot)
        entries = stored(store)
        assert [entries[name].subject for name in ("貯蔵庫", "醸造責任者", "樽")] == ["醸造", "醸造", "wine"]
        assert rows_of(pilot).range_start is None
        # The subjects in use, the most frequent first, then none.
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert stored(store)["醸造責任者"].subject == ""
        await pilot.press("u", "u")
        assert {entry.subject for entry in stored(store).values()} == {"wine"}


async def test_english_is_forbidden_by_number_or_typed_and_allowed_again(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("!")
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert stored(store)["貯蔵庫"].forbidden == ("storehouse",)
        assert "✘ storehouse" in sheet_text(pilot, "card")
        await pilot.press("！")
        await settle(pilot)
        await pilot.press(*"cell", "enter")
        await settle(pilot)
        assert stored(store)["貯蔵庫"].forbidden == ("storehouse", "cell"), "not cellar, which was there"
        await pilot.press("!")
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert stored(store)["貯蔵庫"].forbidden == ("cell",)
        await press_quickly(pilot, "u", "u", "u")
    assert stored(store)["貯蔵庫"].forbidden == ()


async def test_an_entry_becomes_a_variant_of_another(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("down", "m")
        await settle(pilot)
        await pilot.press(*"taru")
        await settle(pilot)
        picker = pilot.app.screen
        assert "醸造責任者 (head winemaker)" in sheet_text(pilot, "picker-about")
        assert "樽 (barrel)" in sheet_text(pilot, "picker-about")
        assert isinstance(picker, Picker)
        await pilot.press("enter")
        await settle(pilot)
        entries = stored(store)
        assert "醸造責任者" not in entries
        assert "醸造責任者" in [variant.text for variant in entries["樽"].variants]
        assert listed(pilot) == ["貯蔵庫", "樽", "湿度", "収穫", "見学"]
        assert rows_of(pilot).cursor == 1
        await pilot.press("u")
        await settle(pilot)
        assert listed(pilot)[rows_of(pilot).cursor] == "醸造責任者"
    assert "醸造責任者" in stored(store)


async def test_a_range_is_merged_as_one_operation(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("down", "down", "v", "down", "down", "m")
        await settle(pilot)
        await pilot.press(*"貯蔵", "enter")
        await settle(pilot)
        assert listed(pilot) == ["貯蔵庫", "醸造責任者", "見学"]
        assert len(stored(store)["貯蔵庫"].variants) >= 3
        await pilot.press("u")
        await settle(pilot)
    assert {"樽", "湿度", "収穫"} <= set(stored(store))


async def test_what_an_extraction_asks_comes_first_and_can_be_answered_with_no(store: Path) -> None:
    ask(store, "貯蔵庫", "見学")
    async with review(store) as pilot:
        assert "one term with 見学?" in sheet_text(pilot, "card")
        await pilot.press("m")
        await settle(pilot)
        rows = pilot.app.screen.query_one("#picker-list", RowList)
        assert rows.row is not None
        assert rows.row.source == "見学"
        await pilot.press("escape", "K")
        await pilot.pause()
        assert "見学" not in sheet_text(pilot, "card")
        assert "two terms" in toasts(pilot)
        await pilot.press("K")
        assert "Nobody asks" in toasts(pilot)
        await pilot.press("u")
        assert "one term with 見学?" in sheet_text(pilot, "card")


async def test_the_merge_waits_for_the_list_of_what_was_typed(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(selection: EntrySelection, typed: str) -> EntrySelection:
        time.sleep(0.3)
        return filtered(selection, typed)

    monkeypatch.setattr("rnk_gloss.tui.entry_picker.filtered", slowly)
    async with review(store) as pilot:
        await pilot.press("m")
        await settle(pilot)
        # Enter comes before the thread has found anything.
        pilot.app.screen.query_one(TextInput).value = "湿度"
        await press_quickly(pilot, "enter")
        await settle(pilot)
    assert "貯蔵庫" in [variant.text for variant in stored(store)["湿度"].variants]


async def test_the_english_to_use_is_written_at_once(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("w")
        await settle(pilot)
        await pilot.press(*"wine cellar", "enter")
        await settle(pilot)
        assert "▸ wine cellar" in sheet_text(pilot, "card")
        assert rows_of(pilot).cursor == 0
        await pilot.press("w")
        await settle(pilot)
        await pilot.press("7")
        assert "there is no 7" in str(pilot.app.screen.query_one("#picker").border_subtitle)
        await pilot.press("escape", "u")
    assert stored(store)["貯蔵庫"].preferred == "cellar"


async def test_the_reading_has_a_dialog_of_its_own(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("R")
        box = pilot.app.screen.query_one("#reading", TextInput)
        assert box.value == "ちょぞうこ"
        box.value = "チョゾウグラ"
        await pilot.press("enter")
        await settle(pilot)
        assert "ちょぞうぐら · chozougura" in sheet_text(pilot, "card")
    assert stored(store)["貯蔵庫"].reading == "ちょぞうぐら"


async def test_term_and_target_are_copied(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == "貯蔵庫\tcellar"
        await pilot.press("end", "y")
        assert pilot.app.clipboard == "見学"


async def test_a_digit_approves_and_goes_on_where_that_is_set(store: Path) -> None:
    async with review(store, preferences=Preferences(choose_approves=True)) as pilot:
        await pilot.press("2", "1")
        entries = stored(store)
        assert (entries["貯蔵庫"].preferred, entries["貯蔵庫"].status) == ("storehouse", Status.APPROVED)
        assert entries["醸造責任者"].status is Status.APPROVED
        assert rows_of(pilot).cursor == 2
        await pilot.press("u", "u")
        assert rows_of(pilot).cursor == 0
    entry = stored(store)["貯蔵庫"]
    assert (entry.status, entry.preferred) == (Status.CANDIDATE, "cellar"), "both were one operation"


async def test_tab_and_brackets_turn_the_contexts(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.tui.terms_screen.PAGE", 2)
    async with review(store) as pilot:
        pane = pilot.app.screen.query_one("#contexts")
        assert "1–2 of 3" in (pane.border_title or "")
        assert "cellar in 3 of 3 translations" in (pane.border_subtitle or "")
        assert "湿度は毎朝" in sheet_text(pilot, "contexts")
        await pilot.press("right_square_bracket", "tab")
        assert "3–3 of 3" in (pane.border_title or "")
        contexts = sheet_text(pilot, "contexts")
        assert "湿度は毎朝" not in contexts
        assert "cellar.ja.txt" in contexts, "whole sentences, with their document"
        await pilot.press("]")
        assert "last page" in toasts(pilot)
        await pilot.press("[", "[", "c")
        assert "first page" in toasts(pilot)
        assert "1–2 of 3" in (pane.border_title or "")


async def test_the_card_has_all_evidence_where_it_is_asked_for(store: Path) -> None:
    async with review(store) as pilot:
        assert "frequency: stands 3 times" not in sheet_text(pilot, "card")
        await pilot.press("i")
        assert "frequency: stands 3 times" in sheet_text(pilot, "card")


async def test_the_card_tells_what_was_done_last_and_not_what_was_undone(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("1", "n")
        pilot.app.screen.query_one("#note", TextInput).value = "確認済み"
        await pilot.press("enter")
        await settle(pilot)
        card = sheet_text(pilot, "card")
        assert "edit entry 1, aki" in card
        assert "mark preferred in entry 1" in card
        await pilot.press("u")
        await settle(pilot)
        assert "edit entry" not in sheet_text(pilot, "card")


async def test_what_is_wrong_with_a_filter_is_said_and_the_list_stays(store: Path) -> None:
    async with review(store) as pilot:
        await type_filter(pilot, "score:>70 湿")
        assert listed(pilot) == ["湿度"]
        # At once, as pasted: the list may follow a beginning of what is typed, and no entry has an h.
        pilot.app.screen.query_one(Input).insert_text_at_cursor(" has:x")
        await pilot.pause(0.2)
        await settle(pilot)
        remark = pilot.app.screen.query_one(Remark)
        assert "note, english, variant, question" in text_of(remark)
        assert listed(pilot) == ["湿度"]
        await pilot.press("escape")
        await pilot.pause(0.2)
        await settle(pilot)
        assert not remark.display
        await type_filter(pilot, "status：approved")
        assert listed(pilot) == []
        assert "s looks among others" in text_of(rows_of(pilot))


NASTY = "閉じ[/注]る [a=1, b]"


async def test_terms_and_targets_are_shown_as_they_are_in_titles_pickers_and_frames(store: Path) -> None:
    with another_program(store) as (other, keys):
        other.edit_entry(keys["樽"], EntryEdit(source=NASTY, targets=(NASTY,)))
    async with review(store) as pilot:
        await pilot.press("down", "down")
        pane = pilot.app.screen.query_one("#contexts")
        assert NASTY in Content.from_markup(pane.border_subtitle or "").plain
        for key in "!wRm":
            await pilot.press(key)
            await settle(pilot)
            views = pilot.app.screen.query(InkView)
            assert all(view.render_line(y).text.isprintable() for view in views for y in range(view.size.height))
            if key == "!":
                frame = pilot.app.screen.query_one("#picker")
                assert NASTY in Content.from_markup(frame.border_title or "").plain
                assert NASTY in text_of(pilot.app.screen.query_one("#picker-list", RowList))
            if key == "m":
                await pilot.press(*"score:[/b]")
                await settle(pilot)
                frame = pilot.app.screen.query_one("#picker")
                assert "score: needs a number" in Content.from_markup(frame.border_subtitle or "").plain
            await pilot.press("escape")
        await pilot.press("y")
        assert NASTY in toasts(pilot)


UseEditor = Callable[[str], None]


@pytest.fixture
def use_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UseEditor:
    """Makes a shell script the user's editor; `$1` is the file, `$count` says how often it was called."""
    monkeypatch.setattr(ReviewApp, "suspend", lambda _app: nullcontext())

    def use(script: str) -> None:
        path, counter = tmp_path / "editor.sh", tmp_path / "count"
        head = f'#!/bin/sh\necho x >> "{counter}"\ncount=$(wc -l < "{counter}")\ncp "$1" "{tmp_path}/seen-$((count))"\n'
        path.write_text(head + script, encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(path))

    return use


async def edit_outside(pilot: Any) -> None:
    await pilot.press("E")
    await settle(pilot)


async def test_an_entry_is_edited_in_an_editor_of_ones_own(store: Path, use_editor: UseEditor) -> None:
    use_editor(
        "sed -i 's/^english: depot$/forbidden： depot/; s/^note:.*/note: 一行目\\nnote: 二行目/' \"$1\"\n"
        "sed -i '/storehouse/d' \"$1\"\n"
    )
    async with review(store) as pilot:
        await edit_outside(pilot)
        assert "一行目" in sheet_text(pilot, "card")
        entry = stored(store)["貯蔵庫"]
        assert entry.note == "一行目\n二行目"
        assert [(target.text, target.usage) for target in entry.targets] == [
            ("cellar", Usage.PREFERRED),
            ("depot", Usage.FORBIDDEN),
        ]
        await pilot.press("u")
    assert [target.text for target in stored(store)["貯蔵庫"].targets] == ["cellar", "storehouse", "depot"]


async def test_a_mistake_opens_the_editor_again_with_the_message(
    store: Path, use_editor: UseEditor, tmp_path: Path
) -> None:
    use_editor(
        'case $count in 1) echo "colour: red" >> "$1";;\n'
        '2) sed -i "/^colour/d; s/^subject:.*/subject: 酒/" "$1";; esac\n'
    )
    async with review(store) as pilot:
        await edit_outside(pilot)
    assert stored(store)["貯蔵庫"].subject == "酒"
    again = (tmp_path / "seen-2").read_text(encoding="utf-8")
    assert "#! colour is no field" in again
    assert "colour: red" in again, "what was typed is there"


async def test_an_editor_that_changes_nothing_stores_nothing(store: Path, use_editor: UseEditor) -> None:
    before = stored(store)
    use_editor("true\n")
    async with review(store) as pilot:
        await edit_outside(pilot)
        await pilot.press("u")
        assert "Nothing is left to undo" in toasts(pilot)
    assert stored(store) == before


async def test_without_an_editor_a_message_says_how_to_name_one(
    store: Path, use_editor: UseEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewApp, "suspend", lambda _app: nullcontext())
    monkeypatch.setenv("VISUAL", "no-such-editor")
    async with review(store) as pilot:
        await edit_outside(pilot)
        assert "EDITOR" in toasts(pilot)


async def test_an_edit_that_crosses_another_one_is_told_and_saved_by_saving_again(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("n")
        pilot.app.screen.query_one("#note", TextInput).value = "こちらの注"
        with another_program(store) as (other, keys):
            other.edit_entry(keys["貯蔵庫"], EntryEdit(note="あちらの注"))
        await pilot.press("enter")
        await pilot.pause()
        error = pilot.app.screen.query_one("#dialog-error", Label)
        assert "あちらの注" in str(error.render())
        assert "by ken" in str(error.render())
        assert stored(store)["貯蔵庫"].note == "あちらの注"
        await pilot.press("enter")
        await settle(pilot)
        assert stored(store)["貯蔵庫"].note == "こちらの注"
        await pilot.press("u")
    assert stored(store)["貯蔵庫"].note == "あちらの注"


async def test_an_entry_that_another_program_merged_away_is_told_and_what_was_typed_stays(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("n")
        box = pilot.app.screen.query_one("#note", TextInput)
        box.value = "長い注"
        with another_program(store) as (other, keys):
            other.merge(keys["樽"], [keys["貯蔵庫"]])
        await pilot.press("enter")
        await pilot.pause()
        words = str(pilot.app.screen.query_one("#dialog-error", Label).render())
        assert "merge 1 into entry" in words
        assert "by ken" in words
        assert box.value == "長い注"
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TermsScreen)


async def test_where_others_write_meanwhile_the_cursor_stays_on_its_entry_and_its_line(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with review(store) as pilot:
        await pilot.press("a", "a", "v", "down")
        with another_program(store) as (other, keys):
            other.decide([keys["見学"]], Status.REJECTED)
        screen = pilot.app.screen
        assert isinstance(screen, TermsScreen)
        screen.refresh_if_changed()
        await settle(pilot)
        assert listed(pilot) == ["樽", "湿度", "収穫"], "what was decided is left out when the list is read again"
        rows = rows_of(pilot)
        assert (rows.range_start, rows.cursor) == (0, 1), "the range is still that of 樽 and 湿度"
        with another_program(store) as (other, keys):
            other.decide([keys["湿度"]], Status.REJECTED)
        screen.refresh_if_changed()
        await settle(pilot)
        assert listed(pilot)[rows.cursor] == "収穫", "the next one, where the entry itself is gone"


async def test_an_empty_list_says_why_its_keys_do_nothing(tmp_path: Path) -> None:
    Glossary.open(tmp_path / "new.db").close()
    async with review(tmp_path / "new.db", size=(80, 24)) as pilot:
        await pilot.press(*"Xd!mKRwEyi[]oOnvrU", "tab", "space", "1")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TermsScreen)
        assert "There is nothing here" in toasts(pilot)


def is_dialog_open(pilot: Pilot[Any]) -> bool:
    return isinstance(pilot.app.screen, FieldsDialog)


@pytest.mark.parametrize("key", ["R", "e"], ids=["読み", "全体"])
async def test_a_dialog_drops_what_was_typed_only_when_asked_twice(store: Path, key: str) -> None:
    async with review(store) as pilot:
        await pilot.press(key, "escape")
        assert not is_dialog_open(pilot), "nothing was typed"
        await pilot.press(key, *"か", "escape")
        assert is_dialog_open(pilot)
        assert "esc again" in str(pilot.app.screen.query_one("#dialog-error", Label).render())
        await pilot.press("ctrl+q")
        assert pilot.app.return_code is None
        await pilot.press("escape")
        assert not is_dialog_open(pilot)
    with Glossary.open(store, create=False) as glossary:
        assert len(glossary.history()) == 1


async def test_a_click_beside_a_dialog_leaves_it_open(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.press("n", *"か")
        await pilot.click(offset=(1, 1))
        assert is_dialog_open(pilot)
        await pilot.press("ctrl+s")
    with Glossary.open(store, create=False) as glossary:
        assert glossary.entry(1).note == "か"


@pytest.mark.parametrize("size", [(100, 30), (80, 24)], ids=["100×30", "80×24"])
async def test_the_whole_entry_is_seen_while_it_is_edited(store: Path, size: tuple[int, int]) -> None:
    async with review(store, size=size) as pilot:
        await pilot.press("e")
        await pilot.pause()
        fields = pilot.app.screen.query("#dialog TextInput, #dialog TextBox")
        assert len(fields) == 7
        assert {field.region.height for field in fields} == {1}
        assert pilot.app.screen.query_one("#save").region.bottom < size[1]
