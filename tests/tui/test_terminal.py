"""The review in a real terminal: a pseudo terminal of the standard library and, where it is installed, tmux."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rnk_gloss import Glossary
from rnk_gloss.model.entry import Status

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals of this kind", allow_module_level=True)

from tests.tui.terminal import Terminal, environment

PROGRAM = ("-m", "rnk_gloss.cli.main")


def statuses(store: Path) -> dict[str, Status]:
    """The review status of each term."""
    with Glossary.open(store) as glossary:
        return {entry.source: entry.status for entry in glossary.terms(everything=True)}


def is_whole(store: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    with closing(sqlite3.connect(store)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def review(store: Path, *arguments: str) -> Terminal:
    return Terminal([*PROGRAM, "--db", str(store), "review", *arguments], folder=store.parent)


def test_japanese_is_typed_into_the_filter_and_decisions_are_stored_and_undone(store: Path) -> None:
    with review(store) as terminal:
        terminal.wait_for("貯蔵庫", "ちょぞうこ")
        terminal.type("/")
        terminal.wait_for("kanji, kana")
        terminal.type("たる")
        terminal.wait_for("1 · best first")
        terminal.type("\r")
        terminal.wait_for("approve")
        terminal.type("a")
        terminal.wait_until(lambda: statuses(store)["樽"] is Status.APPROVED, "approval")
        terminal.type("x")
        terminal.wait_until(lambda: statuses(store)["樽"] is Status.REJECTED, "rejection")
        terminal.type("u")
        terminal.wait_until(lambda: statuses(store)["樽"] is Status.APPROVED, "undo")
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert [source for source, status in statuses(store).items() if status is not Status.CANDIDATE] == ["樽"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(signal.SIGTERM, 128 + signal.SIGTERM, id="kill"),
        pytest.param(signal.SIGHUP, 128 + signal.SIGHUP, id="hang up"),
        pytest.param(signal.SIGKILL, -signal.SIGKILL, id="kill -9"),
    ],
)
def test_a_process_that_is_ended_has_lost_no_decision(store: Path, number: int, code: int) -> None:
    with review(store) as terminal:
        terminal.wait_for("貯蔵庫", "ちょぞうこ")
        terminal.type("axa")
        terminal.wait_until(lambda: statuses(store)["樽"] is Status.APPROVED, "three decisions")
        terminal.process.send_signal(number)
        assert terminal.exit_code() == code
    decided = {source: status for source, status in statuses(store).items() if status is not Status.CANDIDATE}
    assert decided == {"貯蔵庫": Status.APPROVED, "醸造責任者": Status.REJECTED, "樽": Status.APPROVED}
    assert is_whole(store)


def test_a_window_that_is_closed_ends_the_program_and_loses_nothing(store: Path) -> None:
    with review(store) as terminal:
        terminal.wait_for("貯蔵庫", "ちょぞうこ")
        terminal.type("a")
        terminal.wait_until(lambda: statuses(store)["貯蔵庫"] is Status.APPROVED, "approval")
        terminal.hang_up()
        # A shell hands the signal on; here there is none.
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.process.wait(20) != 0
    assert statuses(store)["貯蔵庫"] is Status.APPROVED
    assert is_whole(store)


def segments(store: Path) -> list[tuple[str, Status]]:
    """The beginning of each segment's Japanese, in the order of the document, with its review status."""
    with Glossary.open(store) as glossary:
        return [(segment.source[:8], segment.status) for segment in glossary.segments()]


