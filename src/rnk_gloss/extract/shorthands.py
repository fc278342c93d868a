"""Countries named by single characters in a row (日米韓, 中露)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rnk_gloss.lexicon.countries import GUARDED_CHARACTERS, countries, is_ambiguous, members
from rnk_gloss.model.span import Span

COUNTRY_CHARACTERS = "".join(
    character for country in countries() for character in country.characters if character not in GUARDED_CHARACTERS
)
# What may follow a shorthand as part of a longer run; anything else in kanji makes the row part of another word.
RELATION = (
    "間|両|関係|首脳|協力|連携|軍事|同盟|外相|会談|協議|貿易|合同|共同|対立|国境|友好|安保|戦争|条約|経済|三|3|相互"
)
ROW = re.compile(
    rf"(?<![一-龥ァ-ヶー])[{COUNTRY_CHARACTERS}]{{2,6}}(?:(?![一-龥ァ-ヶー])|(?=(?P<relation>{RELATION})))"
)


def shorthand_places(sentence: str) -> Iterator[Span]:
    """The places of country shorthands that stand by themselves or before a word of relations.

    A row that is an ordinary word too (日中) counts only before a word of relations.
    """
    for found in ROW.finditer(sentence):
        if members(found.group()) and (found.group("relation") or not is_ambiguous(found.group())):
            yield Span(*found.span())
