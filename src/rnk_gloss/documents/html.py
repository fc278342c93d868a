"""HTML: blocks as paragraphs, navigation as furniture, entities and white space traced to the source."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.furniture import Furniture, holds_sentence
from rnk_gloss.documents.lines import closes_up
from rnk_gloss.documents.roles import Draft, with_roles
from rnk_gloss.documents.tracing import as_read
from rnk_gloss.errors import InputError
from rnk_gloss.model.document import ParagraphKind
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import guess_language

# The standard library's parser is not linear on malformed input; no page that people read is larger.
LARGEST_PAGE = 20_000_000

_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section select summary table tbody td tfoot th thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title"})
_FURNITURE = frozenset({"nav", "footer", "aside", "menu", "dialog", "button", "select", "noscript", "search"})
_FURNITURE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "banner"})
_MENU_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|menu|gnav|breadcrumbs?|pankuzu|sns|share|pager|pagination)(?:$|[\s_-])", re.IGNORECASE
)
_DROPPED = frozenset(
    {"script", "style", "template", "svg", "math", "iframe", "object", "canvas", "textarea", "rt", "rp"}
)
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_READINGS = frozenset({"rt", "rp"})
_KEPT_ON_STACK = _BLOCKS | _FURNITURE | _DROPPED | {"a"}
# Counts the open elements that make all within them furniture; no tag has this name.
_ANY_FURNITURE = "(furniture)"
_SPACE = re.compile(r"[ \t\n\r\f\x1e]+")


def read_html(source: SourceText) -> Content:
    """The blocks of an HTML page; scripts, styles and the readings over kanji (ruby) are left out."""
    if len(source.text) > LARGEST_PAGE:
        raise InputError(
            f"{source.path}: larger than {LARGEST_PAGE // 1_000_000} million characters", hint="split the page"
        )
    collector = _Collector(source.text, 0)
    drafts = list(collector.collected(source.text))
    visible = "".join(draft.content.text for draft in drafts[:200])
    paragraphs, remarks = with_roles(drafts, japanese=guess_language(visible) == "ja")
    if collector.readings:
        remarks.append(f"{collector.readings} readings over kanji (ruby) left out")
    return Content(source.text, paragraphs, remarks)


def html_drafts(text: str, start: int, end: int) -> Iterator[Draft]:
    """The blocks of the HTML that stands at `start:end` of a text, as paragraphs whose kind may be open."""
    yield from _Collector(text, start).collected(text[start:end])


class _Collector(HTMLParser):
    """Collects the text between block tags together with what the open elements say about it."""

    def __init__(self, original: str, offset: int) -> None:
        super().__init__(convert_charrefs=False)
        self._original = original
        self._offset = offset
        self._line_starts: list[int] = []
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._pieces: list[TracedText] = []
        self._outside_links = False
        self._drafts: list[Draft] = []
        self.readings = 0

    def collected(self, page: str) -> Iterator[Draft]:
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", page))]
        self.feed(page)
        self.close()
        self._flush()
        yield from self._drafts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._line_break()
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _HEADINGS:
            self._leave(_HEADINGS)
        self.readings += tag == "rt"
        if tag in _READINGS:
            self._leave(_READINGS)
        if tag == "a":
            self._leave(frozenset({"a"}))
        if tag not in _VOID and tag in _KEPT_ON_STACK:
            self._enter(tag, is_furniture=_is_furniture(tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" or tag in _VOID:
            self.handle_starttag(tag, attrs)
        elif tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        self._leave(_READINGS if tag == "ruby" else frozenset({tag}))

    def handle_data(self, data: str) -> None:
        at = self._position()
        self._add(TracedText.verbatim(data, at))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        at = self._position()
        if self._original.startswith(";", at + len(written)):
            written += ";"
        meant = html.unescape(written)
        if meant == written:
            self._add(TracedText.verbatim(written, at))
        else:
            self._add(TracedText.standing_for(meant, Span(at, at + len(written))))

    def _position(self) -> int:
        line, column = self.getpos()
        return self._offset + self._line_starts[line - 1] + column

    def _is_within(self, tags: frozenset[str]) -> bool:
        return any(self._names[tag] for tag in tags)

    def _add(self, piece: TracedText) -> None:
        if self._is_within(_DROPPED) or (self._names["head"] and not self._names["title"]):
            return
        self._pieces.append(piece)
        if not self._names["a"] and piece.text.strip():
            self._outside_links = True

    def _line_break(self) -> None:
        if self._is_within(_DROPPED):
            return
        at = self._position()
        end = self._original.find(">", at) + 1
        if self._pieces and self._pieces[-1].text == "\x1e":
            self._flush()  # Two breaks in a row part paragraphs.
        else:
            self._pieces.append(TracedText.standing_for("\x1e", Span(at, end or at + 1)))

    def _enter(self, tag: str, *, is_furniture: bool) -> None:
        self._open.append((tag, is_furniture))
        self._names[tag] += 1
        self._names[_ANY_FURNITURE] += is_furniture

    def _leave(self, tags: frozenset[str]) -> None:
        """Ends the innermost open element of one of these names, and all within it."""
        if not self._is_within(tags):
            return
        while self._open:
            tag, is_furniture = self._open.pop()
            self._names[tag] -= 1
            self._names[_ANY_FURNITURE] -= is_furniture
            if tag in tags:
                return

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        alone_in_link, self._outside_links = not self._outside_links, False
        names = self._names
        whole = TracedText.joined(pieces)
        content = as_read(_with_breaks(whole)) if names["pre"] else as_read(_collapsed(whole))
        if not content.text:
            return
        kind: ParagraphKind | None = None
        furniture = Furniture.NAVIGATION if names[_ANY_FURNITURE] else None
        if names["pre"]:
            kind = ParagraphKind.CODE
        elif self._is_within(_HEADINGS):
            kind = ParagraphKind.HEADING
        elif alone_in_link and not holds_sentence(content.text):
            furniture = Furniture.NAVIGATION
        self._drafts.append(Draft(content, kind=kind, furniture=furniture))


def _is_furniture(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag in _FURNITURE or (attributes.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    return tag in {"div", "ul", "ol", "p", "header", "section"} and bool(_MENU_NAME.search(names))


def _with_breaks(content: TracedText) -> TracedText:
    return TracedText(content.text.replace("\x1e", "\n"), content.starts, content.ends)


def _collapsed(content: TracedText) -> TracedText:
    """White space made one space, or nothing where a source line ends between Japanese characters; <br> a newline."""
    text = content.text
    pieces, kept_from = [], 0
    for match in _SPACE.finditer(text):
        start, end = match.span()
        pieces.append(content[kept_from:start])
        kept_from = end
        span = content.original_span(start, end)
        if "\x1e" in match.group():
            pieces.append(TracedText.standing_for("\n", span))
        elif start > 0 and end < len(text) and not ("\n" in match.group() and closes_up(text[start - 1], text[end])):
            pieces.append(TracedText.standing_for(" ", span))
    pieces.append(content[kept_from:])
    return TracedText.joined(pieces)
