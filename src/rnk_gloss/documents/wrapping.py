"""Lines that were broken to fit a width, as in e-mail and PDF copies, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rnk_gloss.documents.lines import LIST_MARK, Line, closes_up, columns, is_closed, is_latin_letter
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText

# Narrower text is a list or a poem; wider text was not broken by a mail program or a page.
NARROWEST = 30
WIDEST = 180

# A break with this share of the width still free was made on purpose (kinsoku and word wrap leave a few columns).
_SLACK = 0.82

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_INSIDE = re.compile(r"[。！？][^」』）)]|[a-z,;][.!?] [A-Z“\"]|[a-z,] [a-z]")

# First parts of compounds that keep their hyphen when a line ends after it; solid is the rule for all others.
_FIRST_PARTS = (
    "all anti co cross ex far first full half high ill large late left long low mid multi near new non off old one "
    "open out part post pro quasi real right second self semi short single small so state third three two ultra vice "
    "well wide"
)
_KEEPS_HYPHEN = frozenset(_FIRST_PARTS.split())


@dataclass(slots=True)
class Vocabulary:
    """The Latin words of a text, by which a hyphen at a line's end is judged; collected when first needed."""

    text: str
    _words: frozenset[str] | None = field(default=None, init=False)

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether `left-` at a line's end and `right` below it are a compound (long-term), not one word (agreement).

        The text itself decides where it has either form elsewhere; else a short list of first parts does.
        """
        if self._words is None:
            self._words = frozenset(word.lower() for word in _WORD.findall(self.text))
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in self._words:
            return True
        return left + right not in self._words and left in _KEEPS_HYPHEN


def wrap_width(blocks: Sequence[Sequence[Line]]) -> int | None:
    """The width in columns to which a text was wrapped, or None when its lines are paragraphs of their own.

    Wrapped lines are about equally long, mostly stop within a sentence, and hold sentence ends elsewhere.
    """
    # Lists, addresses and verse have lines that stop where they like; they have no sentence ends either.
    prose = [
        block for block in blocks if any(is_closed(line.text) or _SENTENCE_INSIDE.search(line.text) for line in block)
    ]
    inner = [line for block in prose for line in block[:-1]]
    broken = [line.text for line in inner if not is_closed(line.text)]
    if len(broken) < 2 or len(broken) * 2 < len(inner):
        return None
    widths = sorted(columns(text) for text in broken)
    width = widths[int(len(widths) * 0.9) if len(widths) >= 10 else -1]
    if not NARROWEST <= width <= WIDEST:
        return None
    even = sum(broken_width >= width * 0.75 for broken_width in widths)
    if even < len(widths) * 0.6:
        return None
    closed = sum(is_closed(line.text) for block in prose for line in block)
    sentences = closed + sum(bool(_SENTENCE_INSIDE.search(text)) for text in broken)
    return width if sentences * 10 >= len(broken) else None


def unwrapped(block: Sequence[Line], width: int) -> list[list[Line]]:
    """The lines of a block grouped into paragraphs, for a text that was wrapped to `width` columns."""
    groups = [[block[0]]]
    for number, line in enumerate(block[1:], start=2):
        below = block[number] if number < len(block) else None
        if _starts_paragraph(groups[-1], line, width) or _is_heading_between(groups[-1][-1], line, below, width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _starts_paragraph(group: Sequence[Line], line: Line, width: int) -> bool:
    before = group[-1]
    if LIST_MARK.match(line.text) or (line.indented and not before.indented):
        return True
    if line.indented and is_closed(before.text) and not group[0].indented:
        return True
    return has_room(before.text, line.text, width) and not (line.indented and LIST_MARK.match(group[0].text))


def _is_heading_between(before: Line, line: Line, below: Line | None, width: int) -> bool:
    """Whether a line after a sentence's end breaks off on purpose without being a sentence itself."""
    if below is None or not is_closed(before.text) or is_closed(line.text):
        return False
    return has_room(line.text, below.text, width)


def has_room(before: str, after: str, width: int) -> bool:
    """Whether the beginning of the next line would well have fitted, so that the break was made on purpose."""
    first = after[:1] if closes_up(before[-1], after[0]) else " " + after.split(" ", 1)[0]
    return columns(before) + columns(first) <= width * _SLACK


def joined(lines: Sequence[Line], vocabulary: Vocabulary) -> TracedText:
    """The lines as one text: solid between Japanese characters, with a space between words, hyphens resolved."""
    if len(lines) == 1:
        return lines[0].content
    parts = [lines[0].content]
    for line in lines[1:]:
        last, gap = across(parts[-1], line.content, vocabulary)
        parts[-1:] = [last, gap, line.content]
    return TracedText.joined(parts)


def across(left: TracedText, right: TracedText, vocabulary: Vocabulary) -> tuple[TracedText, TracedText]:
    """The left text as it stands before the right one, and what comes between them: nothing or one space."""
    nothing = TracedText.verbatim("")
    if not left.text or not right.text or closes_up(left.text[-1], right.text[0]):
        return left, nothing
    if (
        left.text[-1] in "\u00ad\u2010-"
        and len(left) > 1
        and is_latin_letter(left.text[-2])
        and right.text[0].islower()
    ):
        if left.text[-1] == "\u00ad" or not vocabulary.keeps_hyphen(
            _last_word(left.text[:-1]), _first_word(right.text)
        ):
            return left[: len(left) - 1], nothing
        return left, nothing
    return left, TracedText.standing_for(" ", Span(left.ends[-1], right.starts[0]))


def _last_word(text: str) -> str:
    words: list[str] = _WORD.findall(text[-60:])
    return words[-1].rpartition("-")[2] if words else ""


def _first_word(text: str) -> str:
    match = _WORD.match(text)
    return match.group().partition("-")[0] if match else ""
