"""A fresh database for each test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.store.connection import open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "用語集.db"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(path)
    yield opened
    opened.close()
