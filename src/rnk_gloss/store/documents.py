"""Documents and their sentences in the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rnk_gloss.model.document import Document, DocumentRecord, ParagraphKind, ProseSentence, Sentence
from rnk_gloss.model.span import Span
from rnk_gloss.store.door import Writer

_RECORDS = "SELECT d.*, (SELECT count(*) FROM unit u WHERE u.document = d.id) AS segments FROM document d"


def document_record(connection: sqlite3.Connection, path: str, language: str) -> DocumentRecord | None:
    """The document of this path and language, if it was extracted before."""
    row = connection.execute(f"{_RECORDS} WHERE d.path = ? AND d.language = ?", (path, language)).fetchone()
    return None if row is None else _record(row)


def document_records(connection: sqlite3.Connection) -> list[DocumentRecord]:
    """All documents, by path."""
    return [_record(row) for row in connection.execute(f"{_RECORDS} ORDER BY d.path, d.language")]


def _record(row: sqlite3.Row) -> DocumentRecord:
    return DocumentRecord(**{name: row[name] for name in DocumentRecord.__slots__})


def put_document(
    writer: Writer, document: Document, sentences: Sequence[Sentence], *, subject: str, extractor: str
) -> tuple[int, list[int]]:
    """The id of the document and the ids of its sentences, after its former sentences were replaced.

    Occurrences in its former sentences are removed too: the caller finds them anew.
    """
    row: dict[str, str | int | float | None] = {
        "format": document.format,
        "encoding": document.encoding,
        "digest": document.digest,
        "characters": len(document.original),
        "subject": subject,
        "extractor": extractor,
        "extracted_at": writer.at,
    }
    known = document_record(writer.connection, document.path, document.language)
    if known is None:
        key = writer.insert("document", {"path": document.path, "language": document.language, **row})
    else:
        key = known.id
        writer.update("document", key, row)
        writer.delete_where("occurrence", "document", key)
        writer.delete_where("sentence", "document", key)
    writer.insert_many(
        "sentence",
        ("document", "number", "paragraph", "kind", "text", "start", "end"),
        [
            (
                key,
                number,
                s.paragraph,
                document.paragraphs[s.paragraph].kind.value,
                s.text,
                s.original.start,
                s.original.end,
            )
            for number, s in enumerate(sentences)
        ],
    )
    rows = writer.connection.execute("SELECT id FROM sentence WHERE document = ? ORDER BY number", (key,)).fetchall()
    return key, [row[0] for row in rows]


def prose_sentences(connection: sqlite3.Connection, document: int) -> list[ProseSentence]:
    """The stored sentences of a document that are text to be translated, in order."""
    kinds = [kind.value for kind in ParagraphKind if kind.is_prose]
    rows = connection.execute(
        f'SELECT text, paragraph, "start", "end" FROM sentence WHERE document = ? '
        f"AND kind IN ({', '.join('?' for _ in kinds)}) ORDER BY number",
        (document, *kinds),
    )
    return [ProseSentence(row["text"], row["paragraph"], Span(row["start"], row["end"])) for row in rows]


def translation_language(connection: sqlite3.Connection, document: int) -> str:
    """The language of a document's translation."""
    query = "SELECT t.language FROM document d JOIN document t ON t.id = d.translation WHERE d.id = ?"
    return str(connection.execute(query, (document,)).fetchone()[0])


def came_paired(connection: sqlite3.Connection, document: int) -> bool:
    """Whether a document and its translation are one file, which says what translates what."""
    query = "SELECT d.path = t.path FROM document d JOIN document t ON t.id = d.translation WHERE d.id = ?"
    return bool(connection.execute(query, (document,)).fetchone()[0])


def sentences_of_pair(connection: sqlite3.Connection, segment: int) -> tuple[list[ProseSentence], list[ProseSentence]]:
    """The stored sentences of the document of a segment, and those of the document's translation."""
    row = connection.execute(
        "SELECT d.id, d.translation FROM unit u JOIN document d ON d.id = u.document WHERE u.id = ?", (segment,)
    ).fetchone()
    return prose_sentences(connection, row["id"]), prose_sentences(connection, row["translation"])


def link_translation(writer: Writer, document: int, translation: int) -> None:
    """Note that one document translates another."""
    writer.update("document", document, {"translation": translation})
