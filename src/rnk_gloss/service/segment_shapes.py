"""Beads in another shape, as a translator sees that they should be: merged, split, or a sentence moved to a neighbour.

Each is one undoable operation. What comes out is a candidate that later alignments leave as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rnk_gloss.errors import UsageError
from rnk_gloss.model.document import ProseSentence
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.segment import Segment, ShapedSegment
from rnk_gloss.model.span import Span
from rnk_gloss.service.cut_places import most_alike, sentence_ends
from rnk_gloss.service.workspace import Workspace
from rnk_gloss.store.documents import sentences_of_pair
from rnk_gloss.store.door import Writer
from rnk_gloss.store.segment_shapes import neighbour, reshape
from rnk_gloss.store.segments import segment
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.sentences import sentence_spans

SideName = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a segment: its text and its place in the original."""

    text: str
    span: Span | None
    language: str

    @property
    def sentence_count(self) -> int:
        return len(sentence_spans(self.text, self.language))

    def joined(self, other: _Side) -> _Side:
        """This side with what follows it."""
        if not self.text or not other.text:
            return self if self.text else other
        between = "" if self.language == "ja" else " "
        span = Span(self.span.start, other.span.end) if self.span and other.span else None
        return _Side(self.text + between + other.text, span, self.language)

    def cut(self, at: int, sentences: Sequence[ProseSentence]) -> tuple[_Side, _Side]:
        """The two sides before and after a place in the text; white space at the cut is dropped."""
        first, second = self.text[:at].rstrip(), self.text[at:].lstrip()
        if not first or not second:
            whole, empty = _Side(self.text.strip(), self.span, self.language), _Side("", None, self.language)
            return (whole, empty) if first else (empty, whole)
        if self.span is None:  # a person wrote the text: it stands nowhere in the original
            return _Side(first, None, self.language), _Side(second, None, self.language)
        end = _original_place(sentences, self.span, self.text, len(first))
        start = _original_place(sentences, self.span, self.text, len(self.text) - len(second), at_start=True)
        return (
            _Side(first, Span(self.span.start, end), self.language),
            _Side(second, Span(start, self.span.end), self.language),
        )


def merge_segments(workspace: Workspace, keys: Sequence[int]) -> int:
    """The id of the segment that segments which follow each other have become; its texts are theirs, joined.

    With one id, the segment is merged with the next one. Raises `NotFoundError`; `UsageError` when they do not follow
    each other in one document.
    """
    with workspace.writing(OperationName.MERGE_SEGMENTS.of()) as writer:
        wanted = list(dict.fromkeys(keys))
        if len(wanted) == 1:
            wanted.append(_neighbour(writer, wanted[0], after=True))
        found = sorted((segment(writer.connection, key) for key in wanted), key=lambda one: (one.document, one.number))
        source, target = _sides(found[0])
        for one in found[1:]:
            further_source, further_target = _sides(one)
            source, target = source.joined(further_source), target.joined(further_target)
        return reshape(writer, [one.id for one in found], [_shaped(source, target)], match_key)[0]


def neighbours(workspace: Workspace, key: int) -> list[int]:
    """The ids of the segments that stand right before and right after one in its document."""
    with workspace.reading() as connection:
        segment(connection, key)
        found = (neighbour(connection, key, after=after) for after in (False, True))
        return [other for other in found if other is not None]


def split_offers(found: Segment) -> tuple[list[int], list[int]]:
    """Where the two texts of a segment are best cut: after each sentence but the last, in characters."""
    return sentence_ends(found.source, "ja"), sentence_ends(found.target, "en")


def split_segment(
    workspace: Workspace, key: int, *, source_at: int | None = None, target_at: int | None = None
) -> list[int]:
    """The ids of the two segments that one has become, cut at a place in each text, in characters.

    Without a place, a text is cut at the sentence end that divides it most like the other one. Raises `NotFoundError`;
    `UsageError` for a place outside, or when a part would have no text.
    """
    with workspace.writing(OperationName.SPLIT_SEGMENT.of(segment=key)) as writer:
        found = segment(writer.connection, key)
        source_at, target_at = _cut_places(found, source_at, target_at)
        sentences = sentences_of_pair(writer.connection, key)
        source, target = _sides(found)
        sources, targets = source.cut(source_at, sentences[0]), target.cut(target_at, sentences[1])
        parts = [_shaped(*pair) for pair in zip(sources, targets, strict=True)]
        if not all(part.source or part.target for part in parts):
            raise UsageError(Refusal.EMPTY_PART.of(segment=key), hint=Refusal.INSIDE_A_TEXT.of())
        return reshape(writer, [key], parts, match_key)


