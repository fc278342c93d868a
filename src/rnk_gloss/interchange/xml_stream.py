"""XML from strangers, element by element: no entities, no network, no more memory than one unit needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.source_file import known_encoding, open_bytes, other_encoding_hint, xml_encoding
from rnk_gloss.interchange.xml_repair import Utf8Xml

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError, _Element, _ListErrorLog

# Error numbers of libxml2 (xmlerror.h).
_INVALID_CHARACTERS = {8, 9}
_ENCODING_ERRORS = {6, 31, 32, 81}
_ENTITY_LOOPS = {89, 114}
_UNKNOWN_ENTITY = 26
# The parser knows many more, but not all Japanese ones, and those by the letter only.
_READ_BY_THE_PARSER = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"})


def elements(
    path: Path, root: str | tuple[str, ...], tags: tuple[str, ...], report: ReadReport, options: ReadOptions
) -> Iterator[_Element]:
    """Each element with one of the names, complete with its content, in the order of the file.

    `root` names the first element of the file, or each of those that it may be.

    What has been handed out is emptied when the next one is asked for. `InputError` with path and line if the file
    is not well-formed, has another root element, or declares entities (they could hold a local file's content, or
    grow without bound); with `options.repair`, characters that XML forbids are mended first and reported.
    """
    from lxml import etree

    roots = (root,) if isinstance(root, str) else root
    with open_bytes(path) as stream:
        head = stream.read(1024)
        stream.seek(0)
        report.encoding = options.encoding or xml_encoding(head)
        source: BinaryIO | Utf8Xml = stream
        by_python = options.encoding or report.encoding not in _READ_BY_THE_PARSER or head[:1].isspace()
        if options.repair or by_python:
            # What Python decodes reaches the parser as UTF-8, whatever the declaration says.
            report.encoding = _decodable(report.encoding, path, is_wish=bool(options.encoding))
            source = Utf8Xml(stream, report, repair=options.repair)
        context = etree.iterparse(
            source,
            events=("start", "end"),
            tag=[f"{{*}}{name}" for name in (*roots, *tags)],
            encoding=None if source is stream else "utf-8",
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        found_root = False
        try:
            for event, element in context:
                if not found_root:
                    found_root = _check_root(element, roots, path)
                if event == "end" and local_name(element) not in roots:
                    yield element
                    element.clear()
                    _forget_those_before(element)
        except etree.XMLSyntaxError as error:
            raise _readable(error, context.error_log, path, report.encoding) from error
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path}: the bytes are not {report.encoding}, as the file claims or you have said",
                hint=other_encoding_hint(path, report.encoding),
            ) from error
    if not found_root:
        raise InputError(f"{path}: not {roots[0].upper()}: there is no <{'> or <'.join(roots)}> element in it")


def _decodable(encoding: str, path: Path, *, is_wish: bool) -> str:
    try:
        return known_encoding(encoding, path)
    except UsageError as error:
        if is_wish:
            raise
        raise InputError(f"{path}:1: the file claims an encoding that is none: {encoding}", hint=error.hint) from error


def local_name(element: _Element) -> str:
    """The name of the element without its namespace; "" for what is no element."""
    return _local_name(element.tag)


@lru_cache(maxsize=1024)
def _local_name(tag: object) -> str:
    # Comments and references to entities have no text for a name.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: _Element) -> int:
    """The line on which the element starts, counted from 1."""
    line: Any = element.sourceline
    return int(line or 0)


def _check_root(element: _Element, roots: tuple[str, ...], path: Path) -> bool:
    tree = element.getroottree()
    top = local_name(tree.getroot())
    if top not in roots:
        raise InputError(f"{path}: not {roots[0].upper()}: the first element is <{top}>")
    subset: Any = tree.docinfo.internalDTD
    if subset is not None and next(iter(subset.iterentities()), None) is not None:
        raise InputError(
            f"{path}: the file declares entities, which can smuggle in other files or fill the memory",
            hint="Have the tool that wrote it export plain text, or remove the DOCTYPE.",
        )
    return True


def _forget_those_before(element: _Element) -> None:
    if element.getprevious() is None:
        return
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _readable(error: XMLSyntaxError, log: _ListErrorLog, path: Path, encoding: str) -> InputError:
    unknown = next((one for one in log if one.type == _UNKNOWN_ENTITY), None)
    if unknown is not None:
        return InputError(
            f"{path}:{unknown.line}: an entity that the file does not explain: {unknown.message}",
            hint="In XML, &nbsp; and the like must be written as numbers: &#160;.",
        )
    place = f"{path}:{error.lineno}" if error.lineno else str(path)
    code = getattr(error, "code", 0)
    reason = (error.msg or "not well-formed").partition(", line ")[0]
    if code in _INVALID_CHARACTERS:
        return InputError(
            f"{place}: a character that XML does not allow ({reason})",
            hint="Reading with repair turns old line-break characters into line breaks and drops the others.",
        )
    if code in _ENCODING_ERRORS:
        return InputError(
            f"{place}: the bytes are not in the encoding that the file claims to have ({reason})",
            hint=other_encoding_hint(path, encoding),
        )
    if code in _ENTITY_LOOPS:
        return InputError(f"{place}: the file declares entities that grow without bound")
    return InputError(
        f"{place}: not well-formed XML: {reason}",
        hint="Nothing was kept of it. Was the file cut off when it was copied?",
    )
