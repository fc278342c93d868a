"""Words with an opposite: they are looked for in match keys, so each must stand in the table as keys have it."""

from __future__ import annotations

from rnk_gloss.match.oppositions import MATCH_KEYS, oppositions
from rnk_gloss.text.match_key import match_key


def words_of(language: str) -> set[str]:
    return {word for row in oppositions(language) for side in row.sides for word in side}


def test_the_keys_of_the_words_are_those_of_the_match_key() -> None:
    words = words_of("ja")
    assert {word: match_key(word) for word in words if match_key(word) != word} == MATCH_KEYS
    assert not [word for word in words_of("en") if match_key(word, "en") != word]
