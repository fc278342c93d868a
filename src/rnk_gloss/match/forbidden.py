"""Forbidden renderings in a translation: a term of the source put into words that the glossary rules out."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.match.english_terms import EnglishTermFinder
from rnk_gloss.match.term_hits import TermHit
from rnk_gloss.model.entry import Entry, Usage
from rnk_gloss.model.match import ForbiddenUse


def forbidden_uses(target: str, entries: Sequence[Entry]) -> tuple[ForbiddenUse, ...]:
    """The forbidden renderings of these entries, whose terms stand in the source, that `target` uses, by their places.

    Words count in every inflection. Words that are, at the same place, an allowed rendering of one of the terms, or
    part of a longer one (*panel* in *Panel of Experts*), are no forbidden use.
    """
    renderings = [(entry, rendering) for entry in entries for rendering in entry.targets]
    if not any(rendering.usage is Usage.FORBIDDEN for _, rendering in renderings):
        return ()
    finder = EnglishTermFinder.of((number, (rendering.text,)) for number, (_, rendering) in enumerate(renderings))
    hits = finder.find(target)
    allowed = {_place(hit) for hit in hits if renderings[hit.id][1].usage is not Usage.FORBIDDEN}
    found: dict[ForbiddenUse, None] = {}
    for hit in hits:
        entry, rendering = renderings[hit.id]
        if _place(hit) not in allowed:
            found[ForbiddenUse(entry.source, rendering.text, entry.preferred)] = None
    return tuple(found)


def _place(hit: TermHit) -> tuple[int, int]:
    return hit.start, hit.end
