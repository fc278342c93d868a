"""What stands in one concept of a TBX file: its terms by language, and what is said of it and of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.tbx_categories import (
    NOTE_LABELS,
    READING_CATEGORIES,
    SILENT_CATEGORIES,
    USAGE_CATEGORIES,
    data_category,
)
from rnk_gloss.interchange.tbx_notes import READING, unlabelled
from rnk_gloss.interchange.timestamps import from_tmx
from rnk_gloss.interchange.tmx_inline import segment_content
from rnk_gloss.interchange.usage_words import usage_of
from rnk_gloss.interchange.xml_stream import line_of, local_name
from rnk_gloss.interchange.xml_text import as_one_line, without_indentation
from rnk_gloss.model.entry import Usage
from rnk_gloss.text.languages import LONGEST_CODE

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE_SECTIONS = frozenset({"langSet", "langSec", "langGroup"})
_TERM_SECTIONS = frozenset({"tig", "ntig", "termSec", "termGroup"})
# Groups hold something together with notes on it; their members are read as if they stood alone.
_GROUPS = frozenset({"descripGrp", "termNoteGrp", "adminGrp", "termGrp", "noteGrp"})


@dataclass(slots=True)
class Statements:
    """What is said of a concept, of a language in it, or of a term: definitions and contexts by category, notes, and
    transactions as fields of an entry."""

    described: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    transactions: dict[str, str] = field(default_factory=dict)
    subject: str = ""


@dataclass(slots=True)
class Term(Statements):
    """One designation; `usage` is None where the file says nothing of it. The texts are in one line."""

    text: str = ""
    usage: Usage | None = None
    term_type: str = ""
    part_of_speech: str = ""
    reading: str = ""


@dataclass(slots=True)
class LanguageSection(Statements):
    """The terms of a concept in one language, under the code that the file gives it."""

    code: str = ""
    element: _Element | None = None
    terms: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class Concept(Statements):
    """A concept with its languages in the order of the file; a language that comes twice stands there once."""

    languages: list[LanguageSection] = field(default_factory=list)


def concept_of(element: _Element, report: ReadReport) -> Concept:
    """The concept that the element holds; what an entry has no place for is reported."""
    concept = Concept()
    by_code: dict[str, LanguageSection] = {}
    for child in _members(element):
        if local_name(child) in _LANGUAGE_SECTIONS:
            section = _language_section(child, report)
            if section is None:
                continue
            known = by_code.setdefault(section.code.lower(), section)
            if known is section:
                concept.languages.append(section)
            else:
                known.terms += section.terms
                known.described += section.described
                known.notes += section.notes
        else:
            _take(child, concept, report)
    return concept


def _language_section(element: _Element, report: ReadReport) -> LanguageSection | None:
    code = (element.get(_XML_LANG) or element.get("lang") or "").strip()
    if not code or len(code) > LONGEST_CODE:
        report.remark("terms without a language are not read", line_of(element))
        return None
    section = LanguageSection(code=code, element=element)
    for child in _members(element):
        if local_name(child) in _TERM_SECTIONS:
            term = _term(child, report)
            if term.text:
                section.terms.append(term)
            else:
                report.remark("empty terms are not read", line_of(child))
        else:
            _take(child, section, report)
    return section


def _term(element: _Element, report: ReadReport) -> Term:
    term = Term()
    for child in _members(element):
        category = data_category(child)
        if category == "term":
            term.text = one_line(child)
        elif category in USAGE_CATEGORIES:
            term.usage = usage_of(one_line(child))
            if term.usage is None:
                report.remark(f"{category} {one_line(child)[:40]} is not known", line_of(child))
        elif category == "termType":
            term.term_type = one_line(child)
        elif category == "partOfSpeech":
            term.part_of_speech = one_line(child)
        elif category in READING_CATEGORIES:
            term.reading = one_line(child)
        elif category == "note" and unlabelled(one_line(child))[0] == READING:
            term.reading = unlabelled(one_line(child))[1]
        else:
            _take(child, term, report)
    return term


def _take(element: _Element, into: Statements, report: ReadReport) -> None:
    category = data_category(element)
    if category in NOTE_LABELS:
        into.described.append((category, one_line(element)))
    elif category == "subjectField":
        into.subject = into.subject or one_line(element)
    elif category == "note":
        into.notes.append(without_indentation(segment_content(element)[0]))
    elif category == "transacGrp":
        _take_transaction(element, into, report)
    elif category and category not in SILENT_CATEGORIES:
        report.remark(f"{category} is not read")


def _take_transaction(group: _Element, into: Statements, report: ReadReport) -> None:
    said = {data_category(child): one_line(child) for child in group if local_name(child)}
    # Version 1 and some tools name the kind of transaction in the type itself.
    kind = said.get("transactionType") or next((one for one in ("origination", "modification") if one in said), "")
    prefix = {"origination": "created", "input": "created", "modification": "changed"}.get(kind, "")
    if not prefix:
        report.remark(f"transaction {kind[:40]} is not read")
        return
    moment = from_tmx(said.get("date", "")) if said.get("date") else ""
    if moment is None:
        report.remark("date is not a date", line_of(group))
    person = said.get("responsibility") or said.get(kind, "")
    for name, value in ((f"{prefix}_at", moment), (f"{prefix}_by", person)):
        if value:
            into.transactions.setdefault(name, value)


def one_line(element: _Element) -> str:
    """The text of the element without its markup, in one line."""
    return as_one_line(segment_content(element)[0])


def _members(element: _Element) -> Iterator[_Element]:
    for child in element:
        if local_name(child) in _GROUPS:
            yield from _members(child)
        elif local_name(child):
            yield child
