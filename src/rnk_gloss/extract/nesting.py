"""Terms inside longer noun runs, which are believed only on evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rnk_gloss.extract.classes import Word, WordClass, text_of
from rnk_gloss.extract.knowledge import Facts, Knowledge
from rnk_gloss.extract.pieces import piece_count
from rnk_gloss.extract.runs import KATAKANA, Run
from rnk_gloss.extract.wordlists import affixes, generic_words

NO_START = frozenset({WordClass.SUFFIX, WordClass.COUNTER, WordClass.TEKI, WordClass.MIDDOT})
NO_END = frozenset({WordClass.PREFIX, WordClass.TEKI, WordClass.MIDDOT, WordClass.ADJECTIVAL})
LONGEST_PART = 8
LONG_RUN = 12
LONGEST_PART_OF_LIST = 4
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
    FIELD = "a term of the text's field"
    UNKNOWN_KATAKANA = "katakana word that the dictionary lacks"


@dataclass(slots=True)
class Sighting:
    """A part, what stood beside it and in what run at first, and whether anything else did later."""

    words: Run
    left: str
    right: str
    whole: str
    left_varies: bool = False
    right_varies: bool = False
    whole_varies: bool = False

    def compare(self, left: str, right: str, whole: str) -> None:
        """Takes note of what stands beside the part at another place; a run's border is different each time."""
        self.left_varies |= left == RUN_START or left != self.left
        self.right_varies |= right == RUN_END or right != self.right
        self.whole_varies |= whole != self.whole


def dictionary_units(run: Run, knowledge: Knowledge) -> list[Part]:
    """For each word of a run, the longest dictionary unit of two or more words that begins there."""
    ends = ((start, unit_end(run, start, knowledge)) for start in range(len(run)))
    return [(start, end) for start, end in ends if end]


def unit_end(run: Run, start: int, knowledge: Knowledge) -> int:
    """Where the longest dictionary unit of two or more words ends that begins at word `start`; 0 where none does."""
    for end in range(min(len(run), start + _most_words(run)), start + 1, -1):
        text = text_of(run[start:end])
        if len(text) >= SHORTEST_UNIT and knowledge.of(text).is_unit:
            return end
    return 0


def _most_words(run: Run) -> int:
    """The most words that a part of the run may have: fewer in a run so long that it is no compound but a list."""
    return LONGEST_PART if len(run) <= LONG_RUN else LONGEST_PART_OF_LIST


def parts_of(run: Run, knowledge: Knowledge, stands_alone: Callable[[str], bool]) -> Iterator[Part]:
    """The parts of a run that its structure allows: no dictionary unit is crossed, no affix stands at an edge.

    A part of a dictionary unit is allowed where it is a word of several parts itself and the unit is no name, or where
    it stands alone elsewhere.
    """
    units = dictionary_units(run, knowledge)
    most = _most_words(run)
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + most) + 1):
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
    if _is_bound(run, start) or (end - start > 1 and _is_loose(last.text)):
        return False
    if first.kind is WordClass.NUMERAL and start > 0:
        return False
    if end < len(run) and run[end].kind is WordClass.TEKI:
        return False
    return not (last.kind is WordClass.NUMERAL and first.kind is not WordClass.PREFIX and end < len(run))


def _is_bound(run: Run, start: int) -> bool:
    """Whether the word before makes one word with what begins at `start` (被保険者)."""
    return start > 0 and run[start - 1].kind is WordClass.PREFIX and run[start - 1].text in affixes("binding prefixes")


def _is_loose(last: str) -> bool:
    return last in affixes("dropped suffixes") or last in affixes("never last")


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
            left = run[start - 1].text if start else RUN_START
            right = run[end].text if end < len(run) else RUN_END
            form = text_of(words)
            if form not in self._sightings:
                self._sightings[form] = Sighting(words, left, right, whole)
            self._sightings[form].compare(left, right, whole)

    def accepted(
        self, field_words: Collection[str], progress: Callable[[int, int], None]
    ) -> Iterator[tuple[Run, Reason]]:
        """The parts that are believed, with the reason; `field_words` are terms of the texts' fields. `progress` is
        told the parts weighed and in all."""
        for number, (form, sighting) in enumerate(self._sightings.items()):
            progress(number, len(self._sightings))
            if len(form) >= 2 and (reason := self._reason(form, sighting, field_words)):
                yield sighting.words, reason

    def _reason(self, form: str, sighting: Sighting, field_words: Collection[str]) -> Reason | None:
        if self._stands_alone(form):
            return Reason.ALONE
        if form in field_words and form not in generic_words():
            return Reason.FIELD
        facts = self._knowledge.of(form)
        words = sighting.words
        if facts.is_word and piece_count(form) > 1:
            return Reason.WORD
        if len(form) >= SHORTEST_UNIT and facts.is_listed_name and piece_count(form) > 1:
            return Reason.NAME
        if len(words) > 1:
            return Reason.NEIGHBOURS if _varies(sighting) else None
        return _reason_of_word(words[0], facts)


def _reason_of_word(word: Word, facts: Facts) -> Reason | None:
    if word.is_proper:
        return Reason.PROPER
    is_unknown = KATAKANA.fullmatch(word.text) and len(word.text) >= SHORTEST_UNKNOWN_KATAKANA and not facts.is_word
    return Reason.UNKNOWN_KATAKANA if is_unknown else None


def _varies(sighting: Sighting) -> bool:
    return sighting.whole_varies and sighting.left_varies and sighting.right_varies
