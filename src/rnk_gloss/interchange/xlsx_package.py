"""The parts of a workbook file, unpacked and parsed within bounds.

No tree is built: a small file can unpack to one that would fill the memory.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.source_file import CHUNK, open_bytes

LARGEST_UNPACKED = 200 * 1024 * 1024
"""All parts of a file together may unpack to so many bytes."""

MOST_ELEMENTS = 6_000_000
"""A sheet with more elements (a cell is two or three) takes too long to read."""

HIGHEST_RATIO = 100
UNSUSPECTED = 10 * 1024 * 1024
"""A part that is larger than this may be packed to a hundredth of its size and no tighter, which no sheet is (Apache
POI draws the same line)."""

_HINT = "Save it as .xlsx without a password, or as CSV."
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Handler(Protocol):
    """What is told of a part while it is parsed; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def data(self, text: str) -> None: ...


class Package:
    """An open workbook file; parts are named as in the file, without a leading slash."""

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        # Some programs for Windows write its separators.
        self._names = {name.lower().replace("\\", "/"): name for name in archive.namelist()}
        self.path = path

    def parse(self, name: str, handler: Handler) -> Iterator[None]:
        """Parse a part piece by piece, one step for each piece; nothing happens for a part that is not there.

        `InputError` for damage, passwords, a document type definition, and more than `MOST_ELEMENTS`.
        """
        from lxml import etree

        target = _Target(handler, self.path)
        parser = etree.XMLParser(
            target=target, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_pis=True
        )
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
                yield
            if target.started:
                parser.close()
        except etree.XMLSyntaxError as error:
            raise InputError(f"{self.path}: damaged workbook: {name}: {error}", hint=_HINT) from error

    def parse_whole(self, name: str, handler: Handler) -> None:
        """Parse a part to its end."""
        for _ in self.parse(name, handler):
            pass

    def holds(self, name: str, text: bytes) -> bool:
        """Whether the text stands anywhere in a part."""
        last = b""
        for chunk in self._chunks(name):
            if text in last + chunk:
                return True
            last = chunk[-len(text) :]
        return False

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Where the relations of a part lead: type (the last word of it) and part name, by their ids."""
        folder, file = posixpath.split(part)
        found = _Relations()
        self.parse_whole(posixpath.join(folder, "_rels", f"{file}.rels"), found)
        return {
            key: (kind, posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"))
            for key, kind, target in found.found
        }

    def _chunks(self, name: str) -> Iterator[bytes]:
        stored = self._names.get(name.lower().lstrip("/"))
        if stored is None:
            return
        try:
            with self._archive.open(stored) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
            raise InputError(f"{self.path}: damaged or encrypted workbook: {name}: {error}", hint=_HINT) from error


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The workbook file, open; `InputError` if it is none, or would unpack to more than 200 MB."""
    with open_bytes(path) as stream:
        head = stream.read(len(_OLD_WORKBOOK))
        if head == _OLD_WORKBOOK:
            raise InputError(f"{path}: an old .xls workbook, or one with a password", hint=_HINT)
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise InputError(f"{path}: not a workbook: {error}", hint=_HINT) from error
        with archive:
            # zipfile reads no more of a part than its size as stated here.
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise InputError(
                    f"{path}: unpacks to more than {LARGEST_UNPACKED // 1024**2} MB", hint="Split the workbook."
                )
            for part in archive.infolist():
                if part.file_size > max(UNSUSPECTED, HIGHEST_RATIO * part.compress_size):
                    raise InputError(
                        f"{path}: {part.filename[:80]!r} is packed too tightly to be a sheet: it would fill the memory",
                        hint="If the file is yours, save it as CSV.",
                    )
            yield Package(archive, path)


class _Target:
    """What lxml calls: counts elements, takes namespaces off, and refuses what no workbook has."""

    def __init__(self, handler: Handler, path: Path) -> None:
        self._handler = handler
        self._path = path
        self._elements = 0
        self.started = False

    def start(self, tag: str | bytes, attributes: Any) -> None:
        self.started = True
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise InputError(f"{self._path}: the sheet has more than {MOST_ELEMENTS:,} parts", hint="Split the sheet.")
        self._handler.start(_name(tag), attributes)

    def end(self, tag: str | bytes) -> None:
        self._handler.end(_name(tag))

    def data(self, data: str | bytes) -> None:
        self._handler.data(str(data))

    def doctype(self, *_declared: str | None) -> None:
        raise InputError(f"{self._path}: holds a document type definition, which workbooks never do")

    def comment(self, _text: str | bytes) -> None:
        """Comments are no cells."""

    def close(self) -> None:
        """Nothing is built."""


def _name(tag: str | bytes) -> str:
    return str(tag).rpartition("}")[2]


class _Relations:
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def data(self, text: str) -> None:
        """Relations hold no text."""
