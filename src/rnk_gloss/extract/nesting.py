"""Terms inside longer noun runs, which are believed only on evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.wordlists import affixes

NO_START = frozenset({WordClass.SUFFIX, WordClass.COUNTER, WordClass.TEKI, WordClass.MIDDOT})
NO_END = frozenset({WordClass.PREFIX, WordClass.TEKI, WordClass.MIDDOT, WordClass.ADJECTIVAL})
LONGEST_UNIT = 8
LONGEST_PART = 8
SHORTEST_UNIT = 3
SHORTEST_UNKNOWN_KATAKANA = 4
RUN_START, RUN_END = "^", "$"

# Words `start:end` of a run.
Part = tuple[int, int]


class Reason(StrEnum):
    """Why a part of a longer run is believed to be a term."""

    ALONE = "stands alone elsewhere"
    WORD = "dictionary entry of two or more parts"
    NAME = "listed name of two or more parts"
    PROPER = "proper noun"
    NEIGHBOURS = "has different neighbours on both sides"
    UNKNOWN_KATAKANA = "katakana word that the dictionary lacks"


@dataclass(slots=True)
class Sighting:
    """Where a part was seen: its words, and what stood beside it."""

    words: Run
    count: int = 0
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)


def dictionary_units(run: Run, knowledge: Knowledge) -> list[Part]:
    """For each word of a run, the longest dictionary unit of two or more words that begins there."""
    units: list[Part] = []
    for start in range(len(run)):
        for end in range(min(len(run), start + LONGEST_UNIT), start + 1, -1):
            text = text_of(run[start:end])
            if len(text) >= SHORTEST_UNIT and knowledge.of(text).is_unit:
                units.append((start, end))
                break
    return units


def parts_of(run: Run, knowledge: Knowledge, stands_alone: Callable[[str], bool]) -> Iterator[Part]:
    """The parts of a run that its structure allows: no dictionary unit is crossed, no affix stands at an edge.

    A part of a dictionary unit is allowed where it is a word of several parts itself and the unit is no name, or where
    it stands alone elsewhere.
    """
    units = dictionary_units(run, knowledge)
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST_PART) + 1):
            part = (start, end)
            if (
                end - start < len(run)
                and _is_well_formed(run, start, end)
                and not any(_crosses(part, unit) for unit in units)
                and _is_free(run, part, units, knowledge, stands_alone)
            ):
                yield part


def _is_well_formed(run: Run, start: int, end: int) -> bool:
    first, last = run[start], run[end - 1]
    if end < len(run) and run[end].kind is WordClass.MIDDOT and KATAKANA.fullmatch(last.text):
        return False
    if first.kind in NO_START or last.kind in NO_END:
        return False
    if end - start > 1 and last.text in affixes("dropped suffixes"):
        return False
    if first.kind is WordClass.NUMERAL and start > 0:
        return False
    if end < len(run) and run[end].kind is WordClass.TEKI:
        return False
    return not (last.kind is WordClass.NUMERAL and first.kind is not WordClass.PREFIX and end < len(run))


def _crosses(part: Part, unit: Part) -> bool:
    return part[0] < unit[0] < part[1] < unit[1] or unit[0] < part[0] < unit[1] < part[1]


def _is_free(
    run: Run, part: Part, units: Iterable[Part], knowledge: Knowledge, stands_alone: Callable[[str], bool]
) -> bool:
    around = [unit for unit in units if unit[0] <= part[0] and part[1] <= unit[1] and unit != part]
    if not around:
        return True
    text = text_of(run[slice(*part)])
    if stands_alone(text):
        return True
    is_compound = part[1] - part[0] > 1 and knowledge.of(text).is_word
    return is_compound and not any(knowledge.of(text_of(run[slice(*unit)])).is_proper_unit for unit in around)


class Nesting:
    """The parts of all runs, gathered so that evidence for them can be weighed over the whole batch."""

    def __init__(self, knowledge: Knowledge, stands_alone: Callable[[str], bool]) -> None:
        self._knowledge = knowledge
        self._stands_alone = stands_alone
        self._sightings: dict[str, Sighting] = {}
        self._parts: dict[tuple[str, ...], frozenset[Part]] = {}

    def allowed(self, run: Run) -> frozenset[Part]:
        """The parts of a run that may be terms, by its words."""
        key = tuple(word.text for word in run)
        parts = self._parts.get(key)
        if parts is None:
            parts = self._parts[key] = frozenset(parts_of(run, self._knowledge, self._stands_alone))
        return parts

    def see(self, run: Run) -> None:
        """Takes note of all parts of one occurrence of a run."""
        whole = text_of(run)
        for start, end in sorted(self.allowed(run)):
            words = run[start:end]
            sighting = self._sightings.setdefault(text_of(words), Sighting(words))
            sighting.count += 1
            sighting.left.add(run[start - 1].text if start else RUN_START)
            sighting.right.add(run[end].text if end < len(run) else RUN_END)
            sighting.wholes.add(whole)

    def accepted(self, part_count: Callable[[str], int]) -> Iterator[tuple[Run, Reason]]:
        """The parts that are believed, with the reason. `part_count` says of how many shortest units a form is made."""
        for form, sighting in self._sightings.items():
            if len(form) >= 2 and (reason := self._reason(form, sighting, part_count)):
                yield sighting.words, reason

    def _reason(self, form: str, sighting: Sighting, part_count: Callable[[str], int]) -> Reason | None:
        if self._stands_alone(form):
            return Reason.ALONE
        facts = self._knowledge.of(form)
        words = sighting.words
        if facts.is_word and part_count(form) > 1:
            return Reason.WORD
        if len(form) >= SHORTEST_UNIT and facts.is_listed_name and part_count(form) > 1:
            return Reason.NAME
        if len(words) == 1:
            if words[0].is_proper:
                return Reason.PROPER
            unknown = KATAKANA.fullmatch(form) and len(form) >= SHORTEST_UNKNOWN_KATAKANA and not facts.is_word
            return Reason.UNKNOWN_KATAKANA if unknown else None
        return Reason.NEIGHBOURS if _varies(sighting) else None


def _varies(sighting: Sighting) -> bool:
    return (
        len(sighting.wholes) >= 2
        and (len(sighting.left) > 1 or RUN_START in sighting.left)
        and (len(sighting.right) > 1 or RUN_END in sighting.right)
    )
