"""Reading XLIFF of every version: from units of a file to units of the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.direction import UNKNOWN, Direction, chosen_direction
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import Item, Reading, ReadReport
from rnk_gloss.interchange.tmx_fields import SOURCE, TARGET, UNIT
from rnk_gloss.interchange.tmx_inline import INLINE_PROPERTY, UnknownEntityError
from rnk_gloss.interchange.xliff_fields import NO_DOCUMENT
from rnk_gloss.interchange.xliff_pairs import GlossaryTerm, TextPair
from rnk_gloss.interchange.xml_stream import elements, line_of, local_name
from rnk_gloss.model.entry import Origin, Target, Usage
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.text.languages import ENGLISH, JAPANESE, LONGEST_CODE, primary_language
from rnk_gloss.text.script import guess_language

if TYPE_CHECKING:
    from lxml.etree import _Element

# The others are named so that what has been read of them can be forgotten.
_UNITS = ("trans-unit", "unit")
_PARENTS = frozenset({"body", "group", "file", "bin-unit"})
_CONTAINERS = ("group", "header", "skeleton", "file")
# A hostile file could name other languages in every unit.
_MOST_DIRECTIONS = 1000


def read_units(path: Path, options: ReadOptions) -> Reading:
    """The translated segments of a file as units, one at a time, with a report; every trans-unit or unit counts as
    seen.

    What is reviewed, final, signed off or confirmed is approved, what was rejected is rejected, the rest a candidate.
    Units without a target, or not to be translated, are left out and reported. Skeletons and the history of a unit
    are not read; its proposals (alt-trans, matches) are if `options.proposals` says so, as candidates. Terms of the
    glossary module of 2.x come as entries. `InputError` names the line where the file is damaged.
    """
    report = ReadReport(str(path), "xliff")
    return Reading(_items(path, options, report), report)


def _items(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Item]:
    from rnk_gloss.interchange.xliff_version_1 import pairs_of_trans_unit
    from rnk_gloss.interchange.xliff_version_2 import pairs_of_unit

    reader = _UnitReader(options, report)
    for element in elements(path, "xliff", (*_UNITS, *_CONTAINERS), report, options):
        name = local_name(element)
        place = _place(element)
        _say_what_is_passed_over(element, name, report)
        if name not in _UNITS or place is None:
            continue
        report.seen += 1
        try:
            pairs = pairs_of_trans_unit(element, report) if name == "trans-unit" else pairs_of_unit(element, report)
            yield from reader.items(pairs, place, line_of(element))
        except UnknownEntityError as error:
            raise InputError(
                f"{path}:{line_of(element)}: the unit uses the entity {error}, which is unknown"
            ) from error


def _say_what_is_passed_over(element: _Element, name: str, report: ReadReport) -> None:
    if name in {"header", "skeleton"} and (len(element) or element.text):
        report.remark_once(f"the {name} of a file is not read")
    elif name in _UNITS and any(local_name(one) == "notes" for one in element.itersiblings(preceding=True)):
        report.remark_once("notes on files and groups are not read")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a unit stands: its file's original, and the languages that the file names."""

    document: str
    source_language: str
    target_language: str


def _place(unit: _Element) -> _Place | None:
    """None for an element that only has the name of a unit, such as one in another tool's history."""
    root = unit.getroottree().getroot()
    namespace = root.tag.rpartition("}")[0]
    parent = unit.getparent()
    if parent is None or unit.tag.rpartition("}")[0] != namespace or local_name(parent) not in _PARENTS:
        return None
    file: _Element | None = parent
    while file is not None and local_name(file) != "file":
        file = file.getparent()
    if file is None:
        return None
    original = file.get("original", "")
    return _Place(
        document="" if original == NO_DOCUMENT else original,
        source_language=file.get("source-language") or root.get("srcLang") or file.get("srcLang") or "",
        target_language=file.get("target-language") or root.get("trgLang") or file.get("trgLang") or "",
    )


