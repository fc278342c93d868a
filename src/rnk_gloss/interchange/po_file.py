"""A catalogue as a file: how it is encoded, and whether every line of it is a line of a catalogue."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import InputError
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.source_file import CHUNK, encoding_mark, known_encoding, open_bytes, text_encoding

if TYPE_CHECKING:
    from polib import POFile

LONGEST_LINE = 1 << 20
LARGEST_FILE = 1 << 28
"""Bytes: a catalogue is kept in the memory while it is read, with several times its size."""

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_STRING = re.compile(
    r"""\s*(?:\#~)?(?P<previous>\#?\|)?\s*
    (?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?
    "(?:[^"\\]|\\.)*"\s*""",
    re.VERBOSE,
)
# What Python makes of a byte that does not belong to the encoding, when it is told to go on.
_UNDECODED = re.compile("[\udc80-\udcff]")
_EMPTY_MARKS = frozenset({"#~", "#|", "#~|"})
_COMMENT = re.compile(r"\s*#(?![~|])")


def open_catalogue(path: Path, options: ReadOptions, report: ReadReport) -> POFile:
    """The catalogue; `InputError` with the line where the file is not one, or is not in the encoding that it claims.

    polib cuts the last character off a string that is not closed, and passes over some other damage: so each line is
    looked at before.
    """
    import polib

    report.encoding = _encoding(path, options)
    messages = _checked_messages(path, report)
    try:
        catalogue = polib.pofile(str(path), encoding=report.encoding, check_for_duplicates=False)
    except (OSError, ValueError, IndexError) as error:
        line = re.search(r"\(line (\d+)\)", str(error))
        place = f"{path}:{line[1]}" if line else str(path)
        raise InputError(f"{place}: not a well-formed PO file", hint="msgfmt -c names what is wrong.") from error
    if len(catalogue) not in {messages, messages - 1}:
        raise InputError(f"{path}: not a well-formed PO file: a message in it is not complete")
    return catalogue


def _encoding(path: Path, options: ReadOptions) -> str:
    """As the user says, else the byte order mark, else the header, else as the bytes look."""
    with open_bytes(path) as stream:
        head = stream.read(CHUNK)
        size = stream.seek(0, 2)
    if size > LARGEST_FILE:
        raise InputError(f"{path}: larger than {LARGEST_FILE >> 20} MiB", hint="Split the catalogue (msggrep).")
    if options.encoding:
        return known_encoding(options.encoding, path)
    marked = encoding_mark(head)
    if marked:
        return marked
    declared = _CHARSET.search(head)
    if declared:
        try:
            return codecs.lookup(declared[1].decode("ascii", "replace")).name
        except LookupError:
            # A template says charset=CHARSET.
            pass
    return text_encoding(path)


def _checked_messages(path: Path, report: ReadReport) -> int:
    """How many messages begin in the file, the header among them."""
    messages = number = 0
    last = ""
    try:
        with path.open(encoding=report.encoding, errors="surrogateescape") as stream:
            while line := stream.readline(LONGEST_LINE):
                number += 1
                _check(line, f"{path}:{number}", report.encoding)
                if not line.strip() or _COMMENT.match(line):
                    continue
                string = _STRING.fullmatch(line)
                if string is None and line.strip() not in _EMPTY_MARKS:
                    raise InputError(f"{path}:{number}: not a line of a PO file, or a string that is not closed")
                if string is not None and string["keyword"] and not string["previous"]:
                    last = string["keyword"]
                    messages += last == "msgid"
    except UnicodeError as error:
        raise _not_encoded(str(path), report.encoding) from error
    if not last.startswith("msgstr"):
        what = f"the last message is not complete, the file ends after its {last}" if last else "no message is in it"
        raise InputError(f"{path}: not a PO file, or only a part of one: {what}")
    return messages


def _check(line: str, place: str, encoding: str) -> None:
    if len(line) >= LONGEST_LINE:
        raise InputError(f"{place}: the line is longer than {LONGEST_LINE:,} characters")
    if "\0" in line:
        raise InputError(f"{place}: a NUL character stands in the text", hint="Is it a PO file?")
    if _UNDECODED.search(line):
        raise _not_encoded(place, encoding)


def _not_encoded(place: str, encoding: str) -> InputError:
    return InputError(
        f"{place}: the bytes are not {encoding}, as the file claims or you have said", hint="Name another encoding."
    )
