from __future__ import annotations

import pytest

from rnk_gloss.lexicon.gloss_words import content_words, gloss_words


@pytest.mark.parametrize(
    ("gloss", "words"),
    [
        pytest.param("Security Council", ["security", "council"], id="lower case"),
        pytest.param("cease-fire line", ["cease", "fire", "line"], id="hyphens go"),
        pytest.param("pact (between states), accord", ["pact", "accord"], id="parentheses go"),
        pytest.param("workers' union's vote", ["workers", "union's", "vote"], id="apostrophes inside words stay"),
        pytest.param("café nègre", ["cafe", "negre"], id="accents go"),
        pytest.param("（…）", [], id="no word at all"),
    ],
)
def test_words_of_a_gloss(gloss: str, words: list[str]) -> None:
    assert gloss_words(gloss) == words


def test_content_words_are_without_articles_and_prepositions() -> None:
    assert content_words("the freedom of the seas for all") == ["freedom", "seas", "all"]
