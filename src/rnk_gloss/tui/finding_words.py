"""What is wrong with a translation, in the few words that a line at the foot of a pane has room for."""

from __future__ import annotations

from rnk_gloss.model.finding import Finding, FindingKind
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.wording import noted, say

_WORDS = {
    FindingKind.EMPTY: noted("no translation"),
    FindingKind.SAME: noted("the same text"),
    FindingKind.UNTRANSLATED: noted("not translated: {found}"),
    FindingKind.INCONSISTENT: noted("the memory has: {wanted}"),
    FindingKind.REPEATED_WORD: noted("twice: {found}"),
    FindingKind.UNPAIRED: noted("without its partner: {found}"),
    FindingKind.CLOSING_MARK: noted("ends with {found}, not with {wanted}"),
    FindingKind.FULL_WIDTH: noted("full-width: {found}"),
    FindingKind.DOUBLE_SPACE: noted("more than one space"),
    FindingKind.OUTER_SPACE: noted("space at an end"),
    FindingKind.SPACE_BEFORE_MARK: noted("space before {found}"),
}


def finding_words(finding: Finding, glyphs: Glyphs) -> str:
    """A finding in the language that is spoken: `85 ≠ 58`, `用語集 → term bank`, or a few words."""
    nothing = glyphs.nothing
    wanted, found = ", ".join(finding.wanted) or nothing, ", ".join(finding.found) or nothing
    if finding.kind in {FindingKind.NUMBER, FindingKind.INLINE_CODE}:
        return f"{wanted} {glyphs.differs} {found}"
    if finding.kind is FindingKind.TERM_MISSING:
        return f"{finding.term} {glyphs.becomes} {wanted}"
    if finding.kind is FindingKind.TERM_FORBIDDEN:
        return f"{finding.term} {glyphs.becomes} {wanted} {glyphs.differs} {found}"
    return say(_WORDS[finding.kind], wanted=wanted, found=found)
