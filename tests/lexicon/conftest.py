from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from tests.small_lexicon import small_lexicon


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    """The small dictionary with its own words and names."""
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "small.sqlite") as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test may put a dictionary file."""
    return tmp_path / "lexicon.sqlite"
