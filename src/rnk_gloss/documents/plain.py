"""Plain text: paragraphs by blank lines, by line, or from wrapped lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.furniture import Furniture, holds_sentence, is_page_number
from rnk_gloss.documents.lines import LIST_MARK, Line, columns, is_closed, lines_of
from rnk_gloss.documents.roles import HEADING_WIDTH, Draft, with_roles
from rnk_gloss.documents.splits import mended
from rnk_gloss.documents.tracing import as_read
from rnk_gloss.documents.wrapping import Vocabulary, joined, unwrapped, wrap_width
from rnk_gloss.text.script import guess_language

# The beginning of a text is enough to say which language it is in.
SAMPLE = 20_000


def read_plain(source: SourceText) -> Content:
    """The paragraphs of a plain text; blank lines separate them, and every line is one unless the text was wrapped."""
    lines = list(lines_of(source.text))
    on_every_page = _page_furniture(lines)
    blocks = _blocks(lines, on_every_page)
    width = wrap_width([block for block in blocks if block[0].start not in on_every_page])
    vocabulary = Vocabulary(source.text)
    drafts = [draft for block in blocks for draft in _drafts(block, width, on_every_page, vocabulary)]
    drafts, mends = mended([draft for draft in drafts if draft.content.text], vocabulary)
    paragraphs, found = with_roles(drafts, japanese=guess_language(source.text[:SAMPLE]) == "ja")
    remarks = []
    if width is not None:
        remarks.append(
            f"lines wrapped at {width} columns were joined, a hyphen at a line's end removed where the word continues"
        )
    elif any(len(block) > 1 for block in blocks):
        remarks.append("every line was read as a paragraph of its own")
    if mends:
        remarks.append(f"{mends} paragraph{'s' * (mends > 1)} broken inside a sentence put together")
    return Content(source.text, paragraphs, [*remarks, *found])


def _blocks(lines: Sequence[Line], on_every_page: dict[int, Furniture]) -> list[list[Line]]:
    """Lines without a blank line between them; a page's number or running header is a block of its own."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.is_blank:
            blocks.append([])
        elif line.start in on_every_page:
            blocks.extend(([line], []))
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _drafts(
    block: list[Line], width: int | None, on_every_page: dict[int, Furniture], vocabulary: Vocabulary
) -> list[Draft]:
    furniture = on_every_page.get(block[0].start)
    if furniture is not None:
        return [Draft(as_read(block[0].content), furniture=furniture)]
    groups = [[line] for line in block] if width is None else unwrapped(block, width)
    drafts = []
    for index, group in enumerate(groups):
        # Within a block a heading must follow a complete sentence and stand before one.
        after_sentence = index == 0 or is_closed(groups[index - 1][-1].text)
        before_sentence = index + 1 == len(groups) or holds_sentence("".join(line.text for line in groups[index + 1]))
        drafts.append(Draft(as_read(joined(group, vocabulary)), after_sentence and before_sentence))
    return drafts


def _page_furniture(lines: Sequence[Line]) -> dict[int, Furniture]:
    """Page numbers, and the headers and footers beside form feeds or repeated above and below the text."""
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if not line.is_blank and is_page_number(line.text) and _is_apart(lines, index):
            found[line.start] = Furniture.PAGE_NUMBER
    edges = [lines[index] for index in _beside_page_breaks(lines)]
    patterns = Counter(_numberless(line.text) for line in edges)
    repeated = Counter(line.text for index, line in enumerate(lines) if not line.is_blank and _is_apart(lines, index))
    for line in edges:
        if patterns[_numberless(line.text)] >= 2 and not holds_sentence(line.text):
            found.setdefault(line.start, Furniture.REPEATED)
    for line in lines:
        if repeated[line.text] >= 3 and columns(line.text) <= HEADING_WIDTH and _is_header(line.text):
            found.setdefault(line.start, Furniture.REPEATED)
    return found


def _is_header(text: str) -> bool:
    return not holds_sentence(text) and not is_closed(text) and not LIST_MARK.match(text)


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank line or the end of a page stands above or below a line."""
    above = index == 0 or lines[index - 1].is_blank or lines[index].after_page_break
    return above or index + 1 == len(lines) or lines[index + 1].is_blank or lines[index + 1].after_page_break


def _beside_page_breaks(lines: Sequence[Line]) -> list[int]:
    """The first and the last written line of every page, in a text that has form feeds."""
    filled = [index for index, line in enumerate(lines) if not line.is_blank]
    breaks = [index for index, line in enumerate(lines) if line.after_page_break]
    if not breaks or not filled:
        return []
    beside = {filled[0], filled[-1]}
    position = 0
    for page_start in breaks:
        while position < len(filled) and filled[position] < page_start:
            position += 1
        beside.update(filled[max(0, position - 1) : position + 1])
    return sorted(beside)


def _numberless(text: str) -> str:
    return "".join("#" if character.isdigit() else character for character in text)
