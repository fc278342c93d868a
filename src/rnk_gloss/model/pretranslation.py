"""A segment of a text before its translation: what the memory and the glossary have for it."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.model.entry import Recognised
from rnk_gloss.model.match import Match


@dataclass(frozen=True, slots=True)
class Pretranslation:
    """What is known for one segment: the best match, if there is one, and the glossary's terms that stand in it.

    `repeats` is the index (from 0) of the first segment with the same text, where this one is a repetition. A segment
    that `is_too_long` was not looked up.
    """

    text: str
    match: Match | None
    terms: tuple[Recognised, ...]
    repeats: int | None = None
    is_too_long: bool = False
