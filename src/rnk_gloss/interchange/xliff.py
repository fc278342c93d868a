"""XLIFF, the exchange format of documents in translation (OASIS, 1.2 of 2008 and 2.1 of 2018): the format's doors."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

__all__ = ["read", "write"]


def read(path: Path, options: ReadOptions) -> Reading:
    """The translated segments of XLIFF 1.0–1.2, 2.x, SDLXLIFF, MQXLIFF or MXLIFF as units; see `xliff_reader`."""
    from rnk_gloss.interchange.xliff_reader import read_units

    return read_units(path, options)


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What XLIFF could not carry of the units; see `xliff_writer`."""
    from rnk_gloss.interchange.xliff_writer import write_units

    _check_suffix(path)
    return write_units(path, items, options)


def _check_suffix(path: Path) -> None:
    if path.suffix.lower() in {".sdlxliff", ".mqxliff", ".mxliff"}:
        raise UsageError(
            f"{path}: only the tool that made such a file can write one",
            hint="Name a file that ends in .xlf or .xliff: Trados and memoQ take that too.",
        )
