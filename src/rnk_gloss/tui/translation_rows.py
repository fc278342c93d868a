"""A sentence that is being translated: its row in the list, and its source with what is known of it marked."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.finding import CheckedTerm, Finding, FindingKind, Severity
from rnk_gloss.model.status import Status
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.text.cells import fit, printable
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.marked_box import Mark
from rnk_gloss.tui.painting import Fragment, Line, wrap_fragments
from rnk_gloss.tui.wording import say

_HEAD_WIDTH = 8
_QUOTED_AROUND = 12
_SEVERITY_SIGNS = {Severity.ERROR: "!!", Severity.WARNING: "! ", Severity.NOTE: "· "}
_SEVERITY_INKS = {Severity.ERROR: "forbidden", Severity.WARNING: "warning", Severity.NOTE: "dim"}
# A line holds at most this many characters for each of its cells: combining marks add to the text, not to its width.
_CHARACTERS_FOR_CELL = 4


def sentence_row(sentence: TranslatedSentence, glyphs: Glyphs, width: int) -> list[Line]:
    """A sentence in a list: state, number, and the beginnings of both texts."""
    sign, ink = _sign(sentence, glyphs)
    room = max(width - _HEAD_WIDTH - 2, 4)
    left, right = room // 2, room - room // 2
    return [
        [
            (sign, ink),
            (f"{sentence.id:>5}  ", "dim"),
            (_beginning(sentence.source, left), "dim" if sentence.is_translated else ""),
            ("  ", ""),
            (_beginning(sentence.target, right), "" if sentence.is_translated else "dim"),
        ]
    ]


def _sign(sentence: TranslatedSentence, glyphs: Glyphs) -> tuple[str, str]:
    if sentence.is_translated:
        return glyphs.approved, "approved"
    if sentence.is_draft:
        return glyphs.fair, "fair"
    return (glyphs.rejected, "rejected") if sentence.status is Status.REJECTED else (glyphs.candidate, "dim")


def _beginning(text: str, width: int) -> str:
    return fit(text[: (width + 1) * _CHARACTERS_FOR_CELL], width)


def source_lines(source: str, terms: Sequence[CheckedTerm], findings: Sequence[Finding], width: int) -> list[Line]:
    """The whole source: terms in their ink, those not rendered yet underlined, and what a finding points at."""
    inks = [""] * len(source)
    for one in terms:
        ink = "forbidden" if one.is_forbidden else "preferred" if one.is_satisfied else "term"
        inks[one.term.start : one.term.end] = [ink] * (one.term.end - one.term.start)
    for finding in findings:
        if finding.source_span is not None and not finding.term:
            start, end = finding.source_span
            inks[start:end] = ["changed"] * (end - start)
    fragments: list[Fragment] = []
    start = 0
    for place in range(1, len(source) + 1):
        if place == len(source) or inks[place] != inks[start]:
            fragments.append((source[start:place], inks[start]))
            start = place
    return wrap_fragments(fragments, width)


def finding_marks(findings: Sequence[Finding]) -> list[Mark]:
    """The places of the translation that findings point at, in the inks of what is wrong or may be."""
    return [
        (finding.target_span, "forbidden" if finding.kind is FindingKind.TERM_FORBIDDEN else "changed")
        for finding in findings
        if finding.target_span is not None
    ]


def finding_lines(findings: Sequence[Finding], target: str, width: int) -> list[Line]:
    """Each finding in a line or more: how much it matters, what it says, and the place in the translation."""
    lines: list[Line] = []
    for finding in findings:
        ink = _SEVERITY_INKS[finding.severity]
        fragments: list[Fragment] = [(printable(say(finding.template, **finding.values)), ink)]
        if finding.target_span is not None and finding.target_span != (0, len(target)):
            fragments += _quoted(target, *finding.target_span)
        for number, line in enumerate(wrap_fragments(fragments, max(width - 3, 2))):
            lines.append([(f"{_SEVERITY_SIGNS[finding.severity]} " if number == 0 else "   ", ink), *line])
    return lines


def _quoted(target: str, start: int, end: int) -> list[Fragment]:
    before, after = target[max(start - _QUOTED_AROUND, 0) : start], target[end : end + _QUOTED_AROUND]
    return [
        ("   …" if start > _QUOTED_AROUND else "   ", "dim"),
        (before, "dim"),
        (target[start:end], "changed"),
        (after, "dim"),
        ("…" if end + _QUOTED_AROUND < len(target) else "", "dim"),
    ]
