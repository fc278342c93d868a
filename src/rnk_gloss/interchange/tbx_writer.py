"""Writing TBX-Basic: version 2 for tools, version 3 in either style for whoever asks for the standard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from rnk_gloss.errors import UsageError
from rnk_gloss.interchange.entry_losses import count_fields, count_inner_fields
from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.replacement import replacing
from rnk_gloss.interchange.report import LossReport, LossTally
from rnk_gloss.interchange.tbx_categories import (
    ADMINISTRATIVE_STATUSES,
    PARTS_OF_SPEECH,
    PROPER_NOUN,
    VARIANT,
    term_type,
)
from rnk_gloss.interchange.tbx_notes import CATEGORY, READING, STATUS, Description, labelled, split_note
from rnk_gloss.interchange.timestamps import written_time
from rnk_gloss.interchange.xml_text import (
    as_one_line,
    escaped_attribute,
    escaped_text,
    legal_text,
    without_indentation,
)
from rnk_gloss.model.entry import Entry, Status, Target, Usage
from rnk_gloss.model.segment import Unit
from rnk_gloss.text.languages import closeness

_MINIMAL_MODULE = frozenset({"subjectField", "administrativeStatus", "partOfSpeech"})
_FORBIDDEN_VARIANT = "forbidden"
# Most tools show a translator the first term of a language.
_USAGE_ORDER = (Usage.PREFERRED, Usage.ADMITTED, Usage.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class Style:
    """How a version names its elements; `direct` writes each data category as an element of its own (DCT)."""

    concept: str
    language: str
    term: str
    head: str
    end: str
    parts_of_speech: frozenset[str] = PARTS_OF_SPEECH
    direct: bool = False

    def category(self, meta: str, name: str, content: str) -> str:
        """The element for a data category, with content that is XML already."""
        if not self.direct:
            return f'<{meta} type="{name}">{content}</{meta}>'
        element = f"{'min' if name in _MINIMAL_MODULE else 'basic'}:{name}"
        return f"<{element}>{content}</{element}>"


_HEAD_3 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx type="TBX-Basic" style="{style}" xml:lang={language} xmlns="urn:iso:std:iso:30042:ed-2"{modules}>\n'
    "  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>{origin}</p>\n      </sourceDesc>\n    </fileDesc>\n"
    "  </tbxHeader>\n  <text>\n    <body>\n"
)
_MODULES = ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
_VERSION_3 = ("conceptEntry", "langSec", "termSec")
_END_3 = "    </body>\n  </text>\n</tbx>\n"
STYLES = {
    "basic2": Style(
        "termEntry",
        "langSet",
        "tig",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
        '<martif type="TBX-Basic" xml:lang={language}>\n  <martifHeader>\n    <fileDesc>\n      <titleStmt>\n'
        "        <title>rnk-gloss</title>\n      </titleStmt>\n      <sourceDesc>\n        <p>{origin}</p>\n"
        '      </sourceDesc>\n    </fileDesc>\n    <encodingDesc>\n      <p type="XCSURI">TBXBasicXCSV02.xcs</p>\n'
        "    </encodingDesc>\n  </martifHeader>\n  <text>\n    <body>\n",
        "    </body>\n  </text>\n</martif>\n",
        PARTS_OF_SPEECH | {PROPER_NOUN},
    ),
    "basic3": Style(*_VERSION_3, _HEAD_3.replace("{style}", "dca").replace("{modules}", ""), _END_3),
    "basic3-dct": Style(
        *_VERSION_3, _HEAD_3.replace("{style}", "dct").replace("{modules}", _MODULES), _END_3, direct=True
    ),
}


def write_concepts(path: Path, items: Iterable[Unit] | Iterable[Entry], options: WriteOptions) -> LossReport:
    """What could not be carried, with counts.

    Definitions and contexts that stand in labelled lines of the note go to their own places. TBX-Basic has no place
    for a reading, a review status, or a category that is no part of speech: they are written as notes, and read again.
    """
    losses = LossTally()
    style = STYLES[options.profile or "basic2"]
    writer = _ConceptWriter(style, losses, options.source_language)
    origin = f"rnk-gloss{f', {options.created}' if options.created else ''}"
    head = style.head.format(language=escaped_attribute(options.source_language), origin=escaped_text(origin))
    with replacing(path) as stream:
        stream.write(head.encode())
        for item in items:
            if not isinstance(item, Entry):
                raise UsageError("TBX carries glossary entries, not units", hint="Export units as TMX.")
            concept = writer.concept(item)
            losses.written += bool(concept)
            stream.write(concept.encode())
        stream.write(style.end.encode())
    return losses.report()


@dataclass(slots=True)
class _ConceptWriter:
    style: Style
    losses: LossTally
    source_language: str
    _given: set[str] = field(default_factory=set)

    def concept(self, entry: Entry) -> str:
        """The concept with its line end; "" for an entry that cannot be written."""
        term = self._line(entry.source, "terms")
        if not term:
            self.losses.add("entries without a term")
            return ""
        if entry.source_language == entry.target_language:
            self.losses.add("entries with both sides in one language")
            return ""
        if closeness(entry.target_language, self.source_language) is not None:
            self.losses.add("direction", f"terms in {entry.source_language} and {entry.target_language}")
        count_inner_fields(entry, self.losses)
        count_fields(entry, ("score", "count"), self.losses)
        ordered = sorted(entry.targets, key=lambda target: _USAGE_ORDER.index(target.usage))
        targets = [(target, text) for target in ordered if (text := self._line(target.text, "terms"))]
        languages = (entry.source_language, entry.target_language) if targets else (entry.source_language,)
        descriptions, note = split_note(legal_text(entry.note, self.losses), languages)
        lines = [f'      <{self.style.concept} id="{self._id(entry)}">']
        lines += [f"        {one}" for one in self._about_concept(entry, descriptions, note, translated=bool(targets))]
        lines += self._source_language(entry, term, descriptions)
        if targets:
            lines += self._target_language(entry, targets, descriptions)
        return "\n".join([*lines, f"      </{self.style.concept}>", ""])

    def _id(self, entry: Entry) -> str:
        wanted = unique = f"c{entry.id}"
        number = 1
        while unique in self._given:
            number += 1
            unique = f"{wanted}-{number}"
        self._given.add(unique)
        return unique

    def _about_concept(
        self, entry: Entry, descriptions: list[Description], note: str, *, translated: bool
    ) -> list[str]:
        said = []
        if subject := self._line(entry.subject, "subjects"):
            said.append(self.style.category("descrip", "subjectField", escaped_text(subject)))
        said += self._described(descriptions, "definition", "")
        said += self._transaction("origination", entry.created_at, entry.created_by)
        said += self._transaction("modification", entry.changed_at, entry.changed_by)
        kept = without_indentation(note)
        self.losses.add("white space in notes", "single spaces", count=kept != note)
        if kept:
            said.append(self._note(kept))
        # What a termbase holds is taken as approved, but for terms without a translation.
        if entry.status is not Status.APPROVED or not translated:
            self.losses.add("status", "a note")
            said.append(self._note(labelled(STATUS, entry.status)))
        category = self._line(entry.category, "categories")
        if category and category not in self.style.parts_of_speech:
            self.losses.add("category", "a note")
            said.append(self._note(labelled(CATEGORY, category)))
        return said

    def _source_language(self, entry: Entry, term: str, descriptions: list[Description]) -> list[str]:
        notes = []
        if entry.category in self.style.parts_of_speech:
            notes.append(self.style.category("termNote", "partOfSpeech", entry.category))
        variants = [(variant, text) for variant in entry.variants if (text := self._line(variant.text, "terms"))]
        if variants:
            notes.append(self._usage(Usage.PREFERRED))
        notes += self._described(descriptions, "context", entry.source_language)
        notes += [self._context(one.sentence, one.document) for one in entry.contexts]
        self.losses.add("first of the places", "a context of the term", count=bool(entry.contexts))
        if reading := self._line(entry.reading, "readings"):
            self.losses.add("reading", "a note of the term")
            notes.append(self._note(labelled(READING, reading)))
        terms = [self._term(term, notes)]
        for variant, text in variants:
            self.losses.add("count of a variant", count=bool(variant.count))
            terms.append(self._term(text, self._about_variant(variant.kind)))
        return self._section(entry.source_language, descriptions, terms)

    def _about_variant(self, kind: str) -> list[str]:
        name = term_type(kind)
        if name is None and kind != _FORBIDDEN_VARIANT:
            self.losses.add("kind of a variant", "a variant")
        notes = [self.style.category("termNote", "termType", name or VARIANT)]
        if kind == _FORBIDDEN_VARIANT:
            notes.append(self._usage(Usage.FORBIDDEN))
        return notes

    def _target_language(
        self, entry: Entry, targets: list[tuple[Target, str]], descriptions: list[Description]
    ) -> list[str]:
        contexts = self._described(descriptions, "context", entry.target_language)
        if targets[0][0].usage is not Usage.FORBIDDEN:
            translated = [one.translation for one in entry.contexts]
            contexts += [self._context(text) for text in translated if targets[0][1].casefold() in text.casefold()]
        terms = []
        for number, (target, text) in enumerate(targets):
            terms.append(self._term(text, [self._usage(target.usage), *(contexts if number == 0 else [])]))
        return self._section(entry.target_language, descriptions, terms)

    def _section(self, language: str, descriptions: list[Description], terms: list[str]) -> list[str]:
        opening = f"        <{self.style.language} xml:lang={escaped_attribute(language)}>"
        definitions = [f"          {one}" for one in self._described(descriptions, "definition", language)]
        return [opening, *definitions, *terms, f"        </{self.style.language}>"]

    def _term(self, text: str, said: list[str]) -> str:
        inner = "".join(f"            {one}\n" for one in [f"<term>{escaped_text(text)}</term>", *said])
        return f"          <{self.style.term}>\n{inner}          </{self.style.term}>"

    def _usage(self, usage: Usage) -> str:
        return self.style.category("termNote", "administrativeStatus", ADMINISTRATIVE_STATUSES[usage])

    def _described(self, descriptions: list[Description], category: str, language: str) -> list[str]:
        return [
            self.style.category("descrip", category, escaped_text(one.text))
            for one in descriptions
            if (one.category, one.language) == (category, language)
        ]

    def _context(self, sentence: str, document: str = "") -> str:
        """A sentence in which the term stands, with the name of its file as the source."""
        text, source = self._line(sentence, "contexts"), self._line(PurePath(document).name, "names")
        said = self.style.category("descrip", "context", escaped_text(text))
        named = self.style.category("admin", "source", escaped_text(source)) if source else ""
        return f"<descripGrp>{said}{named}</descripGrp>"

    def _transaction(self, kind: str, moment: str, person: str) -> list[str]:
        date = written_time(moment, self.losses) if moment else ""
        name = self._line(person, "names")
        if not date and not name:
            return []
        parts = [self.style.category("transac", "transactionType", kind)]
        if name:
            parts.append(self.style.category("transacNote", "responsibility", escaped_text(name)))
        if date:
            parts.append(f"<date>{date}</date>")
        return [f"<transacGrp>{''.join(parts)}</transacGrp>"]

    def _note(self, text: str) -> str:
        return f"<note>{escaped_text(text)}</note>"

    def _line(self, text: str, what: str) -> str:
        """The text in one line, with what XML allows."""
        legal = legal_text(text, self.losses)
        line = as_one_line(legal)
        self.losses.add(f"white space in {what}", "single spaces", count=line != legal)
        return line
