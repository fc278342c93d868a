"""An open glossary with a small dictionary, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.service.glossary import Glossary
from tests.small_lexicon import small_lexicon


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    opened = small_lexicon(tmp_path_factory.mktemp("lexicon") / "small.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def glossary(tmp_path: Path, lexicon: Lexicon) -> Iterator[Glossary]:
    with Glossary.open(tmp_path / "glossary.db", author="翻訳者", lexicon=lexicon) as opened:
        yield opened
