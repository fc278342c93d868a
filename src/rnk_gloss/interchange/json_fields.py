"""The values of a JSON object from a stranger, each taken out with the type that it must have."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from rnk_gloss.model.span import Span

Choice = TypeVar("Choice", bound=StrEnum)
Stranger = Callable[[str], None]
"""Told of each name that means nothing here."""

# What SQLite can keep.
_LARGEST = (1 << 63) - 1


class ShapeError(ValueError):
    """A value is not what it should be; the message says which."""


class Fields:
    """An object of which every value is taken once; `unread` is what nobody asked for."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise ShapeError(f"{what} is not an object")
        self._values: dict[str, object] = dict(value)
        self._what = what

    def tell_unread(self, stranger: Stranger, what: str = "") -> None:
        """Name the values that were not taken, in their order; `what` the object is, where it has another name."""
        for name in self._values:
            stranger(f"{name} of {what or self._what}")

    def text(self, name: str, *, required: bool = False) -> str:
        value = self._values.pop(name, None)
        if value is None and not required:
            return ""
        return as_text(value, self._of(name))

    def named_texts(self, names: Iterable[str]) -> dict[str, Any]:
        """Several texts by their names."""
        return {name: self.text(name) for name in names}

    def language(self, name: str) -> str:
        code = self.text(name, required=True)
        if not code:
            raise ShapeError(f"{name} is empty")
        return code

    def optional_text(self, name: str) -> str | None:
        value = self._values.pop(name, None)
        return None if value is None else as_text(value, self._of(name))

    def inner(self, name: str) -> object | None:
        """The value as it is, for other fields to be made of it."""
        return self._values.pop(name, None)

    def number(self, name: str) -> int:
        return self.optional_number(name) or 0

    def optional_number(self, name: str) -> int | None:
        value = self._values.pop(name, None)
        return None if value is None else as_number(value, self._of(name))

    def decimal(self, name: str) -> float:
        return self.optional_decimal(name) or 0.0

    def optional_decimal(self, name: str) -> float | None:
        value = self._values.pop(name, None)
        return None if value is None else as_decimal(value, self._of(name))

    def truth(self, name: str) -> bool:
        value = self._values.pop(name, False)
        if not isinstance(value, bool):
            raise ShapeError(f"{self._of(name)} is neither true nor false")
        return value

    def choice(self, name: str, kinds: type[Choice], default: Choice) -> Choice:
        value = self._values.pop(name, None)
        if value is None:
            return default
        try:
            return kinds(as_text(value, self._of(name)))
        except ValueError as error:
            known = ", ".join(repr(kind.value) for kind in kinds)
            raise ShapeError(f"{self._of(name)} is none of {known}") from error

    def values(self, name: str) -> Sequence[object]:
        value = self._values.pop(name, None)
        return () if value is None else as_list(value, self._of(name))

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(as_text(value, self._of(name)) for value in self.values(name))

    def span(self, name: str) -> Span | None:
        value = self._values.pop(name, None)
        return None if value is None else as_span(value, self._of(name))

    def _of(self, name: str) -> str:
        return f"{name} of {self._what}"


def json_value(text: str) -> object:
    """What a JSON text says; `ShapeError` if it is none."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except ValueError as error:
        # Among them numbers of thousands of digits, which Python refuses to convert.
        raise ShapeError(f"not JSON: {error}") from error


def as_json(value: object) -> str:
    """The value as JSON, in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def as_text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ShapeError(f"{what} is not a text")
    # The fast answer first: nearly every text can be encoded.
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise ShapeError(f"{what} holds a lone surrogate, which is no character")
    return value


def as_number(value: object, what: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise ShapeError(f"{what} is not a whole number that can be kept")
    return value


def as_decimal(value: object, what: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise ShapeError(f"{what} is not a number that can be kept")
    number = float(value)
    if not math.isfinite(number):
        raise ShapeError(f"{what} is not a finite number")
    return number


def as_list(value: object, what: str, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise ShapeError(f"{what} is not a list{'' if length is None else f' of {length}'}")
    return value


def as_span(value: object, what: str) -> Span:
    start, end = (as_number(one, what) for one in as_list(value, what, 2))
    return Span(start, end)
