"""What people do to entries: status, fields, targets, adding, merging. No machine changes a field that a person set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rnk_gloss.errors import UsageError
from rnk_gloss.model.entry import Origin, Status, Usage
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.store.candidates import remove_entry
from rnk_gloss.store.door import Value, Writer
from rnk_gloss.store.entries import missing_entry

FIELDS = ("source", "reading", "category", "subject", "note")


def add_entry(
    writer: Writer,
    fields: Mapping[str, str],
    *,
    fold: str,
    romaji: str,
    languages: tuple[str, str],
    status: Status = Status.APPROVED,
    reading_origin: Origin = Origin.PERSON,
) -> int:
    """The id of a new entry made by a person or an import; `fields` names some of `FIELDS`, `source` among them."""
    return writer.insert(
        "entry",
        {
            **fields,
            "fold": fold,
            "romaji": romaji,
            "reading_origin": reading_origin.value if fields.get("reading") else "",
            "status": status.value,
            "score": 100.0,
            "source_language": languages[0],
            "target_language": languages[1],
            "edited": ",".join(sorted(name for name in FIELDS if fields.get(name))),
            "created_at": writer.at,
            "created_by": writer.author,
            "changed_at": writer.at,
            "changed_by": writer.author,
        },
    )


def set_status(writer: Writer, keys: Sequence[int], status: Status, *, reason: str = "") -> int:
    """How many of the entries changed; `reason` says why they are rejected and goes when they no longer are."""
    why = reason if status is Status.REJECTED else ""
    return sum(_set(writer, key, {"status": status.value, "reason": why}) for key in keys)


def edit_fields(writer: Writer, key: int, values: Mapping[str, Value]) -> bool:
    """Whether anything changed; the fields are the person's from now on."""
    edited = set(filter(None, _row(writer, key)["edited"].split(","))) | {name for name in values if name in FIELDS}
    return _set(writer, key, {**values, "edited": ",".join(sorted(edited))})


def _set(writer: Writer, key: int, values: Mapping[str, Value]) -> bool:
    _row(writer, key)
    if not writer.update("entry", key, values):
        return False
    writer.update("entry", key, {"changed_at": writer.at, "changed_by": writer.author})
    return True


def _row(writer: Writer, key: int) -> dict[str, str]:
    row = writer.connection.execute("SELECT * FROM entry WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise missing_entry(writer.connection, key)
    return dict(row)


def put_target(writer: Writer, key: int, text: str, usage: Usage, *, origin: Origin = Origin.PERSON) -> bool:
    """Whether anything changed: add a target or decide on its usage. There is one preferred target at most."""
    _row(writer, key)
    changed = False
    rows = writer.connection.execute("SELECT * FROM target WHERE entry = ? ORDER BY position, id", (key,)).fetchall()
    known = next((row for row in rows if row["text"] == text), None)
    if usage is Usage.PREFERRED:
        for row in rows:
            if row["usage"] == Usage.PREFERRED and row["text"] != text:
                changed |= writer.update("target", row["id"], {"usage": Usage.ADMITTED.value})
    position = min((row["position"] for row in rows), default=1) - 1 if usage is Usage.PREFERRED else None
    if known is None:
        last = max((row["position"] for row in rows), default=0) + 1
        place = last if position is None else position
        values: dict[str, Value] = {"entry": key, "position": place, "text": text, "usage": usage.value, "score": 100.0}
        writer.insert("target", {**values, "origin": origin.value, "edited": 1})
        changed = True
    else:
        values = {"usage": usage.value, "edited": 1}
        if position is not None and known["id"] != rows[0]["id"]:
            values["position"] = position
        changed |= writer.update("target", known["id"], values)
    if changed:
        writer.update("entry", key, {"changed_at": writer.at, "changed_by": writer.author})
    return changed


def remove_target(writer: Writer, key: int, text: str) -> bool:
    """Whether there was such a target. From now on the targets are the person's: no machine brings it back."""
    row = writer.connection.execute("SELECT id FROM target WHERE entry = ? AND text = ?", (key, text)).fetchone()
    if row is None:
        return False
    writer.delete_where("evidence", "target", row[0])
    writer.delete("target", row[0])
    edited = set(filter(None, _row(writer, key)["edited"].split(","))) | {"targets"}
    writer.update(
        "entry",
        key,
        {"edited": ",".join(sorted(edited)), "changed_at": writer.at, "changed_by": writer.author},
    )
    return True


def merge_entries(writer: Writer, into: int, others: Sequence[int]) -> None:
    """Make the terms of `others` variants of `into`, with their occurrences and targets; `others` are then gone."""
    if into in others:
        raise UsageError(Refusal.INTO_ITSELF.of(entry=into))
    _row(writer, into)
    for key in others:
        row = _row(writer, key)
        _move_variants(writer, key, into, row)
        _move_targets(writer, key, into)
        for occurrence in writer.connection.execute("SELECT id FROM occurrence WHERE entry = ?", (key,)).fetchall():
            writer.update("occurrence", occurrence[0], {"entry": into})
        remove_entry(writer, key)
    writer.update("entry", into, {"changed_at": writer.at, "changed_by": writer.author})


def _move_variants(writer: Writer, key: int, into: int, row: Mapping[str, str]) -> None:
    connection = writer.connection
    known = {found[0] for found in connection.execute("SELECT text FROM variant WHERE entry = ?", (into,))}
    known.add(connection.execute("SELECT source FROM entry WHERE id = ?", (into,)).fetchone()[0])
    if row["source"] not in known:
        writer.insert("variant", {"entry": into, "text": row["source"], "fold": row["fold"], "kind": "merged"})
        known.add(row["source"])
    for variant in connection.execute("SELECT * FROM variant WHERE entry = ? ORDER BY id", (key,)).fetchall():
        if variant["text"] not in known:
            known.add(variant["text"])
            writer.update("variant", variant["id"], {"entry": into})


def _move_targets(writer: Writer, key: int, into: int) -> None:
    connection = writer.connection
    rows = connection.execute("SELECT text, position FROM target WHERE entry = ?", (into,)).fetchall()
    known = {row["text"] for row in rows}
    position = max((row["position"] for row in rows), default=0)
    for target in connection.execute("SELECT * FROM target WHERE entry = ? ORDER BY position, id", (key,)).fetchall():
        if target["text"] in known:
            continue
        position += 1
        usage = Usage.ADMITTED if target["usage"] == Usage.PREFERRED else Usage(target["usage"])
        writer.update("target", target["id"], {"entry": into, "position": position, "usage": usage.value})
        for row in connection.execute("SELECT id FROM evidence WHERE target = ?", (target["id"],)).fetchall():
            writer.update("evidence", row[0], {"entry": into})
