"""What a store holds, and in what two stores differ: by kind of thing and field, whatever fields these have."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from rnk_gloss.model.archive import ArchivedDocument, ArchivedLikeness
from rnk_gloss.model.entry import Entry, Target, Usage, Variant
from rnk_gloss.model.segment import Alignment, Unit
from rnk_gloss.model.selection import EntryOrder, EntrySelection, UnitSelection
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.store.archive import archived_documents, archived_likenesses, places_of_entries
from rnk_gloss.store.contexts import contexts
from rnk_gloss.store.entries import entries, entry_ids
from rnk_gloss.store.units import selected_units

WHOLE, ADDED = "*", "+"
"""In the place of a field: the thing is not there any more, or was not there before."""

_USAGES = list(Usage)


class Difference(NamedTuple):
    """A field that differs, as `Unit.note`, and the texts of the item in which it does."""

    field: str
    item: tuple[str, str]


class Contents(NamedTuple):
    documents: list[ArchivedDocument]
    entries: list[Entry]
    likenesses: list[ArchivedLikeness]
    units: list[Unit]


def contents(glossary: Glossary) -> Contents:
    """All of a store but its history."""
    connection = glossary.workspace.connection
    keys = entry_ids(connection, EntrySelection(order=EntryOrder.AGE))
    places = places_of_entries(connection, keys)
    return Contents(
        list(archived_documents(connection)),
        [
            replace(one, places=tuple(places.get(one.id, ())), contexts=tuple(contexts(connection, one.id)))
            for one in entries(connection, keys, evidence=True)
        ],
        list(archived_likenesses(connection)),
        list(selected_units(connection, UnitSelection(one_sided=True))),
    )  # fmt: skip


def texts_of(item: Entry | Unit) -> tuple[str, str]:
    """What names an item for a reader: its source and its (first) target."""
    if isinstance(item, Unit):
        return item.source, item.target
    return item.source, item.targets[0].text if item.targets else ""


def differences(before: Sequence[Entry] | Sequence[Unit], after: Sequence[Entry] | Sequence[Unit]) -> set[Difference]:
    """In what the items that came back differ from those that went out; the ids of rows are no part of them."""
    left: dict[str, list[Any]] = defaultdict(list)
    for item in after:
        left[_letters(item.source)].append(item)
    found: set[Difference] = set()
    for item in before:
        name, candidates = texts_of(item), left[_letters(item.source)]
        if not candidates:
            found.add(Difference(f"{type(item).__name__}.{WHOLE}", name))
            continue
        match = max(candidates, key=lambda one: _likeness(item, one))
        candidates.remove(match)
        found |= {Difference(field, name) for field in _fields_that_differ(item, match)}
    for item in (one for rest in left.values() for one in rest):
        found.add(Difference(f"{type(item).__name__}.{ADDED}", texts_of(item)))
    return found


def _likeness(item: Any, other: Any) -> tuple[int, ...]:
    if isinstance(item, Unit):
        return _letters(item.target) == _letters(other.target), item.previous == other.previous
    return (len({_letters(one.text) for one in item.targets} & {_letters(one.text) for one in other.targets}),)


def _fields_that_differ(before: Any, after: Any) -> Iterator[str]:
    kind = type(before).__name__
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name == "id" or old == new:
            continue
        if isinstance(old, Alignment) and isinstance(new, Alignment):
            yield from _fields_that_differ(old, new)
        elif old and isinstance(old[0] if isinstance(old, tuple) else old, (Target, Variant)):
            yield from _parts_that_differ(f"{kind}.{field.name}", old, new)
        else:
            yield f"{kind}.{field.name}"


def _parts_that_differ(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[str]:
    """Of targets and variants, each is compared with the one of the same text; what may be used stands first."""
    left = {_letters(one.text): one for one in after}
    kind = type(before[0]).__name__
    for one in before:
        match = left.pop(_letters(one.text), None)
        if match is None:
            yield f"{kind}.{WHOLE}"
        else:
            yield from _fields_that_differ(one, match)
    if left:
        yield f"{kind}.{ADDED}"
    common = {_letters(one.text) for one in before} & {_letters(one.text) for one in after}
    if [one for one in _order(before) if one in common] != [one for one in _order(after) if one in common]:
        yield name


def _order(parts: Sequence[Any]) -> list[str]:
    """Texts in the order in which readers are shown them: what may be used stands first."""
    return [
        _letters(one.text) for one in sorted(parts, key=lambda one: _USAGES.index(getattr(one, "usage", _USAGES[0])))
    ]


def _letters(text: str) -> str:
    """What formats leave of a text in any case."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if one.isalnum())


def values_of(items: Sequence[Any]) -> dict[type, dict[str, list[Any]]]:
    """Each class that the items are made of, with all values that each of its fields has."""
    found: dict[type, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    rest = list(items)
    while rest:
        item = rest.pop()
        named = [one.name for one in fields(item)] if is_dataclass(item) else getattr(item, "_fields", None)
        if named is None:
            rest += item if isinstance(item, tuple) else ()
            continue
        for name in named:
            value = getattr(item, name)
            found[type(item)][name].append(value)
            rest.append(value)
    return found
