"""Words with an opposite: they are looked for in match keys, so each must stand in the table as keys have it."""

from __future__ import annotations

from rnk_gloss.match.oppositions import ENGLISH_OPPOSITIONS, MATCH_KEYS, OPPOSITIONS, Opposition
from rnk_gloss.text.match_key import match_key


def words_of(rows: tuple[Opposition, ...]) -> set[str]:
    return {word for row in rows for side in row.sides for word in side}


def test_the_keys_of_the_words_are_those_of_the_match_key() -> None:
    words = words_of(OPPOSITIONS)
    assert {word: match_key(word) for word in words if match_key(word) != word} == MATCH_KEYS
    assert not [word for word in words_of(ENGLISH_OPPOSITIONS) if match_key(word, "en") != word]
