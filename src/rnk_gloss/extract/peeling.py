"""Terms that a run shows when a loose end is taken off: 〈term〉型, 新〈term〉, 〈term〉開始, 〈country〉〈term〉."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rnk_gloss.extract.classes import WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import dictionary_units
from rnk_gloss.extract.runs import Run, trim
from rnk_gloss.extract.wordlists import affixes, generic_words

SHORTEST_WORD = 3
SHORTEST_REMAINDER = 4
AFFIXES = frozenset({WordClass.SUFFIX, WordClass.COUNTER, WordClass.TEKI, WordClass.MIDDOT})


def peeled(run: Run, knowledge: Knowledge, stands_alone: Callable[[str], bool]) -> Iterator[Run]:
    """What is left of a run without a suffix, an action, a name or a prefix, where that can be a term itself."""
    if len(run) < 2:
        return
    if run[-1].text in affixes("soft suffixes") and (rest := trim(run[:-1])) and _is_solid(rest):
        yield rest
    if run[-1].text in affixes("action tails") and (len(run) > 2 or _is_solid(run[:1])) and (rest := trim(run[:-1])):
        yield rest
    if rest := _after_name(run, knowledge):
        yield rest
    if run[0].text in affixes("soft prefixes") and (rest := trim(run[1:])):
        form = text_of(rest)
        if len(form) >= 2 and (stands_alone(form) or knowledge.of(form).is_word):
            yield rest


def _is_solid(run: Run) -> bool:
    return len(run) > 1 or run[0].is_proper or len(run[0].text) >= SHORTEST_WORD


def _after_name(run: Run, knowledge: Knowledge) -> Run:
    """The compound that follows a name at the beginning of a run, or ()."""
    ends = [
        end
        for start, end in dictionary_units(run, knowledge)
        if start == 0 and knowledge.of(text_of(run[:end])).is_proper_unit
    ]
    name_end = max(ends, default=1)
    if name_end == 1 and not (run[0].is_proper or knowledge.of(run[0].text).is_place):
        return ()
    rest = run[name_end:]
    if len(rest) < 2 or rest[0].kind in AFFIXES or len(text_of(rest)) < SHORTEST_REMAINDER:
        return ()
    rest = trim(rest)
    return rest if len(rest) > 1 and rest[-1].text not in generic_words() else ()
