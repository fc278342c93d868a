"""An entry as the fields of a dialog, and what was changed there as an edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rnk_gloss.model.entry import Entry, Usage
from rnk_gloss.tui.dialogs import Field

if TYPE_CHECKING:
    from rnk_gloss.service.review import EntryEdit

_SEPARATOR = ";"


def entry_fields(entry: Entry) -> list[Field]:
    """All that can be edited."""
    allowed = [target.text for target in entry.targets if target.usage is Usage.PREFERRED]
    allowed += [target.text for target in entry.targets if target.usage is Usage.ADMITTED]
    forbidden = [target.text for target in entry.targets if target.usage is Usage.FORBIDDEN]
    return [
        Field("source", "term", entry.source),
        Field("reading", "reading", entry.reading),
        Field("targets", "English", _joined(allowed), help="the preferred one first, ; between"),
        Field("forbidden", "forbidden", _joined(forbidden), help="English that must not be used, ; between"),
        Field("category", "category", entry.category),
        Field("subject", "subject", entry.subject),
        note_field(entry),
    ]


def note_field(entry: Entry) -> Field:
    """The note alone."""
    return Field("note", "note", entry.note)


def edit_of(answer: Mapping[str, str]) -> EntryEdit:
    """The edit that the changed fields ask for."""
    from rnk_gloss.service.review import EntryEdit

    return EntryEdit(
        source=answer.get("source"),
        reading=answer.get("reading"),
        category=answer.get("category"),
        subject=answer.get("subject"),
        note=answer.get("note"),
        targets=_split(answer.get("targets", "")),
        forbidden=_split(answer.get("forbidden", "")),
    )


def _joined(texts: list[str]) -> str:
    return f"{_SEPARATOR} ".join(texts)


def _split(text: str) -> tuple[str, ...]:
    # An input method gives the full-width sign.
    parts = (part.strip() for part in text.replace("；", _SEPARATOR).split(_SEPARATOR))
    return tuple(dict.fromkeys(part for part in parts if part))
