"""Documents made of lines, for tests of the extractor."""

from __future__ import annotations

from rnk_gloss.extract.extraction import extract_terms
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.document import Document, Paragraph, ParagraphKind
from rnk_gloss.model.entry import Candidate
from rnk_gloss.model.traced import TracedText


def document(*lines: str, kind: ParagraphKind = ParagraphKind.BODY, path: str = "article.txt") -> Document:
    """A document with one paragraph for each line."""
    paragraphs = []
    offset = 0
    for line in lines:
        paragraphs.append(Paragraph(TracedText.verbatim(line, offset), kind))
        offset += len(line) + 1
    return Document(path, "ja", "text", "utf-8", "0" * 64, "\n".join(lines), tuple(paragraphs))


def candidates(lexicon: Lexicon, *lines: str) -> dict[str, Candidate]:
    """The candidates of one document by their head form, best first."""
    return {candidate.source: candidate for candidate in extract_terms([document(*lines)], lexicon)}
