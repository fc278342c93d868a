"""Reading TMX: from tu elements to units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.json_units import alignment_in
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import Reading, ReadReport
from rnk_gloss.interchange.timestamps import from_tmx
from rnk_gloss.interchange.tmx_fields import (
    ALIGNMENT_PROP,
    DATE_ATTRIBUTES,
    NOTE_PROPERTY,
    PERSON_ATTRIBUTES,
    READ_PROPS,
    SOURCE,
    STATUS_PROP,
    TARGET,
    UNIT,
    UNNAMED_PROPERTY,
)
from rnk_gloss.interchange.tmx_inline import INLINE_PROPERTY, UnknownEntityError, segment_content
from rnk_gloss.interchange.tmx_languages import LanguageChoice, Version
from rnk_gloss.interchange.xml_stream import elements, line_of, local_name
from rnk_gloss.model.entry import Status
from rnk_gloss.model.making import maker_of
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.text.languages import LONGEST_CODE, closeness

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_USAGE_COUNT = "usagecount"
_IDENTIFYING = frozenset({"tuid", "srclang", "lang", _XML_LANG})
_make_unit, _make_property = maker_of(Unit), maker_of(Property)
_STATUSES = {status.value: status for status in Status}


def read_units(path: Path, options: ReadOptions) -> Reading:
    """The units of a TMX file, one at a time, with a report.

    Every tu counts as seen; one that lacks a text in either language is left out and reported, as are attributes,
    languages and notes for which a unit has no place. `InputError` names the line where the file is damaged.
    """
    report = ReadReport(str(path), "tmx")
    return Reading(_units(path, options, report), report)


def _units(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Unit]:
    choice = LanguageChoice(options, report)
    for element in elements(path, "tmx", ("header", "tu"), report, options):
        if local_name(element) == "header":
            choice.header_language = element.get("srclang", "")
            continue
        report.seen += 1
        try:
            unit = _unit(element, choice, report)
        except UnknownEntityError as error:
            raise InputError(
                f"{path}:{line_of(element)}: the unit uses the entity {error}, which is unknown"
            ) from error
        if unit is not None:
            yield unit


class _Parts:
    """What stands in a tu or a tuv, sorted by kind."""

    __slots__ = ("notes", "props", "segment", "versions")

    def __init__(self, element: _Element, report: ReadReport) -> None:
        self.notes: list[str] = []
        self.props: list[tuple[str, str]] = []
        self.versions: list[Version] = []
        self.segment: _Element | None = None
        for child in element:
            match local_name(child):
                case "seg" if self.segment is None:
                    self.segment = child
                case "seg":
                    report.remark("a second seg of a version is not read", line_of(child))
                case "tuv":
                    self._add_version(child, report)
                case "prop":
                    self.props.append((child.get("type") or UNNAMED_PROPERTY, _text(child)))
                case "note":
                    self.notes.append(_text(child))
                case "":
                    pass
                case kind:
                    report.remark(f"element <{kind}> is not kept")

    def _add_version(self, element: _Element, report: ReadReport) -> None:
        code = element.get(_XML_LANG) or element.get("lang")
        if code and len(code) <= LONGEST_CODE:
            self.versions.append(Version(code, element))
        else:
            report.remark("version without a language is not read", line_of(element))


def _unit(tu: _Element, choice: LanguageChoice, report: ReadReport) -> Unit | None:
    whole = _Parts(tu, report)
    chosen = choice.choose(tu, whole.versions)
    if chosen is None:
        return None
    source, target = chosen
    source_parts, target_parts = _Parts(source.element, report), _Parts(target.element, report)
    source_text, source_markup = _content(source_parts.segment)
    target_text, target_markup = _content(target_parts.segment)
    for name, text in (("source", source_text), ("target", target_text)):
        if not text or text.isspace():
            report.skip(f"units with an empty {name}", line_of(tu))
            return None
    fields = _attributes((target.element, tu, source.element), report)
    properties = (
        *(_sorted_props(whole.props, fields) if whole.props else ()),
        *_version_properties(source_parts, SOURCE, source_markup),
        *_version_properties(target_parts, TARGET, target_markup),
    )
    source_language, target_language = choice.codes(source, target)
    if _is_exchanged(tu.get("srclang") or choice.header_language, source.code, target.code):
        report.remark_once(
            f"the file goes from {target_language} to {source_language}: its units are read the other way round"
            f" (languages {target_language}={source_language} keeps them)"
        )
        if "alignment" in fields:
            fields["alignment"] = fields["alignment"].exchanged()
    return _make_unit(
        source=source_text,
        target=target_text,
        source_language=source_language,
        target_language=target_language,
        external_id=tu.get("tuid", ""),
        note="\n".join(whole.notes) if whole.notes else "",
        properties=properties,
        **fields,
    )


def _is_exchanged(declared: str, source: str, target: str) -> bool:
    """Whether the unit is read from a target of the file to its source."""
    return bool(declared) and closeness(declared, source) is None and closeness(declared, target) is not None


def _content(segment: _Element | None) -> tuple[str, str]:
    return ("", "") if segment is None else segment_content(segment)


def _attributes(by_precedence: tuple[_Element, ...], report: ReadReport) -> dict[str, Any]:
    """Dates and people; the target's own stand before those of the whole unit, for there OmegaT writes who
    translated it."""
    fields: dict[str, Any] = {}
    for element in by_precedence:
        for key, value in element.items():
            name, text = str(key), str(value)
            if name in _IDENTIFYING:
                continue
            field_name, field_value = _field_of(name, text)
            if not field_name:
                report.remark(f"attribute {name.rpartition('}')[2]} is not kept")
            elif field_value is None:
                report.remark(f"{name} is not a {'number' if name == _USAGE_COUNT else 'date'}", line_of(element))
            else:
                fields.setdefault(field_name, field_value)
    return fields


def _field_of(attribute: str, text: str) -> tuple[str, str | int | None]:
    """The field of a unit that the attribute fills, "" if there is none, and its value, None if it is malformed."""
    if attribute in DATE_ATTRIBUTES:
        return DATE_ATTRIBUTES[attribute], from_tmx(text)
    if attribute == _USAGE_COUNT:
        return "usage_count", int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    return PERSON_ATTRIBUTES.get(attribute, ""), text


def _sorted_props(props: list[tuple[str, str]], fields: dict[str, Any]) -> list[Property]:
    """The props for which a unit has no field; the others are put into `fields`."""
    rest: list[Property] = []
    for name, value in props:
        field_name = READ_PROPS.get(name)
        if field_name is not None and field_name not in fields:
            fields[field_name] = value
        elif name == STATUS_PROP and "status" not in fields and value in _STATUSES:
            fields["status"] = _STATUSES[value]
        elif name == ALIGNMENT_PROP and "alignment" not in fields and (alignment := alignment_in(value)) is not None:
            fields["alignment"] = alignment
        else:
            rest.append(_make_property(UNIT, name, value))
    return rest


def _version_properties(parts: _Parts, level: str, markup: str) -> Iterable[Property]:
    if not (markup or parts.notes or parts.props):
        return ()
    inline = [_make_property(level, INLINE_PROPERTY, markup)] if markup else []
    notes = [_make_property(level, NOTE_PROPERTY, note) for note in parts.notes]
    return [*inline, *notes, *(_make_property(level, name, value) for name, value in parts.props)]


def _text(element: _Element) -> str:
    if len(element) == 0:
        return element.text or ""
    return segment_content(element)[0]
