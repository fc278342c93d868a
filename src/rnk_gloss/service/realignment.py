"""Aligning a document anew between what a person decided."""

from __future__ import annotations

from dataclasses import dataclass

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.errors import ConflictError, NotFoundError, UsageError
from rnk_gloss.model.document import DocumentRecord
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.segment import Bead, KeptSegment, Segment
from rnk_gloss.service.alignment import AlignmentTask, align_task
from rnk_gloss.service.decided_segments import TextVersions, decided_beads
from rnk_gloss.service.known_terms import KnownTerms
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.documents import came_paired, document_records, prose_sentences, translation_language
from rnk_gloss.store.segments import put_segments, segments_of_document
from rnk_gloss.store.units import approved_pairs
from rnk_gloss.text.match_key import match_key


@dataclass(frozen=True, slots=True)
class Realignment:
    """What came out: how many segments the document has now, how many of them were kept, and how many are new."""

    document: str
    segments: int
    kept: int
    new: int


def realign(
    workspace: Workspace, name: str, *, omissions: Omissions = Omissions.SOME, progress: Progress | None = None
) -> Realignment:
    """Align a document with its translation again, between the segments that a person decided on; one operation.

    `name` is its path or a part of it that no other has. Raises `NotFoundError`; `UsageError` when it has no
    translation, or came with it paragraph by paragraph; `ConflictError` when its segments were changed meanwhile.
    """
    lexicon = workspace.lexicon(progress)
    known = KnownTerms.of(workspace)
    with workspace.reading() as connection:
        record = _document(document_records(connection), name)
        if record.translation is None:
            raise UsageError(
                Refusal.NOT_PAIRED.of(path=record.path), hint="extract both: rnk-gloss extract --pair JA=EN"
            )
        if came_paired(connection, record.id):
            raise UsageError(Refusal.PAIRED_BY_FILE.of(path=record.path), hint=Refusal.EDIT_SEGMENTS.of())
        source, target = (prose_sentences(connection, key) for key in (record.id, record.translation))
        languages = (record.language, translation_language(connection, record.id))
        before = segments_of_document(connection, record.id)
        pairs = [*known.pairs, *approved_pairs(connection, {sentence.text for sentence in source})]
    decided = decided_beads(before, TextVersions(source, source), TextVersions(target, target))
    found = known.with_missing_terms(align_task(AlignmentTask(source, target, decided, omissions), lexicon, pairs))
    with workspace.writing(OperationName.REALIGN.of(path=record.path)) as writer:
        if segments_of_document(writer.connection, record.id) != before:
            raise ConflictError(Refusal.SEGMENTS_CHANGED.of(path=record.path), hint=Refusal.REALIGN_AGAIN.of())
        put_segments(writer, record.id, found, languages=languages, key_of=match_key)
    return _report(record.path, before, found)


def _report(document: str, before: list[Segment], found: list[Bead | KeptSegment]) -> Realignment:
    known = {(segment.source, segment.target) for segment in before}
    kept = sum(isinstance(bead, KeptSegment) for bead in found)
    new = sum(not isinstance(bead, KeptSegment) and (bead.source, bead.target) not in known for bead in found)
    return Realignment(document, len(found), kept, new)


def _document(records: list[DocumentRecord], name: str) -> DocumentRecord:
    sources = [record for record in records if record.segments or record.translation is not None]
    exact = [record for record in sources if record.path == name]
    found = exact or [record for record in sources if name in record.path]
    if not found:
        raise NotFoundError(f"no document with segments is called {name}", hint="see: rnk-gloss segments list")
    if len(found) > 1:
        raise UsageError(
            f"{name} is a part of {len(found)} names: {', '.join(record.path for record in found[:5])}",
            hint="name one of them",
        )
    return found[0]
