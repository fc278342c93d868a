"""The messages of a catalogue, one at a time, as the grammar of GNU gettext has them.

polib reads another language: it wants a string on the line of its keyword (msgstr[0] with the string below is read as
text), cuts the last character off a string that is not closed, and has the whole file in the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rnk_gloss.errors import InputError, UsageError
from rnk_gloss.interchange.options import ReadOptions
from rnk_gloss.interchange.report import ReadReport
from rnk_gloss.interchange.source_file import (
    CHUNK,
    encoding_mark,
    known_encoding,
    open_bytes,
    other_encoding_hint,
    text_encoding,
)

LONGEST_LINE = 1 << 20
LONGEST_MESSAGE = 1 << 24
"""Characters of all lines of one message: what grows beyond is no catalogue."""

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_MARKER = re.compile(r"\s*(?P<marker>#~\||#~|#\|)?")
_TOKEN = re.compile(
    r"""\s*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)\b(?:\s*\[\s*(?P<form>[0-9]{1,2})\s*\])?
    |"(?P<string>(?:[^"\\]|\\.)*)")\s*""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"(?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})+|\\.")
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "b": "\b", "f": "\f", "a": "\a", "\\": "\\", '"': '"'}
# What Python makes of a byte that does not belong to the encoding, when it is told to go on.
_UNDECODED = re.compile("[\udc80-\udcff]")


@dataclass(slots=True)
class ParsedMessage:
    """A message as the file has it; `line` is where its msgid stands, `texts` has its strings by keyword.

    Keywords are those of the file, msgstr with its number in brackets; those of `#|` begin with `previous `.
    """

    line: int = 0
    texts: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    flags: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    is_translated: bool = False
    length: int = 0

    def text(self, keyword: str) -> str:
        """The string of the keyword, "" if it has none."""
        return "".join(self.texts.get(keyword, ()))

    def forms(self) -> dict[int, str]:
        """The plural forms of the translation by their numbers."""
        numbered = ((key[7:-1], "".join(parts)) for key, parts in self.texts.items() if key.startswith("msgstr["))
        return {int(number): text for number, text in sorted(numbered)}


def messages(path: Path, options: ReadOptions, report: ReadReport) -> Iterator[ParsedMessage]:
    """Each message, the header and obsolete ones too, in the order of the file.

    `InputError` with the line where the file is not a catalogue, or not in the encoding that it claims.
    """
    report.encoding = _encoding(path, options)
    reader = _Reader(path, report)
    try:
        with path.open(encoding=report.encoding, errors="surrogateescape") as stream:
            while line := stream.readline(LONGEST_LINE):
                complete = reader.take(line)
                if complete is not None:
                    yield complete
    except UnicodeError as error:
        raise _not_encoded(path, report.encoding) from error
    yield reader.last()


def _encoding(path: Path, options: ReadOptions) -> str:
    """As the user says, else the byte order mark, else the header, else as the bytes look."""
    with open_bytes(path) as stream:
        head = stream.read(CHUNK)
    if options.encoding:
        return known_encoding(options.encoding, path)
    marked = encoding_mark(head)
    if marked:
        return marked
    declared = _CHARSET.search(head)
    if declared:
        try:
            return known_encoding(declared[1].decode("ascii"), path)
        except UsageError:
            # A template says charset=CHARSET.
            pass
    return text_encoding(path)


