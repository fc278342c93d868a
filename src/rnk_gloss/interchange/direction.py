"""From which language into which a file goes that has one source and one target, and whether that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.text.languages import JAPANESE, closeness, language_tag, primary_language

UNKNOWN = "und"
"""The code of BCP 47 for a language that nobody names."""


@dataclass(frozen=True, slots=True)
class Direction:
    """The languages of units as they are to be read; `exchanged`: the file's target is the units' source.

    `refusal` says why no unit can be read in this direction, where that is so.
    """

    source: str
    target: str
    exchanged: bool = False
    refusal: str = ""


def chosen_direction(source: str, target: str, options: ReadOptions, report: ReadReport) -> Direction:
    """The direction in which units are read from a file that goes from `source` to `target`, codes as it writes them.

    Without a wish it is the file's own. The two languages asked for may stand the other way round in the file; a
    language that is not there makes a refusal. Regions are left away unless only they tell the two apart.
    """
    exchanged = _is_exchanged(source, target, options)
    first, second = (target, source) if exchanged else (source, target)
    for code, wanted in ((first, options.source_language), (second, options.target_language)):
        if wanted and code != UNKNOWN and closeness(code, wanted) is None:
            return Direction(first, second, exchanged, f"units without {wanted}")
    codes = primary_language(first), primary_language(second)
    if codes[0] == codes[1]:
        codes = language_tag(first), language_tag(second)
    named = options.source_language or codes[0], options.target_language or codes[1]
    for code, name in zip((first, second), named, strict=True):
        if code != name:
            report.remark_once(f"language {code} read as {name}")
    if exchanged:
        report.remark_once(f"the file goes from {named[1]} to {named[0]}: the sides were exchanged, as you asked")
    elif named[1] == JAPANESE:
        report.remark_once(
            f"the units go from {named[0]} to {named[1]}, as in the file: lookups of Japanese text do not find them"
            f" (languages {named[1]}={named[0]} exchange the sides)"
        )
    refusal = "units with both sides in one language" if named[0] == named[1] else ""
    return Direction(*named, exchanged, refusal)


def _is_exchanged(source: str, target: str, options: ReadOptions) -> bool:
    for wanted, here, there in (
        (options.source_language, source, target),
        (options.target_language, target, source),
    ):
        if wanted and closeness(here, wanted) is None and closeness(there, wanted) is not None:
            return True
    return False
