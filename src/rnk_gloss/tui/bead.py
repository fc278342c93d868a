"""One aligned segment in a list: its status, confidence, both texts and what there is to look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rnk_gloss.model.entry import Status
from rnk_gloss.model.segment import Flag, Segment
from rnk_gloss.service.segment_shapes import SideName
from rnk_gloss.text.cells import fit, printable, wrap
from rnk_gloss.text.sentences import sentence_spans
from rnk_gloss.tui.glyphs import Glyphs, confidence_ink
from rnk_gloss.tui.painting import Fragment, Line
from rnk_gloss.tui.wording import noted, say

STATUS_INKS = {Status.APPROVED: "approved", Status.REJECTED: "rejected", Status.CANDIDATE: "dim"}
STATUS_WORDS = {
    Status.APPROVED: noted("approved"),
    Status.REJECTED: noted("rejected"),
    Status.CANDIDATE: noted("candidate"),
}
LANGUAGES: dict[SideName, str] = {"source": "ja", "target": "en"}

_FLAG_WORDS = {
    Flag.BESIDE_OMISSION: noted("beside a gap"),
    Flag.NUMBER: noted("number differs"),
    Flag.LENGTH: noted("length"),
    Flag.SAME_TEXT: noted("same text"),
    Flag.TERM: noted("term missing"),
}
_FLAGS_WIDTH = 14
_HEAD_WIDTH = 14
# A line holds at most this many characters for each of its cells: combining marks add to the text, not to its width.
_CHARACTERS_FOR_CELL = 4
_SEARCHED_FOR_SENTENCES = 600


def flag_words(segment: Segment) -> list[str]:
    """What there is to look at, in words that need no explanation."""
    return [_flag_word(segment, flag) for flag in segment.flags]


def _flag_word(segment: Segment, flag: Flag) -> str:
    if flag is Flag.N_M:
        return segment.shape.replace("-", ":")
    if flag is Flag.OMISSION:
        return say("no English") if segment.source else say("no Japanese")
    return say(_FLAG_WORDS[flag])


def side_text(segment: Segment, side: SideName) -> str:
    """The text of one side."""
    return segment.source if side == "source" else segment.target


# A row is painted line by line, and again whenever the cursor moves: only the first time it is laid out.
@lru_cache(maxsize=512)
def segment_rows(
    segment: Segment, glyphs: Glyphs, width: int, height: int, *, side: SideName | None = None
) -> Sequence[Line]:
    """A segment in a list: status, number, confidence, the beginning of both texts in `height` lines, and flags.

    Sentences have their numbers where there are several. A `side` is pointed at.
    """
    flags_width = _FLAGS_WIDTH if width >= 90 else 0
    room = max(width - _HEAD_WIDTH - flags_width - 3, 4)
    left, right = room // 2, room - room // 2
    ink = "rejected" if segment.status is Status.REJECTED else ""
    words = flag_words(segment)
    pointers = {name: glyphs.preferred if side == name else " " for name in LANGUAGES}
    head: list[Fragment] = [
        (glyphs.of_status(segment.status), STATUS_INKS[segment.status]),
        (f"{segment.number + 1:>5} ", "dim"),
        (f"{glyphs.of_confidence(segment.score)}{segment.score:3.0f} ", confidence_ink(segment.score)),
        ("!" if words else " ", "warning"),
        (pointers["source"], "tab"),
    ]
    source = _side(segment, "source", glyphs, left, height)
    target = _side(segment, "target", glyphs, right, height)
    flags = _beginning(", ".join(words), flags_width, height) if flags_width else [""] * height
    lines: list[Line] = []
    for number in range(height):
        line = [*head] if number == 0 else [(" " * _HEAD_WIDTH, "")]
        pointer: Fragment = (f" {pointers['target']}" if number == 0 else "  ", "tab")
        lines.append([*line, (source[number], ink), pointer, (target[number], ink), (" " + flags[number], "warning")])
    return lines


def _side(segment: Segment, side: SideName, glyphs: Glyphs, width: int, height: int) -> list[str]:
    # A segment may be a whole document: not all of it is cut into sentences.
    text = side_text(segment, side)[: max((width * height + 1) * _CHARACTERS_FOR_CELL, _SEARCHED_FOR_SENTENCES)]
    return _beginning(_numbered(text, LANGUAGES[side], glyphs) or glyphs.nothing, width, height)


def _numbered(text: str, language: str, glyphs: Glyphs) -> str:
    spans = sentence_spans(text, language)
    if len(spans) < 2:
        return text
    return " ".join(f"{glyphs.numbered(number)} {text[start:end]}" for number, (start, end) in enumerate(spans, 1))


def _beginning(text: str, width: int, height: int) -> list[str]:
    text = printable(text[: (width * height + 1) * _CHARACTERS_FOR_CELL])
    lines = wrap(text, width)
    if len(lines) > height:
        start = text.find(lines[height - 1])
        lines = [*lines[: height - 1], text[max(start, 0) :]]
    return [fit(line, width) for line in lines] + [" " * width] * (height - len(lines))
