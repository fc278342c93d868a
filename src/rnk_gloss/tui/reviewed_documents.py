"""Choosing a document by its name, with how far its review is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.model.segment import DocumentProgress, SegmentCounts
from rnk_gloss.text.normalise import compatible
from rnk_gloss.tui.glyphs import Glyphs
from rnk_gloss.tui.painting import Fragment, Line, sides
from rnk_gloss.tui.picker import Picker
from rnk_gloss.tui.wording import say, say_count

ALL = 0


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """A document by its id and its path, or with the id `ALL` all of them."""

    id: int
    source: str
    counts: SegmentCounts


def document_picker(documents: Sequence[DocumentProgress], glyphs: Glyphs) -> Picker[DocumentChoice]:
    """A picker of these documents, all of them together first."""
    choices = {ALL: DocumentChoice(ALL, "", _together([one.counts for one in documents]))}
    choices |= {one.id: DocumentChoice(one.id, one.path, one.counts) for one in documents}
    names = {key: compatible(one.source) for key, one in choices.items()}

    def find(typed: str) -> array[int]:
        wanted = compatible(typed)
        return array("q", (key for key, name in names.items() if wanted in name))

    def fetch(keys: Sequence[int]) -> list[DocumentChoice]:
        return [choices[key] for key in keys]

    def paint(choice: DocumentChoice, _place: int, width: int) -> list[Line]:
        return [_row(choice, glyphs, width)]

    title = say("documents: what is undecided of all segments")
    return Picker(title, find, fetch, paint, hint=say("a part of the name"))


def _row(choice: DocumentChoice, glyphs: Glyphs, width: int) -> Line:
    counts = choice.counts
    flagged = say_count("{count} flagged", "{count} flagged", counts.flagged) if counts.flagged else ""
    name: Fragment = (say("all documents"), "strong") if choice.id == ALL else (choice.source, "")
    right: list[Fragment] = [
        (f" {flagged}  ", "warning"),
        (f"{counts.candidates:,} / {counts.total:,} ", "" if counts.candidates else "dim"),
        (f"{glyphs.candidate if counts.candidates else glyphs.approved} ", "approved"),
    ]
    return sides([(" ", ""), name], right, width)


def _together(counts: Sequence[SegmentCounts]) -> SegmentCounts:
    return SegmentCounts(
        sum(one.candidates for one in counts),
        sum(one.approved for one in counts),
        sum(one.rejected for one in counts),
        sum(one.flagged for one in counts),
    )
