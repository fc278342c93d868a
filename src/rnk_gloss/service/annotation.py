"""A document with its terms: which of the glossary's terms stand where in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Recognised
from rnk_gloss.model.span import Span


@dataclass(frozen=True, slots=True)
class AnnotatedTerm:
    """A term, or what was refused, in a paragraph's text, and its place in the characters of the file."""

    term: Recognised
    original: Span


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph of a document, counted from 0, with its text and the terms in it, in order."""

    number: int
    text: str
    terms: tuple[AnnotatedTerm, ...]


def annotate(document: Document, recognise: Callable[[str], list[Recognised]]) -> Iterator[AnnotatedParagraph]:
    """Each paragraph to be translated with its terms; code, page headers and page numbers are left out."""
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.is_prose:
            terms = (
                AnnotatedTerm(term, paragraph.content.original_span(term.start, term.end))
                for term in recognise(paragraph.text)
            )
            yield AnnotatedParagraph(number, paragraph.text, tuple(terms))
