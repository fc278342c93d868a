"""Where a term stands: key words in context, each with the English sentence that is aligned with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rnk_gloss.model.entry import Context, Entry
from rnk_gloss.text.cells import ELLIPSIS, cell_width, fit, printable
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Fragment, Line, cut_fragments, mark, wrap_fragments

_INDENT = 2


def context_lines(
    contexts: Sequence[Context], entry: Entry, glyphs: Glyphs, width: int, *, whole: bool = False
) -> list[Line]:
    """The contexts at a width: one line for each language or, with `whole`, the whole sentences."""
    if not contexts:
        return [[("no text of the store holds this term", "dim")]]
    lines: list[Line] = []
    for context in contexts:
        english = mark(context.translation, rendered_places(context.translation, entry), "term", "dim")
        if whole:
            lines += _whole(context, english, glyphs, width)
        else:
            lines += _short(context, english, glyphs, width)
    return lines


def rendered_places(translation: str, entry: Entry) -> list[tuple[int, int]]:
    """Where a target of the entry stands in a translation, at word starts and in any case; the longest first."""
    targets = sorted(
        {target.text for target in entry.targets if target.text.strip()}, key=lambda text: (-len(text), text)
    )
    if not targets:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, targets))})", re.IGNORECASE)
    return [found.span() for found in pattern.finditer(translation)]


def _short(context: Context, english: list[Fragment], glyphs: Glyphs, width: int) -> list[Line]:
    start, end = context.within
    key = printable(context.sentence[start:end])
    room = width - cell_width(key)
    if room < 0:
        lines: list[Line] = [[(fit(key, width), "term")]]
    else:
        left, right = context.sentence[:start], context.sentence[end:]
        lines = [[(fit(left, room // 2, "right"), ""), (key, "term"), (fit(right, room - room // 2), "")]]
    if english:
        lines.append([(f"{glyphs.translation} ", "label"), *_around_first(english, width - _INDENT)])
    return lines


def _around_first(fragments: list[Fragment], width: int) -> list[Fragment]:
    """The fragments in one line; where they are too long, the part around the first marked one."""
    shown = [(printable(text), ink) for text, ink in fragments]
    if sum(cell_width(text) for text, _ in shown) <= width:
        return shown
    place = next((number for number, (_, ink) in enumerate(shown) if ink == "term"), 0)
    before = "".join(text for text, _ in shown[:place])
    key = shown[place][0] if place else ""
    if cell_width(before) + cell_width(key) + 1 > width:
        before = _from_whole_word(fit(before, max((width - cell_width(key)) // 2, 0), "right"))
    line: list[Fragment] = [(before, "dim")] if before else []
    rest = shown[place:]
    left = max(width - cell_width(before), 0)
    whole = "".join(text for text, _ in rest)
    text = fit(whole, left) if cell_width(whole) > left else whole
    tail = cut_fragments(rest, 0, max(len(text.rstrip(" ")) - 1, 0))
    return [*line, *tail, (text[sum(len(part) for part, _ in tail) :], "dim")]


def _from_whole_word(cut: str) -> str:
    space = cut.find(" ")
    return ELLIPSIS + cut[space + 1 :] if cut.startswith(ELLIPSIS) and 0 < space < len(cut) - 1 else cut


def _whole(context: Context, english: list[Fragment], glyphs: Glyphs, width: int) -> list[Line]:
    room = max(width - _INDENT, 2)
    start, end = context.within
    sentence = mark(context.sentence, [(start, end)], "term")
    lines: list[Line] = [[(printable(context.document), "label")]]
    lines += [[(" " * _INDENT, ""), *line] for line in wrap_fragments(sentence, room)]
    for number, line in enumerate(wrap_fragments(english, room) if english else ()):
        lines.append([(f"{glyphs.translation} " if number == 0 else " " * _INDENT, "label"), *line])
    return lines
