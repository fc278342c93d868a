"""The whole of one aligned segment: what is known of it, and its two texts side by side, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from rnk_gloss.model.segment import Segment
from rnk_gloss.model.span import Span
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.text.cells import cell_width, fit, printable
from rnk_gloss.text.sentences import sentence_spans
from rnk_gloss.tui.bead import LANGUAGES, STATUS_INKS, STATUS_WORDS, flag_words, side_text
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Fragment, Line, cut_fragments, mark, sides, wrap_fragments
from rnk_gloss.tui.wording import noted, say, say_count

SIDE_NAMES: dict[SideName, str] = {"source": noted("Japanese"), "target": noted("English")}
GAP = "   "
# Sentences are numbered so far: a text of a thousand is no bead that anybody reads.
_MOST_SENTENCES = 99

Marks = dict[SideName, Sequence[tuple[Span, str]]]


def segment_lines(
    segment: Segment, glyphs: Glyphs, width: int, *, side: SideName = "target", marks: Marks | None = None
) -> list[Line]:
    """The segment at a width: what is known of it, then Japanese left and English right; `side` is pointed at.

    `marks` are places of the texts, in order, with the ink that each is written in.
    """
    facts: list[Fragment] = [
        (
            f"{glyphs.of_status(segment.status)} {say(STATUS_WORDS[segment.status])}".strip(),
            STATUS_INKS[segment.status],
        ),
        (f"  {glyphs.of_confidence(segment.score)} {segment.score:.0f}", confidence_ink(segment.score)),
    ]
    if words := flag_words(segment):
        facts.append((f"  {', '.join(words)}", "warning"))
    place = f"{printable(segment.document)} {glyphs.between} {segment.number + 1}"
    room = width - sum(cell_width(text) for text, _ in facts) - 2
    where: list[Fragment] = [(fit(place, min(room, cell_width(place)), "right"), "dim")] if room > 0 else []
    left, right = columns(width)
    texts = [
        _side_lines(segment, name, glyphs, cells, is_chosen=side == name, marks=(marks or {}).get(name, ()))
        for name, cells in zip(LANGUAGES, (left, right), strict=True)
    ]
    return [sides(facts, where, width), *beside(texts[0], texts[1], left)]


def columns(width: int) -> tuple[int, int]:
    """The widths of the two texts where both stand side by side in this width."""
    left = max((width - len(GAP)) // 2, 2)
    return left, max(width - len(GAP) - left, 2)


def beside(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Lines next to each other, the left ones filled to `width`."""
    lines: list[Line] = []
    for one, other in zip_longest(left, right, fillvalue=()):
        padding = " " * (width - sum(cell_width(text) for text, _ in one))
        lines.append([*one, (padding + GAP, ""), *other])
    return lines


def sentences(text: str, language: str) -> list[Span]:
    """The places of the sentences of a text, each with the white space that follows it: nothing is left out."""
    found = sentence_spans(text, language)[:_MOST_SENTENCES]
    starts = [0, *(span.start for span in found[1:]), len(text)]
    return [Span(start, end) for start, end in pairwise(starts)]


def sentence_lines(fragments: Sequence[Fragment], places: Sequence[Span], glyphs: Glyphs, width: int) -> list[Line]:
    """A text at a width, each of its sentences on lines of its own behind its number where there is more than one."""
    if len(places) < 2:
        return wrap_fragments(fragments, width)
    lines: list[Line] = []
    for number, (start, end) in enumerate(places, 1):
        head = f"{glyphs.numbered(number)} "
        indent = " " * cell_width(head)
        parts = cut_fragments(fragments, start, end)
        for place, line in enumerate(wrap_fragments(parts, max(width - len(indent), 2))):
            lines.append([(head if place == 0 else indent, "label"), *line])
    return lines


def side_heading(side: SideName, count: int, glyphs: Glyphs, width: int, *, is_chosen: bool) -> Line:
    """The name of a side with a sign before it where it is the chosen one, and how many sentences it has."""
    heading = f"{glyphs.preferred if is_chosen else ' '} {say(SIDE_NAMES[side])}"
    several = say_count("{count} sentence", "{count} sentences", count) if count > 1 else ""
    return sides([(heading, "tab" if is_chosen else "dim"), (f"  {several}" if several else "", "dim")], [], width)


def _side_lines(
    segment: Segment,
    side: SideName,
    glyphs: Glyphs,
    width: int,
    *,
    is_chosen: bool,
    marks: Sequence[tuple[Span, str]],
) -> list[Line]:
    text = side_text(segment, side)
    places = sentences(text, LANGUAGES[side])
    heading = side_heading(side, len(places), glyphs, width, is_chosen=is_chosen)
    if not text:
        return [heading, [(f"{glyphs.nothing} {say('nothing')}", "dim")]]
    return [heading, *sentence_lines(_marked(text, marks), places, glyphs, width)]


def _marked(text: str, marks: Sequence[tuple[Span, str]]) -> list[Fragment]:
    fragments: list[Fragment] = []
    end = 0
    for (start, stop), ink in marks:
        if start >= end:
            fragments += mark(text[end:stop], [(start - end, stop - end)], ink)
            end = stop
    return [*fragments, (text[end:], "")]
