"""The store that comes out of the samples; the other one of which files are made is `tests.rich_store`."""

from __future__ import annotations

from pathlib import Path

from rnk_gloss.service.glossary import Glossary

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def samples_store(path: Path) -> Glossary:
    """What comes out of the articles in `samples/`."""
    glossary = Glossary.open(path)
    glossary.extract_all([SAMPLES], options=None)
    return glossary
