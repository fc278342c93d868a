"""The JSON shapes that other programs rely on: keys may be added, never renamed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from rnk_gloss.model.entry import Context, Entry, Evidence, Recognised
    from rnk_gloss.model.finding import Finding
    from rnk_gloss.model.match import Match
    from rnk_gloss.model.operation import Operation
    from rnk_gloss.model.pretranslation import Pretranslation
    from rnk_gloss.model.segment import Bead, Segment
    from rnk_gloss.model.span import Span
    from rnk_gloss.model.unit import Unit
    from rnk_gloss.service.annotation import AnnotatedParagraph, AnnotatedTerm


Shape = dict[str, Any]


def entry_shape(entry: Entry) -> Shape:
    """An entry of the glossary."""
    return {
        "id": entry.id,
        "source": entry.source,
        "reading": entry.reading,
        "reading_origin": entry.reading_origin.value,
        "category": entry.category,
        "subject": entry.subject,
        "status": entry.status.value,
        "score": round(entry.score, 2),
        "count": entry.count,
        "documents": entry.documents,
        "variants": [{"text": one.text, "kind": one.kind, "count": one.count} for one in entry.variants],
        "targets": [
            {
                "text": target.text,
                "usage": target.usage.value,
                "score": round(target.score, 2),
                "origin": target.origin.value,
                "evidence": [evidence_shape(item) for item in target.evidence],
            }
            for target in entry.targets
        ],
        "note": entry.note,
        "reason": entry.reason,
        "changed_at": entry.changed_at,
        "changed_by": entry.changed_by,
    }


def full_entry_shape(entry: Entry, contexts: list[Context]) -> Shape:
    """An entry with the parts of its score and the places where its term stands."""
    return {
        **entry_shape(entry),
        "evidence": [evidence_shape(item) for item in entry.evidence],
        "contexts": [
            {
                "document": context.document,
                "sentence": context.sentence,
                "within": list(context.within),
                "original": list(context.original),
                "translation": context.translation,
            }
            for context in contexts
        ],
    }


def evidence_shape(item: Evidence) -> Shape:
    """One reason for a term or a target."""
    return {
        "kind": item.kind,
        "detail": item.detail,
        "weight": round(item.weight, 3),
        "document": item.document,
        "span": _span(item.span),
    }


def match_shape(match: Match) -> Shape:
    """A fuzzy match."""
    return {
        "score": round(match.score, 2),
        "kind": match.kind.value,
        "side": match.side,
        "source": match.source,
        "target": match.target,
        "languages": [match.unit.source_language, match.unit.target_language],
        "explanation": match.explanation,
        "differences": [
            {"kind": one.kind, "query": one.query, "stored": one.stored, "cost": one.cost} for one in match.differences
        ],
        "unit": match.unit.id,
        "status": match.unit.status.value,
        "origin": match.unit.origin,
        "document": match.unit.document,
        "changed_at": match.unit.changed_at,
        "changed_by": match.unit.changed_by,
        "forbidden": [{"term": one.term, "target": one.target, "preferred": one.preferred} for one in match.forbidden],
    }


def pretranslation_shape(one: Pretranslation, number: int, span: Span) -> Shape:
    """A segment of a file, the best match for it and its terms. Segments count from 1; spans are in characters of the
    file, those of terms in characters of the segment."""
    match = one.match
    return {
        "segment": number,
        "span": _span(span),
        "source": one.text,
        "target": match and match.target,
        "score": match and round(match.score, 2),
        "kind": match and match.kind.value,
        "explanation": match and match.explanation,
        "match": match and match_shape(match),
        "repeats": None if one.repeats is None else one.repeats + 1,
        "terms": [recognised_shape(hit) for hit in one.terms],
        "forbidden": match_shape(match)["forbidden"] if match else [],
    }


def recognised_shape(hit: Recognised) -> Shape:
    """A term of the glossary in a text. `usage` is that of the target which stands in a text of the target language."""
    return {
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "kind": hit.kind,
        "entry": hit.entry.id,
        "source": hit.entry.source,
        "target": hit.entry.preferred,
        "status": hit.entry.status.value,
        "form": hit.form,
        "forbidden": list(hit.entry.forbidden),
        "usage": hit.target.usage.value if hit.target else None,
        "refusal": hit.refusal,
    }


def annotated_shape(paragraph: AnnotatedParagraph, found: AnnotatedTerm) -> Shape:
    """A term in a paragraph of a document: `start` and `end` count the characters of the file, `within` those of the
    paragraph."""
    return {
        "paragraph": paragraph.number,
        **recognised_shape(found.term),
        "start": found.original.start,
        "end": found.original.end,
        "within": [found.term.start, found.term.end],
    }


def bead_shape(bead: Bead) -> Shape:
    """A bead of an alignment; a span is null on the empty side of an omission. Evidence weighs in nats."""
    return {
        "source": bead.source,
        "target": bead.target,
        "score": round(bead.score, 2),
        "shape": f"{len(bead.source_indices)}-{len(bead.target_indices)}",
        "source_span": _span(bead.source_span),
        "target_span": _span(bead.target_span),
        "flags": [flag.value for flag in bead.flags],
        "evidence": [{"kind": one.kind, "detail": one.detail, "weight": round(one.weight, 2)} for one in bead.evidence],
    }


def segment_shape(segment: Segment) -> Shape:
    """A segment of a document in the store."""
    return {
        "id": segment.id,
        "document": segment.document,
        "number": segment.number,
        "source": segment.source,
        "target": segment.target,
        "score": round(segment.score, 2),
        "status": segment.status.value,
        "shape": segment.shape,
        "source_span": _span(segment.source_span),
        "target_span": _span(segment.target_span),
        "flags": [flag.value for flag in segment.flags],
    }


def finding_shape(finding: Finding, unit: Unit, *, number: int, path: Path | None) -> Shape:
    """What a check noticed in a unit: that of this number in a file, or of this id in the memory, where `path` is null.
    Spans count the characters of `source` and `target`."""
    return {
        "path": None if path is None else str(path),
        "unit": number,
        "document": unit.document,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": unit.source,
        "target": unit.target,
        "source_span": _span(finding.source_span),
        "target_span": _span(finding.target_span),
        "term": finding.term,
        "wanted": list(finding.wanted),
        "found": list(finding.found),
    }


def operation_shape(operation: Operation) -> Shape:
    """A step of the history."""
    return {
        "id": operation.id,
        "name": operation.name,
        "at": operation.at,
        "author": operation.author,
        "changes": operation.changes,
        "undone": operation.undone,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
