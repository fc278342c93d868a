"""The program in a terminal of its own, as a user has it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (30, 100)
_SECONDS = 20.0
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Z]|[=>78cDEHMNOPVWXZ])"
)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a run: English, a plain terminal, and every folder of the user below `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "RNK_GLOSS"))}
    homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("STATE", "DATA", "CONFIG")}
    return {**kept, "LANG": "C.UTF-8", "TERM": "xterm-256color", "RNK_GLOSS_AUTHOR": "aki", **homes, **more}


class Terminal:
    """A pseudo terminal with a program in it. What it draws is gathered without its control sequences."""

    def __init__(self, arguments: Sequence[str], *, folder: Path, more: Mapping[str, str] | None = None) -> None:
        self._ours, theirs = pty.openpty()
        self.resize(*SIZE)
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment(folder, **(more or {})),
            start_new_session=True,
        )
        os.close(theirs)
        self._drawn = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def resize(self, rows: int, columns: int) -> None:
        """Make the window another size."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._ours, text.encode("utf-8"))

    def hang_up(self) -> None:
        """Close the window."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    @property
    def drawn(self) -> str:
        """All that has been drawn so far."""
        while self._ours >= 0 and select.select([self._ours], [], [], 0)[0]:
            try:
                self._drawn += os.read(self._ours, 65536).decode("utf-8", "replace")
            except OSError:  # the program has ended, and nobody holds the other end any more
                break
        return _SEQUENCE.sub("", self._drawn)

    def wait_for(self, *texts: str) -> None:
        """Wait until all these texts were drawn since the last wait."""
        self._wait(lambda: all(text in self.drawn for text in texts), f"{texts} on the screen")
        self._drawn = ""

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds."""
        self._wait(holds, what)

    def exit_code(self) -> int:
        """The exit code, once the program has ended; negative where a signal ended it."""
        self._wait(lambda: self.drawn is not None and self.process.poll() is not None, "end of the program")
        assert self.process.returncode is not None
        return self.process.returncode

    def _wait(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _SECONDS
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}:\n{self.drawn[-4000:]}")
            time.sleep(0.02)
