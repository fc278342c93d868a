"""A document before its translation, for the formats in which it goes to a translator."""

from __future__ import annotations

from rnk_gloss.model.entry import Entry, Recognised, Status, Target, Usage
from rnk_gloss.model.match import Match, MatchKind
from rnk_gloss.model.pretranslation import Pretranslation
from rnk_gloss.model.segment import Unit

_TREATY = Entry(
    id=1,
    source="条約",
    status=Status.APPROVED,
    targets=(
        Target("convention", Usage.ADMITTED),
        Target("treaty", Usage.PREFERRED),
        Target("pact", Usage.FORBIDDEN),
    ),
)
_PANEL = Entry(id=2, source="専門家パネル", targets=(Target("panel"), Target("board")))


def _match(score: float, kind: MatchKind, explanation: str, status: Status) -> Match:
    unit = Unit("条約は発効した。", "The treaty entered into force.", status=status)
    return Match(score, kind, unit.source, unit.target, explanation, (), unit)


PRETRANSLATED = (
    Pretranslation(
        "条約は発効した。",
        _match(100, MatchKind.EXACT, "100", Status.APPROVED),
        (Recognised(0, 2, "条約", _TREATY, "条約", "term"),),
    ),
    Pretranslation(
        "条約が発効しない。",
        _match(56.4, MatchKind.FUZZY, "56 = 100 − 44 polarity", Status.CANDIDATE),
        (Recognised(0, 2, "条約", _TREATY, "条約", "term"),),
    ),
    Pretranslation("専門家パネルは廃止された。", None, (Recognised(0, 6, "専門家パネル", _PANEL, "", "term"),)),
    Pretranslation("条約は発効した。", None, (), repeats=0),
)
"""A document before its translation: an exact match, a fuzzy one, none, and a repetition."""
