from __future__ import annotations

import time
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Entry
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.tui.dialogs import Field, FieldsDialog
from rnk_gloss.tui.painting import InkView
from rnk_gloss.tui.rows import PAGE
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.text_input import TextBox
from tests.tui.example_store import write_many_terms
from tests.tui.running import press_quickly, review, rows_of, settle, text_of

NASTY = (
    "閉じ[/注]る",
    "[a=1, b]の値",
    "ﾊﾝｶｸｶﾞﾅ",
    "𠮷野家",
    "か\u3099きく",
    "葛\U000e0100城",
    "家族👨‍👩‍👧‍👦会議",
    "旗🇯🇵と☎️",
    "赤\x1b[31m字",
    "改\u2028行\x85と\x0bタブ\t欄",
    "右\u202eから左",
    "幅\u200bなし\ufeff",
    "e\u0301t\u0301e\u0301",
    "長" * 300,
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.db"
    write_many_terms(path, 10_000)
    return path


async def test_only_the_pages_that_are_seen_are_fetched(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[int] = []
    real = Glossary.entries

    def counting(self: Glossary, keys: Sequence[int], *, evidence: bool = False) -> list[Entry]:
        fetched.append(len(keys))
        return real(self, keys, evidence=evidence)

    monkeypatch.setattr(Glossary, "entries", counting)
    async with review(many) as pilot:
        rows = rows_of(pilot)
        assert len(rows.keys) == 10_000
        assert sum(fetched) == PAGE, "one page at the start"
        await pilot.press("end")
        assert rows.cursor == 9_999
        await press_quickly(pilot, "home", "pagedown", "pageup")
        assert rows.cursor == 0
        await press_quickly(pilot, "end", "down", "home", "down", "up", "pagedown")
        # At the end the last page is short, and the view reaches into the one before it.
        assert sum(fetched) <= 3 * PAGE
        assert "用語009999" not in text_of(rows)
        await pilot.press("end")
        assert "用語009999" in text_of(rows)
        start = time.process_time()
        for place in range(0, 10_000, 100):
            rows.move_to(place)
        text_of(rows)
        assert time.process_time() - start < 1, "rows that are passed by are not fetched"


@pytest.mark.parametrize("size", [pytest.param((100, 30), id="100x30"), pytest.param((80, 24), id="80x24")])
async def test_every_line_is_as_wide_as_its_pane_whatever_the_text(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "nasty.db"
    with Glossary.open(path) as glossary:
        for text in NASTY:
            glossary.create_entry(EntryEdit(source=text.strip(), reading="か", targets=(text, "plain"), note=text))
    async with review(path, size=size) as pilot:
        await pilot.press("s")
        await settle(pilot)
        rows, screen = rows_of(pilot), pilot.app.screen
        assert isinstance(screen, TermsScreen)
        assert len(rows.keys) == len(NASTY)
        for place in range(len(NASTY)):
            rows.move_to(place)
            screen.show_current()
            for view in pilot.app.screen.query(InkView):
                width = view.size.width if view.size.height == 1 else view.scrollable_content_region.width
                for y in range(view.size.height):
                    strip = view.render_line(y)
                    assert strip.cell_length == width
                    assert cell_len(strip.text) == width
                    assert not any(ord(character) < 32 for character in strip.text)
        rows.move_to(0)
        shown = text_of(rows)
        assert "閉じ[/注]る" in shown
        assert "[a=1, b]の値" in shown
        assert "␛[31m" in shown


async def test_editing_shows_nothing_that_a_terminal_would_obey_and_changes_nothing_by_itself(store: Path) -> None:
    async with review(store) as pilot:
        answers: list[dict[str, str] | None] = []
        fields = [Field(f"a{number}", "one", text) for number, text in enumerate(NASTY)]
        fields += [Field(f"b{number}", "box", text, 2) for number, text in enumerate(NASTY)]
        await pilot.app.push_screen(FieldsDialog("[/b]", fields), answers.append)
        for box in pilot.app.screen.query("TextInput, TextBox"):
            for y in range(box.size.height):
                shown = box.render_line(y).text
                assert not [character for character in shown if ord(character) < 32 or character in "\x85\u2028\u202e"]
        await pilot.press("ctrl+s")
        area = FieldsDialog("", [Field("a", "", "樽", 3)])
        await pilot.app.push_screen(area, answers.append)
        area.query_one("#a", TextBox).insert("\x1b[31mか\u3099\n蔵\n")
        await pilot.press("ctrl+s")
    assert answers == [{}, {"a": "␛[31mが\n蔵\n樽"}]


async def test_a_list_that_is_read_again_moves_nothing_under_the_readers_eyes(many: Path) -> None:
    async with review(many) as pilot:
        rows = rows_of(pilot)
        rows.move_to(500)
        rows.move_to(490)
        await pilot.pause()
        key, line = rows.key, rows.cursor - rows.scroll_offset.y
        assert 0 < line < rows.size.height - 1
        rows.set_range_start(495)
        # Others decided on a hundred before it, and on itself.
        rows.show(array("q", [one for one in rows.keys[100:] if one != key]))
        await pilot.pause()
        assert rows.cursor == 390
        assert rows.range == range(390, 395)
        assert rows.cursor - rows.scroll_offset.y == line
        rows.show(array("q", [*rows.keys[:392], 1, *rows.keys[392:]]))
        assert rows.range_start is None, "nobody chose what came in between"
        rows.take_out(rows.keys[380:391])
        await pilot.pause()
        assert (rows.cursor, rows.range_start) == (380, None)


async def test_what_was_put_off_stays_last_when_the_list_is_read_again(many: Path) -> None:
    async with review(many) as pilot:
        first = rows_of(pilot).keys[0]
        await press_quickly(pilot, "space", "space")
        screen = pilot.app.screen
        assert isinstance(screen, TermsScreen)
        screen.reload()
        await settle(pilot)
        assert list(rows_of(pilot).keys[-2:]) == [first, first + 1]
