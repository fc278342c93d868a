"""The command line run in this process, in a folder and with a dictionary of its own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rnk_gloss.cli.main import run as run_program
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.location import lexicon_path
from rnk_gloss.service import workspace
from tests.small_lexicon import small_lexicon


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def table(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.split("\n") if line]


Run = Callable[..., Outcome]


def stdin(text: str) -> io.TextIOWrapper:
    """A standard input that holds the text in UTF-8."""
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("RNK_GLOSS_AUTHOR", "翻訳者")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718755200")
    monkeypatch.delenv("RNK_GLOSS_DB", raising=False)
    opened: list[Lexicon] = []
    monkeypatch.setattr(workspace, "_shared", opened)
    lexicon_path().parent.mkdir(parents=True)
    small_lexicon(lexicon_path()).close()

    def once(*arguments: str | Path) -> Outcome:
        code = run_program([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    yield once
    for lexicon in opened:
        lexicon.close()


JAPANESE = "専門家パネルは解散した。\n\n経済制裁の監視は続く。専門家パネルの後継は決まっていない。\n"
ENGLISH = (
    "The Panel of Experts was dissolved.\n\nEconomic sanctions are still monitored. The panel has no successor yet.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "記事.ja.txt", tmp_path / "記事.en.txt"
    source.write_text(JAPANESE, encoding="utf-8")
    target.write_text(ENGLISH, encoding="utf-8")
    return source, target
