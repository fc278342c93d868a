"""What the README shows must be what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from rnk_gloss import compare
from rnk_gloss.cli.main import program
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.location import lexicon_path
from rnk_gloss.service import workspace
from tests.small_lexicon import small_lexicon

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (rnk-gloss .*?)(?:\s+#.*)?$", README, re.MULTILINE)
MAKE_TARGETS = re.findall(r"^make (\w+)", README, re.MULTILINE)


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 10
    assert {"glossary", "test"} <= set(MAKE_TARGETS)


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_and_option_of_the_readme_exists(line: str) -> None:
    words = shlex.split(line)[1:]
    command: click.Command = program
    context = click.Context(program, info_name="rnk-gloss")
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None, line
        command = found
        context = click.Context(command, parent=context)
    # Parsing checks options, their values and the number of arguments; nothing is run.
    command.make_context(command.name or "", words)


@pytest.mark.parametrize("target", MAKE_TARGETS)
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!https?://)[^)]+)\)", README))
def test_every_link_of_the_readme_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    opened: list[Lexicon] = []
    monkeypatch.setattr(workspace, "_shared", opened)
    lexicon_path().parent.mkdir(parents=True)
    small_lexicon(lexicon_path()).close()
    (tmp_path / "exports").mkdir()
    for language in ("ja", "en"):
        text = (ROOT / "samples" / language / "01-treaty-signing.txt").read_text(encoding="utf-8")
        (tmp_path / f"article.{language}.txt").write_text(text, encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    for lexicon in opened:
        lexicon.close()
    assert "専門家パネル" in capsys.readouterr().out
    assert (tmp_path / "exports" / "memory.tmx").exists()


def test_the_example_of_an_explanation_is_what_compare_says() -> None:
    comparison = compare("サーバの設定を変更する。", "サーバーの設定を変更しない。")
    assert f"`{comparison.explanation}`" in README


def test_the_example_of_a_segment_is_what_the_aligner_finds() -> None:
    (row,) = re.findall(r"^\| (期限の定めはない。.*?) \| (.*?) \|$", README, re.MULTILINE)
    beads = (ROOT / "samples" / "gold" / "01-treaty-signing.tsv").read_text(encoding="utf-8").split("\n")
    assert [part.replace(" | ", "") for line in beads if line.startswith("期限") for part in line.split("\t")] == list(
        row
    )
