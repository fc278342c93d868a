"""What is wrong with a filter, in the language that is spoken."""

from __future__ import annotations

from rnk_gloss.service.filter_pieces import FilterError, Problem
from rnk_gloss.text.cells import printable
from rnk_gloss.tui.wording import noted, say

_MISTAKES = {
    Problem.QUALIFIER: noted('{name}: is not known; there are {known}; put text in quotation marks: "{name}:…"'),
    Problem.VALUE: noted("{name}: knows {known}, not {value}"),
    Problem.NUMBER: noted("{name}: needs a number: {known}"),
    Problem.EMPTY: noted("{name}: needs something after the colon"),
    Problem.LONG: noted("the filter is too long: {known}"),
}


def in_words(error: FilterError) -> str:
    """What is wrong, as one line."""
    return printable(say(_MISTAKES[error.problem], name=error.name, value=error.value, known=error.known))
