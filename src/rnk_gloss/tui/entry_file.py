"""An entry as a small text file for an editor, and what was changed there as an edit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Entry
from rnk_gloss.service.review import EntryEdit
from rnk_gloss.text.cells import printable
from rnk_gloss.text.normalise import nfc
from rnk_gloss.tui.entry_fields import allowed_targets
from rnk_gloss.tui.wording import say

# What may be written before the colon; Japanese words are understood, too.
_NAMES = {
    "term": "term", "用語": "term",
    "reading": "reading", "読み": "reading", "よみ": "reading",
    "english": "english", "訳語": "english", "英語": "english",
    "forbidden": "forbidden", "使用禁止": "forbidden", "禁止": "forbidden",
    "category": "category", "分類": "category",
    "subject": "subject", "分野": "subject",
    "note": "note", "注": "note", "メモ": "note",
}  # fmt: skip
_SEVERAL = frozenset({"english", "forbidden", "note"})
_LINE = re.compile(r"\s*([^:：]*?)\s*[:：]\s*(.*?)\s*")
_MISTAKE = "#!"


class EntryFileError(UsageError):
    """Something in the file that cannot be understood; the message repeats the line."""


def entry_text(entry: Entry) -> str:
    """The entry as `field: value` lines, with comments that say how to edit them."""
    lines = [
        f"# {say('An entry of the glossary. Lines that begin with # are not read.')}",
        f"# {say('One english: line for each target, the preferred one first; a line that is deleted is removed.')}",
        f"# {say('forbidden: is English that must not be used. Save and leave to store it.')}",
        f"term: {printable(entry.source)}",
        f"reading: {printable(entry.reading)}",
        *(f"english: {printable(text)}" for text in allowed_targets(entry) or [""]),
        *(f"forbidden: {printable(text)}" for text in entry.forbidden),
        f"category: {printable(entry.category)}",
        f"subject: {printable(entry.subject)}",
        *(f"note: {printable(line)}" for line in entry.note.split("\n")),
    ]
    return "\n".join(lines) + "\n"


def with_mistake(text: str, message: str) -> str:
    """The text with what is wrong with it above, as a comment; what was said before is gone."""
    kept = [line for line in text.split("\n") if not line.startswith(_MISTAKE)]
    said = [f"{_MISTAKE} {printable(line)}" for line in message.split("\n")]
    return "\n".join([*said, *kept])


def edit_of_text(text: str, entry: Entry) -> EntryEdit:
    """The edit that makes the entry what the file says; fields that stand there unchanged are left alone. Raises
    `EntryFileError`."""
    fields, before = _read(text), _read(entry_text(entry))
    if not any(fields["term"]):
        raise EntryFileError(say("there is no term: write one after term:"))
    both = set(fields["english"]) & set(fields["forbidden"])
    if both:
        raise EntryFileError(say("{text} is both english and forbidden", text=min(both)))
    values = {name: "\n".join(fields[name]).strip() for name in _NAMES.values()}
    changed = {name: value for name, value in values.items() if value != "\n".join(before[name]).strip()}
    has_other_targets = "english" in changed or "forbidden" in changed
    return EntryEdit(
        source=changed.get("term"),
        reading=changed.get("reading"),
        category=changed.get("category"),
        subject=changed.get("subject"),
        note=changed.get("note"),
        targets=tuple(fields["english"]) if has_other_targets else (),
        forbidden=tuple(fields["forbidden"]) if has_other_targets else (),
        whole=has_other_targets,
    )


def _read(text: str) -> Mapping[str, list[str]]:
    fields: dict[str, list[str]] = defaultdict(list)
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith(("#", "＃")):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise EntryFileError(say("there is no colon in: {line}", line=line))
        name = _NAMES.get(nfc(found[1]).lower())
        if name is None:
            known = ", ".join(dict.fromkeys(_NAMES.values()))
            raise EntryFileError(say("{name} is no field; there are {known}", name=found[1], known=known))
        if name not in _SEVERAL and name in fields:
            raise EntryFileError(say("{name} stands there twice", name=name))
        fields[name].append(nfc(found[2]))
    for name in ("english", "forbidden"):
        fields[name] = list(dict.fromkeys(filter(None, fields[name])))
    return fields
