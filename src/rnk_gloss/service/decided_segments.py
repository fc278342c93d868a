"""What people decided about the segments of a document, as beads that a new alignment must have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rnk_gloss.model.document import ProseSentence
from rnk_gloss.model.segment import KeptSegment, Segment
from rnk_gloss.model.span import Span


@dataclass(frozen=True, slots=True)
class DecidedBead:
    """Segments that stay as they are: together they cover whole sentences, by number, on both sides."""

    rows: range
    columns: range
    segments: tuple[KeptSegment, ...]


@dataclass(frozen=True, slots=True)
class TextVersions:
    """The sentences of one text as it was when its segments were made, and as it is now."""

    before: Sequence[ProseSentence]
    now: Sequence[ProseSentence]


@dataclass(frozen=True, slots=True)
class _Group:
    segments: list[Segment]
    rows: range
    columns: range


def decided_beads(segments: Sequence[Segment], source: TextVersions, target: TextVersions) -> list[DecidedBead]:
    """The decided ones of a document's segments, in their order, of which all sentences still stand in both texts.

    A segment that covers a part of a sentence, as it does after a split inside it, goes with those that cover the rest.
    """
    source_places, target_places = _places_now(source), _places_now(target)
    found: list[DecidedBead] = []
    row = column = 0
    for group in _groups(segments, source.before, target.before):
        rows, columns = _moved(group.rows, source_places), _moved(group.columns, target_places)
        if rows is None or columns is None or rows.start < row or columns.start < column:
            continue
        kept = tuple(
            KeptSegment(
                one.id,
                one.source,
                one.target,
                _moved_span(one.source_span, group.rows, rows, source),
                _moved_span(one.target_span, group.columns, columns, target),
            )
            for one in group.segments
        )
        found.append(DecidedBead(rows, columns, kept))
        row, column = rows.stop, columns.stop
    return found


def _groups(
    segments: Sequence[Segment], source: Sequence[ProseSentence], target: Sequence[ProseSentence]
) -> Iterator[_Group]:
    """Runs of decided segments that cover whole sentences."""
    rows = _sentences_of([one.source_span for one in segments], source)
    columns = _sentences_of([one.target_span for one in segments], target)
    group: _Group | None = None
    for one, own_rows, own_columns in zip(segments, rows, columns, strict=True):
        shares = group is not None and (own_rows.start < group.rows.stop or own_columns.start < group.columns.stop)
        if group is not None and not shares:
            yield from _whole(group, source, target)
            group = None
        if not one.decided:
            # It shares a sentence with decided ones: nothing here covers whole sentences.
            group = None
        elif group is None:
            group = _Group([one], own_rows, own_columns)
        else:
            group = _Group(
                [*group.segments, one],
                range(group.rows.start, max(group.rows.stop, own_rows.stop)),
                range(group.columns.start, max(group.columns.stop, own_columns.stop)),
            )
    if group is not None:
        yield from _whole(group, source, target)


def _sentences_of(spans: Sequence[Span | None], sentences: Sequence[ProseSentence]) -> list[range]:
    """The sentences of each span, by number; an empty range, behind those of the span before, where there is none."""
    starts = [sentence.original.start for sentence in sentences]
    found, at = [], 0
    for span in spans:
        if span is None:
            found.append(range(at, at))
        else:
            first = max(0, bisect_right(starts, span.start) - 1)
            at = bisect_left(starts, span.end)
            found.append(range(first, max(first, at)))
    return found


def _whole(group: _Group, source: Sequence[ProseSentence], target: Sequence[ProseSentence]) -> Iterator[_Group]:
    """The group, if it covers all of its sentences."""
    sides = (
        (group.rows, source, [one.source_span for one in group.segments]),
        (group.columns, target, [one.target_span for one in group.segments]),
    )
    for numbers, sentences, all_spans in sides:
        spans = [span for span in all_spans if span is not None]
        if numbers and (
            sentences[numbers[0]].original.start != spans[0].start
            or sentences[numbers[-1]].original.end != spans[-1].end
        ):
            return
    yield group


def _places_now(text: TextVersions) -> Mapping[int, int]:
    """The number that each sentence has now, for those that still stand in the text."""
    before, now = ([sentence.text for sentence in version] for version in (text.before, text.now))
    if before == now:
        return {number: number for number in range(len(now))}
    blocks = SequenceMatcher(None, before, now).get_matching_blocks()
    return {first + step: second + step for first, second, size in blocks for step in range(size)}


def _moved(numbers: range, places: Mapping[int, int]) -> range | None:
    """Where a run of sentences stands now; None when it is no longer there as one run."""
    if not numbers:
        before = places.get(numbers.start - 1) if numbers.start else -1
        return None if before is None else range(before + 1, before + 1)
    now = [places.get(number) for number in numbers]
    first = now[0]
    return range(first, first + len(now)) if first is not None and now == list(range(first, first + len(now))) else None


def _moved_span(span: Span | None, before: range, now: range, text: TextVersions) -> Span | None:
    if span is None:
        return None

    def moved(place: int, sentences: range, *, end: bool) -> int:
        for old, new in zip(sentences, now, strict=True):
            was, is_now = text.before[old].original, text.now[new].original
            if place < was.end or (end and place == was.end):
                return is_now.end - (was.end - place) if end else is_now.start + (place - was.start)
        return text.now[now[-1]].original.end

    return Span(moved(span.start, before, end=False), moved(span.end, before, end=True))
