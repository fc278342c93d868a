"""The sentences of a document, with their places in its original."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.document import Document, ProseSentence, Sentence
from rnk_gloss.text.sentences import sentence_spans


def sentences_of(document: Document, *, for_alignment: bool = False) -> list[Sentence]:
    """All sentences of all paragraphs, in order; `for_alignment` cuts as `sentence_spans` does."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        for span in sentence_spans(paragraph.text, document.language, for_alignment=for_alignment):
            text = paragraph.text[span.start : span.end]
            original = paragraph.content.original_span(span.start, span.end)
            found.append(Sentence(text, number, span, original))
    return found


def prose_of(document: Document, sentences: Sequence[Sentence]) -> list[ProseSentence]:
    """Those sentences that are text to be translated: not furniture, not code."""
    return [
        ProseSentence(sentence.text, sentence.paragraph, sentence.original)
        for sentence in sentences
        if document.paragraphs[sentence.paragraph].is_prose
    ]


def paragraph_starts(sentences: Sequence[ProseSentence]) -> list[int]:
    """The indices of the sentences that begin a paragraph."""
    return [
        index
        for index, sentence in enumerate(sentences)
        if index == 0 or sentence.paragraph != sentences[index - 1].paragraph
    ]
