"""Writing units as a catalogue that msgfmt, Translate Toolkit, Babel and polib take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.po_fields import (
    CONTEXT,
    EXTRACTED,
    FLAG,
    FORM,
    FUZZY,
    OBSOLETE,
    PLURAL,
    PLURAL_RULES,
    PREVIOUS,
    REFERENCE,
    SINGULAR,
    plural_forms,
)
from rnk_gloss.interchange.po_text import (
    comment,
    document_reference,
    header,
    is_plain_comment,
    reference,
    string,
    writable,
)
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.unit_fields import fields_beside
from rnk_gloss.model.entry import Entry, Status
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.languages import closeness, primary_language

_PLURAL_KEYS = (CONTEXT, SINGULAR, PLURAL)
_WRITTEN = frozenset({CONTEXT, EXTRACTED, FLAG, FORM, PLURAL, PREVIOUS, REFERENCE, SINGULAR})
_FLAG_WORD = re.compile(r"[\w:.-]+")
_BLANKS_IN_NAME = re.compile(r"[^\S ]|\s\s|^\s|\s$")
_CARRIED = frozenset(
    {"source", "target", "source_language", "target_language", "status", "document", "note", "properties"}
)
_NAMES_OF_LOSSES = {
    "origin": "origins", "previous": "texts before", "following": "texts after", "created_at": "dates",
    "changed_at": "dates", "used_at": "dates", "created_by": "authors", "changed_by": "authors",
    "usage_count": "counts of use", "external_id": "ids",
}  # fmt: skip


@dataclass(slots=True)
class Message:
    """A message as it is to be written: `targets` has one text for each plural form, one in all without `plural`."""

    source: str
    targets: list[str]
    plural: str = ""
    context: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    flags: list[str] = field(default_factory=list)
    note: str = ""
    extracted: str = ""
    references: list[str] = field(default_factory=list)
    previous: str = ""


def write_units(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What could not be carried, with counts.

    An approved unit is a message, a candidate a fuzzy one. A source that has been written before gets a msgctxt with
    a number, since a catalogue has one translation for each text. Rejected units and those between other languages
    are left out and counted.
    """
    losses = LossTally()
    written = WrittenMessages(losses)
    with replacing(path) as stream:
        stream.write(header(options).encode())
        for group, forms in _groups(_writable_units(items, options, losses), options):
            losses.written += len(group)
            for unit in group:
                _count_losses(unit, losses)
            stream.write(written.text(_message(group, forms)).encode())
    return losses.report()


def _writable_units(
    items: Iterable[Unit] | Iterable[Entry], options: WriteOptions, losses: LossTally
) -> Iterator[Unit]:
    for item in items:
        if not isinstance(item, Unit):
            raise UsageError("PO carries units, not glossary entries", hint="Export entries as CSV or TBX.")
        if not item.source.strip() or not item.target.strip():
            losses.add("units with an empty side")
        elif item.status is Status.REJECTED:
            losses.add("rejected units")
        elif (
            closeness(item.source_language, options.source_language) is None
            or closeness(item.target_language, options.target_language) is None
        ):
            losses.add("units between other languages")
        else:
            yield item


def _groups(units: Iterable[Unit], options: WriteOptions) -> Iterator[tuple[list[Unit], int]]:
    """Units that are the plural forms of one message together with the number of forms, every other alone with 0."""
    forms = plural_forms(PLURAL_RULES.get(primary_language(options.target_language), ""))
    for key, found in groupby(units, _plural_key):
        group = list(found) if key else []
        if group and _is_whole(group, forms):
            yield group, forms
        else:
            yield from (([unit], 0) for unit in (group or found))


def _plural_key(unit: Unit) -> tuple[str, ...] | None:
    values = {one.name: one.value for one in unit.properties}
    fits = unit.source in (values.get(SINGULAR), values.get(PLURAL)) and values.get(PLURAL) and values.get(SINGULAR)
    return tuple(values.get(name, "") for name in _PLURAL_KEYS) if fits else None


def _is_whole(group: list[Unit], forms: int) -> bool:
    """Whether the units are all forms of the message, and no form has two texts."""
    targets = {(_value(unit, FORM), unit.target) for unit in group}
    return len(targets) == forms and {form for form, _ in targets} == {str(form) for form in range(forms)}


def _value(unit: Unit, name: str) -> str:
    return next((one.value for one in unit.properties if one.name == name), "")


