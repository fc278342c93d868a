"""What a format's reader hands back, before it becomes a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.model.document import Paragraph


@dataclass(frozen=True, slots=True)
class Content:
    """The characters of a file and its paragraphs; `remarks` says what was decided on the way.

    `language` stands only where the format itself names it. `translation` has one paragraph for each of ours.
    """

    original: str
    paragraphs: Sequence[Paragraph]
    remarks: Sequence[str] = ()
    language: str | None = None
    translation: Content | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: where it came from, its characters, and how they were decoded."""

    path: Path
    text: str
    encoding: str
    remarks: tuple[str, ...] = ()
