"""Places where two long texts surely run side by side, so that they can be aligned piece by piece.

An anchor is a pair of sentences of which each is the other's best translation by rare words; the longest chain of
anchors that go forward in both texts is kept (Melamed 1999 calls such a chain a map of bitext correspondence). A cut is
made only inside a stretch of anchors on one diagonal: no bead is likely to cross it.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from rnk_gloss.align.likelihood import Direction
from rnk_gloss.align.sparse import Rows, rows_of

Boundary = tuple[int, int]

_CHUNK = 64
_COMMON_FREQUENCY = 1 / 200
_NEAR = 5
_DIAGONAL_WIDTH = 2
_WITNESSES = 5


def cuts(onward: Direction, *, shortest: int) -> list[Boundary]:
    """Boundaries (source, target) at which both texts can be cut, in order, at least `shortest` sentences apart."""
    chain = _longest_chain(_mutual_best(onward))
    found: list[Boundary] = []
    last = (0, 0)
    for number, (source, target) in enumerate(chain):
        if min(source - last[0], target - last[1]) < shortest:
            continue
        if number and chain[number - 1] == (source - 1, target - 1) and _on_diagonal(chain, number):
            last = (source, target)
            found.append(last)
    return found


def _on_diagonal(chain: list[Boundary], number: int) -> bool:
    source, target = chain[number]
    around = chain[max(0, number - _NEAR - 1) : number] + chain[number + 1 : number + _NEAR + 2]
    near = [pair for pair in around if abs(pair[0] - source) <= _NEAR]
    parallel = [pair for pair in near if abs((pair[1] - target) - (pair[0] - source)) <= _DIAGONAL_WIDTH]
    return len(parallel) >= _WITNESSES


def _mutual_best(onward: Direction) -> list[Boundary]:
    source_count, target_count = len(onward.explaining), len(onward.explained)
    rarity, where = _rarity(onward), _postings(onward.explained, len(onward.background))
    scale = 1 / np.sqrt(np.maximum(1, np.diff(onward.explained.starts)))
    best_target = np.full(source_count, -1, np.int64)
    best_source = np.full(target_count, -1, np.int64)
    best_score = np.zeros(target_count)
    for start in range(0, source_count, _CHUNK):
        rows = range(start, min(source_count, start + _CHUNK))
        likeness = _likeness(onward, rows, rarity, where) * scale
        columns = likeness.argmax(axis=1)
        found = likeness[np.arange(len(columns)), columns] > 0
        best_target[start : start + len(columns)] = np.where(found, columns, -1)
        likeness /= np.sqrt(np.maximum(1, onward.explaining.sizes(rows)))[:, None]
        nearest = likeness.argmax(axis=0)
        top = likeness[nearest, np.arange(target_count)]
        better = top > best_score
        best_source[better] = nearest[better] + start
        best_score[better] = top[better]
    sources = np.flatnonzero(best_target >= 0)
    mutual = sources[best_source[best_target[sources]] == sources]
    return [(int(source), int(best_target[source])) for source in mutual]


def _likeness(onward: Direction, rows: range, rarity: NDArray[np.float64], where: Rows) -> NDArray[np.float64]:
    sentence = np.repeat(np.arange(len(rows)), onward.explaining.sizes(rows))
    asked, cells = onward.table.gather(onward.explaining.row(rows))
    translated = onward.table.columns[cells]
    weight = onward.table.weights[cells] * rarity[translated]
    useful = weight > 0
    sentence, translated, weight = sentence[asked][useful], translated[useful], weight[useful]
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
