from __future__ import annotations

from rnk_gloss.interchange.unit_fields import fields_beside
from rnk_gloss.model.segment import Unit


def test_fields_that_a_format_does_not_know_are_named_where_they_hold_something() -> None:
    unit = Unit("扉", "door", id=7, note="注", usage_count=2)
    assert fields_beside(unit, {"source", "target", "note"}) == ["usage_count"]
    assert fields_beside(unit, {"source", "target"}) == ["note", "usage_count"]
