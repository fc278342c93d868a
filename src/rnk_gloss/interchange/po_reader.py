"""Reading catalogues: from messages to units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from rnk_gloss.interchange.direction import UNKNOWN, Direction, chosen_direction
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
from rnk_gloss.interchange.po_messages import ParsedMessage, messages
from rnk_gloss.interchange.report import Reading, ReadReport
from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Property, Unit
from rnk_gloss.text.languages import ENGLISH, JAPANESE, LONGEST_CODE, primary_language
from rnk_gloss.text.script import guess_language

_SAMPLE = 400
_PLACE = re.compile(f"{NAME_OPENS}(?P<isolated>[^{NAME_CLOSES}]+){NAME_CLOSES}(?::(?P<line>[0-9]+))?|(?P<name>\\S+)")
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
    found = messages(path, options, report)
    sample = list(islice(found, _SAMPLE))
    header = _header(sample[0]) if sample else {}
    direction = chosen_direction(*_languages(header, sample, report), options, report)
    marked: Counter[str] = Counter()
    for number, message in enumerate(chain(sample, found)):
        if number == 0 and _is_header(message):
            continue
        if message.line == 0:
            # Comments behind the last message.
            continue
        report.seen += 1
        forms = list(_forms(message))
        pairs = [form for form in forms if form[0].strip() and form[1].strip()]
        if not pairs:
            translated = any(target.strip() for _, target, _ in forms)
            report.skip("messages with an empty msgid" if translated else "untranslated messages", message.line)
            continue
        if direction.refusal:
            report.skip(direction.refusal, message.line)
            continue
        if len(pairs) < len(forms):
            report.remark("plural forms that are empty", message.line)
        fuzzy, previous = FUZZY in message.flags, message.text("previous msgid")
        marked[FUZZY] += fuzzy
        marked[OBSOLETE] += message.obsolete
        marked["plural"] += "msgid_plural" in message.texts
        for source, target, properties in pairs:
            yield _unit(message, source, target, properties, direction)
        if fuzzy and previous.strip() and previous != pairs[0][0]:
            marked["previous"] += 1
            yield _unit(message, previous, pairs[0][1], [], direction)
    _say_what_was_marked(marked, report)


def _is_header(message: ParsedMessage) -> bool:
    return not message.text("msgid") and "msgctxt" not in message.texts


def _header(message: ParsedMessage) -> dict[str, str]:
    if not _is_header(message):
        return {}
    fields = (line.partition(":") for line in message.text("msgstr").split("\n"))
    return {name.strip(): value.strip() for name, _, value in fields}


def _say_what_was_marked(marked: Counter[str], report: ReadReport) -> None:
    for mark, text in (
        (FUZZY, "fuzzy messages read as candidates"),
        ("previous", "candidates with the msgid that a fuzzy message had before"),
        (OBSOLETE, "obsolete messages read as candidates"),
        ("plural", "messages with plural forms read as one unit for each form"),
    ):
        if marked[mark]:
            report.remark_once(f"{text}: {marked[mark]}")


def _languages(header: dict[str, str], sample: list[ParsedMessage], report: ReadReport) -> tuple[str, str]:
    """The languages of msgid and msgstr. Only the latter has a field in the header; the script tells what is left."""
    pairs = [
        (source, target)
        for message in sample
        if not _is_header(message)
        for source, target, _ in _forms(message)
        if target
    ]
    source = _named(header, _SOURCE_HEADERS)
    target = _named(header, _TARGET_HEADERS)
    if not source:
        source = guess_language("\n".join(source for source, _ in pairs)) or UNKNOWN
    if not target:
        guess = guess_language("\n".join(target for _, target in pairs))
        told_by_script = guess == JAPANESE or primary_language(source) == JAPANESE
        target = (guess or ENGLISH) if told_by_script else UNKNOWN
        report.remark_once(f"the header names no language: the translations are read as {target}")
    return source, target


def _named(header: dict[str, str], fields: Sequence[str]) -> str:
    for field in fields:
        # ja@hiragana, ja_JP.UTF-8: a locale's script and charset are no part of the language.
        code = header.get(field, "").partition("@")[0].partition(".")[0].strip()
        if code and len(code) <= LONGEST_CODE:
            return code
    return ""


def _forms(message: ParsedMessage) -> Iterator[tuple[str, str, list[Property]]]:
    """Source, target and marks of each unit that the message makes."""
    singular, plural = message.text("msgid"), message.text("msgid_plural")
    forms = message.forms()
    if "msgstr" in message.texts or not forms:
        yield singular, message.text("msgstr"), []
    for form, target in forms.items():
        marks = [Property("unit", SINGULAR, singular), Property("unit", PLURAL, plural)]
        marks.append(Property("unit", FORM, str(form)))
        if form == 0:
            yield singular, target, marks
        if form > 0 or (len(forms) == 1 and plural != singular):
            yield plural, target, marks


def _unit(message: ParsedMessage, source: str, target: str, marks: list[Property], direction: Direction) -> Unit:
    references = list(_references(message))
    document = references[0][0] if references else ""
    kept = [*_properties(message), *marks]
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
        status=Status.CANDIDATE if FUZZY in message.flags or message.obsolete else Status.APPROVED,
        document=document,
        note="\n".join(message.note),
        properties=tuple(kept),
    )


def _properties(message: ParsedMessage) -> list[Property]:
    fuzzy = FUZZY in message.flags
    named = [
        (CONTEXT, message.text("msgctxt")),
        *((FLAG, flag) for flag in message.flags if flag != FUZZY),
        (FLAG, OBSOLETE if message.obsolete else ""),
        (EXTRACTED, "\n".join(message.extracted)),
        (PREVIOUS, message.text("previous msgid") if fuzzy else ""),
    ]
    return [Property("unit", name, value) for name, value in named if value]


def _references(message: ParsedMessage) -> Iterator[tuple[str, str]]:
    """The places of the message as (file, line)."""
    for place in _PLACE.finditer(" ".join(message.references)):
        name, line = (place["isolated"], place["line"]) if place["isolated"] else (place["name"], "")
        if not line and not place["isolated"]:
            before, _, number = name.rpartition(":")
            name, line = (before, number) if before and number.isdecimal() else (name, "")
        yield name, line or ""
