"""Term candidates of a batch of documents, with their places, evidence, spellings, readings and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rnk_gloss.extract.association import ParallelText
from rnk_gloss.extract.categories import category_of
from rnk_gloss.extract.english import Translator
from rnk_gloss.extract.given import GivenByTexts
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.names_by_sound import printed_names
from rnk_gloss.extract.passages import Passage, passages_of
from rnk_gloss.extract.readings import term_reading
from rnk_gloss.extract.selection import Term, propose, settle
from rnk_gloss.extract.spellings import difference
from rnk_gloss.extract.width import fold_width
from rnk_gloss.extract.work import Work
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Candidate, Occurrence, Variant
from rnk_gloss.model.segment import AlignedSegment

# Shares of the time that are used up when words are found, terms proposed, and terms ranked; the rest is English.
ANALYSIS, PROPOSALS, RANKING = 0.3, 0.4, 0.5
NO_GLOSSARY: Mapping[str, Sequence[str]] = MappingProxyType({})


def extract_terms(
    documents: Sequence[Document],
    lexicon: Lexicon,
    *,
    progress: Callable[[int, int], None] | None = None,
    aligned: Sequence[AlignedSegment] = (),
    glossary: Mapping[str, Sequence[str]] = NO_GLOSSARY,
) -> list[Candidate]:
    """The term candidates of Japanese documents taken together, best first; the same input gives the same list.

    A score of 50 is the default cut: about four candidates in 100 characters of an article stand above it. `progress`
    is called with the work done and in all, counted in characters of the documents. Works without a dictionary
    (`Lexicon.none()`), with fewer candidates and with no English but what the texts, the house list and the glossary
    give.

    `aligned` holds the batch's aligned segments. `glossary` holds
    the user's approved terms with their English, the preferred first: it goes before all else, also inside compounds.
    """
    knowledge = Knowledge(lexicon)
    work = Work(sum(len(paragraph.text) for document in documents for paragraph in document.paragraphs), progress)
    passages = passages_of(documents, knowledge, work.part(0, ANALYSIS))
    proposals, nesting = propose(passages, knowledge, work.part(ANALYSIS, PROPOSALS))
    given = GivenByTexts(documents, passages, proposals.glosses)
    terms = settle(passages, proposals, nesting, knowledge, work.part(PROPOSALS, RANKING))
    folded = [segment._replace(source=fold_width(segment.source).text) for segment in aligned]
    translator = Translator(
        knowledge,
        glossary={fold_width(form).text: targets for form, targets in glossary.items()},
        printed=printed_names(documents, aligned),
        parallel=ParallelText(folded, (form for term in terms for form in term.forms)) if folded else None,
        paths=[document.path for document in documents],
    )
    batch = _Batch(documents, passages, knowledge, given, translator)
    candidates: list[Candidate] = []
    tell = work.part(RANKING, 1)
    for term in terms:
        candidates.append(batch.candidate(term))
        tell(len(candidates), len(terms))
    work.finish()
    return candidates


class _Batch:
    """What is needed to make candidates of a batch's terms."""

    def __init__(
        self,
        documents: Sequence[Document],
        passages: list[Passage],
        knowledge: Knowledge,
        given: GivenByTexts,
        translator: Translator,
    ) -> None:
        self._documents = documents
        self._passages = passages
        self._knowledge = knowledge
        self._given = given
        self._translator = translator

    def candidate(self, term: Term) -> Candidate:
        words = term.proposal.words
        occurrences = self._occurrences(term)
        category = category_of(term.proposal, self._knowledge)
        reading, reading_origin = term_reading(words, category, self._given.readings, self._knowledge)
        return Candidate(
            source=term.form,
            reading=reading,
            reading_origin=reading_origin,
            category=category,
            score=round(term.termhood.score, 2),
            evidence=term.termhood.evidence,
            occurrences=occurrences,
            variants=_variants(term.form, occurrences),
            targets=self._translator.targets(words, term.forms, category, self._given.english_of(term.forms)),
        )

    def _occurrences(self, term: Term) -> tuple[Occurrence, ...]:
        found = []
        for number, place in sorted(place for places in term.places.values() for place in places):
            passage = self._passages[number]
            text = self._documents[passage.document].paragraphs[passage.paragraph].text
            found.append(passage.occurrence(place, text))
        return tuple(found)


def _variants(source: str, occurrences: tuple[Occurrence, ...]) -> tuple[Variant, ...]:
    """The forms in which a term stands in the texts besides its head form, the most frequent first."""
    counts = Counter(occurrence.form for occurrence in occurrences)
    counts.pop(source, None)
    ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
    return tuple(Variant(text, difference(source, text) or "spelling", count) for text, count in ordered)
