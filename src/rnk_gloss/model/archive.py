"""What the store holds beside entries and units, as a whole copy of it carries it: documents and likenesses.

Rows that refer to each other by ids in the store refer by names here, which mean the same in another store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rnk_gloss.model.entry import LikenessKind
from rnk_gloss.model.span import Span


class ArchivedSentence(NamedTuple):
    """A sentence of a document: its number, its paragraph and what that is for, its text and span in the original."""

    number: int
    paragraph: int
    kind: str
    text: str
    original: Span


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """A document with its sentences; `translation` is the path and language of the one that translates it."""

    path: str
    language: str
    format: str
    encoding: str
    digest: str
    characters: int
    extractor: str
    extracted_at: str
    subject: str = ""
    translation: tuple[str, str] | None = None
    sentences: tuple[ArchivedSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedLikeness:
    """Two entries that may belong together. `entry` and `other` are ids in a store; in a file, the numbers of the
    entries in their order, counted from 1."""

    entry: int
    other: int
    kind: LikenessKind
    reason: str
    confidence: float
    apart: bool = False
