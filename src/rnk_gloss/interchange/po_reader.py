"""Reading catalogues: from messages to units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.interchange.direction import UNKNOWN, Direction, chosen_direction
from rnk_gloss.interchange.languages import ENGLISH, JAPANESE, LONGEST_CODE, primary_language
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.po_fields import (
    CONTEXT,
    EXTRACTED,
    FLAG,
    FORM,
    FUZZY,
    NAME_CLOSES,
    NAME_OPENS,
    OBSOLETE,
    PLURAL,
    PREVIOUS,
    REFERENCE,
    SINGULAR,
)
from rnk_gloss.interchange.po_file import open_catalogue
from rnk_gloss.interchange.report import Reading, ReadReport
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.text.script import guess_language

if TYPE_CHECKING:
    from polib import POEntry, POFile

_SAMPLE = 400
_TARGET_HEADERS = ("Language", "X-Language")
_SOURCE_HEADERS = ("X-Source-Language", "X-Source-Language-Code")


def read_units(path: Path, options: ReadOptions) -> Reading:
    """The translated messages of a catalogue as units, with a report; every message counts as seen.

    A message is approved; one that is fuzzy or obsolete is a candidate, and keeps that mark as a property. A fuzzy
    message gives a second candidate with the msgid that it had when it was translated. Each plural form is a unit:
    form 0 translates the msgid, the others translate the msgid_plural, and a single form both of them. Untranslated
    messages are left out and reported. `InputError` names the line where the file is damaged.
    """
    report = ReadReport(str(path), "po")
    return Reading(_units(path, options, report), report)


def _units(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[Unit]:
    catalogue = open_catalogue(path, options, report)
    direction = chosen_direction(*_languages(catalogue, report), options, report)
    marked: Counter[str] = Counter()
    for entry in catalogue:
        report.seen += 1
        forms = list(_forms(entry))
        pairs = [form for form in forms if form[0].strip() and form[1].strip()]
        if not pairs:
            translated = any(target.strip() for _, target, _ in forms)
            report.skip("messages with an empty msgid" if translated else "untranslated messages", entry.linenum)
            continue
        if len(pairs) < len(forms):
            report.remark("plural forms that are empty", entry.linenum)
        if direction.refusal:
            report.skip(direction.refusal, entry.linenum)
            continue
        marked[FUZZY] += entry.fuzzy
        marked[OBSOLETE] += bool(entry.obsolete)
        marked["plural"] += bool(entry.msgid_plural)
        for source, target, properties in pairs:
            yield _unit(entry, source, target, properties, direction)
        previous = entry.previous_msgid
        if entry.fuzzy and previous and previous != entry.msgid and entry.msgstr.strip():
            marked["previous"] += 1
            yield _unit(entry, previous, entry.msgstr, [], direction)
    _say_what_was_marked(marked, report)


def _say_what_was_marked(marked: Counter[str], report: ReadReport) -> None:
    for mark, text in (
        (FUZZY, "fuzzy messages read as candidates"),
        ("previous", "candidates with the msgid that a fuzzy message had before"),
        (OBSOLETE, "obsolete messages read as candidates"),
        ("plural", "messages with plural forms read as one unit for each form"),
    ):
        if marked[mark]:
            report.remark_once(f"{text}: {marked[mark]}")


def _languages(catalogue: POFile, report: ReadReport) -> tuple[str, str]:
    """The languages of msgid and msgstr. Only the latter has a field in the header; the script tells what is left."""
    sample = [entry for entry in islice(catalogue, _SAMPLE) if entry.msgstr or entry.msgstr_plural]
    source = _named(catalogue, _SOURCE_HEADERS)
    target = _named(catalogue, _TARGET_HEADERS)
    if not source:
        source = guess_language("\n".join(entry.msgid for entry in sample)) or UNKNOWN
    if not target:
        texts = (entry.msgstr or "\n".join(entry.msgstr_plural.values()) for entry in sample)
        guess = guess_language("\n".join(texts))
        told_by_script = guess == JAPANESE or primary_language(source) == JAPANESE
        target = (guess or ENGLISH) if told_by_script else UNKNOWN
        report.remark_once(f"the header names no language: the translations are read as {target}")
    return source, target


def _named(catalogue: POFile, fields: Sequence[str]) -> str:
    for field in fields:
        # ja@hiragana, ja_JP.UTF-8: a locale's script and charset are no part of the language.
        code: str = catalogue.metadata.get(field, "").partition("@")[0].partition(".")[0].strip()
        if code and len(code) <= LONGEST_CODE:
            return code
    return ""


def _forms(entry: POEntry) -> Iterator[tuple[str, str, list[Property]]]:
    if not entry.msgid_plural:
        yield entry.msgid, entry.msgstr, []
        return
    for form, target in sorted(entry.msgstr_plural.items()):
        properties = [
            Property("unit", SINGULAR, entry.msgid),
            Property("unit", PLURAL, entry.msgid_plural),
            Property("unit", FORM, str(form)),
        ]
        if form == 0:
            yield entry.msgid, target, properties
        if form > 0 or (len(entry.msgstr_plural) == 1 and entry.msgid_plural != entry.msgid):
            yield entry.msgid_plural, target, properties


def _unit(entry: POEntry, source: str, target: str, properties: list[Property], direction: Direction) -> Unit:
    references = _references(entry)
    kept = [*_properties(entry), *properties]
    document = references[0][0] if references else ""
    if references not in ([], [(document, "")]):
        places = (f"{name}:{line}" if line else name for name, line in references)
        kept.append(Property("unit", REFERENCE, "\n".join(places)))
    if direction.exchanged:
        source, target = target, source
    return Unit(
        source=source,
        target=target,
        source_language=direction.source,
        target_language=direction.target,
        status=Status.CANDIDATE if entry.fuzzy or entry.obsolete else Status.APPROVED,
        document=document,
        note=entry.tcomment,
        properties=tuple(kept),
    )


def _properties(entry: POEntry) -> list[Property]:
    named = [
        (CONTEXT, entry.msgctxt),
        *((FLAG, flag) for flag in entry.flags if flag and flag != FUZZY),
        (FLAG, OBSOLETE if entry.obsolete else None),
        (EXTRACTED, entry.comment),
        (PREVIOUS, entry.previous_msgid if entry.fuzzy else None),
    ]
    return [Property("unit", name, value) for name, value in named if value]


def _references(entry: POEntry) -> list[tuple[str, str]]:
    """The places of the message as (file, line), names with blanks in one piece."""
    places: list[tuple[str, str]] = []
    opened: list[str] = []
    for name, line in entry.occurrences:
        opened.append(name)
        if opened[0].startswith(NAME_OPENS) and NAME_CLOSES not in name:
            continue
        places.append((" ".join(opened).replace(NAME_OPENS, "").replace(NAME_CLOSES, ""), line))
        opened = []
    return [*places, *((name, "") for name in opened)]
