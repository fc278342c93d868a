"""Editing a text in the program of the user's choice, where their own input method works as they know it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.wording import say

if TYPE_CHECKING:
    from textual.app import App

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("sensible-editor", "nano", "vim", "vi")
_MOST_BYTES = 4_000_000


def edit_text(app: App[object], text: str, suffix: str = ".txt") -> str | None:
    """The text as it is after the user's editor was left; None where nothing was changed.

    The screen is given to the editor until it ends; `suffix` (with its dot) tells it what kind of text this is. The
    line break that editors put at the end is no change, and not part of what comes back. Raises `UsageError` where
    there is no editor, it fails, the terminal cannot be given away, or what it leaves is no text.
    """
    command = editor_command()
    # Only the user can read what stands there, and it is gone in the end, whatever happens.
    with TemporaryDirectory(prefix="rnk-gloss-") as folder:
        path = Path(folder) / f"text{suffix}"
        path.write_bytes(_closed(text).encode("utf-8", "replace"))
        try:
            with app.suspend():
                failure = _run([*command, str(path)])
        except SuspendNotSupported as error:
            raise UsageError(
                say("this terminal cannot be given to an editor"), hint=say("edit here instead: e")
            ) from error
        if failure:
            raise UsageError(
                say("{editor}: {reason}; nothing was changed", editor=command[0], reason=failure), hint=_hint()
            )
        edited = _read(path)
    return None if edited == _closed(text) else edited.removesuffix("\n")


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The words of the command that starts the user's editor: of VISUAL, of EDITOR, or of the first usual one that is
    there. Raises `UsageError` where there is none."""
    for name in _VARIABLES:
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError as error:
            raise UsageError(say("{name} cannot be read: {reason}", name=name, reason=error), hint=_hint()) from error
        if words:
            return words
    found = next((path for name in _USUAL if (path := shutil.which(name))), None)
    if found is None:
        raise UsageError(say("there is no editor"), hint=_hint())
    return [found]


def _run(command: list[str]) -> str:
    """Why the command failed, or nothing. Textual gives the screen back only where no error leaves `suspend`."""
    try:
        status = subprocess.run(command, check=False).returncode  # noqa: S603  # what the user set up
    except OSError as error:
        return error.strerror or str(error)
    return say("it ended with status {status}", status=status) if status else ""


def _closed(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
        if len(content) > _MOST_BYTES:
            raise UsageError(say("the edited text is too long: nothing was changed"))
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError(say("the edited file is gone: nothing was changed")) from error
    except UnicodeDecodeError as error:
        raise UsageError(say("the edited file is no UTF-8: nothing was changed")) from error
    return _closed(text.replace("\r\n", "\n"))


def _hint() -> str:
    return say("name your editor in the variable EDITOR")
