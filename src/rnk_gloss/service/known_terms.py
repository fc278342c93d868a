"""What people decided, given to the next extraction: approved terms are looked for first, with their English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rnk_gloss.match.english_terms import OTHER_WORD_IN_CAPITALS, EnglishTermFinder
from rnk_gloss.match.terms import TermFinder
from rnk_gloss.model.document import Document
from rnk_gloss.model.entry import Candidate, Entry, Occurrence, Origin, Status, Usage
from rnk_gloss.model.segment import Bead, Flag, KeptSegment
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.model.span import Span
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.entries import entries, entry_ids
from rnk_gloss.text.normalise import fold_key


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """The approved entries of the glossary."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> KnownTerms:
        """All approved entries, as they stand now."""
        with workspace.reading() as connection:
            return cls(tuple(entries(connection, entry_ids(connection, EntrySelection((Status.APPROVED,))))))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each spelling of a term with each target that may be used: evidence for alignment."""
        allowed = self.targets
        return [
            (form, target)
            for entry in self.entries
            for form in (entry.source, *(variant.text for variant in entry.variants))
            for target in allowed.get(entry.source, ())
        ]

    def with_missing_terms(self, beads: Sequence[Bead | KeptSegment]) -> list[Bead | KeptSegment]:
        """The beads, those flagged in whose source a term stands and in whose target none of its allowed targets."""
        with_targets = [(entry, allowed) for entry in self.entries if (allowed := _allowed(entry))]
        if not with_targets:
            return list(beads)
        japanese = TermFinder.of(
            (entry.id, [entry.source, *(variant.text for variant in entry.variants)]) for entry, _ in with_targets
        )
        english = EnglishTermFinder.of((entry.id, allowed) for entry, allowed in with_targets)

        def misses(bead: Bead) -> bool:
            wanted = {hit.id for hit in japanese.find(bead.source)}
            if not wanted:
                return False
            found = english.recognise(bead.target)
            # A target inside a longer one is there, too; what capitals make another word is not.
            there = (hit.id for hit in (*found.hits, *found.refused) if hit.refusal != OTHER_WORD_IN_CAPITALS)
            return not wanted <= set(there)

        return [
            replace(bead, flags=(*bead.flags, Flag.TERM))
            if isinstance(bead, Bead) and bead.source and bead.target and misses(bead)
            else bead
            for bead in beads
        ]

    @property
    def targets(self) -> dict[str, tuple[str, ...]]:
        """The allowed targets of each term, the one to use first."""
        return {entry.source: allowed for entry in self.entries if (allowed := _allowed(entry))}

    def unproposed(self, documents: Sequence[Document], candidates: Sequence[Candidate]) -> list[Candidate]:
        """The approved terms that stand in the documents and that no candidate is, with all their places."""
        proposed = {fold_key(form) for one in candidates for form in (one.source, *(v.text for v in one.variants))}
        missing = {entry.id: entry for entry in self.entries if fold_key(entry.source) not in proposed}
        if not missing:
            return []
        finder = TermFinder.of(
            (key, [entry.source, *(variant.text for variant in entry.variants)]) for key, entry in missing.items()
        )
        places: dict[int, list[Occurrence]] = {}
        for number, document in enumerate(documents):
            for place, paragraph in enumerate(document.paragraphs):
                if paragraph.is_prose:
                    for hit in finder.find(paragraph.text):
                        form = paragraph.text[hit.start : hit.end]
                        occurrence = Occurrence(number, place, Span(hit.start, hit.end), form)
                        places.setdefault(hit.id, []).append(occurrence)
        return [_as_candidate(missing[key], found) for key, found in sorted(places.items())]


def _allowed(entry: Entry) -> tuple[str, ...]:
    allowed = [target.text for target in entry.targets if target.usage is not Usage.FORBIDDEN]
    return tuple(sorted(allowed, key=lambda text: text != entry.preferred))


def _as_candidate(entry: Entry, occurrences: Sequence[Occurrence]) -> Candidate:
    return Candidate(
        source=entry.source,
        reading=entry.reading,
        reading_origin=Origin.GLOSSARY,
        category=entry.category,
        score=entry.score,
        evidence=(),
        occurrences=tuple(occurrences),
    )
