"""Bringing extracted candidates into the glossary without touching what people decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rnk_gloss.model.document import Sentence
from rnk_gloss.model.entry import Candidate, Evidence, Occurrence, Origin, Status, Target
from rnk_gloss.store.door import Value, Writer
from rnk_gloss.store.entries import entries_with_fold


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """A document of the batch: its id and path, its sentences in order and their ids, and its paragraphs' origins."""

    id: int
    path: str
    sentences: Sequence[Sentence]
    sentence_ids: Sequence[int]
    original_span: Callable[[int, int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class MergeContext:
    """What all candidates of one extraction share. `fold` and `romaji` are text rules that the store does not know."""

    source_language: str
    target_language: str
    subject: str
    fold: Callable[[str], str]
    romaji: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many entries were new, found again, and removed because nothing speaks for them any more; `entries` are the
    ids of the candidates' entries, in the candidates' order."""

    new: int
    known: int
    removed: int
    entries: tuple[int, ...] = ()


def merge_candidates(
    writer: Writer,
    candidates: Sequence[Candidate],
    documents: Sequence[ExtractedDocument],
    context: MergeContext,
    *,
    formerly: Sequence[int] = (),
) -> MergeReport:
    """Put the candidates into the glossary; `formerly` are the entries that had occurrences in these documents.

    A rejected entry stays rejected and an approved one as it was: both only gain occurrences and variants. A
    candidate gains score, reading, category and targets, except in fields that a person set.
    """
    new = 0
    seen: dict[int, None] = {}
    ids: list[int] = []
    occurrences: list[tuple[Value, ...]] = []
    for candidate in candidates:
        known = next(iter(entries_with_fold(writer.connection, context.fold(candidate.source))), None)
        if known is None:
            known = _insert(writer, candidate, context)
            new += 1
        else:
            _update(writer, known, candidate, context)
        seen[known] = None
        ids.append(known)
        occurrences += [_occurrence_row(known, occurrence, documents) for occurrence in candidate.occurrences]
    writer.insert_many(
        "occurrence",
        ("entry", "document", "sentence", "form", "start", "end", "original_start", "original_end"),
        occurrences,
    )
    removed = sum(_remove_if_groundless(writer, key) for key in formerly if key not in seen)
    return MergeReport(new, len(seen) - new, removed, tuple(ids))


def entries_of_documents(writer: Writer, documents: Sequence[int]) -> list[int]:
    """The ids of entries that occur in these documents."""
    places = ", ".join("?" for _ in documents)
    rows = writer.connection.execute(
        f"SELECT DISTINCT entry FROM occurrence WHERE document IN ({places}) ORDER BY entry", list(documents)
    )
    return [row[0] for row in rows]


def _insert(writer: Writer, candidate: Candidate, context: MergeContext) -> int:
    key = writer.insert(
        "entry",
        {
            "source": candidate.source,
            "fold": context.fold(candidate.source),
            "reading": candidate.reading,
            "reading_origin": candidate.reading_origin.value,
            "romaji": context.romaji(candidate.reading),
            "category": candidate.category,
            "subject": context.subject,
            "score": candidate.score,
            "source_language": context.source_language,
            "target_language": context.target_language,
            "created_at": writer.at,
            "created_by": writer.author,
            "changed_at": writer.at,
            "changed_by": writer.author,
        },
    )
    _add_variants(writer, key, candidate, context)
    _put_targets(writer, key, candidate.targets)
    _put_evidence(writer, key, None, candidate.evidence)
    return key


def _update(writer: Writer, key: int, candidate: Candidate, context: MergeContext) -> None:
    row = writer.connection.execute("SELECT * FROM entry WHERE id = ?", (key,)).fetchone()
    _add_variants(writer, key, candidate, context)
    if row["status"] != Status.CANDIDATE:
        return
    elsewhere = writer.connection.execute("SELECT 1 FROM occurrence WHERE entry = ? LIMIT 1", (key,)).fetchone()
    score = max(candidate.score, row["score"]) if elsewhere else candidate.score
    values: dict[str, Value] = {"score": score, "category": candidate.category}
    if row["reading_origin"] != Origin.PERSON:
        values |= {
            "reading": candidate.reading,
            "reading_origin": candidate.reading_origin.value,
            "romaji": context.romaji(candidate.reading),
        }
    edited = set(row["edited"].split(",")) if row["edited"] else set()
    values = {name: value for name, value in values.items() if name not in edited}
    if "targets" not in edited:
        _put_targets(writer, key, candidate.targets, keep=bool(elsewhere))
    _remove_own_evidence(writer, key)
    _put_evidence(writer, key, None, candidate.evidence)
    if writer.update("entry", key, values):
        writer.update("entry", key, {"changed_at": writer.at, "changed_by": writer.author})


def _remove_own_evidence(writer: Writer, key: int) -> None:
    rows = writer.connection.execute("SELECT id FROM evidence WHERE entry = ? AND target IS NULL", (key,)).fetchall()
    for row in rows:
        writer.delete("evidence", row[0])


def _add_variants(writer: Writer, key: int, candidate: Candidate, context: MergeContext) -> None:
    source = writer.connection.execute("SELECT source FROM entry WHERE id = ?", (key,)).fetchone()[0]
    rows = writer.connection.execute("SELECT text FROM variant WHERE entry = ?", (key,))
    known = {source, *(row[0] for row in rows)}
    kinds = {variant.text: variant.kind for variant in candidate.variants}
    forms = [candidate.source, *kinds, *(occurrence.form for occurrence in candidate.occurrences)]
    for form in dict.fromkeys(forms):
        if form not in known:
            writer.insert(
                "variant", {"entry": key, "text": form, "fold": context.fold(form), "kind": kinds.get(form, "")}
            )


def _put_targets(writer: Writer, key: int, targets: Sequence[Target], *, keep: bool = False) -> None:
    """Replace the targets that no person touched; with `keep`, those found in other documents stay."""
    rows = writer.connection.execute("SELECT id, text, edited FROM target WHERE entry = ?", (key,)).fetchall()
    stays = {row["text"] for row in rows if row["edited"] or keep}
    wanted = {target.text for target in targets}
    for row in rows:
        if row["text"] not in stays and row["text"] not in wanted:
            writer.delete_where("evidence", "target", row["id"])
            writer.delete("target", row["id"])
    known = {row["text"]: row for row in rows}
    first = 1 + sum(1 for row in rows if row["edited"])
    for position, target in enumerate(targets, start=first):
        values: dict[str, Value] = {"position": position, "score": target.score, "origin": target.origin.value}
        row = known.get(target.text)
        if row is None:
            identity = writer.insert(
                "target", {"entry": key, "text": target.text, "usage": target.usage.value, **values}
            )
        elif row["edited"]:
            continue
        else:
            identity = row["id"]
            writer.update("target", identity, values)
            writer.delete_where("evidence", "target", identity)
        _put_evidence(writer, key, identity, target.evidence)


def _put_evidence(writer: Writer, key: int, target: int | None, evidence: Sequence[Evidence]) -> None:
    rows = [
        (
            key, target, position, item.kind, item.detail, item.weight, item.document,
            None if item.span is None else item.span.start, None if item.span is None else item.span.end,
        )
        for position, item in enumerate(evidence)
    ]  # fmt: skip
    if rows:
        writer.insert_many(
            "evidence", ("entry", "target", "position", "kind", "detail", "weight", "document", "start", "end"), rows
        )


def _occurrence_row(
    entry: int, occurrence: Occurrence, documents: Sequence[ExtractedDocument]
) -> tuple[int, int, int, str, int, int, int, int]:
    document = documents[occurrence.document]
    place = bisect_right(
        document.sentences,
        (occurrence.paragraph, occurrence.within.start),
        key=lambda sentence: (sentence.paragraph, sentence.within.start),
    )
    sentence = document.sentences[place - 1]
    start = occurrence.within.start - sentence.within.start
    end = min(occurrence.within.end - sentence.within.start, len(sentence.text))
    original = document.original_span(occurrence.paragraph, occurrence.within.start, occurrence.within.end)
    return entry, document.id, document.sentence_ids[place - 1], occurrence.form, start, end, *original


def _remove_if_groundless(writer: Writer, key: int) -> bool:
    row = writer.connection.execute("SELECT status, edited, note FROM entry WHERE id = ?", (key,)).fetchone()
    touched = row["status"] != Status.CANDIDATE or row["edited"] or row["note"]
    if touched or writer.connection.execute("SELECT 1 FROM occurrence WHERE entry = ? LIMIT 1", (key,)).fetchone():
        return False
    remove_entry(writer, key)
    return True


def remove_entry(writer: Writer, key: int) -> None:
    """Remove an entry with all that belongs to it."""
    for table in ("evidence", "occurrence", "variant", "target", "likeness"):
        writer.delete_where(table, "entry", key)
    writer.delete_where("likeness", "other", key)
    writer.delete("entry", key)
