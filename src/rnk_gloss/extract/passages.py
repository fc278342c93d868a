"""Documents as the extractor reads them: sentences with their words, and the way back to the paragraph's characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.classes import Word
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.width import fold_width
from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Occurrence
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText

# No term crosses a sentence's end; a "sentence" that has none (a table, a keyword list) is cut all the same.
SENTENCE = re.compile(r"[^。!?\n]{0,2000}[。!?\n]?")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥々]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: `offset` is its place in `folded`, the paragraph in NFKC that knows its own characters' places."""

    document: int
    paragraph: int
    folded: TracedText
    offset: int
    text: str
    words: tuple[Word, ...]

    def within(self, place: Span) -> Span:
        """The span in its paragraph's text that a place of this sentence is."""
        return self.folded.original_span(self.offset + place.start, self.offset + place.end)

    def occurrence(self, place: Span, paragraph_text: str) -> Occurrence:
        """The occurrence that a place of this sentence is, counted in its paragraph's text."""
        within = self.within(place)
        return Occurrence(self.document, self.paragraph, within, paragraph_text[within.start : within.end])


def passages_of(
    documents: Sequence[Document], knowledge: Knowledge, progress: Callable[[int, int], None]
) -> list[Passage]:
    """The Japanese sentences of the documents' prose, in order. `progress` is told the characters done and in all."""
    total = sum(len(paragraph.text) for document in documents for paragraph in document.paragraphs)
    done = 0
    passages: list[Passage] = []
    for document_number, document in enumerate(documents):
        for number, paragraph in enumerate(document.paragraphs):
            if paragraph.is_prose:
                for passage in _passages(paragraph.text, document_number, number, knowledge):
                    passages.append(passage)
                    progress(done + passage.offset, total)
            done += len(paragraph.text)
            progress(done, total)
    return passages


def _passages(text: str, document: int, paragraph: int, knowledge: Knowledge) -> Iterator[Passage]:
    folded = fold_width(text)
    for found in SENTENCE.finditer(folded.text):
        sentence = found.group()
        if JAPANESE.search(sentence):
            words = tuple(words_of(sentence, knowledge))
            yield Passage(document, paragraph, folded, found.start(), sentence, words)
