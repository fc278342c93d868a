"""Forbidden renderings in a translation: a term of the source put into words that the glossary rules out."""

from __future__ import annotations

from collections.abc import Sequence

from rnk_gloss.match.renderings import renderings
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.match import ForbiddenUse


def forbidden_uses(target: str, entries: Sequence[Entry]) -> tuple[ForbiddenUse, ...]:
    """The forbidden renderings of these entries, whose terms stand in the source, that `target` uses, by their places.

    Words count in every inflection. Words that are, at the same place, an allowed rendering of one of the terms, or
    part of a longer one (*panel* in *Panel of Experts*), are no forbidden use.
    """
    if not any(entry.forbidden for entry in entries):
        return ()
    return tuple(
        dict.fromkeys(
            ForbiddenUse(use.entry.source, use.target.text, use.entry.preferred)
            for use in renderings(target, entries)
            if use.is_forbidden
        )
    )
