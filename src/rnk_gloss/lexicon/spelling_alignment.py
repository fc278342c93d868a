"""Which letters of a name's Latin spelling stand for which of its sounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int32] | npt.NDArray[np.int64]
    Weights = npt.NDArray[np.float64]

LONGEST_SPELLING = 4  # letters for one sound
ROUNDS = 3
SPREAD = 1.5  # of the first guess, in letters squared
FLOOR = 1e-12  # keeps every pair alignable
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BASE = len(LETTERS) + 1

Pair = tuple[Sequence[str], str]


def aligned_spellings(pairs: Sequence[Pair]) -> list[list[str]]:
    """For each pair of sounds and letters (a to z), the letters of each sound: from none to four, in their order.

    Expectation maximisation of P(sound, letters) over all ways to cut the letters, then the likeliest way of each pair
    (many-to-many alignment: Jiampojamarn, Kondrak and Sherif 2007). A pair with more letters than its sounds can hold
    gives an empty list.
    """
    aligned: list[list[str]] = [[] for _ in pairs]
    batches = _batches(pairs)
    if batches:
        chances = _estimated(batches)
        for batch in batches:
            for number, lengths in zip(batch.members, _likeliest_lengths(batch, chances).tolist(), strict=True):
                aligned[number] = list(_cut(pairs[number][1], lengths))
    return aligned


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pairs with equally many sounds and letters. `arcs[pair, sound, length, start]` numbers the combination of a sound
    with the letters that begin at `start`; 0 where the letters end before."""

    members: list[int]
    sounds: int
    letters: int
    arcs: Numbers


def _batches(pairs: Sequence[Pair]) -> list[_Batch]:
    import numpy as np

    members: dict[tuple[int, int], list[int]] = {}
    for number, (sounds, letters) in enumerate(pairs):
        if len(letters) <= LONGEST_SPELLING * len(sounds):
            members.setdefault((len(sounds), len(letters)), []).append(number)
    if not members:
        return []
    codes = [_codes("".join(pairs[number][1] for number in members[size]), size[1]) for size in members]
    known_codes = np.unique(np.concatenate([each.ravel() for each in codes]))
    kinds: dict[str, int] = {}
    batches = []
    for ((sound_count, letter_count), numbers), own in zip(members.items(), codes, strict=True):
        rows = [[kinds.setdefault(sound, len(kinds)) for sound in pairs[number][0]] for number in numbers]
        spelt = np.searchsorted(known_codes, own)[:, None, :, :]
        arcs = np.asarray(rows)[:, :, None, None] * len(known_codes) + spelt
        batches.append(_Batch(numbers, sound_count, letter_count, np.where(own[:, None, :, :] < 0, 0, arcs)))
    return _renumbered(batches)


def _codes(letters: str, letter_count: int) -> Numbers:
    """A number for the letters of each length (second axis) from each start (third), -1 where they end before; a row
    for each `letter_count` letters."""
    import numpy as np

    written = np.frombuffer(letters.encode("ascii"), dtype=np.uint8).reshape(-1, letter_count).astype(np.int64)
    written -= ord(LETTERS[0]) - 1
    codes = np.full((len(written), LONGEST_SPELLING + 1, letter_count + 1), -1, dtype=np.int64)
    codes[:, 0, :] = 0
    for length, here, _ in _steps(LONGEST_SPELLING + 1, letter_count + 1):
        if length:
            codes[:, length, here] = codes[:, length - 1, here] * BASE + written[:, length - 1 :]
    return codes


def _renumbered(batches: Sequence[_Batch]) -> list[_Batch]:
    """The batches with their arcs numbered without gaps."""
    import numpy as np

    largest = max((int(batch.arcs.max()) for batch in batches), default=0)
    numbers = np.zeros(largest + 1, dtype=np.int32)
    for batch in batches:
        numbers[batch.arcs] = 1
    numbers[0] = 0
    np.cumsum(numbers, out=numbers)
    return [replace(batch, arcs=numbers[batch.arcs]) for batch in batches]


