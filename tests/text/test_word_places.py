"""The words of a table: found the same way in a short run and in a long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_gloss.text.preparation import Preparation
from rnk_gloss.text.word_places import WordPlaces

WORDS = ["事", "事柄", "取り", "取り組み", "り組", "為", "下さい", "さい"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("取り組み", [(0, "取り組み")], id="the longer of two at one place"),
        pytest.param("取り組む", [(0, "取り")], id="the shorter where the longer does not stand"),
        pytest.param("事柄と事", [(0, "事柄"), (3, "事")], id="a word of one character at the end"),
        pytest.param("下さい", [(0, "下さい")], id="none inside another"),
        pytest.param("𠮟る事", [(2, "事")], id="behind a character beyond the basic plane"),
        pytest.param("\ud842事\udfb7", [(1, "事")], id="between halves of a surrogate pair"),
        pytest.param("事", [(0, "事")], id="a text of one character"),
        pytest.param("", [], id="no text"),
    ],
)
@pytest.mark.parametrize("by_hand", [0, 100], ids=["by automaton", "by hand"])
def test_words_are_found(
    text: str, found: list[tuple[int, str]], by_hand: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preparation, "texts_by_hand", by_hand)
    assert WordPlaces(WORDS).find(text) == found


@given(st.lists(st.text("事柄取り𠮟為下さい", min_size=1, max_size=4), min_size=1), st.text("事柄取り𠮟𠮷為下さい\0"))
def test_both_ways_to_find_words_agree(words: list[str], text: str) -> None:
    found = []
    for by_hand in (0, 100):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Preparation, "texts_by_hand", by_hand)
            found.append(WordPlaces(words).find(text))
    assert found[0] == found[1]


def test_a_short_run_reads_by_hand_and_then_all_is_made_ready_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made_ready: list[str] = []

    class Slow:
        def __init__(self, name: str) -> None:
            self._name = name

        def prepare(self) -> None:
            made_ready.append(self._name)

    monkeypatch.setattr(Preparation, "texts_by_hand", 2)
    slow = Slow("pattern"), Slow("table")
    for one in slow:
        Preparation.await_turn(one)
    words = WordPlaces(WORDS)
    words.find("事柄")
    assert [Preparation.can_wait(text) for text in ("事柄", "事柄" * 200)] == [True, False]
    assert not made_ready
    words.find("下さい")
    assert not Preparation.can_wait("事柄")
    assert sorted(made_ready) == ["pattern", "table"]
