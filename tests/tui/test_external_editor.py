"""Handing a text to the user's editor and taking it back."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from rnk_gloss.errors import UsageError
from rnk_gloss.tui.external_editor import edit_text, editor_command

UseEditor = Callable[[str], Path]


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> App[Any]:
    app: App[Any] = App()
    monkeypatch.setattr(app, "suspend", nullcontext)
    return app


@pytest.fixture
def use_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> UseEditor:
    return lambda script: _use_editor(monkeypatch, tmp_path, script)


def _use_editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> Path:
    """An editor that does what the script says to the file in `$1`; the file that is returned says which it got."""
    editor, seen = folder / "my editor.sh", folder / "seen"
    editor.write_text(f'#!/bin/sh\necho "$1" > "{seen}"\nls -ld "$(dirname "$1")" >> "{seen}"\n{script}\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", f"'{editor}'")
    return seen


@pytest.mark.parametrize(
    ("script", "text", "edited"),
    [
        pytest.param("true", "蔵の樽", None, id="何もしない"),
        pytest.param("printf '蔵の樽' > \"$1\"", "蔵の樽", None, id="末尾の改行だけが違う"),
        pytest.param("printf '蔵の桶\\n' > \"$1\"", "蔵の樽", "蔵の桶", id="書きかえる"),
        pytest.param("printf '\\357\\273\\277一\\r\\n二\\r\\n' > \"$1\"", "蔵", "一\n二", id="BOM と CRLF"),
        pytest.param(': > "$1"', "蔵", "", id="空にする"),
    ],
)
def test_what_the_editor_leaves_comes_back(
    app: App[Any], use_editor: UseEditor, script: str, text: str, edited: str | None
) -> None:
    seen = use_editor(script)
    assert edit_text(app, text, ".md") == edited
    path, mode = seen.read_text().split("\n")[:2]
    assert path.endswith(".md")
    assert mode.startswith("drwx------"), "nobody else can read it"
    assert not Path(path).parent.exists(), "nothing is left lying about"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        pytest.param("exit 3", "status 3", id="エラー終了"),
        pytest.param('rm "$1"', "is gone", id="消す"),
        pytest.param("printf '\\202\\240' > \"$1\"", "no UTF-8", id="Shift_JIS"),
        pytest.param('head -c 5000000 /dev/zero > "$1"', "too long", id="長すぎる"),
    ],
)
def test_an_editor_that_fails_changes_nothing(app: App[Any], use_editor: UseEditor, script: str, message: str) -> None:
    use_editor(script)
    with pytest.raises(UsageError, match=message):
        edit_text(app, "蔵の樽")


def test_an_editor_that_is_not_there_is_named(app: App[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    with pytest.raises(UsageError, match="no-such-editor") as caught:
        edit_text(app, "蔵の樽")
    assert "EDITOR" in str(caught.value.hint)


async def test_a_terminal_that_cannot_be_given_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    app: App[Any] = App()
    async with app.run_test():
        with pytest.raises(UsageError, match="cannot be given"):
            edit_text(app, "蔵の樽")


def test_the_variables_are_read_as_a_shell_reads_words() -> None:
    assert editor_command({"VISUAL": "", "EDITOR": "code --wait 'a b'"}) == ["code", "--wait", "a b"]
    with pytest.raises(UsageError, match="EDITOR cannot be read"):
        editor_command({"EDITOR": "'vim"})
