"""The note of an entry as TBX has it: definitions and contexts in places of their own, the rest as a note.

An entry has one note. What a TBX file says in other places stands there in labelled lines (`Definition: …`,
`Context (ja): …`) before the rest, and goes back to its place when the entry is written. What TBX-Basic has no place
for is written as a labelled note of its own (`Reading: おうしょう`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rnk_gloss.interchange.tbx_categories import NOTE_LABELS
from rnk_gloss.interchange.xml_text import as_one_line

READING, CATEGORY, STATUS = "Reading", "Category", "Status"

_LABELLED_LINE = re.compile(r"(Definition|Context)(?: \(([A-Za-z][A-Za-z0-9-]*)\))?: (.+)")
_LABELLED_NOTE = re.compile(
    r"(Reading|Pronunciation|Furigana|読み仮名|読みがな|読み方|読み|よみがな|よみ|ふりがな|フリガナ|Category|Status)\s*[:：]\s*(\S.*)"
)
_OTHER_LABELS = frozenset({CATEGORY, STATUS})


@dataclass(frozen=True, slots=True)
class Description:
    """A text about a concept (`language` is "") or about its terms in one language; `category` as TBX calls it."""

    category: str
    language: str
    text: str


def joined_note(descriptions: list[Description], notes: list[str]) -> str:
    """The note of an entry: a labelled line for each description, then the notes."""
    lines = [
        f"{NOTE_LABELS[one.category]}{f' ({one.language})' if one.language else ''}: {one.text}" for one in descriptions
    ]
    return "\n".join([*lines, *(note for note in notes if note)])


def split_note(note: str, languages: tuple[str, ...]) -> tuple[list[Description], str]:
    """The descriptions at the start of a note, and what is left of it.

    Lines are taken as long as they stand in the order in which `joined_note` puts them and are about one of the
    languages, so that reading what was written gives the same note.
    """
    order = [("definition", ""), *(("definition", one) for one in languages), *(("context", one) for one in languages)]
    found: list[Description] = []
    rest, place = note, 0
    while rest:
        line, line_break, following = rest.partition("\n")
        match = _LABELLED_LINE.fullmatch(line)
        if match is None or as_one_line(match[3]) != match[3] or (line_break and not following):
            break
        key = match[1].lower(), match[2] or ""
        if key not in order[place:]:
            break
        place = order.index(key)
        found.append(Description(*key, match[3]))
        rest = following
    return found, rest


def labelled(label: str, text: str) -> str:
    """A note that says what it holds: `Reading: おうしょう`."""
    return f"{label}: {text}"


def unlabelled(note: str) -> tuple[str, str]:
    """The label of such a note and what it holds; ("", note) for any other."""
    match = _LABELLED_NOTE.fullmatch(note)
    if match is None:
        return "", note
    return match[1] if match[1] in _OTHER_LABELS else READING, match[2]
