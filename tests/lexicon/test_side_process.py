from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rnk_gloss.errors import GlossError, InputError
from rnk_gloss.lexicon.side_process import LaterCall, SideProcess


def write_number_of_process(path: Path) -> None:
    path.write_text(str(os.getpid()), encoding="ascii")


def refuse(path: Path) -> None:
    raise InputError(f"{path}: 壊れている", hint="download it again")


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sleep_long(path: Path) -> None:
    write_number_of_process(path.with_name("begun"))
    path.with_name("begun").rename(path)
    time.sleep(60)


@pytest.mark.parametrize(("call", "elsewhere"), [(SideProcess, True), (LaterCall, False)])
def test_the_call_is_made(call: type[SideProcess | LaterCall], elsewhere: bool, tmp_path: Path) -> None:
    with call(write_number_of_process, tmp_path / "number") as work:
        work.wait()
    assert (int((tmp_path / "number").read_text(encoding="ascii")) != os.getpid()) is elsewhere


@pytest.mark.parametrize("call", [SideProcess, LaterCall])
def test_what_the_call_raises_is_raised_where_it_is_waited_for(call: type[SideProcess | LaterCall]) -> None:
    with call(refuse, Path("辞書")) as work, pytest.raises(InputError, match="辞書: 壊れている") as refusal:
        work.wait()
    assert refusal.value.hint == "download it again"


def test_a_process_that_is_killed_is_told_of() -> None:
    with SideProcess(be_killed) as work, pytest.raises(GlossError, match="was ended"):
        work.wait()


def test_leaving_ends_the_process(tmp_path: Path) -> None:
    with SideProcess(sleep_long, tmp_path / "number"):
        wait_until((tmp_path / "number").exists)
    number = int((tmp_path / "number").read_text(encoding="ascii"))
    wait_until(lambda: not is_running(number))


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_the_process_does_not_outlive_the_one_that_began_it(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from rnk_gloss.lexicon.side_process import SideProcess\n"
        "from tests.lexicon.test_side_process import sleep_long\n"
        f"with SideProcess(sleep_long, Path({str(tmp_path / 'number')!r})) as work:\n"
        "    work.wait()\n"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", script], env=paths) as first:
        wait_until((tmp_path / "number").exists)
        first.kill()
    number = int((tmp_path / "number").read_text(encoding="ascii"))
    wait_until(lambda: not is_running(number))


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # One that has ended and that nobody has asked about yet is no longer running.
    status = Path(f"/proc/{number}/stat")
    return not (status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to pass within 20 seconds")
