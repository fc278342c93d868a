"""Message catalogues (PO): the translated messages as two documents, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rnk_gloss.documents.content import Content, SourceText
from rnk_gloss.documents.language import script_language
from rnk_gloss.documents.lines import closes_up
from rnk_gloss.documents.tracing import as_read
from rnk_gloss.errors import InputError
from rnk_gloss.model.document import Paragraph
from rnk_gloss.model.span import Span
from rnk_gloss.model.traced import TracedText

if TYPE_CHECKING:
    from polib import POEntry

_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "b": "\b", "f": "\f", "a": "\a"}
_KEYWORD = re.compile(r"[ \t]*(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?=[ \t\"])")

# polib cuts lines where `str.splitlines` does; these characters must not end a line inside a message.
_HIDDEN = {ord(sign): 0xF8E0 + index for index, sign in enumerate("\v\f\x1c\x1d\x1e\x85\u2028\u2029")}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}


@dataclass(frozen=True, slots=True)
class _Message:
    source: TracedText
    target: TracedText


def read_catalogue(source: SourceText, language: str | None) -> Content:
    """The translated messages of a PO file: the side in `language` (Japanese if not given), the other as translation.

    Untranslated and fuzzy messages are left out of both sides and counted in the remarks, obsolete ones ignored; of
    plural forms the first is taken. Spans point to the strings in the file. Raises InputError for malformed files.
    """
    import polib

    try:
        catalogue = polib.pofile(source.text.translate(_HIDDEN) + "\n", check_for_duplicates=False)
    except (OSError, ValueError, IndexError) as error:
        raise InputError(f"{source.path}: not a well-formed PO file: {error}") from error
    entries = [entry for entry in catalogue if not entry.obsolete]
    translated = [entry.translated() and not entry.fuzzy for entry in entries]
    messages = _messages(source, entries, translated)
    fuzzy = sum(entry.fuzzy for entry in entries)
    untranslated = len(entries) - len(messages) - fuzzy
    remarks = [
        f"{count} {kind} message{'s' * (count != 1)} left out"
        for count, kind in ((untranslated, "untranslated"), (fuzzy, "fuzzy"))
        if count
    ]
    if not messages:
        raise InputError(f"{source.path}: no translated message ({', '.join(remarks) or 'the catalogue is empty'})")
    header = catalogue.metadata.get("Language", "").replace("_", "-").split("-")[0].lower()
    names = _languages(messages, header)
    sides = (
        Content(source.text, [Paragraph(message.source) for message in messages], language=names[0]),
        Content(source.text, [Paragraph(message.target) for message in messages], language=names[1]),
    )
    first = _document_side(names, language)
    remarks.insert(0, f"the document is the {'msgid' if first == 0 else 'msgstr'} side ({names[first]})")
    return Content(source.text, sides[first].paragraphs, remarks, names[first], sides[1 - first])


def _languages(messages: Sequence[_Message], header: str) -> tuple[str, str]:
    """The languages of msgid and msgstr: the header names that of msgstr, the script tells the rest."""
    target = header or script_language("\n".join(message.target.text for message in messages))
    return script_language("\n".join(message.source.text for message in messages)), target


def _document_side(names: tuple[str, str], language: str | None) -> int:
    wanted = (language or "ja").split("-")[0].lower()
    return 1 if names[1] == wanted and names[0] != wanted else 0


def _messages(source: SourceText, entries: Sequence[POEntry], translated: Sequence[bool]) -> list[_Message]:
    """The translated messages, every character of their strings in its place.

    polib says what the messages are; the scan says where their strings stand. Both go through the file in order.
    """
    places = [strings for strings in _strings(source.text) if strings["msgid"].text or "msgctxt" in strings]
    if len(places) != len(entries):
        raise InputError(f"{source.path}: not a well-formed PO file: an entry is not complete")
    messages = []
    for entry, strings, wanted in zip(entries, places, translated, strict=True):
        if not wanted:
            continue
        plural = min(entry.msgstr_plural, default=None)
        target = entry.msgstr if plural is None else entry.msgstr_plural[plural]
        name = "msgstr" if plural is None else f"msgstr[{plural}]"
        message = _Message(_placed(entry.msgid, strings["msgid"]), _placed(target, strings[name]))
        if message.source.text and message.target.text:
            messages.append(message)
    return messages


def _placed(text: str, string: TracedText) -> TracedText:
    """A message in its place; where polib reads an escape differently, the message stands for the whole string."""
    text = text.translate(_SHOWN)
    same = string.text == text or not string.text
    return as_read(
        _one_line(string if same else TracedText.standing_for(text, Span(string.starts[0], string.ends[-1])))
    )


def _strings(text: str) -> Iterator[dict[str, TracedText]]:
    """The strings of each entry that is not obsolete, by keyword."""
    parts: dict[str, list[TracedText]] = {}
    current, at = "", 0
    for line in text.split("\n"):
        keyword = _KEYWORD.match(line)
        if keyword:
            current = keyword["name"]
            if "msgid" in parts and current in {"msgctxt", "msgid"}:
                yield {name: TracedText.joined(found) for name, found in parts.items()}
                parts = {}
            parts[current] = []
        if line.lstrip().startswith("#"):
            current = ""
        string = _STRING.search(line, keyword.end() if keyword else 0)
        if current and string:
            parts[current].append(_unescaped(text, at + string.start(1), at + string.end(1)))
        at += len(line) + 1
    if "msgid" in parts:
        yield {name: TracedText.joined(found) for name, found in parts.items()}


def _unescaped(text: str, start: int, end: int) -> TracedText:
    parts, kept_from = [], start
    for escape in _ESCAPE.finditer(text, start, end):
        parts.append(TracedText.verbatim(text[kept_from : escape.start()], kept_from))
        parts.append(TracedText.standing_for(_meaning(escape.group()[1:]), Span(*escape.span())))
        kept_from = escape.end()
    parts.append(TracedText.verbatim(text[kept_from:end], kept_from))
    return TracedText.joined(parts)


def _meaning(escape: str) -> str:
    if escape[0] == "x" and len(escape) == 3:
        return chr(int(escape[1:], 16))
    return chr(int(escape, 8)) if escape.isdigit() else _ESCAPES.get(escape, escape)


def _one_line(content: TracedText) -> TracedText:
    """A message's lines as one paragraph, solid between Japanese characters."""
    text = content.text
    parts, kept_from = [], 0
    for match in re.finditer(r"[ \t]*\n\s*", text):
        start, end = match.span()
        parts.append(content[kept_from:start])
        kept_from = end
        if start > 0 and end < len(text) and not closes_up(text[start - 1], text[end]):
            parts.append(TracedText.standing_for(" ", content.original_span(start, end)))
    parts.append(content[kept_from:])
    return TracedText.joined(parts)
