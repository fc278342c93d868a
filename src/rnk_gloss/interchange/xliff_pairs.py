"""What a unit of an XLIFF file holds, before the languages of its file are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rnk_gloss.interchange.json_units import alignment_in
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.timestamps import from_tmx
from rnk_gloss.interchange.tmx_fields import SOURCE, TARGET, UNIT
from rnk_gloss.interchange.xliff_fields import DATES, FIELDS, GENERATED_ID, OWN_GROUP
from rnk_gloss.interchange.xliff_inline import InlineCodes
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Alignment, Property

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class TextPair:
    """A segment: two texts with their markup as TMX, and what is said of them. `is_proposal`: another tool's match.
    `is_new`: the file says that it is not translated, and its target can be what a tool has copied there."""

    source: str
    target: str
    source_markup: str = ""
    target_markup: str = ""
    source_language: str = ""
    target_language: str = ""
    id: str = ""
    status: Status = Status.CANDIDATE
    note: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    properties: list[Property] = field(default_factory=list)
    is_proposal: bool = False
    is_new: bool = False

    @property
    def is_copy(self) -> bool:
        """Whether the target is the source, waiting for its translation."""
        return self.is_new and self.status is Status.CANDIDATE and self.target == self.source


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term that a unit explains for its translator."""

    source: str
    translations: tuple[str, ...]
    definition: str


def text_pair(source: _Element | None, target: _Element | None, data: dict[str, str] | None = None) -> TextPair:
    """The two texts with their codes numbered together, and the languages that they name."""
    codes = InlineCodes(data or {})
    source_text, source_markup = codes.content(source)
    target_text, target_markup = codes.content(target)
    return TextPair(
        source=source_text,
        target=target_text,
        source_markup=source_markup,
        target_markup=target_markup,
        source_language="" if source is None else source.get(XML_LANG, ""),
        target_language="" if target is None else target.get(XML_LANG, ""),
    )


def is_translatable(unit: _Element) -> bool:
    """What the unit or the nearest thing around it says."""
    element: _Element | None = unit
    while element is not None:
        if element.get("translate") in {"yes", "no"}:
            return element.get("translate") == "yes"
        element = element.getparent()
    return True


def kept_id(unit: str, segment: str = "") -> str:
    """The id under which a segment is known; "" for one that was only made to have an id."""
    if unit.startswith(GENERATED_ID):
        return ""
    return f"{unit}:{segment}" if segment else unit


def take_values(pair: TextPair, group: str, values: Iterable[tuple[str, str]], report: ReadReport) -> None:
    """Puts named values of a group into the pair: into fields where the group is our own, else as properties."""
    levels = {f"{OWN_GROUP}:{level}": level for level in (UNIT, SOURCE, TARGET)}
    for name, value in values:
        if group != OWN_GROUP:
            pair.properties.append(Property(levels.get(group, UNIT), name, value))
            continue
        field_name, taken = _field_value(name, value)
        if taken is None:
            report.remark(f"{OWN_GROUP} {name} is not read: it is not what it should be")
        else:
            pair.fields[field_name] = taken


def _field_value(name: str, value: str) -> tuple[str, str | int | Alignment | None]:
    field_name = FIELDS.get(name, "")
    if field_name == "alignment":
        return field_name, alignment_in(value)
    if field_name in DATES:
        return field_name, from_tmx(value)
    if field_name == "usage_count":
        return field_name, int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
    return field_name, value if field_name else None
