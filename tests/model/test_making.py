from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from rnk_gloss.model.making import maker_of
from rnk_gloss.model.span import Span
from rnk_gloss.model.unit import Alignment, Property, Unit


@dataclass(frozen=True, slots=True)
class Basket:
    fruits: list[str] = field(default_factory=list)


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        pytest.param(Unit, ("扉", "door", 7), {"note": "注"}, id="unit"),
        pytest.param(Property, ("unit", "x-scene", "序章"), {}, id="property"),
        pytest.param(Alignment, (), {"source_span": Span(0, 3), "shaped": True}, id="alignment"),
        pytest.param(Basket, (), {}, id="a default that is made anew"),
    ],
)
def test_what_is_made_is_the_same_and_frozen(kind: type, given: tuple[object, ...], named: dict[str, object]) -> None:
    one, other = maker_of(kind)(*given, **named), kind(*given, **named)
    assert type(one) is kind
    assert (one, repr(one)) == (other, repr(other))
    with pytest.raises(FrozenInstanceError):
        setattr(one, kind.__slots__[0], "another")


def test_two_of_a_kind_share_nothing() -> None:
    make = maker_of(Basket)
    make().fruits.append("柿")
    assert make().fruits == []


def test_a_class_that_does_more_than_set_its_fields_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            raise ValueError

    with pytest.raises(TypeError, match="Checked"):
        maker_of(Checked)
