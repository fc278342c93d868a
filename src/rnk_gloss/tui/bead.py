"""One aligned segment: its row in the list, and its two whole texts side by side."""

from __future__ import annotations

from itertools import zip_longest

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Segment
from rnk_gloss.text.cells import cell_width, fit, printable, wrap
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Fragment, Line, wrap_fragments

_STATUS_INKS = {Status.APPROVED: "approved", Status.REJECTED: "rejected", Status.CANDIDATE: "dim"}
_FLAGS_WIDTH = 14
_HEAD_WIDTH = 14
# A line holds at most this many characters for each of its cells: combining marks add to the text, not to its width.
_CHARACTERS_FOR_CELL = 4


def segment_rows(segment: Segment, glyphs: Glyphs, width: int, height: int) -> list[Line]:
    """A segment in a list: status, number, confidence, the beginning of both texts in `height` lines, and flags."""
    flags_width = _FLAGS_WIDTH if width >= 90 else 0
    room = max(width - _HEAD_WIDTH - flags_width - 3, 4)
    left, right = room // 2, room - room // 2
    ink = "rejected" if segment.status is Status.REJECTED else ""
    head: list[Fragment] = [
        (glyphs.of_status(segment.status), _STATUS_INKS[segment.status]),
        (f"{segment.number + 1:>5} ", "dim"),
        (f"{glyphs.of_confidence(segment.score)}{segment.score:3.0f} ", confidence_ink(segment.score)),
        ("! " if segment.flags else "  ", "warning"),
    ]
    source = _beginning(segment.source or glyphs.nothing, left, height)
    target = _beginning(segment.target or glyphs.nothing, right, height)
    flags = _beginning(", ".join(segment.flags), flags_width, height) if flags_width else [""] * height
    lines: list[Line] = []
    for number in range(height):
        line = [*head] if number == 0 else [(" " * _HEAD_WIDTH, "")]
        lines.append(
            [*line, (source[number], ink), ("  ", ""), (target[number], ink), (" " + flags[number], "warning")]
        )
    return lines


def _beginning(text: str, width: int, height: int) -> list[str]:
    most = (width * height + 1) * _CHARACTERS_FOR_CELL
    lines = wrap(text[:most], width)
    if len(lines) > height:
        start = printable(text[:most]).find(lines[height - 1])
        lines = [*lines[: height - 1], printable(text[:most])[max(start, 0) :]]
    return [fit(line, width) for line in lines] + [" " * width] * (height - len(lines))


def segment_lines(segment: Segment, glyphs: Glyphs, width: int) -> list[Line]:
    """The whole segment at a width: what is known of it, then Japanese left and English right."""
    facts: list[Fragment] = [
        (f"{glyphs.of_status(segment.status)} {segment.status.value}".strip(), _STATUS_INKS[segment.status]),
        (f"  {glyphs.of_confidence(segment.score)} {segment.score:.0f}", confidence_ink(segment.score)),
        (f"  {segment.document} {glyphs.between} {segment.number + 1} {glyphs.between} {segment.shape}", "dim"),
    ]
    if segment.flags:
        facts.append((f"  {', '.join(segment.flags)}", "warning"))
    lines = [*wrap_fragments(facts, width), []]
    left = max((width - 3) // 2, 2)
    right = max(width - 3 - left, 2)
    missing: Fragment = (f"{glyphs.nothing} nothing", "dim")
    source = wrap_fragments([(segment.source, "")] if segment.source else [missing], left)
    target = wrap_fragments([(segment.target, "")] if segment.target else [missing], right)
    for one, other in zip_longest(source, target, fillvalue=()):
        padding = " " * (left - sum(cell_width(text) for text, _ in one))
        lines.append([*one, (f"{padding}   ", ""), *other])
    return lines
