from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.registry import format_for, formats
from tests.interchange.samples import ENTRIES, UNITS


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("memory.tmx", "tmx", id="tmx"),
        pytest.param("用語集.CSV", "csv", id="upper case, Japanese name"),
        pytest.param("a.b/glossary.tsv", "tsv", id="dots in folders"),
        pytest.param("glossary.utf8", "txt", id="OmegaT"),
    ],
)
def test_the_suffix_chooses_the_format(path: str, name: str) -> None:
    assert format_for(Path(path)).name == name


def test_a_name_stands_before_the_suffix() -> None:
    assert format_for(Path("export.dat"), "tmx").name == "tmx"


@pytest.mark.parametrize(("path", "name"), [("notes.docx", None), ("memory.tmx", "mqxliff"), ("no-suffix", None)])
def test_an_unknown_format_is_answered_with_the_known_ones(path: str, name: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        format_for(Path(path), name)
    assert all(one.name in (caught.value.hint or "") for one in formats())


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("用語.xls", "Save it as .xlsx"),
        ("memory.sdltm", "TMX"),
        ("app.ts", "lconvert"),
        ("契約.docx", "rnk-gloss extract"),
    ],
)
def test_files_of_well_known_tools_are_answered_with_a_way(path: str, advice: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_for(Path(path))
    assert advice in (caught.value.hint or "")


def test_an_unknown_profile_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        format_for(Path("a.csv")).write(tmp_path / "a.csv", ENTRIES, WriteOptions(profile="lotus"))
    assert "multiterm" in (caught.value.hint or "")


def test_what_a_format_does_not_carry_is_refused(tmp_path: Path) -> None:
    tmx, utx = format_for(Path("a.tmx")), format_for(Path("a.utx"))
    with pytest.raises(UsageError, match="tmx carries units, not entries"):
        tmx.read(tmp_path / "a.tmx", ReadOptions(kind="entries"))
    with pytest.raises(UsageError, match="not glossary entries"):
        tmx.write(tmp_path / "a.tmx", ENTRIES)
    with pytest.raises(UsageError, match="not units"):
        utx.write(tmp_path / "a.utx", UNITS)
    assert list(tmp_path.iterdir()) == []


def test_formats_are_known_without_their_libraries() -> None:
    code = (
        "import sys; from pathlib import Path; from rnk_gloss.interchange.registry import format_for;"
        "format_for(Path('a.tmx')); sys.exit('lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
