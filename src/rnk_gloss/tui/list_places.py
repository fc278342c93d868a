"""Where an id is in a list of very many, and where the cursor goes when the list becomes another one."""

from __future__ import annotations

from array import array
from collections.abc import Collection

# So far from a place an id is looked for before the whole list is.
_NEAR = 1000


def place_of(key: int | None, keys: array[int], *, near: int = 0) -> int | None:
    """Where the id is in the list, which is looked for near a place at first; None where it is not there."""
    if key is None:
        return None
    for start, stop in ((max(0, near - _NEAR), near + _NEAR), (0, len(keys))):
        try:
            return keys.index(key, start, stop)
        except ValueError:
            pass
    return None


def place_kept(before: array[int], cursor: int, keys: array[int]) -> int:
    """Where the cursor is to be in a list that takes the place of another: on its id or, where that is gone, on the
    next one that is left."""
    if cursor >= len(before):
        return 0
    place = place_of(before[cursor], keys)
    if place is None:
        place = next_left(before[cursor:], keys)
    return cursor if place is None else place


def next_left(following: array[int], keys: array[int]) -> int | None:
    """Where the first of these ids that is in the list stands there; None where none is."""
    listed = set(keys)
    return place_of(next((key for key in following if key in listed), None), keys)


def with_last(keys: array[int], last: Collection[int]) -> array[int]:
    """The ids, with those that were put last at the end, in the order of `last`."""
    if not last:
        return keys
    others = array("q", [key for key in keys if key not in last])
    if len(others) < len(keys):
        listed = {key for key in keys if key in last}
        others.extend(key for key in last if key in listed)
    return others
