"""Extraction: documents go in, entries and aligned segments come out, and nothing that people decided is lost."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from rnk_gloss.documents.pairs import Pairing, find_pairs
from rnk_gloss.errors import InputError
from rnk_gloss.model.entry import Status
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.report import DocumentReport, DocumentState, ExtractionReport, Failure
from rnk_gloss.model.segment import AlignedSegment, KeptSegment
from rnk_gloss.model.selection import DEFAULT_CUT, EntrySelection
from rnk_gloss.service.intake import Job, Options, Run, read_documents
from rnk_gloss.service.known_terms import KnownTerms
from rnk_gloss.service.pairs import CutJob, cut_jobs
from rnk_gloss.service.spelling_questions import spelling_questions
from rnk_gloss.service.translations import keep_places
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.candidates import (
    ExtractedDocument,
    MergeContext,
    MergeReport,
    entries_of_documents,
    merge_candidates,
)
from rnk_gloss.store.documents import document_record, link_translation, prose_sentences, put_document
from rnk_gloss.store.door import Writer
from rnk_gloss.store.entries import entry_ids
from rnk_gloss.store.likenesses import put_likenesses
from rnk_gloss.store.segments import put_segments
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import fold_key
from rnk_gloss.text.readings import romaji

# A bead of this confidence is counted as sure in the report.
SURE = 90.0


def extract(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    pairs: Sequence[tuple[Path, Path]] = (),
    options: Options | None = None,
    progress: Progress | None = None,
) -> ExtractionReport:
    """Extract terms, and segments where there is a translation, from files and folders; one undoable operation.

    Files pair up by name (`x.ja.txt` with `x.en.txt`, `ja/x.txt` with `en/x.txt`) or as `pairs` say. A file that was
    extracted before and did not change is left alone. A file that cannot be used is reported and the others are done;
    when none can be used, its error is raised.
    """
    options = options or Options()
    pairing = find_pairs(paths, options.source_language, options.target_language) if paths else None
    lexicon = workspace.lexicon(progress)
    extractor = f"{version('rnk-gloss')}; {lexicon.source or 'no dictionary'}"
    run = Run(workspace, options, lexicon, extractor, progress)
    found = [(pair.source, pair.target) for pair in pairing.pairs] if pairing else []
    singles = pairing.singles if pairing else ()
    intake = read_documents(run, [*found, *pairs], singles, named=frozenset(paths))
    jobs = intake.jobs
    if not jobs:
        raise InputError(
            "nothing to extract: there is no Japanese document in what was named",
            hint="pairs are folders ja/ and en/, or x.ja.txt beside x.en.txt, or named with --pair JA=EN",
        )
    known = KnownTerms.of(workspace)
    cuts, failed = cut_jobs(run, [job for job in jobs if job.state is not DocumentState.UNCHANGED], known)
    merged = _store(run, cuts, known) if cuts else MergeReport(0, 0, 0)
    with workspace.reading() as connection:
        shown = len(entry_ids(connection, EntrySelection((Status.CANDIDATE, Status.APPROVED), DEFAULT_CUT)))
    cut_of = {cut.job.source.path: cut for cut in cuts}
    failed_paths = {failure.path for failure in failed}
    return ExtractionReport(
        documents=tuple(
            _report(job, cut_of.get(job.source.path)) for job in jobs if job.source.path not in failed_paths
        ),
        failures=(*intake.failures, *failed),
        skipped=(*_leftovers(pairing), *intake.skipped),
        new=merged.new,
        known=merged.known,
        removed=merged.removed,
        shown=shown,
        dictionary=lexicon.source,
    )


def _leftovers(pairing: Pairing | None) -> list[Failure]:
    return [Failure(str(one.path), one.reason) for one in pairing.leftovers] if pairing else []


def _store(run: Run, cuts: Sequence[CutJob], known: KnownTerms) -> MergeReport:
    from rnk_gloss.extract.extraction import extract_terms

    sources = [cut.job.source for cut in cuts]
    aligned = [
        AlignedSegment(number, bead.source, bead.target, bead.source_span)
        for number, cut in enumerate(cuts)
        for bead in cut.beads
        if bead.source and bead.target
    ]
    candidates = extract_terms(
        sources,
        run.lexicon,
        progress=lambda done, total: run.tell("finding terms", done, total),
        aligned=aligned,
        glossary=known.targets,
    )
    candidates += known.unproposed(sources, candidates)
    run.tell("storing", 0, 1)
    options = run.options
    context = MergeContext(options.source_language, options.target_language, options.subject, fold_key, romaji)
    first = cuts[0].job.source.path
    name = OperationName.EXTRACT.of(path=first)
    if len(cuts) > 1:
        name = OperationName.EXTRACT_MORE.of(path=first, count=len(cuts) - 1)
    with run.workspace.writing(name) as writer:
        records = [document_record(writer.connection, source.path, source.language) for source in sources]
        formerly = entries_of_documents(writer, [record.id for record in records if record])
        documents = [_put(writer, cut, run) for cut in cuts]
        merged = merge_candidates(writer, candidates, documents, context, formerly=formerly)
        put_likenesses(writer, spelling_questions(candidates, merged.entries))
        return merged


def _put(writer: Writer, cut: CutJob, run: Run) -> ExtractedDocument:
    source, target = cut.job.source, cut.job.target
    provenance = {"subject": run.options.subject, "extractor": run.extractor}
    known = document_record(writer.connection, source.path, source.language)
    before = prose_sentences(writer.connection, known.id) if known else []
    key, sentence_ids = put_document(writer, source, cut.source_sentences, **provenance)
    if target is not None:
        other, _ = put_document(writer, target, cut.target_sentences, **provenance)
        link_translation(writer, key, other)
        languages = (run.options.source_language, run.options.target_language)
        put_segments(writer, key, cut.beads, languages=languages, key_of=match_key)
    elif known is not None and known.translation is None:
        keep_places(writer, key, before, prose_sentences(writer.connection, key))

    def original_span(paragraph: int, start: int, end: int) -> tuple[int, int]:
        return source.paragraphs[paragraph].content.original_span(start, end)

    return ExtractedDocument(key, source.path, cut.source_sentences, sentence_ids, original_span)


def _report(job: Job, cut: CutJob | None) -> DocumentReport:
    two_sided = [bead for bead in cut.beads if bead.source and bead.target] if cut else []
    return DocumentReport(
        path=job.source.path,
        translation=job.target.path if job.target else None,
        state=job.state,
        characters=len(job.source.original),
        sentences=len(cut.source_sentences) if cut else 0,
        remarks=(*job.source.remarks, *_remarks_on_translation(job)),
        segments=len(two_sided),
        sure_segments=sum(isinstance(bead, KeptSegment) or bead.score >= SURE for bead in two_sided),
    )


def _remarks_on_translation(job: Job) -> list[str]:
    if job.target is None or job.came_paired:
        return []
    return [f"{job.target.path}: {remark}" for remark in job.target.remarks]
