"""Edits are counted alike, and the same of several ways taken, with rapidfuzz and without."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from rnk_gloss.text import edits
from rnk_gloss.text.edits import InPython, distance_from, kept_blocks


@contextmanager
def without_rapidfuzz(characters: int = 10**6) -> Iterator[None]:
    """As in a new process, in which so many characters may still be read in Python."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in sys.modules if name.partition(".")[0] == "rapidfuzz"]:
            patch.delitem(sys.modules, name)
        patch.setattr(InPython, "characters_left", characters)
        yield
        for name in [name for name in sys.modules if name.partition(".")[0] == "rapidfuzz"]:
            patch.delitem(sys.modules, name)


TEXTS = st.text("条約を結ぶ𠮷a", max_size=90)
WORDS = st.lists(st.sampled_from(["the", "treaty", "entered", "into", "force"]), max_size=12)


@given(st.one_of(st.tuples(TEXTS, TEXTS), st.tuples(WORDS, WORDS)), st.integers(0, 90))
def test_edits_are_counted_as_rapidfuzz_counts_them(texts: tuple[str | list[str], str | list[str]], most: int) -> None:
    text, other = texts
    with without_rapidfuzz():
        counted = distance_from(text)(other, score_cutoff=most)
    assert counted == Levenshtein.distance(text, other, score_cutoff=most)


@given(st.one_of(st.tuples(TEXTS, TEXTS), st.tuples(st.text("条約", max_size=20), st.text("条約", max_size=20))))
def test_the_same_is_kept_as_by_rapidfuzz(texts: tuple[str, str]) -> None:
    with without_rapidfuzz():
        kept = kept_blocks(*texts)
    assert kept == [tuple(block) for block in Levenshtein.editops(*texts).as_matching_blocks()]


def test_what_a_text_keeps_is_told() -> None:
    with without_rapidfuzz():
        assert kept_blocks("条約を結ぶ", "条約に署名し結ぶ") == [(0, 0, 2), (3, 6, 2), (5, 8, 0)]


def test_rapidfuzz_is_loaded_when_much_was_read_and_for_long_texts() -> None:
    with without_rapidfuzz(characters=10):
        distance_to = distance_from("条約を結ぶ")
        assert [distance_to("条約に署名する", score_cutoff=9), "rapidfuzz" in sys.modules] == [5, False]
        assert [distance_to("条約に署名する", score_cutoff=9), "rapidfuzz" in sys.modules] == [5, True]
    with without_rapidfuzz():
        assert [edits.distance_from("条" * 300)("約" * 300, score_cutoff=9), "rapidfuzz" in sys.modules] == [10, True]
