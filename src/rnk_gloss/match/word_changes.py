"""Where two match keys differ, counted in words: for languages that are written with spaces."""

from __future__ import annotations

from rnk_gloss.match.changes import Change, Kept
from rnk_gloss.model.span import Span
from rnk_gloss.text.match_words import word_spans


def word_changes_between(query: str, stored: str) -> tuple[list[Change], list[Kept], int]:
    """The changes from one key to another, the stretches kept, and the number of words in the longer key.

    Spans are in characters of the keys, as everywhere. The edits sum to the distance (Levenshtein) of the words.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = word_spans(query), word_spans(stored)
    operations = Levenshtein.opcodes(_cut(query, ours), _cut(stored, theirs))
    changes: list[Change] = []
    kept: list[Kept] = []
    follows = False
    for operation in operations:
        mine, other = ours[operation.src_start : operation.src_end], theirs[operation.dest_start : operation.dest_end]
        if operation.tag == "equal":
            kept += _alike(query, stored, mine, other)
            follows = False
            continue
        change = Change(
            _stretch(mine, ours, operation.src_start), _stretch(other, theirs, operation.dest_start),
            max(len(mine), len(other)),
        )  # fmt: skip
        if follows:
            last = changes.pop()
            change = Change(
                _joined(last.query, change.query), _joined(last.stored, change.stored), last.edits + change.edits
            )
        changes.append(change)
        follows = True
    return changes, kept, max(len(ours), len(theirs))


def _cut(key: str, spans: list[tuple[int, int]]) -> list[str]:
    return [key[start:end] for start, end in spans]


def _stretch(changed: list[tuple[int, int]], spans: list[tuple[int, int]], place: int) -> Span:
    """From the first to the last of these words; the end of the word before `place` where there are none."""
    if changed:
        return Span(changed[0][0], changed[-1][1])
    end = spans[place - 1][1] if place else 0
    return Span(end, end)


def _joined(first: Span, second: Span) -> Span:
    if first.start == first.end:
        return second
    return first if second.start == second.end else Span(first.start, second.end)


def _alike(query: str, stored: str, ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> list[Kept]:
    """The stretches that are the same words with the same spaces between them: 5kg and 5 kg are two stretches."""
    found: list[Kept] = []
    for (start, end), (stored_start, stored_end) in zip(ours, theirs, strict=True):
        if found:
            last = found[-1]
            between = query[last.query.end : start], stored[last.stored.end : stored_start]
            if between[0] == between[1]:
                found[-1] = Kept(Span(last.query.start, end), Span(last.stored.start, stored_end))
                continue
        found.append(Kept(Span(start, end), Span(stored_start, stored_end)))
    return found
