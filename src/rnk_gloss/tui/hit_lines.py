"""How one thing that a lookup found is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.model.entry import Entry, Usage
from rnk_gloss.model.match import Match
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.model.status import Status
from rnk_gloss.service.concordance import ConcordanceHit
from rnk_gloss.text.cells import fit, kwic_parts, printable
from rnk_gloss.text.languages import ENGLISH, JAPANESE, agree
from rnk_gloss.tui.difference import difference_fragments
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.match_words import explanation_words
from rnk_gloss.tui.painting import Fragment, Line, sides, wrap_fragments
from rnk_gloss.tui.wording import noted, say

_INDENT = 6
_MOST_PLACES = 3
_STATUS = {
    Status.CANDIDATE: (noted("candidate"), "dim"),
    Status.APPROVED: (noted("approved"), "approved"),
    Status.REJECTED: (noted("rejected"), "rejected"),
}


def status_fragment(status: Status) -> Fragment:
    """The review status in words and in its ink."""
    word, ink = _STATUS[status]
    return say(word), ink


def term_lines(entry: Entry, shown: str, glyphs: Glyphs, width: int) -> list[Line]:
    """A term as it was found (`shown`), its English, what must not be used for it, and what it is a variant of."""
    room = max(width // 3, 4)
    right: list[Fragment] = [("  ", "")]
    if shown != entry.source:
        variant = say("variant of {term}", term=fit(entry.source, room).rstrip())
        right.append((f"{printable(variant)} {glyphs.between} ", "dim"))
    right.append(status_fragment(entry.status))
    left: list[Fragment] = [
        (fit(shown, room), "term"),
        ("  ", ""),
        (entry.preferred or glyphs.nothing, "preferred" if entry.preferred else "dim"),
    ]
    forbidden = [target.text for target in entry.targets if target.usage is Usage.FORBIDDEN]
    if forbidden:
        left += [(f"  {say('not:')} ", "dim"), (", ".join(forbidden), "forbidden")]
    return [sides(left, right, width)]


def match_lines(query: str, match: Match, glyphs: Glyphs, width: int) -> list[Line]:
    """A unit that is like the query: score, the side that was compared with the difference drawn, the other side, and
    why the score is what it is."""
    stored, other = (match.source, match.target) if match.side == "source" else (match.target, match.source)
    told: list[Fragment] = []
    language = _unusual_language(match.unit, match.side)
    for part in (language, explanation_words(match.explanation), match.unit.document or match.unit.origin):
        told += [(part, "dim"), (f" {glyphs.between} ", "dim")] if part else []
    return [
        *_behind([(f"{match.score:4.0f}% ", confidence_ink(match.score))], difference_fragments(query, stored), width),
        *_behind(_arrow(glyphs), [(other, "")], width),
        *_forbidden_lines(match, glyphs, width),
        *_behind(_BLANK, [*told, status_fragment(match.unit.status)], width),
    ]


def _unusual_language(unit: Unit, side: Side) -> str:
    """The language of the other side where it is not English beside Japanese: one memory can hold several."""
    code, usual = (unit.target_language, ENGLISH) if side == "source" else (unit.source_language, JAPANESE)
    return "" if agree(code, usual) else code


def _forbidden_lines(match: Match, glyphs: Glyphs, width: int) -> list[Line]:
    if not match.forbidden:
        return []
    forbidden = [(f"{say('not:')} ", "dim"), (", ".join(one.target for one in match.forbidden), "forbidden")]
    wanted = [one.preferred for one in match.forbidden if one.preferred]
    if wanted:
        forbidden.append((f" {glyphs.between} {', '.join(wanted)}", "preferred"))
    return _behind(_BLANK, forbidden, width)


def passage_lines(hit: ConcordanceHit, glyphs: Glyphs, width: int) -> list[Line]:
    """A unit that holds the query: each place with the key word in the middle, and the other side."""
    held, other = (hit.unit.source, hit.unit.target) if hit.side == "source" else (hit.unit.target, hit.unit.source)
    rows = [_key_word_in_context(held, start, end, width) for start, end in hit.places[:_MOST_PLACES]]
    told: list[Fragment] = [(other or glyphs.nothing, "dim")]
    if language := _unusual_language(hit.unit, hit.side):
        told.append((f" {glyphs.between} {language}", "dim"))
    if hit.term:
        told.append((f" {glyphs.between} {hit.term}", "term"))
    return [*rows, *_behind(_arrow(glyphs), told, width)]


_BLANK: list[Fragment] = [(" " * _INDENT, "")]


def _arrow(glyphs: Glyphs) -> list[Fragment]:
    return [(f"    {glyphs.translation} ", "label")]


def _key_word_in_context(text: str, start: int, end: int, width: int) -> Line:
    left, key, right = kwic_parts(
        printable(text[:start]), printable(text[start:end]), printable(text[end:]), max(width - _INDENT, 2)
    )
    return [*_BLANK, (left, ""), (key, "term"), (right, "")]


def _behind(head: Sequence[Fragment], fragments: Sequence[Fragment], width: int) -> list[Line]:
    lines = wrap_fragments(fragments, max(width - _INDENT, 2))
    return [[*(head if number == 0 else _BLANK), *line] for number, line in enumerate(lines)]
