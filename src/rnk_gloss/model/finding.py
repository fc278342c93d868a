"""What is wrong, or may be, with a translation; and how the glossary's terms were rendered in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rnk_gloss.model.entry import Recognised, Target, Usage
from rnk_gloss.model.span import Span


class FindingKind(StrEnum):
    """The rule that a finding comes from."""

    EMPTY = "empty"
    SAME = "same"
    UNTRANSLATED = "untranslated"
    TERM_FORBIDDEN = "term-forbidden"
    TERM_MISSING = "term-missing"
    INLINE_CODE = "inline-code"
    NUMBER = "number"
    INCONSISTENT = "inconsistent"
    REPEATED_WORD = "repeated-word"
    UNPAIRED = "unpaired"
    CLOSING_MARK = "closing-mark"
    FULL_WIDTH = "full-width"
    DOUBLE_SPACE = "double-space"
    OUTER_SPACE = "outer-space"
    SPACE_BEFORE_MARK = "space-before-mark"


class Severity(StrEnum):
    """How much a finding matters: an error is wrong, a warning most often, a note is to be looked at once."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = {
    FindingKind.EMPTY: Severity.ERROR,
    FindingKind.SAME: Severity.ERROR,
    FindingKind.UNTRANSLATED: Severity.WARNING,
    FindingKind.TERM_FORBIDDEN: Severity.ERROR,
    FindingKind.TERM_MISSING: Severity.WARNING,
    FindingKind.INLINE_CODE: Severity.ERROR,
    FindingKind.NUMBER: Severity.WARNING,
    FindingKind.INCONSISTENT: Severity.NOTE,
    FindingKind.REPEATED_WORD: Severity.WARNING,
    FindingKind.UNPAIRED: Severity.WARNING,
    FindingKind.CLOSING_MARK: Severity.NOTE,
    FindingKind.FULL_WIDTH: Severity.WARNING,
    FindingKind.DOUBLE_SPACE: Severity.NOTE,
    FindingKind.OUTER_SPACE: Severity.NOTE,
    FindingKind.SPACE_BEFORE_MARK: Severity.NOTE,
}

_MOST_SAID = 3  # of what would be right: some terms have a dozen targets


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check noticed in a pair of texts.

    Spans are half-open, in characters of the source and of the translation as given, or None where nothing there can
    be pointed at. `term` is the glossary's term; `wanted` is what the translation should have (targets of the term,
    numbers or codes of the source, other translations of the memory), the first one best; `found` what it has.
    """

    kind: FindingKind
    source_span: Span | None = None
    target_span: Span | None = None
    term: str = ""
    wanted: tuple[str, ...] = ()
    found: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.kind]

    @property
    def template(self) -> str:
        """One of `MESSAGES`: what is wrong, with {names} for `values`."""
        return _TEMPLATES[self.kind, bool(self.wanted), bool(self.found)]

    @property
    def values(self) -> dict[str, str]:
        """What stands at the names of the template."""
        more = ["…"] if len(self.wanted) > _MOST_SAID else []
        wanted = " or ".join([*self.wanted[:_MOST_SAID], *more])
        return {"term": self.term, "wanted": wanted, "found": ", ".join(self.found)}

    @property
    def message(self) -> str:
        """The finding in one line of plain English."""
        return self.template.format_map(self.values)


def _templates() -> dict[tuple[FindingKind, bool, bool], str]:
    def always(kind: FindingKind, message: str) -> dict[tuple[FindingKind, bool, bool], str]:
        return {(kind, wanted, found): message for wanted in (False, True) for found in (False, True)}

    def either(kind: FindingKind, both: str, *, missing: str, added: str) -> dict[tuple[FindingKind, bool, bool], str]:
        return {(kind, True, True): both, (kind, True, False): missing, (kind, False, True): added}

    return {
        **always(FindingKind.EMPTY, "there is no translation"),
        **always(FindingKind.SAME, "the translation is the source"),
        **always(FindingKind.UNTRANSLATED, "not translated: {found}"),
        **always(FindingKind.TERM_FORBIDDEN, "{term} must not be {found}; use {wanted}"),
        (FindingKind.TERM_FORBIDDEN, False, True): "{term} must not be {found}",
        **always(FindingKind.TERM_MISSING, "{term} should be {wanted}"),
        **either(
            FindingKind.INLINE_CODE,
            "{found} stands where the source has {wanted}",
            missing="{wanted} of the source is missing",
            added="{found} does not stand in the source",
        ),
        **either(
            FindingKind.NUMBER,
            "the source has {wanted}, the translation {found}",
            missing="the number {wanted} of the source is missing",
            added="the number {found} does not stand in the source",
        ),
        **always(FindingKind.INCONSISTENT, "the memory has this source as: {wanted}"),
        **always(FindingKind.REPEATED_WORD, "a word stands twice: {found}"),
        **always(FindingKind.UNPAIRED, "{found} has no partner"),
        **either(
            FindingKind.CLOSING_MARK,
            "ends with {found} where the source ends with {wanted}",
            missing="no mark at the end, where the source ends with {wanted}",
            added="ends with {found}, the source with no mark",
        ),
        **always(FindingKind.FULL_WIDTH, "a full-width or Japanese sign: {found}"),
        **always(FindingKind.DOUBLE_SPACE, "more than one space"),
        **always(FindingKind.OUTER_SPACE, "a space at the beginning or the end"),
        **always(FindingKind.SPACE_BEFORE_MARK, "a space before {found}"),
    }


_TEMPLATES = _templates()
MESSAGES = tuple(dict.fromkeys(_TEMPLATES.values()))
"""All that a finding can say, for whoever says it in another language."""


@dataclass(frozen=True, slots=True)
class CheckedTerm:
    """A term of the glossary in a source, and how its translation renders it.

    `wanted` are the targets that may be used, the one to use first; `target` is the one that the translation uses, at
    `span` in its characters, both None where it uses none that the glossary knows.
    """

    term: Recognised
    wanted: tuple[str, ...]
    target: Target | None = None
    span: Span | None = None

    @property
    def is_forbidden(self) -> bool:
        """Whether it is rendered as the glossary forbids."""
        return self.target is not None and self.target.usage is Usage.FORBIDDEN

    @property
    def is_satisfied(self) -> bool:
        """Whether it is rendered as the glossary allows."""
        return self.target is not None and not self.is_forbidden
