"""The whole wordings that parts of compounds have in English, read off the aligned glosses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rnk_gloss.lexicon.compound_alignment import JOINING, Example, Part

# Units in a row that are taken for one part (芳香 + 族: aromatic); of those that were seen less often nothing is kept.
LONGEST_SPAN, LEAST_SPAN_SEEN = 3, 3
PHRASES_KEPT, LEAST_TIMES, LEAST_SHARE = 16, 2, 0.1


@dataclass(frozen=True, slots=True)
class CompoundPhrases:
    """How a unit, or some units in a row, was worded as the last part of compounds (`head`) or before it.

    `seen` says in how many glosses of compounds it was found so, `phrases` are the commonest wordings with their
    counts, "" for no word at all (語 in スロバキア語: Slovak), `affixes` what it does to its neighbour's English, as
    `rnk_gloss.lexicon.affixes` writes it.
    """

    unit: str
    head: bool
    seen: int
    phrases: tuple[tuple[str, int], ...]
    affixes: tuple[tuple[str, int], ...] = ()


class PhraseCounts:
    """Counts the words of glosses that stand together and translate the same part, as phrase-based translation does
    (Koehn, Och and Marcu 2003, section 4.1)."""

    def __init__(self) -> None:
        self._phrases: defaultdict[Part, Counter[str]] = defaultdict(Counter)
        self._seen: Counter[Part] = Counter()
        self._single: set[Part] = set()

    def add(self, example: Example, places: Sequence[int]) -> None:
        """Takes a compound's gloss with the place of the unit that each word translates."""
        units = example.units
        for start in range(len(units)):
            for end in range(start + 1, min(len(units), start + LONGEST_SPAN) + 1):
                if end - start < len(units):
                    self._add_span(example, places, start, end)

    def most_common(self) -> Iterator[CompoundPhrases]:
        """The commonest wordings of each part, in the order of parts."""
        for part in sorted(self._phrases):
            seen = self._seen[part]
            ordered = sorted(self._phrases[part].items(), key=lambda item: (-item[1], item[0]))[:PHRASES_KEPT]
            kept = tuple(item for item in ordered if item[1] >= LEAST_TIMES or item[1] >= LEAST_SHARE * seen)
            if kept and (seen >= LEAST_SPAN_SEEN or part in self._single):
                yield CompoundPhrases(*part, seen, kept)

    def _add_span(self, example: Example, places: Sequence[int], start: int, end: int) -> None:
        part = ("".join(example.units[start:end]), end == len(example.units))
        if end - start == 1:
            self._single.add(part)
        own = [position for position, place in enumerate(places) if start <= place < end]
        if not own:
            if end - start == 1:
                self._seen[part] += 1
                self._phrases[part][""] += 1
            return
        self._seen[part] += 1
        first, after = own[0], own[-1] + 1
        if all(place == JOINING or start <= place < end for place in places[first:after]):
            self._phrases[part][" ".join(example.words[first:after])] += 1
