"""A term cut into the fewest units that have English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.extract.arrangements import AGAINST, DOT
from rnk_gloss.extract.classes import NameKind
from rnk_gloss.extract.fixed_units import COUNTED, DIRECTION, LATIN_UNIT, ORDINAL, YEAR, YEARS, Role
from rnk_gloss.extract.knowledge import NAME_TYPES, Knowledge
from rnk_gloss.extract.pieces import shortest_pieces
from rnk_gloss.extract.renderings import Renderer
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.wordlists import patterns
from rnk_gloss.lexicon.countries import country_of, members

LONGEST_UNIT = 6  # pieces
MOST_PATHS = 6
MARGIN = 1.05
MOST_PIECES = 12
UNIT_COST = 1.0
SETTLED_COST = 0.8
UNKNOWN_COST = 6.0
SINGLE_KANJI_COST = 0.35
# What is no word by itself counts as one when so many compounds have it, and so many of them a wording for it.
LEAST_SEEN, LEAST_WORDED = 4, 2
ATTACHED_SUFFIX = "的型製産間"


@dataclass(frozen=True, slots=True)
class Path:
    """One way to cut a term: its units and what it costs (1 for each unit, more for single kanji and unknown ones)."""

    units: tuple[str, ...]
    cost: float


def paths_of(words: Run, renderer: Renderer, knowledge: Knowledge) -> list[Path]:
    """The cheapest ways to cut a term into units, by dynamic programming over the analyser's shortest pieces.

    A person's name is one piece.
    """
    shortest = (
        piece
        for word in words
        for piece in ([word.text] if word.name is NameKind.PERSON else shortest_pieces(word.text))
    )
    pieces = _joined_pieces([part for piece in shortest for part in _without_against(piece)])
    if not 0 < len(pieces) <= MOST_PIECES:
        return []
    best: list[list[Path]] = [[] for _ in range(len(pieces) + 1)]
    best[0] = [Path((), 0.0)]
    for start in range(len(pieces)):
        for end in range(start + 1, min(len(pieces), start + LONGEST_UNIT) + 1):
            cost = _cost(pieces, start, end, renderer, knowledge)
            if cost is not None:
                unit = "" if _joins_katakana(pieces, start) else "".join(pieces[start:end])
                best[end] += [
                    Path((*path.units, unit) if unit else path.units, path.cost + (cost if unit else 0.0))
                    for path in best[start]
                ]
                best[end] = sorted(best[end], key=lambda path: path.cost)[:MOST_PATHS]
    found = best[-1]
    return [path for path in found if path.cost <= found[0].cost + MARGIN]


def is_prefix(unit: str) -> bool:
    """Whether a unit is a prefix with English of its own."""
    return unit == AGAINST or unit in patterns("prefixes.tsv")


def _cost(pieces: list[str], start: int, end: int, renderer: Renderer, knowledge: Knowledge) -> float | None:
    """What the unit costs, or None where it may not be one."""
    unit = "".join(pieces[start:end])
    last = end == len(pieces)
    if unit == DOT or (end - start == 1 and not last and is_prefix(unit)):
        return UNIT_COST
    if end - start > 1 and (DOT in (unit[0], unit[-1]) or pieces[start] == AGAINST):
        return None
    if renderer.is_settled(unit, Role.HEAD if last else Role.MODIFIER):
        return SETTLED_COST
    if end - start > 1 and not _may_be_one_unit(pieces[start:end], unit, knowledge):
        return None
    if not renderer.options(unit, Role.HEAD if last else Role.MODIFIER):
        return UNKNOWN_COST * (end - start)
    return UNIT_COST + (SINGLE_KANJI_COST if len(unit) == 1 and not last else 0.0)


def _joins_katakana(pieces: list[str], place: int) -> bool:
    """Whether a piece is a middle dot inside a foreign name, which has no English of its own."""
    return (
        pieces[place] == DOT
        and 0 < place < len(pieces) - 1
        and all(KATAKANA.fullmatch(pieces[beside]) for beside in (place - 1, place + 1))
    )


def _may_be_one_unit(pieces: list[str], unit: str, knowledge: Knowledge) -> bool:
    facts = knowledge.of(unit)
    if unit in patterns("pieces.tsv") or facts.is_word or not facts.name_types.isdisjoint(NAME_TYPES):
        return True
    if len(pieces) == 2 and len(pieces[1]) == 1 and pieces[1] in ATTACHED_SUFFIX:
        return True
    learned = knowledge.lexicon.compound_phrases(unit, head=False)
    worded = sum(times for text, times in learned.phrases if text)
    return learned.seen >= LEAST_SEEN and worded >= LEAST_WORDED


def _joined_pieces(pieces: list[str]) -> list[str]:
    """The pieces, with numbers and their counters, Latin names and rows of country characters made one."""
    joined: list[str] = []
    place = 0
    while place < len(pieces):
        end = next(
            (end for end in range(min(len(pieces), place + 4), place + 1, -1) if _is_fixed("".join(pieces[place:end]))),
            place + 1,
        )
        joined.append("".join(pieces[place:end]))
        place = end
    return joined


def _without_against(piece: str) -> Sequence[str]:
    """対 and the country's character after it as two pieces, where the analyser has them as one (対中)."""
    return tuple(piece) if len(piece) == 2 and piece[0] == AGAINST and country_of(piece[1]) else (piece,)


def _is_fixed(text: str) -> bool:
    if any(re.fullmatch(pattern, text) for pattern in (COUNTED, YEARS, ORDINAL, LATIN_UNIT, DIRECTION, YEAR)):
        return True
    return members(text) is not None
