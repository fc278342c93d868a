"""Units of XLIFF 2.0, 2.1 and 2.2, with the modules for metadata, matches and glossaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.tmx_inline import UnknownEntityError
from rnk_gloss.interchange.xliff_fields import (
    GLOSSARY_NAMESPACE,
    MATCHES_NAMESPACE,
    METADATA_NAMESPACE,
    NAME_PROPERTY,
    REJECTED_SUBSTATE,
    VERSION_2_APPROVED_STATES,
    VERSION_2_NEW_STATE,
)
from rnk_gloss.interchange.xliff_pairs import GlossaryTerm, TextPair, is_translatable, kept_id, take_values, text_pair
from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property

if TYPE_CHECKING:
    from lxml.etree import _Element

_KEPT = frozenset({"segment", "ignorable", "notes", "originalData", "matches", "glossary", "metadata"})
_KEPT_ATTRIBUTES = frozenset({"id", "name", "translate", "canResegment", "{http://www.w3.org/XML/1998/namespace}space"})


def pairs_of_unit(unit: _Element, report: ReadReport) -> list[TextPair | GlossaryTerm]:
    """The segments of a unit, the terms of its glossary and the proposals for it; [] if it is not to be translated.

    Ignorables stand between segments and are none.
    """
    if not is_translatable(unit):
        return []
    data = _original_data(unit)
    segments = [child for child in unit if local_name(child) == "segment"]
    note = "\n".join(_notes(unit))
    pairs = []
    for segment in segments:
        pair = _segment(segment, data)
        pair.id = kept_id(unit.get("id", ""), segment.get("id", "") if len(segments) > 1 else "")
        pair.note = note
        if unit.get("name"):
            pair.properties.append(Property("unit", NAME_PROPERTY, unit.get("name", "")))
        for group, values in _metadata(unit):
            take_values(pair, group, values, report)
        pairs.append(pair)
    for child in unit:
        if not isinstance(child.tag, str):
            raise UnknownEntityError(child.text)
        if local_name(child) not in _KEPT:
            report.remark_once(f"element <{local_name(child)}> is not kept")
    for key in unit.attrib:
        if str(key) not in _KEPT_ATTRIBUTES:
            report.remark_once(f"attribute {str(key).rpartition('}')[2]} is not kept")
    return [*pairs, *_terms(unit), *_proposals(unit, data)]


def _segment(segment: _Element, data: dict[str, str]) -> TextPair:
    pair = text_pair(_child(segment, "source"), _child(segment, "target"), data)
    if segment.get("subState") == REJECTED_SUBSTATE:
        pair.status = Status.REJECTED
    elif segment.get("state") in VERSION_2_APPROVED_STATES:
        pair.status = Status.APPROVED
    pair.is_new = segment.get("state") == VERSION_2_NEW_STATE
    return pair


def _child(element: _Element, name: str) -> _Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _original_data(unit: _Element) -> dict[str, str]:
    holder = _child(unit, "originalData")
    return {} if holder is None else {one.get("id", ""): _text(one) for one in holder}


def _notes(unit: _Element) -> Iterator[str]:
    holder = _child(unit, "notes")
    for note in () if holder is None else holder:
        text = _text(note)
        if text.strip():
            yield text


def _metadata(unit: _Element) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for group in unit.iterfind(f"{{{METADATA_NAMESPACE}}}metadata//{{{METADATA_NAMESPACE}}}metaGroup"):
        values = [(one.get("type", ""), _text(one)) for one in group if local_name(one) == "meta"]
        yield group.get("category", ""), [(name, value) for name, value in values if name]


def _terms(unit: _Element) -> Iterator[GlossaryTerm]:
    for entry in unit.iterfind(f"{{{GLOSSARY_NAMESPACE}}}glossary/{{{GLOSSARY_NAMESPACE}}}glossEntry"):
        term, definition = _child(entry, "term"), _child(entry, "definition")
        source = "" if term is None else _text(term).strip()
        translations = tuple(_text(one).strip() for one in entry if local_name(one) == "translation")
        if source and any(translations):
            yield GlossaryTerm(
                source=source,
                translations=tuple(dict.fromkeys(text for text in translations if text)),
                definition="" if definition is None else _text(definition).strip(),
            )


def _proposals(unit: _Element, data: dict[str, str]) -> Iterator[TextPair]:
    for match in unit.iterfind(f"{{{MATCHES_NAMESPACE}}}matches/{{{MATCHES_NAMESPACE}}}match"):
        own = _original_data(match)
        pair = text_pair(_child(match, "source"), _child(match, "target"), own or data)
        pair.is_proposal = True
        pair.fields["origin"] = match.get("origin", "")
        yield pair


def _text(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())
