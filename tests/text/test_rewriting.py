"""Tables of words and patterns: found the same way in a short run and in a long one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.text import rewriting as rewriting_module
from rnk_gloss.text.rewriting import FENCE, Rewriting, WordTable

WORDS = ["事", "事柄", "取り", "取り組み", "り組", "為", "下さい", "さい"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("取り組み", [(0, "取り組み")], id="the longer of two at one place"),
        pytest.param("取り組む", [(0, "取り")], id="the shorter where the longer does not stand"),
        pytest.param("事柄と事", [(0, "事柄"), (3, "事")], id="a word of one character at the end"),
        pytest.param("下さい", [(0, "下さい")], id="none inside another"),
        pytest.param("事", [(0, "事")], id="a text of one character"),
        pytest.param("", [], id="no text"),
    ],
)
@pytest.mark.parametrize("by_hand", [0, 100], ids=["by pattern", "by hand"])
def test_words_are_found(
    text: str, found: list[tuple[int, str]], by_hand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WordTable, "texts_by_hand", by_hand)
    assert WordTable({word: word for word in WORDS}).find(text) == found


@given(st.lists(st.text("事柄取り𠮟為下さい", min_size=1, max_size=4), min_size=1), st.text("事柄取り𠮟𠮷為下さい\0"))
def test_all_ways_to_find_words_agree(words: list[str], text: str) -> None:
    found = []
    for by_hand, long_for_numpy in ((0, 10**9), (100, 10**9), (0, 0)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(WordTable, "texts_by_hand", by_hand)
            patch.setattr(rewriting_module, "_LONG_FOR_NUMPY", long_for_numpy)
            patch.setattr(WordTable, "characters_read", 10**9)
            found.append(WordTable({word: word for word in words}).find(text))
    assert found[0] == found[1] == found[2]


def test_numpy_is_loaded_for_many_texts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    monkeypatch.setattr(WordTable, "characters_read", 0)
    assert [WordTable.by_numpy(characters) for characters in (5_000, 990_000, 5_000, 1)] == [False, False, False, True]


def test_a_text_without_what_every_match_has_is_left_alone() -> None:
    dropping = Rewriting("ー(?=ル)", needed="ー")
    assert dropping.apply("メール") == "メル"
    assert dropping.edits("メール") == [(1, 2, "")]
    assert dropping.apply("手紙") == "手紙"
    assert list(dropping.edits("手紙")) == []


@given(st.lists(st.text("御社ー・ル話3名 ", max_size=5), min_size=1, max_size=8), st.sampled_from([1, 3]))
def test_texts_rewritten_together_are_rewritten_like_each(texts: list[str], part: int) -> None:
    for pattern, needed in (("[御社](?=話)", "御社"), ("(?:ー|・)(?!ル)", "ー・"), (r"\d名?(?=$|\0)", "3")):
        rewriting = Rewriting(pattern, "々", needed=needed)
        each = [rewriting.apply(text) for text in texts]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rewriting_module, "_LONG", -1)
            patch.setattr(rewriting_module, "_PART_OF_TEXTS", part)
            assert rewriting.apply(FENCE.join(texts)).split(FENCE) == each
