"""Translating a document sentence by sentence: what is written goes into the memory, as a draft or approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rnk_gloss.errors import ConflictError, NotFoundError, UsageError
from rnk_gloss.model import operation_names
from rnk_gloss.model.document import ProseSentence
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.segment import KeptSegment
from rnk_gloss.model.status import Status
from rnk_gloss.model.translation import TranslatedSentence, TranslationProgress
from rnk_gloss.service.decided_segments import TextVersions, decided_beads
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.door import Writer
from rnk_gloss.store.segments import segments_of_document
from rnk_gloss.store.translations import (
    documents_to_translate,
    move_translations,
    put_translation,
    sentences_to_translate,
)
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.normalise import nfc

if TYPE_CHECKING:
    import sqlite3


def translations(workspace: Workspace) -> list[TranslationProgress]:
    """The documents that have anything to translate, by path, with how far each is."""
    with workspace.reading() as connection:
        return [progress for row in documents_to_translate(connection) if (progress := _progress(connection, *row[:3]))]


def _progress(connection: sqlite3.Connection, key: int, path: str, language: str) -> TranslationProgress | None:
    sentences = sentences_to_translate(connection, key)
    if not sentences:
        return None
    return TranslationProgress(
        id=key,
        path=path,
        language=language,
        target_language=target_language_of(language),
        sentences=len(sentences),
        approved=sum(one.is_translated for one in sentences),
        drafts=sum(one.is_draft for one in sentences),
    )


def target_language_of(language: str) -> str:
    """The language into which a document of this language is translated."""
    return "ja" if language == "en" else "en"


def sentences_of(workspace: Workspace, document: str | int) -> list[TranslatedSentence]:
    """The sentences of a document that are there to be translated, in order, with what was written.

    `document` is its id, its path, or a part of its path that no other has. Raises `NotFoundError` for one that has
    nothing to translate, `UsageError` for a name that several have.
    """
    with workspace.reading() as connection:
        return sentences_to_translate(connection, _document(connection, document)[0])


def translate(
    workspace: Workspace, sentence: TranslatedSentence, text: str, status: Status = Status.APPROVED
) -> TranslatedSentence:
    """The sentence as it stands now, after its translation was stored as one operation, in NFC; a candidate is a draft.

    An approved translation is also written, as a draft, under every other sentence of the document that is the same and
    has none. An empty text takes a draft away. Raises `UsageError` where an empty text is to be approved, and
    `ConflictError` where the sentence or its translation was changed since it was read; nothing is stored then.
    """
    target = nfc(text.strip())
    if status is Status.APPROVED and not target:
        raise UsageError(Refusal.NOTHING_TO_APPROVE.of(sentence=sentence.id), hint=Refusal.WRITE_FIRST.of())
    with workspace.writing(operation_names.of_translation(status, sentence.id)) as writer:
        connection = writer.connection
        _, path, language = _document(connection, sentence.document)
        languages = language, target_language_of(language)
        now = sentences_to_translate(connection, sentence.document)
        present = next((one for one in now if one.span == sentence.span), None)
        if present is None or present.source != sentence.source:
            raise ConflictError(Refusal.NO_SENTENCE.of(path=path, sentence=sentence.id), hint=Refusal.READ_AGAIN.of())
        if (present.target, present.status) != (sentence.target, sentence.status):
            raise ConflictError(
                Refusal.TRANSLATED_MEANWHILE.of(path=path, sentence=sentence.id, text=present.target[:60]),
                hint=Refusal.LOOK_FIRST.of(),
            )
        unit = put_translation(writer, present, target, status, languages=languages, key_of=match_key)
        if status is Status.APPROVED:
            for other in now:
                if other.source == present.source and other.span != present.span and not other.target:
                    put_translation(writer, other, target, Status.CANDIDATE, languages=languages, key_of=match_key)
    return replace(present, target=target, status=status if unit else Status.CANDIDATE, unit=unit)


def keep_places(writer: Writer, document: int, before: Sequence[ProseSentence], now: Sequence[ProseSentence]) -> None:
    """Let the translations of a document that stands alone follow their sentences into its new text."""
    segments = segments_of_document(writer.connection, document)
    if not segments:
        return
    nothing = TextVersions((), ())
    moved = [
        (bead.rows.start, kept)
        for bead in decided_beads(segments, TextVersions(before, now), nothing)
        for kept in bead.segments
    ]
    taken = {number for number, _ in moved}
    placed = {kept.id for _, kept in moved}
    for one in segments:
        if one.id in placed:
            continue
        # A sentence that was moved within the text is known by its words alone.
        number = next((n for n, other in enumerate(now) if n not in taken and other.text == one.source), None)
        if number is not None:
            taken.add(number)
            moved.append((number, KeptSegment(one.id, one.source, one.target, now[number].original, one.target_span)))
    move_translations(writer, [one.id for one in segments], moved, now)


def _document(connection: sqlite3.Connection, document: str | int) -> tuple[int, str, str]:
    rows = [(key, path, language) for key, path, language, _ in documents_to_translate(connection)]
    if isinstance(document, int):
        found = [row for row in rows if row[0] == document]
    else:
        found = [row for row in rows if row[1] == document] or [row for row in rows if document in row[1]]
    if not found:
        raise NotFoundError(
            f"no document with anything to translate is called {document}",
            hint="take one in with: rnk-gloss extract FILE",
        )
    if len(found) > 1:
        raise UsageError(
            f"{document} is a part of {len(found)} names: {', '.join(path for _, path, _ in found[:5])}",
            hint="name one of them",
        )
    return found[0]
