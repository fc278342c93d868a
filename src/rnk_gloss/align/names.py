"""Japanese words and English names of a document that sound alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from rnk_gloss.align.sound import consonants, english_sound, japanese_sound
from rnk_gloss.align.words import Kind, SourceWord, TargetWord

_LEAST_LIKENESS = 0.7
_WEIGHT = 0.8
_SHORTEST_READING = 3
_SHORTEST_NAME = 2
_LONGEST = 40  # longer "words" are no names, and comparing two takes the product of their lengths
_CHUNK = 512

_Heard = tuple[int, str, str]


def names_by_sound(source: Sequence[SourceWord], target: Sequence[Sequence[TargetWord]]) -> dict[int, dict[int, float]]:
    """For source words that may be names: the English words that sound like them, with weights.

    Only words that begin with the same consonant, after what Japanese writes alike is written alike, are compared: that
    bounds the work for long texts.
    """
    names = _by_first_consonant(_english(target))
    found: dict[int, dict[int, float]] = {}
    for first, heard in _by_first_consonant(_japanese(source)).items():
        candidates = names.get(first, [])
        for start in range(0, len(heard) if candidates else 0, _CHUNK):
            chunk = heard[start : start + _CHUNK]
            likeness = _likeness(chunk, candidates)
            for row, column in zip(*np.nonzero(likeness >= _LEAST_LIKENESS), strict=True):
                beyond = (float(likeness[row, column]) - _LEAST_LIKENESS) / (1 - _LEAST_LIKENESS)
                weight = _WEIGHT * max(0.0, beyond) ** 0.5
                found.setdefault(chunk[row][0], {})[candidates[column][0]] = weight
    return found


def _likeness(heard: list[_Heard], names: list[_Heard]) -> NDArray[np.float32]:
    sounds = process.cdist(
        [sound for _, sound, _ in heard], [sound for _, sound, _ in names],
        scorer=JaroWinkler.normalized_similarity, dtype=np.float32,
    )  # fmt: skip
    skeletons = process.cdist(
        [skeleton for _, _, skeleton in heard], [skeleton for _, _, skeleton in names],
        scorer=Levenshtein.normalized_similarity, dtype=np.float32,
    )  # fmt: skip
    return np.asarray(0.5 * sounds + 0.5 * skeletons, np.float32)


def _japanese(source: Sequence[SourceWord]) -> list[_Heard]:
    heard = []
    for row, word in enumerate(source):
        if word.kind in (Kind.KATAKANA, Kind.NAME):
            sound = japanese_sound(word.reading)
            if _SHORTEST_READING <= len(sound) <= _LONGEST:
                heard.append((row, sound, consonants(sound)))
    return heard


def _english(target: Sequence[Sequence[TargetWord]]) -> list[_Heard]:
    heard = []
    for column, spellings in enumerate(target):
        capitalised = [word.surface for word in spellings if word.capitalised]
        if capitalised:
            sound = english_sound(max(capitalised, key=len))
            if _SHORTEST_NAME <= len(sound) <= _LONGEST:
                heard.append((column, sound, consonants(sound)))
    return heard


def _by_first_consonant(heard: list[_Heard]) -> dict[str, list[_Heard]]:
    groups: defaultdict[str, list[_Heard]] = defaultdict(list)
    for name in heard:
        if name[2]:
            groups[name[2][0]].append(name)
    return groups
