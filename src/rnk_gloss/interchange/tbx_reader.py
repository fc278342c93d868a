"""Reading TBX: from concepts to glossary entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.imported import ImportedEntry
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import Reading, ReadReport
from rnk_gloss.interchange.tbx_categories import part_of_speech, variant_kind
from rnk_gloss.interchange.tbx_concept import Concept, LanguageSection, Statements, Term, concept_of
from rnk_gloss.interchange.tbx_notes import CATEGORY, STATUS, Description, joined_note, unlabelled
from rnk_gloss.interchange.tmx_inline import UnknownEntityError
from rnk_gloss.interchange.tmx_languages import LanguageChoice, Version
from rnk_gloss.interchange.xml_stream import elements, line_of, local_name
from rnk_gloss.model.entry import Origin, Status, Target, Usage, Variant
from rnk_gloss.text.languages import ENGLISH, JAPANESE, closeness, primary_language
from rnk_gloss.text.script import is_japanese

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("tbx", "martif", "TBX")
_CONCEPTS = ("termEntry", "conceptEntry", "entry")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = {status.value: status for status in Status}


def read_concepts(path: Path, options: ReadOptions) -> Reading:
    """The concepts of a TBX file as entries, one at a time, with a report.

    The preferred term of the source language is the entry's term, its others are variants; every term of the target
    language is a target with its usage. Definitions and contexts go into the note, see `tbx_notes`. A concept that
    lacks a source term is left out and reported. `InputError` names the line where the file is damaged.
    """
    report = ReadReport(str(path), "tbx")
    return Reading(_entries(path, options, report), report)


def _entries(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[ImportedEntry]:
    languages = _Languages(options, report)
    for element in elements(path, _ROOTS, (*_CONCEPTS, "languages"), report, options):
        if local_name(element) == "languages":
            languages.choice.header_language = element.get("source", "")
            continue
        languages.choice.header_language = languages.choice.header_language or _language_of_file(element)
        report.seen += 1
        try:
            concept = concept_of(element, report)
        except UnknownEntityError as error:
            place = f"{path}:{line_of(element)}"
            raise InputError(f"{place}: the concept uses the entity {error}, which is unknown") from error
        chosen = languages.choose(element, concept)
        if chosen is not None:
            yield _entry(concept, *chosen, languages.codes(*chosen), line_of(element))


class _Languages:
    """Chooses the source and the target among the languages of a concept."""

    def __init__(self, options: ReadOptions, report: ReadReport) -> None:
        self._options = options
        self._report = report
        self.choice = LanguageChoice(options, report)

    def choose(self, element: _Element, concept: Concept) -> tuple[LanguageSection, LanguageSection | None] | None:
        """Source and target; no target for a term that waits for its translation; None if the concept is left out."""
        sections = [section for section in concept.languages if section.terms]
        if len(sections) == 1 and closeness(sections[0].code, self._options.source_language or JAPANESE) is not None:
            return sections[0], None
        relabelled = self._by_script(sections)
        if relabelled is not None:
            return relabelled
        versions = [Version(section.code, element) for section in sections]
        chosen = self.choice.choose(element, versions)
        if chosen is None:
            return None
        source, target = (sections[versions.index(version)] for version in chosen)
        if primary_language(source.code) != JAPANESE and _is_written_in_japanese(source) and not self._named:
            self._report.remark_once(
                f"the terms in language {source.code} are written in Japanese: name the languages, such as ja=en"
            )
        return source, target

    def codes(self, source: LanguageSection, target: LanguageSection | None) -> tuple[str, str]:
        """The languages of the entry."""
        if target is None:
            return primary_language(source.code), self._options.target_language or ENGLISH
        assert source.element is not None
        return self.choice.codes(Version(source.code, source.element), Version(target.code, source.element))

    @property
    def _named(self) -> bool:
        return bool(self._options.source_language and self._options.target_language)

    def _by_script(self, sections: list[LanguageSection]) -> tuple[LanguageSection, LanguageSection] | None:
        """Source and target of a concept in two languages whose codes are wrong, where the wanted ones were named
        and one of them is Japanese: the script shows which."""
        wanted = primary_language(self._options.source_language or ""), self._options.target_language or ""
        if not self._named or JAPANESE not in wanted or len(sections) != 2:
            return None
        if any(closeness(section.code, JAPANESE) is not None for section in sections):
            return None
        japanese = [section for section in sections if _is_written_in_japanese(section)]
        if len(japanese) != 1:
            return None
        other = next(section for section in sections if section is not japanese[0])
        return (japanese[0], other) if wanted[0] == JAPANESE else (other, japanese[0])


def _entry(
    concept: Concept,
    source: LanguageSection,
    target: LanguageSection | None,
    languages: tuple[str, str],
    line: int,
) -> ImportedEntry:
    term = _main_term(source.terms)
    sections = (source, target) if target else (source,)
    spoken = tuple(zip(languages, sections, strict=False))
    labels: dict[str, str] = {}
    notes = [note for note in concept.notes if not _takes_label(note, labels)]
    for section in sections:
        notes += section.notes
        notes += [note for one in section.terms for note in one.notes]
    parts = [one.part_of_speech for section in sections for one in section.terms if one.part_of_speech]
    transactions = _transactions(concept, *sections, *(one for section in sections for one in section.terms))
    return ImportedEntry(
        source=term.text,
        targets=_targets(target.terms if target else []),
        reading=term.reading or next((one.reading for one in source.terms if one.reading), ""),
        note=joined_note(_descriptions(concept, spoken), notes),
        subject=concept.subject or next((section.subject for section in sections if section.subject), ""),
        category=labels.get(CATEGORY) or (part_of_speech(parts[0]) if parts else ""),
        status=_STATUSES.get(labels.get(STATUS, "")),
        variants=_variants(term, source.terms),
        source_language=languages[0],
        target_language=languages[1],
        line=line,
        created_at=transactions.get("created_at", ""),
        created_by=transactions.get("created_by", ""),
        changed_at=transactions.get("changed_at", ""),
        changed_by=transactions.get("changed_by", ""),
    )


def _main_term(terms: list[Term]) -> Term:
    allowed = [term for term in terms if term.usage is not Usage.FORBIDDEN] or terms
    return next((term for term in allowed if term.usage is Usage.PREFERRED), allowed[0])


def _variants(main: Term, terms: list[Term]) -> tuple[Variant, ...]:
    found = {
        term.text: Variant(term.text, variant_kind(term.term_type) or ("forbidden" if _is_forbidden(term) else ""))
        for term in reversed(terms)
        if term.text != main.text
    }
    return tuple(reversed(found.values()))


def _is_forbidden(term: Term) -> bool:
    return term.usage is Usage.FORBIDDEN


def _targets(terms: list[Term]) -> tuple[Target, ...]:
    """A file that says nothing of usage has its first term as the one to use."""
    first = terms[0] if terms and all(term.usage is None for term in terms) else None
    return tuple(
        Target(term.text, Usage.PREFERRED if term is first else term.usage or Usage.ADMITTED, origin=Origin.IMPORT)
        for term in terms
    )


def _descriptions(concept: Concept, spoken: tuple[tuple[str, LanguageSection], ...]) -> list[Description]:
    """Definitions of the concept, then by language, then everything that is said of the terms."""
    found = [Description(category, "", text) for category, text in concept.described]
    found += [Description(category, code, text) for code, section in spoken for category, text in section.described]
    found += [
        Description(category, code, text)
        for code, section in spoken
        for term in section.terms
        for category, text in term.described
    ]
    return [one for one in found if one.text]


def _takes_label(note: str, labels: dict[str, str]) -> bool:
    label, text = unlabelled(note)
    if label == CATEGORY or (label == STATUS and text in _STATUSES):
        return labels.setdefault(label, text) == text
    return False


def _transactions(*said: Statements) -> dict[str, str]:
    """Who made the entry and when: the concept's own transactions before those of its terms."""
    found: dict[str, str] = {}
    for statements in reversed(said):
        found |= statements.transactions
    return found


def _is_written_in_japanese(section: LanguageSection) -> bool:
    return any(is_japanese(character) for term in section.terms for character in term.text)


def _language_of_file(element: _Element) -> str:
    return element.getroottree().getroot().get(_XML_LANG, "")
