"""Markdown (CommonMark with tables): blocks as paragraphs, markup left out, every character traced to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.furniture import Furniture
from rnk_gloss.documents.inline import InlineTrace
from rnk_gloss.documents.plain import SAMPLE
from rnk_gloss.documents.roles import Draft, with_roles
from rnk_gloss.documents.splits import mended
from rnk_gloss.documents.tracing import as_read
from rnk_gloss.documents.wrapping import Vocabulary
from rnk_gloss.model.document import ParagraphKind
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import guess_language

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATX_HEADING = re.compile(
    r"(?:\A|(?<=\n)|(?<=\n\r)|(?<=\r))[ ]{0,3}#{1,6}[ \t]+\S[^\r\n]*(?=\r?\n[ \t\u3000]*\r?\n|\s*\Z)"
)
_LINK = re.compile(r"\[[^\]\n]{1,80}\]\((?:#|https?://|\.{0,2}/)[^)\s]*\)")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")
_DEFINITION = re.compile(r"\s*\[(?P<note>\^?)[^\]]+\]:\s*")
_ADDRESS = re.compile(r"<?(?:[a-z][a-z0-9+.-]*:|[#/.]|[\w-]+\.[a-z]{2,})", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """Whether a text without a telling suffix is Markdown: two # headings that stand alone, or one and a link."""
    headings = sum(1 for _ in _ATX_HEADING.finditer(text))
    return headings >= 2 or (headings == 1 and bool(_LINK.search(text)))


def read_markdown(source: SourceText) -> Content:
    """The blocks of a Markdown text; code blocks are CODE, front matter, comments and link definitions FURNITURE."""
    page = _Page(source.text)
    drafts = sorted(page.drafts(), key=lambda draft: draft.content.starts[0])
    vocabulary = Vocabulary(source.text)
    drafts, mends = mended(drafts, vocabulary)
    paragraphs, found = with_roles(drafts, japanese=guess_language(source.text[:SAMPLE]) == "ja")
    remarks = [f"{mends} paragraph{'s' * (mends > 1)} broken inside a sentence put together"] if mends else []
    return Content(source.text, paragraphs, [*remarks, *found])


@dataclass(slots=True)
class _Page:
    """A Markdown source with the places of its lines; `covered` says which lines a block has accounted for."""

    text: str
    spans: list[Span] = field(init=False)
    covered: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.spans = [Span(*match.span(1)) for match in _LINE.finditer(self.text)]
        self.covered = [start == end for start, end in self.spans]

    def drafts(self) -> Iterator[Draft]:
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark").enable("table").disable("text_join")
        front = _FRONT_MATTER.match(self.text)
        first = 0
        if front:
            first = sum(start < front.end() for start, _ in self.spans)
            yield from self._block(0, first, None, Furniture.RULE)
        body = "\n".join(self.text[start:end] for start, end in self.spans[first:])
        yield from self._blocks(parser.parse(body), first)
        yield from self._definitions()

    def _blocks(self, tokens: Sequence[Token], first: int) -> Iterator[Draft]:
        row, cursor = (0, 0), 0
        opened = ""
        for token in tokens:
            if token.map is not None:
                row = (token.map[0] + first, token.map[1] + first)
            if token.type == "table_open":
                self._cover(row)
            if token.type == "tr_open":
                cursor = self.spans[row[0]].start
            if token.type.endswith("_open"):
                opened = token.type
            elif token.type == "inline":
                is_cell = opened in {"th_open", "td_open"}
                trace = InlineTrace(self.text, self._place(token.content, row, cursor if is_cell else None))
                kind = ParagraphKind.HEADING if opened == "heading_open" else None
                if is_cell and trace.source.text:
                    cursor = trace.source.ends[-1]
                self._cover(row)
                yield from _nonempty(trace.read(token.children or []), kind)
            elif token.type in {"fence", "code_block"}:
                yield from self._block(*row, ParagraphKind.CODE, None, fenced=token.type == "fence")
            elif token.type == "html_block":
                yield from self._html(*row)
            elif token.type == "hr":
                self._cover(row)

    def _place(self, content: str, rows: tuple[int, int], cursor: int | None) -> TracedText:
        """The inline source of a block where it stands in the file, line by line, without indents and quote marks."""
        lines = content.split("\n")
        # The parser strips a block's first lines when there is nothing in them but wide spaces.
        row = next((row for row in range(*rows) if lines[0] in self._line(row)), rows[0])
        parts = []
        for number, line in enumerate(lines):
            start, end = self.spans[min(row, rows[1] - 1)]
            start = start if cursor is None else max(start, cursor)
            at = self.text.find(line, start, end)
            if number:
                parts.append(TracedText.standing_for("\n", Span(self.spans[row - 1].end, start)))
            parts.append(TracedText.verbatim(line, at) if at >= 0 else _aligned(line, self.text, start, end))
            row += 1
        return TracedText.joined(parts)

    def _cover(self, rows: tuple[int, int]) -> None:
        for number in range(*rows):
            self.covered[number] = True

    def _block(
        self, first: int, last: int, kind: ParagraphKind | None, furniture: Furniture | None, *, fenced: bool = False
    ) -> Iterator[Draft]:
        self._cover((first, last))
        if fenced:
            first += 1
            last -= re.match(r"[\s>]*(?:`{3,}|~{3,})\s*$", self._line(last - 1)) is not None
        if first < last:
            start, end = self.spans[first].start, self.spans[last - 1].end
            content = as_read(TracedText.verbatim(self.text[start:end], start))
            if content.text:
                yield Draft(content, kind=kind, furniture=furniture)

    def _line(self, number: int) -> str:
        return self.text[self.spans[number].start : self.spans[number].end]

    def _html(self, first: int, last: int) -> Iterator[Draft]:
        from rnk_gloss.documents.html import html_drafts

        start, end = self.spans[first].start, self.spans[last - 1].end
        if self.text[start:end].lstrip().startswith("<!--"):
            yield from self._block(first, last, None, Furniture.RULE)
            return
        self._cover((first, last))
        yield from html_drafts(self.text, start, end)

    def _definitions(self) -> Iterator[Draft]:
        """Lines that gave no block: link definitions, and notes ([^1]: …) that only look like definitions."""
        for number, (start, end) in enumerate(self.spans):
            if self.covered[number] or not self.text[start:end].strip(" \t>"):
                continue
            mark = _DEFINITION.match(self.text, start, end)
            content = as_read(TracedText.verbatim(self.text[start:end], start))
            if mark and not mark["note"] and _ADDRESS.match(self.text, mark.end()):
                yield Draft(content, furniture=Furniture.ADDRESS)
            elif mark:
                yield from _nonempty(TracedText.verbatim(self.text[mark.end() : end], mark.end()), None)
            elif content.text.strip("#>-*+= \t"):
                yield Draft(content)


def _nonempty(content: TracedText, kind: ParagraphKind | None) -> Iterator[Draft]:
    content = as_read(content)
    if content.text:
        yield Draft(content, kind=kind)


def _aligned(line: str, text: str, start: int, end: int) -> TracedText:
    """A line that the parser has changed (tabs, escaped pipes), each character at its next occurrence."""
    parts, at = [], start
    for character in line:
        found = text.find(character, at, end)
        if found >= 0:
            parts.append(TracedText.verbatim(character, found))
            at = found + 1
        else:
            parts.append(TracedText.standing_for(character, Span(at, min(at + 1, end))))
    return TracedText.joined(parts)
