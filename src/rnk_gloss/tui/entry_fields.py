"""An entry as the fields of a dialog, and what was changed there as an edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rnk_gloss.model.entry import Entry, Usage
from rnk_gloss.tui.dialogs import Field
from rnk_gloss.tui.wording import say

if TYPE_CHECKING:
    from rnk_gloss.service.review import EntryEdit

_SEPARATORS = (";", "|", "/", "\\")
# An input method gives the full-width sign.
_FULL_WIDTH = {";": "；", "|": "｜", "/": "／", "\\": "＼"}


def entry_fields(entry: Entry) -> list[Field]:
    """All that can be edited."""
    sign = separator(entry)
    return [
        Field("source", say("term"), entry.source),
        reading_field(entry),
        Field(
            "targets",
            say("English"),
            _joined(allowed_targets(entry), sign),
            help=say("preferred one first, {sign} between; what is taken out goes", sign=sign),
        ),
        Field(
            "forbidden",
            say("forbidden"),
            _joined(entry.forbidden, sign),
            help=say("English that must not be used, {sign} between", sign=sign),
        ),
        Field("category", say("category"), entry.category),
        Field("subject", say("subject"), entry.subject),
        note_field(entry),
    ]


def reading_field(entry: Entry) -> Field:
    """The reading alone."""
    return Field("reading", say("reading"), entry.reading)


def note_field(entry: Entry) -> Field:
    """The note alone."""
    return Field("note", say("note"), entry.note, lines=max(1, min(entry.note.count("\n") + 1, 6)))


def allowed_targets(entry: Entry) -> list[str]:
    """The targets that may be used, the preferred one first."""
    allowed = [target for target in entry.targets if target.usage is not Usage.FORBIDDEN]
    return [target.text for target in sorted(allowed, key=lambda target: target.usage is not Usage.PREFERRED)]


def separator(entry: Entry) -> str:
    """The sign between the targets of an entry: one that none of them holds."""
    texts = "".join(target.text for target in entry.targets)
    return next((sign for sign in _SEPARATORS if sign not in texts), _SEPARATORS[-1])


def edit_of(answer: Mapping[str, str], entry: Entry) -> EntryEdit:
    """The edit that the changed fields ask for; `entry` is what the dialog showed."""
    from rnk_gloss.service.review import EntryEdit

    sign = separator(entry)
    allowed, forbidden = answer.get("targets"), answer.get("forbidden")
    has_other_targets = allowed is not None or forbidden is not None
    return EntryEdit(
        source=answer.get("source"),
        reading=answer.get("reading"),
        category=answer.get("category"),
        subject=answer.get("subject"),
        note=answer.get("note"),
        targets=_split(allowed, allowed_targets(entry), sign) if has_other_targets else (),
        forbidden=_split(forbidden, entry.forbidden, sign) if has_other_targets else (),
        whole=has_other_targets,
    )


def _joined(texts: list[str] | tuple[str, ...], sign: str) -> str:
    return f"{sign} ".join(texts)


def _split(typed: str | None, before: list[str] | tuple[str, ...], sign: str) -> tuple[str, ...]:
    if typed is None:
        return tuple(before)
    parts = (part.strip() for part in typed.replace(_FULL_WIDTH[sign], sign).split(sign))
    return tuple(dict.fromkeys(part for part in parts if part))
