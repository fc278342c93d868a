from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.tui.wording import ENGLISH, speak
from tests.tui.example_store import write_example_store


@pytest.fixture(scope="session")
def written_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "cellar.db"
    write_example_store(path)
    return path


@pytest.fixture
def store(written_store: Path, tmp_path: Path) -> Path:
    """A copy of the example glossary."""
    return Path(shutil.copy(written_store, tmp_path / "cellar.db"))


@pytest.fixture
def japanese() -> Iterator[None]:
    """What is said in this test is said in Japanese."""
    speak("ja")
    yield
    speak(ENGLISH)
