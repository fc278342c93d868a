"""Places where two long texts surely run side by side, so that they can be aligned piece by piece.

An anchor is a pair of sentences of which each is the other's best translation by rare words; the longest chain of
anchors that go forward in both texts is kept (Melamed 1999 calls such a chain a map of bitext correspondence), and of
it the anchors that have others on their diagonal. A cut is made between two anchors that follow each other: no bead is
likely to cross it. Only where such pairs are too far apart does a single anchor do, which may cost the bead it stands
in: a window that cannot see over a missing chapter costs all that comes after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.likelihood import Direction
from rnk_gloss.align.sparse import Rows, rows_of

Boundary = tuple[int, int]

_CHUNK = 16
_COMMON_FREQUENCY = 1 / 200
# Witnesses are among the five anchors before or the five after, not too far off. In news every second sentence is an
# anchor, in short everyday sentences every fifth.
_NEIGHBOURS = 5
_FARTHEST = 60
# How far a witness may be off the diagonal: a little, and more where translations have more or fewer sentences.
_DIAGONAL_WIDTH, _DRIFT = 2, 0.25
_GAP = 30
_WITNESSES_OF_PAIR, _WITNESSES_OF_ONE = 5, 3


def cuts(onward: Direction, *, shortest: int, largest: int) -> list[Boundary]:
    """Boundaries (source, target) at which both texts can be cut, in order.

    The blocks between have at least `shortest` sentences of each text where there is a choice, and at most `largest`
    pairs of sentences wherever anchors allow it.
    """
    chain = _longest_chain(_mutual_best(onward))
    end = (len(onward.explaining), len(onward.explained))
    witnessed = [anchor for number, anchor in enumerate(chain) if max(_witnesses(chain, number)) >= _WITNESSES_OF_ONE]
    trusted = [anchor for anchor in witnessed if min(anchor) > 0]
    found: list[Boundary] = []
    for start, stop in pairwise([(0, 0), *_sure(chain, shortest), end]):
        within = trusted[bisect_right(trusted, start) : bisect_left(trusted, stop)]
        found += [*_thinned(start, within, stop, largest), stop]
    return found[:-1]


def _sure(chain: Sequence[Boundary], shortest: int) -> list[Boundary]:
    """The anchors right behind another, `shortest` sentences or more apart."""
    found: list[Boundary] = []
    last = (0, 0)
    for number, (source, target) in enumerate(chain):
        if min(source - last[0], target - last[1]) < shortest:
            continue
        behind = number > 0 and chain[number - 1] == (source - 1, target - 1)
        if behind and sum(_witnesses(chain, number)) >= _WITNESSES_OF_PAIR:
            last = (source, target)
            found.append(last)
    return found


def _thinned(start: Boundary, anchors: Sequence[Boundary], stop: Boundary, largest: int) -> list[Boundary]:
    """The anchors on both sides of a gap, and as few others as leave blocks of at most `largest` pairs of sentences."""
    found = []
    for before, anchor, after in zip([start, *anchors], anchors, [*anchors[1:], stop], strict=False):
        if _is_gap(before, anchor) or _is_gap(anchor, after) or (after[0] - start[0]) * (after[1] - start[1]) > largest:
            start = anchor
            found.append(anchor)
    return found


def _is_gap(before: Boundary, after: Boundary) -> bool:
    return abs((after[0] - before[0]) - (after[1] - before[1])) > _GAP


def _witnesses(chain: Sequence[Boundary], number: int) -> tuple[int, int]:
    """How many of the anchors before, and of those after, lie on the diagonal of one anchor."""
    before, after = chain[max(0, number - _NEIGHBOURS) : number], chain[number + 1 : number + 1 + _NEIGHBOURS]
    return _parallel(chain[number], before), _parallel(chain[number], after)


def _parallel(anchor: Boundary, others: Sequence[Boundary]) -> int:
    distances = [(abs(source - anchor[0]), abs(target - anchor[1])) for source, target in others]
    return sum(abs(far - wide) <= _DIAGONAL_WIDTH + _DRIFT * far for far, wide in distances if far <= _FARTHEST)


def _mutual_best(onward: Direction) -> list[Boundary]:
    source_count, target_count = len(onward.explaining), len(onward.explained)
    rarity, where = _rarity(onward), _postings(onward.explained, len(onward.background))
    scale = 1 / np.sqrt(np.maximum(1, np.diff(onward.explained.starts)))
    best_target = np.full(source_count, -1, np.int64)
    best_source = np.full(target_count, -1, np.int64)
    best_score = np.zeros(target_count)
    for start in range(0, source_count, _CHUNK):
        rows = range(start, min(source_count, start + _CHUNK))
        likeness = _likeness(onward, rows, rarity, where)
        likeness *= scale
        columns = likeness.argmax(axis=1)
        found = likeness[np.arange(len(columns)), columns] > 0
        best_target[start : start + len(columns)] = np.where(found, columns, -1)
        top = likeness.max(axis=0)
        better = np.flatnonzero(top > best_score)
        best_source[better] = likeness[:, better].argmax(axis=0) + start
        best_score[better] = top[better]
    sources = np.flatnonzero(best_target >= 0)
    mutual = sources[best_source[best_target[sources]] == sources]
    return [(int(source), int(best_target[source])) for source in mutual]


def _likeness(onward: Direction, rows: range, rarity: NDArray[np.float64], where: Rows) -> NDArray[np.float64]:
    sizes = onward.explaining.sizes(rows)
    sentence = np.repeat(np.arange(len(rows)), sizes)
    asked, cells = onward.table.gather(onward.explaining.row(rows))
    sentence, translated = sentence[asked], onward.table.columns[cells]
    weight = onward.table.weights[cells] * rarity[translated] / np.sqrt(sizes)[sentence]
    useful = weight > 0
    sentence, translated, weight = sentence[useful], translated[useful], weight[useful]
    asked, places = where.gather(translated)
    target_count = len(onward.explained)
    flat = sentence[asked] * target_count + where.columns[places]
    sums = np.bincount(flat, weight[asked], minlength=len(rows) * target_count)
    return np.asarray(sums.reshape(len(rows), target_count), np.float64)


def _rarity(onward: Direction) -> NDArray[np.float64]:
    """The weight of each target word: how much rarer than common it is, 0 for a word that stands in too many sentences.

    The second limit bounds the work: the words left have at most 3·√m occurrences among m sentences.
    """
    weight = np.maximum(0.0, np.log(_COMMON_FREQUENCY) - np.log(onward.background))
    occurrences = np.bincount(onward.explained.columns, minlength=len(weight))
    weight[occurrences > max(10.0, 3 * np.sqrt(len(onward.explained)))] = 0
    return np.asarray(weight, np.float64)


def _postings(side: Rows, vocabulary: int) -> Rows:
    sentence = np.repeat(np.arange(len(side)), np.diff(side.starts))
    return rows_of(vocabulary, side.columns.astype(np.int64), sentence, np.ones(len(sentence)))


def _longest_chain(pairs: list[Boundary]) -> list[Boundary]:
    """The longest series of pairs that rises in both texts; the pairs come in source order."""
    lowest_targets: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, (_, target) in enumerate(pairs):
        length = bisect_left(lowest_targets, target)
        if length == len(lowest_targets):
            lowest_targets.append(target)
            ends.append(number)
        else:
            lowest_targets[length], ends[length] = target, number
        previous.append(ends[length - 1] if length else -1)
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    return chain[::-1]
