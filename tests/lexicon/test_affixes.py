from __future__ import annotations

import pytest

from rnk_gloss.lexicon.affixes import AffixCounts, affixed
from rnk_gloss.lexicon.compound_alignment import Example

WORDINGS = {
    "植物学": ["botany"],
    "物理学": ["physics"],
    "公平": ["fair", "fairness"],
    "完全": ["perfect"],
    "必要": ["necessary"],
    "象徴": ["symbol"],
}


@pytest.mark.parametrize(
    ("compounds", "part", "affixes"),
    [
        pytest.param([("植物学", "者", "botanist")] * 2, ("者", True), (("y>ist", 2),), id="an ending that changes"),
        pytest.param([("象徴", "主義", "symbolism")] * 3, ("主義", True), ((">ism", 3),), id="an ending that is added"),
        pytest.param(
            [("不", "公平", "unfair"), ("不", "必要", "unnecessary")], ("不", False), (("un+", 2),), id="a prefix"
        ),
        pytest.param([("植物学", "者", "botanist")], ("者", True), (), id="seen once"),
        pytest.param([("植物学", "者", "botany")] * 2, ("者", True), (), id="the word itself"),
        pytest.param([("植物学", "者", "botany person")] * 2, ("者", True), (), id="more than one word"),
        pytest.param([("物理学", "者", "scholar")] * 2, ("者", True), (), id="another word"),
    ],
)
def test_affixes_are_counted_by_part(
    compounds: list[tuple[str, str, str]], part: tuple[str, bool], affixes: tuple[tuple[str, int], ...]
) -> None:
    counts = AffixCounts(WORDINGS)
    for modifier, head, english in compounds:
        counts.add(Example([modifier, head], english.split()))
    assert counts.most_common(part) == affixes


@pytest.mark.parametrize(
    ("word", "affix", "english"),
    [
        pytest.param("biology", "y>ist", "biologist", id="an ending"),
        pytest.param("symbol", ">ism", "symbolism", id="an ending that is added"),
        pytest.param("kind", "un+", "unkind", id="a prefix"),
        pytest.param("physics", "y>ist", None, id="a word that ends otherwise"),
        pytest.param("art", ">ist", None, id="too short to be sure"),
    ],
)
def test_a_word_takes_an_affix(word: str, affix: str, english: str | None) -> None:
    assert affixed(word, affix) == english
