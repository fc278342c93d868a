"""Whether translations render a term as its entry says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rnk_gloss.match.english_terms import EnglishTermFinder
from rnk_gloss.model.entry import Entry
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.contexts import contexts

# So many tell enough, and are read in a few hundredths of a second.
MOST_PLACES = 60


class Rendering(NamedTuple):
    """Where a target stands in a translation, `text[start:end]`, in whatever inflection."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the first `places` places of a term, how many have an aligned translation, and how many of these hold the
    target to use."""

    places: int
    aligned: int
    agree: int


def agreement(workspace: Workspace, entry: Entry) -> Agreement:
    """How often the English of an entry stands in the sentences that are aligned with its first places."""
    with workspace.reading() as connection:
        places = contexts(connection, entry.id, limit=MOST_PLACES)
    finder = RenderingFinder(entry)
    translations = [place.translation for place in places if place.translation]
    agree = sum(any(one.target == entry.preferred for one in finder.find(text)) for text in translations)
    return Agreement(len(places), len(translations), agree)


class RenderingFinder:
    """Finds the targets of one entry in translations."""

    def __init__(self, entry: Entry) -> None:
        self._targets = [target.text for target in entry.targets if target.text.strip()]
        self._finder = EnglishTermFinder.of((number, [text]) for number, text in enumerate(self._targets))

    def find(self, translation: str) -> Sequence[Rendering]:
        """The places of targets in a translation, from left to right; of two that overlap, the longer."""
        if not self._targets:
            return ()
        return [Rendering(hit.start, hit.end, self._targets[hit.id]) for hit in self._finder.find(translation)]
