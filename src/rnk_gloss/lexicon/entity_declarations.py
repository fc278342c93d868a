"""The entities that JMdict and JMnedict declare at their beginning: short codes and the texts they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rnk_gloss.errors import InputError

MOST_ENTITIES = 1_000
MOST_CHARACTERS_OF_ENTITY = 300
HINT = "JMdict and JMnedict have no such declarations; take the file from https://www.edrdg.org"

_SPACE = re.compile(r"\s++")
_BEFORE_DOCTYPE = re.compile(r"(?:\s++|<\?[^>]*+>|<!--(?:(?!--).)*+-->)*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s++(?P<root>[\w.-]++)\s*+")
_ROOT = re.compile(r"<(?P<root>[\w.-]++)")
_ENTITY = re.compile(r"""<!ENTITY\s++(?P<code>[\w.-]++)\s++(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)')\s*+>""")
_SILENT = re.compile(
    r"""<!--(?:(?!--).)*+-->|<!(?:ELEMENT|ATTLIST)\s(?:[^"'<>%&]|"[^"<&]*+"|'[^'<&]*+')*+>|\s++""", re.DOTALL
)
_CREATED = re.compile(r"created:\s*(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_MOST_CHARACTERS_TO_DATE = 500


@dataclass(frozen=True, slots=True)
class Prologue:
    """What stands before the entries: the name of the root element, the texts of the entities by code, and the day on
    which the file was made (ISO; "" when not told)."""

    root: str
    entities: dict[str, str]
    date: str


def read_prologue(head: str, path: Path) -> Prologue:
    """The prologue of an XML file that begins with `head`.

    Only plain declarations pass: raises `InputError`, before any XML parser sees the file, for entities that name
    other entities or other files, for parameter entities, and for more or longer ones than a dictionary needs.
    """
    before = _BEFORE_DOCTYPE.match(head.removeprefix("\ufeff"))
    assert before is not None
    text, position = head.removeprefix("\ufeff"), before.end()
    doctype = _DOCTYPE.match(text, position)
    if doctype is None:
        root = _ROOT.match(text, position)
        return Prologue(root["root"] if root else "", {}, "")
    position = doctype.end()
    entities: dict[str, str] = {}
    if text.startswith("[", position):
        entities, position = _internal_subset(text, position + 1, path)
    end = _SPACE.match(text, position)
    position = end.end() if end else position
    if not text.startswith(">", position):
        raise _refused(text, position, path, "the document type is more than a list of declarations")
    created = _CREATED.search(text, position, position + _MOST_CHARACTERS_TO_DATE)
    return Prologue(doctype["root"], entities, created[1] if created else "")


def _internal_subset(text: str, position: int, path: Path) -> tuple[dict[str, str], int]:
    """The entities that are declared from there on, and where the declarations end."""
    entities: dict[str, str] = {}
    while not text.startswith("]", position):
        if silent := _SILENT.match(text, position):
            position = silent.end()
            continue
        entity = _ENTITY.match(text, position)
        if entity is None:
            raise _refused(text, position, path, "a declaration that is not understood or leads out of the file")
        value = entity["double"] if entity["double"] is not None else entity["single"]
        if any(mark in value for mark in "&%<"):
            raise _refused(text, position, path, f"the entity {entity['code']} has other entities or elements in it")
        if len(value) > MOST_CHARACTERS_OF_ENTITY:
            raise _refused(
                text,
                position,
                path,
                f"the entity {entity['code']} is longer than {MOST_CHARACTERS_OF_ENTITY} characters",
            )
        # As in XML, the first declaration of a name is the one that holds.
        entities.setdefault(entity["code"], " ".join(value.split()))
        if len(entities) > MOST_ENTITIES:
            raise _refused(text, position, path, f"more than {MOST_ENTITIES:,} entities")
        position = entity.end()
    return entities, position + 1


def _refused(text: str, position: int, path: Path, reason: str) -> InputError:
    return InputError(f"{path}:{text.count(chr(10), 0, position) + 1}: {reason}", hint=HINT)
