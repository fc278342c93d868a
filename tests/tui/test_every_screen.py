"""What holds on every screen and in every dialog: exact widths whatever the text and the size, and words for errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Status
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.queue_screen import QueueScreen
from rnk_gloss.tui.terms_screen import TermsScreen
from rnk_gloss.tui.text_input import TextInput
from rnk_gloss.tui.toasts import tell
from tests.tui.example_store import write_example_store
from tests.tui.running import review, rows_of, settle, toasts
from tests.tui.whole_screen import assert_exact, picture_of

NASTY = {
    "括弧": "閉じ[/注]る",
    "属性": "[a=1, b]の値",
    "半角カナ": "ﾊﾝｶｸｶﾞﾅ",
    "異体字": "葛\U000e0100城",
    "追加漢字": "𠮷野家",
    "分解形": "か\u3099きく",
    "家族": "家族👨‍👩‍👧‍👦会議",
    "旗": "旗🇯🇵と☎️",
    "エスケープ": "赤\x1b[31m字\x9b2J",
    "改行": "改\u2028行\x85と\x0bタブ\t欄",
    "左右": "右\u202eから左\u2066へ",
    "幅なし": "幅\u200bなし\ufeff",
    "結合": "e\u0301t\u0301e\u0301",
    "積み重ね": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324a\u035e\u0320",
    "長い": "長" * 300,
    "長い英語": "x" * 300,
    "制御": "終\x01\x7f端",
    "曖昧": "①※…—→■",
}

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def _nothing(pilot: Pilot[None]) -> None:
    await pilot.pause()


def _keys(*keys: str) -> Steps:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    return press


async def _look_up(pilot: Pilot[None]) -> None:
    pilot.app.screen.query_one("#query", TextInput).value = "樽の数は今年、百二十本に増えました。"
    await pilot.pause(0.2)
    await settle(pilot)


async def _theme(pilot: Pilot[None]) -> None:
    assert isinstance(pilot.app, ReviewApp)
    pilot.app.choose_theme()
    await pilot.pause(0.2)


# Each screen and each dialog, by the screen it stands on and what leads to it.
PLACES: dict[str, tuple[str, Steps]] = {
    "terms": ("terms", _nothing),
    "terms filtered": ("terms", _keys("slash", "t", "a")),
    "terms, whole contexts": ("terms", _keys("c", "tab")),
    "edit an entry": ("terms", _keys("e")),
    "note": ("terms", _keys("n")),
    "segments": ("segments", _nothing),
    "edit a segment": ("segments", _keys("e")),
    "translation": ("translation", _nothing),
    "documents to translate": ("translation", _keys("d")),
    "writing": ("translation", _keys("enter")),
    "lookup": ("lookup", _nothing),
    "looked up": ("lookup", _look_up),
    "keys": ("terms", _keys("question_mark")),
    "keys filtered": ("segments", _keys("question_mark", "slash", "a")),
    "palette": ("terms", _keys("ctrl+p")),
    "themes": ("lookup", _theme),
    "a toast": ("terms", _keys("a", "u")),
}
SIZES = ((200, 60), (40, 10), (20, 5), (80, 24))
# Where something is drawn that no other place has.
DRAWN_APART = (
    "terms, whole contexts",
    "edit an entry",
    "segments",
    "translation",
    "looked up",
    "keys",
    "palette",
    "a toast",
)


@pytest.mark.parametrize("place", PLACES)
async def test_a_window_of_any_size_is_filled_exactly(store: Path, place: str) -> None:
    screen, steps = PLACES[place]
    async with review(store, screen=screen, size=SIZES[0]) as pilot:
        await steps(pilot)
        for size in (*SIZES[1:], SIZES[0]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert_exact(pilot)


@pytest.fixture(scope="module")
def nasty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example store in which every term, text and note is one that is hard to draw."""
    path = tmp_path_factory.mktemp("nasty") / "nasty.db"
    write_example_store(path)
    with Glossary.open(path, author=NASTY["左右"]) as glossary:
        for text in NASTY.values():
            glossary.create_entry(EntryEdit(source=text.strip(), reading="か", targets=(text, "ok"), note=text))
            glossary.add_units([(text, text)])
        texts = list(NASTY.values())
        for number, segment in enumerate(glossary.segments()):
            text = "".join(texts[number * 3 : number * 3 + 3])
            glossary.edit_segment(segment.id, source=text, target=text, note=text)
    return path


