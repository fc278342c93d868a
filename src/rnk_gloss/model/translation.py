"""Documents that are being translated, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Status


@dataclass(frozen=True, slots=True)
class TranslationProgress:
    """A document with sentences to translate: how many there are, how many are approved, and how many are drafts."""

    id: int
    path: str
    language: str
    target_language: str
    sentences: int
    approved: int
    drafts: int

    @property
    def source(self) -> str:
        """What a list shows of it."""
        return self.path


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A sentence of a document with its translation, which is empty where there is none yet.

    `id` is its place among the sentences to be translated, from 1; `span` counts characters of the original; `unit` is
    the id of the unit of the memory that holds the translation. `previous` and `following` are its neighbours.
    """

    id: int
    document: int
    source: str
    span: Span
    previous: str = ""
    following: str = ""
    target: str = ""
    status: Status = Status.CANDIDATE
    unit: int | None = None

    @property
    def is_translated(self) -> bool:
        """Whether it has a translation that was approved."""
        return bool(self.target) and self.status is Status.APPROVED

    @property
    def is_draft(self) -> bool:
        """Whether something was written that nobody has approved."""
        return bool(self.target) and self.status is Status.CANDIDATE
