"""Aligning texts and documents: sentences are cut, aligned, and led back to their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rnk_gloss.model.document import Document, Sentence
from rnk_gloss.model.segment import Bead
from rnk_gloss.model.span import Span
from rnk_gloss.service.sentences import paragraph_starts, prose_of, sentences_of
from rnk_gloss.service.workspace import Progress, default_lexicon
from rnk_gloss.text.sentences import sentence_spans

if TYPE_CHECKING:
    from rnk_gloss.lexicon.dictionary import Lexicon


def align_sentences(source: Sequence[str], target: Sequence[str], *, lexicon: Lexicon | None = None) -> list[Bead]:
    """The beads of two lists of sentences, Japanese and English, covering each sentence once, in order.

    `source_indices` and `target_indices` count the given sentences; `score` is the confidence 0–100. The method is
    dynamic programming over beads with dictionary likelihood and length, after Gale & Church (1993) and Moore (2002).
    """
    from rnk_gloss.align.alignment import align_sentences as align

    return align(source, target, lexicon=lexicon or default_lexicon())


def align_texts(source: str, target: str, *, lexicon: Lexicon | None = None) -> list[Bead]:
    """The beads of a Japanese text and its English translation; spans count the characters of these texts."""
    from rnk_gloss.align.alignment import align_sentences as align

    source_sentences = _sentences_of_text(source, "ja")
    target_sentences = _sentences_of_text(target, "en")
    beads = align(
        [sentence.text for sentence in source_sentences],
        [sentence.text for sentence in target_sentences],
        lexicon=lexicon or default_lexicon(),
        source_breaks=paragraph_starts(source_sentences),
        target_breaks=paragraph_starts(target_sentences),
    )
    return [_placed(bead, source_sentences, target_sentences) for bead in beads]


def _sentences_of_text(text: str, language: str) -> list[Sentence]:
    found: list[Sentence] = []
    paragraph = end = 0
    for span in sentence_spans(text, language):
        paragraph += "\n" in text[end : span.start]
        end = span.end
        found.append(Sentence(text[span.start : span.end], paragraph, span, span))
    return found


def align_documents(
    source: tuple[Document, list[Sentence]],
    target: tuple[Document, list[Sentence]],
    *,
    lexicon: Lexicon,
    known_pairs: Iterable[tuple[str, str]] = (),
) -> list[Bead]:
    """The beads of a document and its translation, each with its sentences; spans count their originals' characters."""
    from rnk_gloss.align.alignment import align_sentences as align

    source_prose, target_prose = prose_of(*source), prose_of(*target)
    beads = align(
        [sentence.text for sentence in source_prose],
        [sentence.text for sentence in target_prose],
        lexicon=lexicon,
        source_breaks=paragraph_starts(source_prose),
        target_breaks=paragraph_starts(target_prose),
        known_pairs=known_pairs,
    )
    return [_placed(bead, source_prose, target_prose) for bead in beads]


def align_files(source: Document, target: Document, *, progress: Progress | None = None) -> list[Bead]:
    """The beads of two documents that were read from files, with the user's own dictionary."""
    return align_documents(
        (source, sentences_of(source)), (target, sentences_of(target)), lexicon=default_lexicon(progress)
    )


def paired_paragraphs(source: Document, target: Document) -> list[Bead]:
    """The beads of a document that came with its translation (a message catalogue): paragraph by paragraph."""
    return [
        Bead(
            source=one.text,
            target=other.text,
            source_indices=(number,),
            target_indices=(number,),
            score=100.0,
            source_span=one.content.original_span(0, len(one.text)),
            target_span=other.content.original_span(0, len(other.text)),
        )
        for number, (one, other) in enumerate(zip(source.paragraphs, target.paragraphs, strict=True))
    ]


def _placed(bead: Bead, source: Sequence[Sentence], target: Sequence[Sentence]) -> Bead:
    return replace(
        bead,
        source_span=_span(bead.source_indices, source),
        target_span=_span(bead.target_indices, target),
    )


def _span(indices: Sequence[int], sentences: Sequence[Sentence]) -> Span | None:
    if not indices:
        return None
    return Span(sentences[indices[0]].original.start, sentences[indices[-1]].original.end)
