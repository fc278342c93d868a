"""Units of XLIFF 1.0–1.2, and what Trados (SDLXLIFF), memoQ (MQXLIFF) and Phrase (MXLIFF) add to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.timestamps import from_tmx
from rnk_gloss.interchange.tmx_inline import UnknownEntityError
from rnk_gloss.interchange.xliff_fields import (
    MEMOQ_NAMESPACE,
    MEMOQ_STATUSES,
    NAME_PROPERTY,
    OWN_CONTEXT,
    OWN_GROUP,
    PHRASE_NAMESPACE,
    PROPERTY_CONTEXT,
    SDL_STATUSES,
    VERSION_1_APPROVED_STATES,
    VERSION_1_NEW_STATES,
)
from rnk_gloss.interchange.xliff_pairs import GlossaryTerm, TextPair, is_translatable, kept_id, take_values, text_pair
from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTS = frozenset({"source", "target", "seg-source", "note", "alt-trans", "seg-defs"})
_MEMOQ, _PHRASE = f"{{{MEMOQ_NAMESPACE}}}", f"{{{PHRASE_NAMESPACE}}}"
_KEPT_ATTRIBUTES = frozenset(
    {
        *("id", "approved", "translate", "resname", "{http://www.w3.org/XML/1998/namespace}space"),
        *(f"{_MEMOQ}{name}" for name in ("status", "lastchangedtimestamp", "lastchanginguser")),
        f"{_PHRASE}confirmed",
    }
)
_SDL_FIELDS = {"created_by": "created_by", "last_modified_by": "changed_by"}
_SDL_DATES = {"created_on": "created_at", "modified_on": "changed_at"}


def pairs_of_trans_unit(unit: _Element, report: ReadReport) -> list[TextPair | GlossaryTerm]:
    """The segments of a trans-unit and the proposals for it; [] if it is not to be translated.

    Only the unit's own children count: memoQ keeps former versions of the texts below others. Where the unit is
    segmented (seg-source with mrk), each segment is a pair.
    """
    if not is_translatable(unit):
        return []
    children = _children(unit)
    pairs = _segments(unit, children) or [text_pair(children.get("source"), children.get("target"))]
    states = {key.get("id", ""): key for key in _descendants(children.get("seg-defs"), "seg")}
    note = "\n".join(_text(child) for child in unit if local_name(child) == "note" and _text(child).strip())
    target = children.get("target")
    whole_status = _status(unit, target)
    for pair in pairs:
        segment = pair.id
        pair.id = kept_id(unit.get("id", ""), segment if len(pairs) > 1 else "")
        pair.note = note
        pair.status = whole_status
        pair.is_new = target is not None and target.get("state") in VERSION_1_NEW_STATES
        _take_own_and_foreign(unit, pair, report)
        if segment in states:
            _take_trados(states[segment], pair)
        if unit.get("resname"):
            pair.properties.append(Property("unit", NAME_PROPERTY, unit.get("resname", "")))
    return [*pairs, *_proposals(unit)]


def _children(unit: _Element) -> dict[str, _Element]:
    """The first child of each name."""
    found: dict[str, _Element] = {}
    for child in unit:
        if not isinstance(child.tag, str):
            raise UnknownEntityError(child.text)
        found.setdefault(local_name(child), child)
    return found


def _descendants(element: _Element | None, name: str) -> Iterator[_Element]:
    if element is not None:
        yield from (one for one in element.iter("*") if local_name(one) == name)


def _segments(unit: _Element, children: dict[str, _Element]) -> list[TextPair]:
    """The segments, each with the number that it has in the file; [] if the target is not segmented."""
    targets = {one.get("mid", ""): one for one in _marks(children.get("target"))}
    if not targets:
        return []
    pairs = []
    for mark in _marks(children.get("seg-source")):
        pair = text_pair(mark, targets.get(mark.get("mid", "")))
        pair.id = mark.get("mid", "")
        pairs.append(pair)
    return pairs


def _marks(element: _Element | None) -> Iterator[_Element]:
    return (one for one in _descendants(element, "mrk") if one.get("mtype") == "seg")


def _status(unit: _Element, target: _Element | None) -> Status:
    confirmed = unit.get(f"{_MEMOQ}status")
    if confirmed is not None:
        return MEMOQ_STATUSES.get(confirmed, Status.CANDIDATE)
    state, qualifier = ("", "") if target is None else (target.get("state", ""), target.get("state-qualifier", ""))
    if qualifier.startswith("rejected-"):
        return Status.REJECTED
    if (
        unit.get("approved") == "yes"
        or unit.get(f"{_PHRASE}confirmed") == "1"
        or (state in VERSION_1_APPROVED_STATES and unit.get("approved") != "no")
    ):
        return Status.APPROVED
    return Status.CANDIDATE


def _take_own_and_foreign(unit: _Element, pair: TextPair, report: ReadReport) -> None:
    for child in unit:
        name = local_name(child)
        if name == "context-group" and any(_is_own(context) for context in child):
            for group, values in _contexts(child):
                take_values(pair, group, [values], report)
        elif name not in _TEXTS:
            report.remark_once(f"element <{name}> is not kept")
    if person := unit.get(f"{_MEMOQ}lastchanginguser"):
        pair.fields.setdefault("changed_by", person)
    if moment := from_tmx(unit.get(f"{_MEMOQ}lastchangedtimestamp", "")):
        pair.fields.setdefault("changed_at", moment)
    for key in unit.attrib:
        if str(key) not in _KEPT_ATTRIBUTES:
            report.remark_once(f"attribute {str(key).rpartition('}')[2]} is not kept")


def _is_own(context: _Element) -> bool:
    return context.get("context-type", "").startswith(OWN_CONTEXT)


def _contexts(holder: _Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """The named values in contexts of our own, each with its group."""
    for context in filter(_is_own, holder):
        kind, text = context.get("context-type", "").removeprefix(OWN_CONTEXT), context.text or ""
        if kind.startswith(PROPERTY_CONTEXT):
            name, _, value = text.partition("=")
            yield f"{OWN_GROUP}:{kind.removeprefix(PROPERTY_CONTEXT)}", (name, value)
        else:
            yield OWN_GROUP, (kind, text)


def _take_trados(segment: _Element, pair: TextPair) -> None:
    pair.status = SDL_STATUSES.get(segment.get("conf", ""), Status.CANDIDATE)
    for value in _descendants(segment, "value"):
        key, text = value.get("key", ""), value.text or ""
        if key in _SDL_FIELDS and text:
            pair.fields[_SDL_FIELDS[key]] = text
        elif key in _SDL_DATES and _american_time(text):
            pair.fields[_SDL_DATES[key]] = _american_time(text)


def _american_time(text: str) -> str:
    """`04/01/2026 09:30:00` → `2026-04-01T09:30:00Z`; "" if it is no time."""
    try:
        return datetime.strptime(f"{text.strip()} +0000", "%m/%d/%Y %H:%M:%S %z").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""


def _proposals(unit: _Element) -> Iterator[TextPair]:
    """The alt-trans elements; one without a source proposes a translation for the unit's own."""
    own = next((child for child in unit if local_name(child) == "source"), None)
    for child in unit:
        if local_name(child) != "alt-trans" or child.get("alttranstype", "proposal") != "proposal":
            continue
        inside = _children(child)
        if "target" in inside:
            pair = text_pair(inside.get("source", own), inside["target"])
            pair.is_proposal = True
            pair.fields["origin"] = child.get("origin", "")
            yield pair


def _text(element: _Element) -> str:
    return "".join(str(part) for part in element.itertext())