@pytest.mark.parametrize("size", [pytest.param((100, 30), id="100x30"), pytest.param((80, 24), id="80x24")])
@pytest.mark.parametrize("screen", ["terms", "segments", "lookup"])
async def test_whatever_the_text_every_line_is_exactly_as_wide_as_the_screen(
    nasty_store: Path, screen: str, size: tuple[int, int]
) -> None:
    async with review(nasty_store, screen=screen, size=size) as pilot:
        if screen == "lookup":
            box = pilot.app.screen.query_one("#query", TextInput)
            for text in NASTY.values():
                box.value = text
                await pilot.pause(0.2)
                await settle(pilot)
                assert_exact(pilot)
            return
        shown = pilot.app.screen
        assert isinstance(shown, QueueScreen)
        if isinstance(shown, TermsScreen):
            shown.action_status()
            await settle(pilot)
        for place in range(len(rows_of(pilot).keys)):
            rows_of(pilot).move_to(place)
            await pilot.pause()
            assert_exact(pilot)


async def test_whatever_the_text_every_dialog_is_exact(nasty_store: Path) -> None:
    async with review(nasty_store, size=(80, 24)) as pilot:
        shown = pilot.app.screen
        assert isinstance(shown, TermsScreen)
        shown.action_status()
        await settle(pilot)
        rows = rows_of(pilot)
        for place in range(len(rows.keys)):
            rows.move_to(place)
            for open_dialog in (shown.action_edit, shown.action_note):
                open_dialog()
                await pilot.pause()
                assert_exact(pilot)
                pilot.app.pop_screen()
            tell(shown, rows.row.source if rows.row else "")
            await pilot.pause()
            assert_exact(pilot)


@pytest.mark.parametrize("place", DRAWN_APART)
async def test_the_ascii_signs_are_all_that_is_drawn_beside_the_texts(store: Path, place: str) -> None:
    screen, steps = PLACES[place]
    async with review(store, screen=screen, size=(80, 24), preferences=Preferences(glyphs="ascii")) as pilot:
        await steps(pilot)
        assert_exact(pilot)
        drawn = picture_of(pilot)
        assert not set(drawn) & set("│─╭╮╰╯┃▎▌▊█▁▂▃▄▅▆▇●◐○▸↳✔✘…·–🔎❯↑↓⏎"), drawn


async def test_a_database_that_is_deleted_is_said_and_nothing_is_written_into_nowhere(store: Path) -> None:
    async with review(store) as pilot:
        store.rename(store.with_name("elsewhere.db"))
        await pilot.press("a")
        await pilot.pause()
        assert "was deleted, moved or replaced" in toasts(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, QueueScreen)
        screen.refresh_if_changed()
        screen.refresh_if_changed()
        await pilot.pause()
        assert toasts(pilot).count("was deleted") == 2, "a timer says it once"
        store.with_name("elsewhere.db").rename(store)
        await pilot.press("a")
    with Glossary.open(store) as glossary:
        assert glossary.entry_counts()[Status.APPROVED] == 1


async def test_while_another_program_writes_for_long_a_decision_is_refused_in_words(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rnk_gloss.tui.desk._PATIENCE", 0.05)
    async with review(store) as pilot:
        with closing(sqlite3.connect(store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("a")
            await pilot.pause()
            assert "is busy: another program is writing to it" in toasts(pilot)
            other.execute("ROLLBACK")
        await pilot.press("a")
    with Glossary.open(store) as glossary:
        assert glossary.entry_counts()[Status.APPROVED] == 1


async def test_a_database_that_may_only_be_read_can_be_read(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Desk.__init__

    def reading_only(self: Desk, *arguments: object, **settings: object) -> None:
        real(self, *arguments, **settings)  # type: ignore[arg-type]
        # As root writes to every file, the permissions of the file would not keep this test from it.
        self.glossary.workspace.connection.execute("PRAGMA query_only = ON")

    monkeypatch.setattr(Desk, "__init__", reading_only)
    async with review(store) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "cannot be opened or written" in toasts(pilot)
        assert "貯蔵庫" in picture_of(pilot)
