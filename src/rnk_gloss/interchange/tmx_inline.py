"""Inline markup of TMX segments: the text that a reader sees, and the markup around it.

The text of a unit is what is left when bpt, ept, ph, it and ut are taken out with their content (codes of another
file format) and hi is opened. The markup itself is kept beside it, as TMX, in a property `x-inline`, so that a unit
whose text has not been changed is written as it came.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.interchange.xml_text import escaped_attribute, escaped_text

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

INLINE_PROPERTY = "x-inline"

# The elements of a segment with their attributes in TMX 1.4b.
_ATTRIBUTES = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "it": ("pos", "x", "type"),
    "ph": ("x", "assoc", "type"),
    "ut": ("x",),
    "sub": ("datatype", "type"),
    "hi": ("x", "type"),
}
# Within a code, sub is a text of its own (a tooltip, a footnote) and no part of the sentence.
_OPEN = frozenset({"hi", "sub"})


class UnknownEntityError(ValueError):
    """A reference to an entity that only a document type definition could explain."""


def segment_content(segment: _Element) -> tuple[str, str]:
    """The readable text of a seg element, and its content as TMX if there is markup in it, else "".

    Elements and attributes that TMX does not have are left out, their text stays.
    """
    if len(segment) == 0:
        return segment.text or "", ""
    text: list[str] = []
    markup: list[str] = []
    _walk(segment, text, markup, hidden=False)
    joined = "".join(markup)
    return "".join(text), joined if "<" in joined else ""


def written_markup(markup: str, text: str) -> str | None:
    """The markup as it may be written for a segment with this text; None if it belongs to another text, or is not
    TMX."""
    from lxml import etree

    try:
        readable, content = segment_content(_parsed(markup))
    except (etree.XMLSyntaxError, UnknownEntityError, UnicodeEncodeError):
        return None
    return content if readable == text and content else None


def _parsed(markup: str) -> _Element:
    from lxml import etree

    return etree.fromstring(f"<seg>{markup}</seg>".encode(), _parser())


@cache
def _parser() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)


def text_with_codes(markup: str, text: str) -> str | None:
    """The text as it stands in the file from which the codes come: each code with its own content, and the texts within
    codes (sub) with it. None if the markup belongs to another text, or is not TMX."""
    if written_markup(markup, text) is None:
        return None
    return "".join(str(piece) for piece in _parsed(markup).itertext())


def _walk(element: _Element, text: list[str], markup: list[str], *, hidden: bool) -> None:
    _say(element.text, text, markup, hidden=hidden)
    for child in element:
        if not isinstance(child.tag, str):
            raise UnknownEntityError(child.text)
        name = local_name(child)
        attributes = _ATTRIBUTES.get(name)
        if attributes is None:
            _walk(child, text, markup, hidden=hidden)
        else:
            given = "".join(
                f" {key}={escaped_attribute(child.get(key, ''))}" for key in attributes if key in child.attrib
            )
            markup.append(f"<{name}{given}>")
            _walk(child, text, markup, hidden=hidden or name not in _OPEN)
            markup.append(f"</{name}>")
        _say(child.tail, text, markup, hidden=hidden)


def _say(piece: str | None, text: list[str], markup: list[str], *, hidden: bool) -> None:
    if piece:
        markup.append(escaped_text(piece))
        if not hidden:
            text.append(piece)
