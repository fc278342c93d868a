"""All that the two texts of a pair say by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from rnk_gloss.check.codes import check_codes
from rnk_gloss.check.leftovers import check_leftovers, check_nothing_there
from rnk_gloss.check.marks import check_closing_mark, check_pairs, check_width
from rnk_gloss.check.numbers import NOTHING_SETTLED, Settled, check_numbers
from rnk_gloss.check.slips import check_repeated_words, check_spaces
from rnk_gloss.model.finding import Finding
from rnk_gloss.text.match_words import counts_words


def check_texts(
    source: str, target: str, language: str, target_language: str, settled: Settled = NOTHING_SETTLED
) -> Iterator[Finding]:
    """What is wrong with a translation by its texts, codes and numbers first; nothing where there is no source.

    A translation into a language without spaces between words is not held to the marks and spaces of English. Numbers
    in `settled` places are as they should be.
    """
    if not source.strip():
        return
    missing = list(check_nothing_there(source, target))
    if missing:
        yield from missing
        return
    in_words = counts_words(target_language)
    if in_words:
        yield from check_leftovers(target)
    yield from check_codes(source, target)
    yield from check_numbers(source, target, language, target_language, settled)
    yield from check_pairs(source, target)
    if in_words:
        yield from check_repeated_words(target)
        yield from check_closing_mark(source, target)
        yield from check_width(target)
        yield from check_spaces(source, target)
