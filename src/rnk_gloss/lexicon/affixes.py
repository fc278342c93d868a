"""What a part of compounds does to its neighbour's English: 不 puts *un* before it, 主義 turns *-y* into *-ism*."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rnk_gloss.lexicon.compound_alignment import Example, Part
from rnk_gloss.lexicon.gloss_words import JOINING_WORDS

SHORTEST_RESULT, SHORTEST_STEM, LONGEST_LOSS, LONGEST_ENDING = 5, 4, 4, 6
SHORTEST_BASE, PREFIX_LENGTHS = 4, range(2, 8)
AFFIXES_KEPT, LEAST_TIMES = 6, 2


class AffixCounts:
    """Counts affixes where one English word stands for a compound of two units and the dictionary has a like word for
    one of them; `wordings` are the single words that it has for a form."""

    def __init__(self, wordings: Mapping[str, Sequence[str]]) -> None:
        self._wordings = wordings
        self._affixes: defaultdict[Part, Counter[str]] = defaultdict(Counter)

    def add(self, example: Example) -> None:
        """Takes a compound with one of its glosses."""
        if len(example.units) != 2 or len(example.words) != 1:
            return
        modifier, head = example.units
        word = example.words[0]
        if len(word) < SHORTEST_RESULT:
            return
        if ending := _ending(word, self._wordings.get(modifier, ())):
            self._affixes[head, True][ending] += 1
        if prefix := _prefix(word, self._wordings.get(head, ())):
            self._affixes[modifier, False][prefix] += 1

    def most_common(self, part: Part) -> tuple[tuple[str, int], ...]:
        """A part's commonest affixes with their counts: `un+` goes before a word, `y>ist` replaces its end."""
        ordered = sorted(self._affixes.get(part, {}).items(), key=lambda item: (-item[1], item[0]))
        return tuple(item for item in ordered[:AFFIXES_KEPT] if item[1] >= LEAST_TIMES)


def affixed(word: str, affix: str) -> str | None:
    """The word with an affix, or None where it cannot take it."""
    if affix.endswith("+"):
        return affix[:-1] + word
    lost, _, gained = affix.partition(">")
    if len(word) < SHORTEST_STEM or not word.endswith(lost):
        return None
    return word[: len(word) - len(lost)] + gained


def _ending(word: str, bases: Iterable[str]) -> str:
    """The shortest change of ending that makes the word of one of the others; "" where one is the word itself."""
    changes = []
    for base in bases:
        if base == word:
            return ""
        stem = _common_start(base, word)
        lost, gained = base[stem:], word[stem:]
        if stem >= SHORTEST_STEM and len(lost) <= LONGEST_LOSS and len(gained) <= LONGEST_ENDING and gained != "s":
            changes.append(f"{lost}>{gained}")
    return min(changes, key=len, default="")


def _common_start(first: str, second: str) -> int:
    """How many letters two words have in common from their beginning."""
    return next(
        (place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _prefix(word: str, bases: Iterable[str]) -> str:
    for base in bases:
        prefix = word.removesuffix(base)
        if len(base) >= SHORTEST_BASE and len(prefix) in PREFIX_LENGTHS and prefix != word:
            return "" if prefix in JOINING_WORDS else f"{prefix}+"
    return ""
