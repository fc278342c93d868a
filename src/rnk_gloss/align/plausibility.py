"""Whether two aligned texts are translations of each other at all.

Any two texts can be aligned: of strangers, the path joins what fits by chance. What gives them away is how little of
the English in the joined sentences the Japanese explains. Sentences that stand alone do not count, so that an abridged
translation, or one of which half is missing, is judged by what is there.

Calibrated on 1,669 true pairs and 1,868 pairs of strangers of similar and of other sizes, of one subject and of two
kinds of text, in pieces of 1 to 1,100 sentences: news (62 articles, re-split, thinned out, joined, half or 70 % of the
translation taken away), the Tanaka corpus, and the manuals of Python and Django, which are full of code. Of texts that
have forty English words and four sentences, no true pair had less than -0.25 nats a word. Free translations, made by
putting words of other articles in the place of a third, had less than -0.5 once in 336, and in long texts were nowhere
near: a half gone left +0.3, and texts of which only a tenth belongs together had -0.32. Strangers were refused in

    English words      40-80   80-160   160-320   320-1,000   more
    share refused      99.7 %  99.2 %   99.5 %    96.2 %      96.4 %

and the rest are mostly chapters of one manual. The sentences of one text in another order are refused only where the
path finds hardly any that belong together: reversed in one case of five, shuffled in none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rnk_gloss.align.english_words import target_words
from rnk_gloss.align.japanese_words import source_words
from rnk_gloss.align.words import Kind
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.stems import FUNCTION_WORDS
from rnk_gloss.model.segment import Bead

# Nats a word. The more there is to choose from, the better strangers fit by chance, and the steadier true pairs are.
_LOWEST, _LOWEST_OF_MANY = -0.5, -0.4
_MANY_WORDS = 320
_FEWEST_WORDS = 40
_FEWEST_SENTENCES = 4
# What a word that nothing explains is worth: the share that needs no explanation, as the aligner has it.
_UNEXPLAINED = math.log(0.4)
# A bead names its eight weightiest reasons. Where it names so many there may be more; where it is long the Japanese
# explains less of each word. Of such a bead only so much counts as is certain.
_MOST_REASONS = 8
_MOST_WORDS = 24
_CHARACTERS_FOR_A_WORD = 5  # of Japanese: 4.3 to 7.9 by kind of text

# Who cannot read a text cannot judge it: a word list of one's own has few words, and a target may not be English. The
# dictionary knows 96 % of a text's words and more. Of English words a third are function words, in manuals a sixth; of
# German ones one in eight looks like one.
_SAMPLED_WORDS = 400
_KNOWN_WORDS = 0.85
_FUNCTION_WORDS = 0.2


@dataclass(frozen=True, slots=True)
class Plausibility:
    """What speaks for two texts being translations: `evidence` in nats for a word of the joined sentences.

    `words` is how many English content words could have been joined, `sentences` how many sentences the shorter text
    has: with few of them, nothing can be said.
    """

    evidence: float
    words: int
    sentences: int

    @property
    def strangers(self) -> bool:
        """Whether the texts are so long, and explain each other so little, that they are no translations."""
        lowest = _LOWEST if self.words < _MANY_WORDS else _LOWEST_OF_MANY
        return self.words >= _FEWEST_WORDS and self.sentences >= _FEWEST_SENTENCES and self.evidence < lowest


def plausibility(beads: Sequence[Bead]) -> Plausibility:
    """The evidence that the two texts of an alignment are translations, from the reasons that its beads give."""
    total = counted = 0.0
    joined = english = characters = 0
    for bead in beads:
        words = len({word.key for word in target_words(bead.target)})
        english += words
        characters += len(bead.source)
        if not bead.source_indices or not bead.target_indices:
            continue
        reasons = [reason.weight for reason in bead.evidence if reason.kind != "length"]
        several = len(reasons)
        joined += max(words, several)
        certain = several if several >= _MOST_REASONS else max(several, min(words, _MOST_WORDS))
        counted += certain
        total += sum(reasons) + _UNEXPLAINED * (certain - several)
    # Two long texts of which hardly anything was joined are strangers, too.
    missing = max(0, _FEWEST_WORDS - joined)
    return Plausibility(
        evidence=(total + _UNEXPLAINED * missing) / max(1.0, counted + missing),
        words=min(english, characters // _CHARACTERS_FOR_A_WORD),
        sentences=min(sum(len(bead.source_indices) for bead in beads), sum(len(bead.target_indices) for bead in beads)),
    )


def check_translation(beads: Sequence[Bead], lexicon: Lexicon) -> str | None:
    """Why the two texts of an alignment cannot be translations of each other, for an error; None where they can.

    Nothing is said without a dictionary, with one that knows few of the words, or where the target is not English:
    lengths cannot tell. Nor of texts of fewer than four sentences or forty English words.
    """
    if not lexicon.available:
        return None
    found = plausibility(beads)
    if not found.strangers or not _reads_source(beads, lexicon) or not _reads_target(beads):
        return None
    return "no translations of each other: even where they are most alike, they have hardly a word in common"


def _reads_source(beads: Iterable[Bead], lexicon: Lexicon) -> bool:
    asked = known = 0
    for bead in beads:
        words = [word for word in source_words(bead.source) if word.kind is Kind.DICTIONARY]
        asked += len(words)
        known += sum(lexicon.knows(word.form) or lexicon.knows(word.normalized) for word in words)
        if asked >= _SAMPLED_WORDS:
            break
    return known >= _KNOWN_WORDS * asked > 0


def _reads_target(beads: Iterable[Bead]) -> bool:
    words: list[str] = []
    for bead in beads:
        words.extend(bead.target.lower().split())
        if len(words) >= _SAMPLED_WORDS:
            break
    return sum(word in FUNCTION_WORDS for word in words) >= _FUNCTION_WORDS * len(words) > 0
