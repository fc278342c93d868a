"""Writing TMX 1.4b in a form that OmegaT, Okapi, Translate Toolkit and line-wise readers all take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.json_units import alignment_json
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.timestamps import exact_to_tmx, to_tmx
from rnk_gloss.interchange.tmx_fields import (
    ALIGNMENT_PROP,
    DATE_ATTRIBUTES,
    NOTE_PROPERTY,
    PERSON_ATTRIBUTES,
    SOURCE,
    STATUS_PROP,
    TARGET,
    UNIT,
    WRITTEN_PROPS,
)
from rnk_gloss.interchange.tmx_inline import INLINE_PROPERTY, text_with_codes, written_markup
from rnk_gloss.interchange.unique_ids import UniqueIds
from rnk_gloss.interchange.xml_text import (
    escaped_attribute,
    escaped_text,
    legal_text,
    written_attribute,
    written_text,
)
from rnk_gloss.model.entry import Entry, Status
from rnk_gloss.model.segment import Property, Unit

_SPACE = re.compile(r"\s")
# Ids of other shapes need not be wrong, but are looked at more closely.
_PLAIN_ID = re.compile("[!#-%'-;=?-~\u3001-\ud7ff]*")
_KEPT = 1_000
_NOTHING: dict[str, str] = {}
_dates, _people = attrgetter(*DATE_ATTRIBUTES.values()), attrgetter(*PERSON_ATTRIBUTES.values())
_fields = attrgetter(*WRITTEN_PROPS.values())
_CLOSING = "  </body>\n</tmx>\n"
# What OmegaT cuts off the ends of a segment before it looks for it (its own text, never that of a memory).
_OMEGAT_BLANKS = " \t\n\r\u3000\u00a0"


def write_units(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What could not be carried, with counts.

    Profile `plain` keeps every text as it is. Profile `omegat` gives OmegaT what it will look for: no blanks at the
    ends, line feeds only, no inline markup. Units that TMX readers would lose (an empty side, or both sides in the
    same language) are left out and reported.
    """
    losses = LossTally()
    writer = _UnitWriter(options, losses)
    with replacing(path) as stream:
        stream.write(_header(options, losses).encode())
        for item in items:
            if not isinstance(item, Unit):
                raise UsageError("TMX carries units, not glossary entries", hint="Export entries as CSV.")
            element = writer.element(item)
            if element:
                losses.written += 1
                stream.write(element.encode())
        stream.write(_CLOSING.encode())
    return losses.report()


def _header(options: WriteOptions, losses: LossTally) -> str:
    date = to_tmx(options.created) if options.created else None
    if options.created and not date:
        losses.add("creation date of the file")
    created = f' creationdate="{date}"' if date else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'  <header creationtool="rnk-gloss" creationtoolversion="{version("rnk-gloss")}" segtype="sentence"'
        f' o-tmf="rnk-gloss" adminlang="en" srclang={escaped_attribute(options.source_language)}'
        f' datatype="plaintext"{created}/>\n  <body>\n'
    )


