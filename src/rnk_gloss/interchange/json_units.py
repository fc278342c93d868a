"""Units of the memory as JSON objects: written as text, piece by piece, since there are very many; read as objects."""

from __future__ import annotations

import math
from collections.abc import Callable
from json.encoder import encode_basestring as json_text
from operator import attrgetter
from typing import Any

from rnk_gloss.interchange.json_fields import Fields, ShapeError, Stranger, as_json, json_value
from rnk_gloss.model.segment import Alignment, Property, Unit
from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Status

_TEXTS = (
    "origin", "document", "previous", "following", "note", "created_at", "created_by", "changed_at", "changed_by",
    "used_at", "external_id",
)  # fmt: skip
_texts = attrgetter(*_TEXTS)
_known = attrgetter(*Alignment.__slots__)
_UNKNOWN = tuple(zip(Alignment.__slots__, _known(Alignment()), strict=True))


def unit_json(unit: Unit) -> str:
    """The object of a unit in one line; what is empty is left out, but for the two texts."""
    said = f'{{"type":"unit","source":{json_text(unit.source)},"target":{json_text(unit.target)}'
    if unit.source_language:
        said += f',"source_language":{json_text(unit.source_language)}'
    if unit.target_language:
        said += f',"target_language":{json_text(unit.target_language)}'
    said += f',"status":"{unit.status}"'
    for name, text in zip(_TEXTS, _texts(unit), strict=True):
        if text:
            said += f',"{name}":{json_text(text)}'
    if unit.usage_count:
        said += f',"usage_count":{unit.usage_count}'
    if unit.properties:
        said += f',"properties":[{",".join([_property_json(one) for one in unit.properties])}]'
    if unit.alignment is not None:
        said += f',"alignment":{alignment_json(unit.alignment)}'
    return f"{said}}}"


def unit_of(fields: Fields, stranger: Stranger) -> Unit:
    """The unit of an object; `ShapeError` if a value is not what it should be."""
    alignment = fields.inner("alignment")
    return Unit(
        source=fields.text("source"),
        target=fields.text("target"),
        source_language=fields.language("source_language"),
        target_language=fields.language("target_language"),
        status=fields.choice("status", Status, Status.CANDIDATE),
        usage_count=fields.number("usage_count"),
        properties=tuple(_property(value, stranger) for value in fields.values("properties")),
        alignment=None if alignment is None else alignment_of(alignment, stranger),
        **fields.named_texts(_TEXTS),
    )


def alignment_json(alignment: Alignment) -> str:
    """The object of what a unit knows as a bead of its document."""
    # An empty text says that the aligner found an omission: only what is not said at all is left out.
    said = [
        f'"{name}":{_WRITTEN.get(type(value), as_json)(value)}'
        for (name, unknown), value in zip(_UNKNOWN, _known(alignment), strict=True)
        if value != unknown
    ]
    return f"{{{','.join(said)}}}"


def alignment_of(value: object, stranger: Stranger) -> Alignment:
    """What the object of `alignment_json` says."""
    fields = Fields(value, "alignment")
    found = Alignment(
        number=fields.optional_number("number"),
        source_span=fields.span("source_span"),
        target_span=fields.span("target_span"),
        score=fields.optional_decimal("score"),
        shape=fields.text("shape"),
        flags=fields.texts("flags"),
        found_source=fields.optional_text("found_source"),
        found_target=fields.optional_text("found_target"),
        shaped=fields.truth("shaped"),
    )
    if any("," in flag or not flag for flag in found.flags):
        raise ShapeError("a flag of alignment is empty or holds a comma")
    fields.tell_unread(stranger)
    return found


def alignment_in(text: str) -> Alignment | None:
    """The alignment that stands in a text as `alignment_json` writes it; None if it holds anything else."""
    unknown: list[str] = []
    try:
        found = alignment_of(json_value(text), unknown.append)
    except (ShapeError, RecursionError):
        return None
    return None if unknown else found


def _property_json(one: Property) -> str:
    return f'{{"level":{json_text(one.level)},"name":{json_text(one.name)},"value":{json_text(one.value)}}}'


def _property(value: object, stranger: Stranger) -> Property:
    fields = Fields(value, "a property")
    found = Property(fields.text("level"), fields.text("name"), fields.text("value"))
    if found.level not in {"unit", "source", "target"}:
        raise ShapeError("level of a property is none of 'unit', 'source', 'target'")
    fields.tell_unread(stranger)
    return found


def _span_json(span: Span) -> str:
    return f"[{span.start},{span.end}]"


def _decimal_json(number: float) -> str:
    return repr(number) if math.isfinite(number) else as_json(number)


# Python's own writer of JSON is three times as slow for objects as small as these.
_WRITTEN: dict[type, Callable[[Any], str]] = {int: str, str: json_text, float: _decimal_json, Span: _span_json}
