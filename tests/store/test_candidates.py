"""Merging candidates into the glossary: machines add, people decide."""

from __future__ import annotations

import sqlite3

import pytest

from rnk_gloss.model.document import Document, Paragraph, Sentence
from rnk_gloss.model.entry import Candidate, Entry, Evidence, Occurrence, Origin, Status, Target, Usage, Variant
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.store.candidates import (
    ExtractedDocument,
    MergeContext,
    MergeReport,
    entries_of_documents,
    merge_candidates,
)
from rnk_gloss.store.contexts import contexts
from rnk_gloss.store.documents import document_record, put_document
from rnk_gloss.store.door import write
from rnk_gloss.store.entries import entries, entry, entry_ids
from rnk_gloss.store.entry_changes import edit_fields, put_target, set_status

CONTEXT = MergeContext("ja", "en", "外交", fold=lambda text: text.replace("ー", ""), romaji=lambda kana: f"<{kana}>")


def document(text: str, path: str = "記事.txt") -> Document:
    paragraphs = tuple(Paragraph(TracedText.verbatim(line, text.index(line))) for line in text.split("\n") if line)
    return Document(path, "ja", "text", "UTF-8", f"digest of {text}", text, paragraphs)


def candidate(source: str, text: str, *targets: str, score: float = 60.0, forms: tuple[str, ...] = ()) -> Candidate:
    """A candidate that stands wherever it, or one of its other forms, stands in the lines of the text."""
    lines = [line for line in text.split("\n") if line]
    occurrences = tuple(
        Occurrence(0, number, Span(line.index(form), line.index(form) + len(form)), form)
        for number, line in enumerate(lines)
        for form in (source, *forms)
        if form in line
    )
    return Candidate(
        source=source,
        reading="よみ",
        reading_origin=Origin.ANALYSER,
        category="term",
        score=score,
        evidence=(Evidence("FLR", "stands alone", score),),
        occurrences=occurrences,
        variants=tuple(Variant(form, "spelling") for form in forms),
        targets=tuple(Target(target, score=50, origin=Origin.DICTIONARY) for target in targets),
    )


def merge(connection: sqlite3.Connection, text: str, *candidates: Candidate, path: str = "記事.txt") -> MergeReport:
    read = document(text, path)
    sentences = [
        Sentence(one.text, number, Span(0, len(one.text)), one.content.original_span(0, len(one.text)))
        for number, one in enumerate(read.paragraphs)
    ]
    with write(connection, f"extract {path}", at="2026-01-01T00:00:00Z", author="機械") as writer:
        record = document_record(connection, path, "ja")
        formerly = entries_of_documents(writer, [record.id] if record else [])
        key, ids = put_document(writer, read, sentences, subject="外交", extractor="test")
        extracted = ExtractedDocument(
            key, path, sentences, ids, lambda paragraph, a, b: read.paragraphs[paragraph].content.original_span(a, b)
        )
        return merge_candidates(writer, candidates, [extracted], CONTEXT, formerly=formerly)


def only(connection: sqlite3.Connection) -> Entry:
    found = entries(connection, entry_ids(connection, EntrySelection()), evidence=True)
    assert len(found) == 1
    return found[0]


TEXT = "両国は条約に署名した。\n条約は批准を要する。"


def test_a_candidate_becomes_an_entry_with_reasons_and_places(connection: sqlite3.Connection) -> None:
    assert merge(connection, TEXT, candidate("条約", TEXT, "treaty", "pact")) == MergeReport(1, 0, 0, entries=(1,))
    found = only(connection)
    assert (found.source, found.reading, found.subject, found.status) == ("条約", "よみ", "外交", Status.CANDIDATE)
    assert (found.count, found.documents) == (2, 1)
    assert [(target.text, target.origin) for target in found.targets] == [
        ("treaty", Origin.DICTIONARY),
        ("pact", Origin.DICTIONARY),
    ]
    assert [item.kind for item in found.evidence] == ["FLR"]
    places = contexts(connection, found.id)
    assert [(place.sentence, tuple(place.within), tuple(place.original)) for place in places] == [
        ("両国は条約に署名した。", (3, 5), (3, 5)),
        ("条約は批准を要する。", (0, 2), (12, 14)),
    ]


