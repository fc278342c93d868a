"""A document on its way to a translator, in the format that the name of the file says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.registry import format_for
from rnk_gloss.interchange.report import LossReport
from rnk_gloss.model.pretranslation import Pretranslation

TRANSLATION_SUFFIXES = (".po", ".pot", ".xlf", ".xliff")
"""The names that such a file may end in."""


def write_translation_file(
    path: Path, segments: Iterable[Pretranslation], document: str, options: WriteOptions
) -> LossReport:
    """What the file could not carry of the segments; on any error no file appears, and an old one stays as it was.

    `document` is the name under which the segments come back. `UsageError` for a name that ends otherwise, or a
    profile that the format does not have.
    """
    if path.suffix.lower() not in TRANSLATION_SUFFIXES:
        raise UsageError(
            f"{path}: is no name for a file that goes to a translator",
            hint=f"Name a file that ends in {', '.join(TRANSLATION_SUFFIXES)}.",
        )
    file_format = format_for(path)
    options = replace(options, profile=file_format.chosen_profile(options.profile))
    if file_format.name == "po":
        from rnk_gloss.interchange.po_document import write_document as write_catalogue

        return write_catalogue(path, segments, document, options)
    from rnk_gloss.interchange.xliff_document import write_document as write_xliff

    return write_xliff(path, segments, document, options)
