"""What happens when the program itself fails: the terminal is given back, and the details are in a file."""

from __future__ import annotations

import io
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from textual.app import App

from rnk_gloss.errors import GlossError
from rnk_gloss.service.clock import now

LOG_NAME = "review-fault.log"
_WIDTH = 120

ResultT = TypeVar("ResultT")


class ReviewFaultError(GlossError):
    """The review ended because of a fault of its own."""

    exit_code = 70  # EX_SOFTWARE of sysexits.h


def run_guarded(app: App[ResultT]) -> int:
    """The return code of an application that was run in this terminal until the user left it.

    Raises `ReviewFaultError`, which says where the details are, where it failed.
    """
    told = io.StringIO()
    # Textual prints tracebacks on this console once the terminal is as it was before.
    app.error_console = Console(file=told, width=_WIDTH, markup=False, highlight=False)
    app.run()
    if details := told.getvalue():
        raise ReviewFaultError(
            "the review ended because of a fault of its own; everything that was decided is stored",
            hint=_kept(details),
        )
    return app.return_code or 0


def _kept(details: str) -> str:
    """Where the details are: in a file or, where none can be written, here."""
    from platformdirs import user_log_path

    path = user_log_path("rnk-gloss") / LOG_NAME
    try:
        _write(path, details)
    except OSError as error:
        return f"{path} cannot be written ({error.strerror}); the details are:\n{details}"
    return f"please report it with what stands in {path} (texts of your glossary may stand there, too)"


def _write(path: Path, details: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    versions = ", ".join(f"{name} {version(name)}" for name in ("rnk-gloss", "textual", "rich"))
    system = f"Python {platform.python_version()}, {platform.platform()}"
    path.write_text(f"{now()}  {versions}, {system}\n\n{details}", encoding="utf-8")
