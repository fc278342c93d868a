"""A document as it was read: its original characters and its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText


class ParagraphKind(StrEnum):
    """What a paragraph is for; terms are taken from headings and bodies only."""

    HEADING = "heading"
    BODY = "body"
    FURNITURE = "furniture"
    CODE = "code"

    @property
    def is_prose(self) -> bool:
        """Whether it is text to be translated."""
        return self in {ParagraphKind.HEADING, ParagraphKind.BODY}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text as a reader sees it (NFC, markup removed, broken lines joined) and its origin."""

    content: TracedText
    kind: ParagraphKind = ParagraphKind.BODY

    @property
    def text(self) -> str:
        return self.content.text

    @property
    def is_prose(self) -> bool:
        return self.kind.is_prose


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language.

    `original` is the decoded file (for containers such as DOCX: the text taken from it); all spans count its
    characters. `digest` is the SHA-256 of the file's bytes. `remarks` says what was decided while reading
    (encoding, joined lines, furniture), for the user to see. `translation`, for formats that hold both languages,
    has one paragraph for each paragraph of this document.
    """

    path: str
    language: str
    format: str
    encoding: str
    digest: str
    original: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...] = ()
    translation: Document | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document: its text, its place in its paragraph, and its span in the original."""

    text: str
    paragraph: int
    within: Span
    original: Span


class ProseSentence(NamedTuple):
    """A sentence to be aligned: its text, the number of its paragraph, and its span in the original."""

    text: str
    paragraph: int
    original: Span


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as the store remembers it: enough to see whether its file changed. `translation` is the id of the
    document that translates it; `extractor` names the rules that read it; `segments` counts its aligned segments."""

    id: int
    path: str
    language: str
    format: str
    encoding: str
    digest: str
    characters: int
    subject: str
    translation: int | None
    extractor: str
    extracted_at: str
    segments: int = 0
