"""Terms that a run shows when a loose end is taken off: 〈term〉型, 新〈term〉, 〈term〉開始, 〈country〉〈term〉."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rnk_gloss.extract.classes import Word, WordClass, text_of
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.nesting import unit_end
from rnk_gloss.extract.runs import KATAKANA, Run, joins_terms, trim
from rnk_gloss.extract.wordlists import affixes, generic_words

SHORTEST_WORD = 3
SHORTEST_REMAINDER = 4
ARTICLE = frozenset({"条", "項", "章"})
AFFIXES = frozenset({WordClass.SUFFIX, WordClass.COUNTER, WordClass.TEKI, WordClass.MIDDOT})


def peeled(run: Run, knowledge: Knowledge, stands_alone: Callable[[str], bool]) -> Iterator[Run]:
    """What is left of a run without a suffix, an action, a name or a prefix, where that can be a term itself."""
    if len(run) < 2:
        return
    if run[-1].text in affixes("soft suffixes") and (rest := trim(run[:-1])) and _is_solid(rest):
        yield rest
    if run[-1].text in affixes("action tails") and (len(run) > 2 or _is_solid(run[:1])) and (rest := trim(run[:-1])):
        yield rest
    for rest in (
        _before_number(run, knowledge),
        _before_joiner(run),
        _place_in(run, knowledge),
        described_name(run, knowledge),
    ):
        if rest:
            yield rest
    if rest := _after_name(run, knowledge):
        yield rest
    if run[0].text in affixes("soft prefixes") and (rest := trim(run[1:])):
        form = text_of(rest)
        if len(form) >= 2 and (stands_alone(form) or knowledge.of(form).is_word):
            yield rest


def _is_solid(run: Run) -> bool:
    return len(run) > 1 or run[0].is_proper or len(run[0].text) >= SHORTEST_WORD


def _before_number(run: Run, knowledge: Knowledge) -> Run:
    """What stands before a number at the end, or before 第…条 (〈law〉第5条, エラーコード404), or (); nothing for a
    name that the number is a part of (アポロ11)."""
    if len(run) == 2 and (run[0].is_proper or knowledge.of(run[0].text).is_capitalised):
        return ()
    end = len(run)
    if run[-1].text in ARTICLE:
        end -= 1
    if not end or run[end - 1].kind is not WordClass.NUMERAL:
        return ()
    while end and run[end - 1].kind is WordClass.NUMERAL:
        end -= 1
    if end and run[end - 1].text == "第":
        end -= 1
    return trim(run[:end])


def _before_joiner(run: Run) -> Run:
    """What stands before 関連 and the like between nouns, or ()."""
    for place in range(1, len(run)):
        if joins_terms(run[place]):
            return trim(run[:place]) if _is_solid(run[:place]) else ()
    return ()


def described_name(run: Run, knowledge: Knowledge) -> Run:
    """The foreign name at the end of a run that says before it what bears the name (石油大手〈name〉), or ()."""
    if len(run) < 2 or run[-2].text not in affixes("describing heads") or not KATAKANA.fullmatch(run[-1].text):
        return ()
    return run[-1:] if run[-1].is_proper or not knowledge.of(run[-1].text).is_word else ()


def _place_in(run: Run, knowledge: Knowledge) -> Run:
    """The name of a place that a word before it describes (首都〈city〉), or ()."""
    rest = run[1:]
    if run[0].text not in affixes("place qualifiers") or not rest[0].is_proper:
        return ()
    return rest if len(rest) == 1 or knowledge.of(text_of(rest)).is_place else ()


def _after_name(run: Run, knowledge: Knowledge) -> Run:
    """The compound that follows a name at the beginning of a run, or ()."""
    name_end = unit_end(run, 0, knowledge)
    if name_end and not knowledge.of(text_of(run[:name_end])).is_proper_unit:
        return ()
    name_end = name_end or 1
    if name_end == 1 and (run[0].kind is WordClass.PREFIX or not _is_place_or_name(run[0], knowledge)):
        return ()
    rest = run[name_end:]
    if len(rest) < 2 or rest[0].kind in AFFIXES or len(text_of(rest)) < SHORTEST_REMAINDER:
        return ()
    rest = trim(rest)
    return rest if len(rest) > 1 and rest[-1].text not in generic_words() else ()


def _is_place_or_name(word: Word, knowledge: Knowledge) -> bool:
    facts = knowledge.of(word.text)
    return word.is_proper or (facts.is_place and not facts.commonness)
