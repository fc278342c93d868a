"""How a unit of the memory stands in its tables: the values of a new row, and the unit that rows make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rnk_gloss.model.making import maker_of
from rnk_gloss.model.span import Span
from rnk_gloss.model.status import Status
from rnk_gloss.model.unit import Alignment, Property, Unit

if TYPE_CHECKING:
    import sqlite3

    from rnk_gloss.store.door import Value, Writer

COLUMNS = (
    "source", "target", "match_key", "source_language", "target_language", "status", "origin", "document_name",
    "previous", "following", "note", "created_at", "created_by", "changed_at", "changed_by", "used_at", "usage_count",
    "external_id",
)  # fmt: skip
"""What `values` gives."""

ALIGNMENT_COLUMNS = (
    "document", "number", "source_start", "source_end", "target_start", "target_end", "score", "shape",
    "flags", "found_source", "found_target", "shaped",
)  # fmt: skip
"""What `alignment_values` gives."""

_READ = ", ".join(("id", *(column for column in COLUMNS if column != "match_key"), *ALIGNMENT_COLUMNS))
_NO_ALIGNMENT = [None, None, None, None, None, None, None, "", "", None, None, 0]
_STATUSES = {status.value: status for status in Status}


class Makers(NamedTuple):
    """What makes the parts of a unit."""

    unit: Callable[..., Unit]
    property: Callable[..., Property]
    alignment: Callable[..., Alignment]


FOR_FEW = Makers(Unit, Property, Alignment)


@cache
def for_many() -> Makers:
    """The same, several times as fast, for which a few milliseconds go before the first unit."""
    return Makers(maker_of(Unit), maker_of(Property), maker_of(Alignment))


def values(unit: Unit, writer: Writer, key: str) -> tuple[Value, ...]:
    """The row of a unit with this match key; what it does not say of its origin is said by the writer."""
    return (
        unit.source, unit.target, key, unit.source_language, unit.target_language, unit.status.value, unit.origin,
        unit.document, unit.previous, unit.following, unit.note, unit.created_at or writer.at,
        unit.created_by or writer.author, unit.changed_at or writer.at, unit.changed_by or writer.author, unit.used_at,
        unit.usage_count, unit.external_id,
    )  # fmt: skip


def alignment_values(unit: Unit, documents: Mapping[tuple[str, str], int]) -> tuple[Value, ...]:
    """The rest of the row of a unit that is a bead of one of `documents`, by path and language."""
    alignment = unit.alignment or Alignment()
    source, target = alignment.source_span or (None, None), alignment.target_span or (None, None)
    document = None if alignment.number is None else documents.get((unit.document, unit.source_language))
    return (
        document, alignment.number, *source, *target, alignment.score, alignment.shape, ",".join(alignment.flags),
        alignment.found_source, alignment.found_target, int(alignment.shaped),
    )  # fmt: skip


def read_units(connection: sqlite3.Connection, keys: Sequence[int], makers: Makers = FOR_FEW) -> Iterator[Unit]:
    """The units of these ids, which are few hundred, in no order."""
    places = ", ".join("?" for _ in keys)
    # Plain tuples: a look-up by name for each of thirty columns takes longer than reading the row.
    cursor = connection.cursor()
    cursor.row_factory = None
    properties: defaultdict[int, list[Property]] = defaultdict(list)
    make_unit, make_property, make_alignment = makers
    for key, level, name, value in cursor.execute(
        f"SELECT unit, level, name, value FROM unit_property WHERE unit IN ({places}) ORDER BY unit, position", keys
    ):
        properties[key].append(make_property(level, name, value))
    for row in cursor.execute(f"SELECT {_READ} FROM unit WHERE id IN ({places})", keys):
        (
            key, source, target, source_language, target_language, status, origin, document, previous, following, note,
            created_at, created_by, changed_at, changed_by, used_at, usage_count, external_id, *alignment,
        ) = row  # fmt: skip
        yield make_unit(
            source, target, key, source_language, target_language, _STATUSES[status], origin, document, previous,
            following, note, created_at, created_by, changed_at, changed_by, used_at, usage_count, external_id,
            tuple(properties[key]) if key in properties else (),
            None if alignment == _NO_ALIGNMENT else _alignment(alignment, make_alignment),
        )  # fmt: skip


def _alignment(values: Sequence[Any], make: Callable[..., Alignment]) -> Alignment:
    (
        _, number, source_start, source_end, target_start, target_end, score, shape, flags, found_source, found_target,
        shaped,
    ) = values  # fmt: skip
    return make(
        number,
        None if source_start is None or source_end is None else Span(source_start, source_end),
        None if target_start is None or target_end is None else Span(target_start, target_end),
        score,
        shape,
        tuple(filter(None, flags.split(","))) if flags else (),
        found_source,
        found_target,
        bool(shaped),
    )
