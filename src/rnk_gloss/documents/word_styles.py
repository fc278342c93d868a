"""Which paragraph styles of a Word file are headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Built-in styles keep their English names in the file, whatever Word's language is.
_HEADING_NAME = re.compile(r"(?:heading \d|title|subtitle|見出し\s?\d|表題|副題)$", re.IGNORECASE)

# Outline level 9 is body text (ECMA-376, 17.3.1.20).
_BODY_LEVEL = "9"


def heading_styles(styles: _Element) -> frozenset[str]:
    """The ids of the styles that are headings by name, by outline level, or because they are based on one."""
    parents: dict[str, str | None] = {}
    headings: set[str] = set()
    for style in styles.iter("{*}style"):
        identity = _attribute(style, "styleId")
        if identity is None:
            continue
        parents[identity] = value_of(style, "basedOn")
        level = value_of(style, "pPr", "outlineLvl")
        if _HEADING_NAME.match(value_of(style, "name") or "") or (level is not None and level < _BODY_LEVEL):
            headings.add(identity)
    return frozenset(identity for identity in parents if headings & _ancestry(identity, parents))


def _ancestry(identity: str, parents: dict[str, str | None]) -> set[str]:
    seen: set[str] = set()
    current: str | None = identity
    while current is not None and current not in seen:
        seen.add(current)
        current = parents.get(current)
    return seen


def value_of(element: _Element, *steps: str) -> str | None:
    """The `val` attribute of the element that the steps lead to, or None."""
    found = element.find("/".join(f"{{*}}{step}" for step in steps))
    return None if found is None else _attribute(found, "val")


def _attribute(element: _Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)
