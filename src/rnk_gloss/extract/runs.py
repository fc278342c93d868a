"""Noun runs: the longest stretches of words that can be one compound, and their edges trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rnk_gloss.extract.classes import IN_RUNS, Word, WordClass
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.extract.wordlists import affixes, honorifics

Run = tuple[Word, ...]

# Text without particles (a table, a list of keywords) gives runs without end; no term is longer than this.
LONGEST_RUN = 24
SHORTEST_MEMBER = 4
KANJI_NUMERAL = re.compile(r"[一二三四五六七八九十]")
KATAKANA = re.compile(r"[ァ-ヶー]+")
COUNTABLE = frozenset({WordClass.NOUN, WordClass.VERBAL_NOUN})
NO_START = frozenset({WordClass.SUFFIX, WordClass.TEKI, WordClass.MIDDOT, WordClass.ADVERBIAL})
NO_END = frozenset({WordClass.PREFIX, WordClass.TEKI, WordClass.MIDDOT, WordClass.ADVERBIAL})
LOOSE_ENDS = frozenset({WordClass.SUFFIX, WordClass.NOUN, WordClass.COUNTER, WordClass.NUMERAL})
NUMBERED = frozenset({WordClass.LATIN, WordClass.PROPER, WordClass.NOUN})
BREAKERS = frozenset({WordClass.SUFFIX, WordClass.ADVERBIAL})
NAMED = frozenset({WordClass.PROPER, WordClass.NOUN})
COUNTERS = frozenset({WordClass.COUNTER, WordClass.SUFFIX, WordClass.NOUN})


def noun_runs(words: Sequence[Word]) -> Iterator[Run]:
    """The runs of a sentence in order: words that touch, joined also across a middle dot between nouns.

    A form of address ends its run, since what follows it is another term (〈name〉氏 | 訪問), and so do suffixes of
    place and time (発射後 | 空中); 両, 各 and the like begin another.
    """
    run: list[Word] = []
    for place, word in enumerate(words):
        touches = not run or (run[-1].end == word.start and len(run) < LONGEST_RUN)
        if word.kind in IN_RUNS:
            if run and (not touches or _parts(run[-1], word)):
                yield tuple(run)
                run = []
            run.append(word)
        elif run and touches and _joins(words, place):
            run.append(word)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _parts(before: Word, word: Word) -> bool:
    """Whether a run ends between two words that touch."""
    if before.text == "氏" or (before.kind is WordClass.NUMERAL and "." in before.text):
        return True
    if before.kind in BREAKERS and before.text in affixes("run breakers"):
        return True
    return word.kind is WordClass.PREFIX and before.kind in NAMED and word.text in affixes("breaking prefixes")


def _joins(words: Sequence[Word], place: int) -> bool:
    if words[place].kind is not WordClass.MIDDOT or not 0 < place < len(words) - 1:
        return False
    before, after = words[place - 1], words[place + 1]
    return (
        before.kind in IN_RUNS
        and after.kind in IN_RUNS
        and before.kind is not WordClass.ADVERBIAL
        and before.end == words[place].start
        and words[place].end == after.start
    )


def trim(run: Run) -> Run:
    """The run without what is no part of a term at its edges: dates, amounts, この-like prefixes, 側, 以来, 氏 …"""
    run = _before_amount(run)
    while run:
        shorter = _trimmed_left(run)
        if shorter is run:
            shorter = _trimmed_right(run)
        if shorter is run:
            break
        run = shorter
    return run


def _before_amount(run: Run) -> Run:
    marks = affixes("amount marks")
    for place in range(1, len(run)):
        if run[place].kind is WordClass.NUMERAL and any(word.text in marks for word in run[place : place + 4]):
            before = _without_amount_beginning(run[:place])
            if len(before) < place or run[place - 1].kind in COUNTABLE | {WordClass.PROPER}:
                return before
    return run


def _without_amount_beginning(run: Run) -> Run:
    while run and run[-1].text in affixes("amount beginnings"):
        run = run[:-1]
    return run


def _trimmed_left(run: Run) -> Run:
    first = run[0]
    if _is_ordinal(run):
        return run
    if first.kind is WordClass.NUMERAL:
        return _without_quantity(run)
    drops = (
        first.kind in NO_START
        or first.text in affixes("dropped prefixes")
        or (first.kind is WordClass.COUNTER and first.text in affixes("counters"))
    )
    return run[1:] if drops else run


def _is_ordinal(run: Run) -> bool:
    """Whether the run begins 第 + number + noun (第五世代…), where the number is part of a name."""
    return (
        len(run) >= 3
        and run[0].text == "第"
        and run[1].kind is WordClass.NUMERAL
        and run[2].kind in COUNTABLE
        and run[2].text not in affixes("counters")
    )


def _without_quantity(run: Run) -> Run:
    end = next((place for place, word in enumerate(run) if word.kind is not WordClass.NUMERAL), len(run))
    if end == len(run):
        return ()
    counter = run[end]
    if end + 1 < len(run) and (counter.text in affixes("kept counters") or _is_name_of_number(run[:end], counter)):
        return run
    counts = counter.kind in {WordClass.COUNTER, WordClass.SUFFIX, WordClass.ADVERBIAL}
    return run[end + 1 :] if counts or counter.text in affixes("counters") else run[end:]


def _is_name_of_number(number: Run, counter: Word) -> bool:
    return counter.text in affixes("counters in names") and all(KANJI_NUMERAL.fullmatch(word.text) for word in number)


def _trimmed_right(run: Run) -> Run:
    last = run[-1]
    if last.kind in NO_END:
        return run[:-1]
    if len(run) == 1:
        return run
    if _ends_in_ordinal(run):
        return run[:-3]
    if len(run) > 2 and (_is_counted_group(run[-2:]) or _is_count(run[-2:])):
        return _without_amount_beginning(run[:-2])
    drops = (
        last.kind is WordClass.ADJECTIVAL
        or (last.kind in LOOSE_ENDS and (last.text in affixes("dropped suffixes") or last.text in honorifics()))
        or (last.kind is WordClass.NUMERAL and (run[-2].kind not in NUMBERED or "." in last.text))
    )
    return run[:-1] if drops else run


def _is_counted_group(pair: Run) -> bool:
    """Whether two words count the members of what is named before them (〈names〉三カ国, 〈names〉二社)."""
    number, counter = pair
    return number.kind is WordClass.NUMERAL and counter.text in affixes("group counters")


def _is_count(pair: Run) -> bool:
    """Whether two words are a count of what is named before them, or a date (患者128例)."""
    number, counter = pair
    return (
        number.kind is WordClass.NUMERAL
        and counter.kind in COUNTERS
        and counter.text in affixes("counters") - affixes("kept counters")
    )


def _ends_in_ordinal(run: Run) -> bool:
    return (
        len(run) >= 3
        and run[-3].text == "第"
        and run[-2].kind is WordClass.NUMERAL
        and run[-1].text in affixes("ordinal counters")
    )


def joins_terms(word: Word) -> bool:
    """Whether a word between nouns says that what stands before it has to do with what follows (半導体 | 関連企業)."""
    return word.text in affixes("joiners") or word.text.startswith("関連")


def split_coordination(run: Run, knowledge: Knowledge) -> tuple[list[Run], list[Run]]:
    """The wholes and the members that a run with middle dots stands for.

    Katakana on both sides of every dot is one name; single words, or members of four and more letters, are a list;
    short members share a head (核・ミサイル開発): then both the whole and the members are meant.
    """
    dots = [place for place, word in enumerate(run) if word.kind is WordClass.MIDDOT]
    if not dots:
        return [run], []
    if all(_is_foreign(run[dot - 1]) and _is_foreign(run[dot + 1]) for dot in dots if 0 < dot < len(run) - 1):
        return [run], []
    members = [member for member in members_of(run) if member]
    lengths = [sum(len(word.text) for word in member) for member in members]
    if all(len(member) == 1 for member in members) or all(length >= SHORTEST_MEMBER for length in lengths):
        return [], members
    if _is_place_in_place(members, knowledge):
        return [], members
    return [run], members


def members_of(run: Run) -> list[Run]:
    """The parts of a run between its middle dots; some are empty where dots stand together."""
    members: list[list[Word]] = [[]]
    for word in run:
        if word.kind is WordClass.MIDDOT:
            members.append([])
        else:
            members[-1].append(word)
    return [tuple(member) for member in members]


def _is_foreign(word: Word) -> bool:
    return word.kind is WordClass.LATIN or bool(KATAKANA.fullmatch(word.text))


def _is_place_in_place(members: list[Run], knowledge: Knowledge) -> bool:
    """Whether the dot parts a town and a place in it (京都・清水寺)."""
    first, last = members[0], members[-1]
    return (
        len(first) == 1
        and first[0].is_proper
        and knowledge.of(first[0].text).is_place
        and any(word.is_proper for word in last)
    )