def shift_sentence(workspace: Workspace, key: int, side: SideName, *, forward: bool) -> list[int]:
    """The ids of the segments after the last sentence of one side has moved to the next segment, or the first one to
    the one before. A segment that has no text left is gone. Raises `NotFoundError`; `UsageError` without a neighbour.
    """
    with workspace.writing(OperationName.MOVE_SENTENCE.of(segment=key)) as writer:
        other = _neighbour(writer, key, after=forward)
        sentences = sentences_of_pair(writer.connection, key)
        here, there = _sides(segment(writer.connection, key)), _sides(segment(writer.connection, other))
        moving = int(side == "target")
        if not here[moving].text:
            said = Refusal.NO_SOURCE_TO_MOVE if side == "source" else Refusal.NO_TARGET_TO_MOVE
            raise UsageError(said.of(segment=key), hint="see: rnk-gloss segments show")
        spans = sentence_spans(here[moving].text, here[moving].language)
        place = spans[-1].start if forward else (spans[1].start if len(spans) > 1 else len(here[moving].text))
        first, second = here[moving].cut(place, sentences[moving])
        stays, goes = (first, second) if forward else (second, first)
        joined = goes.joined(there[moving]) if forward else there[moving].joined(goes)
        pairs = [_with(here, moving, stays), _with(there, moving, joined)]
        shaped = [_shaped(*pair) for pair in pairs if pair[0].text or pair[1].text]
        keys = [key, other]
        return reshape(writer, keys if forward else keys[::-1], shaped if forward else shaped[::-1], match_key)


def _neighbour(writer: Writer, key: int, *, after: bool) -> int:
    found = segment(writer.connection, key)
    other = neighbour(writer.connection, key, after=after)
    if other is None:
        said = Refusal.LAST_SEGMENT if after else Refusal.FIRST_SEGMENT
        raise UsageError(said.of(segment=key, path=found.document))
    return other


def _sides(found: Segment) -> tuple[_Side, _Side]:
    return _Side(found.source, found.source_span, "ja"), _Side(found.target, found.target_span, "en")


def _with(sides: tuple[_Side, _Side], place: int, new: _Side) -> tuple[_Side, _Side]:
    return (sides[0], new) if place else (new, sides[1])


def _shaped(source: _Side, target: _Side) -> ShapedSegment:
    shape = f"{source.sentence_count}-{target.sentence_count}"
    return ShapedSegment(source.text, target.text, source.span, target.span, shape)


def _cut_places(found: Segment, source_at: int | None, target_at: int | None) -> tuple[int, int]:
    for name, text, at in (("Japanese", found.source, source_at), ("English", found.target, target_at)):
        if at is not None and not 0 <= at <= len(text):
            raise UsageError(f"segment {found.id}: its {name} text has {len(text)} characters, not {at}")
    sources, targets = split_offers(found)
    sources = sources if source_at is None else [source_at]
    targets = targets if target_at is None else [target_at]
    if not sources or not targets:
        side, option = ("Japanese", "--source-at") if not sources else ("English", "--target-at")
        raise UsageError(
            f"segment {found.id}: its {side} text is one sentence", hint=f"say where to cut it: {option} CHARACTERS"
        )
    return most_alike(sources, targets, (len(found.source), len(found.target)))


def _original_place(
    sentences: Sequence[ProseSentence], span: Span, text: str, at: int, *, at_start: bool = False
) -> int:
    """The character of the original at a place in a segment's text: found by its sentences, and within one by its
    characters, which is exact where the original has no markup. `at_start` asks for where what follows begins."""
    passed = 0
    for sentence in sentences:
        if sentence.original.end <= span.start or sentence.original.start >= span.end:
            continue
        start, end = max(sentence.original.start, span.start), min(sentence.original.end, span.end)
        clipped = end - start < sentence.original.end - sentence.original.start
        length = end - start if clipped else len(sentence.text)
        begins = text.find(sentence.text, passed) if not clipped else passed
        begins = passed if begins < 0 else begins
        if at < begins + length or (at == begins + length and not at_start):
            within = max(0, at - begins)
            return min(end, start + (within if length == end - start else round(within * (end - start) / length)))
        passed = begins + length
    return span.end
