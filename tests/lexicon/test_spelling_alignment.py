from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.lexicon.spelling_alignment import LONGEST_SPELLING, aligned_spellings

NAMES = [
    (["バ", "ル", "ト"], "balto"),
    (["バ", "ン", "ト"], "banto"),
    (["マ", "ル", "ト"], "marto"),
    (["ト", "マ"], "toma"),
    (["ル", "マ", "ン"], "luman"),
    (["シュ", "ミ", "ト"], "schmito"),
    (["シュ", "マ"], "schma"),
    (["ト", "ミ"], "tomi"),
]


def test_sounds_get_their_letters() -> None:
    aligned = aligned_spellings(NAMES)
    assert aligned[0] == ["ba", "l", "to"]
    assert aligned[5] == ["sch", "mi", "to"]


def test_letters_that_are_spread_unevenly_are_found_by_repetition() -> None:
    pairs = [(["ア", "シュ"], "asch"), (["イ", "シュ"], "isch"), (["シュ", "ア"], "scha"), (["シュ", "イ"], "schi")]
    assert aligned_spellings(pairs) == [["a", "sch"], ["i", "sch"], ["sch", "a"], ["sch", "i"]]


def test_a_spelling_with_too_many_letters_has_no_alignment() -> None:
    assert aligned_spellings([*NAMES, (["ア"], "abcde")])[-1] == []


def test_no_names() -> None:
    assert aligned_spellings([]) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(["ア", "カ", "シュ", "ン"]), min_size=1, max_size=5),
            st.text("abkns", min_size=1, max_size=12),
        ),
        max_size=6,
    )
)
def test_the_letters_of_the_sounds_are_the_spelling(pairs: list[tuple[list[str], str]]) -> None:
    for (sounds, letters), spellings in zip(pairs, aligned_spellings(pairs), strict=True):
        if len(letters) <= LONGEST_SPELLING * len(sounds):
            assert "".join(spellings) == letters
            assert len(spellings) == len(sounds)
