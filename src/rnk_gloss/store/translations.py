"""Translations that a person writes, sentence by sentence: units that know their place in a document.

A document without a translation has a unit for each sentence that somebody began to translate. In one that was aligned,
the omissions are what there is to translate.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Sequence

from rnk_gloss.model.document import ProseSentence
from rnk_gloss.model.segment import Flag, KeptSegment
from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Status
from rnk_gloss.model.translation import TranslatedSentence
from rnk_gloss.store.documents import prose_sentences
from rnk_gloss.store.door import Value, Writer
from rnk_gloss.store.segment_shapes import SURE_BY_A_PERSON
from rnk_gloss.store.segments import detach_segment, remove_segment, spans

TRANSLATION = "translation"
# What an alignment left without a target, also where a person has written one since.
_OMITTED = "source <> '' AND (target = '' OR found_target = '')"


def documents_to_translate(connection: sqlite3.Connection) -> list[tuple[int, str, str, bool]]:
    """Id, path and language of the documents that have sentences without a translation, by path, and whether each is
    one that was aligned. Documents that translate another one are left out."""
    rows = connection.execute(
        "SELECT d.id, d.path, d.language, d.translation IS NOT NULL FROM document d"
        " WHERE d.id NOT IN (SELECT translation FROM document WHERE translation IS NOT NULL) AND (d.translation IS NULL"
        f" OR EXISTS (SELECT 1 FROM unit u WHERE u.document = d.id AND {_OMITTED})) ORDER BY d.path, d.language"
    )
    return [(row[0], row[1], row[2], bool(row[3])) for row in rows]


def sentences_to_translate(connection: sqlite3.Connection, document: int) -> list[TranslatedSentence]:
    """The sentences of such a document in order, each with the translation that it has."""
    row = connection.execute("SELECT translation FROM document WHERE id = ?", (document,)).fetchone()
    if row is None:
        return []
    if row[0] is not None:
        return _omitted(connection, document)
    units = connection.execute(
        "SELECT * FROM unit WHERE document = ? AND source_start IS NOT NULL ORDER BY source_start, id", (document,)
    ).fetchall()
    written = [(Span(one["source_start"], one["source_end"]), one) for one in units]
    starts = [span.start for span, _ in written]
    places: list[tuple[Span, str, sqlite3.Row | None]] = [(span, one["source"], one) for span, one in written]
    for sentence in prose_sentences(connection, document):
        before = bisect_right(starts, sentence.original.start)
        if not before or not _covers(written[before - 1][0], written[before - 1][1]["source"], sentence):
            places.append((sentence.original, sentence.text, None))
    places.sort(key=lambda place: place[0])
    found = []
    for number, (span, text, unit) in enumerate(places, start=1):
        found.append(
            TranslatedSentence(
                id=number,
                document=document,
                source=text,
                span=span,
                previous=places[number - 2][1] if number > 1 else "",
                following=places[number][1] if number < len(places) else "",
                target="" if unit is None else unit["target"],
                status=Status.CANDIDATE if unit is None else Status(unit["status"]),
                unit=None if unit is None else unit["id"],
            )
        )
    return found


def _covers(span: Span, source: str, sentence: ProseSentence) -> bool:
    return span.start <= sentence.original.start < span.end and sentence.text in source


def _omitted(connection: sqlite3.Connection, document: int) -> list[TranslatedSentence]:
    rows = connection.execute(
        f"SELECT * FROM unit WHERE document = ? AND {_OMITTED} AND source_start IS NOT NULL ORDER BY number, id",
        (document,),
    )
    return [
        TranslatedSentence(
            id=number,
            document=document,
            source=row["source"],
            span=Span(row["source_start"], row["source_end"]),
            previous=row["previous"],
            following=row["following"],
            target=row["target"],
            status=Status(row["status"]),
            unit=row["id"],
        )
        for number, row in enumerate(rows, start=1)
    ]


def put_translation(
    writer: Writer,
    sentence: TranslatedSentence,
    target: str,
    status: Status,
    *,
    languages: tuple[str, str],
    key_of: Callable[[str, str], str],
) -> int | None:
    """The id of the unit that holds this translation now; None where there is none any more, because it is empty."""
    if sentence.unit is not None:
        if not target and _was_written_here(writer, sentence.unit):
            remove_segment(writer, sentence.unit)
            return None
        values: dict[str, Value] = {
            "target": target,
            "status": status.value,
            "found_target": "",
            **_judged(target, status),
        }
        if writer.update("unit", sentence.unit, values):
            writer.update("unit", sentence.unit, {"changed_at": writer.at, "changed_by": writer.author})
        return sentence.unit
    if not target:
        return None
    path = writer.connection.execute("SELECT path FROM document WHERE id = ?", (sentence.document,)).fetchone()[0]
    row: dict[str, Value] = {
        "source": sentence.source,
        "target": target,
        "match_key": key_of(sentence.source, languages[0]),
        "source_language": languages[0],
        "target_language": languages[1],
        "status": status.value,
        "origin": TRANSLATION,
        "document": sentence.document,
        "document_name": path,
        "number": sentence.id - 1,
        "shape": "1-1",
        # An alignment would have found nothing there: what a person wrote in its place no machine removes.
        "found_target": "",
        "previous": sentence.previous,
        "following": sentence.following,
        "created_at": writer.at,
        "created_by": writer.author,
        "changed_at": writer.at,
        "changed_by": writer.author,
    }
    return writer.insert("unit", row | _judged(target, status) | spans(sentence.span, None))


def _judged(target: str, status: Status) -> dict[str, Value]:
    """How sure a segment is of which a person wrote the target, and what is to be seen of it. A draft is not: whoever
    approves all that is sure must not approve half a sentence."""
    score = SURE_BY_A_PERSON if status is Status.APPROVED else 0.0
    return {"score": score, "flags": "" if target else Flag.OMISSION.value}


def _was_written_here(writer: Writer, unit: int) -> bool:
    row = writer.connection.execute("SELECT origin FROM unit WHERE id = ?", (unit,)).fetchone()
    return row is not None and row[0] == TRANSLATION


def move_translations(
    writer: Writer, units: Sequence[int], moved: Sequence[tuple[int, KeptSegment]], sentences: Sequence[ProseSentence]
) -> None:
    """Give units of a document the places that they have in its new text: the number of a sentence each. Units of
    which the text is gone stay in the memory without a place."""
    places = dict.fromkeys(units)
    for number, kept in moved:
        places.pop(kept.id, None)
        writer.update(
            "unit",
            kept.id,
            {
                "number": number,
                "previous": sentences[number - 1].text if number else "",
                "following": sentences[number + 1].text if number + 1 < len(sentences) else "",
                **spans(kept.source_span, kept.target_span),
            },
        )
    for key in places:
        detach_segment(writer, key)