def _message(group: list[Unit], forms: int) -> Message:
    unit = group[0]
    by_form = {_value(one, FORM): one.target for one in group}
    places = [place for place in _value(unit, REFERENCE).split("\n") if place.strip()]
    named_by_document = [document_reference(unit.document)] if unit.document.strip() else []
    return Message(
        source=_value(unit, SINGULAR) if forms else unit.source,
        targets=[by_form[str(form)] for form in range(forms)] if forms else [unit.target],
        plural=_value(unit, PLURAL) if forms else "",
        context=_value(unit, CONTEXT),
        fuzzy=any(one.status is Status.CANDIDATE for one in group) and not _is_obsolete(unit),
        obsolete=_is_obsolete(unit),
        flags=[flag for flag in _flags(unit) if flag != OBSOLETE],
        note=unit.note,
        extracted=_value(unit, EXTRACTED),
        references=[reference(place) for place in places] or named_by_document,
        previous=_value(unit, PREVIOUS),
    )


def _flags(unit: Unit) -> list[str]:
    return [one.value for one in unit.properties if one.name == FLAG and _FLAG_WORD.fullmatch(one.value)]


def _is_obsolete(unit: Unit) -> bool:
    return OBSOLETE in _flags(unit)


def _count_losses(unit: Unit, losses: LossTally) -> None:
    for name in fields_beside(unit, _CARRIED):
        losses.add(_NAMES_OF_LOSSES.get(name, name))
    losses.add("status of obsolete messages", count=_is_obsolete(unit) and unit.status is Status.APPROVED)
    places = _value(unit, REFERENCE)
    if unit.document.strip() and places.strip() and not places.startswith(unit.document):
        losses.add("documents", "the places in the source code")
    elif _BLANKS_IN_NAME.search(unit.document):
        losses.add("white space in names of documents", "one blank")
    for one in unit.properties:
        if one.name not in _WRITTEN or one.level != "unit" or (one.name == FLAG and one.value not in _flags(unit)):
            losses.add("properties")


class WrittenMessages:
    """Makes messages of a catalogue, and remembers which it has made: msgid and msgctxt must not come twice."""

    def __init__(self, losses: LossTally) -> None:
        self._losses = losses
        self._keys: set[bytes] = set()

    def text(self, message: Message) -> str:
        """The message as it stands in the file, with the blank line before it."""
        source = self._writable(message.source)
        plural = self._writable(message.plural)
        targets = [self._fitted(self._writable(target), source, message) for target in message.targets]
        context = self._unique(self._writable(message.context), source)
        marker = "#~ " if message.obsolete else ""
        parts = ["\n"]
        if message.note:
            parts.append(self._comment("#", message.note))
        if message.extracted:
            parts.append(self._comment("#.", message.extracted))
        parts += [self._writable(place) for place in message.references]
        flags = [*([FUZZY] if message.fuzzy else []), *message.flags]
        if flags:
            parts.append(f"#, {', '.join(flags)}\n")
        if message.previous and message.fuzzy:
            parts.append(string("msgid", self._writable(message.previous), "#| "))
        if context:
            parts.append(string("msgctxt", context, marker))
        parts.append(string("msgid", source, marker))
        if plural:
            parts.append(string("msgid_plural", plural, marker))
            parts += [string(f"msgstr[{number}]", target, marker) for number, target in enumerate(targets)]
        else:
            parts.append(string("msgstr", targets[0], marker))
        return "".join(parts)

    def _fitted(self, target: str, source: str, message: Message) -> str:
        """The target with a line break at its ends where the source has one: else msgfmt refuses the file."""
        if message.fuzzy or message.obsolete or not target:
            return target
        start, end = ("\n" if source.startswith("\n") else ""), ("\n" if source.endswith("\n") else "")
        bare = target
        if not start:
            bare = bare.lstrip("\n")
        if not end:
            bare = bare.rstrip("\n")
        fitted = ("" if bare.startswith("\n") else start) + bare + ("" if bare.endswith("\n") else end)
        if fitted != target:
            self._losses.add("line breaks at the ends of targets", "as in the source")
        return fitted

    def _unique(self, context: str, source: str) -> str:
        unique, number = context, 1
        while (key := _digest(unique, source)) in self._keys:
            number += 1
            unique = f"{context} {number}".strip()
        self._keys.add(key)
        if unique != context:
            self._losses.add("sources with a further translation", "a msgctxt with a number")
        return unique

    def _comment(self, sign: str, text: str) -> str:
        if not is_plain_comment(text):
            self._losses.add("blanks and breaks at the ends of lines of comments", "line breaks")
        return comment(sign, self._writable(text))

    def _writable(self, text: str) -> str:
        written = writable(text)
        if written != text:
            self._losses.add("characters that no catalogue can hold", count=len(text) - len(written))
        return written


def _digest(context: str, source: str) -> bytes:
    return blake2b(f"{context}\4{source}".encode(), digest_size=16).digest()
