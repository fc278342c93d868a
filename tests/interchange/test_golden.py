"""The bytes of one file per output format and profile. They change only when somebody means them to.

To write them anew: `RNK_GLOSS_WRITE_GOLDEN=1 pytest tests/interchange/test_golden.py`, and read the difference.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import pytest

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit
from tests.interchange.samples import CREATED, ENTRIES, PRINTED, UNITS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("file", "profile", "items"),
    [
        pytest.param("plain.tmx", "plain", UNITS, id="tmx"),
        pytest.param("omegat.tmx", "omegat", UNITS, id="tmx for OmegaT"),
        pytest.param("plain.po", "plain", UNITS, id="po"),
        pytest.param("version-2.1.xlf", "2.1", UNITS, id="xliff 2.1"),
        pytest.param("version-1.2.xlf", "1.2", UNITS, id="xliff 1.2"),
        pytest.param("excel.csv", "excel", ENTRIES, id="csv for Excel"),
        pytest.param("plain.csv", "plain", ENTRIES, id="csv"),
        pytest.param("plain.tsv", "plain", ENTRIES, id="tsv"),
        pytest.param("omegat.txt", "omegat", ENTRIES, id="glossary for OmegaT"),
        pytest.param("omegat.csv", "omegat", ENTRIES, id="csv for OmegaT"),
        pytest.param("memoq.csv", "memoq", ENTRIES, id="csv for memoQ"),
        pytest.param("multiterm.txt", "multiterm", ENTRIES, id="text for MultiTerm"),
        pytest.param("glossary.utx", "utx", ENTRIES, id="utx"),
        pytest.param("basic2.tbx", "basic2", ENTRIES, id="tbx 2"),
        pytest.param("basic3.tbx", "basic3", ENTRIES, id="tbx 3, dca"),
        pytest.param("basic3-dct.tbx", "basic3-dct", ENTRIES, id="tbx 3, dct"),
        pytest.param("gojuon.md", "gojuon", PRINTED, id="markdown, 五十音順"),
        pytest.param("a-z.md", "a-z", PRINTED, id="markdown, A–Z"),
        pytest.param("gojuon.html", "gojuon", PRINTED, id="html"),
        pytest.param("ruby.html", "ruby", PRINTED, id="html with ruby"),
        pytest.param("units.jsonl", "plain", UNITS, id="units as JSON lines"),
        pytest.param("entries.jsonl", "plain", ENTRIES, id="entries as JSON lines"),
        pytest.param("units.csv", "excel", UNITS, id="units as csv"),
    ],
)
def test_bytes(tmp_path: Path, file: str, profile: str, items: Iterable[Unit] | Iterable[Entry]) -> None:
    path = tmp_path / file
    format_for(path).write(path, items, WriteOptions(profile=profile, created=CREATED))
    written = path.read_bytes().replace(
        f'creationtoolversion="{version("rnk-gloss")}"'.encode(), b'creationtoolversion="VERSION"'
    )
    golden = GOLDEN / file
    if os.environ.get("RNK_GLOSS_WRITE_GOLDEN"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


@pytest.mark.parametrize(("file", "items"), [("glossary.xlsx", ENTRIES), ("units.xlsx", UNITS)])
def test_parts_of_a_workbook(tmp_path: Path, file: str, items: Iterable[Unit] | Iterable[Entry]) -> None:
    """How tightly the parts are packed depends on the version of zlib; what stands in them does not."""
    path = tmp_path / file
    format_for(path).write(path, items)
    if os.environ.get("RNK_GLOSS_WRITE_GOLDEN"):
        (GOLDEN / file).write_bytes(path.read_bytes())
    with zipfile.ZipFile(path) as written, zipfile.ZipFile(GOLDEN / file) as golden:
        assert written.namelist() == golden.namelist()
        assert {name: written.read(name) for name in written.namelist()} == {
            name: golden.read(name) for name in golden.namelist()
        }
