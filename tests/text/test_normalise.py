from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnk_gloss.text.normalise import fold, fold_key, nfc

# Letters in which the folding has most to do: half-width kana, marks, long vowels, dots, small kana, Hangul.
ODD = st.text(alphabet="サハｻﾊﾞﾟヴァィｰー・･ア゙゚゛か\u3099Aａß①㍿㌔ǅ한ᄒ\u1161\u11ab ﬁK、1", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("サーバ", "サーバー", id="final long vowel"),
        pytest.param("ｻｰﾊﾞｰ", "サーバー", id="half-width with voicing mark"),
        pytest.param("データ・ベース", "データベース", id="dot inside a katakana word"),
        pytest.param("ヴァイオリン", "バイオリン", id="v sounds"),
        pytest.param("ウィンドウ", "ウインドウ", id="small vowels"),
        pytest.param("ＡＰＩ", "api", id="width and case"),
        pytest.param("か\u3099", "が", id="combining voicing mark"),
        pytest.param("㌔", "キロ", id="squared letters"),
    ],
)
def test_spellings_of_one_term_fold_together(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("キー", "キ", id="a short word keeps its long vowel"),
        pytest.param("ハート", "バート", id="voicing tells words apart"),
        pytest.param("東京・大阪", "東京大阪", id="a dot between kanji is no joint"),
        pytest.param("病院", "美容院", id="sounds are not compared"),
    ],
)
def test_different_terms_stay_apart(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


def test_places_in_the_original_are_kept() -> None:
    text = "新しいｻｰﾊﾞｰを使う"
    folded = fold(text)
    start = folded.text.index("サーバ")
    span = folded.original_span(start, start + 3)
    assert text[span.start : span.end] == "ｻｰﾊﾞ"


def test_a_dropped_mark_leaves_the_places_after_it_right() -> None:
    text = "データ・ベースの表"
    folded = fold(text)
    start = folded.text.index("表")
    assert folded.original_span(start, start + 1) == (8, 9)


def test_nfc_composes() -> None:
    assert nfc("は\u3099") == "ば"


@settings(max_examples=300, deadline=None)
@given(st.one_of(ODD, st.text(max_size=20)))
def test_folding_is_idempotent_and_both_ways_agree(text: str) -> None:
    key = fold_key(text)
    assert fold_key(key) == key
    folded = fold(text)
    assert folded.text == key
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