def _estimated(batches: Sequence[_Batch]) -> Weights:
    """The probability of each arc; that of arc 0 is 0."""
    import numpy as np

    every_arc = np.concatenate([batch.arcs.ravel() for batch in batches])
    weights = np.concatenate([_first_guess(batch).ravel() for batch in batches])
    for _ in range(ROUNDS):
        chances = _normalised(every_arc, weights)
        np.concatenate([_posteriors(batch, chances).ravel() for batch in batches], out=weights)
    return _normalised(every_arc, weights)


def _normalised(arcs: Numbers, weights: Weights) -> Weights:
    """The share of each arc in all weights."""
    import numpy as np

    counts = np.bincount(arcs, weights).astype(np.float64, copy=False)
    counts[0] = 0.0
    chances: Weights = np.maximum(counts / counts.sum(), FLOOR)
    chances[0] = 0.0
    return chances


def _first_guess(batch: _Batch) -> Weights:
    """Letters spread evenly over the sounds."""
    import numpy as np

    per_sound = batch.letters / batch.sounds
    sound, length, start = np.ogrid[: batch.sounds, : LONGEST_SPELLING + 1, : batch.letters + 1]
    away = start + length / 2 - per_sound * (sound + 0.5)
    guess = np.exp(-(away**2 + (length - per_sound) ** 2) / SPREAD)
    return np.broadcast_to(guess, batch.arcs.shape)


def _posteriors(batch: _Batch, chances: Weights) -> Weights:
    """How probable it is that each arc is used, by the forward-backward algorithm."""
    import numpy as np

    arcs = chances[batch.arcs]
    pairs, sounds, lengths, starts = arcs.shape
    forward = np.zeros((pairs, sounds + 1, starts))
    backward = np.zeros((pairs, sounds + 1, starts))
    forward[:, 0, 0] = backward[:, sounds, starts - 1] = 1.0
    for sound in range(sounds):
        for length, here, there in _steps(lengths, starts):
            forward[:, sound + 1, there] += forward[:, sound, here] * arcs[:, sound, length, here]
    for sound in reversed(range(sounds)):
        for length, here, there in _steps(lengths, starts):
            backward[:, sound, here] += backward[:, sound + 1, there] * arcs[:, sound, length, here]
    whole = forward[:, sounds, starts - 1]
    arcs *= (forward[:, :sounds] / whole[:, None, None])[:, :, None, :]
    for length, here, there in _steps(lengths, starts):
        arcs[:, :, length, here] *= backward[:, 1:, there]
    return arcs


def _likeliest_lengths(batch: _Batch, chances: Weights) -> Numbers:
    """How many letters each sound has on the best path (Viterbi), by pair and sound."""
    import numpy as np

    arcs = chances[batch.arcs]
    pairs, sounds, lengths, starts = arcs.shape
    best = np.zeros((pairs, starts))
    best[:, 0] = 1.0
    choices = np.zeros((pairs, sounds, starts), dtype=np.int64)
    for sound in range(sounds):
        reached = np.zeros((lengths, pairs, starts))
        for length, here, there in _steps(lengths, starts):
            reached[length, :, there] = best[:, here] * arcs[:, sound, length, here]
        choices[:, sound] = reached.argmax(axis=0)
        best = reached.max(axis=0)
    found = np.zeros((pairs, sounds), dtype=np.int64)
    place = np.full(pairs, starts - 1)
    for sound in reversed(range(sounds)):
        found[:, sound] = choices[np.arange(pairs), sound, place]
        place -= found[:, sound]
    return found


def _steps(lengths: int, starts: int) -> Iterator[tuple[int, slice, slice]]:
    """Each length with the places from which so many letters can be taken, and those reached."""
    for length in range(min(lengths, starts)):
        yield length, slice(0, starts - length), slice(length, starts)


def _cut(letters: str, lengths: Sequence[int]) -> Iterator[str]:
    place = 0
    for length in lengths:
        yield letters[place : place + length]
        place += length
