"""Lines that come in one after the other, decoded as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from rnk_gloss.documents.encoding import HINT, decode, marked_encoding
from rnk_gloss.errors import InputError

# What is valid UTF-8 and stands in no text that is meant so.
_OTHER_NAMES: Mapping[bytes, str] = {
    b"\x00": "it holds zero bytes, as UTF-16 does",
    b"\x1b$": "it holds escape sequences, as ISO-2022-JP does",
}
_OTHER = re.compile(b"|".join(map(re.escape, _OTHER_NAMES)))


def incoming_lines(stream: BinaryIO, name: str, *, encoding: str | None = None) -> Iterator[str]:
    """The lines of a stream, without their ends, each before the next one has come.

    So what they are in cannot be found out from all of them: it is what a byte order mark says, else the `encoding`,
    else UTF-8. Raises `InputError`, with the `name` of the stream and the number of the line, for one that is in
    another encoding, and `UsageError` for an unknown one.
    """
    first = stream.readline()
    known = marked_encoding(first) or encoding
    for number, line in enumerate(_cut(stream, first, _line_end(known or "utf-8")), start=1):
        place = Path(f"{name}:{number}")
        if known is None and (sign := _OTHER.search(line)):
            raise InputError(f"{place}: not UTF-8, though valid as such: {_OTHER_NAMES[sign[0]]}", hint=HINT)
        text = decode(line, place, encoding=known or "utf-8").text
        yield from text.removesuffix("\r").split("\r")


def _cut(stream: BinaryIO, first: bytes, line_end: bytes) -> Iterator[bytes]:
    held = b""
    for part in chain([first], stream):
        held += part
        # The byte at which a stream cuts may be half of a line end, or of another character.
        held += stream.read(-len(held) % len(line_end))
        if held.endswith(line_end):
            yield held[: -len(line_end)]
            held = b""
    if held:
        yield held


def _line_end(encoding: str) -> bytes:
    try:
        # Python puts a byte order mark before what it writes in UTF-16.
        return "a\n".encode(encoding)[len("a".encode(encoding)) :]
    except (LookupError, UnicodeError):
        # One that has another name in Python, and there none is of several bytes; or none, which is told later.
        return b"\n"
