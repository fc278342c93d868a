"""What a unit has that a format does not know, so that nothing is lost in silence when units learn something new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from rnk_gloss.model.segment import Unit

# The id is a number in the store, and nothing of the unit's own.
_DEFAULTS = tuple((one.name, one.default) for one in fields(Unit) if one.name != "id")


def fields_beside(unit: Unit, carried: Collection[str]) -> list[str]:
    """The names of the unit's fields that hold something and are not among those that the format carries."""
    return [name for name, default in _DEFAULTS if name not in carried and getattr(unit, name) != default]
