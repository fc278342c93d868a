"""TBX, the exchange format of terminologies (ISO 30042): version 2 (2008) and version 3 (2019), and TBX-Min."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

__all__ = ["read", "write"]


def read(path: Path, options: ReadOptions) -> Reading:
    """The concepts of a TBX file of either version, in any of its dialects; see `tbx_reader`."""
    from rnk_gloss.interchange.tbx_reader import read_concepts

    return read_concepts(path, options)


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What TBX-Basic could not carry of the entries; see `tbx_writer`."""
    from rnk_gloss.interchange.tbx_writer import write_concepts

    return write_concepts(path, items, options)
