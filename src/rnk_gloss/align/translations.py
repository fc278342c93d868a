"""The table t(e|w): how probable each English word is as a translation of a Japanese word, within one document.

All evidence goes into one table: dictionary glosses, countries, Latin words, names that sound alike, shared words. A
word keeps some mass for what no evidence knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rnk_gloss.align.english_words import gloss_keys
from rnk_gloss.align.names import names_by_sound
from rnk_gloss.align.sparse import Rows, rows_of
from rnk_gloss.align.words import COUNTRY, Kind, SourceWord, TargetWord
from rnk_gloss.lexicon.countries import Country, country_named, country_of, is_ambiguous, members
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.stems import gloss_stems

SHARED_WEIGHT = 0.9
_UNKNOWN_MASS = 0.5


def translation_table(source: Sequence[SourceWord], target: Sequence[Sequence[TargetWord]], lexicon: Lexicon) -> Rows:
    """t(e|w) for each word w of the source vocabulary (rows) over the target vocabulary, given as all its spellings."""
    places = {spellings[0].key: place for place, spellings in enumerate(target)}
    sounds = names_by_sound(source, target)
    rows, columns, weights = [], [], []
    for row, word in enumerate(source):
        for column, weight in _translations(word, places, sounds.get(row, {}), lexicon).items():
            rows.append(row)
            columns.append(column)
            weights.append(weight)
    return rows_of(len(source), np.array(rows, np.int64), np.array(columns, np.int64), np.array(weights, np.float64))


def _translations(
    word: SourceWord, places: Mapping[str, int], sounds: Mapping[int, float], lexicon: Lexicon
) -> dict[int, float]:
    if word.kind is Kind.SHARED:
        return {places[word.form]: SHARED_WEIGHT} if word.form in places else {}
    known = {places[key]: weight for key, weight in _meanings(word, lexicon).items() if key in places}
    for place, weight in sounds.items():
        known[place] = max(weight, known.get(place, 0.0))
    mass = sum(known.values()) + _UNKNOWN_MASS
    return {place: weight / mass for place, weight in known.items()}


def _meanings(word: SourceWord, lexicon: Lexicon) -> Mapping[str, float]:
    """The keys of English words that a Japanese word can mean, with weights that sum to 1 or less."""
    if word.kind is Kind.LATIN:
        return dict.fromkeys(gloss_keys(word.form), 1.0)
    if named := _countries(word.form):
        return {COUNTRY + country.name: 1 / len(named) for country in named}
    found = gloss_stems(lexicon, word.form, stems_of=gloss_keys)
    if not found and word.kind is Kind.DICTIONARY and word.normalized != word.form:
        found = gloss_stems(lexicon, word.normalized, stems_of=gloss_keys)
    country = country_of(word.form) if len(word.form) == 1 else None
    if country is None:
        return found
    # 米 is rice as well as the United States; the document shows which.
    return {key: weight / 2 for key, weight in found.items()} | {COUNTRY + country.name: 0.5}


@lru_cache(32_768)
def _countries(form: str) -> Sequence[Country]:
    """The countries of a name (米国) or of a row of characters (日米)."""
    country = country_named(form)
    if country is not None:
        return (country,)
    return () if is_ambiguous(form) else members(form) or ()


def reversed_table(table: Rows, background: np.ndarray, size: int) -> Rows:
    """t(w|e) for each target word, by Bayes' rule within the document.

    The root of a source word's frequency damps the pull of frequent words; a target word keeps no more mass than its
    best translation has.
    """
    sources = np.repeat(np.arange(len(table)), np.diff(table.starts))
    targets = table.columns.astype(np.int64)
    weights = table.weights * np.sqrt(background[sources])
    totals = np.bincount(targets, weights, minlength=size)
    best = np.zeros(size)
    np.maximum.at(best, targets, table.weights)
    weights = weights / np.maximum(totals[targets], 1e-12) * np.minimum(1.0, 1.2 * best[targets] + 0.1)
    return rows_of(size, targets, sources, weights)
