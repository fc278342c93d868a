"""The list of segments: which of them, how they look, and what others do to them at the same time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Flag, Segment
from rnk_gloss.model.selection import SegmentSelection
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.text.cells import cell_width
from rnk_gloss.tui.bead import segment_rows
from rnk_gloss.tui.bead_pane import segment_lines, sentences
from rnk_gloss.tui.glyphs import GLYPHS
from rnk_gloss.tui.painting import InkView
from rnk_gloss.tui.pair_checks import PairChecks, check_lines, marks_of, pair_checks
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.queue_screen import QueueScreen
from rnk_gloss.tui.remark import Remark
from tests.store.plain_segments import put_segments
from tests.tui.example_store import write_example_store
from tests.tui.running import listed, press_quickly, review, rows_of, settle, sheet_text, text_of, toasts, type_filter

NASTY = (
    "ｶﾞﾗｽの樽",
    "葛\U000e0100飾区の蔵",
    "𠮷野の𠮷田",
    "か\u3099く\u3099や",
    "閉じ[/注]る[a=1, b]",
    "👨\u200d👩\u200d👧と👍🏽と🇯🇵",
    "一行目\u2028二行目\n三行目\r\x1b[31m",
    "\u202eabc\u202c العربية",
    "。" * 90,
    "w" * 300,
)
FIVE = "地下の貯蔵庫は一年中、温度が一定です。", "The cellar below the house is equally cool all year."


def a_segment(source: str, target: str, *flags: Flag, shape: str = "1-1", score: float = 61) -> Segment:
    return Segment(7, "記事[/].txt", 41, source, target, None, None, score, Status.CANDIDATE, flags, shape)


def text(lines: object) -> list[str]:
    return ["".join(part for part, _ in line) for line in lines]  # type: ignore[attr-defined]


@pytest.mark.parametrize("glyphs", GLYPHS.values(), ids=GLYPHS)
@pytest.mark.parametrize("source", NASTY, ids=range(len(NASTY)))
def test_whatever_stands_in_a_segment_its_lines_are_as_wide_as_they_may_be(source: str, glyphs: object) -> None:
    from rnk_gloss.tui.glyphs import Glyphs

    assert isinstance(glyphs, Glyphs)
    segment = a_segment(source, f"See. {source} Yes.", Flag.N_M, Flag.TERM, shape="1-3")
    for width in (20, 37, 78, 98):
        for height in (1, 2, 3):
            rows = text(segment_rows(segment, glyphs, width, height, side="source"))
            assert [cell_width(row) for row in rows] == [max(width, 21)] * height
        for line in text(segment_lines(segment, glyphs, width)):
            assert cell_width(line) <= width
            assert line.isprintable() or "\ufe0f" in line or "\u200d" in line or "\U000e0100" in line


async def test_a_screen_of_nasty_texts_is_painted_at_its_exact_width(store: Path) -> None:
    with Glossary.open(store) as glossary:
        for key, source in zip(glossary.segment_ids(SegmentSelection()), NASTY[3:], strict=False):
            glossary.edit_segment(key, source=source, target=f"{source}. {source}!")
    for size in ((100, 30), (80, 24)):
        async with review(store, screen="segments", size=size, preferences=Preferences(glyphs="ascii")) as pilot:
            for _ in range(6):
                for view in pilot.app.screen.query(InkView):
                    widths = {view.render_line(y).cell_length for y in range(view.size.height)}
                    assert widths <= {view.scrollable_content_region.width, view.size.width}
                await pilot.press("down")


@given(st.text(alphabet=st.sampled_from("樽蔵。！？「」A. \n"), max_size=60))
def test_the_sentences_of_a_text_leave_nothing_out(source: str) -> None:
    places = sentences(source, "ja")
    assert "".join(source[start:end] for start, end in places) == source


def test_several_sentences_have_numbers_on_their_side() -> None:
    segment = a_segment("樽を開けた。香りを見た。", "They opened and smelled.", Flag.N_M, Flag.NUMBER, shape="2-1")
    row = text(segment_rows(segment, GLYPHS["unicode"], 98, 1))[0]
    assert "◐ 61" in row
    assert "① 樽を開けた。 ② 香りを見た。" in row
    assert row.rstrip().endswith("2:1, number d…")
    lines = text(segment_lines(segment, GLYPHS["ascii"], 78))
    assert "2:1, number differs" in lines[0]
    assert [line[:20].strip() for line in lines[2:]] == ["1 樽を開けた。", "2 香りを見た。"]


def test_an_omission_says_which_side_is_missing() -> None:
    assert "no English" in text(segment_lines(a_segment("樽", "", Flag.OMISSION), GLYPHS["unicode"], 78))[0]
    assert "no Japanese" in text(segment_lines(a_segment("", "Cask", Flag.OMISSION), GLYPHS["unicode"], 78))[0]


def test_what_is_checked_is_marked_in_both_texts_and_said_below(store: Path) -> None:
    with Glossary.open(store) as glossary:
        glossary.create_entry(EntryEdit(source="用語集", targets=("glossary",)))
        glossary.create_entry(EntryEdit(source="一致率", targets=("match rate",), forbidden=("hit rate",)))
        source, target = "用語集の一致率は85%以上です。", "The hit rate of the glossary is 58% or higher."
        first = glossary.segments()[0]
        checks = pair_checks(glossary, replace(first, source=source, target=target))
        assert pair_checks(glossary, replace(first, target="")) == PairChecks()
        long = pair_checks(glossary, replace(first, source="樽。", target="See " + "casks " * 9, flags=(Flag.LENGTH,)))
    places = {
        side: [(text[start:end], ink) for (start, end), ink in marks]
        for (side, marks), text in zip(marks_of(checks).items(), (source, target), strict=True)
    }
    assert places == {
        "source": [("用語集", "good"), ("一致率", "changed"), ("85%", "changed")],
        "target": [("hit rate", "forbidden"), ("glossary", "good"), ("58%", "changed")],
    }
    line = "✘ 一致率 → match rate ≠ hit rate   ✘ 85% ≠ 58%   ✔ 用語集 → glossary   1.0 times the usual length"
    assert text(check_lines(checks, GLYPHS["unicode"], 98, 1)) == [line]
    assert text(check_lines(long, GLYPHS["unicode"], 98, 1))[0].startswith("✘ 10.3 times the usual length")
    assert text(check_lines(checks, GLYPHS["unicode"], 46, 2)) == [
        "✘ 一致率 → match rate ≠ hit rate   ✘ 85% ≠ 58%",
        "✔ 用語集 → glossary  +1",
    ]
    assert text(check_lines(checks, GLYPHS["unicode"], 40, 1))[0].endswith("+3")


async def test_the_checks_follow_the_cursor(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("down")
        await pilot.pause(0.15)
        await settle(pilot)
        assert "✘ 120" in sheet_text(pilot, "checks").replace("百二十", "120")
        assert "112" in sheet_text(pilot, "checks")


async def test_the_segments_of_one_document_are_shown(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("D")
        await settle(pilot)
        rows = rows_of(pilot)
        assert "all documents" in rows.render_line(0).text
        assert "cellar.ja.txt" in rows.render_line(1).text
        assert "3 flagged  6 / 6" in rows.render_line(1).text
        await pilot.press(*"ＣＥＬＬ")
        await settle(pilot)
        assert len(rows.keys) == 1
        await pilot.press("enter")
        await settle(pilot)
        assert "cellar.ja.txt" in str(rows_of(pilot).border_title)
        assert len(listed(pilot)) == 6
        await pilot.press("D")
        await settle(pilot)
        await pilot.press(*"zzz")
        await settle(pilot)
        assert "nothing is found" in text_of(rows_of(pilot))
        await pilot.press("enter", "escape")
        await pilot.press("D")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "cellar" not in str(rows_of(pilot).border_title)


async def test_the_filter_knows_qualifiers_and_says_what_it_does_not_know(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await type_filter(pilot, "flag:num")
        assert [one[:2] for one in listed(pilot)] == ["樽の"]
        await pilot.press("space", *"farbe:")
        await pilot.pause(0.25)
        await settle(pilot)
        assert "farbe: is not known" in pilot.app.screen.query_one(Remark).text
        assert [one[:2] for one in listed(pilot)] == ["樽の"], "what the filter last meant"
        await pilot.press("escape")
        await settle(pilot)
        assert len(listed(pilot)) == 6
        assert not pilot.app.screen.query_one(Remark).display


async def test_the_banner_counts_what_is_shown(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await press_quickly(pilot, "x", "o")
        await settle(pilot)
        await settle(pilot)
        banner = pilot.app.screen.query("Banner").first(InkView).render_line(0).text
        assert "✔ 0  ✘ 1  5 candidates  2 flagged" in banner


async def test_the_banner_counts_one_document_where_that_is_shown(store: Path) -> None:
    with Glossary.open(store) as glossary:
        put_segments(glossary.workspace.connection, [("新しい樽。", "A new cask.")], path="cask.ja.txt")
    async with review(store, screen="segments") as pilot:
        banner = pilot.app.screen.query("Banner").first(InkView)
        assert "7 candidates" in banner.render_line(0).text
        await pilot.press("D")
        await settle(pilot)
        await pilot.press(*"cask", "enter")
        await settle(pilot)
        await settle(pilot)
        assert "1 candidate " in banner.render_line(0).text


async def test_what_is_decided_is_no_flag_to_go_to(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("home", "]", "x")
        assert rows_of(pilot).cursor == 3
        await pilot.press("[")
        assert "none before" in toasts(pilot)
        await pilot.press("]")
        assert rows_of(pilot).cursor == 4


async def test_a_flag_far_away_is_found_in_the_background(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rnk_gloss.tui.segment_queue._NEAR", 1)
    async with review(store, screen="segments") as pilot:
        await pilot.press("o")
        await settle(pilot)
        visited = []
        for key in ("home", "]", "]", "["):
            await pilot.press(key)
            await settle(pilot)
            visited.append(rows_of(pilot).cursor)
        assert visited == [0, 2, 4, 2]
        await pilot.press("[")
        await settle(pilot)
        assert "none before" in toasts(pilot)


async def test_a_range_is_merged_at_once(store: Path) -> None:
    async with review(store, screen="segments") as pilot:
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("home", "v", "down", "down", "m")
        await settle(pilot)
        rows = rows_of(pilot)
        assert len(rows.keys) == 4
        assert rows.cursor == 0
        assert "① 地下" in text_of(rows)
        await pilot.press("u")
        await settle(pilot)
        assert len(rows.keys) == 6


async def test_a_bead_that_somebody_merged_is_gone_from_the_list_and_said_to_be(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The list would be read again before the key on a slow machine.
    monkeypatch.setattr(QueueScreen, "SECONDS_BETWEEN_CHECKS", 60.0)
    with Glossary.open(store, create=False) as glossary:
        keys = glossary.segment_ids(SegmentSelection())
    async with review(store, screen="segments") as pilot:
        await pilot.press("o")
        await settle(pilot)
        await pilot.press("home")
        with Glossary.open(store, create=False) as other:
            other.merge_segments([keys[0], keys[1]])
        await pilot.press("down")
        await settle(pilot)
        assert "no longer there" in toasts(pilot)
        assert list(rows_of(pilot).keys) == [keys[0], *keys[2:]]
        await settle(pilot)
        assert "樽の数" in sheet_text(pilot, "segment")
        await pilot.press("a")
    with Glossary.open(store, create=False) as glossary:
        assert glossary.segment(keys[2]).status is Status.APPROVED


async def test_a_decision_during_a_realignment_is_kept_and_the_conflict_said(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rnk_gloss.lexicon.dictionary import Lexicon
    from rnk_gloss.service import alignment, realignment

    monkeypatch.setattr("rnk_gloss.service.workspace._shared", [Lexicon.none()])
    aligning, decided = threading.Event(), threading.Event()
    align = alignment.align_task

    def slowly(*arguments: object) -> object:
        aligning.set()
        decided.wait(20)
        return align(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(realignment, "align_task", slowly)
    async with review(store, screen="segments") as pilot:
        await pilot.press("R")
        while not aligning.is_set():
            await pilot.pause(0.01)
        assert "aligning cellar.ja.txt anew" in str(rows_of(pilot).border_subtitle)
        await pilot.press("R")
        assert "still being aligned" in toasts(pilot)
        await type_filter_while_aligning(pilot)
        await pilot.press("x")
        decided.set()
        await settle(pilot)
        await settle(pilot)
        assert "changed meanwhile" in toasts(pilot)
        assert "aligning" not in str(rows_of(pilot).border_subtitle)
    with Glossary.open(store, create=False) as glossary:
        assert [one.status for one in glossary.segments()].count(Status.REJECTED) == 1


async def type_filter_while_aligning(pilot: object) -> None:
    """The list follows the filter although the aligner is at work."""
    from textual.pilot import Pilot

    assert isinstance(pilot, Pilot)
    await pilot.press("s")
    for _ in range(100):
        await pilot.pause(0.02)
        if len(rows_of(pilot).keys) == 3:
            return
    pytest.fail("the list waited for the aligner")


def test_a_program_that_is_killed_leaves_whole_segments(tmp_path: Path) -> None:
    path = tmp_path / "cellar.db"
    write_example_store(path)
    script = (
        "import sys; from rnk_gloss import Glossary\n"
        "glossary = Glossary.open(sys.argv[1])\n"
        "while True:\n"
        "    key = glossary.merge_segments([glossary.segments()[0].id])\n"
        "    print('.', flush=True)\n"
        "    glossary.undo()\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with Glossary.open(path, create=False) as glossary:
        found = glossary.segments()
        assert len(found) in {5, 6}
        assert "".join(one.source for one in found).startswith(FIVE[0])
        assert glossary.workspace.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


async def test_keys_say_that_there_is_nothing_to_do_anything_to(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Glossary.open(path).close()
    async with review(path, screen="segments") as pilot:
        assert "no aligned segments yet" in text_of(rows_of(pilot))
        for key in "aeEmSJKAR":
            await pilot.press(key)
            assert "nothing here" in toasts(pilot)
            pilot.app.clear_notifications()
        await pilot.press("]", "h", "D")
        await settle(pilot)
        assert "all documents" in text_of(rows_of(pilot))
