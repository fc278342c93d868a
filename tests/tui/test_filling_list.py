"""A list whose beginning is shown while the rest is still being read: no row is ever a wrong one."""

from __future__ import annotations

import random
import threading
from array import array
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import get_current_worker

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Flag
from rnk_gloss.tui.app import ReviewApp
from rnk_gloss.tui.desk import Desk
from rnk_gloss.tui.list_screen import ListScreen, Reading
from rnk_gloss.tui.queue_screen import QueueScreen
from rnk_gloss.tui.rows import RowList
from tests.store.plain_segments import put_segments
from tests.tui.example_store import write_many_terms
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, toasts

COUNT = 3000


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.db"
    write_many_terms(path, COUNT)
    return path


@pytest.fixture
def many_segments(tmp_path: Path) -> Path:
    path = tmp_path / "many.db"
    texts = [(f"樽は{number}本。", f"{number} casks.") for number in range(COUNT)]
    with Glossary.open(path) as glossary:
        put_segments(glossary.workspace.connection, texts)
    return path


class Gate:
    """Holds the reading of whole lists up, until it is opened or the reading is not wanted any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        for name in ("entry_ids", "segment_ids"):
            monkeypatch.setattr(Glossary, name, self._behind(getattr(Glossary, name)))

    def _behind(self, read: Callable[..., array[int]]) -> Callable[..., array[int]]:
        def reads_later(*arguments: object) -> array[int]:
            worker = get_current_worker()
            while not self._open.wait(0.01) and not worker.is_cancelled:
                pass
            return read(*arguments)

        return reads_later

    async def open(self, pilot: Pilot[None]) -> None:
        """Let the list be read to its end, and wait until it is shown."""
        self._open.set()
        await settle(pilot)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


@asynccontextmanager
async def filling(database: Path, screen: str = "terms") -> AsyncIterator[Pilot[None]]:
    """The application with the beginning of its first list."""
    desk = Desk(database, author="aki")
    try:
        app = ReviewApp(desk, screen=screen)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            while not rows_of(pilot).keys:
                await pilot.pause(0.01)
            await pilot.pause()
            yield pilot
    finally:
        desk.close()


def title_of(pilot: Pilot[None], name: str = "card") -> str:
    return str(pilot.app.screen.query_one(f"#{name}").border_title)


def statuses(path: Path) -> dict[int, Status]:
    """The statuses of the entries that are no candidates any more."""
    with Glossary.open(path) as glossary:
        entries = glossary.entries(range(1, COUNT + 1))
        return {one.id: one.status for one in entries if one.status is not Status.CANDIDATE}


async def test_the_beginning_is_shown_and_decided_on_before_the_rest_is_read(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        rows = rows_of(pilot)
        assert 30 < len(rows.keys) < COUNT
        assert str(rows.border_subtitle).startswith("? ")
        assert title_of(pilot) == "term 1 of ?"
        await press_quickly(pilot, "a", "x")
        assert statuses(many) == {1: Status.APPROVED, 2: Status.REJECTED}
        assert rows.cursor == 2
        await gate.open(pilot)
        assert list(rows.keys) == list(range(1, COUNT + 1))
        assert rows.cursor == 2
        assert str(rows.border_subtitle).startswith("3,000 ")
        assert title_of(pilot) == "term 3 of 3,000"
        assert "✔" in rows.render_line(0).text


async def test_the_end_is_gone_to_when_it_is_known_and_no_other_row_is_decided_on(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        rows = rows_of(pilot)
        await press_quickly(pilot, "G", "a", "1", "space", "v")
        assert "still being read" in toasts(pilot)
        assert rows.cursor == 0
        assert not statuses(many)
        await gate.open(pilot)
        assert rows.key == COUNT
        assert title_of(pilot) == "term 3,000 of 3,000"
        await pilot.press("a")
        assert statuses(many) == {COUNT: Status.APPROVED}


async def test_whoever_moves_after_asking_for_the_end_stays_there(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        await press_quickly(pilot, "G", "down", "down", "a")
        assert statuses(many) == {3: Status.APPROVED}
        await gate.open(pilot)
        assert rows_of(pilot).cursor == 3


async def test_a_filter_that_is_typed_meanwhile_does_not_wait_for_the_rest(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        await pilot.press("slash", *"0299")
        await pilot.pause(0.25)
        await gate.open(pilot)
        assert listed(pilot) == ["用語000299", *(f"用語00299{number}" for number in range(10))]
        assert str(rows_of(pilot).border_subtitle).startswith("11 ")


async def test_what_an_older_reading_finds_late_is_not_shown(many: Path) -> None:
    async with review(many) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ListScreen)
        late = Reading(0, screen.query_now(), None, 0)
        screen.post_message(ListScreen.Begun(late, array("q", range(100, 200))))
        screen.post_message(ListScreen.Loaded(late, array("q", [7])))
        await settle(pilot)
        assert list(rows_of(pilot).keys) == list(range(1, COUNT + 1))


async def test_undo_goes_back_to_a_row_of_the_beginning_and_to_one_that_is_not_read_yet(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, QueueScreen)
        await press_quickly(pilot, "a", "u")
        assert not statuses(many)
        assert rows_of(pilot).cursor == 0
        screen.decide([COUNT], Status.REJECTED)
        screen.note_done(COUNT)
        await pilot.press("u")
        await gate.open(pilot)
        assert not statuses(many)
        assert rows_of(pilot).key == COUNT


async def test_what_is_put_off_meanwhile_is_at_the_end_of_the_whole_list(many: Path, gate: Gate) -> None:
    async with filling(many) as pilot:
        await press_quickly(pilot, "down", "space")
        await gate.open(pilot)
        rows = rows_of(pilot)
        assert (rows.key, rows.cursor, rows.keys[-1], len(rows.keys)) == (3, 1, 2, COUNT)


async def test_what_others_do_meanwhile_is_seen(many: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ListScreen, "SECONDS_BETWEEN_CHECKS", 0.05)
    async with filling(many) as pilot:
        with Glossary.open(many, author="ken") as other:
            other.decide([2, 2900], Status.REJECTED)
        await pilot.pause(0.2)
        await gate.open(pilot)
        assert list(rows_of(pilot).keys) == [key for key in range(1, COUNT + 1) if key not in {2, 2900}]


async def test_segments_that_are_merged_meanwhile_do_not_come_back(many_segments: Path, gate: Gate) -> None:
    async with filling(many_segments, "segments") as pilot:
        rows = rows_of(pilot)
        first = rows.keys[0]
        await pilot.press("m")
        await gate.open(pilot)
        await settle(pilot)
        assert len(rows.keys) == COUNT - 1
        assert rows.key == first
        assert "① 樽は2本。" in sheet_text(pilot, "segment")
        with Glossary.open(many_segments) as glossary:
            left = glossary.workspace.connection.execute("SELECT id FROM unit").fetchall()
        assert set(rows.keys) == {row[0] for row in left}


async def test_a_flag_beyond_the_beginning_is_not_said_to_be_missing(many_segments: Path, gate: Gate) -> None:
    with Glossary.open(many_segments) as glossary:
        glossary.workspace.connection.execute("UPDATE unit SET flags = ? WHERE number = 2997", (Flag.NUMBER.value,))
    async with filling(many_segments, "segments") as pilot:
        await pilot.press("]")
        assert "no flagged segment" not in toasts(pilot)
        assert "still being read" in toasts(pilot)
        await gate.open(pilot)
        await pilot.press("]")
        await settle(pilot)
        assert "2997 casks." in sheet_text(pilot, "segment")


async def test_a_beginning_puts_the_cursor_where_the_whole_list_puts_it(many: Path) -> None:
    dice = random.Random(7)
    async with review(many) as pilot:
        rows = rows_of(pilot)
        begun = 0
        for _ in range(60):
            before = array("q", sorted(dice.sample(range(1000), 200)))
            after = array("q", sorted({*dice.sample(list(before), dice.randrange(150)), *dice.sample(range(1000), 60)}))
            place = dice.choice([0, 0, 3, 20, 199])
            keys = []
            for is_begun in (False, True):
                rows.show(before)
                rows.move_to(place)
                if is_begun and rows.begin(after[:50], in_same_order=True):
                    begun += 1
                    keys.append(rows.key)
                    assert rows.count == "?"
                    rows.complete(after)
                    keys.append(rows.key)
                else:
                    rows.show(after)
                    keys.append(rows.key)
                assert rows.keys == after
            assert len(set(keys)) == 1
        assert begun > 20


async def test_a_beginning_is_not_shown_where_it_does_not_tell_where_the_cursor_goes(many: Path) -> None:
    async with review(many) as pilot:
        rows = rows_of(pilot)
        beginning = rows.keys[:400]
        rows.move_to(1500)
        assert not rows.begin(beginning, in_same_order=True), "its row may stand further on"
        rows.move_to(300)
        assert not rows.begin(beginning[301:], in_same_order=False), "in another order nothing tells which row is next"
        assert not rows.begin(beginning, at=2000)
        rows.set_range_start(290)
        assert not rows.begin(beginning), "what is chosen may go on beyond it"
        rows.set_range_start(None)
        assert not rows.begin(beginning[295:305]), "a few rows that are soon others would only flicker"
        assert rows.begin(beginning)
        assert rows.cursor == 300


async def test_the_order_of_a_list_is_not_trusted_after_a_decision(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusted: list[bool] = []

    def begin(_rows: object, _keys: array[int], *, at: int | None, in_same_order: bool) -> bool:
        trusted.append(in_same_order and at is None)
        return False

    async with review(many) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, QueueScreen)
        monkeypatch.setattr(RowList, "begin", begin)
        for screen.filter_text in ("用語", "用", "語"):
            screen.reload()
            await settle(pilot)
            if screen.filter_text == "用語":
                await pilot.press("x")
    assert trusted == [True, False, True]
