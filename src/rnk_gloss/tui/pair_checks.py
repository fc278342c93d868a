"""What the checks say of a pair of texts: where it shows in the texts, and in one line below them."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.finding import CheckedTerm, Finding, FindingKind, Severity
from rnk_gloss.model.segment import Flag, Segment
from rnk_gloss.model.span import Span
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.segment_progress import relative_length
from rnk_gloss.text.cells import cell_width, printable
from rnk_gloss.tui.bead_pane import Marks
from rnk_gloss.tui.finding_words import finding_words
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.wording import say

_GAP = "   "
_ROOM_FOR_COUNT = 5
_RIGHT, _WRONG, _FORBIDDEN = "good", "changed", "forbidden"


@dataclass(frozen=True, slots=True)
class PairChecks:
    """The glossary's terms of a pair that are rendered as they should be, what may be wrong with it, and how long the
    translation is: 1 is usual in the document, and `is_length_odd` says that the aligner flagged it."""

    satisfied: tuple[CheckedTerm, ...] = ()
    findings: tuple[Finding, ...] = ()
    length: float | None = None
    is_length_odd: bool = False


def pair_checks(glossary: Glossary, segment: Segment) -> PairChecks:
    """The checks of a segment. Nothing is checked where one of its texts is not there."""
    source, target = segment.source, segment.target
    if not source or not target:
        return PairChecks()
    terms = glossary.checked_terms(source, target)
    return PairChecks(
        tuple(one for one in terms if one.is_satisfied),
        glossary.check_pair(source, target),
        relative_length(glossary.workspace, segment),
        Flag.LENGTH in segment.flags,
    )


def marks_of(checks: PairChecks) -> Marks:
    """The places of both texts that the checks speak of, in order, and their inks; what is wrong wins."""
    source: list[tuple[Span, str]] = []
    target: list[tuple[Span, str]] = []
    for finding in checks.findings:
        wrong = _FORBIDDEN if finding.kind is FindingKind.TERM_FORBIDDEN else _WRONG
        source += [(finding.source_span, _WRONG)] if finding.source_span else []
        target += [(finding.target_span, wrong)] if finding.target_span else []
    for one in checks.satisfied:
        source.append((Span(one.term.start, one.term.end), _RIGHT))
        target += [(one.span, _RIGHT)] if one.span else []
    return {"source": _in_order(source), "target": _in_order(target)}


def _in_order(marks: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    return sorted(marks, key=lambda one: (one[0].start, one[1] == _RIGHT))


def check_lines(checks: PairChecks, glyphs: Glyphs, width: int, height: int) -> list[Line]:
    """What may be wrong first, then the terms that are rendered as the glossary has them, in `height` lines at most;
    the last one says how much more there is."""
    parts: list[list[Fragment]] = []
    for finding in checks.findings:
        ink = "dim" if finding.severity is Severity.NOTE else "warning"
        parts.append([(f"{glyphs.rejected} ", "rejected"), (finding_words(finding, glyphs), ink)])
    pairs = {(one.term.entry.source, one.target.text): None for one in checks.satisfied if one.target}
    for source, target in pairs:
        parts.append([(f"{glyphs.approved} ", "approved"), (f"{source} {glyphs.becomes} {target}", "")])
    if checks.length is not None:
        length = say("{ratio} times the usual length", ratio=f"{checks.length:.1f}")
        if checks.is_length_odd:
            parts.insert(0, [(f"{glyphs.rejected} ", "rejected"), (length, "warning")])
        else:
            parts.append([(length, "dim")])
    if not parts:
        return []
    return _in_lines([[(printable(text), ink) for text, ink in part] for part in parts], width, height)


def _in_lines(parts: list[list[Fragment]], width: int, height: int) -> list[Line]:
    """The parts beside each other, each of them whole; those that find no room any more are counted at the end."""
    lines: list[list[Fragment]] = [[]]
    taken = left_out = 0
    for number, part in enumerate(parts, 1):
        needed = sum(cell_width(text) for text, _ in part) + (len(_GAP) if taken else 0)
        counts_follow = len(lines) >= height and (left_out or number < len(parts))
        if taken and taken + needed > width - (_ROOM_FOR_COUNT if counts_follow else 0):
            if len(lines) >= height:
                left_out += 1
                continue
            lines.append([])
            taken, needed = 0, needed - len(_GAP)
        lines[-1] += [(_GAP, ""), *part] if taken else part
        taken += needed
    if left_out:
        lines[-1].append((f"  +{left_out}", "dim"))
    return list(lines)
