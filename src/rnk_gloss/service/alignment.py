"""Aligning texts and documents: sentences are cut, aligned, and led back to their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.errors import GlossError, InputError
from rnk_gloss.model.document import Document, ProseSentence
from rnk_gloss.model.segment import Bead, KeptSegment
from rnk_gloss.model.span import Span
from rnk_gloss.service.decided_segments import DecidedBead
from rnk_gloss.service.sentences import paragraph_starts, prose_of, sentences_of
from rnk_gloss.service.workspace import Progress, default_lexicon
from rnk_gloss.text.sentences import sentence_spans

if TYPE_CHECKING:
    from rnk_gloss.lexicon.dictionary import Lexicon


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    *,
    lexicon: Lexicon | None = None,
    omissions: Omissions = Omissions.SOME,
) -> list[Bead]:
    """The beads of two lists of sentences, Japanese and English, covering each sentence once, in order.

    `source_indices` and `target_indices` count the given sentences; `score` is the confidence 0–100. The method is
    dynamic programming over beads with dictionary likelihood and length, after Gale & Church (1993) and Moore (2002).
    """
    from rnk_gloss.align.alignment import align_sentences as align

    return align(source, target, lexicon=lexicon or default_lexicon(), omissions=omissions)


def align_texts(
    source: str, target: str, *, lexicon: Lexicon | None = None, omissions: Omissions = Omissions.SOME
) -> list[Bead]:
    """The beads of a Japanese text and its English translation; spans count the characters of these texts."""
    task = AlignmentTask(_sentences_of_text(source, "ja"), _sentences_of_text(target, "en"), omissions=omissions)
    return _aligned(task, lexicon or default_lexicon())


def _sentences_of_text(text: str, language: str) -> list[ProseSentence]:
    found: list[ProseSentence] = []
    paragraph = end = 0
    for span in sentence_spans(text, language, for_alignment=True):
        paragraph += "\n" in text[end : span.start]
        end = span.end
        found.append(ProseSentence(text[span.start : span.end], paragraph, span))
    return found


@dataclass(frozen=True, slots=True)
class AlignmentTask:
    """A document and its translation to be aligned: the sentences of their prose, what a person decided about them,
    and how freely sentences were left out."""

    source: list[ProseSentence]
    target: list[ProseSentence]
    decided: Sequence[DecidedBead] = ()
    omissions: Omissions = Omissions.SOME


def align_task(
    task: AlignmentTask, lexicon: Lexicon, known_pairs: Sequence[tuple[str, str]] = ()
) -> list[Bead | KeptSegment]:
    """The beads of a document and its translation, with what was decided in its place; spans count the characters of
    their originals."""
    return list(_with_decided(_aligned(task, lexicon, known_pairs), task.decided))


def _aligned(task: AlignmentTask, lexicon: Lexicon, known_pairs: Sequence[tuple[str, str]] = ()) -> list[Bead]:
    from rnk_gloss.align.alignment import align_sentences as align

    beads = align(
        [sentence.text for sentence in task.source],
        [sentence.text for sentence in task.target],
        lexicon=lexicon,
        source_breaks=paragraph_starts(task.source),
        target_breaks=paragraph_starts(task.target),
        known_pairs=known_pairs,
        omissions=task.omissions,
        fixed=[(bead.rows, bead.columns) for bead in task.decided],
    )
    return [_placed(bead, task.source, task.target) for bead in beads]


def _with_decided(beads: Sequence[Bead], decided: Sequence[DecidedBead]) -> Iterator[Bead | KeptSegment]:
    waiting = iter(decided)
    following = next(waiting, None)
    for bead in beads:
        if following and (bead.source_indices, bead.target_indices) == (
            tuple(following.rows),
            tuple(following.columns),
        ):
            yield from following.segments
            following = next(waiting, None)
        else:
            yield bead


def align_tasks(
    tasks: Sequence[AlignmentTask],
    *,
    lexicon: Lexicon,
    known_pairs: Sequence[tuple[str, str]] = (),
    jobs: int = 1,
) -> Iterator[list[Bead | KeptSegment] | GlossError]:
    """The beads of each task, in order, or why it could not be aligned; with `jobs` over 1, so many processes work at
    once."""
    if jobs == 1 or len(tasks) < 2:
        for task in tasks:
            try:
                yield align_task(task, lexicon, known_pairs)
            except GlossError as error:
                yield error
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A forked child would share the open databases of this process, which SQLite forbids.
    with ProcessPoolExecutor(
        min(jobs, len(tasks)), get_context("spawn"), initializer=_open_in_worker, initargs=(lexicon.path, known_pairs)
    ) as pool:
        for future in [pool.submit(_align_in_worker, task) for task in tasks]:
            try:
                yield future.result()
            except GlossError as error:
                yield error
            except BrokenProcessPool:
                yield GlossError("a process that aligned was ended", hint="was there too little memory? try --jobs 1")


_worker: list[tuple[Lexicon, Sequence[tuple[str, str]]]] = []


def _open_in_worker(path: Path | None, known_pairs: Sequence[tuple[str, str]]) -> None:
    from rnk_gloss.lexicon.dictionary import Lexicon

    _worker.append((Lexicon.none() if path is None else Lexicon.open(path), known_pairs))


def _align_in_worker(task: AlignmentTask) -> list[Bead | KeptSegment]:
    return align_task(task, *_worker[0])


def align_files(
    source: Document,
    target: Document,
    *,
    omissions: Omissions = Omissions.SOME,
    checked: bool = True,
    progress: Progress | None = None,
) -> list[Bead]:
    """The beads of two documents that were read from files, with the user's own dictionary.

    Raises `InputError` when a document has no text to align or, if `checked`, when they are no translations.
    """
    from rnk_gloss.align.plausibility import check_translation

    sides = [prose_of(one, sentences_of(one, for_alignment=True)) for one in (source, target)]
    for document, sentences in zip((source, target), sides, strict=True):
        if not sentences:
            raise InputError(
                f"{document.path}: holds no text that could be aligned", hint="code and page furniture do not count"
            )
    lexicon = default_lexicon(progress)
    beads = _aligned(AlignmentTask(sides[0], sides[1], omissions=omissions), lexicon)
    if checked and (reason := check_translation(beads, lexicon)):
        raise InputError(f"{source.path} and {target.path}: {reason}", hint="see what there is with: align --anyway")
    return beads


def paired_paragraphs(source: Document, target: Document) -> list[Bead]:
    """The beads of a document that came with its translation (a message catalogue): paragraph by paragraph."""
    return [
        Bead(
            source=one.text,
            target=other.text,
            source_indices=(number,),
            target_indices=(number,),
            score=100.0,
            source_span=one.content.original_span(0, len(one.text)),
            target_span=other.content.original_span(0, len(other.text)),
        )
        for number, (one, other) in enumerate(zip(source.paragraphs, target.paragraphs, strict=True))
    ]


def _placed(bead: Bead, source: Sequence[ProseSentence], target: Sequence[ProseSentence]) -> Bead:
    return replace(
        bead,
        source_span=_span(bead.source_indices, source),
        target_span=_span(bead.target_indices, target),
    )


def _span(indices: Sequence[int], sentences: Sequence[ProseSentence]) -> Span | None:
    if not indices:
        return None
    return Span(sentences[indices[0]].original.start, sentences[indices[-1]].original.end)