def test_spellings_with_the_same_fold_are_one_entry(connection: sqlite3.Connection) -> None:
    first = "サーバーを止める。"
    second = "サーバを止める。"
    merge(connection, first, candidate("サーバー", first), path="一.txt")
    merge(connection, second, candidate("サーバ", second), path="二.txt")
    found = only(connection)
    assert found.source == "サーバー"
    assert [(variant.text, variant.count) for variant in found.variants] == [("サーバ", 1)]
    assert (found.count, found.documents) == (2, 2)


def test_extracting_the_same_again_adds_nothing(connection: sqlite3.Connection) -> None:
    merge(connection, TEXT, candidate("条約", TEXT, "treaty"))
    before = only(connection)
    assert merge(connection, TEXT, candidate("条約", TEXT, "treaty")) == MergeReport(0, 1, 0, entries=(1,))
    assert only(connection) == before


def test_a_term_that_is_gone_from_the_text_goes(connection: sqlite3.Connection) -> None:
    merge(connection, TEXT, candidate("条約", TEXT), candidate("批准", TEXT))
    changed = "両国は条約に署名した。"
    assert merge(connection, changed, candidate("条約", changed)).removed == 1
    assert (only(connection).source, only(connection).count) == ("条約", 1)


@pytest.mark.parametrize("status", [Status.APPROVED, Status.REJECTED])
def test_a_decision_survives_a_new_extraction(connection: sqlite3.Connection, status: Status) -> None:
    merge(connection, TEXT, candidate("条約", TEXT, "treaty", score=60))
    key = only(connection).id
    with write(connection, "decide", at="", author="人") as writer:
        set_status(writer, [key], status)
    merge(connection, TEXT + "\n条約。", candidate("条約", TEXT + "\n条約。", "convention", score=90))
    found = only(connection)
    assert (found.status, found.score, found.count) == (status, 60, 3)
    assert [target.text for target in found.targets] == ["treaty"]


def test_a_decided_entry_stays_when_its_term_is_gone(connection: sqlite3.Connection) -> None:
    merge(connection, TEXT, candidate("条約", TEXT))
    with write(connection, "approve", at="", author="人") as writer:
        set_status(writer, [only(connection).id], Status.APPROVED)
    assert merge(connection, "何もない。").removed == 0
    assert (only(connection).source, only(connection).count) == ("条約", 0)


def test_what_a_person_wrote_is_not_overwritten(connection: sqlite3.Connection) -> None:
    merge(connection, TEXT, candidate("条約", TEXT, "treaty", "pact"))
    key = only(connection).id
    with write(connection, "edit", at="", author="人") as writer:
        edit_fields(
            writer,
            key,
            {"reading": "じょうやく", "reading_origin": Origin.PERSON.value, "category": "文書", "note": "注"},
        )
        put_target(writer, key, "accord", Usage.PREFERRED)
        put_target(writer, key, "pact", Usage.FORBIDDEN)
    longer = TEXT + "\n条約。"
    merge(connection, longer, candidate("条約", longer, "convention", "pact", score=90))
    found = entry(connection, key)
    assert (found.reading, found.category, found.note, found.score) == ("じょうやく", "文書", "注", 90)
    assert found.preferred == "accord"
    usages = {target.text: target.usage for target in found.targets}
    assert usages == {"accord": Usage.PREFERRED, "pact": Usage.FORBIDDEN, "convention": Usage.ADMITTED}


def test_targets_found_in_another_document_stay(connection: sqlite3.Connection) -> None:
    other = "協定と条約。"
    merge(connection, TEXT, candidate("条約", TEXT, "treaty", score=80), path="一.txt")
    merge(connection, other, candidate("条約", other, "convention", score=40), path="二.txt")
    found = only(connection)
    assert {target.text for target in found.targets} == {"treaty", "convention"}
    assert found.score == 80
