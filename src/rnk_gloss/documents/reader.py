"""Any file that can be read, as a document."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable
from pathlib import Path

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.encoding import decode
from rnk_gloss.documents.language import decided_language
from rnk_gloss.errors import InputError
from rnk_gloss.model.document import Document

LARGEST_FILE = 200 * 1024 * 1024

FORMAT_OF_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".po": "po",
    ".pot": "po",
}

# How much of a file is searched for its own word on its encoding (the HTML standard asks for 1,024 bytes; PO headers
# and pages with long first scripts need more).
_DECLARED_WITHIN = 8192
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_PO_CHARSET = re.compile(rb"Content-Type:[^\n]{0,100}?charset=([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATIONS = {"html": (_META_CHARSET, _XML_DECLARATION), "po": (_PO_CHARSET,)}

# Signatures of files that are not text, for a message that says what the file is.
_SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive",
    b"%PDF-": "a PDF file",
    b"\xd0\xcf\x11\xe0": "an old Office file (DOC, XLS) or an encrypted one",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3\x00": "an SQLite database",
}


def read_document(path: Path, *, language: str | None = None, encoding: str | None = None) -> Document:
    """The document in a file; its format is told by the suffix, a file with an unknown one is read if it is text.

    `language` (a BCP 47 code) and `encoding` are found out when not given; what was decided stands in the document's
    `remarks`. For a PO file `language` says which side is the document, the other one is its `translation`.
    Raises InputError when the file is missing, empty, too large, not text, or holds no letters.
    """
    path = Path(path)
    return document_of(_bytes_of(path), path, language=language, encoding=encoding)


_HOLDS_TRANSLATIONS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:(?><!--.{0,2000}?-->)\s*|<!DOCTYPE[^>]{0,500}>\s*)*+<(xliff|tmx|tbx|martif)\b",
    re.DOTALL,
)


def document_of(data: bytes, path: Path, *, language: str | None = None, encoding: str | None = None) -> Document:
    """The document in the bytes of a file, or of what came by another way and is called `path`; see `read_document`."""
    if len(data) > LARGEST_FILE:
        raise InputError(f"{path}: larger than {LARGEST_FILE // 1024**2} MB", hint="split the file")
    if not data.strip():
        raise InputError(f"{path}: the file is empty")
    format_name = FORMAT_OF_SUFFIX.get(path.suffix.lower(), "text")
    if format_name == "docx":
        from rnk_gloss.documents.docx import read_docx

        return _document(data, format_name, read_docx(data, path), SourceText(path, "", "UTF-8"), language)
    source = _source(path, data, format_name, encoding)
    format_name, content = _content(format_name, source, language)
    return _document(data, format_name, content, source, language)


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(
                f"{path}: is a directory", hint="name a file, or give the directory to a command that takes one"
            )
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{path}: is not a regular file")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file", hint="check the name and the directory you are in") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from error
    return data


def _source(path: Path, data: bytes, format_name: str, encoding: str | None) -> SourceText:
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            known = ", ".join(FORMAT_OF_SUFFIX)
            raise InputError(f"{path}: not a text file but {name}", hint=f"files that can be read: {known}")
    declared = None
    for pattern in _DECLARATIONS.get(format_name, ()):
        match = pattern.search(data[:_DECLARED_WITHIN])
        if match and declared is None:
            declared = match[1].decode("ascii")
    decoded = decode(data, path, encoding=encoding, declared=declared)
    if held := _HOLDS_TRANSLATIONS.match(decoded.text):
        raise InputError(
            f"{path}: is no document but a file of translations ({held[1]})",
            hint="rnk-gloss import takes its units; give this command the text alone",
        )
    if "\x00" in decoded.text:
        raise InputError(f"{path}: not a text file (zero character at position {decoded.text.index(chr(0))})")
    return SourceText(path, decoded.text, decoded.encoding, (decoded.remark,))


def _content(format_name: str, source: SourceText, language: str | None) -> tuple[str, Content]:
    if format_name == "po":
        from rnk_gloss.documents.catalogue import read_catalogue

        return format_name, read_catalogue(source, language)
    from rnk_gloss.documents.html import read_html
    from rnk_gloss.documents.markdown import is_markdown, read_markdown
    from rnk_gloss.documents.plain import read_plain

    readers: dict[str, Callable[[SourceText], Content]] = {
        "markdown": read_markdown,
        "html": read_html,
        "text": read_plain,
    }
    if format_name == "text" and is_markdown(source.text):
        content = read_markdown(source)
        return "markdown", Content(
            content.original, content.paragraphs, ["read as Markdown: it has # headings", *content.remarks]
        )
    return format_name, readers[format_name](source)


def _document(data: bytes, format_name: str, content: Content, source: SourceText, language: str | None) -> Document:
    path = source.path
    visible = "\n".join(paragraph.text for paragraph in content.paragraphs)
    if not any(character.isalpha() for character in visible):
        raise InputError(f"{path}: nothing to read: there are no letters in it")
    digest = hashlib.sha256(data).hexdigest()
    code, found = decided_language(visible, path, language, content.language)
    translation = None
    if content.translation is not None:
        other = content.translation
        translation = Document(
            path=str(path),
            language=other.language or "und",
            format=format_name,
            encoding=source.encoding,
            digest=digest,
            original=other.original,
            paragraphs=tuple(other.paragraphs),
        )
    return Document(
        path=str(path),
        language=code,
        format=format_name,
        encoding=source.encoding,
        digest=digest,
        original=content.original,
        paragraphs=tuple(content.paragraphs),
        remarks=(*source.remarks, *found, *content.remarks),
        translation=translation,
    )
