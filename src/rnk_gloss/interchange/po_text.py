"""How catalogues write strings, comments and the header."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rnk_gloss.interchange.options import WriteOptions
from rnk_gloss.interchange.po_fields import NAME_CLOSES, NAME_OPENS, PLURAL_RULES
from rnk_gloss.interchange.timestamps import to_tmx
from rnk_gloss.text.languages import primary_language

_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\v": r"\v", "\f": r"\f", "\b": r"\b"}
)
_BLANKS = re.compile(r"\s+")
_LINE_NUMBER = re.compile(r":\d+$")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def string(keyword: str, text: str, marker: str = "") -> str:
    """The keyword with its string, one line of the file for each line of the text; every line starts with `marker`."""
    quoted = [f'"{line.translate(_ESCAPES)}"' for line in re.findall(r"[^\n]*\n|[^\n]+", text)]
    if len(quoted) != 1:
        quoted.insert(0, '""')
    return f"{marker}{keyword} " + f"\n{marker}".join(quoted) + "\n"


def comment(sign: str, text: str) -> str:
    """The text as comment lines. Whatever any tool takes for the end of a line makes a line of its own."""
    return "".join(f"{sign} {line}".rstrip() + "\n" for line in _LINE_ENDS.split(text))


def is_plain_comment(text: str) -> bool:
    """Whether readers get the text back from its comment lines."""
    return all(line == line.rstrip() for line in text.split("\n")) and len(_LINE_ENDS.findall(text)) == text.count("\n")


def reference(place: str) -> str:
    """A place in source code, `file:line`, as the line `#:` has it."""
    name, colon, line = place.rpartition(":")
    if not (colon and line.isdecimal()):
        name, colon, line = place, "", ""
    return f"#: {_isolated(name) if _BLANKS.search(name) else name}{colon}{line}\n"


def document_reference(name: str) -> str:
    """A document's name as the line `#:` has it: with blanks, it stands between two signs, as gettext writes it."""
    return f"#: {_isolated(name) if _BLANKS.search(name) or _LINE_NUMBER.search(name) else name}\n"


def _isolated(name: str) -> str:
    return NAME_OPENS + _BLANKS.sub(" ", name) + NAME_CLOSES


def writable(text: str) -> str:
    """The text without what no catalogue can hold: NUL, which ends a string in C, and halves of surrogate pairs."""
    return _UNWRITABLE.sub("", text)


def header(options: WriteOptions, project: str = "") -> str:
    """The first message of a catalogue, with every field that msgfmt asks for."""
    date = to_tmx(options.created) if options.created else None
    stamp = f"{date[:4]}-{date[4:6]}-{date[6:8]} {date[9:11]}:{date[11:13]}+0000" if date else ""
    fields: Iterable[tuple[str, str]] = (
        ("Project-Id-Version", project or "rnk-gloss"),
        ("PO-Revision-Date", stamp),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", options.target_language.replace("-", "_")),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", PLURAL_RULES.get(primary_language(options.target_language), "")),
        ("X-Source-Language", options.source_language.replace("-", "_")),
        ("X-Generator", "rnk-gloss"),
    )
    lines = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in fields if name != "Plural-Forms" or value)
    return string("msgid", "") + string("msgstr", lines)
