"""Work of ours in a second process, so that two cores share it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from rnk_gloss.errors import GlossError


class LaterCall:
    """A call with the face of `SideProcess`, made in this process when it is waited for: for work so small that a
    process would cost more than it saves."""

    def __init__(self, function: Callable[..., None], *arguments: object) -> None:
        self._call = (function, arguments)

    def wait(self) -> None:
        """Makes the call. Raises what it raises."""
        function, arguments = self._call
        function(*arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""


class SideProcess:
    """A call of `function`, which returns nothing, in a process of its own; a context manager that ends the process.

    The process imports the function's module and nothing else. `multiprocessing` would import the caller's main module
    again, and so run a user's script a second time that uses us without `if __name__ == "__main__"`.
    """

    def __init__(self, function: Callable[..., None], *arguments: object) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, and no shell
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        except OSError as error:
            raise GlossError(f"no second Python process could be started: {error}") from error
        assert self._process.stdin is not None
        # Left open: when it closes, because this process was killed, the other one ends, too.
        with suppress(BrokenPipeError):  # `wait` says that the process has ended
            pickle.dump((function, arguments), self._process.stdin)
            self._process.stdin.flush()

    def wait(self) -> None:
        """Waits for the end of the call. Raises what the call raised, `GlossError` when its process was ended."""
        assert self._process.stdout is not None
        told = self._process.stdout.read()
        if not told:
            raise GlossError(
                f"a process that did half of the work was ended (exit code {self._process.wait()})",
                hint="was there too little memory? try again",
            )
        error: BaseException | None = pickle.loads(told)  # noqa: S301 - written by our own process
        if error is not None:
            raise error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()


def _main() -> None:
    """Makes the call that stands on standard input, and writes the error or None to standard output."""
    function, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    error: BaseException | None = None
    try:
        function(*arguments)
    except Exception as raised:
        raised.add_note(f"in a side process:\n{traceback.format_exc()}")
        error = raised
    pickle.dump(error, sys.stdout.buffer)
    sys.stdout.flush()
    # Without the clean-up that would wait for the thread's read.
    os._exit(0)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    _main()
