"""The bytes of one file per output format and profile. They change only when somebody means them to.

To write them anew: `RNK_GLOSS_WRITE_GOLDEN=1 pytest tests/interchange/test_golden.py`, and read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import pytest

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit
from tests.interchange.samples import CREATED, ENTRIES, UNITS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("file", "profile", "items"),
    [
        pytest.param("plain.tmx", "plain", UNITS, id="tmx"),
        pytest.param("omegat.tmx", "omegat", UNITS, id="tmx for OmegaT"),
        pytest.param("excel.csv", "excel", ENTRIES, id="csv for Excel"),
        pytest.param("plain.csv", "plain", ENTRIES, id="csv"),
        pytest.param("plain.tsv", "plain", ENTRIES, id="tsv"),
        pytest.param("omegat.txt", "omegat", ENTRIES, id="glossary for OmegaT"),
        pytest.param("omegat.csv", "omegat", ENTRIES, id="csv for OmegaT"),
        pytest.param("memoq.csv", "memoq", ENTRIES, id="csv for memoQ"),
        pytest.param("multiterm.txt", "multiterm", ENTRIES, id="text for MultiTerm"),
        pytest.param("glossary.utx", "utx", ENTRIES, id="utx"),
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