class _UnitReader:
    """Makes units of pairs of texts, in the direction that was chosen for their languages."""

    def __init__(self, options: ReadOptions, report: ReadReport) -> None:
        self._options = options
        self._report = report
        self._directions: dict[tuple[str, str], Direction] = {}

    def items(self, pairs: list[TextPair | GlossaryTerm], place: _Place, line: int) -> Iterator[Item]:
        """What is to be taken of a unit; the report explains what is not."""
        taken = found = 0
        reason = "units without a target"
        for pair in pairs:
            if isinstance(pair, GlossaryTerm):
                if self._options.kind != "units":
                    yield from self._entries(pair, place, line)
                continue
            if pair.is_proposal and not self._options.proposals:
                self._report.remark("proposals of other translations are not read")
                continue
            found += not pair.is_proposal
            if not pair.source.strip() or not pair.target.strip():
                reason = "units with an empty source" if pair.target.strip() else "units without a target"
                continue
            if pair.is_copy:
                reason = "units with their source copied as target"
                continue
            direction = self._direction(pair, place)
            if direction.refusal:
                reason = direction.refusal
                continue
            taken += not pair.is_proposal
            yield _unit(pair, place, direction)
        if not pairs:
            reason = "units that are not to be translated"
        if not taken:
            self._report.skip(reason, line)
        elif taken < found:
            self._report.remark(f"segments {reason.removeprefix('units ')}", line)

    def _direction(self, pair: TextPair, place: _Place) -> Direction:
        source = _code(place.source_language) or _code(pair.source_language) or guess_language(pair.source) or UNKNOWN
        target = _code(place.target_language) or _code(pair.target_language)
        if not target:
            target = self._options.target_language or _guessed_target(pair.target, source)
            self._report.remark_once(f"the file names no target language: targets are read as {target}")
        return self._chosen(source, target)

    def _chosen(self, source: str, target: str) -> Direction:
        known = self._directions.get((source, target))
        if known is None:
            known = chosen_direction(source, target, self._options, self._report)
            if len(self._directions) < _MOST_DIRECTIONS:
                self._directions[source, target] = known
        return known

    def _entries(self, term: GlossaryTerm, place: _Place, line: int) -> Iterator[ImportedEntry]:
        """The term with its translations; where the sides are exchanged, each translation with the term."""
        source = _code(place.source_language) or UNKNOWN
        target = _code(place.target_language) or self._options.target_language or ENGLISH
        direction = self._chosen(source, target)
        if direction.refusal:
            self._report.remark(direction.refusal.replace("units", "terms"), line)
            return
        sides: list[tuple[str, tuple[str, ...]]] = [(term.source, term.translations)]
        if direction.exchanged:
            sides = [(translation, (term.source,)) for translation in term.translations]
        for text, others in sides:
            yield ImportedEntry(
                source=text,
                targets=tuple(
                    Target(other, Usage.ADMITTED if number else Usage.PREFERRED, origin=Origin.IMPORT)
                    for number, other in enumerate(others)
                ),
                note=term.definition,
                source_language=direction.source,
                target_language=direction.target,
                line=line,
            )


def _code(language: str) -> str:
    code = language.strip() if len(language) <= LONGEST_CODE else ""
    # Xcode's name for the language of development, whichever that is.
    return "" if code == "Base" else code


def _guessed_target(text: str, source: str) -> str:
    guess = guess_language(text)
    if guess == JAPANESE and primary_language(source) != JAPANESE:
        return JAPANESE
    return ENGLISH if primary_language(source) == JAPANESE else UNKNOWN


def _unit(pair: TextPair, place: _Place, direction: Direction) -> Unit:
    properties = list(pair.properties)
    texts, markups = (pair.source, pair.target), (pair.source_markup, pair.target_markup)
    if direction.exchanged:
        texts, markups = texts[::-1], markups[::-1]
        other = {SOURCE: TARGET, TARGET: SOURCE}
        properties = [replace(one, level=other.get(one.level, one.level)) for one in properties]
        if (alignment := pair.fields.get("alignment")) is not None:
            pair.fields["alignment"] = alignment.exchanged()
    inline = [
        Property(level, INLINE_PROPERTY, markup)
        for level, markup in zip((SOURCE, TARGET), markups, strict=True)
        if markup
    ]
    by_level = [*(one for one in properties if one.level == UNIT)]
    for level in (SOURCE, TARGET):
        by_level += [one for one in inline if one.level == level]
        by_level += [one for one in properties if one.level == level]
    return Unit(
        source=texts[0],
        target=texts[1],
        source_language=direction.source,
        target_language=direction.target,
        status=pair.status,
        document=place.document,
        note=pair.note,
        external_id=pair.id,
        properties=tuple(by_level),
        **pair.fields,
    )
