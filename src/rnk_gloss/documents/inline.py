"""Inline Markdown: the text a reader sees, found piece by piece in its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.documents.lines import closes_up
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import is_japanese

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RUBY = re.compile(r"<(?P<close>/?)(?:rt|rp)\b", re.IGNORECASE)
_LONE_MARKS = re.compile(r"\*\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*\*")
_TITLE_END = {'"': '"', "'": "'", "(": ")"}


@dataclass(slots=True)
class InlineTrace:
    """A walk through the inline tokens of one block and, in step, through its source."""

    text: str
    source: TracedText
    _cursor: int = field(default=0, init=False)
    _parts: list[TracedText] = field(default_factory=list, init=False)
    _in_ruby: bool = field(default=False, init=False)

    def read(self, tokens: Sequence[Token]) -> TracedText:
        """The text of the tokens: markup, link targets and readings over kanji left out, broken lines joined."""
        self._walk(tokens)
        return _without_lone_marks(TracedText.joined(self._joined_breaks()))

    def _walk(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "text":
                self._take(token.content, token.content)
            elif token.type == "code_inline":
                self._take_code(token.content, token.markup)
            elif token.type == "text_special":
                self._take(token.content, token.markup)
            elif token.type in {"softbreak", "hardbreak"}:
                self._break(hard=token.type == "hardbreak")
            elif token.type == "html_inline":
                self._markup(token.content)
            elif token.type == "image":
                self._skip("![")
                self._walk(token.children or [])
                self._leave_link()
            elif token.type == "link_open":
                self._skip("<" if token.markup == "autolink" else "[")
            elif token.type == "link_close":
                if token.markup == "autolink":
                    self._skip(">")
                else:
                    self._leave_link()
            else:
                self._skip(token.markup)

    def _skip(self, markup: str) -> None:
        if markup and self.source.text.startswith(markup, self._cursor):
            self._cursor += len(markup)

    def _take(self, content: str, written: str) -> None:
        """Takes `content` as it is written at or after the cursor (`&amp;` for an ampersand)."""
        if not content:
            return
        text = self.source.text
        at = text.find(written, self._cursor)
        if at < 0:
            at = min(self._cursor, len(text) - len(written))
        if at < 0:
            return
        piece = self.source[at : at + len(written)]
        self._cursor = at + len(written)
        if self._in_ruby:
            return
        if content != written:
            piece = TracedText.standing_for(content, Span(piece.starts[0], piece.ends[-1]))
        self._parts.append(piece)

    def _take_code(self, content: str, marks: str) -> None:
        """Takes a code span, in which a line break is read as a space; one space at each end may be left out."""
        opened = self.source.text.find(marks, self._cursor) + len(marks)
        at = self.source.text.replace("\n", " ").find(content, opened)
        if at >= opened:
            piece = self.source[at : at + len(content)]
            self._cursor = self.source.text.find(marks, at + len(content)) + len(marks)
            if not self._in_ruby:
                self._parts.append(TracedText(content, piece.starts, piece.ends))

    def _break(self, *, hard: bool) -> None:
        at = self.source.text.find("\n", self._cursor)
        if at < 0:
            return
        self._cursor = at + 1
        mark = "\n" if hard else "\v"
        self._parts.append(TracedText.standing_for(mark, Span(self.source.starts[at], self.source.ends[at])))

    def _markup(self, content: str) -> None:
        at = self.source.text.find(content, self._cursor)
        if at < 0:
            return
        self._cursor = at + len(content)
        ruby = _RUBY.match(content)
        if ruby:
            self._in_ruby = not ruby["close"]
        elif _LINE_BREAK.match(content):
            self._parts.append(TracedText.standing_for("\n", self.source.original_span(at, self._cursor)))

    def _leave_link(self) -> None:
        """Puts the cursor behind `](target "title")`, `][label]` or `]`."""
        text = self.source.text
        at = text.find("]", self._cursor)
        if at < 0:
            return
        self._cursor = at + 1
        if text.startswith("[", self._cursor):
            end = text.find("]", self._cursor)
            self._cursor = end + 1 if end >= 0 else self._cursor
        elif text.startswith("(", self._cursor):
            self._cursor = _end_of_target(text, self._cursor + 1)

    def _joined_breaks(self) -> list[TracedText]:
        """The pieces with soft breaks, which stand as vertical tabs, closed up or made spaces."""
        joined: list[TracedText] = []
        for index, part in enumerate(self._parts):
            if part.text != "\v":
                joined.append(part)
                continue
            before = next((piece.text for piece in reversed(joined) if piece.text), " ").rstrip(" ")
            after = next((piece.text for piece in self._parts[index + 1 :] if piece.text), "").lstrip(" ")
            if before and after and not closes_up(before[-1], after[0]):
                joined.append(TracedText(" ", part.starts, part.ends))
        return joined


def _without_lone_marks(content: TracedText) -> TracedText:
    """The text without pairs of ** that CommonMark does not take for emphasis: **「港」**の町.

    Its rules for marks beside punctuation ask for a space, which Japanese does not write.
    """
    pieces: list[TracedText] = []
    kept_from = 0
    for match in _LONE_MARKS.finditer(content.text):
        if any(map(is_japanese, match[1])):
            pieces.extend((content[kept_from : match.start()], content[slice(*match.span(1))]))
            kept_from = match.end()
    return TracedText.joined([*pieces, content[kept_from:]]) if pieces else content


def _end_of_target(text: str, start: int) -> int:
    """The place behind the bracket that closes an inline link's target and title."""
    depth, at, quote = 1, start, ""
    in_angle = text.startswith("<", start)
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 1
        elif in_angle:
            in_angle = character != ">"
        elif quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and text[at - 1].isspace():
            quote = _TITLE_END[character]
        elif character in "()":
            depth += 1 if character == "(" else -1
            if not depth:
                return at + 1
        at += 1
    return start
