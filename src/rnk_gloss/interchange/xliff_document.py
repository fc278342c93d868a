"""A document as XLIFF to be translated: its segments, what the memory has for them, and the glossary's terms."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.xliff_fields import GENERATED_ID
from rnk_gloss.interchange.xliff_writer import xliff_version
from rnk_gloss.model.pretranslation import Pretranslation


def write_document(path: Path, segments: Iterable[Pretranslation], document: str, options: WriteOptions) -> LossReport:
    """What could not be carried, with counts; `written` counts the segments.

    Each segment is a unit with the best match as its target: translated if the match is exact, else still to be done.
    How alike they are and the terms stand in notes, in 2.1 also the match and the terms as such.
    """
    losses = LossTally()
    version = xliff_version(options, losses)
    with replacing(path) as stream:
        stream.write((version.opening(options) + version.file_opening(document, 1, options)).encode())
        for segment in segments:
            if not segment.text.strip():
                losses.add("segments without a text")
                continue
            losses.written += 1
            stream.write(version.segment(segment, f"{GENERATED_ID}{losses.written}").encode())
        if losses.written == 0:
            stream.write(version.no_units().encode())
        stream.write((version.file_closing() + "</xliff>\n").encode())
    return losses.report()
