"""Texts of the store that the program wrote itself, in the language that is spoken: names of operations, categories."""

from __future__ import annotations

from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.template import Template, understood
from rnk_gloss.tui.wording import noted, say

_CATEGORIES = frozenset(
    {
        noted("term"), noted("person"), noted("place"), noted("organisation"), noted("country"), noted("document"),
        noted("event"), noted("weapon"), noted("title"), noted("abbreviation"), noted("shorthand"),
    }
)  # fmt: skip


def operation_words(name: str) -> str:
    """The name of an operation; as it is stored where an older version or another program gave it."""
    return template_words(OperationName, name) or name


def template_words(templates: type[Template], text: str) -> str | None:
    """A text that was made from one of the templates; None where it was made from none of them."""
    known = understood(templates, text)
    return None if known is None else say(known.template.value, **known.values)


def category_words(category: str) -> str:
    """The category of an entry; one that a person made up is as it was written."""
    return say(category) if category in _CATEGORIES else category
