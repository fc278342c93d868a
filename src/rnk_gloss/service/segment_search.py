"""The language in which a list of aligned segments is filtered: words that all must be found in either text, and
qualifiers.

Qualifiers are `status:`, `flag:`, `score:` and `doc:`; the rest is as `rnk_gloss.service.filter_pieces` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from unicodedata import normalize

from rnk_gloss.model.entry_conditions import InDocument, ScoreBetween, StatusIs
from rnk_gloss.model.segment import Flag
from rnk_gloss.model.segment_conditions import (
    Flagged,
    NotSegment,
    PlainSegmentCondition,
    SegmentCondition,
    SegmentHolds,
)
from rnk_gloss.model.selection import SegmentSelection
from rnk_gloss.model.status import Status
from rnk_gloss.service.filter_pieces import alternatives, limits, named, pieces
from rnk_gloss.text.normalise import nfc


class _FlagName(StrEnum):
    """What a flag is called in a filter, where its first letters do."""

    NUMBER = "number"
    TERM = "term"
    LENGTH = "length"
    OMISSION = "omission"
    BESIDE = "beside"
    SAME = "same"
    SEVERAL = "n-m"
    ANY = "any"
    NONE = "none"


_FLAGS = {
    _FlagName.NUMBER: (Flag.NUMBER,),
    _FlagName.TERM: (Flag.TERM,),
    _FlagName.LENGTH: (Flag.LENGTH,),
    _FlagName.OMISSION: (Flag.OMISSION,),
    _FlagName.BESIDE: (Flag.BESIDE_OMISSION,),
    _FlagName.SAME: (Flag.SAME_TEXT,),
    _FlagName.SEVERAL: (Flag.N_M,),
    _FlagName.ANY: tuple(Flag),
    _FlagName.NONE: (),
}


def filtered(selection: SegmentSelection, typed: str) -> SegmentSelection:
    """The selection, of segments that what was typed asks for; nothing typed selects everything.

    Where it names a status, the statuses of the selection do not count. Raises `FilterError`.
    """
    conditions = tuple(_conditions(typed))
    plain = [one.condition if isinstance(one, NotSegment) else one for one in conditions]
    if any(isinstance(one, StatusIs) for one in plain):
        selection = replace(selection, statuses=(), flagged=False)
    return replace(selection, conditions=(*selection.conditions, *conditions))


def _conditions(typed: str) -> Iterator[SegmentCondition]:
    for piece in pieces(typed, _QUALIFIERS):
        condition = _QUALIFIERS[piece.name](piece.name, piece.value) if piece.name else _holding(piece.value)
        yield NotSegment(condition) if piece.is_negated else condition


def _holding(wanted: str) -> SegmentHolds:
    text = nfc(wanted)
    return SegmentHolds(tuple(dict.fromkeys([text, normalize("NFKC", text)])))


def _status(name: str, value: str) -> PlainSegmentCondition:
    return StatusIs(tuple(named(Status, name, one) for one in alternatives(value)))


def _flag(name: str, value: str) -> PlainSegmentCondition:
    return Flagged(tuple(flag for one in alternatives(value) for flag in _FLAGS[named(_FlagName, name, one)]))


def _score(name: str, value: str) -> PlainSegmentCondition:
    low, high, step = limits(name, value, ">80, <50, 50-70 or 90")
    # People read whole numbers on the screen: score:80 is what is shown as 80.
    return ScoreBetween(low - step / 2, high + step / 2)


def _document(_name: str, value: str) -> PlainSegmentCondition:
    return InDocument(value.strip())


_QUALIFIERS: dict[str, Callable[[str, str], PlainSegmentCondition]] = {
    "status": _status,
    "flag": _flag,
    "score": _score,
    "doc": _document,
}
