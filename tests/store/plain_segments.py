"""Segments of one document with nothing but their texts and scores, and what reading them takes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from rnk_gloss.model.document import Document
from rnk_gloss.store.documents import put_document
from rnk_gloss.store.door import write


def put_segments(connection: sqlite3.Connection, texts: Iterable[tuple[str, str]], *, path: str = "蔵.txt") -> None:
    """Write a document with a segment for each pair of texts; every third one is the surest."""
    columns = ("source", "target", "match_key", "source_language", "target_language", "document", "number", "score",
               "created_at", "created_by", "changed_at", "changed_by")  # fmt: skip
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="") as writer:
        read = Document(path, "ja", "text", "UTF-8", "0", "", ())
        key, _ = put_document(writer, read, [], subject="", extractor="test")
        rows = [
            (source, target, source, "ja", "en", key, number, 90 - number % 3, "", "", "", "")
            for number, (source, target) in enumerate(texts)
        ]
        writer.insert_many("unit", columns, rows)


def steps_of(connection: sqlite3.Connection, read: Callable[[], object]) -> int:
    """How many hundreds of steps of SQLite's machine it takes."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.set_progress_handler(count, 100)
    read()
    connection.set_progress_handler(None, 0)
    return steps
