from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.golden import FOLDER, SCENES, paint, write_golden_store


@pytest.fixture(scope="module")
def golden_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("golden") / "written.db"
    write_golden_store(path)
    return path


@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_looks_as_it_did(name: str, golden_store: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(golden_store, tmp_path / "cellar.db"))
    drawn = await paint(SCENES[name], store)
    assert drawn == (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), "if this is meant: python -m tests.tui.golden"


def test_every_picture_is_of_a_scene() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(SCENES)