def test_a_review_of_segments_that_is_killed_has_kept_what_was_decided_merged_and_stored(store: Path) -> None:
    before = segments(store)
    with review(store, "segments") as terminal:
        terminal.wait_for("least sure first")
        # The least sure one has no English; the surest, the first of the document, is merged with the second.
        terminal.type("x")
        terminal.wait_until(lambda: Status.REJECTED in dict(segments(store)).values(), "rejection")
        terminal.type("a")
        terminal.wait_until(lambda: Status.APPROVED in dict(segments(store)).values(), "approval")
        terminal.type("Gm")
        terminal.wait_until(lambda: len(segments(store)) == len(before) - 1, "merge")
        terminal.type("e")
        terminal.wait_for("edit segment")
        terminal.type("half a tho")
        terminal.process.send_signal(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL
    assert segments(store) == [
        ("地下の貯蔵庫は一", Status.CANDIDATE),
        ("樽の数は今年、百", Status.APPROVED),
        ("醸造責任者は、収", Status.CANDIDATE),
        ("見学の申し込みは", Status.REJECTED),
        ("収穫の季節が終わ", Status.CANDIDATE),
    ]
    with Glossary.open(store) as glossary:
        assert "half a tho" not in {segment.target for segment in glossary.segments()}
        assert [one.name.split()[0] for one in glossary.history(limit=3)] == ["merge", "approve", "reject"]
    assert is_whole(store)


def test_an_outdated_index_is_built_anew_before_the_first_screen(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO fuzzy_state VALUES ('match key', '0')")
    with review(store) as terminal:
        terminal.wait_for("built anew, for it was made with match key 0")
        terminal.wait_for("貯蔵庫", "ちょぞうこ")
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert is_whole(store)


BROKEN = """
import sys
from rnk_gloss.cli.main import main
from rnk_gloss.tui.terms_screen import TermsScreen
def action_note(self):
    raise RuntimeError("the cork [/broke]")
TermsScreen.action_note = action_note
main(["--db", sys.argv[1], "review"])
"""


def test_a_fault_of_the_program_is_told_in_words_and_its_details_are_in_a_file(store: Path) -> None:
    with Terminal(["-c", BROKEN, str(store)], folder=store.parent) as terminal:
        terminal.wait_for("貯蔵庫", "ちょぞうこ")
        terminal.type("an")
        terminal.wait_for("everything that was decided is stored")
        assert terminal.exit_code() == 70
        assert "Traceback" not in terminal.drawn
    (log,) = store.parent.rglob("review-fault.log")
    assert "RuntimeError: the cork [/broke]" in log.read_text(encoding="utf-8")
    assert statuses(store)["貯蔵庫"] is Status.APPROVED


def test_the_language_of_the_screens_can_be_named(store: Path) -> None:
    with review(store, "lookup", "--lang", "ja") as terminal:
        terminal.wait_for("検索", "訳文をコピー")
        terminal.type("\x11")
        assert terminal.exit_code() == 0


@pytest.fixture
def tmux(store: Path) -> Iterator[Callable[..., str]]:
    """Calls tmux with a server of its own."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    base = [program, "-u", "-L", f"rnk-gloss-{os.getpid()}", "-f", "/dev/null"]

    def call(*arguments: str) -> str:
        done = subprocess.run(
            [*base, *arguments], capture_output=True, check=False, env=environment(store.parent), timeout=20
        )
        return done.stdout.decode("utf-8")

    yield call
    call("kill-server")


def test_in_tmux_japanese_is_typed_approved_and_undone(store: Path, tmux: Callable[..., str]) -> None:
    command = [sys.executable, *PROGRAM, "--db", str(store), "review"]
    tmux("new-session", "-d", "-x", "80", "-y", "24", *command)

    def wait_for(*texts: str) -> str:
        end = time.monotonic() + 20
        shown = ""
        while time.monotonic() < end:
            shown = tmux("capture-pane", "-p")
            if all(text in shown for text in texts):
                return shown
            time.sleep(0.05)
        raise AssertionError(f"waited in vain for {texts}:\n{shown}")

    wait_for("貯蔵庫", "ちょぞうこ", "? keys")
    tmux("send-keys", "-l", "/")
    wait_for("kanji, kana")
    tmux("send-keys", "-l", "醸造")
    wait_for("1 · best first")
    tmux("send-keys", "Enter")
    wait_for("a approve")
    tmux("send-keys", "-l", "a")
    wait_for("✔ 1")
    assert statuses(store)["醸造責任者"] is Status.APPROVED
    tmux("send-keys", "-l", "u")
    wait_for("✔ 0")
    tmux("send-keys", "-l", "q")
    end = time.monotonic() + 20
    while tmux("list-sessions") and time.monotonic() < end:
        time.sleep(0.05)
    assert set(statuses(store).values()) == {Status.CANDIDATE}
    assert is_whole(store)
