"""The objects that stand in JSON lines, one for each kind of item. Values that are empty are left out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.json_fields import Fields, ShapeError, Stranger, as_list, as_number, as_span, as_text
from rnk_gloss.interchange.json_units import unit_of
from rnk_gloss.interchange.report import Item
from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness, ArchivedSentence
from rnk_gloss.model.entry import Entry, Evidence, LikenessKind, Origin, Status, Target, TermPlace, Usage, Variant

Shape = dict[str, Any]

_ENTRY_TEXTS = (
    "reading", "category", "subject", "note", "reason", "created_at", "created_by", "changed_at", "changed_by",
)  # fmt: skip
_DOCUMENT_TEXTS = ("path", "language", "format", "encoding", "digest", "extractor", "extracted_at", "subject")


def entry_shape(entry: Entry) -> Shape:
    """An entry of the glossary; its occurrences stand by documents."""
    return _without_empty({
        "type": "entry",
        "source": entry.source,
        "source_language": entry.source_language,
        "target_language": entry.target_language,
        "status": entry.status.value,
        "score": entry.score,
        "reading_origin": entry.reading_origin.value,
        **{name: getattr(entry, name) for name in _ENTRY_TEXTS},
        "edited": entry.edited,
        "variants": [_without_empty({"text": one.text, "kind": one.kind}) for one in entry.variants],
        "targets": [_target_shape(target) for target in entry.targets],
        "evidence": [_evidence_shape(one) for one in entry.evidence],
        "occurrences": list(_occurrence_shapes(entry.places)),
    })  # fmt: skip


def entry_of(fields: Fields, stranger: Stranger, line: int) -> ImportedEntry:
    """The entry of an object; `ShapeError` if a value is not what it should be."""
    return ImportedEntry(
        source=fields.text("source", required=True),
        targets=tuple(_target(value, stranger) for value in fields.values("targets")),
        status=fields.choice("status", Status, Status.CANDIDATE),
        score=fields.decimal("score"),
        variants=tuple(_variant(value, stranger) for value in fields.values("variants")),
        source_language=fields.language("source_language"),
        target_language=fields.language("target_language"),
        line=line,
        reading_origin=fields.choice("reading_origin", Origin, Origin.NONE),
        evidence=tuple(_evidence(value, stranger) for value in fields.values("evidence")),
        edited=fields.texts("edited"),
        places=tuple(_places(fields.values("occurrences"), stranger)),
        whole=True,
        **fields.named_texts(_ENTRY_TEXTS),
    )


def _target_shape(target: Target) -> Shape:
    return _without_empty({
        "text": target.text,
        "usage": target.usage.value,
        "score": target.score,
        "origin": target.origin.value,
        "edited": target.edited,
        "evidence": [_evidence_shape(one) for one in target.evidence],
    })  # fmt: skip


def _target(value: object, stranger: Stranger) -> Target:
    fields = Fields(value, "a target")
    found = Target(
        text=fields.text("text", required=True),
        usage=fields.choice("usage", Usage, Usage.ADMITTED),
        score=fields.decimal("score"),
        origin=fields.choice("origin", Origin, Origin.NONE),
        evidence=tuple(_evidence(one, stranger) for one in fields.values("evidence")),
        edited=fields.truth("edited"),
    )
    fields.tell_unread(stranger)
    return found


def _variant(value: object, stranger: Stranger) -> Variant:
    fields = Fields(value, "a variant")
    found = Variant(fields.text("text", required=True), fields.text("kind"))
    fields.tell_unread(stranger)
    return found


def _evidence_shape(evidence: Evidence) -> Shape:
    place = {} if evidence.document is None else {"document": evidence.document}
    return place | _without_empty({
        "kind": evidence.kind,
        "detail": evidence.detail,
        "weight": evidence.weight,
        "span": evidence.span,
    })  # fmt: skip


def _evidence(value: object, stranger: Stranger) -> Evidence:
    fields = Fields(value, "evidence")
    found = Evidence(
        kind=fields.text("kind"),
        detail=fields.text("detail"),
        weight=fields.decimal("weight"),
        document=fields.optional_text("document"),
        span=fields.span("span"),
    )
    fields.tell_unread(stranger)
    return found


def _occurrence_shapes(places: Iterable[TermPlace]) -> Iterable[Shape]:
    for (document, language), group in groupby(places, key=lambda place: (place.document, place.language)):
        rows = [[one.sentence, one.form, *one.within, *one.original] for one in group]
        yield {"document": document, "language": language, "places": rows}


def _places(values: Iterable[object], stranger: Stranger) -> Iterable[TermPlace]:
    for value in values:
        fields = Fields(value, "occurrences")
        document, language = fields.text("document"), fields.text("language")
        for row in fields.values("places"):
            sentence, form, *spans = as_list(row, "a place", 6)
            within, original = as_span(spans[:2], "a place"), as_span(spans[2:], "a place")
            number, text = as_number(sentence, "a place"), as_text(form, "a place")
            yield TermPlace(document, language, number, text, within, original)
        fields.tell_unread(stranger)


def document_shape(document: ArchivedDocument) -> Shape:
    """A document with its sentences: number, paragraph, kind, text, start and end in the original."""
    return _without_empty({
        "type": "document",
        **{name: getattr(document, name) for name in _DOCUMENT_TEXTS},
        "characters": document.characters,
        "translation": document.translation,
        "sentences": [[one.number, one.paragraph, one.kind, one.text, *one.original] for one in document.sentences],
    })  # fmt: skip


def document_of(fields: Fields) -> ArchivedDocument:
    """The document of an object; `ShapeError` if a value is not what it should be."""
    translation = fields.texts("translation")
    if len(translation) not in {0, 2}:
        raise ShapeError("translation of a document is not a path and a language")
    return ArchivedDocument(
        characters=fields.number("characters"),
        translation=(translation[0], translation[1]) if translation else None,
        sentences=tuple(_sentence(row) for row in fields.values("sentences")),
        **{name: fields.text(name, required=name in {"path", "language"}) for name in _DOCUMENT_TEXTS},
    )


def _sentence(row: object) -> ArchivedSentence:
    number, paragraph, kind, text, *span = as_list(row, "a sentence", 6)
    return ArchivedSentence(
        as_number(number, "a sentence"),
        as_number(paragraph, "a sentence"),
        as_text(kind, "a sentence"),
        as_text(text, "a sentence"),
        as_span(span, "a sentence"),
    )


def likeness_shape(likeness: ArchivedLikeness) -> Shape:
    """Two entries, by their number in the file, that may belong together."""
    return _without_empty({
        "type": "likeness",
        "entry": likeness.entry,
        "other": likeness.other,
        "kind": likeness.kind.value,
        "reason": likeness.reason,
        "confidence": likeness.confidence,
        "apart": likeness.apart,
    })  # fmt: skip


def likeness_of(fields: Fields) -> ArchivedLikeness:
    """The likeness of an object; `ShapeError` if a value is not what it should be."""
    return ArchivedLikeness(
        entry=fields.number("entry"),
        other=fields.number("other"),
        kind=fields.choice("kind", LikenessKind, LikenessKind.SPELLING),
        reason=fields.text("reason"),
        confidence=fields.decimal("confidence"),
        apart=fields.truth("apart"),
    )


def item_of(value: object, stranger: Stranger, line: int) -> Item | None:
    """The item that an object stands for, None if nothing of its type is known."""
    fields = Fields(value, "the line")
    match fields.text("type", required=True):
        case "unit":
            item: Item = unit_of(fields, stranger)
        case "entry":
            item = entry_of(fields, stranger, line)
        case "document":
            item = document_of(fields)
        case "likeness":
            item = likeness_of(fields)
        case _:
            return None
    fields.tell_unread(stranger, "an item")
    return item


def _without_empty(shape: Shape) -> Shape:
    return {name: value for name, value in shape.items() if value or name in {"source", "target", "text"}}
