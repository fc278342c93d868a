"""Entries that come as a whole: with targets, variants, evidence and places, as another store or a file has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rnk_gloss.model.entry import Entry, Evidence, TermPlace, Variant
from rnk_gloss.store.door import Value, Writer

# Where a document of that path and language stands in this store: its id, and the ids of its sentences by number.
PlacedDocuments = Mapping[tuple[str, str], tuple[int, Mapping[int, int]]]


def insert_entry(
    writer: Writer, entry: Entry, *, fold: Callable[[str], str], romaji: str, documents: PlacedDocuments
) -> int:
    """The id of the new entry, which has all that `entry` says; without a time or a person it is of now and the
    author. Places in documents that are not given are left out."""
    key = writer.insert(
        "entry",
        {
            "source": entry.source,
            "fold": fold(entry.source),
            "reading": entry.reading,
            "reading_origin": entry.reading_origin.value,
            "romaji": romaji,
            "category": entry.category,
            "subject": entry.subject,
            "status": entry.status.value,
            "reason": entry.reason,
            "score": entry.score,
            "note": entry.note,
            "source_language": entry.source_language,
            "target_language": entry.target_language,
            "edited": ",".join(entry.edited),
            "created_at": entry.created_at or writer.at,
            "created_by": entry.created_by or writer.author,
            "changed_at": entry.changed_at or writer.at,
            "changed_by": entry.changed_by or writer.author,
        },
    )
    insert_variants(writer, key, entry.variants, fold)
    evidence = _evidence_rows(key, None, entry.evidence)
    for position, target in enumerate(entry.targets, start=1):
        identity = writer.insert(
            "target",
            {
                "entry": key,
                "position": position,
                "text": target.text,
                "usage": target.usage.value,
                "score": target.score,
                "origin": target.origin.value,
                "edited": int(target.edited),
            },
        )
        evidence += _evidence_rows(key, identity, target.evidence)
    if evidence:
        columns = ("entry", "target", "position", "kind", "detail", "weight", "document", "start", "end")
        writer.insert_many("evidence", columns, evidence)
    _insert_places(writer, key, entry.places, documents)
    return key


def insert_variants(writer: Writer, key: int, variants: Sequence[Variant], fold: Callable[[str], str]) -> int:
    """How many spellings the entry gained: those that it has already, or that are its term, are left out."""
    rows = writer.connection.execute(
        "SELECT text FROM variant WHERE entry = ? UNION ALL SELECT source FROM entry WHERE id = ?", (key, key)
    )
    known = {row[0] for row in rows}
    new = {one.text: one for one in variants if one.text not in known}
    for one in new.values():
        writer.insert("variant", {"entry": key, "text": one.text, "fold": fold(one.text), "kind": one.kind})
    return len(new)


def _evidence_rows(entry: int, target: int | None, evidence: Sequence[Evidence]) -> list[tuple[Value, ...]]:
    return [
        (entry, target, position, one.kind, one.detail, one.weight, one.document, *(one.span or (None, None)))
        for position, one in enumerate(evidence)
    ]


def _insert_places(writer: Writer, entry: int, places: Sequence[TermPlace], documents: PlacedDocuments) -> None:
    rows: list[tuple[Value, ...]] = []
    for place in places:
        document, sentences = documents.get((place.document, place.language), (0, {}))
        sentence = sentences.get(place.sentence)
        if sentence is not None:
            rows.append((entry, document, sentence, place.form, *place.within, *place.original))
    if rows:
        columns = ("entry", "document", "sentence", "form", "start", "end", "original_start", "original_end")
        writer.insert_many("occurrence", columns, rows)
