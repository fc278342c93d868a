"""TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005): what is named how in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

__all__ = ["read", "write"]


def read(path: Path, options: ReadOptions) -> Reading:
    """The units of a TMX file of any version from 1.1; see `tmx_reader`."""
    from rnk_gloss.interchange.tmx_reader import read_units

    return read_units(path, options)


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What TMX could not carry of the units; see `tmx_writer`."""
    from rnk_gloss.interchange.tmx_writer import write_units

    return write_units(path, items, options)
