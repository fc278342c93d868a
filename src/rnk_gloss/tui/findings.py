"""What the glossary and the memory know about a text, as groups of hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rnk_gloss.model.entry import Entry
from rnk_gloss.model.match import Match
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.model.side import Side
from rnk_gloss.model.status import Status
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.search import holding
from rnk_gloss.text.script import is_japanese
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.hit_lines import match_lines, passage_lines, term_lines
from rnk_gloss.tui.hits import Group, Hit
from rnk_gloss.tui.wording import say

if TYPE_CHECKING:
    from rnk_gloss.service.concordance import ConcordanceHit

PASSAGES = 20
_MOST_TERMS = 12
# A longer text is no part of a term.
_LONGEST_PART = 24


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked up: a text, the least score of likenesses (50–100) and their number, and how many places of it."""

    text: str
    minimum: float = 70
    limit: int = 9
    passages: int = PASSAGES


def find(
    glossary: Glossary, wish: Wish, glyphs: Glyphs, *, is_wanted: Callable[[], bool] = lambda: True
) -> list[Group]:
    """Terms in the text or beginning like it, like units of the memory, and units that hold it.

    An English text is looked for in the English, and as romaji among the readings. As soon as nobody waits for it any
    more (`is_wanted`), what was found so far is given back.
    """
    groups: list[Group] = []
    searches = _japanese_searches if any(map(is_japanese, wish.text)) else _latin_searches
    for search in searches(glossary, wish, glyphs):
        if not is_wanted():
            break
        groups.append(search())
    return groups


_Search = Callable[[], Group]


def _japanese_searches(glossary: Glossary, wish: Wish, glyphs: Glyphs) -> Iterator[_Search]:
    yield lambda: _terms(glossary, wish.text, "ja", glyphs)
    yield lambda: _likenesses(glossary, wish, "source", glyphs)
    yield lambda: _passages(glossary, wish, "source", say("where it stands"), glyphs)


def _latin_searches(glossary: Glossary, wish: Wish, glyphs: Glyphs) -> Iterator[_Search]:
    yield lambda: _terms(glossary, wish.text, "en", glyphs)
    yield lambda: _likenesses(glossary, wish, "target", glyphs)
    yield lambda: _passages(glossary, wish, "target", say("where it stands in the English"), glyphs)
    if len(wish.text) <= _LONGEST_PART:
        yield lambda: _passages(glossary, wish, "source", say("where it stands in the Japanese"), glyphs)


def _terms(glossary: Glossary, text: str, language: str, glyphs: Glyphs) -> Group:
    """The terms that stand in the text, in order; after them those that a short text is a part or the reading of."""
    found = {
        one.entry.id: (one.entry, one.text if language == "ja" else one.entry.source)
        for one in reversed(glossary.recognise(text, language=language))
    }
    shown = list(reversed(found.values()))
    if len(text) <= _LONGEST_PART:
        selection = holding(EntrySelection((Status.CANDIDATE, Status.APPROVED)), text)
        keys = [key for key in glossary.entry_ids(selection)[:_MOST_TERMS] if key not in found]
        shown += [(entry, entry.source) for entry in glossary.entries(keys)]
    return Group(
        say("terms in this text") if found else say("terms"),
        tuple(_term(entry, form, glyphs) for entry, form in shown[:_MOST_TERMS]),
    )


def _term(entry: Entry, shown: str, glyphs: Glyphs) -> Hit:
    return Hit(shown, entry.preferred or "", partial(term_lines, entry, shown, glyphs), entry=entry.id)


def _likenesses(glossary: Glossary, wish: Wish, side: Side, glyphs: Glyphs) -> Group:
    if side == "target" and not _is_soon_indexed(glossary):
        return Group(
            "", (), without=say("So large a memory needs an index of its English: rnk-gloss db reindex --side target")
        )
    matches = glossary.lookup(wish.text, minimum=wish.minimum, limit=wish.limit, side=side)
    return Group(
        say("like it by {percent}% or more", percent=f"{wish.minimum:.0f}"),
        tuple(_match(wish.text, match, glyphs) for match in matches),
        is_wanted=True,
        without=say("nothing in the memory is like it by {percent}% or more", percent=f"{wish.minimum:.0f}"),
    )


def _is_soon_indexed(glossary: Glossary) -> bool:
    """Whether a first lookup of the English answers while somebody waits, without writing to the store for long."""
    from rnk_gloss.service.upkeep import kept_sides
    from rnk_gloss.service.workspace import QUICKLY_INDEXED

    return "target" in kept_sides(glossary.workspace) or glossary.workspace.unit_count() <= QUICKLY_INDEXED


def _match(query: str, match: Match, glyphs: Glyphs) -> Hit:
    return Hit(match.source, match.target, partial(match_lines, query, match, glyphs), unit=match.unit)


def _passages(glossary: Glossary, wish: Wish, side: Side, heading: str, glyphs: Glyphs) -> Group:
    found = glossary.concordance(wish.text, side=side, limit=wish.passages + 1)
    more = say("the first {count}; . shows more", count=wish.passages) if len(found) > wish.passages else ""
    return Group(heading, tuple(_hits(found[: wish.passages], glyphs)), more=more)


def _hits(found: Iterable[ConcordanceHit], glyphs: Glyphs) -> Iterator[Hit]:
    for hit in found:
        yield Hit(hit.unit.source, hit.unit.target, partial(passage_lines, hit, glyphs), unit=hit.unit)
