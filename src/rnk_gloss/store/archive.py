"""The whole store going out, and documents and likenesses of another store coming in."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness, ArchivedSentence
from rnk_gloss.model.entry import LikenessKind, TermPlace
from rnk_gloss.model.span import Span
from rnk_gloss.store.documents import document_record
from rnk_gloss.store.door import Writer


def archived_documents(connection: sqlite3.Connection) -> Iterator[ArchivedDocument]:
    """All documents with their sentences, in the order in which they came."""
    rows = connection.execute(
        "SELECT d.*, t.path AS translation_path, t.language AS translation_language"
        " FROM document d LEFT JOIN document t ON t.id = d.translation ORDER BY d.id"
    ).fetchall()
    for row in rows:
        sentences = connection.execute(
            'SELECT number, paragraph, kind, text, "start", "end" FROM sentence WHERE document = ? ORDER BY number',
            (row["id"],),
        )
        yield ArchivedDocument(
            path=row["path"],
            language=row["language"],
            format=row["format"],
            encoding=row["encoding"],
            digest=row["digest"],
            characters=row["characters"],
            extractor=row["extractor"],
            extracted_at=row["extracted_at"],
            subject=row["subject"],
            translation=(
                None if row["translation"] is None else (row["translation_path"], row["translation_language"])
            ),
            sentences=tuple(
                ArchivedSentence(one[0], one[1], one[2], one[3], Span(one[4], one[5])) for one in sentences
            ),
        )


def archived_likenesses(connection: sqlite3.Connection) -> Iterator[ArchivedLikeness]:
    """All pairs of entries that may belong together, in the order in which they were found."""
    for row in connection.execute("SELECT * FROM likeness ORDER BY id"):
        yield ArchivedLikeness(
            row["entry"],
            row["other"],
            LikenessKind(row["kind"]),
            row["reason"],
            row["confidence"],
            bool(row["apart"]),
        )


def count_likenesses(connection: sqlite3.Connection, keys: Collection[int]) -> int:
    """How many pairs of these entries may belong together."""
    chosen = set(keys)
    rows = connection.execute("SELECT entry, other FROM likeness")
    return sum(1 for entry, other in rows if entry in chosen and other in chosen)


def places_of_entries(connection: sqlite3.Connection, keys: Sequence[int]) -> Mapping[int, list[TermPlace]]:
    """Where the terms of these entries stand, by entry, document and place."""
    found: dict[int, list[TermPlace]] = defaultdict(list)
    rows = connection.execute(
        'SELECT o.entry, d.path, d.language, s.number, o.form, o."start", o."end", o.original_start,'
        " o.original_end FROM occurrence o JOIN document d ON d.id = o.document JOIN sentence s ON s.id = o.sentence"
        f' WHERE o.entry IN ({", ".join("?" for _ in keys)}) ORDER BY o.entry, d.id, s.number, o."start", o.id',
        list(keys),
    )
    for row in rows:
        found[row[0]].append(TermPlace(row[1], row[2], row[3], row[4], Span(row[5], row[6]), Span(row[7], row[8])))
    return found


def add_document(writer: Writer, document: ArchivedDocument) -> tuple[int, bool] | None:
    """The id of the document and whether it is new; None if the store has it in another state: what is said of its
    places does not fit then."""
    known = document_record(writer.connection, document.path, document.language)
    if known is not None:
        return (known.id, False) if known.digest == document.digest else None
    key = writer.insert(
        "document",
        {
            "path": document.path,
            "language": document.language,
            "format": document.format,
            "encoding": document.encoding,
            "digest": document.digest,
            "characters": document.characters,
            "subject": document.subject,
            "extractor": document.extractor,
            "extracted_at": document.extracted_at,
        },
    )
    columns = ("document", "number", "paragraph", "kind", "text", "start", "end")
    rows = {one.number: (key, *one[:4], *one.original) for one in document.sentences}
    if rows:
        writer.insert_many("sentence", columns, rows.values())
    return key, True


def sentence_numbers(connection: sqlite3.Connection, document: int) -> dict[int, int]:
    """The ids of the sentences of a document by their numbers."""
    return dict(connection.execute("SELECT number, id FROM sentence WHERE document = ?", (document,)).fetchall())


def add_likeness(writer: Writer, likeness: ArchivedLikeness) -> bool:
    """Whether the pair of entries, named by ids of this store, was not known yet."""
    known = writer.connection.execute(
        "SELECT 1 FROM likeness WHERE (entry = ?1 AND other = ?2) OR (entry = ?2 AND other = ?1)",
        (likeness.entry, likeness.other),
    ).fetchone()
    if known is not None or likeness.entry == likeness.other:
        return False
    writer.insert(
        "likeness",
        {
            "entry": likeness.entry,
            "other": likeness.other,
            "kind": likeness.kind.value,
            "reason": likeness.reason,
            "confidence": likeness.confidence,
            "apart": int(likeness.apart),
        },
    )
    return True
