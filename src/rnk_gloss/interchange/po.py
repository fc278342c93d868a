"""PO, the message catalogues of GNU gettext: the doors of the format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

__all__ = ["read", "write"]


def read(path: Path, options: ReadOptions) -> Reading:
    """The translated messages of a catalogue as units; see `po_reader`."""
    from rnk_gloss.interchange.po_reader import read_units

    return read_units(path, options)


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What a catalogue could not carry of the units; see `po_writer`."""
    from rnk_gloss.interchange.po_writer import write_units

    return write_units(path, items, options)
