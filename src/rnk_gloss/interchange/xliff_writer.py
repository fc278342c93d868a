"""Writing units as XLIFF: what both versions have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.json_units import alignment_json
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.timestamps import written_time
from rnk_gloss.interchange.tmx_fields import SOURCE, TARGET, UNIT
from rnk_gloss.interchange.tmx_inline import INLINE_PROPERTY, written_markup
from rnk_gloss.interchange.unique_ids import UniqueIds
from rnk_gloss.interchange.unit_fields import fields_beside
from rnk_gloss.interchange.xliff_codes import CodeWriter
from rnk_gloss.interchange.xliff_fields import DATES, FIELDS, GENERATED_ID, NAME_PROPERTY, OWN_GROUP
from rnk_gloss.model.entry import Entry
from rnk_gloss.model.segment import Alignment, Property, Unit
from rnk_gloss.text.languages import closeness

if TYPE_CHECKING:
    from rnk_gloss.model.pretranslation import Pretranslation

_CARRIED = frozenset(
    {
        *("source", "target", "source_language", "target_language", "status", "document", "note", "external_id"),
        *("properties", *FIELDS.values()),
    }
)
_NOT_IN_A_NAME = re.compile(r"[^\w.-]")


class XliffVersion(Protocol):
    """What one version of XLIFF makes of the parts of a file."""

    def opening(self, options: WriteOptions) -> str: ...

    def file_opening(self, document: str, number: int, options: WriteOptions) -> str: ...

    def unit(self, unit: Unit, identifier: str) -> str: ...

    def segment(self, segment: Pretranslation, identifier: str) -> str: ...

    def no_units(self) -> str: ...

    def file_closing(self) -> str: ...


def write_units(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What could not be carried, with counts.

    Profile `2.1` writes XLIFF 2.1 with the metadata module, `1.2` strict XLIFF 1.2. An approved unit is final, a
    candidate translated, a rejected one says that it is. Units of one document that follow each other stand in one
    file element.
    """
    losses = LossTally()
    version = xliff_version(options, losses)
    identifiers = Identifiers(losses)
    with replacing(path) as stream:
        stream.write(version.opening(options).encode())
        number = 0
        for number, (document, units) in enumerate(
            groupby(_writable_units(items, options, losses), key=lambda unit: unit.document), start=1
        ):
            stream.write(version.file_opening(document, number, options).encode())
            for unit in units:
                losses.written += 1
                for name in fields_beside(unit, _CARRIED):
                    losses.add(name)
                stream.write(version.unit(unit, identifiers.unique(unit.external_id)).encode())
            stream.write(version.file_closing().encode())
        if number == 0:
            stream.write((version.file_opening("", 1, options) + version.no_units() + version.file_closing()).encode())
        stream.write(b"</xliff>\n")
    return losses.report()


def xliff_version(options: WriteOptions, losses: LossTally) -> XliffVersion:
    """The writer of the version that the profile names."""
    if options.profile == "1.2":
        from rnk_gloss.interchange.xliff_writer_1 import Version1

        return Version1(losses)
    from rnk_gloss.interchange.xliff_writer_2 import Version2

    return Version2(losses)


def _writable_units(
    items: Iterable[Unit] | Iterable[Entry], options: WriteOptions, losses: LossTally
) -> Iterator[Unit]:
    for item in items:
        if not isinstance(item, Unit):
            raise UsageError("XLIFF carries units, not glossary entries", hint="Export entries as TBX or CSV.")
        if not item.source.strip() or not item.target.strip():
            losses.add("units with an empty side")
        elif (
            closeness(item.source_language, options.source_language) is None
            or closeness(item.target_language, options.target_language) is None
        ):
            losses.add("units between other languages")
        else:
            yield item


class Identifiers:
    """Gives each unit an id that no other has, and that XML takes for a name."""

    def __init__(self, losses: LossTally) -> None:
        self._losses = losses
        self._ids = UniqueIds(losses)
        self._made = 0

    def unique(self, wanted: str) -> str:
        """The id, with a number if it has been given before; one is made where none is wanted."""
        if not wanted:
            self._made += 1
            return self.unique(f"{GENERATED_ID}{self._made}")
        identifier = _NOT_IN_A_NAME.sub("_", wanted)
        if identifier != wanted:
            self._losses.add("characters in ids that XLIFF does not allow", "underscores")
        return self._ids.given(identifier)


def own_values(unit: Unit, losses: LossTally) -> list[tuple[str, list[tuple[str, str]]]]:
    """What XLIFF has no element for, by the group in which it stands: the unit's fields, then properties by level."""
    fields = [(name, _field_text(unit, field, losses)) for name, field in FIELDS.items()]
    groups = [(OWN_GROUP, [(name, text) for name, text in fields if text])]
    named = _name_property(unit)
    for level in (UNIT, SOURCE, TARGET):
        values = [
            (one.name, one.value)
            for one in unit.properties
            if _level(one) == level and one is not named and (one.name != INLINE_PROPERTY or level == UNIT)
        ]
        groups.append((f"{OWN_GROUP}:{level}", values))
    return [(group, values) for group, values in groups if values]


def _field_text(unit: Unit, field: str, losses: LossTally) -> str:
    value = getattr(unit, field)
    if isinstance(value, Alignment):
        return alignment_json(value)
    if field in DATES and value:
        return written_time(value, losses)
    return str(value) if value else ""


def unit_name(unit: Unit) -> str:
    """The name by which the program that shows the text knows it, "" if there is none."""
    named = _name_property(unit)
    return named.value if named else ""


def _name_property(unit: Unit) -> Property | None:
    return next((one for one in unit.properties if one.name == NAME_PROPERTY and one.level == UNIT), None)


def _level(one: Property) -> str:
    return one.level if one.level in {SOURCE, TARGET} else UNIT


def inline_content(unit: Unit, level: str, codes: CodeWriter, losses: LossTally) -> str | None:
    """The text of that side with its codes; None if it has none, or they belong to another text."""
    markup = next((one for one in unit.properties if one.name == INLINE_PROPERTY and one.level == level), None)
    if markup is None:
        return None
    legal = written_markup(markup.value, unit.source if level == SOURCE else unit.target)
    if legal is None:
        losses.add("inline markup")
        return None
    content, is_exact = codes.written(legal)
    if not is_exact:
        losses.add("numbers and types of inline codes", "codes counted anew")
    return content
