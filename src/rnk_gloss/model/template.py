"""Texts with {names}: written in plain English, and read back by whoever says them in another language."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_NUMBER = r"\d+"
_TEXT = r".+?"
# What stands at these names is a number; at any other, a text.
_NUMBERS = frozenset({"number", "count", "all", "entry", "other", "segment", "sentence", "left", "right"})


class Template(StrEnum):
    """The base of enumerations whose values are texts with {names}; where several of them fit a text, the first one is
    meant."""

    def of(self, **values: object) -> str:
        """The text with the values at their {names}; a number stands as it is, without separators."""
        return self.value.format_map(values)

    def values_in(self, text: str) -> dict[str, str] | None:
        """What stands at the {names} in a text that `of` may have made; None where it cannot have made it."""
        found = _pattern(self.value).fullmatch(text)
        return None if found is None else found.groupdict()


class Understood(NamedTuple):
    """The template that a text was made from, and what stands at its {names}."""

    template: Template
    values: dict[str, str]


def understood(templates: type[Template], text: str) -> Understood | None:
    """From which of these templates a text was made; None where from none: another version, or a person, wrote it."""
    for template in templates:
        values = template.values_in(text)
        if values is not None:
            return Understood(template, values)
    return None


@lru_cache(maxsize=512)
def _pattern(template: str) -> re.Pattern[str]:
    # Only who reads templates back needs it.
    from string import Formatter

    parts: list[str] = []
    for text, name, _, _ in Formatter().parse(template):
        parts.append(re.escape(text))
        if name:
            parts.append(f"(?P<{name}>{_NUMBER if name in _NUMBERS else _TEXT})")
    return re.compile("".join(parts), re.DOTALL)
