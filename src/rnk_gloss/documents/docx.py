"""Word files (Office Open XML): the text of their paragraphs in reading order."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.documents.content import Content
from rnk_gloss.documents.furniture import Furniture
from rnk_gloss.documents.roles import Draft, with_roles
from rnk_gloss.documents.tracing import as_read
from rnk_gloss.documents.word_styles import heading_styles, value_of
from rnk_gloss.errors import InputError
from rnk_gloss.model.document import ParagraphKind
from rnk_gloss.model.traced import TracedText
from rnk_gloss.text.script import guess_language

if TYPE_CHECKING:
    from lxml.etree import _Element

# All parts of a file together may unpack to this much.
LARGEST_UNPACKED = 200 * 1024 * 1024

# Left out: deleted and moved text, readings over kanji, field codes, and the second copy of a text box.
_LEFT_OUT = frozenset({"del", "moveFrom", "rt", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = re.compile(r"(?P<name>footnotes|endnotes)\.xml$")
_MARGINS = re.compile(r"(?:header|footer)\d*\.xml$")
_DEFAULT_PART = "word/document.xml"
_HINT = "save it as DOCX without a password, or as plain text"


def read_docx(data: bytes, path: Path) -> Content:
    """The paragraphs of a Word file, tables included, then notes, then headers and footers as FURNITURE.

    `original` is the text itself, one line for each paragraph. Raises InputError for files that are damaged,
    encrypted, hold a DTD, or unpack to more than 200 MB.
    """
    package = _Package(data, path)
    main = package.main_part()
    folder = posixpath.dirname(main)
    styles = package.part(f"{folder}/styles.xml")
    headings = heading_styles(styles) if styles is not None else frozenset()
    body = package.part(main)
    if body is None:
        raise InputError(f"{path}: not a Word file: it has no {main}", hint=_HINT)
    raw = list(_paragraphs(body, headings))
    for name in package.names(folder, _NOTES):
        raw.extend(_paragraphs(package.required(name), headings))
    for name in package.names(folder, _MARGINS):
        raw.extend(
            _Raw(found.text, None, Furniture.REPEATED) for found in _paragraphs(package.required(name), headings)
        )
    original = "\n".join(found.text for found in raw)
    paragraphs, remarks = with_roles(list(_drafts(raw)), japanese=guess_language(original[:20_000]) == "ja")
    return Content(original, paragraphs, ["spans count the characters of the text taken from the Word file", *remarks])


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    kind: ParagraphKind | None
    furniture: Furniture | None = None


def _drafts(raw: list[_Raw]) -> Iterator[Draft]:
    at = 0
    for found in raw:
        content = as_read(TracedText.verbatim(found.text, at))
        if content.text:
            yield Draft(content, kind=found.kind, furniture=found.furniture)
        at += len(found.text) + 1


def _paragraphs(root: _Element, headings: frozenset[str]) -> Iterator[_Raw]:
    """The paragraphs below an element in document order, each before the text boxes that are anchored in it."""
    for element in root.iter("{*}p"):
        if _namespace(element) != _namespace(root) or _is_left_out(element):
            continue
        style = value_of(element, "pPr", "pStyle")
        outline = value_of(element, "pPr", "outlineLvl")
        kind = ParagraphKind.HEADING if style in headings or (outline is not None and outline < "9") else None
        is_contents = style is not None and re.match(r"(?:toc|目次)\s?\d", style, re.IGNORECASE)
        yield _Raw("".join(_texts(element)), kind, Furniture.NAVIGATION if is_contents else None)


def _is_left_out(element: _Element) -> bool:
    for ancestor in element.iterancestors():
        name = _name(ancestor)
        if name in _LEFT_OUT:
            return True
        if name in {"footnote", "endnote"} and (_attribute(ancestor, "type") or "normal") != "normal":
            return True
    return False


def _texts(element: _Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name in _LEFT_OUT or name == "txbxContent" or (name == "r" and _is_hidden(child)):
            continue
        if name == "t":
            yield (child.text or "").replace("\r", "")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield _symbol(child)
        elif name != "p":
            yield from _texts(child)


def _is_hidden(run: _Element) -> bool:
    hidden = run.find("{*}rPr/{*}vanish")
    return hidden is not None and _attribute(hidden, "val") not in {"0", "false", "off"}


def _symbol(element: _Element) -> str:
    code = _attribute(element, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        return ""
    point = int(code, 16)
    # Symbol fonts use the private area, which says nothing without the font.
    return chr(point) if 0x20 <= point < 0xD800 else ""


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _namespace(element: _Element) -> str:
    return element.tag.rpartition("}")[0] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


@dataclass(slots=True)
class _Package:
    """The parts of an Office Open XML file, unpacked within bounds."""

    data: bytes
    path: Path
    _archive: zipfile.ZipFile = field(init=False)
    _left: int = field(init=False)

    def __post_init__(self) -> None:
        self._left = LARGEST_UNPACKED
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(self.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError(f"{self.path}: not a Word file: {error}", hint=_HINT) from error

    def main_part(self) -> str:
        """The name of the part that holds the text, by the package's relations."""
        relations = self.part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if (_attribute(relation, "Type") or "").endswith("/officeDocument"):
                return posixpath.normpath((_attribute(relation, "Target") or _DEFAULT_PART).lstrip("/"))
        return _DEFAULT_PART

    def names(self, folder: str, pattern: re.Pattern[str]) -> list[str]:
        """The parts of a folder whose file name matches, in the order of their names."""
        return sorted(
            name
            for name in self._archive.namelist()
            if posixpath.dirname(name) == folder and pattern.match(posixpath.basename(name))
        )

    def required(self, name: str) -> _Element:
        part = self.part(name)
        assert part is not None, name
        return part

    def part(self, name: str) -> _Element | None:
        """The root element of a part, or None when there is no such part."""
        from lxml import etree

        try:
            with self._archive.open(name) as file:
                content = file.read(self._left + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
            raise InputError(f"{self.path}: damaged or encrypted Word file: {name}: {error}", hint=_HINT) from error
        self._left -= len(content)
        if self._left < 0:
            raise InputError(
                f"{self.path}: unpacks to more than {LARGEST_UNPACKED // 1024**2} MB", hint="split the file"
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise InputError(f"{self.path}: damaged Word file: {name}: {error}", hint=_HINT) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputError(f"{self.path}: {name} holds a document type definition, which Word files never do")
        return root