class _Reader:
    """Takes lines and gives messages."""

    def __init__(self, path: Path, report: ReadReport) -> None:
        self._path = path
        self._report = report
        self._number = 0
        self._message = ParsedMessage()
        self._open: list[str] | None = None
        self._met_a_message = False

    def take(self, line: str) -> ParsedMessage | None:
        """The message that ends before this line, if one does."""
        self._number += 1
        if len(line) >= LONGEST_LINE:
            raise self._error(f"the line is longer than {LONGEST_LINE:,} characters")
        if "\0" in line:
            raise self._error("a NUL character stands in the text")
        if _UNDECODED.search(line):
            raise _not_encoded(self._path, self._report.encoding, self._number)
        marker = _MARKER.match(line)
        mark = (marker and marker["marker"]) or ""
        rest = line[marker.end() if marker else 0 :]
        is_comment = not mark and rest.lstrip().startswith("#")
        begins = is_comment or bool(mark.endswith("|")) or re.match(r"\s*(?:msgctxt|msgid)\b", rest) is not None
        complete = self._finished() if begins and self._message.is_translated else None
        self._message.length += len(line)
        if self._message.length > LONGEST_MESSAGE:
            raise self._error(f"the message is longer than {LONGEST_MESSAGE:,} characters")
        if is_comment:
            self._comment(rest.strip())
        else:
            self._tokens(rest, mark)
        return complete

    def last(self) -> ParsedMessage:
        """The message that ends with the file."""
        if not self._message.is_translated and (self._message.texts or not self._met_a_message):
            what = "the last message has no msgstr" if self._message.texts else "no message is in it"
            raise InputError(f"{self._path}: not a PO file, or only a part of one: {what}")
        return self._message

    def _finished(self) -> ParsedMessage:
        complete, self._message = self._message, ParsedMessage()
        self._open = None
        return complete

    def _comment(self, text: str) -> None:
        kind, content = text[:2], text[2:].strip()
        # gettext 1.0 has flags that stay in lines of their own, #=.
        if kind in {"#,", "#="}:
            self._message.flags += [flag.strip() for flag in content.split(",") if flag.strip()]
        elif kind == "#:":
            self._message.references.append(content)
        elif kind == "#.":
            self._message.extracted.append(text[2:].removeprefix(" "))
        else:
            self._message.note.append(text[1:].removeprefix(" "))

    def _tokens(self, text: str, mark: str) -> None:
        at = 0
        while at < len(text) and not text[at:].isspace():
            token = _TOKEN.match(text, at)
            if token is None:
                raise self._error("not a line of a PO file, or a string that is not closed")
            at = token.end()
            if token["keyword"]:
                self._keyword(token["keyword"], token["form"], mark)
            elif self._open is None:
                raise self._error("a string stands here that belongs to no keyword")
            else:
                self._open.append(self._unescaped(token["string"]))

    def _keyword(self, keyword: str, form: str | None, mark: str) -> None:
        if keyword == "domain":
            self._open = []
            return
        name = keyword if form is None else f"{keyword}[{int(form)}]"
        if mark.endswith("|"):
            name = f"previous {name}"
        elif keyword == "msgid":
            self._met_a_message = True
            self._message.line = self._number
            self._message.obsolete = bool(mark)
        elif keyword == "msgstr":
            self._message.is_translated = True
        if name in self._message.texts:
            raise self._error(f"a second {name} stands in the message")
        if name.startswith(("msgstr", "msgid_plural")) and "msgid" not in self._message.texts:
            raise self._error(f"{name} stands without a msgid before it")
        self._open = self._message.texts[name] = []

    def _unescaped(self, text: str) -> str:
        return _ESCAPE.sub(self._meaning, text) if "\\" in text else text

    def _meaning(self, escape: re.Match[str]) -> str:
        found = _BYTE.findall(escape[0])
        if not found:
            if escape[0][1] not in _ESCAPES:
                self._report.remark("backslashes that escape nothing are kept", self._number)
            return _ESCAPES.get(escape[0][1], escape[0])
        # Numbers stand for bytes of the file's encoding, not for characters.
        bytes_ = bytes(int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 255 for hexadecimal, octal in found)
        try:
            return bytes_.decode(self._report.encoding)
        except UnicodeDecodeError as error:
            raise self._error(f"the escape {escape[0]} is no character of {self._report.encoding}") from error

    def _error(self, problem: str) -> InputError:
        return InputError(f"{self._path}:{self._number}: {problem}", hint="msgfmt -c names what is wrong with it.")


def _not_encoded(path: Path, encoding: str, line: int = 0) -> InputError:
    place = f"{path}:{line}" if line else str(path)
    return InputError(
        f"{place}: the bytes are not {encoding}, as the file claims or you have said",
        hint=other_encoding_hint(path, encoding),
    )
