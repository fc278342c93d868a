"""What people do to units and segments: status and text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rnk_gloss.errors import NotFoundError
from rnk_gloss.model.entry import Status
from rnk_gloss.store.door import Value, Writer


def set_unit_status(writer: Writer, keys: Sequence[int], status: Status) -> int:
    """How many of the units changed their status."""
    return sum(_set(writer, key, {"status": status.value}) for key in keys)


def edit_unit(
    writer: Writer,
    key: int,
    *,
    source: str | None,
    target: str | None,
    note: str | None,
    key_of: Callable[[str, str], str],
) -> bool:
    """Whether anything changed. What the aligner found is remembered: a new alignment knows the segment by it."""
    row = _row(writer, key)
    values: dict[str, Value] = {}
    if note is not None:
        values["note"] = note
    for side, text in (("source", source), ("target", target)):
        if text is not None and text != row[side]:
            values[side] = text
            if row["document"] is not None and row[f"found_{side}"] is None:
                values[f"found_{side}"] = row[side]
    if "source" in values:
        values["match_key"] = key_of(str(values["source"]), str(row["source_language"]))
    return _set(writer, key, values)


def _set(writer: Writer, key: int, values: dict[str, Value]) -> bool:
    _row(writer, key)
    if not values or not writer.update("unit", key, values):
        return False
    writer.update("unit", key, {"changed_at": writer.at, "changed_by": writer.author})
    return True


def _row(writer: Writer, key: int) -> dict[str, Value]:
    row = writer.connection.execute("SELECT * FROM unit WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no unit {key}", hint="see: rnk-gloss segments list")
    return dict(row)
