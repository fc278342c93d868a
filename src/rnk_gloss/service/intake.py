"""Taking documents in: pairing files, reading them, and seeing what is new in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.align.omissions import Omissions
from rnk_gloss.documents.reader import read_document
from rnk_gloss.errors import GlossError, InputError
from rnk_gloss.model.document import Document
from rnk_gloss.model.report import DocumentState, Failure
from rnk_gloss.service.languages import check_languages, language_of
from rnk_gloss.service.workspace import Progress, Workspace
from rnk_gloss.store.documents import document_record

if TYPE_CHECKING:
    from rnk_gloss.lexicon.dictionary import Lexicon


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may set for an extraction; `jobs` is how many processes align pairs at once, `omissions` how freely
    the translators left sentences out; `anyway` takes pairs that do not seem to be translations, too."""

    subject: str = ""
    encoding: str | None = None
    source_language: str = "ja"
    target_language: str = "en"
    jobs: int = 1
    omissions: Omissions = Omissions.SOME
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One extraction: where it writes, what was asked, with which dictionary and rules."""

    workspace: Workspace
    options: Options
    lexicon: Lexicon
    extractor: str
    progress: Progress | None = None

    def tell(self, what: str, done: float, total: float) -> None:
        """Say how far the work is, to whoever wants to know."""
        if self.progress is not None:
            self.progress(what, done, total)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to extract, perhaps with its translation, as they were read."""

    source: Document
    target: Document | None
    state: DocumentState

    @property
    def came_paired(self) -> bool:
        """Whether one file held both languages, paragraph by paragraph."""
        return self.source.translation is not None


@dataclass(frozen=True, slots=True)
class Intake:
    """The documents that could be read, those that could not, and those that were not meant to be."""

    jobs: list[Job]
    failures: list[Failure]
    skipped: list[Failure]


class NotJapaneseError(InputError):
    """A file holds no Japanese: an error for a file that was named, no news for one that lay in a folder."""


def read_documents(
    run: Run, pairs: Sequence[tuple[Path, Path]], singles: Sequence[Path], *, named: frozenset[Path]
) -> Intake:
    """Read pairs and single documents; the first error is raised when nothing could be read. `named` are the paths that
    the user gave, in contrast to what was found in folders."""
    intake = Intake([], [], [])
    first_error: GlossError | None = None
    wanted: list[tuple[Path, Path | None]] = [*pairs, *((path, None) for path in singles)]
    for number, (source, target) in enumerate(wanted):
        run.tell("reading", number, len(wanted))
        try:
            intake.jobs.append(_read_job(run, source, target))
        except GlossError as error:
            failure = Failure(str(source), error.message, error.hint)
            if isinstance(error, NotJapaneseError) and target is None and source not in named:
                intake.skipped.append(Failure(str(source), "holds no Japanese text"))
            else:
                first_error = first_error or error
                intake.failures.append(failure)
    if first_error is not None and not intake.jobs:
        raise first_error
    return intake


def _read_job(run: Run, source: Path, target: Path | None) -> Job:
    options = run.options
    document = _document(run, source, options.source_language if target else None)
    translation = _document(run, target, options.target_language) if target else document.translation
    _check_languages(document, translation, (source, target), options)
    return Job(document, translation, _state(run, [document, *([translation] if translation else [])]))


def _document(run: Run, path: Path, language: str | None) -> Document:
    document = read_document(path, language=language, encoding=run.options.encoding)
    stored = run.workspace.stored_path(path)
    other = document.translation and replace(document.translation, path=stored)
    return replace(document, path=stored, translation=other)


def _state(run: Run, documents: Sequence[Document]) -> DocumentState:
    wanted = [(document.digest, run.options.subject, run.extractor) for document in documents]
    with run.workspace.reading() as connection:
        records = [document_record(connection, document.path, document.language) for document in documents]
    if records[0] is None:
        return DocumentState.NEW
    known = [record and (record.digest, record.subject, record.extractor) for record in records]
    # A document that was extracted alone and now comes with its translation has changed, too.
    linked = len(documents) == 1 or (records[1] is not None and records[0].translation == records[1].id)
    return DocumentState.UNCHANGED if known == wanted and linked else DocumentState.CHANGED


def _check_languages(
    document: Document, translation: Document | None, paths: tuple[Path, Path | None], options: Options
) -> None:
    source, target = paths
    languages = (options.source_language, options.target_language)
    if translation is not None:
        check_languages(
            document,
            translation,
            names=(str(source), str(target)),
            other_way=f"--pair {target}={source}",
            languages=languages,
        )
    elif languages[0] == "ja" and language_of(document) != "ja":
        raise NotJapaneseError(
            f"{source}: holds no Japanese text", hint="give the Japanese file first, or --pair JA=EN"
        )
