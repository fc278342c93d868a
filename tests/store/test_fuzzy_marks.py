"""Marks of short texts: they rule out what cannot be like a query, and nothing else."""

from __future__ import annotations

import sqlite3
import sys
from itertools import count

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rnk_gloss.model.segment import Unit
from rnk_gloss.model.side import Shelf
from rnk_gloss.service.memory import MemoryCache, likenesses
from rnk_gloss.store import units
from rnk_gloss.store.door import write
from rnk_gloss.store.fuzzy import upkeep
from rnk_gloss.store.fuzzy.marks import has_marks, marks, marks_of, most_apart
from rnk_gloss.store.units import add_units


def least_edits(query: str, stored: str) -> int:
    """With how few edits the second could be made from the first, for all that their marks show."""
    lacking = (marks(query) & ~marks(stored)).bit_count()
    beyond = (marks(stored) & ~marks(query)).bit_count()
    for edits in count():
        most_lacking, most_beyond = most_apart(len(stored) - len(query), edits)
        if lacking <= most_lacking and beyond <= most_beyond:
            return edits
    raise AssertionError


@given(st.text("日本語のは条約を締結😀ab", max_size=20), st.text("日本語のは条約を締結𠮷bc", max_size=20))
def test_marks_never_ask_for_more_edits_than_there_are(query: str, stored: str) -> None:
    assert least_edits(query, stored) <= Levenshtein.distance(query, stored)


@pytest.mark.parametrize(
    ("query", "stored", "least"),
    [
        pytest.param("条約の締結", "条約の締結", 0, id="the same"),
        pytest.param("条約の締結", "条約の破棄", 2, id="two others"),
        pytest.param("条約の締結", "条約の締結と破棄", 3, id="three more"),
        pytest.param("条約の締結と破棄", "条約の締結", 3, id="three fewer"),
        pytest.param("締結条約", "条約締結", 0, id="the order does not show"),
    ],
)
def test_marks_tell_how_far_texts_are_apart_at_least(query: str, stored: str, least: int) -> None:
    assert least_edits(query, stored) == least


def test_only_short_texts_have_marks() -> None:
    assert [has_marks(slots) for slots in (512, 1024, 2048, 8192)] == [True, True, False, False]


def test_the_keys_of_what_the_marks_rule_out_are_not_read(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With the pair 会談 each of them has enough of the query's pairs; few have enough of its characters.
    texts = [f"{first}{second}会談" for first in "米中露英仏" for second in "日韓独伊印"]
    with write(connection, "add", at="2026-01-01T00:00:00Z", author="機械") as writer:
        add_units(writer, (Unit(text, "x") for text in texts), lambda text, _language: text)
    upkeep.take_in_tail(connection, lambda text, _language: text)
    read: list[int] = []
    offered_keys = units.offered_keys

    def counting(connection: sqlite3.Connection, keys: list[int], *rest: object) -> list[tuple[int, str]]:
        read.extend(keys)
        return offered_keys(connection, keys, *rest)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr("rnk_gloss.service.memory.offered_keys", counting)
    found = [
        one for _, part in likenesses(connection, MemoryCache(), "米日会談", 75, Shelf("source", "ja")) for one in part
    ]
    assert {texts[near.unit - 1] for near in found} == {text for text in texts if text[0] == "米" or text[1] == "日"}
    assert sorted(read) == sorted(near.unit for near in found)


@given(st.lists(st.text("日本語のは条約𠮷😀a\0", min_size=1, max_size=20), min_size=1, max_size=8))
def test_the_marks_of_many_texts_are_those_of_each_with_numpy_and_without(texts: list[str]) -> None:
    one_by_one = [marks(text) for text in texts]
    with pytest.MonkeyPatch.context() as patched:
        patched.delitem(sys.modules, "numpy", raising=False)
        assert marks_of(texts).tolist() == one_by_one
    assert np.__name__ in sys.modules
    assert marks_of(texts).tolist() == one_by_one


@given(
    st.text("日本語のは条約", min_size=1, max_size=20),
    st.lists(st.text("日本語のは条約を締結", min_size=1, max_size=20), min_size=1, max_size=8),
    st.integers(0, 9),
)
def test_many_marks_are_near_enough_where_each_is(query: str, texts: list[str], edits: int) -> None:
    from rnk_gloss.store.fuzzy.array_marks import are_near

    lengths = [len(text) for text in texts]
    most = {length: most_apart(length - len(query), edits) for length in lengths}
    found = are_near(np.array([marks(text) for text in texts], np.uint64), marks(query), np.array(lengths), most)
    for text, is_near in zip(texts, found.tolist(), strict=True):
        lacking, beyond = most[len(text)]
        ours, theirs = marks(query), marks(text)
        assert is_near == ((ours & ~theirs).bit_count() <= lacking and (theirs & ~ours).bit_count() <= beyond)
