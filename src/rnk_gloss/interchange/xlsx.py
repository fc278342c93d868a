"""Excel workbooks (Office Open XML, ECMA-376): a glossary or memory as the table of one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import ReadOptions, WriteOptions
from rnk_gloss.interchange.report import LossReport, Reading
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Unit

__all__ = ["read", "write"]


def read(path: Path, options: ReadOptions) -> Reading:
    """The rows of one sheet of the workbook; see `xlsx_reader`."""
    from rnk_gloss.interchange.xlsx_reader import read_workbook

    return read_workbook(path, options)


def write(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What the table could not carry; see `xlsx_writer`."""
    from rnk_gloss.interchange.xlsx_writer import write_workbook

    return write_workbook(path, items, options)
