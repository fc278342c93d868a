"""Terminology: an entry is one concept, with its terms in two languages and the evidence for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Origin, Status, Usage

__all__ = [
    "Candidate",
    "Context",
    "Entry",
    "Evidence",
    "FormCount",
    "Likeness",
    "LikenessKind",
    "Occurrence",
    "Origin",
    "Recognised",
    "Status",
    "Target",
    "Usage",
    "Variant",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe in a term or a target.

    `kind` names the reason (`gloss`, `dictionary`, `FLR` …), `detail` says it in words, `weight` is its share of
    the score (in the score's own units, 0 where it has none), `document` and `span` say where in which original.
    """

    kind: str
    detail: str
    weight: float = 0.0
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A term of the target language; `score` is the confidence 0–100 that a translator would take it. `edited`: a
    person added it or decided on it."""

    text: str
    usage: Usage = Usage.ADMITTED
    score: float = 0.0
    origin: Origin = Origin.NONE
    evidence: tuple[Evidence, ...] = ()
    id: int | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """Another Japanese spelling of an entry's term, as it stands in the texts, and how often."""

    text: str
    kind: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a candidate stands: the index of its document in the batch, its paragraph, and the span in
    that paragraph's text."""

    document: int
    paragraph: int
    within: Span
    form: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term as the extractor proposes it, before the store knows it; `score` is 0–100."""

    source: str
    reading: str
    reading_origin: Origin
    category: str
    score: float
    evidence: tuple[Evidence, ...]
    occurrences: tuple[Occurrence, ...]
    variants: tuple[Variant, ...] = ()
    targets: tuple[Target, ...] = ()


class TermPlace(NamedTuple):
    """A place where an entry's term stands: the path and language of the document, the number of the sentence, the
    form in which it stands there, its span in the sentence and in the original."""

    document: str
    language: str
    sentence: int
    form: str
    within: Span
    original: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept of the glossary as it stands in the store. `score` is 0–100, `count` counts occurrences,
    `documents` the documents that hold them; `reason` says why it was rejected, `edited` names the fields that a
    person set; `places` are the occurrences, and `contexts` some sentences with the term, where they were asked for."""

    id: int
    source: str
    reading: str = ""
    reading_origin: Origin = Origin.NONE
    category: str = ""
    subject: str = ""
    status: Status = Status.CANDIDATE
    score: float = 0.0
    count: int = 0
    documents: int = 0
    variants: tuple[Variant, ...] = ()
    targets: tuple[Target, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    reason: str = ""
    source_language: str = "ja"
    target_language: str = "en"
    created_at: str = ""
    created_by: str = ""
    changed_at: str = ""
    changed_by: str = ""
    edited: tuple[str, ...] = ()
    places: tuple[TermPlace, ...] = ()
    contexts: tuple[Context, ...] = ()

    @property
    def preferred(self) -> str | None:
        """The target to use: the preferred one, else the first that is not forbidden."""
        allowed = [target for target in self.targets if target.usage is not Usage.FORBIDDEN]
        chosen = [target for target in allowed if target.usage is Usage.PREFERRED] or allowed
        return chosen[0].text if chosen else None

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The targets that must not be used."""
        return tuple(target.text for target in self.targets if target.usage is Usage.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class Context:
    """A place where an entry's term stands: its sentence, the span of the term in it, and the aligned translation."""

    document: str
    sentence: str
    within: Span
    original: Span
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A term of the glossary found in a text: `text[start:end]` is `entry`'s term, a variant of it, or a `target`.

    `form` is the term as the glossary writes it; `kind` says how it is written here: `exact`, `okurigana`, `variant`
    or `inflected`. `refusal` says why what looks like the term is none here; it is empty for terms. `target` is the one
    that was found in a text of the target language, and tells whether it is forbidden.
    """

    start: int
    end: int
    text: str
    entry: Entry
    form: str
    kind: str
    refusal: str = ""
    target: Target | None = None

    @property
    def other_language(self) -> str:
        """The language of the other side of the entry than the one that was found."""
        return self.entry.target_language if self.target is None else self.entry.source_language


class LikenessKind(StrEnum):
    """Why two entries may belong together."""

    SPELLING = "spelling"
    SHORT_FORM = "short form"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entries that a person may want to merge or link; `confidence` 0–1 that they are one term."""

    entry: int
    other: int
    source: str
    other_source: str
    kind: LikenessKind
    reason: str
    confidence: float
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FormCount:
    """A written form of a term, how often it stands in the texts and in which documents."""

    text: str
    kind: str
    count: int
    documents: tuple[str, ...]
