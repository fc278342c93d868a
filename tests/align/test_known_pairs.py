"""Where glossary entries stand in two texts."""

from __future__ import annotations

import pytest

from rnk_gloss.align.known_pairs import occurrences


@pytest.mark.parametrize(
    ("source", "target", "pair", "found"),
    [
        pytest.param(
            "新条約の交渉", "Talks on the New Treaty.", ("新条約", "new treaty"), True, id="whatever the case"
        ),
        pytest.param("ＮＡＴＯの会議", "a NATO meeting", ("NATO", "NATO"), True, id="full-width letters"),
        pytest.param("新条約の交渉", "the new treaties", ("新条約", "new treaty"), True, id="plural"),
        pytest.param("美術の記事", "the article", ("美術", "art"), False, id="the beginning of a word"),
        pytest.param("盾を持つ", "a shield", ("盾", "shield"), True, id="one character"),
        pytest.param("新条約の交渉", "renew treaty talks", ("新条約", "new treaty"), False, id="part of a word"),
        pytest.param("新条約の交渉", "new peace treaty", ("新条約", "new treaty"), False, id="other words between"),
        pytest.param("新条約の交渉", "the end", ("新条約", "new treaty"), False, id="on one side only"),
        pytest.param("新条約の交渉", "new treaty", ("", "new treaty"), False, id="empty term"),
        pytest.param("新条約の交渉", "new treaty", ("新条約", "?!"), False, id="no word in the term"),
    ],
)
def test_a_pair_counts_where_both_terms_stand(source: str, target: str, pair: tuple[str, str], found: bool) -> None:
    assert occurrences(["序文", source], [target], [pair]) == (([[], [0]], [[0]]) if found else ([[], []], [[]]))
