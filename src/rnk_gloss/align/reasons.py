"""Why two runs of sentences are believed to translate each other, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rnk_gloss.align.lengths import compare
from rnk_gloss.align.text_pair import TextPair
from rnk_gloss.align.words import COUNTRY, KNOWN_PAIR, MARK, QUANTITIES, Kind
from rnk_gloss.model.entry import Evidence

LENGTH = "length"

_MOST_REASONS = 8
_LONGEST_QUOTATION = 60
_SORTS = {**dict.fromkeys(QUANTITIES, "number"), COUNTRY: "country", MARK: "punctuation"}
_KINDS = {Kind.LATIN: "Latin word", Kind.SHARED: "currency"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A word of each side that explain each other, by number, and what they are worth to the bead."""

    source: int
    target: int
    weight: float


def reasons(pair: TextPair, rows: range, columns: range, translation: str) -> tuple[Evidence, ...]:
    """The weightiest shared words of a bead, then its lengths; weights are log-likelihood ratios (nats).

    `rows` and `columns` are its sentences, `translation` is its target text.
    """
    words = [_reason(pair, word, translation) for word in _shared_words(pair, rows, columns)]
    return (*words, _length_reason(*pair.lengths(rows, columns), pair.costs.log_ratio))


def _shared_words(pair: TextPair, rows: range, columns: range) -> list[Shared]:
    """The words of two runs of sentences that explain each other, the weightiest first."""
    onward = pair.costs.onward
    source = onward.explaining.row(rows)
    target = np.unique(onward.explained.row(columns))
    if not len(source) or not len(target):
        return []
    asked, cells = onward.table.gather(source)
    translated = onward.table.columns[cells]
    place = np.minimum(np.searchsorted(target, translated), len(target) - 1)
    hit = target[place] == translated
    asked, cells, place = asked[hit], cells[hit], place[hit]
    share = np.bincount(place, onward.table.weights[cells], minlength=len(target)) / len(source)
    worth = np.log(onward.chance + (1 - onward.chance) * share / onward.background[target])
    # Ascending, so that the likeliest source word of each target word is the one that stays.
    order = np.argsort(onward.table.weights[cells], kind="stable")
    likeliest = dict(zip(place[order].tolist(), source[asked[order]].tolist(), strict=True))
    weights = {word: round(weight, 2) for word, weight in enumerate(worth.tolist()) if weight > 0}
    best = sorted((word for word in likeliest if weights.get(word)), key=lambda word: (-weights[word], word))
    return [Shared(likeliest[word], int(target[word]), weights[word]) for word in best[:_MOST_REASONS]]


def _reason(pair: TextPair, word: Shared, translation: str) -> Evidence:
    source, spellings = pair.source_vocabulary[word.source], pair.target_vocabulary[word.target]
    key = spellings[0].key
    if key.startswith(KNOWN_PAIR):
        japanese, english = pair.known_pairs[int(key.removeprefix(KNOWN_PAIR))]
        return Evidence("known pair", f"{_shortened(japanese)} = {_shortened(english)}", word.weight)
    sort, colon, shared = key.partition(":")
    if sort + colon in _SORTS:
        return Evidence(_SORTS[sort + colon], shared, word.weight)
    surfaces = [spelling.surface for spelling in spellings]
    written = next((surface for surface in surfaces if surface and surface in translation), surfaces[0] or key)
    by_sound = source.kind in (Kind.KATAKANA, Kind.NAME) and all(spelling.capitalised for spelling in spellings)
    otherwise = "dictionary" if pair.dictionary else "learned from the texts"
    kind = "name" if by_sound else _KINDS.get(source.kind, otherwise)
    return Evidence(kind, f"{source.form} = {written}", word.weight)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTATION else text[: _LONGEST_QUOTATION - 1] + "…"


def _length_reason(source: float, target: float, log_ratio: float) -> Evidence:
    likelihood, _ = compare(source, target, log_ratio)
    detail = f"{target / source:.2f} characters for one, {math.exp(log_ratio):.2f} in the document"
    return Evidence(LENGTH, detail, round(likelihood, 2))
