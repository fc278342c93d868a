"""Choosing the document to translate, with how far its translation is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from rnk_gloss.model.translation import TranslationProgress
from rnk_gloss.text.cells import fit, printable
from rnk_gloss.text.normalise import compatible
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Line
from rnk_gloss.tui.picker import Picker
from rnk_gloss.tui.wording import say

_FIGURES_WIDTH = 25


def translation_picker(
    documents: Sequence[TranslationProgress], present: int | None, glyphs: Glyphs
) -> Picker[TranslationProgress]:
    """A picker of these documents, the cursor on the present one."""
    by_id = {one.id: one for one in documents}

    def find(typed: str) -> array[int]:
        return array("q", (one.id for one in documents if compatible(typed) in compatible(one.path)))

    def fetch(keys: Sequence[int]) -> list[TranslationProgress]:
        return [by_id[key] for key in keys]

    def paint(one: TranslationProgress, _place: int, width: int) -> list[Line]:
        return [_row(one, glyphs, width)]

    title = say("documents to translate")
    return Picker(title, find, fetch, paint, hint=say("a part of the name"), present=present)


def _row(one: TranslationProgress, glyphs: Glyphs, width: int) -> Line:
    share = 100 * one.approved / one.sentences
    drafts = f"{glyphs.fair} {one.drafts:,}" if one.drafts else ""
    return [
        (f"{share:4.0f}%  ", confidence_ink(share)),
        (fit(f"{one.approved:,}/{one.sentences:,}", 12), "dim"),
        (fit(drafts, 6), "fair"),
        (fit(printable(one.path), max(width - _FIGURES_WIDTH, 4)), ""),
    ]
