"""Readings and English that the texts themselves give for their terms, in glosses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rnk_gloss.extract.glosses import GlossKind
from rnk_gloss.extract.passages import Passage
from rnk_gloss.extract.proposals import PlacedGloss
from rnk_gloss.model.document import Document
from rnk_gloss.model.span import Span

ENGLISH_KINDS = frozenset({GlossKind.ENGLISH, GlossKind.ABBREVIATION})


@dataclass(frozen=True, slots=True)
class GivenEnglish:
    """English that a text gives for a term in a gloss, and the place of the gloss in its original."""

    text: str
    kind: GlossKind
    document: str
    span: Span


class GivenByTexts:
    """What the glosses of a batch give: `readings` in kana by form, and English."""

    def __init__(
        self, documents: Sequence[Document], passages: Sequence[Passage], glosses: Iterable[PlacedGloss]
    ) -> None:
        self.readings: dict[str, str] = {}
        self._english: dict[str, list[GivenEnglish]] = defaultdict(list)
        for placed in glosses:
            gloss, passage = placed.gloss, passages[placed.passage]
            if gloss.kind is GlossKind.READING:
                self.readings.setdefault(placed.form, gloss.text)
            elif gloss.kind in ENGLISH_KINDS:
                document = documents[passage.document]
                within = passage.within(gloss.right)
                span = document.paragraphs[passage.paragraph].content.original_span(within.start, within.end)
                self._english[placed.form].append(GivenEnglish(gloss.text, gloss.kind, document.path, span))

    def english_of(self, forms: Iterable[str]) -> list[GivenEnglish]:
        """The English given for any of a term's spellings, in the order of the texts for each."""
        return [english for form in forms for english in self._english.get(form, ())]
