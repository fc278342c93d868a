"""Why a change was refused, in the language that is spoken."""

from __future__ import annotations

from rnk_gloss.errors import GlossError
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.model.template import understood
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.template_words import operation_words
from rnk_gloss.tui.wording import noted, say

# What the store calls things; the fields of an entry and the tables of the file.
_NAMES = {
    "source": noted("term"), "reading": noted("reading"), "category": noted("category"), "subject": noted("subject"),
    "note": noted("note"), "entry": noted("entry"), "target": noted("target"), "variant": noted("variant"),
    "unit": noted("segment"),
}  # fmt: skip


def error_words(error: GlossError) -> str:
    """What went wrong and, in a line of its own, what to do next."""
    return _worded(error.message) + (f"\n{_worded(error.hint)}" if error.hint else "")


def _worded(text: str) -> str:
    """The text in words that are known; what no template has, such as the name of a command, as it stands."""
    known = understood(Refusal, text)
    if known is None:
        return printable(text)
    values = {name: _value(name, value) for name, value in known.values.items()}
    return printable(say(known.template.value, **values))


def _value(name: str, value: str) -> str:
    if name == "name":
        # It stands in quotation marks.
        return f"{value[0]}{operation_words(value[1:-1])}{value[-1]}"
    return say(_NAMES[value]) if name in {"field", "table"} and value in _NAMES else value
