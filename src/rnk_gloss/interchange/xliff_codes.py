"""Inline markup of TMX, as a unit keeps it, written as inline codes of XLIFF 1.2 or 2.1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.interchange.xliff_fields import HIGHLIGHT_1, HIGHLIGHT_2, TYPE_PREFIX, VERSION_1_NAMESPACE
from rnk_gloss.interchange.xliff_inline import InlineCodes
from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.interchange.xml_text import escaped_attribute, escaped_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = re.compile(r"[^\s:]+")
_TYPES_OF_1 = frozenset({"bold", "italic", "underlined", "link"})
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})


@dataclass(slots=True)
class CodeWriter:
    """Writes the codes of one unit: the source's first, then the target's, in which the same codes have the same ids.

    `data` gathers the original codes, to which 2.1 refers by ids; in 1.2 they stand in the codes themselves.
    """

    version: str
    data: dict[str, str] = field(default_factory=dict)
    _data_ids: dict[str, str] = field(default_factory=dict)
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)
    _used: set[tuple[str, str]] = field(default_factory=set)
    _last: int = 0
    _reader: InlineCodes = field(default_factory=InlineCodes)

    def written(self, markup: str) -> tuple[str, bool]:
        """The markup in XLIFF, and whether reading it gives the very same again."""
        self._used = set()
        parts: list[str] = []
        parsed = _parsed("seg", markup, "")
        self._inside(parsed, parts, _pairs(parsed))
        text = "".join(parts)
        self._reader.data = self.data
        return text, self._reader.content(_parsed("source", text, VERSION_1_NAMESPACE))[1] == markup

    def _inside(self, element: _Element, parts: list[str], pairs: set[_Element]) -> None:
        parts.append(escaped_text(element.text or ""))
        for child in element:
            name = local_name(child)
            if name == "hi":
                opening, closing = self._highlight(child)
                parts.append(opening)
                self._inside(child, parts, pairs)
                parts.append(closing)
            elif name in _CODES:
                parts.append(self._code(child, name, pairs))
            else:
                self._inside(child, parts, pairs)
            parts.append(escaped_text(child.tail or ""))

    def _code(self, code: _Element, name: str, pairs: set[_Element]) -> str:
        number = code.get("i") or code.get("x") or ""
        is_old = self.version == "1.2"
        if name in {"ph", "ut"}:
            return self._made(f'ph id="{self._id("point", number)}"', code)
        if code in pairs and name == "bpt":
            identifier = self._id("pair", number)
            return self._made(f'bpt id="{identifier}" rid="{identifier}"' if is_old else f'sc id="{identifier}"', code)
        if code in pairs:
            identifier = self._ids["pair", number]
            return self._made(
                f'ept id="{identifier}" rid="{identifier}"' if is_old else f'ec startRef="{identifier}"', code
            )
        opens = name == "bpt" or code.get("pos") == "begin"
        identifier = self._id("half", number)
        if is_old:
            return self._made(f'it id="{identifier}" pos="{"open" if opens else "close"}"', code)
        return self._made(f'{"sc" if opens else "ec"} id="{identifier}" isolated="yes"', code)

    def _made(self, opening: str, code: _Element) -> str:
        """The code with its type, and with its original inside (1.2) or referred to (2.1)."""
        name = opening.partition(" ")[0]
        kind = "" if name in {"ept", "ec"} else self._type(code.get("type", ""))
        if self.version == "1.2":
            return f"<{opening}{kind}>{_original(code)}</{name}>"
        original = "".join(str(part) for part in code.itertext())
        reference = f' dataRef="{self._data(original)}"' if original else ""
        return f"<{opening}{kind}{reference}/>"

    def _type(self, kind: str) -> str:
        if not _WORD.fullmatch(kind):
            return ""
        if self.version == "2.1":
            return f' type="other" subType={escaped_attribute(TYPE_PREFIX + kind)}'
        standing = kind in _TYPES_OF_1 or kind.startswith("x-")
        return f" ctype={escaped_attribute(kind if standing else 'x-' + TYPE_PREFIX + kind)}"

    def _highlight(self, element: _Element) -> tuple[str, str]:
        kind = element.get("type", "")
        identifier = self._id("highlight", kind)
        if self.version == "2.1":
            value = f" value={escaped_attribute(kind)}" if kind else ""
            return f'<mrk id="{identifier}" type="{HIGHLIGHT_2}"{value}>', "</mrk>"
        ctype = f"{HIGHLIGHT_1}-{kind}" if _WORD.fullmatch(kind) else HIGHLIGHT_1
        return f'<g id="{identifier}" ctype={escaped_attribute(ctype)}>', "</g>"

    def _id(self, kind: str, number: str) -> str:
        """The id of the code; a code that stands twice in one text gets another one there."""
        key = kind, number
        if key in self._used or key not in self._ids:
            self._last += 1
            self._ids[key] = str(self._last)
        self._used.add(key)
        return self._ids[key]

    def _data(self, original: str) -> str:
        identifier = self._data_ids.setdefault(original, f"d{len(self.data) + 1}")
        self.data[identifier] = original
        return identifier


def _pairs(segment: _Element) -> set[_Element]:
    """Each bpt that has its ept behind it, and that ept."""
    pairs: set[_Element] = set()
    opened: dict[str, _Element] = {}
    for code in segment.iter("bpt", "ept"):
        number = code.get("i", "")
        if local_name(code) == "bpt":
            opened[number] = code
        elif number in opened:
            pairs |= {opened.pop(number), code}
    return pairs


def _original(code: _Element) -> str:
    """The original code with the texts in it that are translated (sub)."""
    parts = [escaped_text(code.text or "")]
    for child in code:
        inner = _original(child)
        parts.append(f"<sub>{inner}</sub>" if local_name(child) == "sub" else inner)
        parts.append(escaped_text(child.tail or ""))
    return "".join(parts)


def _parsed(name: str, content: str, namespace: str) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    declared = f' xmlns="{namespace}"' if namespace else ""
    return etree.fromstring(f"<{name}{declared}>{content}</{name}>".encode(), parser)
