"""The documents of an extraction cut into sentences and, where there is a translation, aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rnk_gloss.errors import GlossError, InputError
from rnk_gloss.model.document import Sentence
from rnk_gloss.model.report import Failure
from rnk_gloss.model.segment import Bead, KeptSegment
from rnk_gloss.service.alignment import AlignmentTask, align_tasks, paired_paragraphs
from rnk_gloss.service.decided_segments import DecidedBead, TextVersions, decided_beads
from rnk_gloss.service.intake import Job, Run
from rnk_gloss.service.known_terms import KnownTerms
from rnk_gloss.service.sentences import prose_of, sentences_of
from rnk_gloss.store.documents import document_record, prose_sentences
from rnk_gloss.store.segments import segments_of_document
from rnk_gloss.store.units import approved_pairs


@dataclass(frozen=True, slots=True)
class CutJob:
    """A job with the sentences of its documents and the beads between them, in order."""

    job: Job
    source_sentences: list[Sentence]
    target_sentences: list[Sentence]
    beads: list[Bead | KeptSegment]


def cut_jobs(run: Run, jobs: Sequence[Job], known: KnownTerms) -> tuple[list[CutJob], list[Failure]]:
    """The jobs with their sentences and beads, and those that could not be aligned.

    What a person decided about a document's segments stays; the rest is aligned around it. Raises the first error when
    no job is left.
    """
    cuts = [_cut(job) for job in jobs]
    to_align = [cut for cut in cuts if cut.job.target and not cut.job.came_paired]
    tasks = [_task(run, cut) for cut in to_align]
    with run.workspace.reading() as connection:
        texts = {sentence.text for task in tasks for sentence in task.source}
        pairs = [*known.pairs, *approved_pairs(connection, texts)]
    aligned = align_tasks(tasks, lexicon=run.lexicon, known_pairs=pairs, jobs=run.options.jobs)
    failed: dict[str, GlossError] = {}
    for number, (cut, found) in enumerate(zip(to_align, aligned, strict=True)):
        fault = found if isinstance(found, GlossError) else _fault(run, cut.job, found)
        if fault is not None:
            failed[cut.job.source.path] = fault
        elif not isinstance(found, GlossError):
            cut.beads.extend(known.with_missing_terms(found))
        run.tell(f"aligning {cut.job.source.path}", number + 1, len(to_align))
    left = [cut for cut in cuts if cut.job.source.path not in failed]
    if failed and not left:
        raise next(iter(failed.values()))
    return left, [Failure(path, error.message, error.hint) for path, error in failed.items()]


def _fault(run: Run, job: Job, found: Sequence[Bead | KeptSegment]) -> GlossError | None:
    """That the two texts are no translations of each other, unless the user or an earlier decision says otherwise."""
    from rnk_gloss.align.plausibility import check_translation

    beads = [bead for bead in found if isinstance(bead, Bead)]
    if run.options.anyway or len(beads) < len(found):
        return None
    reason = check_translation(beads, run.lexicon)
    if reason is None:
        return None
    assert job.target is not None
    return InputError(
        f"{job.source.path} and {job.target.path}: {reason}", hint="take them all the same with: --anyway"
    )


def _cut(job: Job) -> CutJob:
    if job.target is None:
        return CutJob(job, sentences_of(job.source), [], [])
    to_align = not job.came_paired
    cut = CutJob(
        job,
        sentences_of(job.source, for_alignment=to_align),
        sentences_of(job.target, for_alignment=to_align),
        [],
    )
    if job.came_paired:
        cut.beads.extend(paired_paragraphs(job.source, job.target))
    return cut


def _task(run: Run, cut: CutJob) -> AlignmentTask:
    assert cut.job.target is not None
    source = prose_of(cut.job.source, cut.source_sentences)
    target = prose_of(cut.job.target, cut.target_sentences)
    decided: list[DecidedBead] = []
    with run.workspace.reading() as connection:
        record = document_record(connection, cut.job.source.path, cut.job.source.language)
        if record is not None and record.translation is not None:
            decided = decided_beads(
                segments_of_document(connection, record.id),
                TextVersions(prose_sentences(connection, record.id), source),
                TextVersions(prose_sentences(connection, record.translation), target),
            )
    return AlignmentTask(source, target, decided, run.options.omissions)
