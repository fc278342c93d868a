"""XML with characters that XML 1.0 forbids, made readable."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.source_file import CHUNK

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that cannot stand in an XML 1.0 document (production 2 of the recommendation)."""

# Word processors write a line break within a paragraph as U+000B, and a page break as U+000C.
_LINE_BREAKS = "\x0b\x0c"
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")
# A surrogate pair, U+D800–DBFF and U+DC00–DFFF, written as two references.
_PAIR = re.compile(
    r"&#(?:x[dD][89abAB][0-9a-fA-F]{2}|55(?:29[6-9]|[3-9]\d\d)|56(?:[0-2]\d\d|30\d|31\d));"
    r"&#(?:x[dD][c-fC-F][0-9a-fA-F]{2}|56(?:3[2-9]\d|[4-9]\d\d)|57(?:[0-2]\d\d|3[0-3]\d|34[0-3]));"
)
_LONGEST_REFERENCES = 28
_DECLARATION = re.compile(r"^(\ufeff?\s*)<\?xml[^>]*\?>")


class Utf8Xml:
    """An XML file in `report.encoding` as a stream of UTF-8; with `repair` nothing stands in it that XML forbids.

    Line-break characters become line breaks, surrogate pairs written as two references become the one character
    they mean, the rest is dropped; each kind is reported with the lines on which it stood.
    """

    def __init__(self, stream: BinaryIO, report: ReadReport, *, repair: bool) -> None:
        self._stream = stream
        self._report = report
        self._repair = repair
        try:
            self._decoder = codecs.getincrementaldecoder(report.encoding)()
        except LookupError as error:
            raise InputError(f"{report.path}: unknown encoding {report.encoding}") from error
        self._line = 1
        self._rest = ""
        self._started = False

    def read(self, _size: int = -1) -> bytes:
        """The next piece, empty at the end."""
        while True:
            chunk = self._stream.read(CHUNK)
            text = self._rest + self._decoder.decode(chunk, final=not chunk)
            cut = self._safe_cut(text) if chunk else len(text)
            self._rest = text[cut:]
            repaired = self._repaired(text[:cut])
            if repaired or not chunk:
                return repaired.encode()

    @staticmethod
    def _safe_cut(text: str) -> int:
        """Where to end the piece so that no reference, or pair of them, is cut in two."""
        start = text.find("&", max(0, len(text) - _LONGEST_REFERENCES))
        return len(text) if start < 0 else start

    def _repaired(self, text: str) -> str:
        if not self._started:
            # The declaration may name the old encoding.
            text, self._started = _DECLARATION.sub(r"\1", text), True
        if not self._repair:
            return text
        first, self._line = self._line, self._line + text.count("\n")
        paired = _PAIR.sub(lambda match: self._joined(match, first), text)
        plain = _REFERENCE.sub(lambda match: self._mended_reference(match, first), paired)
        return ILLEGAL.sub(lambda match: self._mended(match[0], first + plain.count("\n", 0, match.start())), plain)

    def _joined(self, match: re.Match[str], first: int) -> str:
        high, low = (_code_point(reference) for reference in _REFERENCE.finditer(match[0]))
        line = first + match.string.count("\n", 0, match.start())
        character = chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        self._report.remark(f"two references joined into U+{ord(character):04X}", line)
        return character

    def _mended_reference(self, match: re.Match[str], first: int) -> str:
        code = _code_point(match)
        if code <= 0x10FFFF and not ILLEGAL.match(chr(code)):
            return match[0]
        line = first + match.string.count("\n", 0, match.start())
        return self._mended(chr(code) if code <= 0x10FFFF else "", line)

    def _mended(self, character: str, line: int) -> str:
        name = f"U+{ord(character):04X}" if character else "a reference beyond Unicode"
        if character and character in _LINE_BREAKS:
            self._report.remark(f"{name} repaired: now a line break", line)
            return "\n"
        self._report.remark(f"{name} repaired: dropped", line)
        return ""


def _code_point(reference: re.Match[str]) -> int:
    return int(reference[1], 16) if reference[1] else int(reference[2])