class _UnitWriter:
    """Makes tu elements, and remembers the tuids that it has given."""

    def __init__(self, options: WriteOptions, losses: LossTally) -> None:
        self._source_language = options.source_language
        self._for_omegat = options.profile == "omegat"
        self._losses = losses
        self._ids = UniqueIds(losses)
        self._attributes: dict[str, str] = {}
        self._status_props = {status: self._prop(STATUS_PROP, status) for status in Status}

    def element(self, unit: Unit) -> str:
        """The tu element with its line end; "" for a unit that cannot be written."""
        if unit.source_language == unit.target_language:
            self._losses.add("units with both sides in one language")
            return ""
        markup = _markup(unit.properties) if unit.properties else _NOTHING
        source = self._segment(unit.source, markup.get(SOURCE))
        target = self._segment(unit.target, markup.get(TARGET))
        if not source or not target:
            self._losses.add("units with an empty side")
            return ""
        metadata = self._metadata(unit.properties) if unit.properties else _NOTHING
        kept, source_language, target_language = self._attributes, unit.source_language, unit.target_language
        return (
            f"    <tu{self._tu_attributes(unit)}>\n{self._unit_metadata(unit)}{metadata.get(UNIT, '')}"
            f"      <tuv xml:lang={kept.get(source_language) or self._attribute(source_language)}>\n"
            f"{metadata.get(SOURCE, '')}        <seg>{source}</seg>\n      </tuv>\n"
            f"      <tuv xml:lang={kept.get(target_language) or self._attribute(target_language)}>\n"
            f"{metadata.get(TARGET, '')}        <seg>{target}</seg>\n      </tuv>\n    </tu>\n"
        )

    def _segment(self, text: str, markup: str | None) -> str:
        """The content of the seg element; "" if there would be nothing to read in it."""
        if markup is None and not self._for_omegat:
            return written_text(text, self._losses) if text.strip() else ""
        text = legal_text(text, self._losses)
        if markup is not None:
            if self._for_omegat:
                text = self._with_plain_codes(markup, text)
            elif (content := written_markup(markup, text)) is not None:
                return content
            else:
                self._losses.add("inline markup")
        if self._for_omegat:
            text = self._as_omegat_seeks(text)
        return escaped_text(text) if text.strip() else ""

    def _with_plain_codes(self, markup: str, text: str) -> str:
        """The text with its codes as it stands in the file that is translated: OmegaT drops marked codes and then
        finds nothing."""
        plain = text_with_codes(markup, text)
        self._losses.add("inline markup", "" if plain is None else "plain text")
        return text if plain is None else legal_text(plain, self._losses)

    def _as_omegat_seeks(self, text: str) -> str:
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        if lines != text:
            self._losses.add("carriage returns", "line feeds")
        trimmed = lines.strip(_OMEGAT_BLANKS)
        if trimmed != lines:
            self._losses.add("white space at the ends of texts")
        return trimmed

    def _tu_attributes(self, unit: Unit) -> str:
        given = f" tuid={self._tuid(unit.external_id)}" if unit.external_id else ""
        if unit.source_language != self._source_language:
            given += f" srclang={escaped_attribute(unit.source_language)}"
        for name, moment in zip(DATE_ATTRIBUTES, _dates(unit), strict=True):
            if moment and (date := exact_to_tmx(moment) or self._rounded_date(moment)):
                given += f' {name}="{date}"'
        for name, person in zip(PERSON_ATTRIBUTES, _people(unit), strict=True):
            if person:
                given += f" {name}={self._attributes.get(person) or self._attribute(person)}"
        return f'{given} usagecount="{unit.usage_count}"' if unit.usage_count > 0 else given

    def _rounded_date(self, moment: str) -> str:
        """A time that is not written as exactly as TMX has it; "" if it is none."""
        date = to_tmx(moment)
        if date is None:
            self._losses.add("times that are none")
            return ""
        self._losses.add("time zones and fractions of a second", "seconds in UTC")
        return date

    def _tuid(self, wanted: str) -> str:
        """The id in quotation marks, without white space, which a tuid may not have, and with a number if it has been
        given before."""
        if _PLAIN_ID.fullmatch(wanted):
            return f'"{self._ids.given(wanted)}"'
        tuid = _SPACE.sub("_", legal_text(wanted, self._losses))
        if tuid != wanted:
            self._losses.add("white space and illegal characters in ids", "underscores")
        return escaped_attribute(self._ids.given(tuid))

    def _unit_metadata(self, unit: Unit) -> str:
        said = f"      <note>{written_text(unit.note, self._losses)}</note>\n" if unit.note else ""
        said += self._status_props[unit.status]
        if unit.alignment is not None:
            said += self._prop(ALIGNMENT_PROP, alignment_json(unit.alignment))
        for name, value in zip(WRITTEN_PROPS, _fields(unit), strict=True):
            if value:
                said += self._prop(name, value)
        return said

    def _metadata(self, properties: Sequence[Property]) -> dict[str, str]:
        """The notes and props of the tu and of its two tuv, by their level."""
        found: dict[str, str] = {}
        for one in properties:
            name = one.name
            level = one.level if one.level in {SOURCE, TARGET} else UNIT
            if name == NOTE_PROPERTY and level != UNIT:
                said = f"        <note>{written_text(one.value, self._losses)}</note>\n"
            elif name != INLINE_PROPERTY or level == UNIT:
                said = self._prop(name, one.value)
            else:
                continue
            found[level] = found[level] + said if level in found else said
        return found

    def _prop(self, name: str, value: str) -> str:
        kind = self._attributes.get(name) or self._attribute(name)
        return f"      <prop type={kind}>{written_text(value, self._losses)}</prop>\n"

    def _attribute(self, text: str) -> str:
        """The text in quotation marks, kept if it lost nothing: languages, people and types of props are few, and each
        stands there very many times."""
        written = written_attribute(text, self._losses)
        if written == f'"{text}"' and len(self._attributes) < _KEPT:
            self._attributes[text] = written
        return written


def _markup(properties: Sequence[Property]) -> dict[str, str]:
    """The inline markup of the two segments, by their level."""
    found: dict[str, str] = {}
    for one in properties:
        if one.name == INLINE_PROPERTY:
            found.setdefault(one.level, one.value)
    return found
