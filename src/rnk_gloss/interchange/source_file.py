"""Opening files, and finding out how their text is encoded."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.text.encoding_names import CODECS, encoding_of_label

CHUNK = 1 << 16
_JAPANESE = ("CP932 (Shift_JIS)", "EUC-JP", "ISO-2022-JP")

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# The first line of an OmegaT glossary may say: # -*- coding: shift_jis -*-
_MAGIC_COMMENT = re.compile(rb"#.{0,100}?-\*- *coding: *([\w.-]+) *-\*-")
_XML_DECLARATION = re.compile(r"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)["']""", re.ASCII)
# Letters that are common in a text read rightly, and ones that a wrong reading makes.
_EXPECTED = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff、。]")
_UNEXPECTED = re.compile(r"[\uff61-\uff9f\ue000-\uf8ff\u0080-\u009f]")


def open_bytes(path: Path) -> BinaryIO:
    """The file, open for reading; `InputError` if it is missing, a folder, or not readable."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def xml_encoding(head: bytes) -> str:
    """The encoding of an XML file by its first bytes: byte order mark, declaration, UTF-8 (XML 1.0, appendix F)."""
    marked = encoding_mark(head)
    if marked:
        return marked
    head = head.lstrip(b" \t\r\n")
    for unmarked, start in (("utf-16-le", b"<\x00"), ("utf-16-be", b"\x00<")):
        if head.startswith(start):
            return unmarked
    declared = _XML_DECLARATION.match(head.decode("latin-1"))
    return declared[1].lower() if declared else "utf-8"


def encoding_mark(head: bytes) -> str:
    """The encoding that a byte order mark stands for, or ""."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "")


def text_encoding(path: Path) -> str:
    """The encoding of a text file.

    A byte order mark or a magic comment decides; else UTF-8 if the whole file is that; else whichever Japanese
    encoding the whole file can be read in, and if several, the one in which the start looks most like Japanese.
    `InputError` if there is none.
    """
    with open_bytes(path) as stream:
        head = stream.read(CHUNK)
    marked = encoding_mark(head)
    if marked:
        return marked
    magic = _MAGIC_COMMENT.match(head)
    if magic:
        return known_encoding(magic[1].decode("ascii"), path)
    wide = _wide_encoding(head)
    if wide:
        return wide
    if b"\x1b$" in head and _decodes(path, "iso2022_jp"):
        # Seven bits and escapes: it would pass for UTF-8.
        return "iso2022_jp"
    if _decodes(path, "utf-8"):
        return "utf-8"
    fitting = [
        fits
        for name in _JAPANESE[:2]
        if (fits := next((codec for codec in CODECS[name] if _decodes(path, codec)), None)) is not None
    ]
    if not fitting:
        raise InputError(
            f"{path}: the encoding is neither UTF-8, UTF-16, CP932 (Shift_JIS) nor EUC-JP",
            hint="Name the encoding, or save the file as UTF-8.",
        )
    return max(fitting, key=lambda encoding: _plausibility(head, encoding))


def known_encoding(name: str, path: Path) -> str:
    """Python's name for the encoding that the name means; `UsageError` if there is none. Encodings of other things than
    text are refused."""
    meant = encoding_of_label(name)
    try:
        information = codecs.lookup(CODECS[meant][0] if meant in _JAPANESE else name)
        "".encode(information.name)
    except LookupError as error:
        raise UsageError(f"{path}: there is no text encoding {name}", hint="Try utf-8, cp932 or euc-jp.") from error
    return information.name


def other_encoding_hint(path: Path, encoding: str) -> str:
    """What to do about a file that is not in this encoding: which one it seems to be in, where that can be seen."""
    try:
        seen = text_encoding(path)
    except InputError:
        seen = ""
    return (
        f"It looks like {seen}: name that as the encoding." if seen not in {"", encoding} else "Name another encoding."
    )


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark has a zero byte in every ASCII character, always on the same side."""
    for encoding, zeros, others in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if zeros.count(0) * 10 > len(head) and others.count(0) == 0:
            return encoding
    return ""


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with open_bytes(path) as stream:
        try:
            for chunk in _chunks(stream):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _chunks(stream: BinaryIO) -> Iterable[bytes]:
    return iter(lambda: stream.read(CHUNK), b"")


def _plausibility(head: bytes, encoding: str) -> int:
    text = head.decode(encoding, errors="ignore")
    return len(_EXPECTED.findall(text)) - 2 * len(_UNEXPECTED.findall(text))
