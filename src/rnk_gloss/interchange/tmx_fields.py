"""Where TMX keeps what a unit has: attributes, and props, for which the standard leaves the names to the tools."""

from __future__ import annotations

UNIT, SOURCE, TARGET = "unit", "source", "target"
"""The levels of a property: the tu, the tuv of the source, the tuv of the target."""

STATUS_PROP = "x-status"
WRITTEN_PROPS = {
    "x-document": "document",
    "x-previous": "previous",
    "x-following": "following",
    "x-origin": "origin",
}
"""prop type → field of a unit, as we write it."""

# OmegaT's own names are read, never written: it offers a unit that carries them at that one place of that file only.
READ_PROPS = {**WRITTEN_PROPS, "file": "document", "prev": "previous", "next": "following"}
"""prop type → field of a unit, as we read it."""

ALIGNMENT_PROP = "x-alignment"
"""What a unit knows as a bead of its document, as a JSON object (`json_units.alignment_json`)."""

NOTE_PROPERTY = "x-tuv-note"
"""The name of a property that stands for a note of one language; notes of the tu are the unit's own note."""

UNNAMED_PROPERTY = "x-unnamed"

DATE_ATTRIBUTES = {"creationdate": "created_at", "changedate": "changed_at", "lastusagedate": "used_at"}
PERSON_ATTRIBUTES = {"creationid": "created_by", "changeid": "changed_by"}
"""attribute of tu or tuv → field of a unit."""
