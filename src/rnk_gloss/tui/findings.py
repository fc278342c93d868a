"""What the glossary and the memory know about a text, as groups of hits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rnk_gloss.model.entry import Entry, Recognised, Usage
from rnk_gloss.model.match import Match
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.search import holding
from rnk_gloss.text.cells import fit, kwic_parts, printable
from rnk_gloss.text.script import Script, script_of
from rnk_gloss.tui.difference import difference_fragments
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.hits import Group, Hit
from rnk_gloss.tui.painting import Fragment, Line, sides, wrap_fragments

if TYPE_CHECKING:
    from rnk_gloss.service.concordance import ConcordanceHit

_MOST_TERMS = 12
_MOST_MATCHES = 9
_MOST_PASSAGES = 20
_MOST_PLACES = 3
_INDENT = 6
_JAPANESE = frozenset({Script.KANJI, Script.HIRAGANA, Script.KATAKANA})


def find(glossary: Glossary, text: str, minimum: float, glyphs: Glyphs) -> list[Group]:
    """Terms in the text, like units of the memory, and units that hold it; an English text is sought in the English."""
    if not any(script_of(character) in _JAPANESE for character in text):
        return _find_english(glossary, text, glyphs)
    terms = {found.entry.id: found for found in reversed(glossary.recognise(text))}
    in_order = sorted(terms.values(), key=lambda found: (found.start, found.end))[:_MOST_TERMS]
    matches = glossary.lookup(text, minimum=minimum, limit=_MOST_MATCHES)
    passages = glossary.concordance(text, limit=_MOST_PASSAGES)
    return [
        Group("terms in this text", tuple(_recognised(found, glyphs) for found in in_order)),
        Group(
            f"like it by {minimum:.0f}% or more",
            tuple(_match(text, match, glyphs) for match in matches),
            is_wanted=True,
            without=f"nothing in the memory is like it by {minimum:.0f}% or more",
        ),
        Group("where it stands", tuple(_passage(hit, glyphs) for hit in passages)),
    ]


def _find_english(glossary: Glossary, text: str, glyphs: Glyphs) -> list[Group]:
    entries = glossary.entries(glossary.entry_ids(holding(EntrySelection(), text))[:_MOST_TERMS])
    passages = glossary.concordance(text, side="target", limit=_MOST_PASSAGES)
    return [
        Group("terms", tuple(_term(entry, entry.source, "", glyphs) for entry in entries)),
        Group("where it stands", tuple(_passage(hit, glyphs) for hit in passages)),
    ]


def _recognised(found: Recognised, glyphs: Glyphs) -> Hit:
    variant = "" if found.text == found.entry.source else f"{found.entry.source} {glyphs.between} "
    return _term(found.entry, found.text, variant, glyphs)


def _term(entry: Entry, shown: str, variant: str, glyphs: Glyphs) -> Hit:
    return Hit(shown, entry.preferred or "", partial(_term_lines, entry, shown, variant, glyphs), entry.id)


def _term_lines(entry: Entry, shown: str, variant: str, glyphs: Glyphs, width: int) -> list[Line]:
    room = max(width // 3, 4)
    forbidden = [target.text for target in entry.targets if target.usage is Usage.FORBIDDEN]
    right: list[Fragment] = [(f"  {printable(variant)}{entry.status.value}", "dim")]
    left: list[Fragment] = [
        (" " + fit(shown, room), "term"),
        ("  ", ""),
        (entry.preferred or glyphs.nothing, "preferred" if entry.preferred else "dim"),
    ]
    if forbidden:
        left += [("  not: ", "dim"), (", ".join(forbidden), "forbidden")]
    return [sides(left, right, width)]


def _match(query: str, match: Match, glyphs: Glyphs) -> Hit:
    return Hit(match.source, match.target, partial(_match_lines, query, match, glyphs))


def _match_lines(query: str, match: Match, glyphs: Glyphs, width: int) -> list[Line]:
    origin = match.unit.document or match.unit.origin
    told = [part for part in (match.explanation, origin, match.unit.status.value) if part]
    forbidden: list[Fragment] = []
    if match.forbidden:
        forbidden = [("not: ", "dim"), (", ".join(one.target for one in match.forbidden), "forbidden")]
        wanted = [one.preferred for one in match.forbidden if one.preferred]
        forbidden += [(f" {glyphs.between} {', '.join(wanted)}", "preferred")] if wanted else []
    return [
        *_behind(
            [(f"{match.score:4.0f}% ", confidence_ink(match.score))],
            difference_fragments(query, match.source),
            width,
        ),
        *_behind([(f"    {glyphs.translation} ", "label")], [(match.target, "")], width),
        *(_behind([(" " * _INDENT, "")], forbidden, width) if forbidden else ()),
        *_behind([(" " * _INDENT, "")], [(f" {glyphs.between} ".join(told), "dim")], width),
    ]


def _passage(hit: ConcordanceHit, glyphs: Glyphs) -> Hit:
    return Hit(hit.unit.source, hit.unit.target, partial(_passage_lines, hit, glyphs))


def _passage_lines(hit: ConcordanceHit, glyphs: Glyphs, width: int) -> list[Line]:
    held, other = (hit.unit.source, hit.unit.target) if hit.side == "source" else (hit.unit.target, hit.unit.source)
    rows = [_key_word_in_context(held, start, end, width) for start, end in hit.places[:_MOST_PLACES]]
    told: list[Fragment] = [(other, "dim")]
    if hit.term:
        told.append((f" {glyphs.between} {hit.term}", "term"))
    return [*rows, *_behind([(f"    {glyphs.translation} ", "label")], told, width)]


def _key_word_in_context(text: str, start: int, end: int, width: int) -> Line:
    left, key, right = kwic_parts(
        printable(text[:start]), printable(text[start:end]), printable(text[end:]), max(width - _INDENT, 2)
    )
    return [(" " * _INDENT, ""), (left, ""), (key, "term"), (right, "")]


def _behind(head: Sequence[Fragment], fragments: Sequence[Fragment], width: int) -> list[Line]:
    lines = wrap_fragments(fragments, max(width - _INDENT, 2))
    return [[*(head if number == 0 else [(" " * _INDENT, "")]), *line] for number, line in enumerate(lines)]
