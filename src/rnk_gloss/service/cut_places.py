"""Where the two texts of a segment are likely to be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rnk_gloss.model.segment import Segment
from rnk_gloss.text.sentences import sentence_spans

_CLAUSE_ENDS = re.compile(r"[、，；]|[,;:](?=\s)|\s[–—](?=\s)")


def sentence_ends(text: str, language: str) -> list[int]:
    """The ends of the sentences of a text but the last, in characters."""
    return [span.end for span in sentence_spans(text, language)[:-1]]


def offered_cuts(text: str, language: str) -> list[int]:
    """The places where a text may be cut, in order: after its sentences, or where it is one sentence after its clauses;
    and its two ends, which leave the whole text to one part."""
    inner = sentence_ends(text, language) or [match.end() for match in _CLAUSE_ENDS.finditer(text)]
    return sorted({0, *inner, len(text)})


def likely_cut(found: Segment) -> tuple[int, int]:
    """The places in both texts of a segment, among those that are offered, that divide them most alike."""
    places = []
    for text, language in ((found.source, "ja"), (found.target, "en")):
        offered = offered_cuts(text, language)
        # A text that offers nothing is most likely cut in the middle; the person will say where.
        places.append(offered[1:-1] or ([len(text) // 2] if text else [0]))
    return most_alike(places[0], places[1], (len(found.source), len(found.target)))


def most_alike(sources: Sequence[int], targets: Sequence[int], lengths: tuple[int, int]) -> tuple[int, int]:
    """The places in two texts of these lengths that divide both most alike; neither choice is empty."""
    source_length, target_length = (max(1, length) for length in lengths)
    pairs = [(source, target) for source in sources for target in targets]
    return min(pairs, key=lambda pair: abs(pair[0] / source_length - pair[1] / target_length))
