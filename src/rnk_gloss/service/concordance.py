"""Where a text stands in the memory: any part of a sentence, on either side, or a term by how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Entry, Status
from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Side
from rnk_gloss.model.span import Span
from rnk_gloss.service.search import read_as
from rnk_gloss.store.concordance import UnitScope, units_holding
from rnk_gloss.store.entries import entries, entries_with_fold, entry_ids
from rnk_gloss.store.units import units
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import fold_key
from rnk_gloss.text.search_form import SearchText, search_form, search_text

if TYPE_CHECKING:
    import sqlite3

LONGEST_TEXT = 10_000
# Sorting needs all hits at once: of more than these, the newest are sorted.
MOST_SORTED = 5_000
_MOST_TERMS = 20
_BATCH = 500


class ConcordanceOrder(StrEnum):
    """Orders of hits: the newest unit first, or by what stands before or after the text."""

    NEWEST = "newest"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ConcordanceQuery:
    """What is asked for: units of one side of which hold `text`, in any case and width unless `exact`.

    Where the text is a term of the glossary, or kana or romaji as a term is read, units of which the source holds any
    spelling of that term are found, too, unless `exact` is asked for.
    Without `status` rejected units are left out; `document` is a part of a document's name.
    """

    text: str
    side: Side = "source"
    exact: bool = False
    status: Status | None = None
    document: str | None = None
    order: ConcordanceOrder = ConcordanceOrder.NEWEST


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit that holds the text, and where: `places` are spans of the side's characters, `within` is the first.

    `term` is the term of the glossary by which the unit was found; it is empty where the text itself stands there.
    """

    unit: Unit
    side: Side
    within: Span
    places: tuple[Span, ...]
    term: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text to be found, and the term that it is a form of."""

    text: SearchText
    term: str = ""


def concordance(
    connection: sqlite3.Connection, query: ConcordanceQuery, *, limit: int | None = 50, skip: int = 0
) -> list[ConcordanceHit]:
    """The hits of a query in its order, `limit` of them (None: all) after the first `skip`."""
    if skip < 0 or (limit is not None and limit < 0):
        raise UsageError("limit and skip are numbers from 0 on")
    wanted = _wanted(connection, query)
    stop = None if limit is None else skip + limit
    found = _units(connection, query, wanted)
    if query.order is ConcordanceOrder.NEWEST:
        return _hits(connection, query, wanted, list(islice(found, skip, stop)))
    hits = _hits(connection, query, wanted, list(islice(found, MOST_SORTED)))
    hits.sort(key=_words_before if query.order is ConcordanceOrder.LEFT else _words_after)
    return hits[skip:stop]


def concordance_count(connection: sqlite3.Connection, query: ConcordanceQuery) -> int:
    """How many units a query finds. All that can hold the text are read: where they are a million, for seconds."""
    return sum(1 for _ in _units(connection, query, _wanted(connection, query)))


def _wanted(connection: sqlite3.Connection, query: ConcordanceQuery) -> list[_Wanted]:
    text = search_text(query.text, exact=query.exact)
    if not text.text:
        raise UsageError("a concordance needs a text to look for")
    if len(text.text) > LONGEST_TEXT:
        raise UsageError(
            f"a concordance cannot be asked for more than {LONGEST_TEXT:,} characters; these are {len(text.text):,}"
        )
    if any("\ud800" <= character <= "\udfff" for character in text.text):
        raise UsageError(f"no text holds half a character (a lone surrogate): {text.text!r:.80}")
    wanted = [_Wanted(text)]
    if query.exact or query.side != "source":
        return wanted
    for entry in _terms(connection, text.text):
        forms = [entry.source, *(variant.text for variant in entry.variants)]
        # サーバ for サーバー, 申込 for 申し込み: keys are the shortest spellings, and longer ones hold most of them.
        for form in dict.fromkeys([*forms, *map(fold_key, forms), *map(match_key, forms)]):
            other = search_text(form)
            # What holds a longer form holds a shorter one, too.
            if other.text and not any(one.text.form in other.form for one in wanted):
                wanted.append(_Wanted(other, entry.source))
    return wanted


def _terms(connection: sqlite3.Connection, text: str) -> list[Entry]:
    """The entries, but rejected ones, that the text is a spelling or the whole reading of."""
    keys = entries_with_fold(connection, fold_key(text))
    if (selection := read_as(text)) is not None:
        keys += entry_ids(connection, selection)
    found = entries(connection, list(dict.fromkeys(keys))[:_MOST_TERMS])
    return [entry for entry in found if entry.status is not Status.REJECTED]


def _units(connection: sqlite3.Connection, query: ConcordanceQuery, wanted: list[_Wanted]) -> Iterator[int]:
    """The ids of the units that hold one of the texts, falling."""
    scope = UnitScope(None if query.status is None else query.status.value, query.document)
    before = None
    found = [units_holding(connection, one.text, query.side, scope) for one in wanted]
    for unit in merge(*found, reverse=True):
        if unit != before:
            yield unit
        before = unit


def _hits(
    connection: sqlite3.Connection, query: ConcordanceQuery, wanted: list[_Wanted], keys: list[int]
) -> list[ConcordanceHit]:
    found = []
    for unit in units(connection, keys):
        text = unit.source if query.side == "source" else unit.target
        for one in wanted:
            if places := one.text.places(text):
                found.append(ConcordanceHit(unit, query.side, places[0], places, one.term))
                break
    return found


def _words_after(hit: ConcordanceHit) -> str:
    return search_form(_text(hit)[hit.within.end :]).lstrip()


def _words_before(hit: ConcordanceHit) -> str:
    return search_form(_text(hit)[: hit.within.start]).rstrip()[::-1]


def _text(hit: ConcordanceHit) -> str:
    return hit.unit.source if hit.side == "source" else hit.unit.target
