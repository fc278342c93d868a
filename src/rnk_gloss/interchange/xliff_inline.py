"""Inline codes of XLIFF 1.2 and 2.x, read as the inline markup of TMX in which a unit keeps them.

g, pc and their halves bx, ex, sc, ec become bpt and ept, or it where the other half stands in another segment; x and
ph become ph; marks (mrk, sm, em) are no codes, their text stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rnk_gloss.interchange.tmx_inline import UnknownEntityError
from rnk_gloss.interchange.xliff_fields import HIGHLIGHT_1, HIGHLIGHT_2, TYPE_PREFIX
from rnk_gloss.interchange.xml_stream import local_name
from rnk_gloss.interchange.xml_text import escaped_attribute, escaped_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPENING = frozenset({"bpt", "bx", "sc"})
_CLOSING = frozenset({"ept", "ex", "ec"})
_POINTS = frozenset({"x", "ph"})
_PAIRS = frozenset({"g", "pc"})
_DELETED = frozenset({"x-sdl-deleted"})
_LAST_CODE_POINT = 0x10FFFF


@dataclass(slots=True)
class _Code:
    role: str
    key: str
    type: str
    content: str
    partner: bool = False


@dataclass(slots=True)
class InlineCodes:
    """Reads the texts of one unit. Codes with the same id get the same number in source and target.

    `data` holds the original codes to which 2.x refers, by id.
    """

    data: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def content(self, element: _Element | None) -> tuple[str, str]:
        """The readable text of the element, and its content as TMX if there are codes in it, else ""."""
        if element is None:
            return "", ""
        if len(element) == 0:
            return element.text or "", ""
        pieces: list[str | _Code] = []
        self._walk(element, pieces, Counter())
        _join_halves(pieces)
        text = "".join(piece for piece in pieces if isinstance(piece, str))
        if not any(isinstance(piece, _Code) for piece in pieces):
            return text, ""
        return text, "".join(escaped_text(one) if isinstance(one, str) else self._markup(one) for one in pieces)

    def _walk(self, element: _Element, pieces: list[str | _Code], used: Counter[str]) -> None:
        _add(element.text, pieces)
        for child in element:
            if not isinstance(child.tag, str):
                raise UnknownEntityError(child.text)
            self._child(child, local_name(child), pieces, used)
            _add(child.tail, pieces)

    def _child(self, child: _Element, name: str, pieces: list[str | _Code], used: Counter[str]) -> None:
        kind = _type(child)
        if name in _PAIRS:
            if kind.startswith(HIGHLIGHT_1):
                self._highlight(child, kind.removeprefix(HIGHLIGHT_1).removeprefix("-"), pieces, used)
                return
            key = _fresh(f"pair {child.get('id', '')}", used)
            pieces.append(_Code("open", key, kind, self._data(child, "dataRefStart", "equivStart")))
            self._walk(child, pieces, used)
            pieces.append(_Code("close", key, "", self._data(child, "dataRefEnd", "equivEnd")))
        elif name in _OPENING:
            key = child.get("rid") or child.get("id") or ""
            pieces.append(_Code("open", _fresh(f"pair {key}", used), kind, self._code(child)))
        elif name in _CLOSING:
            key = child.get("startRef") or child.get("rid") or child.get("id") or ""
            pieces.append(_Code("close", f"pair {key}", "", self._code(child)))
        elif name in _POINTS:
            pieces.append(_Code("point", f"point {child.get('id', '')}", kind, self._code(child)))
        elif name == "it":
            role = "close" if child.get("pos") == "close" else "open"
            pieces.append(_Code(role, _fresh(f"half {child.get('id', '')}", used), kind, self._code(child)))
        elif name == "cp":
            _add(_character(child.get("hex", "")), pieces)
        elif name == "mrk" and child.get("type") == HIGHLIGHT_2:
            self._highlight(child, child.get("value", ""), pieces, used)
        elif child.get("mtype") not in _DELETED:
            self._walk(child, pieces, used)

    def _highlight(self, child: _Element, kind: str, pieces: list[str | _Code], used: Counter[str]) -> None:
        pieces.append(_Code("highlight", "", kind, ""))
        self._walk(child, pieces, used)
        pieces.append(_Code("plain", "", "", ""))

    def _code(self, element: _Element) -> str:
        """The original code as TMX: what stands in the element, else where it refers to, else what stands for it."""
        if len(element) or element.text:
            return _inside(element)
        return self._data(element, "dataRef", "equiv") or escaped_text(element.get("equiv-text", ""))

    def _data(self, element: _Element, reference: str, equivalent: str) -> str:
        return escaped_text(self.data.get(element.get(reference, ""), "") or element.get(equivalent, ""))

    def _markup(self, code: _Code) -> str:
        kind = f" type={escaped_attribute(code.type)}" if code.type else ""
        if code.role == "highlight":
            return f"<hi{kind}>"
        if code.role == "plain":
            return "</hi>"
        number = self._numbers.setdefault(code.key, len(self._numbers) + 1)
        if code.role == "point":
            return f'<ph x="{number}"{kind}>{code.content}</ph>'
        if not code.partner:
            return f'<it pos="{"begin" if code.role == "open" else "end"}" x="{number}"{kind}>{code.content}</it>'
        if code.role == "open":
            return f'<bpt i="{number}" x="{number}"{kind}>{code.content}</bpt>'
        return f'<ept i="{number}">{code.content}</ept>'


def _add(text: str | None, pieces: list[str | _Code]) -> None:
    if text:
        pieces.append(text)


def _fresh(key: str, used: Counter[str]) -> str:
    """The key, made new where a file uses an id twice: each opening has a closing of its own."""
    used[key] += 1
    return key if used[key] == 1 else f"{key}#{used[key]}"


def _join_halves(pieces: list[str | _Code]) -> None:
    """Marks each opening and closing that stand in this segment in this order."""
    opened: dict[str, _Code] = {}
    for piece in pieces:
        if isinstance(piece, _Code) and piece.role == "open":
            opened[piece.key] = piece
        elif isinstance(piece, _Code) and piece.role == "close" and piece.key in opened:
            piece.partner = opened.pop(piece.key).partner = True


def _type(element: _Element) -> str:
    kind = element.get("ctype") or element.get("subType") or element.get("type") or ""
    return kind.removeprefix("x-" + TYPE_PREFIX).removeprefix(TYPE_PREFIX)


def _inside(element: _Element) -> str:
    """What stands in a code, as TMX: text, and sub with the texts that translators see."""
    parts = [escaped_text(element.text or "")]
    for child in element:
        if not isinstance(child.tag, str):
            raise UnknownEntityError(child.text)
        inner = _inside(child)
        parts.append(f"<sub>{inner}</sub>" if local_name(child) == "sub" else inner)
        parts.append(escaped_text(child.tail or ""))
    return "".join(parts)


def _character(hexadecimal: str) -> str:
    """The character of a cp element, which XML itself could not hold; "" if it is none."""
    try:
        number = int(hexadecimal, 16)
    except ValueError:
        return ""
    return chr(number) if 0 < number <= _LAST_CODE_POINT and not 0xD800 <= number < 0xE000 else ""
