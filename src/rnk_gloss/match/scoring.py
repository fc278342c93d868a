"""What a user set about scores: points of single deductions, and penalties for units that are trusted less."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rnk_gloss.errors import UsageError
from rnk_gloss.match.deductions import DEDUCTIONS, Deduction
from rnk_gloss.model.entry import Status
from rnk_gloss.model.match import Difference
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.normalise import nfc

ORIGINS: Mapping[str, str] = MappingProxyType(
    {
        "candidate": "units that nobody has approved",
        "alignment": "units that an aligner found",
        "machine": "units that a machine translated",
    }
)
"""The origins that can have a penalty, beside files by their names, and what they are."""

_SHOWN_AS = {"candidate": "unreviewed"}
# Words in a unit's origin, and the users that Trados and others write for what no person made.
_ORIGIN_WORDS = {
    "alignment": frozenset({"alignment", "aligned", "align"}),
    "machine": frozenset({"machine", "mt", "nmt"}),
}
_ORIGIN_USERS = {"alignment": "align!", "machine": "mt!"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Penalties:
    """Points 0–100 that a match loses for where its unit comes from: by origin (`ORIGINS`) and by file name."""

    origins: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, float] = field(default_factory=dict)

    def of(self, unit: Unit, imported_from: str = "") -> tuple[Difference, ...]:
        """What a match with the unit loses, each part named; `imported_from` is the name of the unit's file."""
        found = [
            Difference(_SHOWN_AS.get(origin, origin), "", "", points)
            for origin, points in self.origins.items()
            if points and _is_of(unit, origin)
        ]
        found += [
            Difference("file", "", name, points)
            for name, points in self.files.items()
            if _names(name, unit, imported_from)
        ]
        return tuple(one for one in found if one.cost)


def _names(name: str, unit: Unit, imported_from: str) -> bool:
    # A file system may write が as か and a mark; of an imported file only the name is known, not its folder.
    name, document = nfc(name), nfc(unit.document)
    return name in {document, _last_part(document)} or _last_part(name) == nfc(imported_from)


def _last_part(path: str) -> str:
    return path.rpartition("/")[2]


def _is_of(unit: Unit, origin: str) -> bool:
    if origin == "candidate":
        return unit.status is Status.CANDIDATE
    words = set(_WORD.findall(unit.origin.casefold()))
    return not words.isdisjoint(_ORIGIN_WORDS[origin]) or unit.created_by.casefold() == _ORIGIN_USERS[origin]


@dataclass(frozen=True, slots=True)
class Scoring:
    """How the matches of a lookup are scored; without a user's wish as `compare` does."""

    deductions: Mapping[str, Deduction] = field(default_factory=lambda: dict(DEDUCTIONS))
    penalties: Penalties = field(default_factory=Penalties)


_NOTHING: Mapping[str, object] = MappingProxyType({})


def scoring_of(
    *, penalties: Mapping[str, object] = _NOTHING, deductions: Mapping[str, object] = _NOTHING, inside: str = ""
) -> Scoring:
    """The scoring with these points for origins (`candidate`, `alignment`, `machine`) and files by their names, and
    these for kinds of differences in the place of ours.

    `inside` names the place of both tables for messages. Raises `UsageError` for a name that does not exist and for
    what are no points from 0 to 100.
    """
    origins: dict[str, float] = {}
    files: dict[str, float] = {}
    for name, value in penalties.items():
        key = f"{inside}penalties.{name}"
        if name not in ORIGINS and "." not in name:
            known = ", ".join(ORIGINS)
            raise UsageError(f"{key}: is not known", hint=f'known are: {known}, and files, such as "vendor.tmx"')
        (origins if name in ORIGINS else files)[name] = _points(value, key)
    rows = dict(DEDUCTIONS)
    for kind, value in deductions.items():
        key = f"{inside}deductions.{kind}"
        if kind not in rows:
            raise UsageError(f"{key}: is not known", hint=f"known are: {', '.join(DEDUCTIONS)}")
        rows[kind] = rows[kind]._replace(cost=_points(value, key))
    return Scoring(rows, Penalties(origins, files))


def _points(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise UsageError(f"{key}: must be points from 0 to 100, not {value!r:.80}", hint="write a number, such as 5")
    return float(value)
