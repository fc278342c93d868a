"""Two texts as numbers: the words of each sentence, and what each word can be a translation of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rnk_gloss.align.cost import Costs, Side
from rnk_gloss.align.english_words import target_words
from rnk_gloss.align.japanese_words import source_words
from rnk_gloss.align.known_pairs import occurrences
from rnk_gloss.align.lengths import character_counts, document_log_ratio
from rnk_gloss.align.likelihood import Direction, background
from rnk_gloss.align.marks import paragraphs, quotations
from rnk_gloss.align.sparse import Rows
from rnk_gloss.align.translations import reversed_table, translation_table
from rnk_gloss.align.vocabulary import number_source, number_target
from rnk_gloss.align.words import KNOWN_PAIR, SourceWord, TargetWord, shared
from rnk_gloss.lexicon.dictionary import Lexicon

# The share of a word that needs no explanation. Without a dictionary most words have none, and must not cost as if they
# were foreign: then all would fall apart into omissions.
_CHANCE = 0.4
_CHANCE_WITHOUT_DICTIONARY = 0.7


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts ready to be aligned, with the words that their numbers mean; `dictionary` says whether one helped."""

    costs: Costs
    source_vocabulary: list[SourceWord]
    target_vocabulary: list[list[TargetWord]]
    known_pairs: list[tuple[str, str]]
    dictionary: bool

    def lengths(self, rows: range, columns: range) -> tuple[float, float]:
        """The characters of a run of source sentences, and of a run of target sentences."""
        source, target = self.costs.source.lengths, self.costs.target.lengths
        return float(source[rows.start : rows.stop].sum()), float(target[columns.start : columns.stop].sum())


def text_pair(
    source: Sequence[str],
    target: Sequence[str],
    lexicon: Lexicon,
    *,
    source_breaks: Collection[int],
    target_breaks: Collection[int],
    known_pairs: Iterable[tuple[str, str]],
    omission: float,
) -> TextPair:
    """The two texts with their costs; paragraphs count only where both texts have them."""
    pairs = list(dict.fromkeys(known_pairs))
    in_source, in_target = occurrences(source, target, pairs)
    source_rows, source_vocabulary = number_source(
        [*source_words(sentence), *(shared(f"{KNOWN_PAIR}{pair}") for pair in found)]
        for sentence, found in zip(source, in_source, strict=True)
    )
    target_rows, target_vocabulary = number_target(
        [*target_words(sentence), *(TargetWord(f"{KNOWN_PAIR}{pair}") for pair in found)]
        for sentence, found in zip(target, in_target, strict=True)
    )
    source_background = background(source_rows, len(source_vocabulary))
    target_background = background(target_rows, len(target_vocabulary))
    onward = translation_table(source_vocabulary, target_vocabulary, lexicon)
    back = reversed_table(onward, source_background, len(target_vocabulary))
    chance = _CHANCE if lexicon.available else _CHANCE_WITHOUT_DICTIONARY
    cued = bool(source_breaks) and bool(target_breaks)
    source_side = _side(source, source_rows, source_breaks if cued else None)
    target_side = _side(target, target_rows, target_breaks if cued else None)
    costs = Costs(
        source_side,
        target_side,
        Direction(source_rows, target_rows, onward, target_background, chance),
        Direction(target_rows, source_rows, back, source_background, chance),
        document_log_ratio(source_side.lengths, target_side.lengths),
        omission,
    )
    return TextPair(costs, source_vocabulary, target_vocabulary, pairs, lexicon.available)


def _side(sentences: Sequence[str], rows: Rows, breaks: Collection[int] | None) -> Side:
    return Side(
        character_counts(sentences),
        np.diff(rows.starts),
        quotations(sentences),
        None if breaks is None else paragraphs(len(sentences), breaks),
    )
