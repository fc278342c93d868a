"""Which units can be so much like a query: a superset of those that are, found by their signatures.

An edit destroys at most two of a query's pairs of characters, an insertion only one (Jokinen and Ukkonen 1991, with the
difference of the lengths taken into account). A text at distance d therefore still has u - 2d + max(0, n - m) of the u
slots of a query, where m and n are the lengths of query and text. No unit is missed; two pairs that fall into one slot
only make more units to be looked at.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from rnk_gloss.model.side import Side
from rnk_gloss.store.fuzzy.counting import Stretch, texts_with
from rnk_gloss.store.fuzzy.marks import has_marks, marks, most_apart
from rnk_gloss.store.fuzzy.runs import MARKS, Blocks, Run, keep_small, read_runs
from rnk_gloss.store.fuzzy.signatures import pair_hashes, slots_of_hashes
from rnk_gloss.text.match_words import fenced

# A slot that very many units have tells little. It is left out as long as the count asked for stays so many standard
# deviations above what chance gives.
_ABOVE_CHANCE = 6.0
# So few that looking at each costs less than reading further slices.
_FEW = 24
_SLICES_AT_ONCE = 8
_WORD = 8
# Slices of fewer bytes in all are counted faster without numpy.
_BYTES_FOR_ARRAYS = 80 * 1024
# Who has looked up so often will probably go on: from then on it pays to keep small runs in memory, and to load numpy
# where much was counted without it in slices that are large.
_LOOKUPS_BEFORE_KEEPING = 4
_LARGE_SLICES, _BYTES_BEFORE_LOADING = 256 * 1024, 3 * 1024 * 1024


class Likely(NamedTuple):
    """A unit that may be like the query: at a distance of at least `distance` edits, with a key of `length`."""

    distance: int
    length: int
    unit: int


# Most queries are as long as one before. No more are kept: near a long one there are thousands of lengths.
@lru_cache(maxsize=64)
def _limits(length: int, minimum: int) -> tuple[Mapping[int, int], Mapping[int, tuple[int, int]]]:
    """For each length that a key can have to be so much like one of `length`: the slots lost at most, and the marks
    apart at most."""
    lengths = range(max(1, -(-length * minimum // 100)), length * 100 // minimum + 1)
    edits = {other: (100 - minimum) * max(other, length) // 100 for other in lengths}
    lost = {other: 2 * most - max(0, other - length) for other, most in edits.items()}
    return lost, {other: most_apart(other - length, most) for other, most in edits.items()}


class _Query:
    """What is looked for: a key, and how much others must be like it (1–100)."""

    __slots__ = ("length", "lost", "marks", "most_apart")

    def __init__(self, key: str, minimum: int) -> None:
        self.length = len(key)
        self.marks = marks(key)
        # By the length of a key, for all lengths that are not too far off: how many of the query's slots it may lack,
        # and how many marks it may lack, and have beyond those of the query.
        self.lost, self.most_apart = _limits(self.length, minimum)

    @property
    def lengths(self) -> tuple[int, int]:
        """The least and the greatest length that a key can have to be so much like this one."""
        return next(iter(self.lost)), next(reversed(self.lost))

    def distance(self, missing: int, length: int) -> int:
        """The least distance of a key that lacks so many slots."""
        # Not by max() and abs(): a large memory asks this for a thousand places of one query.
        longer = length - self.length
        if longer > 0:
            edits = (missing + longer + 1) // 2
            return max(longer, edits)
        edits = (missing + 1) // 2
        return max(-longer, edits)


@dataclass(slots=True)
class Counting:
    """Counts by Python's numbers, or by numpy where that is faster: large slices, in a process that has numpy already
    or has looked up so much that loading it pays."""

    lookups: int = 0
    # Bytes of large slices that were counted without numpy.
    done: int = 0

    def by_numpy(self, run: Run, size: int) -> bool:
        """Whether so many bytes of slices of a run are counted by numpy."""
        return run.kept is None and size >= _BYTES_FOR_ARRAYS and self._has_numpy(size)

    def _has_numpy(self, size: int) -> bool:
        if "numpy" in sys.modules:
            return True
        if size >= _LARGE_SLICES:
            self.done += size
        return self.lookups >= _LOOKUPS_BEFORE_KEEPING and self.done > _BYTES_BEFORE_LOADING


@dataclass
class FuzzyIndex:
    """The index as it is at one state of the store; made anew when that has moved."""

    runs: list[Run]
    tail: dict[int, bool]
    ids: Blocks
    marks: Blocks = field(default_factory=lambda: Blocks(MARKS))
    counting: Counting = field(default_factory=Counting)

    @classmethod
    def read(cls, connection: sqlite3.Connection, side: Side) -> FuzzyIndex:
        """One side of the index as the store has it now."""
        tail = connection.execute("SELECT unit, stale FROM fuzzy_waiting WHERE side = ?", (side,))
        runs = read_runs(connection, side)
        return cls(runs, {unit: bool(stale) for unit, stale in tail}, Blocks.of_ids(runs))

    def likely(self, connection: sqlite3.Connection, key: str, minimum: int, language: str) -> list[Likely]:
        """All units in runs whose key may be `minimum` (1–100) or more like `key`, and some that are not.

        Where words are counted, `key` is the code of a match key, and lengths are those of codes. Units that have
        changed since, and stand in the tail, may be among them.
        """
        self.counting.lookups += 1
        if self.counting.lookups == _LOOKUPS_BEFORE_KEEPING:
            keep_small(connection, self.runs)
        query = _Query(key, minimum)
        hashes = pair_hashes(fenced(key, language))
        slots_of_query: dict[int, list[int]] = {}
        found: list[Likely] = []
        for run in self.runs:
            if run.language == language and (within := run.places(*query.lengths)):
                if run.slots not in slots_of_query:
                    slots_of_query[run.slots] = list(slots_of_hashes(hashes, run.slots))
                found.extend(_Search(connection, query, run, within, self).found(slots_of_query[run.slots]))
        return found


# A place of a run that has passed the first count, the length of its key, and how many of the slots it has. No
# class: there are hundreds of them in one lookup.
_Place = tuple[int, int, int]


class _Search(NamedTuple):
    """One query in one run, at the places whose keys are neither too short nor too long."""

    connection: sqlite3.Connection
    query: _Query
    run: Run
    within: range
    fuzzy: FuzzyIndex

    def found(self, wanted: list[int]) -> list[Likely]:
        """The units that may be like the query, which has the slots `wanted`."""
        stretches = [*self.run.stretches(self.within)]
        lost = self.query.lost
        least = {length: len(wanted) - lost[length] for length, _ in stretches}
        needed = min(least.values())
        if needed <= 0:
            unread: list[int] = []
            candidates = self._marked(
                [(place, length, len(wanted)) for length, places in stretches for place in places]
            )
        else:
            wanted = sorted(wanted, key=self.run.frequencies.__getitem__)
            used = self._telling(wanted, needed)
            unread = wanted[used:]
            candidates = self._counted(wanted[:used], stretches, least, len(unread))
        while unread and len(candidates) > _FEW:
            now, unread = unread[:_SLICES_AT_ONCE], unread[_SLICES_AT_ONCE:]
            candidates = self._recounted(candidates, now, least, len(unread))
        may_share, distance = len(wanted) - len(unread), self.query.distance
        units = self.fuzzy.ids.of(self.connection, self.run, [place for place, _, _ in candidates])
        return [
            Likely(distance(may_share - shared, length), length, unit)
            for (_, length, shared), unit in zip(candidates, units, strict=True)
        ]

    def _marked(self, candidates: list[_Place]) -> list[_Place]:
        """Those of the candidates whose marks, if they have any, are near enough to those of the query."""
        if not has_marks(self.run.slots):
            return candidates
        ours, most = self.query.marks, self.query.most_apart
        others = ~ours
        marks_of_units = self.fuzzy.marks.of(self.connection, self.run, [place for place, _, _ in candidates])
        left = []
        for one, theirs in zip(candidates, marks_of_units, strict=True):
            lacking, beyond = most[one[1]]
            if (ours & ~theirs).bit_count() <= lacking and (theirs & others).bit_count() <= beyond:
                left.append(one)
        return left

    def _telling(self, wanted: list[int], needed: int) -> int:
        """How many of the slots, the rarest first, are worth counting; the others are looked at in what is left."""
        expected = sum(self.run.frequencies[slot] for slot in wanted) / self.run.units
        used = len(wanted)
        while needed > 1:
            less = max(0.0, expected - self.run.frequencies[wanted[used - 1]] / self.run.units)
            if needed - 1 < less + _ABOVE_CHANCE * sqrt(less) + 1:
                break
            expected, used, needed = less, used - 1, needed - 1
        return used

    def _counted(
        self, used: list[int], stretches: Sequence[tuple[int, range]], least: Mapping[int, int], unread: int
    ) -> list[_Place]:
        # Whole words, so that a slice is cut on a byte and read without shifting.
        within = range(self.within.start // 64 * _WORD, -(-self.within.stop // 64) * _WORD)
        offset = within.start * 8
        # The words at both ends hold places of other lengths, too: more is asked of these than there is.
        never = len(used) + 1
        asked = [Stretch(places.stop - offset, least[length] - unread) for length, places in stretches]
        asked = [Stretch(self.within.start - offset, never), *asked, Stretch(8 * len(within), never)]
        if self.fuzzy.counting.by_numpy(self.run, len(used) * len(within)):
            return self._counted_in_arrays(used, within, asked, stretches)
        found = []
        following = iter(stretches)
        length, places = next(following)
        numbers = self.run.numbers(self.connection, used, within.start, len(within))
        for number, count in texts_with(numbers, len(within), asked):
            place = offset + number
            while place >= places.stop:
                length, places = next(following)
            found.append((place, length, count))
        return self._marked(found)

    def _counted_in_arrays(
        self, used: list[int], within: range, asked: Sequence[Stretch], stretches: Sequence[tuple[int, range]]
    ) -> list[_Place]:
        """The same, with the marks looked at before there is a number for each of what may be very many places."""
        from rnk_gloss.store.fuzzy import array_counting, array_marks

        slices = self.run.slices(self.connection, used, within.start, len(within))
        texts, counts = array_counting.texts_with(slices, asked)
        places = texts + within.start * 8
        lengths = array_counting.lengths_at(places, stretches)
        if has_marks(self.run.slots) and len(places):
            theirs = array_marks.of_units(self.fuzzy.marks, self.connection, self.run, places)
            near = array_marks.are_near(theirs, self.query.marks, lengths, self.query.most_apart)
            places, lengths, counts = places[near], lengths[near], counts[near]
        return list(zip(places.tolist(), lengths.tolist(), counts.tolist(), strict=True))

    def _recounted(
        self, candidates: list[_Place], now: list[int], least: Mapping[int, int], unread: int
    ) -> list[_Place]:
        first, last = candidates[0][0] >> 3, candidates[-1][0] >> 3
        contents = self.run.slices(self.connection, now, first, last - first + 1)
        left = []
        for place, length, count in candidates:
            byte, bit = (place >> 3) - first, 1 << (place & 7)
            for content in contents:
                if content[byte] & bit:
                    count += 1
            if count + unread >= least[length]:
                left.append((place, length, count))
        return left
